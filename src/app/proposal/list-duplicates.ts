/** Pairs of proposals that may say the same: shown to the team, never joined by the machine. */
import type { Lang } from '../../core/consultation/model.ts';
import { type Ref, ref } from '../../core/ids.ts';
import { counts } from '../../core/proposal/change.ts';
import { current } from '../../core/proposal/model.ts';
import type { Refusal } from '../../core/refusal.ts';
import { perform, type Scene } from '../perform.ts';

/** Pairs of places in the row of texts, the most alike first; found elsewhere than in this thread. */
export type Duplicates = (
  texts: readonly { readonly text: string; readonly lang: Lang }[],
) => Promise<readonly { readonly a: number; readonly b: number; readonly cosine: number }[]>;

interface Compared {
  readonly ref: Ref;
  readonly text: string;
}

/** What is to be compared, and which pairs were settled already: `P-0001 P-0002`. */
export interface ToCompare {
  readonly lang: Lang;
  readonly proposals: readonly Compared[];
  readonly settled: ReadonlySet<string>;
}

const both = (one: Ref, other: Ref): string => [one, other].sort().join(' ');

/** First step: reads. */
export async function readToCompare(
  scene: Scene<'proposals' | 'words' | 'links'>,
): Promise<ToCompare | Refusal> {
  const { tx, consultation } = scene;
  const act = { verb: 'proposals.list', subjectType: 'consultation', subjectId: consultation.id } as const;
  return perform(scene, act, async () => {
    const rows = (await tx.proposals.of(consultation.id)).filter(counts);
    const texts = await tx.words.texts(rows.map((row) => current(row).words));
    const refs = new Map(rows.map((row) => [row.id, ref(row.number)]));
    const links = await tx.links.of([...refs.keys()]);
    return {
      lang: consultation.content.languages[0],
      proposals: rows.flatMap((row): Compared[] => {
        const { words, start, end } = current(row);
        const text = texts.get(words)?.slice(start, end);
        return text ? [{ ref: ref(row.number), text }] : [];
      }),
      settled: new Set(
        links.flatMap(({ proposalId, otherId }) => {
          const [one, other] = [refs.get(proposalId), refs.get(otherId)];
          return one && other ? [both(one, other)] : [];
        }),
      ),
    };
  });
}

export interface Duplicate {
  readonly proposals: readonly [Compared, Compared];
  readonly cosine: number;
}

/** Second step, outside any transaction: those nobody has said anything of yet. */
export async function findDuplicates(
  { lang, proposals, settled }: ToCompare,
  duplicates: Duplicates,
): Promise<readonly Duplicate[]> {
  const found = await duplicates(proposals.map(({ text }) => ({ text, lang })));
  return found
    .map(({ a, b, cosine }): Duplicate => ({ proposals: [proposals[a]!, proposals[b]!], cosine }))
    .filter(({ proposals: [one, other] }) => !settled.has(both(one.ref, other.ref)));
}
