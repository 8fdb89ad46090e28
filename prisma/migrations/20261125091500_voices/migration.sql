-- AlterTable
ALTER TABLE "Conversation" ADD COLUMN     "partnerId" UUID,
ADD COLUMN     "speakerId" UUID;

-- AlterTable
ALTER TABLE "Partner" ADD COLUMN     "successorId" UUID,
ALTER COLUMN "standing" DROP NOT NULL,
ALTER COLUMN "standing" DROP DEFAULT;

-- AlterTable
ALTER TABLE "Proposal" ADD COLUMN     "standing" TEXT NOT NULL DEFAULT 'personal';

-- CreateIndex
CREATE INDEX "Partner_successorId_idx" ON "Partner"("successorId");
