/** "scinder P-0042 : première idée / deuxième idée", by the team or by its author; "recoller P-0042". */
import type { ProposalRow } from '../../app/ports/proposals.ts';
import {
  refuseSplit,
  rejoinProposal,
  splitProposal,
  suggestSplit,
} from '../../app/proposal/split-proposal.ts';
import { mayBeWrittenTo } from '../../app/round/extend-round.ts';
import type { Document } from '../../chat/outbound.ts';
import { type ProposalId, ref, type WordsId } from '../../core/ids.ts';
import { current, type Extract } from '../../core/proposal/model.ts';
import { partsWritten } from '../../core/proposal/split.ts';
import { isRefusal, refuse } from '../../core/refusal.ts';
import { type FocusOf, focusFrom } from '../focus.ts';
import { phrasesIn } from '../locales/phrases.ts';
import { item, quoted, refs } from '../partner/describe.ts';
import { inItsWords, readParts, splitByAuthor, splitInto } from '../split-parts.ts';
import { answer, documentOf, line, list, type Reply, refusal, type Talk } from '../talk.ts';
import { holdPlaces, tellPartners } from '../tell-partners.ts';
import { agrees } from '../understand.ts';
import { inTeam } from './dialogue.ts';

export type SplitCommand =
  /** The parts are written in the message from `textAt` (UTF-16) on; null when they are not said. */
  | { readonly does: 'split'; readonly number: number; readonly textAt: number | null }
  | { readonly does: 'rejoin'; readonly number: number };

const REF = 'p ?[-‐–]? ?(\\d{1,9})';
const COLON = '[ \\u00a0\\u202f]{0,3}:\\s{0,20}(?=\\S)';
const SPLIT = new RegExp(`^\\s{0,20}(?:scinder|scinde|scindez|s[ée]parer|split) {1,3}${REF}${COLON}`, 'iu');
const UNSAID = new RegExp(
  `^\\s{0,20}(?:scinder|scinde|scindez|split) {1,3}${REF}\\s{0,9}[.!?:]?\\s{0,9}$`,
  'iu',
);
const SEVERAL = new RegExp(
  `^\\s{0,20}${REF} ?[,:]? ?(?:(?:c['’]est|ce sont|il y a|these are|this is|it['’]s|there are) )?(?:deux|trois|plusieurs|two|three|several) (?:id[ée]es|ideas)${COLON}`,
  'iu',
);
const REJOIN = new RegExp(`^\\s{0,20}(?:recoller|recolle|rejoin) {1,3}${REF}\\s{0,9}[.!]?\\s{0,9}$`, 'iu');

/** null when the message is no such command. */
export function splitCommand(text: string): SplitCommand | null {
  const split = SPLIT.exec(text) ?? SEVERAL.exec(text);
  if (split) return { does: 'split', number: Number(split[1]), textAt: split[0].length };
  const unsaid = UNSAID.exec(text);
  if (unsaid) return { does: 'split', number: Number(unsaid[1]), textAt: null };
  const rejoin = REJOIN.exec(text);
  return rejoin ? { does: 'rejoin', number: Number(rejoin[1]) } : null;
}

export async function onSplitMessage(talk: Talk): Promise<Reply | null> {
  const command = splitCommand(talk.text);
  if (!command) return null;
  const row = await talk.tx.proposals.byNumber(talk.consultation.id, command.number);
  const own = row !== null && talk.actor.partners.some(({ id }) => id === row.partnerId);
  if (!own && !inTeam(talk)) return refusal(talk, refuse('no-such-proposal'));
  if (!row) return refusal(talk, refuse('unknown-proposal', { proposal: ref(command.number) }));
  if (command.does === 'rejoin') return onRejoin(talk, row, own);
  if (command.textAt === null)
    return answer(line(...item(talk, row, 400)), talk.say.split.how(ref(row.number)));
  if (own) return splitByAuthor(talk, row, partsWritten(talk.text, command.textAt));
  return byTeam(talk, row, command.textAt);
}

/** The team quotes the author's words: what nobody said is no part of a proposal. */
async function byTeam(talk: Talk, row: ProposalRow, textAt: number): Promise<Reply> {
  const { split: say } = talk.say;
  const named = { proposal: ref(row.number) };
  const written = partsWritten(talk.text, textAt).map(({ start, end }) => talk.text.slice(start, end));
  const suggested = await suggestSplit(talk, row, written.length);
  if (isRefusal(suggested)) return refusal(talk, suggested);
  const extracts = await inItsWords(talk, row, written);
  if (!extracts) return refusal(talk, refuse('part-not-in-words', named));
  const partners = await talk.tx.people.partners(talk.consultation.id);
  const author = partners.find(({ id }) => id === row.partnerId);
  if (row.partnerId === null) {
    const made = await splitProposal(talk, row, await readParts(talk, row, extracts), 'split.apply');
    if (isRefusal(made)) return refusal(talk, made);
    return answer(
      say.done(ref(row.number)),
      list(...made.map((one) => item(talk, one))),
      say.undo(ref(row.number)),
    );
  }
  if (!author || !mayBeWrittenTo(author)) return refusal(talk, refuse('author-unreachable', named));
  const theirs = phrasesIn(author.person.lang, talk.consultation.content.languages);
  const [conversation] = await tellPartners(
    talk,
    [author],
    'split',
    () => question(theirs, row, extracts),
    row.roundId,
  );
  const before = focusFrom(conversation!.focus);
  if (conversation!.consultationId !== talk.consultation.id)
    await talk.tx.conversations.setConsultation(conversation!.id, talk.consultation.id);
  await talk.tx.conversations.setFocus(conversation!.id, {
    waits: 'split',
    proposal: row.id,
    parts: extracts,
    back: before.waits === 'split' ? before.back : before,
  });
  return answer(say.asked(ref(row.number), extracts.length));
}

const question = (
  say: ReturnType<typeof phrasesIn>,
  row: ProposalRow,
  extracts: readonly Extract[],
): Document =>
  documentOf(
    {
      blocks: [
        line(say.split.ask(ref(row.number), extracts.length)),
        list(...extracts.map((one) => [...quoted(say, one, 300)])),
        line(say.split.question),
      ],
      choices: say.split.choices.map((label, index) => ({ value: String(index + 1), label })),
    },
    say.lang,
  );

/** null when the message is no answer to it: it is then taken for what the person was doing before. */
export async function onSplitAnswer(talk: Talk, focus: FocusOf<'split'>): Promise<Reply | null> {
  const wanted = agrees(talk.text);
  const row = await talk.tx.proposals.byId(focus.proposal as ProposalId);
  if (wanted === null || !row) return null;
  const back = focusFrom(focus.back);
  const { split: say } = talk.say;
  if (!wanted) {
    const kept = await refuseSplit(talk, row);
    return {
      ...(isRefusal(kept) ? refusal(talk, kept) : answer(say.keptWhole(ref(row.number)))),
      focus: back,
    };
  }
  const extracts = focus.parts.map((part) => ({ ...part, words: part.words as WordsId }));
  // Rewritten since it was asked: the parts are of words that stand no more.
  if (extracts.some(({ words }) => words !== current(row).words))
    return { ...refusal(talk, refuse('split-outdated', { proposal: ref(row.number) })), focus: back };
  return { ...(await splitInto(talk, row, extracts)), focus: back };
}

async function onRejoin(talk: Talk, row: ProposalRow, own: boolean): Promise<Reply> {
  const partners = await talk.tx.people.partners(talk.consultation.id);
  const author = partners.find(({ id }) => id === row.partnerId);
  if (!own && author) await holdPlaces(talk, [author]);
  const done = await rejoinProposal(talk, row.number);
  if (isRefusal(done)) return refusal(talk, done);
  const { whole, parts } = done;
  if (!own && author && mayBeWrittenTo(author)) {
    const theirs = phrasesIn(author.person.lang, talk.consultation.content.languages);
    await tellPartners(talk, [author], 'split', () =>
      documentOf(
        { blocks: [line(theirs.split.rejoined(ref(whole.number), refs({ ...talk, say: theirs }, parts)))] },
        theirs.lang,
      ),
    );
  }
  return answer(talk.say.split.rejoined(ref(whole.number), refs(talk, parts)));
}
