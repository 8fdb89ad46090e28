/** Modals, opened within the three seconds in which Slack's word for it holds, and what only one person sees. */
import type { Asker, Given, Surfaces } from '../../src/chat/surface.ts';
import type { SlackPhrases } from './locales.ts';
import { blocksOf } from './outbound/blocks.ts';
import { fallbackOf } from './outbound/fallback.ts';
import { modalOf, noticeOf } from './outbound/modal.ts';
import type { Shown } from './web/asides.ts';
import type { Workspaces } from './web/workspaces.ts';

/** `modal`: the one that is in front already, over which another is laid. */
export interface Opening {
  readonly asker: Asker;
  readonly trigger: string;
  readonly modal?: string | null;
}

export interface Views {
  /** False when nothing was opened: what the button says is then said in its place. */
  openForm(opening: Opening, name: string, given?: Given): Promise<boolean>;
  openMenu(opening: Opening): Promise<void>;
  /** The form of a shortcut, or a word on why there is none. */
  openFrom(opening: Opening, name: string, given: Given): Promise<void>;
  /** The menu, for one person's eyes; null for somebody nobody knows. */
  menu(asker: Asker): Promise<Shown | null>;
  /** In the place of what that modal shows. */
  say(asker: Asker, modal: string, text: string): Promise<void>;
}

export function createViews(parts: {
  readonly workspaces: Workspaces;
  readonly surfaces: Surfaces;
  readonly phrases: SlackPhrases;
  readonly report: (error: unknown) => void;
}): Views {
  const { surfaces, workspaces, phrases, report } = parts;

  async function show({ asker, trigger, modal = null }: Opening, view: object): Promise<void> {
    const { ask } = await workspaces.callsIn(asker.workspace);
    const asked = { trigger_id: trigger, view: view as never };
    if (modal === null) await ask('views.open', null, (client) => client.views.open(asked));
    else await ask('views.push', null, (client) => client.views.push(asked));
  }

  async function openForm(opening: Opening, name: string, given?: Given): Promise<boolean> {
    try {
      const form = await surfaces.form(opening.asker, name, given);
      if (form === null) return false;
      await show(opening, modalOf(form));
      return true;
    } catch (error) {
      report(error);
      return false;
    }
  }

  const notice = (text: string) => noticeOf(phrases, [{ type: 'paragraph', content: [{ text }] }]);

  return {
    openForm,
    async openFrom(opening, name, given) {
      if (!(await openForm(opening, name, given)))
        await show(opening, notice(phrases.notForYou)).catch(report);
    },
    async openMenu(opening) {
      const menu = await surfaces.menu(opening.asker);
      const view =
        menu === null
          ? notice(phrases.notForYou)
          : { ...noticeOf(phrases, []), blocks: blocksOf(menu, 'private') };
      await show(opening, view).catch(report);
    },
    async menu(asker) {
      const menu = await surfaces.menu(asker);
      return menu && { text: fallbackOf(menu), blocks: blocksOf(menu, 'private') };
    },
    async say(asker, modal, text) {
      try {
        const { ask } = await workspaces.callsIn(asker.workspace);
        const view = notice(text) as never;
        await ask('views.update', null, (client) => client.views.update({ view_id: modal, view }));
      } catch (error) {
        report(error);
      }
    },
  };
}
