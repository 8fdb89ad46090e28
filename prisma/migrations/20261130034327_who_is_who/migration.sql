-- AlterTable
ALTER TABLE "Identity" ADD COLUMN     "goneAt" TIMESTAMPTZ(3),
ADD COLUMN     "locale" TEXT,
ADD COLUMN     "profiledAt" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "Person" ADD COLUMN     "soughtAt" TIMESTAMPTZ(3);

-- CreateIndex
CREATE INDEX "Identity_platform_profiledAt_idx" ON "Identity"("platform", "profiledAt");
