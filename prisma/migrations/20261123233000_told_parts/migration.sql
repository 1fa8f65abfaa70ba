-- AlterTable
ALTER TABLE "stated_figures" ADD COLUMN     "parts" JSONB;
