-- AlterTable
ALTER TABLE "Answer" ADD COLUMN     "attachmentId" UUID;

-- CreateTable
CREATE TABLE "Attachment" (
    "id" UUID NOT NULL,
    "consultationId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "personId" UUID NOT NULL,
    "conversationId" UUID NOT NULL,
    "inboundId" UUID NOT NULL,
    "messageRef" TEXT NOT NULL,
    "place" INTEGER NOT NULL,
    "nameId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "bytes" INTEGER NOT NULL,
    "sha256" TEXT,
    "state" TEXT NOT NULL,
    "reasonId" UUID,
    "receivedAt" TIMESTAMPTZ(3) NOT NULL,
    "settledAt" TIMESTAMPTZ(3),

    CONSTRAINT "Attachment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AttachmentContent" (
    "attachmentId" UUID NOT NULL,
    "data" BYTEA NOT NULL,

    CONSTRAINT "AttachmentContent_pkey" PRIMARY KEY ("attachmentId")
);

-- CreateIndex
CREATE INDEX "Attachment_personId_idx" ON "Attachment"("personId");

-- CreateIndex
CREATE INDEX "Attachment_conversationId_messageRef_idx" ON "Attachment"("conversationId", "messageRef");

-- CreateIndex
CREATE UNIQUE INDEX "Attachment_consultationId_number_key" ON "Attachment"("consultationId", "number");

-- CreateIndex
CREATE UNIQUE INDEX "Attachment_inboundId_place_key" ON "Attachment"("inboundId", "place");

-- CreateIndex
CREATE INDEX "Answer_attachmentId_idx" ON "Answer"("attachmentId");

-- Files are packed already: pressing them again costs time and saves nothing.
ALTER TABLE "AttachmentContent" ALTER COLUMN "data" SET STORAGE EXTERNAL;
