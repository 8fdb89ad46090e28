/** "En fait non, c'est plutôt…", whatever the bot asks meanwhile: done where it is plain, asked in a word where it is not. */
import type { ProposalRow } from '../../app/ports/proposals.ts';
import { ownProposal } from '../../app/proposal/change-own.ts';
import type { Block } from '../../chat/outbound.ts';
import { ref } from '../../core/ids.ts';
import { current } from '../../core/proposal/model.ts';
import { isRefusal } from '../../core/refusal.ts';
import { answer, leaveDoubt, line, type Reply, refusal, type Talk } from '../talk.ts';
import { type Amendment, amendmentSaid } from './amend-said.ts';
import { axisSaid } from './axis-said.ts';
import { quoted } from './describe.ts';
import { DAY, lastAnswered } from './in-question.ts';
import { meantBy } from './meant.ts';
import { at, goOn, type Place } from './place.ts';
import { isPlaced, placesIn, reread } from './reread.ts';
import { askRewrite, type NewWords, reviseTo } from './rewrite.ts';

const SHOWN = 200;

/** null when the message takes nothing back. `among`: what the bot asks about, else their last answer. */
export async function onAmending(
  talk: Talk,
  place: Place,
  prompt: string | null,
  among: readonly ProposalRow[] | null,
): Promise<Reply | null> {
  const { event, text, wordsId } = talk;
  if (event.type !== 'message' || wordsId === null) return null;
  const amendment = amendmentSaid(text, talk.lang);
  if (!amendment) return null;
  const rows = (among ?? (await lastAnswered(talk))).filter(
    ({ partnerId }) => partnerId === place.partner.id,
  );
  if (rows.length === 0) return null;
  const rest = text.slice(amendment.from);
  const meant = rows.length === 1 ? rows[0]! : await meantBy({ ...talk, text: rest }, rows);
  if (rest.trim() === '') return meant ? askRewrite(talk, place, meant.promptKey, meant) : null;
  const axis = await axisSaid({ ...talk, text: rest }, meant ? [meant] : rows);
  if (axis) return axis.which ?? goOn(talk, place, axis.sentence);
  if (talk.desk.reader.read(rest, { lang: talk.lang, prompt: null }).nature !== 'ideas') return null;
  const plain = amendment.sure && (among !== null || !(await passedSince(talk)));
  if (amendment.detail) {
    const placed = rows.some(isPlaced) && (await placesIn(talk, rest)).length > 0;
    if (placed || (plain && meant))
      return goOn(talk, place, await reread(talk, meant ? [meant] : rows, rest));
  } else if (plain && meant) {
    return amended(talk, place, meant, { words: wordsId, text, from: amendment.from });
  }
  return askWhether(talk, place, prompt, rows, amendment);
}

/** They passed a question since: what they take back may be that. */
async function passedSince({ tx, consultation, actor, now }: Talk): Promise<boolean> {
  const verbs = ['answer.submit', 'participation.pass'];
  const last = await tx.acts.last(consultation.id, actor.person.id, verbs, now - DAY);
  return last?.verb === 'participation.pass';
}

/** The new words in place of the old ones, then the question the person is at. */
export async function amended(
  talk: Talk,
  place: Place,
  row: ProposalRow,
  by: NewWords,
  ...lead: readonly (string | Block)[]
): Promise<Reply> {
  const own = await ownProposal(talk, row.number, 'revise');
  if (isRefusal(own)) return refusal(talk, own);
  const stays = await reviseTo(talk, own, by);
  if (stays) return stays;
  return goOn(talk, place, ...lead, await nowReads(talk, row));
}

/** "C'est corrigé, P-0042 : « … »", in its words of now. */
export async function nowReads(talk: Talk, { id, number }: ProposalRow): Promise<Block> {
  const row = (await talk.tx.proposals.byId(id))!;
  const { amend } = talk.say;
  return line(amend.done(ref(number)), ...quoted(talk.say, current(row), SHOWN), amend.undo);
}

/** A correction, or another idea? */
export async function askWhether(
  talk: Talk,
  place: Place,
  prompt: string | null,
  rows: readonly ProposalRow[],
  { from, detail }: Amendment,
): Promise<Reply> {
  const { event, wordsId } = talk;
  if (event.type !== 'message' || wordsId === null) return goOn(talk, place);
  const { amend } = talk.say;
  const names = rows.map(({ number }) => ref(number));
  // The team has it from now on: whatever comes next may leave the question unanswered.
  const doubt = await leaveDoubt(talk, 'correction');
  return {
    ...answer(amend.ask(names)),
    choices: [...names.map(amend.fix), amend.fresh].map((label, index) => ({
      value: String(index + 1),
      label,
    })),
    focus: {
      waits: 'amend',
      ...at(place, prompt),
      words: wordsId,
      message: event.message,
      at: event.at,
      proposals: rows.map(({ id }) => id),
      from,
      detail,
      doubt,
    },
  };
}
