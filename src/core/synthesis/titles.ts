/** Titles of groups: the content's own, or made of words by the machine, which a person replaces or accepts. */

import type { WordsId } from '../ids.ts';
import { type Refusal, refuse } from '../refusal.ts';
import type { AxisSynthesis, Signing, SynthesisBody } from './model.ts';
import { type Sentences, sentencesIn } from './sentences.ts';
import { unknownLine } from './unknown-line.ts';

/** "Lieux partagés : deux propositions." without what its heading says already. */
export function withoutLabel(text: string, label: string): string {
  const rest = text.startsWith(label)
    ? /^[\u00a0\u202f]?: (.+)$/su.exec(text.slice(label.length))?.[1]
    : undefined;
  return rest === undefined ? text : rest.charAt(0).toUpperCase() + rest.slice(1);
}

type Theme = AxisSynthesis['themes'][number];

export interface MachineTitle {
  readonly line: string;
  readonly label: string;
}

/** Lines whose title the machine made of words, and nobody replaced or accepted yet. */
export const machineTitles = (body: Pick<SynthesisBody, 'axes'>): MachineTitle[] =>
  body.axes.flatMap((axis) =>
    axis.lines.flatMap((line) => {
      const theme = line.theme === null ? undefined : axis.themes[line.theme];
      return theme?.byWords && !theme.title && !theme.accepted ? [{ line: line.id, label: theme.label }] : [];
    }),
  );

function onThemes(
  body: SynthesisBody,
  change: (theme: Theme, line: string) => Theme,
  restated: boolean,
): SynthesisBody {
  return {
    ...body,
    axes: body.axes.map((axis) => {
      const lineOf = (at: number) => axis.lines.find(({ theme }) => theme === at);
      const themes = axis.themes.map((theme, at) => {
        const line = lineOf(at);
        return line ? change(theme, line.id) : theme;
      });
      if (themes.every((theme, at) => theme === axis.themes[at])) return axis;
      const lines = axis.lines.map((line) => {
        if (line.kind === 'absent' && line.text !== null)
          return { ...line, text: renamed(line.text, axis.themes, themes, sentencesIn(body.lang)) };
        const theme = line.theme === null ? undefined : axis.themes[line.theme];
        if (!restated || !theme || line.text === null || themes[line.theme!] === theme) return line;
        return { ...line, text: withoutLabel(line.text, theme.label) };
      });
      return { ...axis, themes, lines };
    }),
  };
}

/** What names themes by the machine's labels says those that a person titled by what is most central in them. */
const renamed = (text: string, before: readonly Theme[], after: readonly Theme[], say: Sentences): string =>
  before.reduce(
    (sofar, theme, at) =>
      after[at]!.title !== undefined && theme.label !== ''
        ? sofar.replace(theme.label, say.around(theme.proposals[0]!))
        : sofar,
    text,
  );

/** A person's own title for the group a line speaks of. Refuses a line that has none. */
export function titled(body: SynthesisBody, id: string, title: WordsId): SynthesisBody | Refusal {
  const line = body.axes.flatMap(({ lines }) => lines).find((one) => one.id === id);
  if (!line) return unknownLine(body, id);
  if (line.theme === null) return refuse('line-without-title', { line: id });
  return onThemes(body, (theme, at) => (at === id ? { ...theme, title } : theme), true);
}

/** All titles made of words that are left, as a person read them. */
export const acceptTitles = (body: SynthesisBody, accepted: Signing): SynthesisBody =>
  onThemes(
    body,
    (theme) => (theme.byWords && !theme.title && !theme.accepted ? { ...theme, accepted } : theme),
    false,
  );
