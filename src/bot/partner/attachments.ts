/** Somebody sent files, or takes one back. */
import { keepAttachments, type Taken } from '../../app/attachment/keep-attachments.ts';
import { eraseAttachment, numberedAttachment } from '../../app/attachment/settle-attachment.ts';
import type { Block } from '../../chat/outbound.ts';
import { attachmentRef } from '../../core/ids.ts';
import { isRefusal } from '../../core/refusal.ts';
import { answer, leaveDoubt, line, list, type Reply, refusal, type Talk } from '../talk.ts';
import { bare, wordless } from '../understand.ts';
import { placeOf, sayAgain } from './place.ts';

export const bringsFiles = (talk: Talk): boolean => talk.event.type === 'message' && talk.files.length > 0;

/** Nothing but files, or words that only announce them: what they say can't be read yet. */
export const onlyFiles = (talk: Talk): boolean =>
  bringsFiles(talk) && (wordless(talk.text) || (talk.text.length < 120 && ANNOUNCES.test(bare(talk.text))));

const ANNOUNCES =
  /^(?:(?:bonjour|bonsoir|hello|hi|et|aussi|also)[ ,!.]{1,3}){0,2}(?:voici|voila|ci-joint|ci-jointe|ci joint|cf|en piece jointe|en pj|piece jointe|pj|(?:je vous|on vous|nous vous) (?:envoie|envoies|envoi|envoyons|joins|joint|joignons|transmets|transmettons|mets)|(?:une|la|des|les|notre|nos|ma|mon) (?:photo|photos|compte[ -]rendu|document|documents|note|piece|courrier)|here is|here are|here's|attached|please find|see attached|a (?:photo|picture)|our (?:notes|minutes|letter))\b(?!.*\b(?:il faut|il faudrait|besoin|manque|propos\p{L}*|we need|should)\b)/u;

/** Keeps them, and says what was kept before whatever is answered to the words beside them. */
export async function withFiles(talk: Talk, reply: Reply | null): Promise<Reply> {
  const { event, conversation, inboundId, files } = talk;
  if (event.type !== 'message') return reply ?? answer();
  const sent = { inboundId, conversationId: conversation.id, messageRef: event.message, files };
  const taken = await keepAttachments(talk, sent);
  if (isRefusal(taken)) return refusal(talk, taken);
  // The team hears of what could not be kept: somebody may ask for it another way.
  if (taken.some((one) => !('kept' in one))) await leaveDoubt(talk, 'file');
  const said = told(talk, taken);
  if (reply !== null) return { ...reply, blocks: [...answer(...said).blocks, ...reply.blocks] };
  const { twoLines } = talk.say.attachments;
  if (talk.focus.waits === 'answer') {
    const place = await placeOf(talk, talk.focus);
    if (place) {
      const again = sayAgain(talk, place, talk.focus.prompt, twoLines);
      return { ...again, blocks: [...answer(...said).blocks, ...again.blocks] };
    }
  }
  return answer(...said, twoLines);
}

function told(talk: Talk, taken: readonly Taken[]): (string | Block)[] {
  const say = talk.say.attachments;
  const { opening, closing } = talk.say.marks;
  const kept = taken.flatMap((one) => ('kept' in one ? [one.kept] : []));
  const named = kept.map(({ id, name, number, bytes }) => [
    opening,
    { words: name, end: 120, file: id },
    `${closing} (${attachmentRef(number)}, ${say.size(bytes)})`,
  ]);
  return [
    ...(named.length === 1 ? [line(say.kept, ...named[0]!, say.keptThen)] : []),
    ...(named.length > 1 ? [say.keptSeveral(named.length), list(...named), say.severalThen] : []),
    ...taken.flatMap((one) =>
      'kept' in one
        ? []
        : [line(opening, { words: one.name, end: 120 }, `${closing}${say.colon} `, say.faults[one.fault])],
    ),
  ];
}

const TAKE_BACK =
  /^\s{0,20}(?:retirer|effacer|supprimer|withdraw|erase|delete|remove) {1,3}(?:la |le |the )?pj ?[-‐–]? ?(\d{1,9})\s{0,9}[.!]?\s{0,9}$/iu;

/** "retirer PJ-3", by whoever sent it; null when it is nothing of the kind. */
export async function onTakeBack(talk: Talk): Promise<Reply | null> {
  const [, number] = TAKE_BACK.exec(talk.text) ?? [];
  if (number === undefined) return null;
  const row = await numberedAttachment(talk, Number(number));
  if (isRefusal(row)) return refusal(talk, row);
  const erased = await eraseAttachment(talk, row, talk.ledger);
  return isRefusal(erased)
    ? refusal(talk, erased)
    : answer(talk.say.attachments.takenBack([attachmentRef(row.number)], row.proposals.length > 0));
}

/** The message they came with was deleted: so are they. */
export async function onFilesDeleted(talk: Talk): Promise<Reply | null> {
  const { event, conversation } = talk;
  if (event.type !== 'delete') return null;
  const rows = (await talk.tx.attachments.ofMessage(conversation.id, event.message)).filter(
    ({ state, personId }) => state !== 'erased' && personId === talk.actor.person.id,
  );
  for (const row of rows) {
    const erased = await eraseAttachment(talk, row, talk.ledger);
    if (isRefusal(erased)) return refusal(talk, erased);
  }
  const taken = rows.some(({ proposals }) => proposals.length > 0);
  return rows.length === 0
    ? null
    : answer(
        talk.say.attachments.takenBack(
          rows.map(({ number }) => attachmentRef(number)),
          taken,
        ),
      );
}
