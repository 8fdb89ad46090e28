/** Every text is there in all the languages of the consultation, and in no other. */
import { nearest } from '../nearest.ts';
import { same } from '../problem.ts';
import { oneOf, type Report, shown } from '../report.ts';
import { EXPECTED } from '../shape/common.ts';
import { isRecord, itemsAt, valueAt } from '../walk.ts';
import { type Sources, walkAll } from './sources.ts';

export function checkLanguages(sources: Sources, report: Report): void {
  const { consultation } = sources;
  if (!consultation) return;
  const languages = checkTags(consultation, report);
  if (languages.length === 0) return;
  walkAll(sources, (source, definition, value, path) => {
    if ((definition !== 'LocalText' && definition !== 'Keywords') || !isRecord(value)) return;
    const missing = languages.filter((lang) => !Object.hasOwn(value, lang));
    if (definition === 'LocalText')
      for (const lang of missing) report({ source, path, code: 'missing-language', expected: same(lang) });
    for (const lang of Object.keys(value)) {
      if (languages.includes(lang)) continue;
      const at = [...path, lang];
      report({
        source,
        path: at,
        place: source.atKey(at),
        code: 'unknown-language',
        found: shown(lang),
        expected: value[lang] === null ? QUOTES : oneOf(languages),
        nearest: nearest(lang, missing),
      });
    }
  });
}

// `{ fr: écoles, collèges, en: schools }` reads as three keys, the second without a value.
const QUOTES = {
  fr: 'des guillemets autour d’un texte qui contient une virgule',
  en: 'quotes around a text that contains a comma',
};

function checkTags(consultation: NonNullable<Sources['consultation']>, report: Report): string[] {
  const languages: string[] = [];
  for (const { item, path } of itemsAt(consultation.value, ['languages'])) {
    const found = shown(item);
    if (typeof item !== 'string') continue;
    if (!isTag(item))
      report({ source: consultation, path, code: 'bad-value', found, expected: EXPECTED.lang });
    else if (languages.includes(item))
      report({ source: consultation, path, code: 'repeated-key', found, expected: EXPECTED.lang });
    else languages.push(item);
  }
  return Array.isArray(valueAt(consultation.value, ['languages'])) ? languages : [];
}

function isTag(text: string): boolean {
  try {
    return Intl.getCanonicalLocales(text)[0] === text;
  } catch {
    return false;
  }
}
