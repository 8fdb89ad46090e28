/** Proposals of others that say nearly the same as one's own: shown, as their authors allow, with three ways to go on. */
import { closeOnes, type Shown } from '../../app/proposal/others.ts';
import { display } from '../../chat/display.ts';
import type { Block, Inline } from '../../chat/outbound.ts';
import { type ProposalId, ref } from '../../core/ids.ts';
import { current } from '../../core/proposal/model.ts';
import type { FocusOf } from '../focus.ts';
import { answer, list, local, type Reply, type Talk } from '../talk.ts';
import { quoted } from './describe.ts';
import { at, type Place } from './place.ts';

/** One's own proposal, and those that the reader found close to it. */
export interface Close {
  readonly proposal: ProposalId;
  readonly others: readonly ProposalId[];
}

/** What is close to the ideas that are asked about. */
export const closeOf = ({ close }: FocusOf<'confirmation'>): Close[] =>
  close.map(({ proposal, others }) => ({
    proposal: proposal as ProposalId,
    others: others as ProposalId[],
  }));

/** UTF-16 units of somebody else's words shown at once. */
const SHOWN = 300;

/** `P-0007, « their words » (La Ressourcerie)`: the organisation or its type, never a person's name. */
export function othersItem(talk: Talk, { row, author }: Shown): (string | Inline)[] {
  const college = talk.consultation.content.colleges.find(({ key }) => key === author?.college);
  const by =
    author === null
      ? ''
      : author.attribution === 'college'
        ? college && local(talk, college.label)
        : display(author.organisation);
  return [`${ref(row.number)}, `, ...quoted(talk.say, current(row), SHOWN), by ? ` (${by})` : ''];
}

/** The question about the first of these that has a close one to show; null when none has. One an answer, no more. */
export async function offer(
  talk: Talk,
  place: Place,
  prompt: string | null,
  close: readonly Close[],
  ...lead: readonly (string | Block)[]
): Promise<Reply | null> {
  for (const { proposal, others } of close) {
    const shown = await closeOnes(talk, proposal, others);
    if (shown.length === 0) continue;
    const say = talk.say.others;
    const one = shown.length === 1;
    const joins = shown.map(({ row }) => (one ? say.joinIt : say.join(ref(row.number))));
    return {
      ...answer(
        ...lead,
        say.near(shown.length),
        list(...shown.map((each) => othersItem(talk, each))),
        say.ask(shown.length),
      ),
      kind: 'receipt',
      choices: [...joins, say.nuance, say.apart].map((label, index) => ({ value: String(index + 1), label })),
      about: shown.map(({ row }) => row.id),
      focus: {
        waits: 'near',
        ...at(place, prompt),
        proposal,
        others: shown.map(({ row }) => row.id),
        which: null,
      },
    };
  }
  return null;
}
