/** Where it is silent: who was invited, reached, answered, passed or said no, by college and by axis, unsuppressed. */
import type { Prompt } from '../consultation/model.ts';
import type { OrganisationId, PartnerId } from '../ids.ts';
import type { Participation } from './model.ts';

/** `answered`: gave an idea, whatever else they passed. `declined`: said no, or asked for no more messages. */
export type Voice = 'answered' | 'passed' | 'declined' | 'silent' | 'unreached';

/** invited = answered + passed + declined + silent + unreached; reached is all but the last. */
export interface Voices extends Readonly<Record<Voice, number>> {
  readonly invited: number;
  readonly reached: number;
}

export interface SilentCell extends Voices {
  readonly college: string;
  /** null for the round as a whole. */
  readonly axis: string | null;
}

export interface Invited {
  readonly partnerId: PartnerId;
  readonly college: string;
  readonly organisationId: OrganisationId;
  readonly organisation: string;
  /** Asked for no more messages. */
  readonly stopped: boolean;
  readonly participation: Participation;
  /** Axes of what they proposed in this round, null for a proposal without one. */
  readonly proposed: readonly (string | null)[];
}

/** Has said something of substance, or passed: no reminder is due. */
export const hasAnswered = (one: Pick<Invited, 'participation' | 'proposed'>): boolean =>
  one.participation.answered.length + one.participation.passed.length + one.proposed.length > 0;

/** What one partner said to those prompts, and of that axis. */
function voiceOf(one: Invited, prompts: readonly Prompt[], axis: string | null): Voice {
  const { answered, passed, state, reachedAt } = one.participation;
  const here = (keys: readonly string[]) => prompts.some((prompt) => keys.includes(prompt.key));
  const spoke = axis === null ? one.proposed.length + answered.length > 0 : one.proposed.includes(axis);
  if (spoke || here(answered)) return 'answered';
  if (here(passed)) return 'passed';
  if (state === 'declined' || state === 'stopped' || one.stopped) return 'declined';
  return reachedAt === null ? 'unreached' : 'silent';
}

function countOf(voices: readonly Voice[]): Voices {
  const of = (voice: Voice) => voices.filter((one) => one === voice).length;
  const unreached = of('unreached');
  return {
    invited: voices.length,
    reached: voices.length - unreached,
    answered: of('answered'),
    passed: of('passed'),
    declined: of('declined'),
    silent: of('silent'),
    unreached,
  };
}

/** One cell a college with somebody invited, for the round (axis null) and for each axis it asks about. */
export function silenceMap(
  invited: readonly Invited[],
  prompts: readonly Prompt[],
  colleges: readonly string[],
): SilentCell[] {
  const axes = [...new Set(prompts.map((prompt) => prompt.axis))].filter((axis) => axis !== null);
  return colleges.flatMap((college) => {
    const here = invited.filter((one) => one.college === college);
    if (here.length === 0) return [];
    return [null, ...axes].map((axis) => {
      const asked = axis === null ? prompts : prompts.filter((prompt) => prompt.axis === axis);
      return { college, axis, ...countOf(here.map((one) => voiceOf(one, asked, axis))) };
    });
  });
}

export interface SilentOrganisation {
  readonly name: string;
  /** False while no invitation has arrived at any of its people. */
  readonly reached: boolean;
}

/** Organisations of a college of which nobody answered, passed or said no; in the order of their names. */
export function silentOrganisations(
  invited: readonly Invited[],
  prompts: readonly Prompt[],
  college: string,
): SilentOrganisation[] {
  const byOrganisation = Map.groupBy(
    invited.filter((one) => one.college === college),
    (one) => one.organisationId,
  );
  return [...byOrganisation.values()]
    .flatMap((people) => {
      const voices = people.map((one) => voiceOf(one, prompts, null));
      const quiet = voices.every((voice) => voice === 'silent' || voice === 'unreached');
      return quiet ? [{ name: people[0]!.organisation, reached: voices.includes('silent') }] : [];
    })
    .sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
}
