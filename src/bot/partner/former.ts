/** Somebody who speaks for nobody any more writes: their data is theirs, the rest goes to the team. */
import { answer, leaveDoubt, type Reply, type Talk } from '../talk.ts';
import { said, wordless } from '../understand.ts';

export const isFormer = ({ actor }: Pick<Talk, 'actor'>): boolean =>
  actor.partners.length === 0 && actor.person.roles.length === 0;

export async function onFormer(talk: Talk): Promise<Reply> {
  const { voices: say } = talk.say;
  if (talk.event.type !== 'message' || wordless(talk.text) || said(talk.text) !== null)
    return answer(say.formerHow);
  await leaveDoubt(talk, 'former');
  return answer(say.former);
}
