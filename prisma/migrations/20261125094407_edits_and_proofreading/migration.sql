-- CreateTable
CREATE TABLE "SynthesisEdit" (
    "id" UUID NOT NULL,
    "consultationId" UUID NOT NULL,
    "synthesisId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "edit" TEXT NOT NULL,
    "before" JSONB NOT NULL,
    "after" JSONB NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "undoneAt" TIMESTAMPTZ(3),

    CONSTRAINT "SynthesisEdit_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Proofreading" (
    "id" UUID NOT NULL,
    "consultationId" UUID NOT NULL,
    "synthesisId" UUID NOT NULL,
    "readerId" UUID NOT NULL,
    "askedBy" UUID NOT NULL,
    "askedAt" TIMESTAMPTZ(3) NOT NULL,
    "readAt" TIMESTAMPTZ(3),
    "remarkId" UUID,

    CONSTRAINT "Proofreading_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "SynthesisEdit_synthesisId_idx" ON "SynthesisEdit"("synthesisId");

-- CreateIndex
CREATE UNIQUE INDEX "Proofreading_synthesisId_readerId_key" ON "Proofreading"("synthesisId", "readerId");
