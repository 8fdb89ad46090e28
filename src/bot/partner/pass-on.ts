/** "Transmettre": the question that the bot answered itself goes to the team after all. */
import { answer, leaveDoubt, type Reply, type Talk } from '../talk.ts';
import { bare } from '../understand.ts';
import { latestPlace } from './place.ts';
import { answerBefore, contentAnswer } from './questions.ts';

const PASS_ON =
  /^(?:(?:oui|yes|non|no)[, ]{1,2})?(?:transmet(?:tre|s|tez)(?:[- ](?:la|le|ca))?(?: a l'equipe)?|(?:envoie|envoyez|demandez)(?:[- ](?:la|le|ca))? a l'equipe|(?:please )?(?:pass|send) (?:it|this|that) (?:on|to the team)(?: to the team)?|ask the team)(?: svp| stp| please)?$/u;

/** null when the message is no such wish. The focus stays: whatever was asked still is. */
export async function onPassOn(talk: Talk): Promise<Reply | null> {
  if (talk.event.type !== 'message' || !PASS_ON.test(bare(talk.text))) return null;
  const before = await talk.tx.inbox.messageBefore(talk.conversation.id, talk.inboundId);
  const text = before && (await talk.tx.words.texts([before.words])).get(before.words);
  const place = await latestPlace(talk);
  const answered =
    typeof text !== 'string'
      ? null
      : place
        ? contentAnswer({ ...talk, text }, place)
        : answerBefore({ ...talk, text });
  if (!before || answered === null) return answer(talk.say.smallTalk.nothingToPassOn);
  await leaveDoubt(talk, 'question', before.id);
  return answer(talk.say.smallTalk.passedOn);
}
