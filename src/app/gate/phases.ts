/** Phases of the consultation: closed over nothing owed, or over what is owed for a reason on record; opened again. */
import type { Phase } from '../../core/consultation/model.ts';
import { countOf, type Held, heldBy, onRecord, type Passage, passageOf } from '../../core/gate/gate.ts';
import type { WordsId } from '../../core/ids.ts';
import { type Refusal, refuse } from '../../core/refusal.ts';
import { type DebtNeeds, everythingOwed } from '../decision/owed.ts';
import { perform, type Scene } from '../perform.ts';
import { pass } from './pass.ts';

type Needs = DebtNeeds | 'gates';

export interface PhaseSeen {
  readonly phase: Phase;
  /** null while it is not closed. */
  readonly closed: Passage | null;
}

export async function listPhases(scene: Scene<'gates'>): Promise<readonly PhaseSeen[] | Refusal> {
  const { tx, consultation } = scene;
  const act = { verb: 'phase.list', subjectType: 'consultation', subjectId: consultation.id } as const;
  return perform(scene, act, async () => {
    const passages = await tx.gates.of(consultation.id);
    return consultation.content.phases.map((phase) => ({
      phase,
      closed: passageOf(passages, 'phase', phase.key),
    }));
  });
}

/** What closing it would pass over; null when nothing is owed. Refuses a phase that can't be closed at all. */
export async function phaseDebt(scene: Scene<Needs>, key: string): Promise<Held | null | Refusal> {
  const { consultation } = scene;
  const act = { verb: 'decision.owed', subjectType: 'consultation', subjectId: consultation.id } as const;
  return perform(scene, act, async () => {
    const found = await closable(scene, key);
    return 'refused' in found ? found : held(scene, found);
  });
}

/** `reason` is needed over a debt, and kept only over one. What was said after the phase is not its debt. */
export async function closePhase(
  scene: Scene<Needs | 'consultations'>,
  key: string,
  reason: WordsId | null,
): Promise<Passage | Refusal> {
  const { tx, consultation } = scene;
  const act = {
    verb: 'phase.close',
    subjectType: 'phase',
    subjectId: key,
    refs: reason === null ? {} : { reason },
  } as const;
  return perform(scene, act, async () => {
    await tx.consultations.lock(consultation.id);
    const phase = await closable(scene, key);
    if ('refused' in phase) return phase;
    const debt = await held(scene, phase);
    const passage = await pass(scene, 'phase', key, { debt, reason });
    return passage ?? refuse('phase-held', { phase: key, ...countOf(onRecord(debt!)) });
  });
}

export async function reopenPhase(
  scene: Scene<'gates' | 'consultations'>,
  key: string,
): Promise<Phase | Refusal> {
  const { tx, consultation, now } = scene;
  const act = { verb: 'phase.reopen', subjectType: 'phase', subjectId: key } as const;
  return perform(scene, act, async () => {
    await tx.consultations.lock(consultation.id);
    const phase = phaseOf(scene, key);
    if ('refused' in phase) return phase;
    const closed = passageOf(await tx.gates.of(consultation.id), 'phase', key);
    if (closed === null) return refuse('phase-not-closed', { phase: key });
    await tx.gates.takeBack(closed.id, now);
    return phase;
  });
}

function phaseOf({ consultation }: Pick<Scene, 'consultation'>, key: string): Phase | Refusal {
  const { phases } = consultation.content;
  const found = phases.find((one) => one.key === key);
  return found ?? refuse('no-such-phase', { phases: phases.map((one) => one.key).join(', ') });
}

async function closable(scene: Scene<Needs>, key: string): Promise<Phase | Refusal> {
  const { tx, consultation, now } = scene;
  const phase = phaseOf(scene, key);
  if ('refused' in phase) return phase;
  if (now < phase.startsAt) return refuse('phase-to-come', { phase: key });
  if (passageOf(await tx.gates.of(consultation.id), 'phase', key))
    return refuse('phase-closed', { phase: key });
  const theirs = new Set(
    consultation.content.rounds.filter((round) => round.phase === key).map((round) => round.key),
  );
  const open = (await tx.rounds.of(consultation.id)).find(
    (round) => round.state === 'open' && theirs.has(round.key),
  );
  return open ? refuse('round-still-open', { round: open.key }) : phase;
}

const held = async (scene: Scene<Needs>, { endsAt }: Phase): Promise<Held | null> =>
  heldBy(await everythingOwed(scene), scene.now, endsAt);
