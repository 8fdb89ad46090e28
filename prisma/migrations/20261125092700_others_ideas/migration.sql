-- AlterTable
ALTER TABLE "Partner" ADD COLUMN     "sharing" TEXT;

-- CreateTable
CREATE TABLE "ProposalLink" (
    "id" UUID NOT NULL,
    "consultationId" UUID NOT NULL,
    "proposalId" UUID NOT NULL,
    "otherId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ProposalLink_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Notice" (
    "id" UUID NOT NULL,
    "consultationId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "subjectId" UUID NOT NULL,
    "state" TEXT NOT NULL,
    "dueAt" TIMESTAMPTZ(3) NOT NULL,
    "deliveryId" UUID,
    "answer" TEXT,
    "answeredAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Notice_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "ProposalLink_otherId_idx" ON "ProposalLink"("otherId");

-- CreateIndex
CREATE UNIQUE INDEX "ProposalLink_proposalId_otherId_key" ON "ProposalLink"("proposalId", "otherId");

-- CreateIndex
CREATE INDEX "Notice_consultationId_state_dueAt_idx" ON "Notice"("consultationId", "state", "dueAt");

-- CreateIndex
CREATE INDEX "Notice_personId_idx" ON "Notice"("personId");

-- CreateIndex
CREATE UNIQUE INDEX "Notice_kind_subjectId_personId_key" ON "Notice"("kind", "subjectId", "personId");
