/** "signer": at once, or once the person has said that words still on their way may be missed. */
import { readersOf } from '../../app/synthesis/proofread.ts';
import { roundsStillOpen, signSynthesis } from '../../app/synthesis/sign-synthesis.ts';
import { mention } from '../../chat/mention.ts';
import type { SynthesisId } from '../../core/ids.ts';
import { isRefusal } from '../../core/refusal.ts';
import { NOTHING } from '../focus.ts';
import { sha256 } from '../sha256.ts';
import { answer, local, type Reply, refusal, type Talk } from '../talk.ts';
import { agrees } from '../understand.ts';

/** `anyway`: said so with the command, or when asked. */
export async function onSign(talk: Talk, anyway: boolean): Promise<Reply> {
  const signed = await signSynthesis(talk, sha256, { whileOpen: anyway });
  if (isRefusal(signed)) return signed.code === 'words-still-coming' ? askFirst(talk) : refusal(talk, signed);
  const readers = await readersSaid(talk, signed.id);
  const said = answer(
    talk.say.team.signed(signed.number, signed.hash ?? ''),
    ...(readers === null ? [] : [readers]),
    talk.say.team.signedNext,
  );
  return talk.focus.waits === 'sign-while-open' ? { ...said, focus: NOTHING } : said;
}

/** null when nobody else has read it nor was asked to. */
async function readersSaid(talk: Talk, synthesis: SynthesisId): Promise<string | null> {
  const { read, awaited } = await readersOf(talk, synthesis);
  const others = read.filter(({ id }) => id !== talk.actor.person.id);
  const names = (people: typeof read) => (people.length === 0 ? null : talk.say.listed(people.map(mention)));
  return others.length + awaited.length === 0
    ? null
    : talk.say.proofreading.readers(names(others), names(awaited));
}

/** Who has read the draft, said while somebody may still be asked to. */
export const readSoFar = async (talk: Talk, synthesis: SynthesisId): Promise<string> =>
  (await readersSaid(talk, synthesis)) ?? talk.say.proofreading.unread;

async function askFirst(talk: Talk): Promise<Reply> {
  const { team } = talk.say;
  const { zone, rounds } = talk.consultation.content;
  const open = (await roundsStillOpen(talk)).map(({ key, closesAt }) => {
    const title = rounds.find((one) => one.key === key)?.title;
    return team.openUntil(title ? local(talk, title) : key, talk.say.date(closesAt, zone));
  });
  const draft = await talk.tx.syntheses.latest(talk.consultation.id);
  return {
    ...answer(
      ...(draft ? [await readSoFar(talk, draft.id)] : []),
      team.signWhileOpen(talk.say.listed(open), open.length),
    ),
    focus: { waits: 'sign-while-open' },
    choices: [
      { value: team.signAnyway, label: team.signAnyway },
      { value: team.no, label: team.signLater },
    ],
  };
}

/** The answer to "sign anyway?"; null when the message is none. */
export async function onSignAnyway(talk: Talk): Promise<Reply | null> {
  const sure = agrees(talk.text);
  if (sure === null) return null;
  return sure ? onSign(talk, true) : { ...answer(talk.say.team.notSigned), focus: NOTHING };
}
