-- CreateTable
CREATE TABLE "IndicatorMeasure" (
    "id" UUID NOT NULL,
    "consultationId" UUID NOT NULL,
    "action" TEXT NOT NULL,
    "indicator" TEXT NOT NULL,
    "value" DOUBLE PRECISION NOT NULL,
    "day" TEXT NOT NULL,
    "noteId" UUID,
    "recordedBy" UUID NOT NULL,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL,
    "takenBackAt" TIMESTAMPTZ(3),
    "toldAt" TIMESTAMPTZ(3),

    CONSTRAINT "IndicatorMeasure_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "IndicatorMeasure_consultationId_recordedAt_idx" ON "IndicatorMeasure"("consultationId", "recordedAt");
