/** A reaction to a message of the bot's: a thumb on what it shows of somebody else's is support, and can be taken away. */
import type { ProposalRow } from '../../app/ports/proposals.ts';
import { retractSupport } from '../../app/proposal/support.ts';
import type { Document } from '../../chat/outbound.ts';
import { type ProposalId, ref } from '../../core/ids.ts';
import { isRefusal } from '../../core/refusal.ts';
import { type Focus, focusFrom, sameFocus } from '../focus.ts';
import { answer, type Reply, type Talk } from '../talk.ts';
import { refs } from './describe.ts';
import { onPartnerMessage } from './dialogue.ts';
import { askSupport, onJoin } from './support.ts';

/** As platforms write them: the sign itself, or its name. */
const FOR = /^(?:👍|❤|💚|💯|✅|👏|🙌|\+1|thumbsup|heart|100|white_check_mark|clap|raised_hands)$/u;
const AGAINST = /^(?:👎|❌|-1|thumbsdown|x)$/u;
/** Skin tones and the mark that makes a sign colourful. */
const plain = (emoji: string): string =>
  emoji.replace(/^:|:$|[\u{1f3fb}-\u{1f3ff}\ufe0f]|::skin-tone-\d/gu, '').replace(/:$/u, '');

/** As dots on what it reacts to: a thumb is one, a number so many; null for anything else. */
export function emojiPoints(emoji: string): number | null {
  const sign = plain(emoji);
  if (FOR.test(sign)) return 1;
  const place = DIGITS.findIndex((names) => names.includes(sign.replaceAll('\u20e3', '')));
  return place < 0 ? null : place + 1;
}

const DIGITS = [
  ['1', 'one'],
  ['2', 'two'],
  ['3', 'three'],
  ['4', 'four'],
  ['5', 'five'],
];

/** Questions a thumb may answer, while they are the last one asked. */
const YES_OR_NO: ReadonlySet<Focus['waits']> = new Set([
  'consent',
  'confirmation',
  'add',
  'merge',
  'behalf',
  'sharing',
]);

/** null when it says nothing: an applause to the bot needs no answer. */
export async function onReaction(talk: Talk): Promise<Reply | null> {
  const { event, tx } = talk;
  if (event.type !== 'reaction') return null;
  const emoji = plain(event.emoji);
  const agrees = FOR.test(emoji);
  if (!agrees && !AGAINST.test(emoji)) return null;
  const delivery = await tx.outbox.byMessage(talk.conversation.id, event.message);
  if (!delivery || delivery.consultationId !== talk.consultation.id) return null;
  const { about = [], asks } = delivery.document as Document;
  const asked = focusFrom(asks);
  const current = sameFocus(asked, talk.focus);
  if (about.length > 0) return agrees ? support(talk, about, event.removed) : null;
  if (!current || !YES_OR_NO.has(asked.waits) || event.removed) return null;
  return onPartnerMessage({ ...talk, text: agrees ? talk.say.team.yes : talk.say.team.no });
}

async function support(talk: Talk, about: readonly string[], removed: boolean): Promise<Reply | null> {
  const rows: ProposalRow[] = [];
  for (const id of about) {
    const row = await talk.tx.proposals.byId(id as ProposalId);
    if (row) rows.push(row);
  }
  const own = talk.actor.partners.map(({ id }) => id);
  const backed = rows.filter(({ endorsers }) => endorsers.some((one) => own.includes(one)));
  if (removed) {
    for (const { number } of backed) {
      const done = await retractSupport(talk, number);
      if (isRefusal(done)) return null;
    }
    return backed.length > 0 ? answer(talk.say.others.retracted(refs(talk, backed))) : null;
  }
  const [one, ...more] = rows.filter((row) => !backed.includes(row));
  if (!one) return backed.length > 0 ? answer(talk.say.others.supported(ref(backed[0]!.number))) : null;
  return more.length > 0 ? askSupport(talk, [one, ...more], talk.focus) : onJoin(talk, one.number, null);
}
