import type { Lang, RoundContent } from '../../core/consultation/model.ts';
import { visitorOf } from '../../core/person/visitor.ts';
import { isRefusal, type Refusal, refuse } from '../../core/refusal.ts';
import type { Round } from '../../core/round/model.ts';
import { directsAt } from '../directs.ts';
import { perform, type Scene } from '../perform.ts';
import { enrolPeople } from '../person/enrol-people.ts';
import type { Conversation } from '../ports/conversations.ts';
import type { Address, Partner, Person } from '../ports/people.ts';

/** On a chat, or by e-mail: then on the page, with a personal link in a letter. */
export type Whereabouts =
  | { readonly platform: string; readonly userId: string; readonly workspace?: string }
  | { readonly email: string };

/** Somebody met on the way, as a facilitator tells them. */
export interface OnTheWay {
  readonly name: string;
  readonly organisation: string;
  readonly college: string;
  readonly at: Whereabouts;
  /** The consultation's first language when null. */
  readonly lang: Lang | null;
}

export interface Added {
  readonly round: Round;
  readonly content: RoundContent;
  readonly partner: Partner;
  readonly conversation: Conversation;
  /** "Somebody else instead of me", said in that organisation: settled by this. */
  readonly referrals: number;
}

type Needs = 'rounds' | 'people' | 'participations' | 'conversations' | 'doubts' | 'inbox' | 'words';

/** Enrols somebody and invites them to the newest open round that concerns their type of actor. */
export async function addToRound(
  scene: Scene<Needs>,
  given: OnTheWay,
  page: Page | null,
): Promise<Added | Refusal> {
  const { tx, consultation, ids, now } = scene;
  const open = (await tx.rounds.of(consultation.id)).filter(
    ({ state, closesAt }) => state === 'open' && now < closesAt,
  );
  if (open.length === 0) return refuse('nothing-open');
  const contentOf = (round: Round) => consultation.content.rounds.find(({ key }) => key === round.key);
  const round = open.find((one) => contentOf(one)?.audience.includes(given.college));
  const content = round && contentOf(round);
  if (!round || !content)
    return refuse('college-not-invited', { college: given.college, round: open[0]!.key });
  return perform(scene, { verb: 'round.invite', subjectType: 'round', subjectId: round.id }, async () => {
    const partners = await tx.people.partners(consultation.id);
    const address = addressOf(scene, given, partners, page);
    if (isRefusal(address)) return address;
    const known = (await tx.people.byAddress(address)).find(
      ({ consultationId }) => consultationId === consultation.id,
    );
    const refusal = refusalFor(known, given);
    if (refusal) return refusal;
    const same = (a: string, b: string) => a.localeCompare(b, undefined, { sensitivity: 'base' }) === 0;
    const organisation =
      partners.find((one) => same(one.organisation, given.organisation))?.organisation ?? given.organisation;
    const lang = given.lang ?? known?.lang ?? consultation.content.languages[0];
    const { name, college } = given;
    await enrolPeople(
      tx,
      consultation,
      [
        {
          name: known?.name ?? name,
          lang,
          ...contactOf(given.at),
          addresses: [address],
          roles: [],
          partner: { organisation, college },
        },
      ],
      { ids, now },
    );
    const partner = await partnerAt(scene, address, organisation);
    if (await tx.participations.find(round.id, partner.id))
      return refuse('already-invited', { round: round.key });
    const [conversation] = await directsAt(scene, consultation.id, [address]);
    await tx.participations.add([
      {
        id: ids.next(),
        consultationId: consultation.id,
        roundId: round.id,
        partnerId: partner.id,
        state: 'invited',
        answered: [],
        passed: [],
        invitedAt: now,
        reachedAt: null,
        consentedAt: null,
        endedAt: null,
      },
    ]);
    await settleNewcomer(scene, partner, conversation!);
    const referrals = await settleReferrals(scene, partner);
    return { round, content, partner, conversation: conversation!, referrals };
  });
}

export type Page = Pick<Address, 'platform' | 'workspace'>;

export const contactOf = (at: Whereabouts): { readonly contact?: { readonly email: string } } =>
  'email' in at ? { contact: { email: at.email } } : {};

/** In the workspace where the facilitator, or anybody of the consultation, is on that chat; on the page for an e-mail. */
export function addressOf(
  { actor, ids }: Scene,
  { name, at }: Pick<OnTheWay, 'name' | 'at'>,
  partners: readonly Partner[],
  page: Page | null,
): Address | Refusal {
  if ('email' in at) {
    // Two people may share a mailbox: their names tell them apart.
    const known = partners.find(({ person }) => person.email === at.email && person.name === name);
    const [there] = known?.person.addresses ?? [];
    if (there) return there;
    return page === null ? refuse('no-page') : { ...page, userId: ids.next() };
  }
  const known = [actor.person, ...partners.map(({ person }) => person)].flatMap(({ addresses }) => addresses);
  const { platform, userId, workspace } = at;
  if (workspace !== undefined) return { platform, workspace, userId };
  const there = known.find((one) => one.platform === platform);
  if (there) return { platform, workspace: there.workspace, userId };
  const platforms = [...new Set(known.map((one) => one.platform))].join(', ');
  return refuse('no-such-platform', { platform, platforms });
}

/** Nobody is renamed by the way, and nobody who asked for silence is written to. */
export function refusalFor(known: Person | undefined, { name }: Pick<OnTheWay, 'name'>): Refusal | null {
  if (known && known.name !== name) return refuse('address-taken');
  return known && known.stoppedAt !== null ? refuse('person-stopped') : null;
}

async function partnerAt(
  { tx, consultation }: Scene<'people'>,
  address: Address,
  organisation: string,
): Promise<Partner> {
  const person = (await tx.people.byAddress(address)).find((one) => one.consultationId === consultation.id);
  const partner =
    person && (await tx.people.partnersOf(person.id)).find((one) => one.organisation === organisation);
  if (!partner) throw new Error('somebody was enrolled and is not there');
  return partner;
}

/** Kinds of doubts by which somebody names who should be spoken to instead of them. */
const REFERRALS = ['referral', 'succession'];

/** Whoever came by somebody else's link and named themselves is known now: their words are theirs. */
async function settleVisits(
  { tx, consultation, now }: Scene<'doubts' | 'inbox' | 'words'>,
  { person }: Partner,
): Promise<void> {
  for (const doubt of await tx.doubts.open(consultation.id)) {
    if (doubt.kind !== 'visitor' || doubt.inboundId === null) continue;
    const words = await tx.inbox.wordsOf(doubt.inboundId);
    const text = words && (await tx.words.texts([words])).get(words);
    if (words === null || typeof text !== 'string') continue;
    const { name } = visitorOf(text);
    if (name === null || text.slice(name.start, name.end) !== person.name) continue;
    await tx.inbox.settle(doubt.inboundId, {
      state: 'handled',
      consultationId: consultation.id,
      personId: person.id,
      words: [words],
    });
    await tx.doubts.settle(doubt.id, now);
  }
}

/** Whoever wrote before anybody knew them is registered: what they said is theirs. */
async function settleNewcomer(
  { tx, consultation, now }: Scene<'doubts' | 'inbox'>,
  { person }: Partner,
  { id }: Conversation,
): Promise<void> {
  const theirs = (await tx.doubts.open(consultation.id)).filter(
    ({ kind, options }) => kind === 'newcomer' && options[0] === id,
  );
  if (theirs.length === 0) return;
  await tx.inbox.adopt(id, consultation.id, person.id);
  for (const doubt of theirs) await tx.doubts.settle(doubt.id, now);
}

export async function settleReferrals(
  scene: Scene<'doubts' | 'inbox' | 'people' | 'words'>,
  partner: Partner,
): Promise<number> {
  const { tx, consultation, now } = scene;
  const { organisationId } = partner;
  await settleVisits(scene, partner);
  let settled = 0;
  for (const doubt of await tx.doubts.open(consultation.id)) {
    if (!REFERRALS.includes(doubt.kind) || doubt.inboundId === null) continue;
    const author = await tx.inbox.personOf(doubt.inboundId);
    const theirs = author === null ? [] : await tx.people.partnersOf(author);
    if (!theirs.some((one) => one.organisationId === organisationId)) continue;
    await tx.doubts.settle(doubt.id, now);
    settled += 1;
  }
  return settled;
}
