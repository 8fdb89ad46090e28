/** What people ask the bot itself, in however many words: until when, how long, who reads, whether they are named. Pure. */
import { bare } from '../understand.ts';

export type AskedOfBot = 'until' | 'time' | 'readers' | 'named' | 'data';

/** Longer ones are about something else. */
const LONGEST = 120;

const KEYS: readonly (readonly [AskedOfBot, RegExp])[] = [
  [
    'until',
    /\b(?:date (?:limite|butoir|de (?:fin|cloture|fermeture))|deadline|jusqu[' ]?a ?quand|jusqu'?au combien|dernier (?:delai|jour)|avant quand|quelle echeance|quel delai|(?:c'est |ca |quand )?(?:quand )?la (?:fin|cloture)|(?:until|till|by) when|when(?: is| does|'s)?(?: it| this| the (?:survey|round|consultation))?(?: the)? (?:due|close|end|closing|over)s?|closing date|last day)\b|\bquand\b.{0,30}\b(?:finit|termine|ferme|cloture|fini|clos|rendre)\b|\b(?:finit|termine|ferme|cloture)\b.{0,20}\bquand\b/u,
  ],
  [
    'time',
    /\b(?:combien de (?:temps|minutes|questions)|c'est long|pour longtemps|longtemps|how long|how many (?:questions|minutes)|how much time|long (?:is|will) it)\b/u,
  ],
  [
    'readers',
    /\bqui\b.{0,30}\b(?:lit|lira|lire|lisent|verra|voit|voir|recoit|acces)\b|\blu(?:es?|s)? par qui\b|\bwho(?:'s| is|'ll)?\b.{0,30}\b(?:reads?|reading|sees?|access|receives?)\b/u,
  ],
  [
    'named',
    /\b(?:anonym\p{L}*|confidentiel\p{L}*|confidential|(?:serai|sera|suis|serons|etre|be|am) (?:cit\p{L}*|nomm\p{L}*|named|quoted|identified)|(?:mon|notre|le|my|our) (?:nom|name)\b.{0,25}(?:publi\p{L}*|apparai\p{L}*|cite\p{L}*|affich\p{L}*|shown|appear|visible))/u,
  ],
  ['data', /\b(?:mes donnees|my data|donnees personnelles|personal data|rgpd|gdpr)\b/u],
];

/** What such a question may be made of besides. Anything else makes it a question of substance: the team's. */
const AROUND = new Set(
  `a ai as au aux avec bien bon bonjour bot c ca ce cela cet cette ceci combien comment consultation d dans date de des
dire dis dit dites donc dure durer du elle en encore enquete est et etre euh eux excuse excusez exactement faire fait faites faut fin finir gardez garder
hello il ils j je juste l la le les lu ma maintenant mais max maximum me merci mes messages minutes moi moins moment mon n nom nos notre nous ok on ont ou
par pardon participer pas peu peut peux pour pouvez prend prendra prendre propositions qu quand que quel quelle quelles qu'est-ce questionnaire questions qui quoi
re rend rendre repondre repond reponse reponses reste s savoir se sera serai serons si sont stp suis sur svp t ta te temps texte textes tour tout toute toutes traitez tu un une utilisez va vais vas vont vos votre
vous vraiment vais y ecris ecrit ecrire idees idee contributions contribution collecte conservez conservees stockees protegees personnelles fera ferez
about actually all am an and any anyone answer answering answers are be been by can close closes closing come complete consultation data deadline do does done each
end ends exactly filling fill for from get give given go goes going happens has have hi how i idea ideas if in into is it its just keep kept last left long
many may me minutes much my need needed of on or our over people please question questions quite read reading really respond reply say see seen so still submit submitted
survey take takes thanks that the them then there they this time to today up use used want was we what what's when when's where which who who's whom will with would write you your yours`.split(
    /\s+/u,
  ),
);

/** null when the message asks none of these, or more than that. */
export function askedOfBot(text: string): AskedOfBot | null {
  if (text.length > LONGEST) return null;
  const plain = bare(text);
  const found = KEYS.find(([, key]) => key.test(plain));
  if (!found) return null;
  const [asked, key] = found;
  if (!isAsking(text, plain)) return null;
  const around = plain.replace(new RegExp(key.source, 'gu'), ' ');
  const words = around.split(/[^\p{L}\p{N}'-]+/u).flatMap((word) => word.split("'"));
  return words.every((word) => word === '' || AROUND.has(word.replace(/-.*$/u, ''))) ? asked : null;
}

const ASKING =
  /^(?:(?:bonjour|hello|hi|et|mais|and|but|au fait|dites(?: moi)?|euh|so|excusez[- ]moi|pardon|svp)[ ,!.]{1,3}){0,3}(?:qui|quand|quel\p{L}*|combien|comment|jusqu\p{L}*|c'est|est-ce|on a|j'ai|ca|il y a|il reste|a quel|avant quand|date limite|deadline|who|when|what|how|until|till|by when|is|are|will|do|does|can|lu par)\b/u;

const isAsking = (text: string, plain: string): boolean => text.trimEnd().endsWith('?') || ASKING.test(plain);
