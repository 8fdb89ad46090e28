/** Dots on groups, while their sequence lasts. */
import type { RoundContent, Sequence } from '../../core/consultation/model.ts';
import { publishedColleges } from '../../core/consultation/published-colleges.ts';
import { isRefusal, type Refusal, refuse } from '../../core/refusal.ts';
import { sequenceOf } from '../../core/workshop/course.ts';
import { place, type Result, spent, tally, type Wish } from '../../core/workshop/dots.ts';
import { groupNumbered, standing } from '../../core/workshop/groups.ts';
import type { Workshop } from '../../core/workshop/model.ts';
import { perform, type Scene } from '../perform.ts';
import type { Partner } from '../ports/people.ts';

/** By group number. */
export type NumberedWish =
  | { readonly group: number; readonly set: number }
  | { readonly group: number; readonly add: number };

export interface MyDots {
  /** By group number, those with points only. */
  readonly placed: readonly { readonly group: number; readonly points: number }[];
  readonly left: number;
  readonly most: number;
}

/** The dots sequence under way; null when there is none. */
export function dotsOpen({ course }: Workshop, content: RoundContent): (Sequence & { dots: number }) | null {
  const sequence = course.state === 'running' ? sequenceOf(course, content.sequences ?? []) : null;
  return sequence?.does === 'dots' && sequence.dots !== undefined
    ? { ...sequence, dots: sequence.dots }
    : null;
}

/** All of these, or none; no wish tells where the person stands. */
export async function placeDots(
  scene: Scene<'workshops'>,
  known: Workshop,
  content: RoundContent,
  partner: Partner,
  wishes: readonly NumberedWish[] | 'none',
): Promise<MyDots | Refusal> {
  const { tx, now, actor } = scene;
  const person = actor.person.id;
  return perform(scene, { verb: 'workshop.dot', subjectType: 'workshop', subjectId: known.id }, async () => {
    const workshop = await tx.workshops.lock(known.id);
    const sequence = workshop && dotsOpen(workshop, content);
    if (!workshop || !sequence) return refuse('dots-closed');
    const grouped = await tx.workshops.grouped(workshop.id);
    const mine = (await tx.workshops.dots(workshop.id)).filter((one) => one.person === person);
    const asked: Wish[] = [];
    if (wishes === 'none') asked.push(...mine.map(({ group }) => ({ group, set: 0 })));
    else
      for (const wish of wishes) {
        const group = groupNumbered(grouped, wish.group);
        if (isRefusal(group)) return group;
        if (!standing(grouped).some(({ id }) => id === group.id))
          return refuse('no-such-group', { group: `G${wish.group}` });
        asked.push('set' in wish ? { group: group.id, set: wish.set } : { group: group.id, add: wish.add });
      }
    const after = place(mine, asked, sequence.dots);
    if (isRefusal(after)) return after;
    for (const [group, points] of after)
      if (points !== (mine.find((one) => one.group === group)?.points ?? 0))
        await tx.workshops.setDots(workshop, { group, person, partner: partner.id, points }, now);
    const numberOf = (id: string) => grouped.groups.find((group) => group.id === id)?.number ?? 0;
    const placed = [...after].filter(([, points]) => points > 0);
    return {
      placed: placed
        .map(([group, points]) => ({ group: numberOf(group), points }))
        .sort((a, b) => a.group - b.group),
      left: sequence.dots - spent(placed.map(([, points]) => ({ points }))),
      most: sequence.dots,
    };
  });
}

/** Results as they may be shown to everybody; `all`: to the team. */
export async function resultsOf(
  { tx, consultation }: Pick<Scene<'workshops' | 'people'>, 'tx' | 'consultation'>,
  workshop: Workshop,
  all = false,
): Promise<readonly Result[]> {
  const grouped = await tx.workshops.grouped(workshop.id);
  const partners = new Map((await tx.people.partners(consultation.id)).map((one) => [one.id, one.college]));
  const { content } = consultation;
  const rows = all
    ? content.colleges.map(({ key }) => ({ key, colleges: [key] }))
    : publishedColleges(content);
  return tally(await tx.workshops.dots(workshop.id), {
    groups: standing(grouped).map(({ id }) => id),
    colleges: rows.map(({ key }) => key),
    collegeOf: (partner) =>
      rows.find(({ colleges }) => colleges.some((key) => key === partners.get(partner)))?.key ?? null,
    smallest: content.rules.smallestFigure,
    all,
  });
}

/** The same, for somebody of the team. */
export async function watchResults(
  scene: Scene<'workshops' | 'people'>,
  workshop: Workshop,
): Promise<readonly Result[] | Refusal> {
  const act = { verb: 'workshop.watch', subjectType: 'workshop', subjectId: workshop.id } as const;
  return perform(scene, act, () => resultsOf(scene, workshop, true));
}
