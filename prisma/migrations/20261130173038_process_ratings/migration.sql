-- CreateTable
CREATE TABLE "ProcessRating" (
    "id" UUID NOT NULL,
    "consultationId" UUID NOT NULL,
    "personId" UUID,
    "question" TEXT NOT NULL,
    "grade" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ProcessRating_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "ProcessRating_personId_idx" ON "ProcessRating"("personId");

-- CreateIndex
CREATE UNIQUE INDEX "ProcessRating_consultationId_personId_question_key" ON "ProcessRating"("consultationId", "personId", "question");
