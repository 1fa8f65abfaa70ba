ALTER TABLE "conversations" ADD COLUMN "awaits_secret" BOOLEAN NOT NULL DEFAULT false;
