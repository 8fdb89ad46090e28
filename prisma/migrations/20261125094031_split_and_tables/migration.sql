-- AlterTable
ALTER TABLE "Proposal" ADD COLUMN     "splitFromId" UUID,
ADD COLUMN     "tableId" UUID;

-- CreateTable
CREATE TABLE "WorkshopTable" (
    "id" UUID NOT NULL,
    "consultationId" UUID NOT NULL,
    "labelId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "WorkshopTable_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "TableAttendee" (
    "id" UUID NOT NULL,
    "consultationId" UUID NOT NULL,
    "tableId" UUID NOT NULL,
    "partnerId" UUID,
    "organisationId" UUID,
    "collegeKey" TEXT,
    "people" INTEGER NOT NULL,
    "confirmedAt" TIMESTAMPTZ(3),

    CONSTRAINT "TableAttendee_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "TableEntry" (
    "id" UUID NOT NULL,
    "consultationId" UUID NOT NULL,
    "tableId" UUID NOT NULL,
    "wordsId" UUID NOT NULL,
    "recordedBy" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "TableEntry_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "WorkshopTable_consultationId_idx" ON "WorkshopTable"("consultationId");

-- CreateIndex
CREATE INDEX "TableAttendee_partnerId_idx" ON "TableAttendee"("partnerId");

-- CreateIndex
CREATE UNIQUE INDEX "TableAttendee_tableId_partnerId_key" ON "TableAttendee"("tableId", "partnerId");

-- CreateIndex
CREATE UNIQUE INDEX "TableAttendee_tableId_organisationId_key" ON "TableAttendee"("tableId", "organisationId");

-- CreateIndex
CREATE UNIQUE INDEX "TableAttendee_tableId_collegeKey_key" ON "TableAttendee"("tableId", "collegeKey");

-- CreateIndex
CREATE INDEX "TableEntry_tableId_idx" ON "TableEntry"("tableId");

-- CreateIndex
CREATE INDEX "Proposal_tableId_idx" ON "Proposal"("tableId");
