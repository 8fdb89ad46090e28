/**
 * Somebody's name in the bot's own text, by reference: it is put in place each time the text is shown, and is gone with
 * the person. Two characters of the private use area enclose the id; `display` takes them out of what people write.
 */
import { display } from './display.ts';

const MENTION = /\uf8f0([0-9a-f-]{36})(:first)?\uf8f1/gu;

export const mention = ({ id }: { readonly id: string }): string => `\uf8f0${id}\uf8f1`;

/** Their first name alone. */
export const mentionFirst = ({ id }: { readonly id: string }): string => `\uf8f0${id}:first\uf8f1`;

/** Ids of whoever is named there. */
export const mentioned = (text: string): string[] => [...text.matchAll(MENTION)].map(([, id]) => id!);

/** `nameOf` knows people by id; whoever is not known (any more) reads as `erased`. */
export const withNames = (
  text: string,
  nameOf: ReadonlyMap<string, string | null>,
  erased: string,
): string =>
  text.includes('\uf8f0')
    ? text.replace(MENTION, (_, id: string, first?: string) => {
        const name = display(nameOf.get(id) ?? '').trim();
        return (first ? name.split(/\s+/u)[0] : name) || erased;
      })
    : text;
