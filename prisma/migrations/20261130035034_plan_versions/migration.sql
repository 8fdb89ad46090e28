-- CreateTable
CREATE TABLE "PlanVersion" (
    "id" UUID NOT NULL,
    "consultationId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "origin" TEXT NOT NULL,
    "body" JSONB NOT NULL,
    "decidedBy" TEXT,
    "decidedOn" TEXT,
    "createdBy" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "PlanVersion_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "PlanVersion_consultationId_number_key" ON "PlanVersion"("consultationId", "number");
