/** "vérifier": asks contributors whether they were understood, and shows how many said so. */
import { reviewProgress, startReview } from '../../app/participation/review.ts';
import { isRefusal, refuse } from '../../core/refusal.ts';
import { NOTHING } from '../focus.ts';
import { answer, type Reply, refusal, type Talk } from '../talk.ts';
import { agrees } from '../understand.ts';
import { inTeam } from './dialogue.ts';

const REVIEW =
  /^\s{0,20}(?:v[ée]rifier|v[ée]rification|relecture|faire relire|review|did we understand(?: you| them)?)(?: {1,3}([\w-]{1,60}))?\s{0,20}\??\s{0,20}$/iu;

/** The round's key, null for the newest; undefined when the message is no such command. */
export function reviewCommand(text: string): { readonly key: string | null } | null {
  const found = REVIEW.exec(text);
  return found ? { key: found[1] ?? null } : null;
}

export async function onReviewMessage(talk: Talk): Promise<Reply | null> {
  if (!inTeam(talk)) return null;
  const command = reviewCommand(talk.text);
  if (command) return onReview(talk, command.key);
  if (talk.focus.waits !== 'review-start') return null;
  const say = talk.say.review;
  const sure = agrees(talk.text);
  if (sure === null) return null;
  if (!sure) return { ...answer(say.notStarted), focus: NOTHING };
  const started = await startReview(talk, talk.focus.key);
  if (isRefusal(started)) return { ...refusal(talk, started), focus: NOTHING };
  return { ...answer(say.started(started)), focus: NOTHING };
}

async function onReview(talk: Talk, key: string | null): Promise<Reply> {
  const progress = await reviewProgress(talk, key);
  if (isRefusal(progress)) return refusal(talk, progress);
  const say = talk.say.review;
  const { round, people, left, over } = progress;
  const far = people.asked > 0 ? [say.progress(people)] : [];
  if (over || left.length === 0)
    return answer(
      ...(far.length > 0
        ? far
        : [talk.say.refusals(refuse(over ? 'review-too-late' : 'nobody-to-review', { round: round.key }))]),
    );
  return {
    ...answer(...far, say.preview(round.key, left.length), say.previewed),
    choices: [
      { value: talk.say.team.yes, label: talk.say.team.send, main: true },
      { value: talk.say.team.no, label: talk.say.team.cancel },
    ],
    focus: { waits: 'review-start', key: round.key },
  };
}
