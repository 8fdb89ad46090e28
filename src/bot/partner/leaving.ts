/** "je quitte mes fonctions", "c'est désormais Paul Martin qui suit": the team is told, and has somebody take over. */
import type { InboundId } from '../../core/ids.ts';
import { type FocusOf, focusFrom } from '../focus.ts';
import { answer, leaveDoubt, type Reply, type Talk } from '../talk.ts';
import { bare, said, wordless } from '../understand.ts';

const HELLO = /^(?:bonjour|bonsoir|hello|hi|good morning)[ ,.!]{1,3}/u;
const LEAVING =
  /^(?:je (?:quitte|vais quitter|viens de quitter) (?:mes fonctions|mon poste|ma fonction|la structure|l'association|l'entreprise|la mairie)|j'ai quitte (?:mes fonctions|mon poste|la structure|l'association|l'entreprise|la mairie)|je ne (?:travaille|suis) plus (?:dans|a|chez|pour|en poste)[^,.;:]{0,60}|je pars a la retraite|i(?:'m| am) (?:leaving|retiring)(?: (?:my|the) (?:job|post|position|organisation|company))?|i(?:'ve| have) left (?:my|the) (?:job|post|position|organisation|company)|i no longer work[^,.;:]{0,60})(?: (?:le|on) .{1,30})?$/u;
const SUCCESSOR =
  /^(?:c'est (?:desormais|maintenant|a present) [^,;:]{2,60} qui (?:suit|prend la suite|prend ma suite|me remplace|s'en occupe)|[^,;:]{2,60} (?:me remplace|prend ma suite|me succede|prend le relais|(?:is replacing|replaces) me|(?:takes|is taking) over from me))(?: .{1,40})?$/u;
const LONGEST = 200;

/** null when the message says no such thing. */
export async function onLeaving(talk: Talk): Promise<Reply | null> {
  if (talk.event.type !== 'message' || talk.text.length > LONGEST) return null;
  const text = bare(talk.text).replace(HELLO, '');
  if (SUCCESSOR.test(text)) {
    await leaveDoubt(talk, 'succession');
    return answer(talk.say.voices.succession);
  }
  if (!LEAVING.test(text)) return null;
  await leaveDoubt(talk, 'succession');
  const back = talk.focus.waits === 'successor' ? talk.focus.back : talk.focus;
  return {
    ...answer(talk.say.voices.leaving),
    focus: { waits: 'successor', inbound: talk.inboundId, back },
  };
}

/** Whoever is named is told to the team beside what was said before. */
export async function onSuccessor(talk: Talk, focus: FocusOf<'successor'>): Promise<Reply> {
  const named = said(talk.text) === null && !wordless(talk.text) && talk.event.type === 'message';
  if (named) await leaveDoubt(talk, 'succession', talk.inboundId as InboundId);
  return { ...answer(talk.say.voices.succession), focus: focusFrom(focus.back) };
}
