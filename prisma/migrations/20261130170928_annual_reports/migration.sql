-- DropIndex
DROP INDEX "Synthesis_consultationId_number_key";

-- AlterTable
ALTER TABLE "Synthesis" ADD COLUMN     "kind" TEXT NOT NULL DEFAULT 'synthesis';

-- CreateIndex
CREATE UNIQUE INDEX "Synthesis_consultationId_kind_number_key" ON "Synthesis"("consultationId", "kind", "number");
