/** Themes as they are told: axis by axis, each with what is in it. */
import type { ProposalRow } from '../../../app/ports/proposals.ts';
import type { ShownTheme, ShownThemes } from '../../../app/theme/show-themes.ts';
import type { Block, Inline } from '../../../chat/outbound.ts';
import { ref } from '../../../core/ids.ts';
import { current } from '../../../core/proposal/model.ts';
import { sentencesIn } from '../../../core/synthesis/sentences.ts';
import { themeName } from '../../../core/theme/model.ts';
import { quoted, type Speaker } from '../../partner/describe.ts';
import { list, local } from '../../talk.ts';

const MOST_THEMES = 12;
export const MOST_MEMBERS = 20;
/** UTF-16 units of a proposal that stands for its theme. */
export const SHOWN = 100;

/** Of one axis, or of all; with how to put them right. */
export function listedThemes(talk: Speaker, shown: ShownThemes, axis: string | null): (Block | string)[] {
  const { axes } = talk.consultation.content;
  const { themes: say } = talk.say;
  if (shown.themes.length === 0) return [say.none];
  const keys = [...axes.map(({ key }) => key), null].filter((key) => axis === null || key === axis);
  const blocks = keys.flatMap((key): (Block | string)[] => {
    const here = shown.themes.filter(({ theme }) => theme.axis === key);
    const alone = shown.alone.get(key) ?? [];
    if (here.length + alone.length === 0) return [];
    const named = axes.find((one) => one.key === key);
    return [
      named ? say.ofAxis(named.key, local(talk, named.label)) : say.ofNone,
      list(...here.slice(0, MOST_THEMES).map((one) => described(talk, one))),
      ...(here.length > MOST_THEMES ? [say.more(here.length - MOST_THEMES)] : []),
      ...(alone.length > 0 ? [say.alone(refsOf(alone), Math.max(0, alone.length - MOST_MEMBERS))] : []),
    ];
  });
  return [...blocks, say.how];
}

/** `T3 · « title » (P-0004, P-0007)`, or under its name, or the proposal at its centre. */
export function described(talk: Speaker, { theme, members }: ShownTheme): (string | Inline)[] {
  const { themes: say, marks } = talk.say;
  const name = sentencesIn(talk.say.lang).named({ label: theme.label, words: theme.words });
  const called =
    theme.title !== null
      ? [marks.opening, { words: theme.title }, marks.closing]
      : name === ''
        ? quoted(talk.say, current(members[0]!.row), SHOWN)
        : [name];
  const put = members.filter((one) => one.put).length;
  return [
    say.theme(themeName(theme.number)),
    ...called,
    say.members(members.length, put, refsOf(members.map(({ row }) => row)), members.length > MOST_MEMBERS),
  ];
}

const refsOf = (rows: readonly ProposalRow[]): string =>
  rows
    .slice(0, MOST_MEMBERS)
    .map(({ number }) => ref(number))
    .join(', ');
