/** What the stories of the store begin with. */
import { v7 } from 'uuid';
import { NO_CONTACT, NO_DETAILS, NO_PLACE } from '../../../src/app/person/enrol-people.ts';
import type { LoadedConsultation } from '../../../src/app/ports/consultations.ts';
import type { NewConversation } from '../../../src/app/ports/conversations.ts';
import type { InboundRow } from '../../../src/app/ports/inbox.ts';
import type { NewDelivery } from '../../../src/app/ports/outbox.ts';
import type { Address, Enrolment, Partner } from '../../../src/app/ports/people.ts';
import type { Store } from '../../../src/app/ports/store.ts';
import type { Consultation } from '../../../src/core/consultation/model.ts';
import type { ConversationId, RoundId, WordsId } from '../../../src/core/ids.ts';
import type { Proposal, Tag } from '../../../src/core/proposal/model.ts';
import type { Round } from '../../../src/core/round/model.ts';
import type { Database } from '../../../src/store/database.ts';

export interface Subject {
  readonly store: Store;
  /** Another one on the same database; where there can be several processes, with connections of its own. */
  readonly second: Store;
  readonly database: Database;
  /** Resolves once a transaction waits for another one's lock; at once where there is only one connection. */
  untilBlocked(): Promise<void>;
}

export const AT = Date.UTC(2015, 2, 3, 9);
export const MINUTE = 60_000;

export const id = <Id extends string>(): Id => v7() as Id;

let made = 0;
export const unique = (what: string): string => `${what}-${++made}`;

export const content = (key: string, version: string): Consultation => ({
  key,
  version,
  title: { fr: 'Plan ESS', en: 'SSE plan' },
  asker: { fr: 'La MEL' },
  purpose: { fr: 'préparer le plan' },
  readers: { fr: 'l’équipe' },
  languages: ['fr', 'en'],
  zone: 'Europe/Paris',
  axes: [],
  colleges: [{ key: 'economic', label: { fr: 'Acteurs économiques' }, formerly: [] }],
  committee: { label: { fr: 'Comité' }, groups: [] },
  phases: [],
  taxonomy: { kinds: [], subjects: [], territories: [] },
  rules: {
    attribution: { allowed: ['name', 'none'], default: 'name' },
    othersWords: 'hidden',
    smallestFigure: 5,
    workingHours: { days: [1, 2, 3, 4, 5], from: 540, to: 1080 },
    reminders: { most: 2, afterDays: [7, 14], weeklyMessages: 3 },
    doubtBelow: 0.5,
    decisions: { bodies: [], path: [], pathByStatus: {} },
  },
  rounds: [],
  plan: { key: 'plan', label: { fr: 'Plan' }, actions: [] },
});

export function consultation(store: Store, key = unique('ess')): Promise<LoadedConsultation> {
  const row = { id: id<LoadedConsultation['id']>(), contentId: id<string>(), salt: 'salt', at: AT };
  return store.transaction((tx) => tx.consultations.save({ ...row, content: content(key, 'v1') }));
}

export const address = (userId = unique('U')): Address => ({
  platform: 'memory',
  workspace: 'w1',
  userId,
});

export const enrolment = (
  name: string,
  organisation: string | null,
  addresses: readonly Address[] = [address()],
  over: Partial<Enrolment> = {},
): Enrolment => ({
  personId: id(),
  name,
  lang: 'fr',
  contact: NO_CONTACT,
  addresses: addresses.map((one) => ({ ...one, id: id() })),
  roles: [],
  partner:
    organisation === null
      ? null
      : {
          id: id(),
          organisationId: id(),
          organisation,
          college: 'economic',
          attribution: 'name',
          about: NO_DETAILS,
          place: NO_PLACE,
        },
  ...over,
});

/** One partner of the consultation, with an address. */
export async function partner(
  store: Store,
  { id: consultationId }: LoadedConsultation,
  name = unique('Claire'),
): Promise<Partner> {
  const one = enrolment(name, unique('Association'));
  await store.transaction((tx) => tx.people.enrol(consultationId, [one], AT));
  return store.transaction(async (tx) => (await tx.people.partnersOf(one.personId))[0]!);
}

export const direct = (over: Partial<NewConversation> = {}): NewConversation => ({
  id: id(),
  platform: 'memory',
  workspace: 'w1',
  kind: 'direct',
  externalRef: unique('D'),
  userId: unique('U'),
  at: AT,
  ...over,
});

export const inbound = (eventId: string, over: Partial<InboundRow> = {}): InboundRow => ({
  id: id(),
  platform: 'memory',
  workspace: 'w1',
  eventId,
  type: 'message',
  at: AT,
  messageRef: null,
  wordsId: null,
  payload: {},
  receivedAt: AT,
  ...over,
});

export const delivery = (conversationId: ConversationId, over: Partial<NewDelivery> = {}): NewDelivery => ({
  id: id(),
  consultationId: null,
  conversationId,
  kind: 'receipt',
  document: { blocks: ['Merci.'] },
  inboundId: null,
  roundId: null,
  notBefore: null,
  createdAt: AT,
  ...over,
});

export const round = (
  { id: consultationId, contentId }: LoadedConsultation,
  over: Partial<Round> = {},
): Round => ({
  id: id<RoundId>(),
  consultationId,
  key: unique('round'),
  attempt: 1,
  contentId,
  state: 'open',
  openedAt: AT,
  openedBy: id(),
  closesAt: AT + 60 * MINUTE,
  closedAt: null,
  ...over,
});

export const tag = (dimension: Tag['dimension'], value: string, over: Partial<Tag> = {}): Tag => ({
  dimension,
  value,
  source: 'machine',
  confidence: 0.75,
  main: true,
  ...over,
});

export const proposal = (
  { id: consultationId }: LoadedConsultation,
  number: number,
  over: Partial<Proposal> = {},
): Proposal & { externalId: null; attribution: null } => ({
  id: id(),
  consultationId,
  number,
  partnerId: null,
  roundId: null,
  promptKey: null,
  answerId: null,
  state: 'submitted',
  lateness: 'in-time',
  mergedInto: null,
  versions: [{ n: 1, words: id<WordsId>(), start: 0, end: 12, at: AT }],
  tags: [],
  submittedAt: AT,
  ...over,
  externalId: null,
  attribution: null,
});
