-- CreateTable
CREATE TABLE "Theme" (
    "id" UUID NOT NULL,
    "consultationId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "axisKey" TEXT,
    "label" TEXT NOT NULL,
    "words" TEXT[],
    "titleId" UUID,
    "mergedIntoId" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Theme_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ThemeMember" (
    "id" UUID NOT NULL,
    "consultationId" UUID NOT NULL,
    "themeId" UUID NOT NULL,
    "proposalId" UUID NOT NULL,
    "placedBy" UUID,
    "place" INTEGER NOT NULL,

    CONSTRAINT "ThemeMember_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ThemeChange" (
    "id" UUID NOT NULL,
    "consultationId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "does" TEXT NOT NULL,
    "before" JSONB NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "undoneAt" TIMESTAMPTZ(3),

    CONSTRAINT "ThemeChange_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "Theme_consultationId_number_key" ON "Theme"("consultationId", "number");

-- CreateIndex
CREATE UNIQUE INDEX "ThemeMember_proposalId_key" ON "ThemeMember"("proposalId");

-- CreateIndex
CREATE INDEX "ThemeMember_consultationId_idx" ON "ThemeMember"("consultationId");

-- CreateIndex
CREATE INDEX "ThemeMember_themeId_idx" ON "ThemeMember"("themeId");

-- CreateIndex
CREATE INDEX "ThemeChange_consultationId_at_idx" ON "ThemeChange"("consultationId", "at");
