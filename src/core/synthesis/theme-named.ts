import type { WordsId } from '../ids.ts';
import { folded } from '../person/names.ts';
import { type Refusal, refuse } from '../refusal.ts';
import type { SynthesisBody } from './model.ts';

/** Titles that people wrote, to be looked up first. */
export const writtenTitles = ({ axes }: Pick<SynthesisBody, 'axes'>): WordsId[] =>
  axes.flatMap(({ themes }) => themes.flatMap(({ title }) => title ?? []));

/**
 * The id of the line that speaks of a theme, by the theme's title or some words that only one title holds. Refuses:
 * `theme-unknown`, `theme-on-lines` with the lines of several.
 */
export function lineOfTheme(
  { axes }: Pick<SynthesisBody, 'axes'>,
  written: ReadonlyMap<WordsId, string | null>,
  name: string,
): string | Refusal {
  const wanted = folded(name);
  const titles = axes.flatMap(({ lines, themes }) =>
    lines.flatMap((line) => {
      const theme = line.theme === null ? undefined : themes[line.theme];
      if (!theme) return [];
      const title = folded((theme.title && written.get(theme.title)) ?? theme.label);
      return [{ id: line.id, title }];
    }),
  );
  const exact = titles.filter(({ title }) => title === wanted);
  const found = exact.length > 0 ? exact : titles.filter(({ title }) => ` ${title} `.includes(` ${wanted} `));
  if (wanted === '' || found.length === 0) return refuse('theme-unknown');
  return found.length === 1
    ? found[0]!.id
    : refuse('theme-on-lines', { lines: found.map(({ id }) => id).join(', ') });
}
