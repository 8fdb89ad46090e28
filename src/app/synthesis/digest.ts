/** What is new, for one member of the team; and when they are sent it of its own accord. */
import { instantAt } from '../../core/consultation/local-day.ts';
import type { PartnerId } from '../../core/ids.ts';
import { ref } from '../../core/ids.ts';
import { baseOf } from '../../core/participation/base.ts';
import { counts } from '../../core/proposal/change.ts';
import { mergedUnder } from '../../core/proposal/lineage.ts';
import { axisOf, current, kindOf } from '../../core/proposal/model.ts';
import { type Refusal, refuse } from '../../core/refusal.ts';
import type { Round } from '../../core/round/model.ts';
import { type Digest, type DigestProposal, digestOf, isQuiet } from '../../core/synthesis/digest.ts';
import { type DigestSchedule, nextDigest } from '../../core/synthesis/digest-schedule.ts';
import type { BaseRow } from '../../core/synthesis/model.ts';
import type { Instant } from '../../core/time.ts';
import { type Debts, debtsOf } from '../decision/owed.ts';
import { directsOf } from '../directs.ts';
import { perform, refusalOf, type Scene } from '../perform.ts';
import type { LoadedConsultation } from '../ports/consultations.ts';
import type { Conversation } from '../ports/conversations.ts';
import type { DigestReader } from '../ports/digests.ts';
import type { Partner, Person } from '../ports/people.ts';
import type { ProposalRow } from '../ports/proposals.ts';
import type { Transaction } from '../ports/store.ts';
import { type Views, viewsSince } from '../round/views.ts';
import { namedIn, nuancesIn } from './snapshot.ts';

/** What waits for the team, beside answers. */
export interface Waiting {
  /** Open doubts by kind, the most frequent first. */
  readonly doubts: readonly { readonly kind: string; readonly count: number }[];
  /** Files received that nobody dealt with yet. */
  readonly files: number;
  /** Late proposals to accept or set aside. */
  readonly late: number;
  readonly debts: Debts;
}

export interface News {
  readonly since: Instant | null;
  readonly axis: string | null;
  readonly digest: Digest;
  /** By reference: what detail shows the words of. */
  readonly proposals: ReadonlyMap<string, ProposalRow>;
  /** Who said it, by reference: the team sees names. */
  readonly authors: ReadonlyMap<string, Partner>;
  /** Of the newest round; empty before any. */
  readonly round: Round | null;
  readonly base: readonly BaseRow[];
  /** Validations in which somebody gave a view since, with all that was said; none beside an axis. */
  readonly views: readonly Views[];
  readonly waiting: Waiting;
  readonly quiet: boolean;
}

export type DigestNeeds =
  | 'digests'
  | 'proposals'
  | 'people'
  | 'rounds'
  | 'participations'
  | 'doubts'
  | 'attachments'
  | 'decisions'
  | 'disputes'
  | 'restitutions'
  | 'links'
  | 'reactions'
  | 'words';

/** What one asks for: since the last one read, some days, a day; or the detail of an axis of the last one. */
export type DigestAsked =
  | { readonly of: 'unread' }
  | { readonly of: 'days'; readonly days: number }
  | { readonly of: 'day'; readonly day: string }
  | { readonly of: 'axis'; readonly axis: string };

const DAY = 86_400_000;

export async function readDigest(scene: Scene<DigestNeeds>, asked: DigestAsked): Promise<News | Refusal> {
  const { tx, consultation, actor, now } = scene;
  const act = { verb: 'digest.read', subjectType: 'consultation', subjectId: consultation.id } as const;
  return perform(scene, act, async () => {
    const { axes, zone } = consultation.content;
    if (asked.of === 'axis' && !axes.some(({ key }) => key === asked.axis))
      return refuse('no-such-axis', { axis: asked.axis, axes: axes.map(({ key }) => key).join(', ') });
    const reader = await readerOf(scene);
    const since =
      asked.of === 'days'
        ? now - asked.days * DAY
        : asked.of === 'day'
          ? instantAt(asked.day, 0, zone) - 1
          : asked.of === 'axis' && reader.readAt !== null
            ? reader.sinceAt
            : reader.readAt;
    const news = await newsSince(tx, consultation, since, now, asked.of === 'axis' ? asked.axis : null);
    // With nothing new, the last one goes on being what the detail of an axis is about.
    if (asked.of === 'unread' && !news.quiet)
      await tx.digests.save({ ...reader, personId: actor.person.id, sinceAt: since, readAt: now });
    return news;
  });
}

const readerOf = async ({ tx, consultation, actor }: Scene<'digests'>): Promise<DigestReader> =>
  (await tx.digests.of(actor.person.id)) ?? {
    personId: actor.person.id,
    consultationId: consultation.id,
    sinceAt: null,
    readAt: null,
    schedule: null,
    always: false,
    nextAt: null,
  };

async function newsSince(
  tx: Pick<Transaction, DigestNeeds | 'acts'>,
  consultation: LoadedConsultation,
  since: Instant | null,
  now: Instant,
  axis: string | null,
): Promise<News> {
  const { content, id } = consultation;
  const rows = await tx.proposals.of(id);
  const partners = await tx.people.partners(id);
  const byId = new Map(partners.map((partner) => [partner.id, partner]));
  const collegeOf = new Map(partners.map((partner) => [partner.id, partner.college]));
  const joinedAt = Map.groupBy(await tx.proposals.endorsements(id), (one) => one.proposalId);
  const merged = mergedUnder(rows);
  const merges = await tx.acts.done(id, ['merge.agree']);
  const mergedAt = new Map<string, Instant>(merges.map(({ subjectId, at }) => [subjectId, at]));
  const nuances = await nuancesIn(tx, rows);
  const objections = rows.filter((row) => counts(row) && kindOf(row) === 'objection');
  const texts = await tx.words.texts(objections.map((row) => current(row).words));
  const seen = rows.filter(counts).map((row): DigestProposal => {
    const theme = row.tags.find(({ dimension, main }) => dimension === 'theme' && main);
    const under = merged.get(row.id) ?? [];
    const joined = [row, ...under].flatMap((one) => joinedAt.get(one.id) ?? []);
    const authors = under.flatMap(({ id: mergedId, partnerId, submittedAt }) =>
      partnerId === null ? [] : [{ partnerId, at: mergedAt.get(mergedId) ?? submittedAt }],
    );
    return {
      ref: ref(row.number),
      axis: axisOf(row),
      theme: theme?.value ?? null,
      kind: kindOf(row),
      partnerId: row.partnerId,
      college: collegeIn(collegeOf, row.partnerId),
      submittedAt: row.submittedAt,
      organisation: (row.partnerId && byId.get(row.partnerId)?.organisation) ?? null,
      about: objections.includes(row) ? namedIn(row, texts) : [],
      nuanceOf: nuances
        .filter(({ proposal }) => proposal.id === row.id)
        .map(({ of, at }) => ({ ref: ref(of.number), at })),
      joined: [...joined, ...authors]
        .filter(({ partnerId }) => partnerId !== row.partnerId)
        .map(({ partnerId, at }) => ({ partnerId, at, college: collegeIn(collegeOf, partnerId) })),
    };
  });
  const order = {
    axes: content.axes.map(({ key }) => key),
    colleges: content.colleges.map(({ key }) => key),
  };
  const digest = digestOf(seen, since ?? Number.NEGATIVE_INFINITY, order, axis);
  const round = (await tx.rounds.of(id)).find(({ state }) => state !== 'cancelled') ?? null;
  const participations = round === null ? [] : await tx.participations.of(round.id);
  const views = axis === null ? await viewsSince({ tx, consultation }, since) : [];
  const doubts = Map.groupBy(await tx.doubts.open(id), ({ kind }) => kind);
  return {
    since,
    axis,
    digest,
    proposals: new Map(rows.map((row) => [ref(row.number), row])),
    authors: new Map(
      rows.flatMap((row) => {
        const author = row.partnerId === null ? undefined : byId.get(row.partnerId);
        return author ? [[ref(row.number), author] as const] : [];
      }),
    ),
    round,
    base: baseOf(participations, collegeOf, content.colleges),
    views,
    waiting: {
      doubts: [...doubts]
        .filter(([kind]) => kind !== 'late')
        .map(([kind, all]) => ({ kind, count: all.length }))
        .sort((a, b) => b.count - a.count),
      files: (await tx.attachments.of(id, ['waiting'])).length,
      late: rows.filter(({ state, lateness }) => state === 'submitted' && lateness === 'pending').length,
      debts: await debtsOf({ tx, consultation, now }),
    },
    quiet: isQuiet(digest) && views.length === 0,
  };
}

const collegeIn = (collegeOf: ReadonlyMap<PartnerId, string>, id: PartnerId | null): string | null =>
  id === null ? null : (collegeOf.get(id) ?? null);

/** `schedule` null: no more digests of their own accord. */
export async function scheduleDigest(
  scene: Scene<'digests'>,
  schedule: DigestSchedule | null,
  always: boolean,
): Promise<DigestReader | Refusal> {
  const { tx, consultation, actor, now } = scene;
  const { person } = actor;
  const act = { verb: 'digest.schedule', subjectType: 'person', subjectId: person.id } as const;
  return perform(scene, act, async () => {
    const zone = person.zone ?? consultation.content.zone;
    const reader = {
      ...(await readerOf(scene)),
      schedule,
      always,
      nextAt: schedule === null ? null : nextDigest(now, schedule, zone),
    };
    await tx.digests.save(reader);
    return reader;
  });
}

const BATCH = 20;

/**
 * Digests whose time has come, one a reader, however many times were missed; none when nothing is new, unless they want
 * it always. `seen`: how many readers were looked at. Their conversations are locked.
 */
export async function takeDigests(
  tx: Pick<Transaction, DigestNeeds | 'acts' | 'conversations'>,
  consultation: LoadedConsultation,
  { now, ids }: Pick<Scene, 'now' | 'ids'>,
) {
  const due = await tx.digests.due(consultation.id, now, BATCH);
  const ready: { person: Person; conversation: Conversation; news: News }[] = [];
  for (const reader of due) {
    const person = await tx.people.byId(reader.personId);
    const wants = person !== null && reader.schedule !== null && person.addresses.length > 0;
    if (!wants || refusalOf({ person, partners: [] }, 'digest.read')) {
      await tx.digests.save({ ...reader, schedule: null, nextAt: null });
      continue;
    }
    const [conversation] = await directsOf({ tx, ids, now }, consultation.id, [person]);
    const next = nextDigest(now, reader.schedule!, person.zone ?? consultation.content.zone);
    if (!(await tx.digests.advance(reader.personId, reader.nextAt!, next))) continue;
    const news = await newsSince(tx, consultation, reader.readAt, now, null);
    if (person.stoppedAt !== null || (news.quiet && !reader.always)) continue;
    await tx.digests.save({ ...reader, nextAt: next, sinceAt: reader.readAt, readAt: now });
    ready.push({ person, conversation: conversation!, news });
  }
  return { ready, seen: due.length };
}
