-- DropIndex
DROP INDEX "Restitution_roundId_partnerId_key";

-- AlterTable
ALTER TABLE "DecisionStep" ADD COLUMN     "reopens" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "Restitution" ADD COLUMN     "n" INTEGER NOT NULL DEFAULT 1,
ADD COLUMN     "stepIds" UUID[];

-- CreateTable
CREATE TABLE "Dispute" (
    "id" UUID NOT NULL,
    "consultationId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "proposalId" UUID NOT NULL,
    "partnerId" UUID NOT NULL,
    "stepId" UUID NOT NULL,
    "wordsIds" UUID[],
    "starts" INTEGER[],
    "readerId" UUID,
    "raisedAt" TIMESTAMPTZ(3) NOT NULL,
    "dueAt" TIMESTAMPTZ(3) NOT NULL,
    "remindedAt" TIMESTAMPTZ(3),
    "outcome" TEXT,
    "reasonId" UUID,
    "answeredBy" UUID,
    "answeredAt" TIMESTAMPTZ(3),

    CONSTRAINT "Dispute_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Dispute_partnerId_idx" ON "Dispute"("partnerId");

-- CreateIndex
CREATE UNIQUE INDEX "Dispute_consultationId_number_key" ON "Dispute"("consultationId", "number");

-- CreateIndex
CREATE UNIQUE INDEX "Restitution_roundId_partnerId_n_key" ON "Restitution"("roundId", "partnerId", "n");
