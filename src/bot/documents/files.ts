/** What the files that the bot sends are and are about. A new document is a line here, one in `offered.ts`, and its maker in `compose/makers.ts`. */
import type { Enclosure } from '../../chat/enclosure.ts';
import type { PersonId } from '../../core/ids.ts';

export type DocumentFile =
  | {
      readonly is: 'synthesis';
      readonly number: number;
      readonly audience: 'public' | 'internal';
      readonly as: string;
    }
  | { readonly is: 'proposals'; readonly as: string }
  | { readonly is: 'moderation'; readonly as: string }
  | { readonly is: 'open-data'; readonly as: string }
  | {
      readonly is: 'chart';
      readonly of: 'themes' | 'convergence';
      readonly number: number;
      readonly audience: 'public' | 'internal';
      readonly as: string;
    }
  | { readonly is: 'annex'; readonly as: string }
  | {
      readonly is: 'participation';
      readonly as: 'png';
      readonly lang: string;
      readonly title: string;
      readonly panels: readonly ParticipationPanel[];
    }
  | { readonly is: 'minutes'; readonly number: number; readonly as: string }
  | { readonly is: 'report'; readonly number: number; readonly as: string }
  | { readonly is: 'personal'; readonly person: PersonId; readonly as: string };

/** A type of actor, and how many of them contributed by axis; null for a figure that is withheld. */
export interface ParticipationPanel {
  readonly college: string;
  readonly invited: number;
  readonly bars: readonly { readonly label: string; readonly people: number | null }[];
}

/** What the team asks for. */
export type DocumentName =
  | 'synthesis'
  | 'public-synthesis'
  | 'proposals'
  | 'moderation'
  | 'open-data'
  | 'themes-chart'
  | 'convergence-chart'
  | 'annex'
  | 'minutes'
  | 'report';

/** A file of a message, typed. */
export const enclosing = (file: DocumentFile, title: string, alt?: string): Enclosure => ({
  file,
  title,
  ...(alt === undefined ? {} : { alt }),
});
