/** Themes that last: found by the machine, put right by people. Each is of one axis. */
import type { PersonId, ProposalId, WordsId } from '../ids.ts';

export interface Theme {
  readonly id: string;
  /** `T3`: never reused. */
  readonly number: number;
  /** null for proposals of all axes. */
  readonly axis: string | null;
  /** How the machine named it when it was first found: a label of the content, '' when none fits, and words. */
  readonly label: string;
  readonly words: readonly string[];
  /** What somebody called it. */
  readonly title: WordsId | null;
  readonly mergedInto: string | null;
}

export interface ThemeMember {
  readonly proposal: ProposalId;
  readonly theme: string;
  /** Who put it there, and where the machine leaves it; null where the machine did. */
  readonly by: PersonId | null;
  /** From 0, the most central first. */
  readonly place: number;
}

export interface Themes {
  readonly themes: readonly Theme[];
  /** Of proposals that are gone too, where people put them. */
  readonly members: readonly ThemeMember[];
}

/** What somebody's change makes of some themes and members; `theme` null takes a member out. */
export interface ThemePatch {
  readonly themes: readonly Theme[];
  readonly members: readonly (Omit<ThemeMember, 'theme'> & { readonly theme: string | null })[];
}

export const themeName = (number: number): string => `T${number}`;

export const membersOf = ({ members }: Themes, theme: string): ThemeMember[] =>
  members.filter((member) => member.theme === theme).toSorted((a, b) => a.place - b.place);
