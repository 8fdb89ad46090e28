/** What was said in a workshop, as its groups and its minutes see it. */
import type { RoundContent } from '../../core/consultation/model.ts';
import type { ProposalId } from '../../core/ids.ts';
import { axisOf, current } from '../../core/proposal/model.ts';
import type { GroupingInput } from '../../core/synthesis/model.ts';
import type { Said } from '../../core/workshop/minutes.ts';
import type { Workshop } from '../../core/workshop/model.ts';
import type { Scene } from '../perform.ts';
import type { Partner } from '../ports/people.ts';
import type { ProposalRow } from '../ports/proposals.ts';
import { attributionOf } from '../synthesis/snapshot.ts';

type Reads = Pick<Scene<'proposals' | 'people'>, 'tx' | 'consultation'>;

export interface SaidInRoom extends Said {
  readonly row: ProposalRow;
  readonly author: Partner | null;
}

/** In number order; a proposal stands on its own axis if the workshop is about it, else on that of the thread it was written in. */
export async function saidIn(
  { tx, consultation }: Reads,
  { roundId }: Pick<Workshop, 'roundId'>,
  content: RoundContent,
): Promise<readonly SaidInRoom[]> {
  const rows = (await tx.proposals.of(consultation.id, { roundId, states: ['submitted'] })).filter(
    ({ lateness }) => lateness === 'in-time' || lateness === 'accepted',
  );
  const partners = new Map((await tx.people.partners(consultation.id)).map((one) => [one.id, one]));
  const only = content.axes.length === 1 ? content.axes[0]! : null;
  return rows.map((row) => {
    const author = row.partnerId === null ? null : (partners.get(row.partnerId) ?? null);
    const own = axisOf(row);
    const asked = content.prompts.find(({ key }) => key === row.promptKey)?.axis ?? null;
    return {
      row,
      author,
      proposal: row.id,
      number: row.number,
      axis: own !== null && content.axes.includes(own) ? own : (asked ?? only),
      quote: attributionOf(row, author ?? undefined) === 'none' ? null : current(row),
      at: row.submittedAt,
    };
  });
}

/** By axis, what grouping needs. */
export async function groupable(
  scene: Reads & Pick<Scene<'words'>, 'tx'>,
  said: readonly SaidInRoom[],
): Promise<ReadonlyMap<string | null, readonly GroupingInput[]>> {
  const texts = await scene.tx.words.texts(said.map(({ row }) => current(row).words));
  const inputs = said.flatMap(({ row, axis, quote }) => {
    const { words, start, end } = current(row);
    const text = texts.get(words)?.slice(start, end);
    const theme = row.tags.find(({ dimension, main }) => dimension === 'theme' && main)?.value ?? null;
    return text
      ? [
          {
            axis,
            input: {
              id: row.id as ProposalId,
              text,
              theme,
              partnerId: row.partnerId,
              quotable: quote !== null,
            },
          },
        ]
      : [];
  });
  return new Map(
    [...Map.groupBy(inputs, ({ axis }) => axis)].map(([axis, of]) => [axis, of.map(({ input }) => input)]),
  );
}
