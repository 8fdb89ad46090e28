/** Modals, opened within the three seconds in which Slack's word for it holds, and what only one person sees. */
import type { Asker, Given, Surfaces } from '../../src/chat/surface.ts';
import type { SlackPhrases } from './locales.ts';
import { blocksOf } from './outbound/blocks.ts';
import { fallbackOf } from './outbound/fallback.ts';
import { modalOf, noticeOf } from './outbound/modal.ts';
import type { Readers } from './reader.ts';
import type { Shown } from './web/asides.ts';
import type { Workspaces } from './web/workspaces.ts';

/** `modal`: the one that is in front already, over which another is laid. */
export interface Opening {
  readonly asker: Asker;
  readonly trigger: string;
  readonly modal?: string | null;
}

/** One of those that are Slack's alone, or another. */
export type Sentence = keyof SlackPhrases | { readonly text: string };

export interface Views {
  /** False when nothing was opened: what the button says is then said in its place. */
  openForm(opening: Opening, name: string, given?: Given): Promise<boolean>;
  openMenu(opening: Opening): Promise<void>;
  /** The first of these forms that is for them, or a word on why there is none. */
  openFrom(opening: Opening, names: readonly string[], given: Given): Promise<void>;
  /** The menu, for one person's eyes; null for somebody nobody knows. */
  menu(asker: Asker): Promise<Shown | null>;
  /** In the place of what that modal shows. */
  say(asker: Asker, modal: string, sentence: Sentence): Promise<void>;
  /** A modal that says it, and can be closed. */
  notice(asker: Asker, sentence: Sentence): Promise<object>;
}

export function createViews(parts: {
  readonly workspaces: Workspaces;
  readonly surfaces: Surfaces;
  readonly readers: Readers;
  readonly report: (error: unknown) => void;
}): Views {
  const { surfaces, workspaces, readers, report } = parts;

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
      readers.shown(opening.asker, form.lang);
      await show(opening, modalOf(form));
      return true;
    } catch (error) {
      report(error);
      return false;
    }
  }

  async function notice(asker: Asker, sentence: Sentence) {
    const phrases = await readers.phrasesFor(asker);
    const text = typeof sentence === 'string' ? phrases[sentence] : sentence.text;
    return noticeOf(phrases, [{ type: 'paragraph', content: [{ text }] }]);
  }

  return {
    openForm,
    notice,
    async openFrom(opening, names, given) {
      for (const name of names) if (await openForm(opening, name, given)) return;
      await show(opening, await notice(opening.asker, 'notForYou')).catch(report);
    },
    async openMenu(opening) {
      const { asker } = opening;
      try {
        const menu = await surfaces.menu(asker);
        const view =
          menu === null
            ? await notice(asker, 'notForYou')
            : { ...noticeOf(await readers.phrasesFor(asker), []), blocks: blocksOf(menu, 'private') };
        await show(opening, view);
      } catch (error) {
        report(error);
      }
    },
    async menu(asker) {
      const menu = await surfaces.menu(asker);
      if (menu !== null) readers.shown(asker, menu.lang);
      return menu && { text: fallbackOf(menu), blocks: blocksOf(menu, 'private') };
    },
    async say(asker, modal, sentence) {
      try {
        const { ask } = await workspaces.callsIn(asker.workspace);
        const view = (await notice(asker, sentence)) as never;
        await ask('views.update', null, (client) => client.views.update({ view_id: modal, view }));
      } catch (error) {
        report(error);
      }
    },
  };
}
