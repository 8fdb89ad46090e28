/** "Oui mais la 2, c'est plutôt l'axe 3", after a receipt of several: what is said of each; the yes counts for the others. */
import type { ProposalRow } from '../../app/ports/proposals.ts';
import { ownProposal, withdrawProposal } from '../../app/proposal/change-own.ts';
import type { Block } from '../../chat/outbound.ts';
import { ref } from '../../core/ids.ts';
import { isRefusal } from '../../core/refusal.ts';
import { line, type Reply, refusal, type Talk } from '../talk.ts';
import { nowReads } from './amend.ts';
import { isDetail } from './amend-said.ts';
import { axisSaid } from './axis-said.ts';
import { type PartSaid, partsSaid } from './parts-said.ts';
import type { Place } from './place.ts';
import { reread } from './reread.ts';
import { askRewrite, reviseTo } from './rewrite.ts';

/** What was done, and to which; `reply`: a question, or a refusal, to be said instead of going on. */
export interface PartsTaken {
  readonly lead: readonly Block[];
  readonly changed: readonly ProposalRow[];
  readonly reply: Reply | null;
}

/** null when the message says nothing of any of them by its place. `asked`: the bot asks about them right now. */
export async function takeParts(
  talk: Talk,
  place: Place,
  prompt: string | null,
  rows: readonly ProposalRow[],
  asked: boolean,
): Promise<PartsTaken | null> {
  if (talk.event.type !== 'message' || rows.length < 2) return null;
  const parts = partsSaid(
    talk.text,
    rows.map(({ number }) => number),
    asked,
  );
  if (!parts.some(({ says }) => says !== 'right')) return null;
  const lead: Block[] = [];
  const changed: ProposalRow[] = [];
  for (const part of parts.filter(({ says }) => says === 'words' || says === 'withdraw')) {
    const row = rows[part.index]!;
    const done = part.says === 'withdraw' ? await withdraw(talk, row) : await change(talk, row, part);
    if (isReply(done)) return { lead, changed, reply: done };
    lead.push(done);
    changed.push(row);
  }
  const wrong = parts.find(({ says }) => says === 'wrong');
  const rewrite = wrong ? askRewrite(talk, place, prompt, rows[wrong.index]!) : null;
  return { lead, changed, reply: rewrite && { ...rewrite, blocks: [...lead, ...rewrite.blocks] } };
}

const isReply = (done: Block | Reply): done is Reply => 'blocks' in done;

async function withdraw(talk: Talk, row: ProposalRow): Promise<Block | Reply> {
  const done = await withdrawProposal(talk, row);
  const name = ref(row.number);
  return isRefusal(done)
    ? refusal(talk, done)
    : line(`${talk.say.withdrawn(name, false)} ${talk.say.restoreHow(name)}`);
}

/** An axis, places, or new words. */
async function change(talk: Talk, row: ProposalRow, { from, to }: PartSaid): Promise<Block | Reply> {
  const said = talk.text.slice(from, to);
  const axis = await axisSaid({ ...talk, text: said }, [row]);
  if (axis) return axis.which ?? line(axis.sentence);
  if (isDetail(said, talk.lang)) return line(await reread(talk, [row], said));
  const own = await ownProposal(talk, row.number, 'revise');
  if (isRefusal(own)) return refusal(talk, own);
  const stays = await reviseTo(talk, own, { words: talk.wordsId, text: talk.text, from, to });
  return stays ?? nowReads(talk, row);
}
