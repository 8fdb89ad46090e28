/** How somebody nobody knows yet is named to the team, and back: no address is written in a message, which would outlive who has it. */
import type { Address } from '../../app/ports/people.ts';
import type { ConversationId } from '../../core/ids.ts';
import type { Talk } from '../talk.ts';
import { guestAt } from '../workshop/guests.ts';

/** Characters of the conversation's id, random there. */
const CODE = 5;
const NEWCOMER = /^(?:nouveau|nouvelle|newcomer|new)$/iu;

export const newcomerCode = (conversation: ConversationId): string => conversation.slice(-CODE);

/** `nouveau:7f3a2`, `invité:3`, or an address as it is; null for nobody who still waits to be registered. */
export async function addressSaid(
  talk: Talk,
  at: { readonly platform: string; readonly userId: string },
): Promise<(Pick<Address, 'platform' | 'userId'> & Partial<Address>) | null> {
  if (!NEWCOMER.test(at.platform)) return guestAt(talk, at);
  const open = await talk.tx.doubts.open(talk.consultation.id);
  const found = [
    ...new Set(open.filter(({ kind }) => kind === 'newcomer').flatMap(({ options }) => options.slice(0, 1))),
  ].filter((id) => newcomerCode(id as ConversationId) === at.userId.toLowerCase());
  const [id] = found;
  const conversation = found.length === 1 ? await talk.tx.conversations.byId(id as ConversationId) : null;
  return conversation?.userId
    ? { platform: conversation.platform, workspace: conversation.workspace, userId: conversation.userId }
    : null;
}
