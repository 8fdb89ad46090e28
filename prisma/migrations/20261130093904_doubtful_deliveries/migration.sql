-- AlterTable
ALTER TABLE "Delivery" ADD COLUMN     "doubtful" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "lookups" INTEGER NOT NULL DEFAULT 0;

-- What was tried before nothing was known of it may have been posted.
UPDATE "Delivery" SET "doubtful" = true WHERE state IN ('queued', 'sending') AND attempts > 0;
