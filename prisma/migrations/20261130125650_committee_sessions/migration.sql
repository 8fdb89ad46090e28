-- CreateTable
CREATE TABLE "CommitteeSession" (
    "id" UUID NOT NULL,
    "consultationId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "body" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "rules" JSONB NOT NULL,
    "closesAt" TIMESTAMPTZ(3) NOT NULL,
    "convenedBy" UUID NOT NULL,
    "convenedAt" TIMESTAMPTZ(3) NOT NULL,
    "closedAt" TIMESTAMPTZ(3),

    CONSTRAINT "CommitteeSession_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CommitteeMember" (
    "id" UUID NOT NULL,
    "consultationId" UUID NOT NULL,
    "sessionId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "groupKey" TEXT,
    "place" INTEGER NOT NULL,
    "proxyId" UUID,
    "remindedAt" TIMESTAMPTZ(3),

    CONSTRAINT "CommitteeMember_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CommitteeItem" (
    "id" UUID NOT NULL,
    "consultationId" UUID NOT NULL,
    "sessionId" UUID NOT NULL,
    "place" INTEGER NOT NULL,
    "adjustmentId" UUID,
    "version" INTEGER NOT NULL,
    "firstVersion" INTEGER NOT NULL,
    "proposalIds" UUID[],
    "outcome" TEXT,

    CONSTRAINT "CommitteeItem_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CommitteePosition" (
    "id" UUID NOT NULL,
    "consultationId" UUID NOT NULL,
    "sessionId" UUID NOT NULL,
    "itemId" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "proposalId" UUID,
    "personId" UUID NOT NULL,
    "stand" TEXT NOT NULL,
    "reasonId" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "CommitteePosition_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CommitteeOverride" (
    "id" UUID NOT NULL,
    "consultationId" UUID NOT NULL,
    "sessionId" UUID NOT NULL,
    "itemId" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "proposalId" UUID,
    "reasonId" UUID NOT NULL,
    "recordedBy" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "CommitteeOverride_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "CommitteeSession_state_closesAt_idx" ON "CommitteeSession"("state", "closesAt");

-- CreateIndex
CREATE UNIQUE INDEX "CommitteeSession_consultationId_number_key" ON "CommitteeSession"("consultationId", "number");

-- CreateIndex
CREATE INDEX "CommitteeMember_personId_idx" ON "CommitteeMember"("personId");

-- CreateIndex
CREATE UNIQUE INDEX "CommitteeMember_sessionId_personId_key" ON "CommitteeMember"("sessionId", "personId");

-- CreateIndex
CREATE UNIQUE INDEX "CommitteeItem_sessionId_place_key" ON "CommitteeItem"("sessionId", "place");

-- CreateIndex
CREATE INDEX "CommitteePosition_sessionId_idx" ON "CommitteePosition"("sessionId");

-- CreateIndex
CREATE INDEX "CommitteePosition_personId_idx" ON "CommitteePosition"("personId");

-- CreateIndex
CREATE INDEX "CommitteeOverride_sessionId_idx" ON "CommitteeOverride"("sessionId");
