/** Figures count people: somebody who speaks for two organisations, or in two seats of one, is one person. */
import type { OrganisationId, PartnerId, PersonId } from '../ids.ts';

interface Seat {
  readonly id: PartnerId;
  readonly college: string;
  readonly organisationId: OrganisationId;
  readonly person: { readonly id: PersonId };
}

/** The first seat of the same person, in the same type of actor or in all: what stands for them in a count. */
export function onePerson(seats: readonly Seat[]): {
  readonly inCollege: (id: PartnerId) => PartnerId;
  readonly inAll: (id: PartnerId) => PartnerId;
} {
  const first = (keyOf: (seat: Seat) => string) => {
    const byKey = new Map<string, PartnerId>();
    for (const seat of seats) if (!byKey.has(keyOf(seat))) byKey.set(keyOf(seat), seat.id);
    const byId = new Map(seats.map((seat) => [seat.id, byKey.get(keyOf(seat))!]));
    return (id: PartnerId) => byId.get(id) ?? id;
  };
  return {
    inCollege: first(({ person, college }) => `${person.id} ${college}`),
    inAll: first(({ person }) => person.id),
  };
}

export interface Organisations {
  readonly college: string;
  readonly invited: number;
  /** Of which somebody answered or passed: two colleagues who disagree are one organisation. */
  readonly heard: number;
}

/** One row a type of actor with somebody invited. */
export function organisationsOf(
  seats: readonly Seat[],
  participations: readonly {
    readonly partnerId: PartnerId;
    readonly answered: readonly string[];
    readonly passed: readonly string[];
  }[],
  colleges: readonly { readonly key: string }[],
): Organisations[] {
  const seatOf = new Map(seats.map((seat) => [seat.id, seat]));
  return colleges.flatMap(({ key }) => {
    const here = participations.filter(({ partnerId }) => seatOf.get(partnerId)?.college === key);
    if (here.length === 0) return [];
    const count = (some: typeof here) =>
      new Set(some.map(({ partnerId }) => seatOf.get(partnerId)!.organisationId)).size;
    const heard = here.filter(({ answered, passed }) => answered.length + passed.length > 0);
    return [{ college: key, invited: count(here), heard: count(heard) }];
  });
}
