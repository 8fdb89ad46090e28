-- AlterTable
ALTER TABLE "Installation" ADD COLUMN     "mails" BOOLEAN NOT NULL DEFAULT false;
