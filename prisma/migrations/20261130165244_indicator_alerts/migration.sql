-- CreateTable
CREATE TABLE "IndicatorAlert" (
    "id" UUID NOT NULL,
    "consultationId" UUID NOT NULL,
    "action" TEXT NOT NULL,
    "indicator" TEXT NOT NULL,
    "level" TEXT NOT NULL,
    "raisedAt" TIMESTAMPTZ(3) NOT NULL,
    "clearedAt" TIMESTAMPTZ(3),

    CONSTRAINT "IndicatorAlert_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "IndicatorAlert_consultationId_clearedAt_idx" ON "IndicatorAlert"("consultationId", "clearedAt");
