-- CreateTable
CREATE TABLE "StatementReaction" (
    "id" UUID NOT NULL,
    "consultationId" UUID NOT NULL,
    "roundId" UUID NOT NULL,
    "partnerId" UUID NOT NULL,
    "statement" TEXT NOT NULL,
    "view" TEXT NOT NULL,
    "proposalId" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "StatementReaction_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "StatementReaction_roundId_idx" ON "StatementReaction"("roundId");

-- CreateIndex
CREATE INDEX "StatementReaction_partnerId_idx" ON "StatementReaction"("partnerId");
