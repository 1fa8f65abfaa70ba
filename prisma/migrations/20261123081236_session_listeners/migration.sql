-- CreateTable
CREATE TABLE "session_listeners" (
    "session_id" UUID NOT NULL,
    "process_id" UUID NOT NULL,
    "until" TIMESTAMP(6) NOT NULL,

    CONSTRAINT "session_listeners_pkey" PRIMARY KEY ("session_id","process_id")
);

-- AddForeignKey
ALTER TABLE "session_listeners" ADD CONSTRAINT "session_listeners_session_id_fkey" FOREIGN KEY ("session_id") REFERENCES "chat_sessions"("id") ON DELETE CASCADE ON UPDATE CASCADE;
