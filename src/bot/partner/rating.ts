/** "évaluer": three short questions on the consultation, after what was given back; any may be passed. */
import { rateProcess, ratingsGiven } from '../../app/rating/rate-process.ts';
import { GRADES, nextRated, type Rated } from '../../core/rating/rating.ts';
import { isRefusal } from '../../core/refusal.ts';
import { type FocusOf, NOTHING } from '../focus.ts';
import { answer, type Reply, refusal, type Talk } from '../talk.ts';
import { bare, folded, option, said } from '../understand.ts';

const LONGEST = 60;
const ASKED =
  /^(?:evaluer|evaluez|j'evalue|je veux evaluer|rate|rate it)(?: (?:la |cette |the |this )?consultation)?$/u;

/** null when it is nothing of the kind. */
export async function onRating(talk: Talk): Promise<Reply | null> {
  const { event, focus, text } = talk;
  if (event.type !== 'message' && event.type !== 'choice') return null;
  const begins = text.length <= LONGEST && ASKED.test(bare(text));
  if (begins || (focus.waits === 'told' && option(text, 2) === 1)) {
    const given = await ratingsGiven(talk);
    if (isRefusal(given)) return refusal(talk, given);
    const before = given.map(({ question }) => question);
    // Asked for once more, all of it may be changed.
    return ask(talk, nextRated(before) === null ? [] : before, talk.say.rating.lead);
  }
  return focus.waits === 'rating' ? onGrade(talk, focus) : null;
}

async function onGrade(talk: Talk, { question, asked }: FocusOf<'rating'>): Promise<Reply | null> {
  const { rating: say } = talk.say;
  const over = [...asked, question];
  if (said(talk.text) === 'pass') return ask(talk, over, say.passed);
  const named = Object.values(say.grades).findIndex((label) => folded(label) === folded(talk.text.trim()));
  const grade = GRADES[option(talk.text, GRADES.length) ?? named];
  if (grade === undefined) return null;
  const done = await rateProcess(talk, question, grade);
  return isRefusal(done) ? { ...refusal(talk, done), focus: NOTHING } : ask(talk, over, say.noted);
}

/** `asked`: not to be asked again in this go, answered or passed. */
function ask(talk: Talk, asked: readonly Rated[], lead: string): Reply {
  const { rating: say } = talk.say;
  const next = nextRated(asked);
  if (next === null) return { ...answer(say.thanks), focus: NOTHING };
  return {
    ...answer(`${lead} ${say.questions[next]}`),
    choices: GRADES.map((grade, at) => ({ value: String(at + 1), label: say.grades[grade] })),
    focus: { waits: 'rating', question: next, asked: [...asked] },
  };
}
