-- CreateTable
CREATE TABLE "GatePassage" (
    "id" UUID NOT NULL,
    "consultationId" UUID NOT NULL,
    "gate" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "reasonId" UUID,
    "debt" JSONB,
    "passedBy" UUID NOT NULL,
    "passedAt" TIMESTAMPTZ(3) NOT NULL,
    "takenBackAt" TIMESTAMPTZ(3),

    CONSTRAINT "GatePassage_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "GatePassage_consultationId_passedAt_idx" ON "GatePassage"("consultationId", "passedAt");
