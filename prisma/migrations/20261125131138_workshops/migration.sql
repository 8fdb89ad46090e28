-- CreateTable
CREATE TABLE "Workshop" (
    "id" UUID NOT NULL,
    "consultationId" UUID NOT NULL,
    "roundId" UUID NOT NULL,
    "state" TEXT NOT NULL,
    "at" INTEGER,
    "endsAt" TIMESTAMPTZ(3),
    "leftMs" INTEGER,
    "warned" BOOLEAN NOT NULL DEFAULT false,
    "openedAt" TIMESTAMPTZ(3) NOT NULL,
    "startedAt" TIMESTAMPTZ(3),
    "endedAt" TIMESTAMPTZ(3),
    "introductionId" UUID,
    "noteIds" UUID[] DEFAULT ARRAY[]::UUID[],
    "minutes" JSONB,
    "signedBy" UUID,
    "signedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Workshop_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "WorkshopRoom" (
    "id" UUID NOT NULL,
    "consultationId" UUID NOT NULL,
    "workshopId" UUID NOT NULL,
    "conversationId" UUID NOT NULL,
    "openingId" UUID,
    "shown" TEXT,

    CONSTRAINT "WorkshopRoom_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "WorkshopPost" (
    "deliveryId" UUID NOT NULL,
    "consultationId" UUID NOT NULL,
    "workshopId" UUID NOT NULL,
    "conversationId" UUID NOT NULL,
    "about" TEXT NOT NULL,

    CONSTRAINT "WorkshopPost_pkey" PRIMARY KEY ("deliveryId")
);

-- CreateTable
CREATE TABLE "WorkshopGuest" (
    "id" UUID NOT NULL,
    "consultationId" UUID NOT NULL,
    "workshopId" UUID NOT NULL,
    "conversationId" UUID NOT NULL,
    "platform" TEXT NOT NULL,
    "workspace" TEXT NOT NULL,
    "userId" TEXT,
    "personId" UUID,
    "enteredAt" TIMESTAMPTZ(3) NOT NULL,
    "leftAt" TIMESTAMPTZ(3),
    "askedAt" TIMESTAMPTZ(3),

    CONSTRAINT "WorkshopGuest_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "WorkshopSaying" (
    "id" UUID NOT NULL,
    "consultationId" UUID NOT NULL,
    "workshopId" UUID NOT NULL,
    "guestId" UUID NOT NULL,
    "inboundId" UUID NOT NULL,
    "messageRef" TEXT NOT NULL,
    "promptKey" TEXT,
    "wordsId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "takenAt" TIMESTAMPTZ(3),

    CONSTRAINT "WorkshopSaying_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "WorkshopGroup" (
    "id" UUID NOT NULL,
    "consultationId" UUID NOT NULL,
    "workshopId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "axisKey" TEXT,
    "titleId" UUID,
    "mergedIntoId" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "WorkshopGroup_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "WorkshopMember" (
    "id" UUID NOT NULL,
    "consultationId" UUID NOT NULL,
    "workshopId" UUID NOT NULL,
    "proposalId" UUID NOT NULL,
    "groupId" UUID NOT NULL,
    "movedBy" UUID,
    "place" INTEGER NOT NULL,

    CONSTRAINT "WorkshopMember_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "WorkshopDots" (
    "id" UUID NOT NULL,
    "consultationId" UUID NOT NULL,
    "workshopId" UUID NOT NULL,
    "groupId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "partnerId" UUID NOT NULL,
    "points" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "WorkshopDots_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "Workshop_roundId_key" ON "Workshop"("roundId");

-- CreateIndex
CREATE INDEX "Workshop_consultationId_state_idx" ON "Workshop"("consultationId", "state");

-- CreateIndex
CREATE INDEX "WorkshopRoom_conversationId_idx" ON "WorkshopRoom"("conversationId");

-- CreateIndex
CREATE UNIQUE INDEX "WorkshopRoom_workshopId_conversationId_key" ON "WorkshopRoom"("workshopId", "conversationId");

-- CreateIndex
CREATE INDEX "WorkshopPost_workshopId_idx" ON "WorkshopPost"("workshopId");

-- CreateIndex
CREATE INDEX "WorkshopGuest_personId_idx" ON "WorkshopGuest"("personId");

-- CreateIndex
CREATE UNIQUE INDEX "WorkshopGuest_workshopId_conversationId_userId_key" ON "WorkshopGuest"("workshopId", "conversationId", "userId");

-- CreateIndex
CREATE UNIQUE INDEX "WorkshopSaying_workshopId_inboundId_key" ON "WorkshopSaying"("workshopId", "inboundId");

-- CreateIndex
CREATE UNIQUE INDEX "WorkshopGroup_workshopId_number_key" ON "WorkshopGroup"("workshopId", "number");

-- CreateIndex
CREATE INDEX "WorkshopMember_groupId_idx" ON "WorkshopMember"("groupId");

-- CreateIndex
CREATE UNIQUE INDEX "WorkshopMember_workshopId_proposalId_key" ON "WorkshopMember"("workshopId", "proposalId");

-- CreateIndex
CREATE INDEX "WorkshopDots_personId_idx" ON "WorkshopDots"("personId");

-- CreateIndex
CREATE UNIQUE INDEX "WorkshopDots_workshopId_personId_groupId_key" ON "WorkshopDots"("workshopId", "personId", "groupId");
