/** What chats show of their own accord, read anew each time. */
import type { Clock, Ids } from '../app/ports/edge.ts';
import type { Store, Transaction } from '../app/ports/store.ts';
import { askingOf } from '../bot/forms/asking.ts';
import { faultsOfForm, openForm } from '../bot/forms/forms.ts';
import { homeOf } from '../bot/home.ts';
import { phrasesIn } from '../bot/locales/phrases.ts';
import { menuOf } from '../bot/menu.ts';
import { answer, documentOf } from '../bot/talk.ts';
import type { Form } from '../chat/form.ts';
import { type Document, type Message, resolve } from '../chat/outbound.ts';
import type { Surfaces } from '../chat/surface.ts';
import { lookUp } from '../host/lookup.ts';

export function createSurfaces(parts: {
  readonly store: Store;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly erasedText: (lang: string) => string;
  /** Of people nobody knows yet. */
  readonly defaultLang: string;
}): Surfaces {
  const edge = () => ({ ids: parts.ids, now: parts.clock.now() });
  const shown = async (tx: Transaction, document: Document) =>
    resolve(document, await lookUp(tx, [document]), parts.erasedText(document.lang));
  const formOf = async (tx: Transaction, { intro, ...form }: Form) => {
    const { blocks } = await shown(tx, { lang: form.lang, blocks: intro, choices: [] });
    return { ...form, intro: blocks };
  };
  return {
    form: (asker, name, given) =>
      parts.store.transaction(async (tx) => {
        const form = await openForm(tx, edge(), asker, name, given ?? null);
        return form && formOf(tx, form);
      }),
    menu: (asker) =>
      parts.store.transaction(async (tx) => {
        const asking = await askingOf(tx, edge(), asker, '');
        return asking && shown(tx, documentOf(await menuOf(asking), asking.say.lang));
      }),
    home: (asker) =>
      parts.store.transaction(async (tx) => {
        const asking = await askingOf(tx, edge(), asker, '');
        if (asking) await tx.conversations.noteHome(asking.conversation.id, parts.clock.now());
        const say = asking?.say ?? phrasesIn(parts.defaultLang, []);
        const shownParts: Message[] = [];
        for (const part of asking ? await homeOf(asking) : [answer(say.home.stranger)])
          shownParts.push(await shown(tx, documentOf(part, say.lang)));
        return shownParts;
      }),
    looker: ({ ref, ...place }) =>
      parts.store.transaction((tx) => tx.conversations.homeBeside({ ...place, externalRef: ref })),
    faults: (asker, name, filled) =>
      parts.store.transaction((tx) => faultsOfForm(tx, edge(), asker, name, filled)),
    lang: (asker) =>
      parts.store.transaction(async (tx) => (await tx.people.byAddress({ ...asker }))[0]?.lang ?? null),
  };
}
