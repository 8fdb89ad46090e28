-- CreateTable
CREATE TABLE "DigestReader" (
    "personId" UUID NOT NULL,
    "consultationId" UUID NOT NULL,
    "sinceAt" TIMESTAMPTZ(3),
    "readAt" TIMESTAMPTZ(3),
    "weekday" INTEGER,
    "minute" INTEGER,
    "always" BOOLEAN NOT NULL DEFAULT false,
    "nextAt" TIMESTAMPTZ(3),

    CONSTRAINT "DigestReader_pkey" PRIMARY KEY ("personId")
);

-- CreateIndex
CREATE INDEX "DigestReader_consultationId_nextAt_idx" ON "DigestReader"("consultationId", "nextAt");
