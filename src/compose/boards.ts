/** Workshops for the page, read anew each time. */
import type { Clock, Ids } from '../app/ports/edge.ts';
import type { Store } from '../app/ports/store.ts';
import { projected } from '../bot/workshop/projected.ts';
import type { Boards } from '../chat/board.ts';
import { resolve } from '../chat/outbound.ts';
import { lookUp } from '../host/lookup.ts';

export const createBoards = (parts: {
  readonly store: Store;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly erasedText: (lang: string) => string;
}): Boards => ({
  of: ({ consultation: key, lang }) =>
    parts.store.transaction(async (tx) => {
      const consultation = await tx.consultations.byKey(key);
      if (consultation === null) return null;
      const edge = { tx, consultation, ids: parts.ids, now: parts.clock.now(), inboundId: null };
      const found = await projected(edge, lang);
      if (found === null) return null;
      const { title, document, endsAt } = found;
      const message = resolve(document, await lookUp(tx, [document]), parts.erasedText(document.lang));
      return { title, message, endsAt };
    }),
});
