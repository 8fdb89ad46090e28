-- CreateTable
CREATE TABLE "Installation" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "generation" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Installation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Consultation" (
    "id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "contentId" UUID NOT NULL,
    "nextNumber" INTEGER NOT NULL DEFAULT 1,
    "revision" INTEGER NOT NULL DEFAULT 0,
    "salt" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Consultation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Content" (
    "id" UUID NOT NULL,
    "consultationId" UUID NOT NULL,
    "hash" TEXT NOT NULL,
    "parsed" JSONB NOT NULL,
    "loadedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Content_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Organisation" (
    "id" UUID NOT NULL,
    "consultationId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "acronym" TEXT,
    "collegeKey" TEXT NOT NULL,

    CONSTRAINT "Organisation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Person" (
    "id" UUID NOT NULL,
    "consultationId" UUID NOT NULL,
    "name" TEXT,
    "lang" TEXT NOT NULL,
    "zone" TEXT,
    "stoppedAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Identity" (
    "id" UUID NOT NULL,
    "consultationId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "platform" TEXT NOT NULL,
    "workspace" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "linkGeneration" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Identity_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Role" (
    "id" UUID NOT NULL,
    "consultationId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "role" TEXT NOT NULL,
    "groupKey" TEXT,

    CONSTRAINT "Role_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Partner" (
    "id" UUID NOT NULL,
    "consultationId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "collegeKey" TEXT NOT NULL,
    "substitute" BOOLEAN NOT NULL DEFAULT false,
    "attribution" TEXT NOT NULL,
    "standing" TEXT NOT NULL DEFAULT 'personal',
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Partner_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Conversation" (
    "id" UUID NOT NULL,
    "consultationId" UUID,
    "platform" TEXT NOT NULL,
    "workspace" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "externalRef" TEXT,
    "userId" TEXT,
    "nextSeq" INTEGER NOT NULL DEFAULT 1,
    "focus" JSONB,
    "laneOwner" TEXT,
    "laneUntil" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Conversation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Inbound" (
    "id" UUID NOT NULL,
    "consultationId" UUID,
    "platform" TEXT NOT NULL,
    "workspace" TEXT NOT NULL,
    "eventId" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "conversationId" UUID,
    "personId" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "messageRef" TEXT,
    "wordsId" UUID,
    "payload" JSONB NOT NULL,
    "state" TEXT NOT NULL,
    "error" TEXT,
    "receivedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Inbound_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Words" (
    "id" UUID NOT NULL,
    "consultationId" UUID,
    "personId" UUID,
    "text" TEXT NOT NULL,
    "lang" TEXT,
    "writtenAt" TIMESTAMPTZ(3) NOT NULL,
    "erasedAt" TIMESTAMPTZ(3),
    "salt" TEXT NOT NULL DEFAULT ((gen_random_uuid())::text || (gen_random_uuid())::text),

    CONSTRAINT "Words_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Round" (
    "id" UUID NOT NULL,
    "consultationId" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "contentId" UUID NOT NULL,
    "state" TEXT NOT NULL,
    "openedAt" TIMESTAMPTZ(3) NOT NULL,
    "openedBy" UUID NOT NULL,
    "closesAt" TIMESTAMPTZ(3) NOT NULL,
    "closedAt" TIMESTAMPTZ(3),
    "closeReasonId" UUID,
    "attempt" INTEGER NOT NULL,

    CONSTRAINT "Round_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Participation" (
    "id" UUID NOT NULL,
    "consultationId" UUID NOT NULL,
    "roundId" UUID NOT NULL,
    "partnerId" UUID NOT NULL,
    "state" TEXT NOT NULL,
    "answered" TEXT[],
    "passed" TEXT[],
    "invitedAt" TIMESTAMPTZ(3) NOT NULL,
    "reachedAt" TIMESTAMPTZ(3),
    "consentedAt" TIMESTAMPTZ(3),
    "endedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Participation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Reminder" (
    "id" UUID NOT NULL,
    "consultationId" UUID NOT NULL,
    "roundId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "n" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "dueAt" TIMESTAMPTZ(3) NOT NULL,
    "askedBy" UUID,
    "deliveryId" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Reminder_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Answer" (
    "id" UUID NOT NULL,
    "consultationId" UUID NOT NULL,
    "roundId" UUID NOT NULL,
    "partnerId" UUID NOT NULL,
    "promptKey" TEXT,
    "conversationId" UUID NOT NULL,
    "messageRef" TEXT NOT NULL,
    "wordsId" UUID NOT NULL,
    "textAt" TIMESTAMPTZ(3) NOT NULL,
    "deletedAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Answer_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Proposal" (
    "id" UUID NOT NULL,
    "consultationId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "partnerId" UUID,
    "roundId" UUID,
    "promptKey" TEXT,
    "answerId" UUID,
    "contentId" UUID NOT NULL,
    "externalId" TEXT,
    "attribution" TEXT,
    "state" TEXT NOT NULL,
    "lateness" TEXT NOT NULL,
    "mergedIntoId" UUID,
    "revision" INTEGER NOT NULL,
    "submittedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Proposal_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ProposalVersion" (
    "id" UUID NOT NULL,
    "consultationId" UUID NOT NULL,
    "proposalId" UUID NOT NULL,
    "n" INTEGER NOT NULL,
    "wordsId" UUID NOT NULL,
    "start" INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ProposalVersion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Tag" (
    "id" UUID NOT NULL,
    "consultationId" UUID NOT NULL,
    "proposalId" UUID NOT NULL,
    "dimension" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "confidence" DOUBLE PRECISION NOT NULL,
    "main" BOOLEAN NOT NULL,
    "contentId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "replacedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Tag_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Endorsement" (
    "id" UUID NOT NULL,
    "consultationId" UUID NOT NULL,
    "proposalId" UUID NOT NULL,
    "partnerId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "retractedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Endorsement_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Doubt" (
    "id" UUID NOT NULL,
    "consultationId" UUID NOT NULL,
    "proposalId" UUID,
    "inboundId" UUID,
    "kind" TEXT NOT NULL,
    "options" TEXT[],
    "raisedAt" TIMESTAMPTZ(3) NOT NULL,
    "resolvedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Doubt_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Synthesis" (
    "id" UUID NOT NULL,
    "consultationId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "contentId" UUID NOT NULL,
    "roundId" UUID,
    "state" TEXT NOT NULL,
    "body" JSONB NOT NULL,
    "hash" TEXT,
    "commitments" JSONB,
    "compiledAt" TIMESTAMPTZ(3) NOT NULL,
    "signedBy" UUID,
    "signedAt" TIMESTAMPTZ(3),
    "published" JSONB,

    CONSTRAINT "Synthesis_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "DecisionStep" (
    "id" UUID NOT NULL,
    "consultationId" UUID NOT NULL,
    "proposalId" UUID NOT NULL,
    "body" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "reasonId" UUID NOT NULL,
    "decidedOn" TEXT NOT NULL,
    "recordedBy" UUID NOT NULL,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "DecisionStep_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Restitution" (
    "id" UUID NOT NULL,
    "consultationId" UUID NOT NULL,
    "roundId" UUID NOT NULL,
    "partnerId" UUID NOT NULL,
    "proposalIds" UUID[],
    "deliveryId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Restitution_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Delivery" (
    "id" UUID NOT NULL,
    "consultationId" UUID,
    "conversationId" UUID NOT NULL,
    "seq" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "document" JSONB NOT NULL,
    "state" TEXT NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "notBefore" TIMESTAMPTZ(3),
    "error" TEXT,
    "messageRef" TEXT,
    "generation" INTEGER NOT NULL,
    "inboundId" UUID,
    "roundId" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "sentAt" TIMESTAMPTZ(3),

    CONSTRAINT "Delivery_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Act" (
    "id" UUID NOT NULL,
    "consultationId" UUID NOT NULL,
    "actorId" UUID NOT NULL,
    "role" TEXT NOT NULL,
    "verb" TEXT NOT NULL,
    "subjectType" TEXT NOT NULL,
    "subjectId" TEXT NOT NULL,
    "refs" JSONB NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Act_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "Consultation_key_key" ON "Consultation"("key");

-- CreateIndex
CREATE UNIQUE INDEX "Content_consultationId_hash_key" ON "Content"("consultationId", "hash");

-- CreateIndex
CREATE UNIQUE INDEX "Organisation_consultationId_name_key" ON "Organisation"("consultationId", "name");

-- CreateIndex
CREATE INDEX "Person_consultationId_name_idx" ON "Person"("consultationId", "name");

-- CreateIndex
CREATE INDEX "Identity_platform_workspace_userId_idx" ON "Identity"("platform", "workspace", "userId");

-- CreateIndex
CREATE INDEX "Identity_personId_idx" ON "Identity"("personId");

-- CreateIndex
CREATE UNIQUE INDEX "Identity_consultationId_platform_workspace_userId_key" ON "Identity"("consultationId", "platform", "workspace", "userId");

-- CreateIndex
CREATE UNIQUE INDEX "Role_consultationId_personId_role_key" ON "Role"("consultationId", "personId", "role");

-- CreateIndex
CREATE INDEX "Partner_consultationId_collegeKey_idx" ON "Partner"("consultationId", "collegeKey");

-- CreateIndex
CREATE INDEX "Partner_personId_idx" ON "Partner"("personId");

-- CreateIndex
CREATE UNIQUE INDEX "Partner_consultationId_personId_organisationId_key" ON "Partner"("consultationId", "personId", "organisationId");

-- CreateIndex
CREATE UNIQUE INDEX "Conversation_platform_workspace_externalRef_key" ON "Conversation"("platform", "workspace", "externalRef");

-- CreateIndex
CREATE UNIQUE INDEX "Conversation_platform_workspace_userId_key" ON "Conversation"("platform", "workspace", "userId");

-- CreateIndex
CREATE INDEX "Inbound_conversationId_messageRef_idx" ON "Inbound"("conversationId", "messageRef");

-- CreateIndex
CREATE INDEX "Inbound_state_receivedAt_idx" ON "Inbound"("state", "receivedAt");

-- CreateIndex
CREATE UNIQUE INDEX "Inbound_platform_workspace_eventId_key" ON "Inbound"("platform", "workspace", "eventId");

-- CreateIndex
CREATE INDEX "Words_personId_idx" ON "Words"("personId");

-- CreateIndex
CREATE INDEX "Round_state_closesAt_idx" ON "Round"("state", "closesAt");

-- CreateIndex
CREATE UNIQUE INDEX "Round_consultationId_key_attempt_key" ON "Round"("consultationId", "key", "attempt");

-- CreateIndex
CREATE INDEX "Participation_partnerId_idx" ON "Participation"("partnerId");

-- CreateIndex
CREATE UNIQUE INDEX "Participation_roundId_partnerId_key" ON "Participation"("roundId", "partnerId");

-- CreateIndex
CREATE INDEX "Reminder_consultationId_state_dueAt_idx" ON "Reminder"("consultationId", "state", "dueAt");

-- CreateIndex
CREATE INDEX "Reminder_personId_idx" ON "Reminder"("personId");

-- CreateIndex
CREATE UNIQUE INDEX "Reminder_roundId_personId_n_key" ON "Reminder"("roundId", "personId", "n");

-- CreateIndex
CREATE INDEX "Answer_roundId_partnerId_idx" ON "Answer"("roundId", "partnerId");

-- CreateIndex
CREATE UNIQUE INDEX "Answer_conversationId_messageRef_key" ON "Answer"("conversationId", "messageRef");

-- CreateIndex
CREATE INDEX "Proposal_consultationId_revision_idx" ON "Proposal"("consultationId", "revision");

-- CreateIndex
CREATE INDEX "Proposal_partnerId_idx" ON "Proposal"("partnerId");

-- CreateIndex
CREATE INDEX "Proposal_answerId_idx" ON "Proposal"("answerId");

-- CreateIndex
CREATE UNIQUE INDEX "Proposal_consultationId_number_key" ON "Proposal"("consultationId", "number");

-- CreateIndex
CREATE UNIQUE INDEX "Proposal_consultationId_externalId_key" ON "Proposal"("consultationId", "externalId");

-- CreateIndex
CREATE UNIQUE INDEX "ProposalVersion_proposalId_n_key" ON "ProposalVersion"("proposalId", "n");

-- CreateIndex
CREATE INDEX "Tag_proposalId_idx" ON "Tag"("proposalId");

-- CreateIndex
CREATE UNIQUE INDEX "Endorsement_proposalId_partnerId_key" ON "Endorsement"("proposalId", "partnerId");

-- CreateIndex
CREATE INDEX "Doubt_consultationId_resolvedAt_idx" ON "Doubt"("consultationId", "resolvedAt");

-- CreateIndex
CREATE UNIQUE INDEX "Synthesis_consultationId_number_key" ON "Synthesis"("consultationId", "number");

-- CreateIndex
CREATE INDEX "DecisionStep_consultationId_proposalId_idx" ON "DecisionStep"("consultationId", "proposalId");

-- CreateIndex
CREATE INDEX "Restitution_consultationId_idx" ON "Restitution"("consultationId");

-- CreateIndex
CREATE UNIQUE INDEX "Restitution_roundId_partnerId_key" ON "Restitution"("roundId", "partnerId");

-- CreateIndex
CREATE INDEX "Delivery_state_conversationId_seq_idx" ON "Delivery"("state", "conversationId", "seq");

-- CreateIndex
CREATE INDEX "Delivery_consultationId_state_idx" ON "Delivery"("consultationId", "state");

-- CreateIndex
CREATE INDEX "Delivery_roundId_idx" ON "Delivery"("roundId");

-- CreateIndex
CREATE UNIQUE INDEX "Delivery_conversationId_seq_key" ON "Delivery"("conversationId", "seq");

-- CreateIndex
CREATE INDEX "Act_consultationId_subjectId_idx" ON "Act"("consultationId", "subjectId");

-- CreateIndex
CREATE INDEX "Act_consultationId_at_idx" ON "Act"("consultationId", "at");

-- AddForeignKey
ALTER TABLE "Identity" ADD CONSTRAINT "Identity_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Role" ADD CONSTRAINT "Role_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Partner" ADD CONSTRAINT "Partner_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ProposalVersion" ADD CONSTRAINT "ProposalVersion_proposalId_fkey" FOREIGN KEY ("proposalId") REFERENCES "Proposal"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Tag" ADD CONSTRAINT "Tag_proposalId_fkey" FOREIGN KEY ("proposalId") REFERENCES "Proposal"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
