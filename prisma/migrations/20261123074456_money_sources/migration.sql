-- AlterTable
ALTER TABLE "transaction_sources" ADD COLUMN     "amount_minor" BIGINT,
ADD COLUMN     "description" TEXT,
ADD COLUMN     "posted_on" DATE;

-- CreateTable
CREATE TABLE "statement_coverages" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "document_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "account_key" VARCHAR(255) NOT NULL,
    "period_start" DATE NOT NULL,
    "period_end" DATE NOT NULL,

    CONSTRAINT "statement_coverages_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "pay_stubs" (
    "document_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "employer" VARCHAR(255),
    "net_minor" BIGINT NOT NULL,
    "currency" VARCHAR(3) NOT NULL,
    "pay_date" DATE,
    "period_start" DATE,
    "period_end" DATE,
    "cadence" VARCHAR(20),

    CONSTRAINT "pay_stubs_pkey" PRIMARY KEY ("document_id")
);

-- CreateIndex
CREATE INDEX "statement_coverages_user_id_idx" ON "statement_coverages"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "statement_coverages_document_id_account_key_key" ON "statement_coverages"("document_id", "account_key");

-- CreateIndex
CREATE INDEX "pay_stubs_user_id_idx" ON "pay_stubs"("user_id");

-- AddForeignKey
ALTER TABLE "statement_coverages" ADD CONSTRAINT "statement_coverages_document_id_fkey" FOREIGN KEY ("document_id") REFERENCES "financial_documents"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "statement_coverages" ADD CONSTRAINT "statement_coverages_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "pay_stubs" ADD CONSTRAINT "pay_stubs_document_id_fkey" FOREIGN KEY ("document_id") REFERENCES "financial_documents"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "pay_stubs" ADD CONSTRAINT "pay_stubs_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;
