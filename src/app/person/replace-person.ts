/** Somebody takes over from a partner: the organisation's place passes on, with all that was said there. */
import type { Lang, RoundContent } from '../../core/consultation/model.ts';
import { CALLING } from '../../core/mail/mailing.ts';
import { takesPart } from '../../core/participation/progress.ts';
import { pending } from '../../core/participation/succeed.ts';
import { isRefusal, type Refusal, refuse } from '../../core/refusal.ts';
import type { Round } from '../../core/round/model.ts';
import { perform, type Scene } from '../perform.ts';
import type { Partner, Person } from '../ports/people.ts';
import {
  addressOf,
  contactOf,
  type Page,
  refusalFor,
  settleReferrals,
  type Whereabouts,
} from '../round/add-to-round.ts';
import { enrolPeople } from './enrol-people.ts';

export interface Successor {
  readonly name: string;
  readonly at: Whereabouts;
  /** The predecessor's when null. */
  readonly lang: Lang | null;
}

export interface Replaced {
  readonly from: Person;
  /** The place, as it is now. */
  readonly seat: Partner;
  /** Proposals that are now the successor's to correct or withdraw. */
  readonly proposals: number;
  /** Rounds that wait for the successor's answers. */
  readonly open: readonly { readonly round: Round; readonly content: RoundContent }[];
  /** The predecessor speaks for nobody any more, and was given no role: their links are void. */
  readonly gone: boolean;
}

type Needs = 'people' | 'proposals' | 'rounds' | 'participations' | 'reminders' | 'outbox';

/** The place of the one partner that `named` tells. */
async function seatOf(
  { tx, consultation }: Scene<'people'>,
  named: (partner: Partner) => boolean,
): Promise<Partner | Refusal> {
  const found = (await tx.people.partners(consultation.id)).filter(named);
  if (found.length > 1) return refuse('several-places', { count: found.length });
  return found[0] ?? refuse('no-such-partner');
}

/** The predecessor keeps their own data, and nobody writes to them about it any more. */
export async function replacePerson(
  scene: Scene<Needs | 'doubts' | 'inbox' | 'words'>,
  named: (partner: Partner) => boolean,
  given: Successor,
  page: Page | null,
): Promise<Replaced | Refusal> {
  const { tx, consultation, ids, now } = scene;
  const seat = await seatOf(scene, named);
  if (isRefusal(seat)) return seat;
  const from = seat.person;
  const refs: Record<string, string> = { from: from.id };
  const act = { verb: 'partner.replace', subjectType: 'partner', subjectId: seat.id, refs } as const;
  return perform(scene, act, async () => {
    const partners = await tx.people.partners(consultation.id);
    const address = addressOf(scene, given, partners, page);
    if (isRefusal(address)) return address;
    const at = async () =>
      (await tx.people.byAddress(address)).find((one) => one.consultationId === consultation.id);
    const known = await at();
    if (known?.id === from.id) return refuse('replaced-by-themselves');
    const refusal = refusalFor(known, given);
    if (refusal) return refusal;
    // A colleague whose address was not known yet.
    const colleague = partners.find(
      (one) => one.organisationId === seat.organisationId && one.person.name === given.name,
    );
    const { organisation, college } = seat;
    const lang = given.lang ?? known?.lang ?? from.lang;
    await enrolPeople(
      tx,
      consultation,
      [
        {
          name: given.name,
          lang,
          ...contactOf(given.at),
          addresses: [address],
          roles: [],
          partner: colleague ? { organisation, college } : null,
        },
      ],
      { ids, now },
    );
    const to = await at();
    if (!to) throw new Error('somebody was enrolled and is not there');
    refs.to = to.id;
    await settleReferrals(scene, { ...seat, person: to });
    return pass(scene, seat, to);
  });
}

/** Whose place would be given back, and to whom; refuses when none or several are meant. */
export async function replacementNamed(
  { tx, consultation }: Pick<Scene<'people'>, 'tx' | 'consultation'>,
  named: (predecessor: string, seat: Partner) => boolean,
): Promise<{ readonly seat: Partner; readonly to: Person } | Refusal> {
  const done = await tx.acts.done(consultation.id, ['partner.replace', 'partner.reinstate']);
  const seats = new Map((await tx.people.partners(consultation.id)).map((one) => [one.id as string, one]));
  const found: { seat: Partner; to: Person }[] = [];
  for (const [subject, acts] of Map.groupBy(done, ({ subjectId }) => subjectId)) {
    const seat = seats.get(subject);
    const last = acts.at(-1)!;
    const to = await tx.people.byId(String(last.refs.from) as Person['id']);
    if (seat && last.verb === 'partner.replace' && to?.name && named(to.name, seat)) found.push({ seat, to });
  }
  if (found.length !== 1)
    return found.length > 1 ? refuse('several-places', { count: found.length }) : refuse('not-replaced');
  return found[0]!;
}

/** Gives the place back to whoever had it before. */
export async function undoReplacement(
  scene: Scene<Needs>,
  named: (predecessor: string, seat: Partner) => boolean,
): Promise<Replaced | Refusal> {
  const found = await replacementNamed(scene, named);
  if (isRefusal(found)) return found;
  const { seat, to } = found;
  const refs = { from: seat.person.id, to: to.id };
  const act = { verb: 'partner.reinstate', subjectType: 'partner', subjectId: seat.id, refs } as const;
  return perform(scene, act, () => pass(scene, seat, to));
}

/** In a place of theirs still. */
async function takesPartIn({ tx }: Scene<Needs>, round: Round, person: Person): Promise<boolean> {
  for (const { id } of await tx.people.partnersOf(person.id))
    if (await tx.participations.find(round.id, id)) return true;
  return false;
}

async function pass(scene: Scene<Needs>, seat: Partner, to: Person): Promise<Replaced> {
  const { tx, consultation } = scene;
  const from = seat.person;
  await tx.people.succeed(seat.id, from.id, to.id);
  const open: { round: Round; content: RoundContent }[] = [];
  const still = (await tx.people.partnersOf(from.id)).length > 0 || from.roles.length > 0;
  for (const round of await tx.rounds.of(consultation.id)) {
    const content = consultation.content.rounds.find(({ key }) => key === round.key);
    const participation = await tx.participations.find(round.id, seat.id);
    if (!content || !participation || round.state !== 'open' || scene.now >= round.closesAt) continue;
    await tx.reminders.callOff(from.id, round.id);
    if (!(await takesPartIn(scene, round, from))) await tx.outbox.dropFor(from.id, round.id, CALLING);
    if (participation.state === 'finished' && takesPart(participation)) continue;
    await tx.participations.save(pending(participation));
    open.push({ round, content });
  }
  if (!still) for (const address of from.addresses) await tx.people.revokeLinks(consultation.id, address);
  const proposals = (await tx.proposals.byPartner(seat.id)).filter(
    ({ state }) => state === 'submitted' || state === 'merged',
  ).length;
  const [now] = (await tx.people.partnersOf(to.id)).filter(({ id }) => id === seat.id);
  return { from, seat: now!, proposals, open, gone: !still };
}
