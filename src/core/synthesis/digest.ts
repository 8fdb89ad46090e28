/** What is new since a moment, for the team: counted facts, each with the proposals behind it. */
import type { Kind } from '../consultation/model.ts';
import type { PartnerId, Ref } from '../ids.ts';
import type { Instant } from '../time.ts';

/** One proposal that counts, as a digest sees it. */
export interface DigestProposal {
  readonly ref: Ref;
  readonly axis: string | null;
  readonly theme: string | null;
  readonly kind: Kind | null;
  readonly partnerId: PartnerId | null;
  readonly college: string | null;
  readonly submittedAt: Instant;
  /** Which organisation its author speaks for. */
  readonly organisation?: string | null;
  /** What it answers, when its author names it. */
  readonly about?: readonly Ref[];
  /** Of whom its author said it is a nuance, and when. */
  readonly nuanceOf?: readonly { readonly ref: Ref; readonly at: Instant }[];
  /** Those who joined it, its author left out. */
  readonly joined: readonly {
    readonly partnerId: PartnerId;
    readonly college: string | null;
    readonly at: Instant;
  }[];
}

export interface AxisNews {
  readonly axis: string | null;
  readonly arrived: readonly Ref[];
  readonly total: number;
  /** Of what arrived, in the order of the colleges given; null for texts without a known author. */
  readonly colleges: readonly { readonly college: string | null; readonly count: number }[];
}

export interface Growing {
  readonly axis: string | null;
  readonly theme: string;
  readonly arrived: readonly Ref[];
  readonly before: number;
}

export interface Converging {
  readonly ref: Ref;
  readonly axis: string | null;
  readonly people: number;
  /** Of types of actor, its author's included. */
  readonly colleges: number;
}

export interface Diverging {
  readonly ref: Ref;
  readonly axis: string | null;
  readonly theme: string | null;
  /** What is asked for on the same theme of the same axis. */
  readonly beside: readonly Ref[];
}

export interface Nuanced {
  readonly ref: Ref;
  readonly of: Ref;
  readonly axis: string | null;
}

/** Two people of one organisation who do not say the same: both are kept, one organisation is counted. */
export interface Colleagues {
  readonly organisation: string;
  readonly ref: Ref;
  readonly beside: Ref;
  readonly how: 'objection' | 'nuance';
}

export interface Digest {
  readonly arrived: number;
  /** Distinct people behind what arrived. */
  readonly people: number;
  readonly total: number;
  /** Axes with something new, in the order given; what has no axis last. */
  readonly axes: readonly AxisNews[];
  /** Those that grow most first. */
  readonly growing: readonly Growing[];
  /** Joined since, by the most types of actor first. */
  readonly converging: readonly Converging[];
  readonly diverging: readonly Diverging[];
  readonly nuances: readonly Nuanced[];
  readonly colleagues: readonly Colleagues[];
  /** New, and nobody else says anything like it. */
  readonly single: readonly Ref[];
}

const BESIDE = 2;

/** `axis` keeps one axis only. A theme grows when at least two came since. */
export function digestOf(
  proposals: readonly DigestProposal[],
  since: Instant,
  order: { readonly axes: readonly string[]; readonly colleges: readonly string[] },
  axis: string | null = null,
): Digest {
  const seen = axis === null ? proposals : proposals.filter((one) => one.axis === axis);
  const isNew = (one: DigestProposal) => one.submittedAt > since;
  const arrived = seen.filter(isNew);
  const themes = Map.groupBy(
    seen.filter(({ theme }) => theme !== null),
    (one) => `${one.axis} ${one.theme}`,
  );
  const mates = (one: DigestProposal) => themes.get(`${one.axis} ${one.theme}`) ?? [];
  return {
    arrived: arrived.length,
    people: new Set(arrived.flatMap(({ partnerId }) => partnerId ?? [])).size,
    total: seen.length,
    axes: [...order.axes, null].flatMap((key) => newsOf(key, seen, arrived, order.colleges)),
    growing: [...themes.values()]
      .map((members) => ({ members, fresh: members.filter(isNew) }))
      .filter(({ fresh }) => fresh.length > 1)
      .map(({ members: [first], members, fresh }) => ({
        axis: first!.axis,
        theme: first!.theme!,
        arrived: fresh.map(({ ref }) => ref),
        before: members.length - fresh.length,
      }))
      .sort((a, b) => b.arrived.length - a.arrived.length || a.before - b.before),
    converging: seen
      .filter(({ joined }) => joined.some(({ at }) => at > since))
      .map(converging)
      .sort((a, b) => b.colleges - a.colleges || b.people - a.people),
    diverging: arrived
      .filter(({ kind }) => kind === 'objection')
      .map((one) => ({
        ref: one.ref,
        axis: one.axis,
        theme: one.theme,
        beside: mates(one)
          .filter(({ kind }) => kind !== 'objection' && kind !== 'question')
          .slice(0, BESIDE)
          .map(({ ref }) => ref),
      })),
    nuances: nuancesSince(seen, since),
    colleagues: colleaguesSince(seen, since),
    single: arrived
      .filter((one) => one.joined.length === 0 && one.kind !== 'objection' && mates(one).length < 2)
      .map(({ ref }) => ref),
  };
}

const nuancesSince = (seen: readonly DigestProposal[], since: Instant): Nuanced[] =>
  seen.flatMap(({ ref, axis, nuanceOf = [] }) =>
    nuanceOf.filter(({ at }) => at > since).map((one) => ({ ref, of: one.ref, axis })),
  );

/** An objection, to what it names or else to what is on the same theme, or a nuance: of a colleague's words. */
function colleaguesSince(seen: readonly DigestProposal[], since: Instant): Colleagues[] {
  const sameTheme = (one: DigestProposal, other: DigestProposal) =>
    one.theme !== null && one.theme === other.theme && one.axis === other.axis && other.kind !== 'objection';
  const among = (one: DigestProposal) =>
    seen.filter(
      ({ organisation, partnerId }) =>
        organisation != null && organisation === one.organisation && partnerId !== one.partnerId,
    );
  return seen.flatMap((one) => {
    const nuances = one.nuanceOf ?? [];
    const objects = (other: DigestProposal) =>
      one.kind === 'objection' &&
      ((one.about ?? []).length > 0 ? one.about!.includes(other.ref) : sameTheme(one, other));
    return among(one).flatMap((other): Colleagues[] => {
      const nuance = nuances.find(({ ref }) => ref === other.ref);
      const how = nuance ? 'nuance' : objects(other) ? 'objection' : null;
      const at = Math.max(one.submittedAt, other.submittedAt, nuance?.at ?? Number.NEGATIVE_INFINITY);
      return how && at > since
        ? [{ organisation: one.organisation!, ref: one.ref, beside: other.ref, how }]
        : [];
    });
  });
}

function newsOf(
  axis: string | null,
  seen: readonly DigestProposal[],
  arrived: readonly DigestProposal[],
  colleges: readonly string[],
): AxisNews[] {
  const here = arrived.filter((one) => one.axis === axis);
  if (here.length === 0) return [];
  return [
    {
      axis,
      arrived: here.map(({ ref }) => ref),
      total: seen.filter((one) => one.axis === axis).length,
      colleges: [...colleges, null]
        .map((college) => ({ college, count: here.filter((one) => one.college === college).length }))
        .filter(({ count }) => count > 0),
    },
  ];
}

const converging = ({ ref, axis, partnerId, college, joined }: DigestProposal): Converging => ({
  ref,
  axis,
  people: new Set([partnerId, ...joined.map((one) => one.partnerId)].filter((id) => id !== null)).size,
  colleges: new Set([college, ...joined.map((one) => one.college)].filter((key) => key !== null)).size,
});

/** Nothing a reader would want to be written for. */
export const isQuiet = ({ arrived, converging: joined, nuances }: Digest): boolean =>
  arrived === 0 && joined.length === 0 && nuances.length === 0;
