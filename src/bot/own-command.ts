/** Commands about one's own proposals, wherever one is in a dialogue. */
import { meant } from './mistyped.ts';
import type { Said } from './phrases-heard.ts';
import { bare, folded, said } from './understand.ts';

export type OwnCommand =
  | {
      readonly does: Extract<
        Said,
        'help' | 'stop' | 'resume' | 'mine' | 'data' | 'erase' | 'withdrawConsent'
      >;
    }
  | { readonly does: Numbered; readonly number: number }
  | { readonly does: 'erase-one' | 'unsupport' | 'separate'; readonly number: number }
  /** `mine`: one's own that joins it; null to support it. */
  | { readonly does: 'join'; readonly number: number; readonly mine: number | null }
  | { readonly does: 'sharing'; readonly shown: boolean }
  /** The new text is the message from `textAt` (UTF-16) on. */
  | { readonly does: 'revise'; readonly number: number; readonly textAt: number }
  | { readonly does: 'axis'; readonly number: number; readonly axis: string }
  | { readonly does: 'attribution'; readonly choice: string | null }
  | { readonly does: 'speak-for'; readonly name: string }
  | { readonly does: 'move'; readonly number: number; readonly name: string }
  | { readonly does: 'standing'; readonly choice: string | null }
  /** null: all that is provisional. */
  | { readonly does: 'approve'; readonly number: number | null }
  | { readonly does: 'language'; readonly lang: 'fr' | 'en' };

type Numbered = 'show' | 'why' | 'withdraw' | 'restore' | 'rewrite';

const REF = 'p\\s{0,4}[-‐–]?\\s{0,4}0{0,9}(\\d{1,9})';
const VERBS: readonly [RegExp, Numbered | 'erase-one' | 'unsupport' | 'separate'][] = [
  [new RegExp(`^${REF}$`, 'u'), 'show'],
  [new RegExp(`^(?:voir|montrer|show) ${REF}$`, 'u'), 'show'],
  [
    new RegExp(
      `^(?:retirer|retire|retirez|supprimer|supprime|supprimez|enlever|enleve|enlevez|withdraw|remove|delete|take back|drop) ${REF}$`,
      'u',
    ),
    'withdraw',
  ],
  [new RegExp(`^${REF} (?:est )?(?:refusee?|rejetee?|refused|rejected)$`, 'u'), 'withdraw'],
  [new RegExp(`^(?:effacer|efface|effacez|erase) ${REF}$`, 'u'), 'erase-one'],
  [new RegExp(`^(?:retablir|remettre|restore) ${REF}$`, 'u'), 'restore'],
  [
    new RegExp(
      `^(?:je )?(?:ne (?:plus|pas) (?:soutenir|rejoindre)|ne (?:soutiens|rejoins) (?:plus|pas)|(?:stop|no longer) (?:supporting|support|joining)|unsupport|i (?:no longer|don't) support) ${REF}(?: any ?more)?$`,
      'u',
    ),
    'unsupport',
  ],
  [new RegExp(`^(?:separer|separe|separez|separate|split off) ${REF}$`, 'u'), 'separate'],
  [
    new RegExp(
      `^(?:corriger|corrige|corrigez|modifier|modifie|modifiez|changer|changez|reecrire|correct|edit|change|rewrite) ${REF}$`,
      'u',
    ),
    'rewrite',
  ],
];
const REVISE = new RegExp(
  `^\\s*(?:(?:corriger|modifier|correct|edit|change)\\s+)?${REF}\\s*[:=]\\s*(?=\\S)`,
  'iu',
);
const JOIN = new RegExp(
  `^(?:je |i )?(?:rejoindre|rejoins|rejoint|soutenir|soutiens|appuyer|join|support) ${REF}(?: (?:avec|with) ${REF})?$`,
  'u',
);
const SHOW_MINE =
  /^(?:(ne (?:pas|plus) montrer|don't show|do not show|hide|cacher)|montrer|montrez|show) (?:mes idees|mes propositions|my ideas|my proposals)(?: aux autres| to (?:the )?others)?$/u;
const AXIS = new RegExp(`^${REF}[ ,:]*(?:plutot |rather |c'est |it's )*(?:l')?(?:axe|axis) ?(\\S+)$`, 'u');
const WHY = new RegExp(`^(?:pourquoi|why) ${REF} ?\\??$`, 'u');
const ATTRIBUTION = /^(?:citation|attribution|me citer|quote me)(?:\s+(.+))?$/u;

const IN_NAME = "(?:au nom (?:de |du |des |d(?='))|pour |on behalf of |speaking for |for )";
const STANDING = /^(?:ma )?(?:portee|standing)(?: (\S.{0,40}))?$/u;
const APPROVE = new RegExp(
  `^(?:(?:valider|valide|approuver|confirmer|approve) ${REF}|${REF} (?:est )?(?:validee?|officiel(?:le)?|approuvee?|(?:is )?official|(?:is )?approved))$`,
  'u',
);
const APPROVE_ALL =
  /^(?:c'est |tout est )?(?:officiel(?:le|les)?|official|valide|approved)$|^(?:tout valider|valider tout|approve all|approve everything)$/u;
const SPEAK_FOR = new RegExp(
  `^(?:(?:bonjour|hello),? )?(?:au nom (?:de |du |des |d(?='))|(?:ici )?je (?:parle|reponds|ecris) ${IN_NAME}|speaking for |on behalf of |i(?: am|'m)? (?:speak|answer)(?:ing)? for )([^:]{2,80})$`,
  'u',
);
const MOVE = new RegExp(`^${REF},? ${IN_NAME}([^:]{2,80})$`, 'u');

const COURTESY_BEFORE =
  /^(?:(?:bonjour|hello|svp|stp|please|merci de|(?:peux-tu|pouvez-vous|pourriez-vous|tu peux|vous pouvez|je veux|je voudrais|je souhaite|j'aimerais|can you|could you|i want to|i'd like to)(?: bien)?)[ ,]{1,2}){1,2}/u;
const COURTESY_AFTER = /[ ,]{1,2}(?:stp|svp|s'il (?:te|vous) plait|please|merci|thanks)$/u;
const ARTICLE =
  /(?<= |^)(?:(?:la|ma|cette|my|the|that) )?(?:proposition |idee |proposal |idea )?(?=p ?[-‐–]? ?\d)/u;

/** "supprime la P-0005 stp" is "supprime P-0005". */
const withoutCourtesy = (plain: string): string =>
  plain
    .replace(/ ?\?+$/u, '')
    .replace(COURTESY_BEFORE, '')
    .replace(COURTESY_AFTER, '')
    .replace(ARTICLE, '');

/** null when the message is no such command. */
export function ownCommand(text: string): OwnCommand | null {
  const phrase = said(text);
  if (phrase === 'help' || phrase === 'stop' || phrase === 'resume') return { does: phrase };
  if (phrase === 'mine' || phrase === 'data' || phrase === 'erase') return { does: phrase };
  if (phrase === 'withdrawConsent') return { does: phrase };
  if (phrase === 'inFrench' || phrase === 'inEnglish')
    return { does: 'language', lang: phrase === 'inFrench' ? 'fr' : 'en' };
  const plain = bare(text);
  const asked = plain.length < 100 ? withoutCourtesy(plain) : plain;
  for (const [pattern, does] of VERBS) {
    const found = pattern.exec(asked);
    if (found) return { does, number: Number(found[1]) };
  }
  const join = JOIN.exec(plain);
  if (join) return { does: 'join', number: Number(join[1]), mine: join[2] ? Number(join[2]) : null };
  const sharing = SHOW_MINE.exec(plain);
  if (sharing) return { does: 'sharing', shown: sharing[1] === undefined };
  const axis = AXIS.exec(plain);
  if (axis) return { does: 'axis', number: Number(axis[1]), axis: axis[2]! };
  const why = WHY.exec(plain);
  if (why) return { does: 'why', number: Number(why[1]) };
  const standing = STANDING.exec(plain);
  if (standing) return { does: 'standing', choice: standing[1] ?? null };
  const approve = APPROVE.exec(plain);
  if (approve) return { does: 'approve', number: Number(approve[1] ?? approve[2]) };
  if (APPROVE_ALL.test(plain)) return { does: 'approve', number: null };
  const move = MOVE.exec(plain);
  if (move) return { does: 'move', number: Number(move[1]), name: move[2]! };
  const speakFor = SPEAK_FOR.exec(plain);
  if (speakFor) return { does: 'speak-for', name: speakFor[1]! };
  const attribution = ATTRIBUTION.exec(folded(text));
  if (attribution) return { does: 'attribution', choice: attribution[1] ?? null };
  const revise = REVISE.exec(text);
  if (revise) return { does: 'revise', number: Number(revise[1]), textAt: revise[0].length };
  const slip = meant(plain);
  return slip === null ? null : ownCommand(slip);
}
