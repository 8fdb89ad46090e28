/** What opens a round by a dialogue, and what is said while it goes on. */
import type { Field } from '../../../core/round/draft-steps.ts';
import { bare } from '../../understand.ts';

export type OpeningCommand =
  | { readonly does: 'start' | 'resume' | 'drop' }
  /** A button of a preview: of a round's key, or of a draft's id. */
  | { readonly does: 'send'; readonly what: string };

const START =
  /^(?:ouvrir|ouvre|lancer|preparer|open|start|prepare)(?: (?:un|une|le|a|the|nouveau|new|un nouveau|a new) ?(?:nouveau |new )?(?:tour|consultation|round))?$/u;
const RESUME =
  /^(?:reprendre|continuer|resume|continue|back to)(?: (?:le |mon |the |my )?(?:brouillon|draft))$/u;
const DROP =
  /^(?:jeter|abandonner|supprimer|drop|discard|throw away)(?: (?:le |mon |the |my )?(?:brouillon|draft))$/u;
const SEND = /^(?:envoyer|send) ([\w-]{1,60})$/u;
const LONGEST = 80;

export function openingCommand(text: string): OpeningCommand | null {
  if (text.length > LONGEST) return null;
  const plain = bare(text);
  if (plain !== 'start' && START.test(plain)) return { does: 'start' };
  if (RESUME.test(plain)) return { does: 'resume' };
  if (DROP.test(plain)) return { does: 'drop' };
  const send = SEND.exec(plain);
  return send ? { does: 'send', what: send[1]! } : null;
}

export type Aside =
  | { readonly does: 'back' | 'leave' | 'drop' | 'recipients' | 'rehearse' | 'preview' | 'send' }
  | { readonly does: 'change'; readonly field: Field };

const ASIDES: readonly (readonly [RegExp, Exclude<Aside['does'], 'change'>])[] = [
  [/^(?:retour|precedent|precedente|revenir|back|previous)$/u, 'back'],
  [/^(?:annuler|abandonner|quitter|sortir|plus tard|cancel|abandon|quit|leave|later|stop)$/u, 'leave'],
  [/^(?:jeter|drop|discard|throw away)$/u, 'drop'],
  [/^(?:destinataires|liste|qui|recipients|who)$/u, 'recipients'],
  [/^(?:test|essai|essayer|me l'envoyer|try|try it)$/u, 'rehearse'],
  [/^(?:apercu|montrer|preview|show)$/u, 'preview'],
  [/^(?:envoyer|envoie|envoyez|send|send it)$/u, 'send'],
];
const FIELD_WORDS: Readonly<Record<string, Field>> = {
  titre: 'title',
  title: 'title',
  axe: 'axes',
  axes: 'axes',
  axis: 'axes',
  ouvert: 'open',
  'ce qui est ouvert': 'open',
  open: 'open',
  decide: 'decided',
  'ce qui est decide': 'decided',
  decided: 'decided',
  documents: 'background',
  document: 'background',
  liens: 'background',
  lien: 'background',
  links: 'background',
  background: 'background',
  questions: 'prompts',
  question: 'prompts',
  public: 'audience',
  audience: 'audience',
  date: 'until',
  dates: 'until',
  cloture: 'until',
  closing: 'until',
  relances: 'reminders',
  relance: 'reminders',
  reminders: 'reminders',
  duree: 'minutes',
  temps: 'minutes',
  duration: 'minutes',
  time: 'minutes',
};
const CHANGE = /^(?:changer|modifier|corriger|change|edit) (?:le |la |les |l'|the )?(.{2,30})$/u;

const OF_REVIEW: readonly (readonly [RegExp, 'recipients' | 'rehearse'])[] = [
  [
    /^(?:(?:voir|montrer|montre|show|see) )?(?:la |les |the )?(?:liste|destinataires|list|recipients)(?: des (?:destinataires|personnes|invites))?$/u,
    'recipients',
  ],
  [
    /^(?:(?:et|mais|and|but) )?(?:a )?(?:qui|who) (?:va|vont|est|sont|ca|le|la|l'|recoit|recevra|gets?|will|is|receives?)\b.{0,40}$/u,
    'recipients',
  ],
  [
    /^(?!(?:envoyer|send) [\w-]+$).{0,40}\b(?:test|tester|essai|essayer|sur moi|a moi|moi d'abord|try|to me|on me|myself)\b.{0,20}$/u,
    'rehearse',
  ],
];

/** What is asked of a preview in a sentence: there nothing else is being written. */
export function asideOfReview(text: string): Aside | null {
  if (text.length > LONGEST) return null;
  const plain = bare(text).replace(/ ?\?+$/u, '');
  const found = OF_REVIEW.find(([pattern]) => pattern.test(plain));
  return found ? { does: found[1] } : null;
}

/** null for what answers the question that was asked. */
export function aside(text: string): Aside | null {
  if (text.length > LONGEST) return null;
  const plain = bare(text);
  const found = ASIDES.find(([pattern]) => pattern.test(plain));
  if (found) return { does: found[1] };
  const change = CHANGE.exec(plain);
  const field = change ? FIELD_WORDS[change[1]!] : undefined;
  return field ? { does: 'change', field } : null;
}
