-- AlterTable
ALTER TABLE "Conversation" ADD COLUMN     "homeAt" TIMESTAMPTZ(3);
