/** "adresse partagée Claire Dupont": colleagues may say there who is writing; "adresse personnelle …" ends it. */

import { shareAddress } from '../../app/person/share-address.ts';
import { display } from '../../chat/display.ts';
import { mention } from '../../chat/mention.ts';
import { isRefusal } from '../../core/refusal.ts';
import { isCalled } from '../called.ts';
import { answer, type Reply, refusal, type Talk } from '../talk.ts';
import { inTeam } from './dialogue.ts';

export interface SharedAddressCommand {
  readonly shared: boolean;
  readonly who: string;
}

const LONGEST = 300;
const COMMAND =
  /^\s{0,20}(?:adresse|address|boîte|boite|mailbox) {1,3}(?:(partagée?|partagee|shared)|personnelle|personal)(?: {1,3}(?:de|of))? {1,3}(\S.{1,160}?)[\s.]{0,20}$/iu;
const ENGLISH =
  /^\s{0,20}(?:(shared)|personal) {1,3}(?:address|mailbox)(?: {1,3}of)? {1,3}(\S.{1,160}?)[\s.]{0,20}$/iu;

/** null when the message is no such command. */
export function sharedAddressCommand(text: string): SharedAddressCommand | null {
  if (text.length > LONGEST) return null;
  const found = COMMAND.exec(text) ?? ENGLISH.exec(text);
  return found ? { shared: found[1] !== undefined, who: found[2]! } : null;
}

export async function onSharedAddress(talk: Talk): Promise<Reply | null> {
  if (!inTeam(talk)) return null;
  const command = sharedAddressCommand(talk.text);
  if (!command) return null;
  const { shared, who } = command;
  const seat = await shareAddress(
    talk,
    ({ person, organisation }) => isCalled(who, person.name, organisation),
    shared,
  );
  if (isRefusal(seat)) return refusal(talk, seat);
  const { voices: say } = talk.say;
  const name = mention(seat.person);
  return answer(shared ? say.addressShared(name, display(seat.organisation)) : say.addressPersonal(name));
}
