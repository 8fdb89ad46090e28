/** What the log of moderation says around its entries. French for `fr`, English for any other language. */
import type { Lang } from '../core/consultation/model.ts';
import type { ModerationDocument } from '../core/proposal/moderation-log.ts';
import { wordingIn } from './wording.ts';

type Counts = Pick<ModerationDocument, 'authors' | 'unpublished' | 'smallestFigure'>;

const fr = {
  title: 'Journal de modération',
  about:
    'Ce que l’équipe n’a pas publié, ou de nouveau publié, et pourquoi. L’auteur·rice de chaque proposition a reçu la raison et peut la contester. Personne n’est nommé ici, rien n’y est cité.',
  none: 'Rien n’a été modéré.',
  did: { moderate: 'non publiée', reinstate: 'de nouveau publiée' },
  columns: { day: 'Jour', proposal: 'Proposition', did: 'Décision', reason: 'Raison' },
  withheld: 'non reproduite : elle nomme quelqu’un ou cite la proposition',
  counts: ({ authors, unpublished, smallestFigure }: Counts): string =>
    `Propositions non publiées à ce jour : ${unpublished}. Personnes concernées : ${
      authors ?? `non communiqué (de 1 à ${smallestFigure - 1})`
    }.`,
};

export type ModerationWording = typeof fr;

const en: ModerationWording = {
  title: 'Moderation log',
  about:
    'What the team did not publish, or published again, and why. The author of each proposal was given the reason and may dispute it. Nobody is named here and nothing is quoted.',
  none: 'Nothing was moderated.',
  did: { moderate: 'not published', reinstate: 'published again' },
  columns: { day: 'Day', proposal: 'Proposal', did: 'Decision', reason: 'Reason' },
  withheld: 'not reproduced: it names somebody or quotes the proposal',
  counts: ({ authors, unpublished, smallestFigure }) =>
    `Proposals not published to date: ${unpublished}. People concerned: ${
      authors ?? `withheld (1 to ${smallestFigure - 1})`
    }.`,
};

export const moderationWordingIn = (lang: Lang): ModerationWording =>
  wordingIn(lang).lang === 'fr' ? fr : en;
