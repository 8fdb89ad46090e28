/** Words of a cell that stand for one of a list: a key, a label in any language, a usual variant. */
import type { Consultation, LocalText } from '../../../core/consultation/model.ts';
import { folded } from '../../../core/person/names.ts';

export interface Vocabulary<Value> {
  /** undefined for a word that is not in it. */
  of(word: string): Value | undefined;
  /** The plainest word of each. */
  readonly choices: readonly string[];
  /** Every word of it. */
  readonly valid: readonly string[];
}

export interface Vocabularies {
  readonly colleges: Vocabulary<string>;
  readonly groups: Vocabulary<string>;
  readonly territories: Vocabulary<string>;
  readonly langs: Vocabulary<string>;
}

function vocabulary<Value>(entries: readonly (readonly [Value, readonly string[]])[]): Vocabulary<Value> {
  const words = new Map<string, Value>();
  // The first to have a word keeps it: a label before somebody else's other spelling.
  for (const pick of [(all: readonly string[]) => all.slice(0, 1), (all: readonly string[]) => all.slice(1)])
    for (const [value, all] of entries)
      for (const word of pick(all)) {
        const key = folded(word);
        if (key !== '' && !words.has(key)) words.set(key, value);
      }
  return {
    of: (word) => words.get(folded(word)),
    choices: entries.flatMap(([, all]) => all.slice(0, 1)),
    valid: [...new Set(entries.flatMap(([, all]) => all))],
  };
}

const listed = (
  entries: readonly {
    readonly key: string;
    readonly label: LocalText;
    readonly formerly?: readonly string[];
  }[],
): Vocabulary<string> =>
  vocabulary(
    entries.map(({ key, label, formerly = [] }) => [key, [key, ...Object.values(label), ...formerly]]),
  );

/** A language by its tag, or its name in French, English or itself. */
const langs = (languages: readonly string[]): Vocabulary<string> =>
  vocabulary(
    languages.map((lang) => {
      const names = ['fr', 'en', lang].map((display) =>
        new Intl.DisplayNames([display], { type: 'language' }).of(lang),
      );
      return [lang, [lang, ...names.filter((name): name is string => name !== undefined)]] as const;
    }),
  );

export const vocabulariesOf = (content: Consultation): Vocabularies => ({
  colleges: listed(content.colleges),
  groups: listed(content.committee.groups),
  territories: vocabulary(
    content.taxonomy.territories.map(({ key, label, spellings, code }) => [
      key,
      [label, key, ...spellings, ...(code === undefined ? [] : [code])],
    ]),
  ),
  langs: langs(content.languages),
});

export const CAPACITIES = vocabulary<'elected' | 'agent'>([
  ['elected', ['élu·e', 'elected', 'élu', 'élue', 'elu e', 'élu(e)']],
  [
    'agent',
    [
      'agent·e',
      'agent',
      'agente',
      'agent(e)',
      'technicien',
      'technicienne',
      'technicien·ne',
      'officer',
      'staff',
    ],
  ],
]);

/** True for a substitute. */
export const PLACES = vocabulary<boolean>([
  [false, ['titulaire', 'holder', 't']],
  [true, ['suppléant·e', 'substitute', 'suppléant', 'suppléante', 'suppléant(e)', 'alternate', 's']],
]);

export const YES_NO = vocabulary<boolean>([
  [true, ['oui', 'yes', 'x', 'o', 'y', 'vrai', 'true', '1']],
  [false, ['non', 'no', 'n', 'faux', 'false', '0']],
]);

/** Platforms, and two ways no platform serves: the team writes or calls. */
export const CHANNELS = vocabulary<string>([
  ['slack', ['Slack']],
  ['matrix', ['Matrix', 'Tchap', 'Element']],
  [
    'web',
    [
      'page',
      'e-mail',
      'web',
      'site',
      'mail',
      'mél',
      'courriel',
      'email',
      'page web',
      'internet',
      'lien',
      'link',
    ],
  ],
  ['phone', ['téléphone', 'phone', 'telephone', 'tél', 'portable', 'appel']],
  ['paper', ['courrier', 'post', 'papier', 'paper', 'courrier postal', 'letter', 'poste']],
]);
