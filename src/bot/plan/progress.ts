/** "annoncer l'avancement ACTION": who will be told and what, then one message a person. */
import { actionNamed, type MeasuredAction, measuredActions } from '../../app/plan/measures.ts';
import { type Fed, previewProgress, tellProgress } from '../../app/plan/tell-progress.ts';
import { mention } from '../../chat/mention.ts';
import type { Block } from '../../chat/outbound.ts';
import { isRefusal } from '../../core/refusal.ts';
import type { FocusOf } from '../focus.ts';
import { phrasesIn } from '../locales/phrases.ts';
import { item } from '../partner/describe.ts';
import { standing } from '../partner/place.ts';
import { answer, greeted, line, list, type Reply, refusal, type Talk } from '../talk.ts';
import { tellPeople } from '../tell-people.ts';
import { agrees } from '../understand.ts';
import { put, read } from './dialogue.ts';
import { measuredSaid } from './measured-said.ts';

/** Names shown before the rest is counted. */
const NAMED = 10;

export async function onTell(talk: Talk, key: string): Promise<Reply> {
  const preview = await previewProgress(talk, key, read(talk));
  if (isRefusal(preview)) return refusal(talk, preview);
  const { measure: say } = talk.say;
  const { action, told, unreachable, measures } = preview;
  const names = told.slice(0, NAMED).map(({ person }) => mention(person));
  return {
    ...answer(
      say.tellPreview(told.length, names.join(', '), Math.max(0, told.length - NAMED)),
      ...(await messageFor(talk, action, told[0]!.person.lang))(told[0]!),
      ...(unreachable > 0 ? [talk.say.team.unreachable(unreachable)] : []),
      say.tellNow,
    ),
    focus: { waits: 'tell-progress', action, measures: [...measures] },
    choices: [
      { value: talk.say.team.yes, label: talk.say.team.send },
      { value: talk.say.team.no, label: talk.say.team.cancel },
    ],
  };
}

/** null when the message is no answer to it. */
export async function onTellConfirmed(talk: Talk, focus: FocusOf<'tell-progress'>): Promise<Reply | null> {
  const sure = agrees(talk.text);
  if (sure === null) return null;
  const back = await standing(talk);
  if (!sure) return { ...answer(talk.say.measure.notTold), focus: back };
  const done = await tellProgress(talk, focus.action, focus.measures, read(talk));
  if (isRefusal(done)) return { ...refusal(talk, done), focus: back };
  const { action, told, conversations } = done;
  const made = new Map<string, (fed: Fed) => Block[]>();
  for (const lang of new Set(told.map(({ person }) => person.lang)))
    made.set(lang, await messageFor(talk, action, lang));
  await tellPeople(
    talk,
    told.map(({ person }, at) => ({ person, conversation: conversations[at]! })),
    'progress',
    (_, at) => ({ blocks: made.get(told[at]!.person.lang)!(told[at]!) }),
    talk.inboundId,
  );
  return { ...answer(talk.say.measure.told(told.length)), focus: back };
}

/** What a reader of that language is told: notes are the team's. */
async function messageFor(talk: Talk, key: string, lang: string): Promise<(fed: Fed) => Block[]> {
  const { consultation } = talk;
  const say = phrasesIn(lang, consultation.content.languages);
  const actions = await measuredActions(talk, { lang, references: true });
  const found = isRefusal(actions) ? actions : actionNamed(actions, key);
  if (isRefusal(found)) throw new Error(`told of an action that is not there: ${found.code}`);
  const { action, indicators }: MeasuredAction = found;
  return ({ person, proposals }) => [
    line(...put(say.measure.tellHello(greeted(person), action.label))),
    list(...indicators.filter(({ last }) => last !== null).map((one) => measuredSaid({ say }, one))),
    line(say.measure.tellFrom(proposals.length)),
    list(...proposals.map((row) => item({ consultation, say, lang }, row))),
  ];
}
