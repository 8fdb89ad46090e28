import type { Attribution, Prompt } from '../../core/consultation/model.ts';
import type { Participation } from '../../core/participation/model.ts';
import { decline, mayAnswer, start, take } from '../../core/participation/progress.ts';
import { type Refusal, refuse } from '../../core/refusal.ts';
import { perform, type Scene } from '../perform.ts';
import type { Partner, Sharing } from '../ports/people.ts';

const subject = (participation: Participation) => ({
  subjectType: 'participation',
  subjectId: participation.id,
});

/** A word from somebody calls off what would have reminded them. */
const heard = (scene: Scene<'reminders'>, { roundId }: Pick<Participation, 'roundId'>): Promise<void> =>
  scene.tx.reminders.callOff(scene.actor.person.id, roundId);

export async function startParticipation(
  scene: Scene<'participations' | 'reminders'>,
  participation: Participation,
): Promise<Participation | Refusal> {
  return perform(scene, { verb: 'participation.start', ...subject(participation) }, async () => {
    const started = start(participation, scene.now);
    await scene.tx.participations.save(started);
    await heard(scene, participation);
    return started;
  });
}

/** "Not me", or no: said to the facilitators through the figures; who it should be is kept as a doubt. */
export async function declineParticipation(
  scene: Scene<'participations' | 'reminders'>,
  participation: Participation,
): Promise<Participation | Refusal> {
  return perform(scene, { verb: 'participation.decline', ...subject(participation) }, async () => {
    const declined = decline(participation, scene.now);
    await scene.tx.participations.save(declined);
    await heard(scene, participation);
    return declined;
  });
}

export async function passPrompt(
  scene: Scene<'participations' | 'reminders'>,
  participation: Participation,
  prompts: readonly Prompt[],
  promptKey: string,
): Promise<Participation | Refusal> {
  const refs = { prompt: promptKey };
  return perform(scene, { verb: 'participation.pass', ...subject(participation), refs }, async () => {
    const refusal = mayAnswer(participation);
    if (refusal) return refusal;
    const next = take(participation, prompts, promptKey, 'passed', scene.now);
    await scene.tx.participations.save(next);
    await heard(scene, participation);
    return next;
  });
}

/** How the person may be quoted, for each organisation they speak for. */
export async function chooseAttribution(
  scene: Scene<'people'>,
  partners: readonly Partner[],
  attribution: Attribution,
): Promise<Attribution | Refusal> {
  const act = {
    verb: 'attribution.choose',
    subjectType: 'person',
    subjectId: scene.actor.person.id,
    refs: { attribution, was: partners.map((one) => `${one.id} ${one.attribution}`) },
  } as const;
  return perform(scene, act, async () => {
    const { allowed } = scene.consultation.content.rules.attribution;
    if (!allowed.includes(attribution)) return refuse('attribution-not-allowed', { attribution });
    for (const partner of partners) await scene.tx.people.setAttribution(partner.id, attribution);
    return attribution;
  });
}

/** Whether close ideas of theirs may be shown to other partners. */
export async function chooseSharing(
  scene: Scene<'people'>,
  partners: readonly Partner[],
  sharing: Sharing,
): Promise<Sharing | Refusal> {
  const { id } = scene.actor.person;
  const refs = { sharing, was: partners.map((one) => `${one.id} ${one.sharing ?? ''}`) };
  const act = { verb: 'proposal.share', subjectType: 'person', subjectId: id, refs } as const;
  return perform(scene, act, async () => {
    for (const partner of partners) await scene.tx.people.setSharing(partner.id, sharing);
    return sharing;
  });
}

/** "stop": no more messages until the person writes "reprendre". */
export async function stopMessages(
  scene: Scene<'people' | 'reminders'>,
  stopped: boolean,
): Promise<boolean | Refusal> {
  const act = {
    verb: 'participation.stop',
    subjectType: 'person',
    subjectId: scene.actor.person.id,
    refs: { stopped: stopped ? 1 : 0 },
  } as const;
  return perform(scene, act, async () => {
    await scene.tx.people.setStopped(scene.actor.person.id, stopped ? scene.now : null);
    if (stopped) await scene.tx.reminders.callOff(scene.actor.person.id, null);
    return stopped;
  });
}
