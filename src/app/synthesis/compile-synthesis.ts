import type { Axis, Lang } from '../../core/consultation/model.ts';
import type { SynthesisId } from '../../core/ids.ts';
import { ref } from '../../core/ids.ts';
import { type Refusal, refuse } from '../../core/refusal.ts';
import { assemble } from '../../core/synthesis/assemble.ts';
import type { Grouping, GroupingInput } from '../../core/synthesis/model.ts';
import { perform, type Scene } from '../perform.ts';
import type { SynthesisRow } from '../ports.ts';
import { takeSnapshot } from './snapshot.ts';

/** Groups the proposals of one axis; `axis` null for those of a round without axes. */
export type Group = (proposals: readonly GroupingInput[], lang: Lang, axis: Axis | null) => Grouping;

type Needs = 'proposals' | 'people' | 'participations' | 'rounds' | 'words' | 'syntheses';

/** Drafts a synthesis of all that was said so far; a draft before it is dropped. */
export async function compileSynthesis(
  scene: Scene<Needs>,
  group: Group,
  id: SynthesisId,
): Promise<SynthesisRow | Refusal> {
  const { tx, now, consultation } = scene;
  return perform(scene, { verb: 'synthesis.compile', subjectType: 'synthesis', subjectId: id }, async () => {
    const { content } = consultation;
    const snapshot = await takeSnapshot(tx, consultation);
    if (snapshot.proposals.length + snapshot.aside.length === 0) return refuse('no-proposals');
    const lang = content.languages[0];
    const groupings = new Map<string | null, Grouping>();
    for (const axis of content.axes)
      groupings.set(axis.key, group(snapshot.texts.get(axis.key) ?? [], lang, axis));
    const withoutAxes = content.rounds.some((round) => round.axes.length === 0 && round.prompts.length > 0);
    const across = snapshot.texts.get(null) ?? [];
    if (withoutAxes && across.length > 1) groupings.set(null, group(across, lang, null));
    const body = assemble({
      ...snapshot,
      lang,
      axes: content.axes,
      groupings,
      smallestFigure: content.rules.smallestFigure,
    });
    return tx.syntheses.add({
      id,
      consultationId: consultation.id,
      contentId: consultation.contentId,
      roundId: null,
      state: 'draft',
      body: {
        ...body,
        unclassified: [...body.unclassified, ...snapshot.aside.map((row) => ref(row.number))],
      },
      hash: null,
      commitments: null,
      compiledAt: now,
      signedBy: null,
      signedAt: null,
      published: null,
    });
  });
}
