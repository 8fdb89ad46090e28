import { VARIABLES } from './variables.ts';
import { ABOUT_FR } from './variables-fr.ts';

type Name = keyof typeof VARIABLES;

export interface WrongSetting {
  readonly name: Name;
  /** Why the value is refused, in English; null for a variable that is missing. */
  readonly refused: string | null;
  /** The variables beside which it is missing, or that would do in its place. */
  readonly beside?: Name;
  readonly or?: Name;
}

/** One Error that names each, in the language of the interface; a value is never repeated, it may be a secret. */
export function wrongSettings(wrong: readonly WrongSetting[], lang: 'fr' | 'en'): Error {
  const title =
    lang === 'en'
      ? 'Wrong settings in the environment:'
      : 'Des réglages de l’environnement sont à reprendre :';
  return new Error([title, ...wrong.map(lang === 'en' ? english : french)].join('\n'));
}

const english = ({ name, refused, beside, or }: WrongSetting): string =>
  `  ${name}: ${refused ?? `missing${beside ? ` beside ${beside}` : ''}${or ? `, or ${or}` : ''}`}. ${VARIABLES[name].about}`;

const french = ({ name, refused, beside, or }: WrongSetting): string =>
  `  ${name} : ${refused === null ? `il manque${beside ? ` à côté de ${beside}` : ''}${or ? `, ou ${or}` : ''}` : 'cette valeur est refusée'}. ${ABOUT_FR[name]}`;
