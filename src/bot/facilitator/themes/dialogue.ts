import { type Correction, correctThemes, undoThemeChange } from '../../../app/theme/correct-themes.ts';
import { shownThemes, showThemes } from '../../../app/theme/show-themes.ts';
import type { Block } from '../../../chat/outbound.ts';
import { counts } from '../../../core/proposal/change.ts';
import { isRefusal, refuse } from '../../../core/refusal.ts';
import { themeNumbered } from '../../../core/theme/correct.ts';
import { themeName } from '../../../core/theme/model.ts';
import { item } from '../../partner/describe.ts';
import { answer, line, list, type Reply, refusal, type Talk } from '../../talk.ts';
import { whyTheme } from '../../why-together.ts';
import { inTeam } from '../dialogue.ts';
import { keep } from '../round.ts';
import { type ThemesCommand, themesCommand } from './command.ts';
import { onFind } from './find.ts';
import { described, listedThemes, MOST_MEMBERS, SHOWN } from './listed.ts';

export async function onThemes(talk: Talk): Promise<Reply | null> {
  if (!inTeam(talk)) return null;
  const command = themesCommand(talk.text);
  if (!command) return null;
  switch (command.does) {
    case 'list':
      return onList(talk, command.axis);
    case 'show':
    case 'why':
      return onShow(talk, command);
    case 'find':
      return onFind(talk);
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

type Correcting = Exclude<ThemesCommand, { does: 'list' | 'show' | 'why' | 'find' | 'undo' }>;

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
  if (shown.themes.length === 0 && shown.alone.size > 0) return onFind(talk);
  return answer(...listedThemes(talk, shown, asked));
}

async function onShow(
  talk: Talk,
  { theme: number, does }: ThemesCommand & { readonly does: 'show' | 'why' },
): Promise<Reply> {
  const shown = await showThemes(talk);
  if (isRefusal(shown)) return refusal(talk, shown);
  const theme = themeNumbered({ themes: await allThemes(talk) }, number);
  if (isRefusal(theme)) return refusal(talk, theme);
  const found = shown.themes.find((one) => one.theme.id === theme.id);
  if (!found) return answer(talk.say.themes.empty(themeName(theme.number)));
  if (does === 'why') return whyTheme(talk, found);
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
