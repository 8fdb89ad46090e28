-- AlterTable
ALTER TABLE "PlanVersion" ADD COLUMN     "adjustmentIds" UUID[] DEFAULT ARRAY[]::UUID[];

-- CreateTable
CREATE TABLE "Adjustment" (
    "id" UUID NOT NULL,
    "consultationId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "basis" INTEGER NOT NULL,
    "line" TEXT,
    "state" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Adjustment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AdjustmentVersion" (
    "id" UUID NOT NULL,
    "consultationId" UUID NOT NULL,
    "adjustmentId" UUID NOT NULL,
    "n" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "axis" TEXT,
    "fields" JSONB NOT NULL,
    "proposalIds" UUID[],
    "writtenBy" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "AdjustmentVersion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AdjustmentStep" (
    "id" UUID NOT NULL,
    "consultationId" UUID NOT NULL,
    "adjustmentId" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "body" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "reasonId" UUID NOT NULL,
    "decidedOn" TEXT NOT NULL,
    "recordedBy" UUID NOT NULL,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL,
    "reopens" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "AdjustmentStep_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "Adjustment_consultationId_number_key" ON "Adjustment"("consultationId", "number");

-- CreateIndex
CREATE INDEX "AdjustmentVersion_consultationId_idx" ON "AdjustmentVersion"("consultationId");

-- CreateIndex
CREATE UNIQUE INDEX "AdjustmentVersion_adjustmentId_n_key" ON "AdjustmentVersion"("adjustmentId", "n");

-- CreateIndex
CREATE INDEX "AdjustmentStep_consultationId_adjustmentId_idx" ON "AdjustmentStep"("consultationId", "adjustmentId");
