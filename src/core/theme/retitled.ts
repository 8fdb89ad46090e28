/** A title given to a theme in a draft, or taken back there, is the theme's own from then on: the next draft has it. */
import type { SynthesisBody } from '../synthesis/model.ts';
import type { Theme, Themes } from './model.ts';

type Body = Pick<SynthesisBody, 'axes'>;

const titlesIn = ({ axes }: Body): ReadonlyMap<string, Theme['title']> =>
  new Map(
    axes.flatMap(({ themes }) =>
      themes.flatMap(({ lasting, title }) =>
        lasting === undefined ? [] : [[lasting, title ?? null] as const],
      ),
    ),
  );

/** The themes that an edit of a draft titled otherwise. */
export function retitled({ themes }: Pick<Themes, 'themes'>, before: Body, after: Body): Theme[] {
  const [old, now] = [titlesIn(before), titlesIn(after)];
  return themes.flatMap((theme) => {
    const title = now.get(theme.id);
    return title === undefined || title === (old.get(theme.id) ?? null) ? [] : [{ ...theme, title }];
  });
}
