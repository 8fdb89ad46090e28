-- CreateTable
CREATE TABLE "NoticeAnswer" (
    "id" UUID NOT NULL,
    "noticeId" UUID NOT NULL,
    "answer" TEXT NOT NULL,
    "proposalId" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "NoticeAnswer_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "NoticeAnswer_noticeId_idx" ON "NoticeAnswer"("noticeId");

-- What was answered so far: one answer a notice, the last.
INSERT INTO "NoticeAnswer" ("id", "noticeId", "answer", "at")
SELECT "id", "id", "answer", "answeredAt" FROM "Notice" WHERE "answer" IS NOT NULL AND "answeredAt" IS NOT NULL;

-- AlterTable
ALTER TABLE "Notice" DROP COLUMN "answer",
DROP COLUMN "answeredAt";
