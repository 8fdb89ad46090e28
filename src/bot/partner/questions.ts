/** Questions people put to the bot that the consultation itself answers; all others go to the team. */
import { nextPrompt } from '../../core/participation/progress.ts';
import { local, type Talk } from '../talk.ts';
import { bare } from '../understand.ts';
import { closedOn, isOpen, type Place, until } from './place.ts';

/** Longer ones are about something else. */
const LONGEST = 90;
const rule = (...patterns: readonly string[]): RegExp =>
  new RegExp(`^(?:(?:mais|et|au fait|dites|euh|but|and|so|est-ce que) )?(?:${patterns.join('|')})$`, 'u');

const READERS = rule(
  "qui (?:va |vas |est-ce qui va |c'est qui )?(?:lire|lit|verra|voit|me lit|nous lit|me lira|nous lira)(?: (?:ca|cela|mes reponses|nos reponses|tout ca))?",
  "c'est lu par qui",
  'who (?:will |is going to )?(?:reads?|sees?)(?: (?:this|that|it|my answers|our answers))?',
);
const UNTIL = rule(
  "(?:c'est )?jusqu'?a ?quand",
  "(?:c'est )?(?:pour )?quand la (?:fin|cloture|limite|date limite)",
  'quelle est la (?:date limite|deadline)',
  "j'ai jusqu'?a quand",
  '(?:until|till|by) when',
  "(?:what's|what is) the deadline",
  'when does (?:it|this) (?:close|end)',
);
const TIME = rule(
  '(?:ca (?:va )?prend(?:re|ra)? )?combien de temps(?: ca (?:va )?prend(?:re)?| il (?:me |nous )?faut| faut-il)?(?: pour repondre)?',
  "c'est long",
  'il y en a pour (?:combien de temps|longtemps)',
  '(?:il (?:y a|reste) )?combien de questions(?: il (?:y a|reste|en reste))?',
  'how long (?:does|will|is) (?:it|this)(?: take)?',
  'how many questions(?: are (?:there|left))?',
);
const AXIS = rule(
  "(?:c'est quoi|c quoi|qu'est-ce que c'est(?: qu')?|qu'est-ce qu'|quels? sont|what is|what's|what are|which are) ?(?:un |une |les |l'|an |the )?ax(?:e|es|is)(?: (\\S{1,20}))?",
);
const ANONYMOUS = rule(
  "(?:c'est|ce sera|ca reste|mes reponses (?:sont|seront)|is (?:it|this)|are my answers) (?:bien |vraiment |really )?(?:anonymes?|confidentiel(?:le)?s?|anonymous|confidential)",
  '(?:je serai|comment (?:je serai|serai-je)|will i be) (?:cite|citee|quoted)',
);
const ROBOT = rule(
  "(?:t'es|tes|tu es|vous etes|es-tu|etes-vous|c'est|are you) (?:un |une |a |an )?(?:robot|bot|humain|humaine|vraie personne|ia|machine|human|real person|ai)",
  "qui (?:es-tu|etes-vous|parle)|t'es qui|vous etes qui|a qui je parle|who are you|who am i talking to",
);
const OPEN = rule(
  "(?:qu'est-ce qui|c'est quoi qui|what|what's) ?(?:est|is|reste)? ?(?:deja |encore |already |still )?(?:decide|ouvert|open|decided)",
);
const WHY = rule(
  "a quoi (?:ca sert|bon)|ca sert a quoi|c'est pour quoi|c'est quoi (?:ce truc|ca|cette consultation)|(?:what is|what's) (?:this|it)(?: for| about)?",
);
const NEXT = rule(
  "et apres|(?:que|qu'est-ce que) (?:deviennent|deviendront|vont devenir) (?:mes|nos) (?:reponses|idees)|vous en faites quoi|vous faites quoi de (?:mes|nos) reponses|(?:then what|what happens (?:next|then|to my (?:answers|ideas)))",
);

/** The answer in a sentence or two, without a question; null when the content has none. */
export function contentAnswer(talk: Talk, place: Place): string | null {
  if (talk.text.length > LONGEST) return null;
  const text = bare(talk.text)
    .replace(/[\s?]+$/u, '')
    .replace(/[,;:]/gu, '');
  const { content } = talk.consultation;
  const { smallTalk: say } = talk.say;
  if (READERS.test(text)) return local(talk, content.readers);
  if (UNTIL.test(text))
    return isOpen(talk, place) ? say.until(until(talk, place)) : say.closed(closedOn(talk, place));
  if (TIME.test(text)) {
    const next = nextPrompt(place.content.prompts, place.participation);
    return say.time(place.content.minutes, next ? next.total - next.position + 1 : 0);
  }
  const axis = AXIS.exec(text);
  if (axis) return axisAnswer(talk, axis[1] ?? null);
  if (ANONYMOUS.test(text)) {
    const { attribution } = place.partner;
    return attribution === 'none' ? say.neverQuoted : say.quoted(talk.say.attribution[attribution]);
  }
  if (ROBOT.test(text)) return say.robot;
  if (OPEN.test(text)) return say.open(local(talk, place.content.open), local(talk, place.content.decided));
  if (WHY.test(text)) return local(talk, content.purpose);
  return NEXT.test(text) ? say.next : null;
}

function axisAnswer(talk: Talk, key: string | null): string {
  const { axes } = talk.consultation.content;
  const one = key === null ? undefined : axes.find((axis) => axis.key === key);
  if (one) return talk.say.labelled(talk.say.axis(one.key, local(talk, one.short)), local(talk, one.label));
  if (axes.length === 0) return talk.say.smallTalk.noAxes;
  return talk.say.smallTalk.axes(
    axes.map((axis) => talk.say.axis(axis.key, local(talk, axis.short))).join(' ; '),
  );
}
