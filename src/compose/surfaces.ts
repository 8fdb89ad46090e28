/** What chats show of their own accord, read anew each time. */
import type { Clock, Ids } from '../app/ports/edge.ts';
import type { Store, Transaction } from '../app/ports/store.ts';
import { faultsOfForm, openForm } from '../bot/forms/forms.ts';
import type { Form } from '../chat/form.ts';
import { type Document, resolve } from '../chat/outbound.ts';
import type { Surfaces } from '../chat/surface.ts';
import { lookUp } from '../host/lookup.ts';

export function createSurfaces(parts: {
  readonly store: Store;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly erasedText: (lang: string) => string;
}): Surfaces {
  const edge = () => ({ ids: parts.ids, now: parts.clock.now() });
  const shown = async (tx: Transaction, document: Document) =>
    resolve(document, await lookUp(tx, [document]), parts.erasedText(document.lang));
  const formOf = async (tx: Transaction, { intro, ...form }: Form) => {
    const { blocks } = await shown(tx, { lang: form.lang, blocks: intro, choices: [] });
    return { ...form, intro: blocks };
  };
  return {
    form: (asker, name) =>
      parts.store.transaction(async (tx) => {
        const form = await openForm(tx, edge(), asker, name);
        return form && formOf(tx, form);
      }),
    faults: (asker, name, filled) =>
      parts.store.transaction((tx) => faultsOfForm(tx, edge(), asker, name, filled)),
  };
}
