-- AlterTable
ALTER TABLE "Consultation" ADD COLUMN     "writtenId" UUID;

-- CreateTable
CREATE TABLE "WrittenRound" (
    "id" UUID NOT NULL,
    "consultationId" UUID NOT NULL,
    "writtenBy" UUID NOT NULL,
    "key" TEXT,
    "body" JSONB NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,
    "openedAt" TIMESTAMPTZ(3),

    CONSTRAINT "WrittenRound_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "WrittenRound_consultationId_openedAt_idx" ON "WrittenRound"("consultationId", "openedAt");

-- CreateIndex
CREATE INDEX "WrittenRound_writtenBy_idx" ON "WrittenRound"("writtenBy");
