/** Questions people put to the bot that the consultation itself answers; all others go to the team. */
import { nextPrompt, takesPart } from '../../core/participation/progress.ts';
import type { Instant } from '../../core/time.ts';
import { greeted, local, type Talk } from '../talk.ts';
import { bare, greets } from '../understand.ts';
import { askedOfBot } from './asked-of-bot.ts';
import { closedOn, isOpen, type Place, until } from './place.ts';

/** Longer ones are about something else. */
const LONGEST = 90;
const rule = (...patterns: readonly string[]): RegExp =>
  new RegExp(`^(?:(?:mais|et|au fait|dites|euh|but|and|so|est-ce que) )?(?:${patterns.join('|')})$`, 'u');

const AXIS = rule(
  "(?:c'est quoi|c quoi|qu'est-ce que c'est(?: qu')?|qu'est-ce qu'|quels? sont|what is|what's|what are|which are) ?(?:un |une |les |l'|an |the )?ax(?:e|es|is)(?: (\\S{1,20}))?",
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

/** The answer in a sentence or two, without a question, and how to ask the team instead; null when the content has none. */
export function contentAnswer(talk: Talk, place: Place): string | null {
  if (greets(talk.text)) return hello(talk, place);
  const known = knownAnswer(talk, place);
  return known && `${known} ${talk.say.smallTalk.passOn}`;
}

/** The same, asked before somebody was invited to anything: what the consultation says of itself. */
export function answerBefore(talk: Talk): string | null {
  const { content } = talk.consultation;
  const { smallTalk: say } = talk.say;
  const next = content.rounds
    .filter(({ closesAt }) => closesAt > talk.now)
    .toSorted((a, b) => a.opensAt - b.opensAt)[0];
  const day = (at: Instant) => talk.say.date(at, content.zone);
  const known = (): string | null => {
    switch (askedOfBot(talk.text)) {
      case 'readers':
        return local(talk, content.readers);
      case 'until':
        return next ? say.untilAhead(day(next.opensAt), day(next.closesAt)) : say.noneAhead;
      case 'time':
        return next ? say.timeAhead(next.minutes) : say.noneAhead;
      case 'named': {
        const attribution = talk.actor.partners[0]?.attribution ?? 'none';
        return attribution === 'none' ? say.neverQuoted : say.quoted(talk.say.attribution[attribution]);
      }
      case 'data':
        return say.data;
      case null:
        return ofConsultation(talk, null);
    }
  };
  const answered = known();
  return answered && `${answered} ${say.passOn}`;
}

/** A greeting gets one, and where the person is. */
function hello(talk: Talk, place: Place): string {
  const { smallTalk: say } = talk.say;
  const name = greeted(talk.actor.person);
  const next = nextPrompt(place.content.prompts, place.participation);
  if (!isOpen(talk, place)) return say.hello(name, say.closed(closedOn(talk, place)));
  if (!takesPart(place.participation)) return say.hello(name, '');
  return say.hello(
    name,
    next ? say.youAreAt(next.position, next.total) : talk.say.nothingLeft(until(talk, place)),
  );
}

function knownAnswer(talk: Talk, place: Place): string | null {
  const { content } = talk.consultation;
  const { smallTalk: say } = talk.say;
  switch (askedOfBot(talk.text)) {
    case 'readers':
      return local(talk, content.readers);
    case 'until':
      return isOpen(talk, place) ? say.until(until(talk, place)) : say.closed(closedOn(talk, place));
    case 'time': {
      const next = nextPrompt(place.content.prompts, place.participation);
      return say.time(place.content.minutes, next ? next.total - next.position + 1 : 0);
    }
    case 'named': {
      const { attribution } = place.partner;
      return attribution === 'none' ? say.neverQuoted : say.quoted(talk.say.attribution[attribution]);
    }
    case 'data':
      return say.data;
    case null:
      return ofConsultation(talk, place.content);
  }
}

function ofConsultation(talk: Talk, round: Pick<Place['content'], 'open' | 'decided'> | null): string | null {
  if (talk.text.length > LONGEST) return null;
  const text = bare(talk.text)
    .replace(/[\s?]+$/u, '')
    .replace(/[,;:]/gu, '');
  const { content } = talk.consultation;
  const { smallTalk: say } = talk.say;
  const axis = AXIS.exec(text);
  if (axis) return axisAnswer(talk, axis[1] ?? null);
  if (ROBOT.test(text)) return say.robot;
  if (round && OPEN.test(text)) return say.open(local(talk, round.open), local(talk, round.decided));
  if (WHY.test(text)) return local(talk, content.purpose);
  return NEXT.test(text) ? say.next : null;
}

function axisAnswer(talk: Talk, key: string | null): string {
  const { axes } = talk.consultation.content;
  const one = key === null ? undefined : axes.find((axis) => axis.key === key);
  if (one) {
    const said = talk.say.labelled(talk.say.axis(one.key, local(talk, one.short)), local(talk, one.label));
    return `${said[0]!.toUpperCase()}${said.slice(1)}.`;
  }
  if (axes.length === 0) return talk.say.smallTalk.noAxes;
  return talk.say.smallTalk.axes(axes.map((axis) => talk.say.axis(axis.key, local(talk, axis.short))));
}
