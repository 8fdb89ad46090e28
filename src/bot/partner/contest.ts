/** "contester P-0042 : …", the button, or plain words after a restitution: heard, kept, and read by somebody else. */
import { type Raised, raiseDispute, toldTo } from '../../app/decision/disputes.ts';
import type { ProposalRow } from '../../app/ports/proposals.ts';
import type { InboundId, ProposalId, WordsId } from '../../core/ids.ts';
import { numberOf, ref } from '../../core/ids.ts';
import { isRefusal, refuse } from '../../core/refusal.ts';
import { type FocusOf, NOTHING } from '../focus.ts';
import { ownCommand } from '../own-command.ts';
import { disputed } from '../staff/disputes.ts';
import { answer, leaveDoubt, line, type Reply, refusal, type Talk } from '../talk.ts';
import { tellPeople } from '../tell-people.ts';
import { agrees, bare, option, said, wordless } from '../understand.ts';
import { isOpen, latestPlace } from './place.ts';

/** Repetitions are counted: messages of any length come here. */
const CONTEST =
  /^\s{0,20}(?:contester|conteste|je conteste|contest|dispute|i dispute|r[ée]pondre|reply)(?: {1,3}(?:la r[ée]ponse [àa] |the reply to )?(p ?[-‐–]? ?0{0,9}\d{1,9}))?[ \u00a0\u202f]{0,3}(?:$|[:,.!]\s{0,20}(?=\S|$))/iu;
const ANSWERS = /^\s{0,20}r/iu;

/** How people say no to an answer, folded; a question is no dispute. */
const DISAGREES =
  /(?:pas d'accord|pas ce que j'(?:ai |avais )?(?:dit|ecrit|voul|propos|demand)|pas ce que je (?:disais|demandais|proposais|voulais)|mal (?:compris|lue?)|pas compris ma|vous n'avez pas (?:compris|repondu|lu)|je conteste|je maintiens|a cote de (?:la plaque|ma)|ne repond pas a|inacceptable|don'?t agree|do not agree|disagree|not what i (?:said|meant|wrote|asked)|misunderst|misread|you (?:did not|didn't) (?:understand|answer|read)|unacceptable|i dispute)/u;
const LONGEST = 4000;

export async function onContest(talk: Talk): Promise<Reply | null> {
  const { event, focus } = talk;
  if (event.type !== 'message' && event.type !== 'choice') return null;
  const asked = CONTEST.exec(talk.text);
  if (asked) return onAsked(talk, asked);
  if (focus.waits === 'dispute') return onDispute(talk, focus);
  if (focus.waits === 'told' && option(talk.text, 1) === 0) return begin(talk, null);
  return inPlainWords(talk);
}

async function onAsked(talk: Talk, asked: RegExpExecArray): Promise<Reply | null> {
  const rest = talk.text.slice(asked[0].length).trim() === '' ? null : asked[0].length;
  const number = asked[1] === undefined ? null : numberOf(asked[1]);
  if (number === null) {
    if (ANSWERS.test(talk.text)) return null;
    return begin(
      talk,
      rest === null || talk.wordsId === null
        ? null
        : { words: talk.wordsId, start: rest, inbound: talk.inboundId },
    );
  }
  const row = await talk.tx.proposals.byNumber(talk.consultation.id, number);
  const own = talk.actor.partners.some(({ id }) => id === row?.partnerId);
  if (row && own && row.state === 'moderated') return rest === null ? null : answerModeration(talk, row);
  if (ANSWERS.test(talk.text)) return null;
  const told = (await toldTo(talk)).find(({ answer: { proposal } }) => proposal.number === number);
  if (!told) return refusal(talk, refuse('nothing-to-dispute'));
  const { id } = told.answer.proposal;
  if (rest === null || talk.wordsId === null) return ask(talk, [id], number);
  return raise(talk, id, { words: talk.wordsId, start: rest });
}

/** The author of a moderated proposal answers the team. */
async function answerModeration(talk: Talk, row: ProposalRow): Promise<Reply> {
  await talk.tx.doubts.add({
    id: talk.ids.next(),
    consultationId: talk.consultation.id,
    proposalId: row.id,
    inboundId: talk.inboundId,
    kind: 'moderation-answer',
    options: [ref(row.number)],
    raisedAt: talk.now,
  });
  return answer(talk.say.facilitation.moderation.heard);
}

type Said = FocusOf<'dispute'>['said'];

/** Nothing says which answer: the only one, or one of those they were told. */
async function begin(talk: Talk, words: Said): Promise<Reply> {
  const told = await toldTo(talk);
  const [only] = told;
  if (!only) return refusal(talk, refuse('nothing-to-dispute'));
  const proposals = told.map(({ answer: { proposal } }) => proposal);
  if (told.length > 1) return askWhich(talk, proposals, words);
  if (words === null) return ask(talk, [only.answer.proposal.id], only.answer.proposal.number);
  return raise(talk, only.answer.proposal.id, { words: words.words as WordsId, start: words.start });
}

const ask = (talk: Talk, proposals: readonly string[], number: number): Reply => ({
  ...answer(talk.say.followUp.whatIsWrong(ref(number))),
  focus: { waits: 'dispute', proposals: [...proposals], said: null },
});

const askWhich = (talk: Talk, proposals: readonly ProposalRow[], words: Said): Reply => ({
  ...answer(talk.say.followUp.whichAnswer(talk.say.either(proposals.map(({ number }) => ref(number))))),
  choices: proposals.map(({ number }) => ({ value: ref(number), label: ref(number) })),
  focus: { waits: 'dispute', proposals: proposals.map(({ id }) => id), said: words },
});

async function onDispute(talk: Talk, focus: FocusOf<'dispute'>): Promise<Reply | null> {
  const word = said(talk.text);
  if (focus.proposals.length > 1) {
    const rows: ProposalRow[] = [];
    for (const id of focus.proposals) {
      const row = await talk.tx.proposals.byId(id as ProposalId);
      if (row) rows.push(row);
    }
    const named = numberOf(bare(talk.text));
    const chosen = rows.find(({ number }) => number === named) ?? rows[option(talk.text, rows.length) ?? -1];
    if (!chosen) return word === 'no' || word === 'pass' ? leave(talk, focus) : drop(talk, focus);
    if (focus.said === null) return ask(talk, [chosen.id], chosen.number);
    return raise(talk, chosen.id, { words: focus.said.words as WordsId, start: focus.said.start });
  }
  const proposal = focus.proposals[0] as ProposalId | undefined;
  if (proposal === undefined) return null;
  if (focus.said !== null) {
    const wanted = agrees(talk.text);
    if (wanted === null) return drop(talk, focus);
    if (!wanted) return leave(talk, focus);
    return raise(talk, proposal, { words: focus.said.words as WordsId, start: focus.said.start });
  }
  if (word === 'no' || word === 'pass' || word === 'later' || word === 'thanks') return leave(talk, focus);
  if (talk.event.type !== 'message' || talk.wordsId === null || wordless(talk.text)) return null;
  if (ownCommand(talk.text)) return drop(talk, focus);
  return raise(talk, proposal, { words: talk.wordsId, start: 0 });
}

/** They say no: what they had written goes to the team all the same. */
async function leave(talk: Talk, focus: FocusOf<'dispute'>): Promise<Reply> {
  await keepFor(talk, focus);
  return { ...answer(talk.say.followUp.notDisputed(focus.said !== null)), focus: NOTHING };
}

/** They speak of something else: it is taken for what it is. */
async function drop(talk: Talk, focus: FocusOf<'dispute'>): Promise<null> {
  await keepFor(talk, focus);
  await talk.tx.conversations.setFocus(talk.conversation.id, NOTHING);
  return null;
}

async function keepFor(talk: Talk, { said: words }: FocusOf<'dispute'>): Promise<void> {
  if (words !== null) await leaveDoubt(talk, 'not-understood', words.inbound as InboundId);
}

/** "Ce n'est pas ce que j'avais dit", once they were told and while no round asks them anything. */
async function inPlainWords(talk: Talk): Promise<Reply | null> {
  const { text, wordsId, event, focus } = talk;
  if (event.type !== 'message' || wordsId === null || text.length > LONGEST) return null;
  if (focus.waits !== 'told' && focus.waits !== 'nothing') return null;
  const plain = bare(text);
  if (plain.endsWith('?') || !DISAGREES.test(plain)) return null;
  const place = await latestPlace(talk);
  if (place && isOpen(talk, place)) return null;
  const told = await toldTo(talk);
  const [only] = told;
  if (!only) return null;
  const words = { words: wordsId, start: 0, inbound: talk.inboundId };
  const { proposal } = only.answer;
  if (told.length > 1)
    return askWhich(
      talk,
      told.map((one) => one.answer.proposal),
      words,
    );
  return {
    ...answer(talk.say.followUp.isItDisputed(ref(proposal.number))),
    choices: [
      { value: '1', label: talk.say.followUp.disputeChoices.yes },
      { value: '2', label: talk.say.followUp.disputeChoices.no },
    ],
    focus: { waits: 'dispute', proposals: [proposal.id], said: words },
  };
}

async function raise(
  talk: Talk,
  proposal: ProposalId,
  words: { readonly words: WordsId; readonly start: number },
): Promise<Reply> {
  const raised = await raiseDispute(talk, proposal, words);
  if (isRefusal(raised)) {
    await leaveDoubt(talk, 'not-understood');
    return { ...refusal(talk, raised), focus: NOTHING };
  }
  await tellReaders(talk, raised);
  const { dispute } = raised;
  const { followUp: say } = talk.say;
  const name = ref(raised.proposal.number);
  const due = talk.say.date(dispute.dueAt, talk.consultation.content.zone);
  return {
    ...answer(raised.added ? say.disputeAdded(name, due) : say.disputeTaken(name, due)),
    focus: NOTHING,
  };
}

const tellReaders = (talk: Talk, { dispute, proposal, told }: Raised): Promise<void> =>
  tellPeople(
    talk,
    told,
    'notice',
    (say) => {
      const due = say.date(dispute.dueAt, talk.consultation.content.zone);
      const { followUp } = say;
      const head = dispute.readerId === null ? followUp.nobodyToRead : followUp.toRead;
      return answer(
        line(`${head(dispute.number, ref(proposal.number), due)} `, ...disputed(say, dispute)),
        followUp.toReadHow(dispute.number),
      );
    },
    talk.inboundId,
  );
