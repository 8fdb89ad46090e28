-- AlterTable
ALTER TABLE "Organisation" ADD COLUMN     "rna" TEXT,
ADD COLUMN     "seat" TEXT,
ADD COLUMN     "siret" TEXT,
ADD COLUMN     "territories" TEXT[] DEFAULT ARRAY[]::TEXT[];

-- AlterTable
ALTER TABLE "Partner" ADD COLUMN     "capacity" TEXT,
ADD COLUMN     "jobTitle" TEXT;

-- AlterTable
ALTER TABLE "Person" ADD COLUMN     "email" TEXT,
ADD COLUMN     "enrolledLang" TEXT,
ADD COLUMN     "preferred" TEXT,
ADD COLUMN     "telephone" TEXT;

-- CreateIndex
CREATE INDEX "Person_consultationId_email_idx" ON "Person"("consultationId", "email");

-- Nobody could choose another language so far.
UPDATE "Person" SET "enrolledLang" = lang WHERE name IS NOT NULL;
