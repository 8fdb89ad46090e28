/** Themes in chat: shown, put right, taken back; null when it is nothing of theirs. */
import type { ProposalRow } from '../../../app/ports/proposals.ts';
import { type Correction, correctThemes, undoThemeChange } from '../../../app/theme/correct-themes.ts';
import { type ShownTheme, shownThemes, showThemes } from '../../../app/theme/show-themes.ts';
import type { Block, Inline } from '../../../chat/outbound.ts';
import { ref } from '../../../core/ids.ts';
import { counts } from '../../../core/proposal/change.ts';
import { current } from '../../../core/proposal/model.ts';
import { isRefusal, refuse } from '../../../core/refusal.ts';
import { sentencesIn } from '../../../core/synthesis/sentences.ts';
import { themeNumbered } from '../../../core/theme/correct.ts';
import { themeName } from '../../../core/theme/model.ts';
import { item, quoted } from '../../partner/describe.ts';
import { answer, line, list, local, type Reply, refusal, type Talk } from '../../talk.ts';
import { inTeam } from '../dialogue.ts';
import { keep } from '../round.ts';
import { type ThemesCommand, themesCommand } from './command.ts';

const MOST_THEMES = 12;
const MOST_MEMBERS = 20;
/** UTF-16 units of a proposal that stands for its theme. */
const SHOWN = 100;

export async function onThemes(talk: Talk): Promise<Reply | null> {
  if (!inTeam(talk)) return null;
  const command = themesCommand(talk.text);
  if (!command) return null;
  switch (command.does) {
    case 'list':
      return onList(talk, command.axis);
    case 'show':
      return onShow(talk, command.theme);
    case 'undo': {
      const undone = await undoThemeChange(talk);
      return isRefusal(undone)
        ? refusal(talk, undone)
        : answer(talk.say.themes.undone, ...(await now(talk, undone.changed)));
    }
    default: {
      const correction = await correctionOf(talk, command);
      const done = await correctThemes(talk, correction);
      if (isRefusal(done)) return refusal(talk, done);
      return answer(
        talk.say.themes.done[command.does],
        ...(await now(talk, done.changed)),
        talk.say.themes.next,
      );
    }
  }
}

type Correcting = Exclude<ThemesCommand, { does: 'list' | 'show' | 'undo' }>;

const correctionOf = async (talk: Talk, command: Correcting): Promise<Correction> =>
  command.does === 'rename'
    ? { does: 'rename', theme: command.theme, title: await keep(talk, command.title) }
    : command;

/** What those themes are now. */
async function now(talk: Talk, changed: readonly string[]): Promise<Block[]> {
  const { themes } = shownThemes(
    await talk.tx.themes.of(talk.consultation.id),
    (await talk.tx.proposals.of(talk.consultation.id)).filter(counts),
    talk.consultation.content.axes.map(({ key }) => key),
  );
  const shown = themes.filter(({ theme }) => changed.includes(theme.id));
  return shown.length === 0 ? [] : [list(...shown.map((one) => described(talk, one)))];
}

async function onList(talk: Talk, asked: string | null): Promise<Reply> {
  const { axes } = talk.consultation.content;
  if (asked !== null && !axes.some(({ key }) => key === asked))
    return refusal(
      talk,
      refuse('no-such-axis', { axis: asked, axes: axes.map(({ key }) => key).join(', ') }),
    );
  const shown = await showThemes(talk);
  if (isRefusal(shown)) return refusal(talk, shown);
  const { themes: say } = talk.say;
  if (shown.themes.length === 0) return answer(say.none);
  const keys = [...axes.map(({ key }) => key), null].filter((key) => asked === null || key === asked);
  const blocks = keys.flatMap((key): (Block | string)[] => {
    const here = shown.themes.filter(({ theme }) => theme.axis === key);
    const alone = shown.alone.get(key) ?? [];
    if (here.length + alone.length === 0) return [];
    const axis = axes.find((one) => one.key === key);
    return [
      axis ? say.ofAxis(axis.key, local(talk, axis.label)) : say.ofNone,
      list(...here.slice(0, MOST_THEMES).map((one) => described(talk, one))),
      ...(here.length > MOST_THEMES ? [say.more(here.length - MOST_THEMES)] : []),
      ...(alone.length > 0 ? [say.alone(refsOf(alone), Math.max(0, alone.length - MOST_MEMBERS))] : []),
    ];
  });
  return answer(...blocks, say.how);
}

async function onShow(talk: Talk, number: number): Promise<Reply> {
  const shown = await showThemes(talk);
  if (isRefusal(shown)) return refusal(talk, shown);
  const theme = themeNumbered({ themes: await allThemes(talk) }, number);
  if (isRefusal(theme)) return refusal(talk, theme);
  const found = shown.themes.find((one) => one.theme.id === theme.id);
  if (!found) return answer(talk.say.themes.empty(themeName(theme.number)));
  const left = found.members.length - MOST_MEMBERS;
  return answer(
    line(...described(talk, found)),
    list(
      ...found.members
        .slice(0, MOST_MEMBERS)
        .map(({ row, put }) => [...item(talk, row, SHOWN), put ? ` ${talk.say.themes.put}` : '']),
    ),
    ...(left > 0 ? [talk.say.themes.more(left)] : []),
  );
}

const allThemes = async (talk: Talk) => (await talk.tx.themes.of(talk.consultation.id)).themes;

/** `T3 · « title » (P-0004, P-0007)`, or under its name, or the proposal at its centre. */
function described(talk: Talk, { theme, members }: ShownTheme): (string | Inline)[] {
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
