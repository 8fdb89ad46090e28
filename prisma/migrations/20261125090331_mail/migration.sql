-- CreateTable
CREATE TABLE "Mail" (
    "id" UUID NOT NULL,
    "consultationId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "conversationId" UUID NOT NULL,
    "roundId" UUID,
    "kind" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "dueAt" TIMESTAMPTZ(3) NOT NULL,
    "error" TEXT,
    "generation" INTEGER NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "sentAt" TIMESTAMPTZ(3),

    CONSTRAINT "Mail_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Mail_state_dueAt_idx" ON "Mail"("state", "dueAt");

-- CreateIndex
CREATE INDEX "Mail_personId_createdAt_idx" ON "Mail"("personId", "createdAt");

-- CreateIndex
CREATE INDEX "Mail_consultationId_state_idx" ON "Mail"("consultationId", "state");
