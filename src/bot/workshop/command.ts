/** What is said of a workshop by words, by the team and by those who take part. Pure; reads no long message. */

import type { NumberedWish } from '../../app/workshop/place-dots.ts';
import type { Step } from '../../app/workshop/run-workshop.ts';
import type { InMinutes } from '../../app/workshop/write-minutes.ts';
import { numberOf } from '../../core/ids.ts';
import { bare } from '../understand.ts';

export type WorkshopCommand =
  | { readonly does: 'status' | 'room' | 'groups' | 'results' | 'minutes' | 'sign-minutes' }
  | { readonly does: 'open'; readonly key: string }
  | { readonly does: 'cancel' }
  | { readonly does: 'step'; readonly step: Step }
  | { readonly does: 'move'; readonly proposal: number; readonly to: number | null | 'new' }
  | { readonly does: 'rename'; readonly group: number; readonly title: string }
  | { readonly does: 'merge'; readonly from: number; readonly into: number }
  | { readonly does: 'write'; readonly where: InMinutes; readonly text: string }
  | { readonly does: 'unwrite'; readonly where: InMinutes };

const STEPS: readonly (readonly [RegExp, Step['does']])[] = [
  [/^(?:debut|commencer|demarrer|lancer|start|begin)$/u, 'start'],
  [/^(?:pause|break)$/u, 'pause'],
  [/^(?:reprise|reprendre|resume|go on)$/u, 'resume'],
  [/^(?:suite|suivant|suivante|next)$/u, 'next'],
  [/^(?:retour|precedent|precedente|back|previous)$/u, 'back'],
  [/^(?:fin|terminer|end|finish)$/u, 'end'],
];
const MORE = /^(?:\+ ?(\d{1,3})|(?:prolonger|extend)(?: de| by)? (\d{1,3}))(?: ?(?:min|mn|minutes?))?$/u;
const ABOUT: readonly (readonly [RegExp, 'status' | 'room' | 'groups' | 'results'])[] = [
  [/^(?:statut|status|ou en est-on)$/u, 'status'],
  [/^(?:salle|presents|qui|silence|room|who)$/u, 'room'],
  [/^(?:groupes|groups)$/u, 'groups'],
  [/^(?:resultats|points|priorites|results|dots)$/u, 'results'],
];
const CANCEL = /^(?:annuler|annulation|cancel)$/u;
const SIGN = /^(?:signer|sign) (?:le |the )?(?:compte[- ]rendu|minutes)$/u;
const MINUTES = /^(?:le |the )?(?:compte[- ]rendu|minutes)$/u;
const WRITE =
  /^\s{0,20}(?:compte[- ]rendu|minutes)[ ,]{1,3}(introduction|note(?: (\d{1,2}))?)[ \u00a0\u202f]{0,2}:\s{0,20}(?=\S)/iu;
const UNWRITE =
  /^(?:compte[- ]rendu|minutes),? (?:sans|without)(?: l')? ?(?:the )?(introduction|note (\d{1,2}))$/u;
const RENAME = /^\s{0,20}(?:renommer|rename) {1,3}g ?(\d{1,3})[ \u00a0\u202f]{0,2}:\s{0,20}(?=\S)/iu;
const MERGE = /^(?:fusionner|reunir|merge|join) g ?(\d{1,3}) (et|avec|dans|and|with|into) g ?(\d{1,3})$/u;
const MOVE =
  /^(p ?[-‐–]? ?\d{1,9}) (?:(?:dans|vers|en|in|into|to) g ?(\d{1,3})|(hors groupe|hors de g ?\d{1,3}|a part|apart|out|out of g ?\d{1,3})|(nouveau groupe|new group))$/u;
const KEY = /^[\w-]{1,60}$/u;
const LONGEST = 120;
const LONGEST_WRITTEN = 4_000;

/** `addressed`: said to the bot in a room, where the word "atelier" is not needed. */
export function workshopCommand(text: string, addressed = false): WorkshopCommand | null {
  const written = text.length <= LONGEST_WRITTEN ? freeText(text) : null;
  if (written) return written;
  if (text.length > LONGEST) return null;
  const plain = bare(text);
  if (SIGN.test(plain)) return { does: 'sign-minutes' };
  if (MINUTES.test(plain)) return { does: 'minutes' };
  const unwritten = UNWRITE.exec(plain);
  if (unwritten) return { does: 'unwrite', where: whereOf(unwritten) };
  const merged = MERGE.exec(plain);
  if (merged) return mergeOf(merged);
  const found = MOVE.exec(plain);
  if (found)
    return {
      does: 'move',
      proposal: numberOf(found[1]!)!,
      to: found[2] ? Number(found[2]) : found[4] ? 'new' : null,
    };
  const [, rest] = /^(?:l')?(?:atelier|workshop)(?: (.{1,80}))?$/u.exec(plain) ?? [null, null];
  if (rest === null) return addressed ? ofWorkshop(plain, false) : null;
  return rest === undefined ? { does: 'status' } : ofWorkshop(rest, true);
}

function ofWorkshop(text: string, named: boolean): WorkshopCommand | null {
  const step = STEPS.find(([pattern]) => pattern.test(text))?.[1];
  if (step && step !== 'extend') return { does: 'step', step: { does: step } };
  if (named && CANCEL.test(text)) return { does: 'cancel' };
  const more = MORE.exec(text);
  if (more) return { does: 'step', step: { does: 'extend', minutes: Number(more[1] ?? more[2]) } };
  const about = ABOUT.find(([pattern]) => pattern.test(text))?.[1];
  if (about) return { does: about };
  return named && KEY.test(text) ? { does: 'open', key: text } : null;
}

function freeText(text: string): WorkshopCommand | null {
  const write = WRITE.exec(text);
  if (write) {
    return { does: 'write', where: whereOf(write), text: text.slice(write[0].length).trim() };
  }
  const rename = RENAME.exec(text);
  if (!rename) return null;
  return { does: 'rename', group: Number(rename[1]), title: text.slice(rename[0].length).trim() };
}

const whereOf = ([, part, number]: RegExpExecArray): InMinutes =>
  part!.toLowerCase().startsWith('note')
    ? { is: 'note', number: number === undefined ? null : Number(number) }
    : { is: 'introduction' };

function mergeOf([, first, how, second]: RegExpExecArray): WorkshopCommand {
  const [a, b] = [Number(first), Number(second)];
  // "G3 dans G2" says which; "G2 et G3" keeps the first one named.
  return how === 'dans' || how === 'into'
    ? { does: 'merge', from: a, into: b }
    : { does: 'merge', from: b, into: a };
}

/** "P-0042 est mal rangée": a word on the place of an idea; its number, null otherwise. */
export function objectionTo(text: string): number | null {
  if (text.length > 300) return null;
  const plain = bare(text);
  if (!OBJECTS.test(plain)) return null;
  const found = /\bp ?[-‐–] ?(\d{1,9})\b/u.exec(plain);
  return found ? Number(found[1]) : null;
}

const OBJECTS =
  /pas d'accord|objection|conteste|mal (?:range|place|class)|rien a (?:faire|voir)|mauvais groupe|pas (?:la )?(?:bonne )?place|disagree|\bobject|wrong (?:group|place)|not belong|n't belong|misplaced/u;

export type DotsSaid = 'mine' | 'none' | readonly NumberedWish[];

const MINE = /^(?:mes (?:points|gommettes)|my (?:dots|points))$/u;
const TAKE_BACK =
  /^(?:je )?(?:retirer?|enlever?|reprend(?:re|s)|annuler?|remove|take back|withdraw) (?:tous |all )?(?:mes |my )(?:points|gommettes|dots)(?: (?:de|sur|from|on) g ?(\d{1,3}))?$/u;
const COUNT = 'un|une|deux|trois|quatre|cinq|one|two|three|four|five|\\d{1,2}';
const UNIT = '(?: ?(?:points?|pts?|gommettes?|dots?))?';
const ON = new RegExp(
  `^(?:je (?:mets|place) |i put )?(${COUNT})${UNIT} (?:sur|pour|a|en|on|to|for) (?:le )?(?:groupe |group )?g ?(\\d{1,3})$`,
  'u',
);
const SIGNED = /^g ?(\d{1,3}) ?([+−-]) ?(\d{1,2})$/u;
const EQUALS = new RegExp(`^g ?(\\d{1,3}) ?[:=x]? ?(${COUNT})${UNIT}$`, 'u');
const ALONE = /^(?:je (?:vote|choisis) )?(?:pour |for )?g ?(\d{1,3})$/u;
const WORDS: Readonly<Record<string, number>> = {
  un: 1,
  une: 1,
  one: 1,
  deux: 2,
  two: 2,
  trois: 3,
  three: 3,
  quatre: 4,
  four: 4,
  cinq: 5,
  five: 5,
};
const MOST_WISHES = 20;

/** "2 points sur G3, 1 sur G1", "G3: 2", "G3 +1", "mes points", "retirer mes points"; null for anything else. */
export function dotsSaid(text: string): DotsSaid | null {
  if (text.length > 300) return null;
  const plain = bare(text);
  if (MINE.test(plain)) return 'mine';
  const back = TAKE_BACK.exec(plain);
  if (back) return back[1] ? [{ group: Number(back[1]), set: 0 }] : 'none';
  const parts = plain.split(/ ?[,;] ?| et | and /u).filter((part) => part !== '');
  if (parts.length === 0 || parts.length > MOST_WISHES) return null;
  const wishes = parts.map(wishOf);
  return wishes.every((wish) => wish !== null) ? wishes : null;
}

const number = (said: string): number => WORDS[said] ?? Number(said);

function wishOf(part: string): NumberedWish | null {
  const on = ON.exec(part);
  if (on) return { group: Number(on[2]), set: number(on[1]!) };
  const signed = SIGNED.exec(part);
  if (signed)
    return { group: Number(signed[1]), add: signed[2] === '+' ? Number(signed[3]) : -Number(signed[3]) };
  const equals = EQUALS.exec(part);
  if (equals) return { group: Number(equals[1]), set: number(equals[2]!) };
  const alone = ALONE.exec(part);
  return alone ? { group: Number(alone[1]), add: 1 } : null;
}
