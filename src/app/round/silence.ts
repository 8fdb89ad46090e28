import { type Invited, type SilentCell, silenceMap } from '../../core/participation/silence.ts';
import { axisOf } from '../../core/proposal/model.ts';
import { type Refusal, refuse } from '../../core/refusal.ts';
import type { Round } from '../../core/round/model.ts';
import { perform, type Scene } from '../perform.ts';
import type { LoadedConsultation } from '../ports/consultations.ts';
import type { Transaction } from '../ports/store.ts';

export interface Silence {
  readonly round: Round;
  readonly invited: readonly Invited[];
  readonly cells: readonly SilentCell[];
  /** E-mails of the round that have not arrived. */
  readonly letters: { readonly waiting: number; readonly failed: number };
}

/** The newest round that was not cancelled, as those who run it may see it: figures unsuppressed, names on request. */
export async function mapSilence(
  scene: Scene<'rounds' | 'participations' | 'people' | 'proposals' | 'mails'>,
): Promise<Silence | Refusal> {
  const { tx, consultation } = scene;
  const round = (await tx.rounds.of(consultation.id)).find(({ state }) => state !== 'cancelled');
  if (!round) return refuse('nothing-opened');
  const act = { verb: 'round.watch', subjectType: 'round', subjectId: round.id } as const;
  return perform(scene, act, () => silenceOf(tx, consultation, round));
}

/** The same, for a map that somebody asked for already. */
export async function silenceOf(
  tx: Pick<Transaction, 'participations' | 'people' | 'proposals' | 'mails'>,
  consultation: LoadedConsultation,
  round: Round,
): Promise<Silence> {
  const invited = await invitedTo(tx, consultation, round);
  const prompts = consultation.content.rounds.find(({ key }) => key === round.key)?.prompts ?? [];
  const colleges = consultation.content.colleges.map(({ key }) => key);
  const letters = await tx.mails.ofRound(round.id);
  return { round, invited, cells: silenceMap(invited, prompts, colleges), letters };
}

/** Everybody invited to a round, with what they did in it. */
export async function invitedTo(
  tx: Pick<Transaction, 'participations' | 'people' | 'proposals'>,
  consultation: Pick<LoadedConsultation, 'id'>,
  round: Pick<Round, 'id'>,
): Promise<Invited[]> {
  const partners = new Map((await tx.people.partners(consultation.id)).map((one) => [one.id, one]));
  const rows = await tx.proposals.of(consultation.id, { roundId: round.id });
  // What somebody withdrew was said all the same.
  const proposed = Map.groupBy(
    rows.filter((row) => row.state !== 'erased'),
    (row) => row.partnerId,
  );
  return (await tx.participations.of(round.id)).flatMap((participation) => {
    const partner = partners.get(participation.partnerId);
    if (!partner) return [];
    return [
      {
        partnerId: partner.id,
        college: partner.college,
        organisationId: partner.organisationId,
        organisation: partner.organisation,
        stopped: partner.person.stoppedAt !== null,
        participation,
        proposed: (proposed.get(partner.id) ?? []).map(axisOf),
      },
    ];
  });
}
