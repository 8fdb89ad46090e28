/** "titrer 1.2 : texte", "relire Étienne", "relu sauf 2.3 : remarque", "montrer modifications": the draft among colleagues. */
import { type ShortRules, shortCommand } from '../short-command.ts';

export type ProofreadingCommand =
  | { readonly does: 'title'; readonly line: string; readonly text: string }
  | { readonly does: 'why'; readonly line: string }
  | { readonly does: 'accept-titles' | 'show-edits' | 'undo-edit' }
  | { readonly does: 'ask'; readonly names: readonly string[] }
  /** The remark is the message from `remarkAt` (UTF-16) on; null when they have none. */
  | { readonly does: 'read'; readonly remarkAt: number | null };

// Repetitions are counted: messages of any length come here.
const TITLE =
  /^\s{0,20}(?:titrer?|(?:ré)?intituler?|(?:re)?title) {1,3}(\S{1,60}\.\d{1,4})[ \u00a0\u202f]{0,3}: {0,3}(?=\S)/iu;
const READ =
  /^\s{0,20}(?:relu(?:e)?|lu et relu|proofread|i have read it)(?:\s{1,3}(?:sauf|except)\s{1,3}(?=\S)|[ \u00a0\u202f]{0,3}[:,]\s{0,5}(?=\S)|\s{0,5}[.!]?\s{0,5}$)/iu;
const SHORT: ShortRules<ProofreadingCommand> = [
  [/^(?:accepter (?:les )?titres|accept (?:the )?titles)$/iu, () => ({ does: 'accept-titles' })],
  [
    /^(?:(?:montrer|voir) (?:les )?modifications|show (?:the )?(?:edits|changes))$/iu,
    () => ({ does: 'show-edits' }),
  ],
  [
    /^(?:annule[rz]? (?:la )?(?:derni[èe]re )?modification|undo (?:the )?(?:last )?(?:edit|change))$/iu,
    () => ({ does: 'undo-edit' }),
  ],
  [/^(?:pourquoi|why) ([^\s?]{1,60}\.d?\d{1,4}) ?\??$/iu, ([, line]) => ({ does: 'why', line: line! })],
  [
    /^(?:(?:faire |à |a )?relire(?: par| à| a)?|ask to proofread|proofread by|to proofread) ([\p{L}'’ ,.\d-]{2,200})$/iu,
    ([, names]) => ({
      does: 'ask',
      names: names!
        .split(/,| et | and /u)
        .map((name) => name.trim())
        .filter((name) => name !== ''),
    }),
  ],
];
const LONGEST = 260;

/** null when the message is no such command. */
export function proofreadingCommand(text: string): ProofreadingCommand | null {
  const short = shortCommand(text, SHORT, LONGEST);
  if (short !== null) return short;
  const title = TITLE.exec(text);
  if (title) return { does: 'title', line: title[1]!, text: text.slice(title[0].length).trim() };
  const read = READ.exec(text);
  if (!read) return null;
  return { does: 'read', remarkAt: text.slice(read[0].length).trim() === '' ? null : read[0].length };
}
