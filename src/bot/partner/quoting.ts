/** "citation", "anonyme svp", "oui mais citez ma structure": how a person may be quoted, said at any time in plain words. */
import { chooseAttribution } from '../../app/participation/take-part.ts';
import { ATTRIBUTIONS, type Attribution } from '../../core/consultation/model.ts';
import { isRefusal } from '../../core/refusal.ts';
import { type Focus, type FocusOf, focusFrom } from '../focus.ts';
import { phrasesIn } from '../locales/phrases.ts';
import { answer, type Place, type Reply, refusal, type Talk } from '../talk.ts';
import { agrees, bare, folded, option, said } from '../understand.ts';
import { askConsent, begin } from './consent.ts';
import { placeOf } from './place.ts';
import { askSharing } from './sharing.ts';

/** Longer messages are read as ideas. */
const LONGEST = 110;
const AGREES = '(?:(oui|ok|okay|d.accord|volontiers|allons-y|yes|sure|go|on commence)[ ,.!;]{1,3})?';
const LEAD =
  "(?:(?:mais|et|par contre|finalement|en fait|tout compte fait|but|and|alors|donc|so|though|actually)[ ,]{1,2})?(?:(?:svp|stp|s'il vous plait|please|merci de|je (?:veux|prefere|souhaite|voudrais|prefererais)(?: que vous)?|j'aimerais(?: mieux)?(?: que vous)?|vous pouvez|on peut|i'd (?:prefer|like|rather)(?: to)?|i (?:prefer|want)(?: to)?|you (?:can|may)|just)[ ,]{1,2}){0,2}";
const TAIL =
  "(?:[ ,]{1,2}(?:svp|stp|s'il vous plait|please|merci|thanks|thank you|plutot|seulement|uniquement|only)){0,2}";
const MY = "(?:(?:le |la |l'|mon |ma |notre |nos |the |my |our |par le nom de )*)";
const QUOTE =
  '(?:(?:me |nous |etre |be )?(?:citez|cite|citer|citee|cites|citees|cites|nommez|nommer|quote|quoted|name|mettez|indiquez|utilisez|use)(?:[- ](?:moi|nous|me|us))?(?: (?:par|avec|sous|comme|en tant que|au nom de|as|by|with|under))? )';
const NAME =
  '(?:nom(?: et (?:mon |ma |notre )?(?:prenom|structure|association|asso|organisation))?|prenom et nom|name(?: and (?:my |our )?(?:organisation|organization))?|full name|nom complet)';
const BODY =
  "(?:nom de (?:la |l'|ma |mon |notre )?)?(?:structure|association|asso|organisation|organization|entreprise|cooperative|commune|mairie|ville|collectif|reseau|societe|charity|company|town|council|association's name|structure seulement)";
const KIND = '(?:type(?: de structure| d.acteur| of organisation)?|college|categorie|group|sector)';
const whole = (body: string): RegExp => new RegExp(`^${AGREES}${LEAD}${body}${TAIL}$`, 'u');

const PLAINLY: readonly (readonly [RegExp, Attribution])[] = [
  [
    whole(
      "(?:ne (?:me |nous )?(?:citez|cite|publiez) (?:pas|rien|jamais)(?: (?:mes mots|mes propos|ce que je dis))?|ne pas (?:me |nous )(?:citer|publier)|ne (?:pas )?publi(?:ez|er) (?:pas )?mes (?:mots|propos)|(?:do not|don't|never) (?:quote|publish)(?: (?:me|us|my words))?|not be quoted|etre citee? nulle part)",
    ),
    'none',
  ],
  [
    whole(
      "(?:(?:rester |reste |restons |je reste |je veux rester |to )?(?:stay |remain |be |keep (?:it|me|this) |en )?(?:anonymes?|anonymement|anonymous|anonymously|anonymat)|sans (?:me |nous )nommer|sans (?:citer |donner |mettre )?(?:mon|le|notre) nom|pas (?:de|mon|notre) nom|without (?:naming me|my name|naming us)|no names?|ne (?:me |nous )nommez pas|ne (?:citez|donnez|mettez) pas (?:mon|notre) nom|(?:don't|do not) (?:use|give|mention) my name)",
    ),
    'college',
  ],
  [whole(`${QUOTE}${MY}${NAME}`), 'name'],
  [whole(`${QUOTE}${MY}${BODY}`), 'organisation'],
  [whole(`${QUOTE}${MY}${KIND}`), 'college'],
];
/** In answer to the question. */
const SHORTLY: readonly (readonly [RegExp, Attribution])[] = [
  ...PLAINLY,
  [new RegExp(`^(?:par |by )?${MY}${NAME}${TAIL}$`, 'u'), 'name'],
  [new RegExp(`^(?:par |by )?${MY}${BODY}${TAIL}$`, 'u'), 'organisation'],
  [new RegExp(`^(?:par |by )?${MY}${KIND}${TAIL}$`, 'u'), 'college'],
  [/^(?:jamais|pas du tout|ne pas citer|never|not at all|nothing)$/u, 'none'],
];

interface Wish {
  readonly attribution: Attribution;
  /** Said with a yes: "oui mais anonyme". */
  readonly yes: boolean;
}

export const quotingSaid = (text: string): Wish | null => heard(text, PLAINLY);

function heard(text: string, rules: typeof PLAINLY): Wish | null {
  if (text.length > LONGEST) return null;
  const plain = bare(text);
  for (const [pattern, attribution] of rules) {
    const found = pattern.exec(plain);
    if (found) return { attribution, yes: found[1] !== undefined };
  }
  return null;
}

/** What is allowed here that comes nearest. */
function allowedFor(talk: Talk, wanted: Attribution): Attribution {
  const { allowed } = talk.consultation.content.rules.attribution;
  return wanted === 'college' && !allowed.includes('college') ? 'none' : wanted;
}

/** Noted; while they have not agreed yet, the question whether they begin comes after, and a yes begins. */
export async function onQuotingSaid(talk: Talk, wish: Wish): Promise<Reply> {
  const { focus } = talk;
  const place = focus.waits === 'consent' ? await placeOf(talk, focus) : null;
  const done = await settle(talk, wish.attribution);
  if (typeof done !== 'string') return done;
  if (focus.waits !== 'consent' || !place) return withSharing(talk, done, focus);
  if (!wish.yes) return askConsent(talk, `${done} ${talk.say.consentAgain}`);
  const begun = await begin(await anew(talk), await again(talk, place), focus.before);
  return { ...begun, blocks: [...answer(done).blocks, ...begun.blocks] };
}

/** The person's seats, as they are now. */
async function anew(talk: Talk): Promise<Talk> {
  const now = await talk.tx.people.partnersOf(talk.actor.person.id);
  const partners = talk.actor.partners.map((one) => now.find(({ id }) => id === one.id) ?? one);
  return { ...talk, actor: { ...talk.actor, partners } };
}

const again = async (talk: Talk, place: Place): Promise<Place> =>
  (await placeOf(await anew(talk), { round: place.round.id, partner: place.partner.id })) ?? place;

/** A sentence once it is noted; the reply that refuses it otherwise. */
async function settle(talk: Talk, wanted: Attribution): Promise<string | Reply> {
  const done = await chooseAttribution(talk, talk.actor.partners, allowedFor(talk, wanted));
  if (isRefusal(done)) return refusal(talk, done);
  if (done === 'none') return talk.say.attributionNever;
  return talk.say.attributionSet(talk.say.attribution[done]);
}

async function withSharing(talk: Talk, sentence: string, back: Focus): Promise<Reply> {
  const [first] = (await anew(talk)).actor.partners;
  const asked = first && askSharing(talk, first);
  const set = answer(sentence);
  if (!asked) return { ...set, focus: back };
  return {
    ...set,
    blocks: [...set.blocks, ...asked.blocks],
    choices: asked.choices ?? [],
    focus: { waits: 'sharing', back },
  };
}

/** "citation", "citation structure". */
export async function onAttribution(talk: Talk, choice: string | null): Promise<Reply> {
  const wanted = choice === null ? null : attributionFrom(choice);
  if (wanted === null) return ask(talk);
  const done = await settle(talk, wanted);
  return typeof done === 'string' ? withSharing(talk, done, talk.focus) : done;
}

function ask(talk: Talk): Reply {
  const offered = allowed(talk);
  const { quoting: say } = talk.say;
  const [partner] = talk.actor.partners;
  const now = partner ? say.now[partner.attribution] : null;
  return {
    ...answer(now === null ? say.ask : `${now} ${say.ask}`),
    choices: offered.map((one, index) => ({ value: String(index + 1), label: say.choices[one] })),
    focus: { waits: 'quoting', back: talk.focus.waits === 'quoting' ? talk.focus.back : talk.focus },
  };
}

const allowed = (talk: Talk): readonly Attribution[] =>
  ATTRIBUTIONS.filter((one) => talk.consultation.content.rules.attribution.allowed.includes(one));

/** After the question; null when the message is no answer to it: it is then taken for what the person was doing before. */
export async function onQuoting(talk: Talk, focus: FocusOf<'quoting'>): Promise<Reply | null> {
  const back = focusFrom(focus.back);
  const offered = allowed(talk);
  const place = option(talk.text, offered.length);
  const wanted =
    (place === null ? null : offered[place]) ??
    attributionFrom(bare(talk.text)) ??
    heard(talk.text, SHORTLY)?.attribution;
  if (wanted) {
    const done = await settle(talk, wanted);
    return typeof done === 'string' ? withSharing(talk, done, back) : { ...done, focus: back };
  }
  if (said(talk.text) === 'pass' || agrees(talk.text) === false)
    return { ...answer(talk.say.others.leftAsIs), focus: back };
  return null;
}

const attributionFrom = (choice: string): Attribution | null =>
  ATTRIBUTIONS.find((one) =>
    [phrasesIn('fr', []), phrasesIn('en', [])].some(
      (say) => folded(say.attributionWords[one]) === choice.replace(/[.!]+$/u, ''),
    ),
  ) ??
  heard(choice, SHORTLY)?.attribution ??
  null;
