/** "mes propositions", "P-0042", "retirer P-0042", "citation"…: at any time, without losing the thread. */

import { stopMessages } from '../../app/participation/take-part.ts';
import type { Partner } from '../../app/ports/people.ts';
import type { ProposalRow } from '../../app/ports/proposals.ts';
import {
  ownProposal,
  restoreProposal,
  retagProposal,
  withdrawProposal,
} from '../../app/proposal/change-own.ts';
import { shownTo } from '../../app/proposal/others.ts';
import { display } from '../../chat/display.ts';
import { ref } from '../../core/ids.ts';
import { takesPart } from '../../core/participation/progress.ts';
import { piecesOf } from '../../core/plan/texts.ts';
import { current } from '../../core/proposal/model.ts';
import { isRefusal, refuse } from '../../core/refusal.ts';
import { askedOf } from '../asked-of.ts';
import type { OwnCommand } from '../own-command.ts';
import { answer, line, list, type Reply, refusal, type Talk } from '../talk.ts';
import { why } from '../why.ts';
import { askConsent, begin } from './consent.ts';
import { quoted, readAs, refs } from './describe.ts';
import { onLanguage } from './language.ts';
import { lateChange } from './late-change.ts';
import { lineageOf } from './lineage.ts';
import { ownItems, ownRows } from './mine.ts';
import { closeOf, offer, othersItem } from './near.ts';
import { onData, onErase, onWithdrawConsent } from './personal.ts';
import { goOn, isOpen, latestPlace, placeOf } from './place.ts';
import { onAttribution } from './quoting.ts';
import { reviseWith } from './rewrite.ts';
import { share } from './sharing.ts';
import { onMove, onSpeakFor } from './speak-for.ts';
import { onApprove, onStandingCommand, standingNote } from './standing.ts';
import { onJoin, onSeparate, onUnsupport } from './support.ts';
import { toldAnswers } from './told.ts';
import { organisationsOf } from './voices.ts';

/** null when the words turn out to be no command after all. */
export async function onOwnCommand(talk: Talk, command: OwnCommand): Promise<Reply | null> {
  switch (command.does) {
    case 'help':
      return answer(...talk.say.help);
    case 'mine':
      return mine(talk);
    case 'data':
      return onData(talk);
    case 'erase':
      return onErase(talk, null);
    case 'erase-one':
      return onErase(talk, command.number);
    case 'withdrawConsent':
      return onWithdrawConsent(talk);
    case 'stop': {
      const done = await stopMessages(talk, true);
      return isRefusal(done) ? refusal(talk, done) : answer(talk.say.stopped);
    }
    case 'resume':
      return resume(talk);
    case 'attribution':
      return onAttribution(talk, command.choice);
    case 'speak-for':
      return onSpeakFor(talk, command.name);
    case 'move':
      return onMove(talk, command.number, command.name);
    case 'standing':
      return onStandingCommand(talk, command.choice);
    case 'approve':
      return onApprove(talk, command.number);
    case 'language':
      return onLanguage(talk, command.lang);
    case 'join':
      return onJoin(talk, command.number, command.mine);
    case 'unsupport':
      return onUnsupport(talk, command.number);
    case 'separate':
      return onSeparate(talk, command.number);
    case 'sharing':
      return share(talk, command.shown);
    default:
      return onNumbered(talk, command);
  }
}

type Named = Exclude<
  Extract<OwnCommand, { number: number }>,
  { does: 'erase-one' | 'move' | 'approve' | 'unsupport' | 'separate' | 'join' }
>;

async function onNumbered(talk: Talk, command: Named): Promise<Reply> {
  const to = command.does === 'withdraw' ? 'withdraw' : command.does === 'restore' ? 'restore' : 'revise';
  if (command.does === 'show') return show(talk, command.number);
  const own = await ownProposal(talk, command.number, to);
  if (isRefusal(own)) return refusal(talk, own);
  if (command.does === 'rewrite') {
    const tooLate = await lateChange(talk, [own]);
    if (tooLate) return tooLate;
  }
  const name = ref(own.number);
  switch (command.does) {
    case 'why':
      return why(talk, own, talk.say.why.elsewhere(name, false));
    case 'withdraw': {
      const done = await withdrawProposal(talk, own);
      if (isRefusal(done)) return refusal(talk, done);
      const told = `${talk.say.withdrawn(name, false)} ${talk.say.restoreHow(name)}`;
      return (await onwards(talk, own, told)) ?? answer(told);
    }
    case 'restore': {
      const place = await placeOf(talk, { round: own.roundId ?? '', partner: own.partnerId ?? '' });
      if (place && !takesPart(place.participation)) return askConsent(talk);
      const { words } = current(own);
      if (typeof (await talk.tx.words.texts([words])).get(words) !== 'string')
        return refusal(talk, refuse('no-such-proposal', { proposal: name }));
      const done = await restoreProposal(talk, own);
      return isRefusal(done) ? refusal(talk, done) : answer(talk.say.restored(name));
    }
    case 'revise':
      return (await reviseWith(talk, own, command.textAt)) ?? answer(talk.say.revised(name));
    case 'axis': {
      const { axes } = talk.consultation.content;
      if (!axes.some((axis) => axis.key === command.axis))
        return refusal(
          talk,
          refuse('no-such-axis', { axis: command.axis, axes: axes.map((axis) => axis.key).join(', ') }),
        );
      const tag = { dimension: 'axis' as const, value: command.axis, main: true };
      const done = await retagProposal(talk, own, 'proposal.correct', [tag]);
      return isRefusal(done) ? refusal(talk, done) : answer(talk.say.axisSettled(name, command.axis));
    }
    case 'rewrite': {
      const at = { round: own.roundId ?? '', partner: own.partnerId ?? '', prompt: own.promptKey };
      return { ...answer(talk.say.rewrite(name)), focus: { waits: 'rewrite', ...at, proposal: own.id } };
    }
  }
}

/** Asked whether several were read right, whoever takes one of them back has answered for all of them; else null. */
async function onwards(talk: Talk, { id }: ProposalRow, told: string): Promise<Reply | null> {
  const { focus } = talk;
  if (focus.waits !== 'confirmation' || !focus.proposals.includes(id)) return null;
  const place = await placeOf(talk, focus);
  if (!place) return null;
  const others = closeOf(focus).filter(({ proposal }) => proposal !== id);
  return (await offer(talk, place, focus.prompt, others, told)) ?? goOn(talk, place, told);
}

async function mine(talk: Talk): Promise<Reply> {
  const rows = await ownRows(talk);
  const mineToo = new Set(rows.map(({ id }) => id));
  const supported: ProposalRow[] = [];
  for (const { id } of talk.actor.partners)
    supported.push(...(await talk.tx.proposals.endorsedBy(id)).filter((row) => !mineToo.has(row.id)));
  const also = supported.length > 0 ? [talk.say.others.youSupport(refs(talk, supported))] : [];
  if (rows.length === 0) return answer(talk.say.noneYet, ...also);
  const how = ref((rows.find(({ state }) => state === 'submitted') ?? rows[0]!).number);
  const items = await ownItems(talk, rows);
  const organisations = organisationsOf(talk);
  if (organisations.length < 2)
    return answer(talk.say.yours, list(...items(rows)), ...also, talk.say.yoursHow(how));
  const { voices: say } = talk.say;
  const seatsOf = ({ organisationId }: Partner) =>
    talk.actor.partners.filter((one) => one.organisationId === organisationId).map(({ id }) => id);
  const groups = organisations.flatMap((partner) => {
    const seats = seatsOf(partner);
    const theirs = rows.filter(({ partnerId }) => partnerId !== null && seats.includes(partnerId));
    const shared = rows.filter(
      (row) => !theirs.includes(row) && row.endorsers.some((id) => seats.includes(id)),
    );
    const lines = [...items(theirs), ...(shared.length > 0 ? [[say.alsoSupports(refs(talk, shared))]] : [])];
    const title = line({ text: say.yoursFor(display(partner.organisation)), strong: true });
    return lines.length > 0 ? [title, list(...lines)] : [];
  });
  return answer(talk.say.yours, ...groups, ...also, `${talk.say.yoursHow(how)} ${say.moveHow}`);
}

async function show(talk: Talk, number: number): Promise<Reply> {
  const row = await talk.tx.proposals.byNumber(talk.consultation.id, number);
  const own = row?.partnerId && talk.actor.partners.some((partner) => partner.id === row.partnerId);
  if (!row || !own) return showOther(talk, row, number);
  const reading = readAs(talk, row);
  const beside = (await lineageOf(talk, [row])).get(row.id) ?? [];
  const state = row.state === 'submitted' ? [talk.say.states.submitted] : [];
  const standing = standingNote(talk, row.partnerId, row.standing);
  const version = talk.say.version(row.versions.length);
  const asked = await askedOf(talk, row);
  const facts = [...state, ...beside, ...asked, reading, standing, version].filter(Boolean);
  const step = (await toldAnswers(talk, [row])).get(row.id);
  const { marks, statuses } = talk.say;
  return answer(
    line(talk.say.labelled(ref(row.number), ''), ...quoted(talk.say, current(row), Number.POSITIVE_INFINITY)),
    line(...piecesOf(facts.join(' · '))),
    ...(step
      ? [line(`${statuses[step.status]}. ${marks.opening}`, { words: step.reason }, marks.closing)]
      : []),
  );
}

/** What another partner said, where they and the consultation allow it. */
async function showOther(talk: Talk, row: ProposalRow | null, number: number): Promise<Reply> {
  const shown = await shownTo(talk, row);
  if (!shown) return refusal(talk, refuse('no-such-proposal', { proposal: ref(number) }));
  const name = ref(shown.row.number);
  const supports = talk.actor.partners.some(({ id }) => shown.row.endorsers.includes(id));
  return {
    ...answer(
      line(...othersItem(talk, shown)),
      supports ? talk.say.others.supported(name) : talk.say.others.how(name),
    ),
    about: [shown.row.id],
  };
}

async function resume(talk: Talk): Promise<Reply> {
  const back = talk.actor.person.stoppedAt === null ? null : await stopMessages(talk, false);
  if (back !== null && isRefusal(back)) return refusal(talk, back);
  const place = await latestPlace(talk);
  if (!place || !isOpen(talk, place))
    return answer(back === null ? talk.say.nothingOpen : `${talk.say.resumed} ${talk.say.nothingOpen}`);
  return takesPart(place.participation) ? goOn(talk, place, talk.say.resumed) : begin(talk, place);
}
