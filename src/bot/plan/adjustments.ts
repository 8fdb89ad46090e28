/** Adjustments listed, shown, edited, cited, withdrawn and decided; what they leave untouched; the plan adopted. */
import { coverPlan } from '../../app/adjustment/coverage.ts';
import {
  type Adopted,
  adoptPlan,
  decideAdjustments,
  ratifyAdjustments,
} from '../../app/adjustment/decide-adjustments.ts';
import { reviseAdjustment, withdrawAdjustment } from '../../app/adjustment/draft-adjustment.ts';
import { listAdjustments, type ShownAdjustment, showAdjustment, shown } from '../../app/adjustment/shown.ts';
import type { Block } from '../../chat/outbound.ts';
import { type Adjustment, adjustmentRef, latest } from '../../core/plan/adjustment.ts';
import { planSentencesIn } from '../../core/plan/sentences.ts';
import { isRefusal, refuse } from '../../core/refusal.ts';
import { keep } from '../facilitator/round.ts';
import {
  bodyFrom,
  dayOf,
  labelOfBody,
  noSuchBody,
  noSuchStatus,
  speaksNow,
  statusFrom,
} from '../staff/decision.ts';
import { answer, line, list, local, type Reply, refusal, type Talk } from '../talk.ts';
import type { AdjustCommand } from './adjust-command.ts';
import { put, read } from './dialogue.ts';
import { kept } from './kept.ts';

type Of<Does extends AdjustCommand['does']> = Extract<AdjustCommand, { does: Does }>;

/** Shown at once, and references named in a line. */
const SHOWN = 15;
const NAMED = 15;

export async function adjustmentBlocks(talk: Talk, adjustment: Adjustment): Promise<Block[]> {
  const [one] = await shown(talk, [adjustment], read(talk));
  return blocksOf(talk, one!);
}

function blocksOf(talk: Talk, one: ShownAdjustment): Block[] {
  const { adjust: say } = talk.say;
  const { adjustment, cites } = one;
  const name = adjustmentRef(adjustment.number);
  return [
    ...textBlocks(talk, one),
    ...(cites.length === 0 && adjustment.state === 'open' ? [line(say.citesNothing(name))] : []),
    line(stateOf(talk, one)),
    ...(adjustment.state === 'open' && one.applied === null && one.answer.state === 'undecided'
      ? [line(say.next(name))]
      : []),
  ];
}

/** What it changes, in its exact texts, and from which proposals. */
export function textBlocks(talk: Pick<Talk, 'say'>, one: ShownAdjustment): Block[] {
  const { adjust: say } = talk.say;
  const { changes, cites } = one;
  const { fields } = planSentencesIn(talk.say.lang);
  const changed = changes.map(({ field, before, after }) =>
    put(before === null ? say.becomes(fields[field], after) : say.changes(fields[field], before, after)),
  );
  return [
    line(...put(headOf(talk, one))),
    ...(changed.length > 0 ? [list(...changed)] : []),
    ...(cites.length > 0 ? [line(say.cites(named(talk, cites)))] : []),
  ];
}

const headOf = (talk: Pick<Talk, 'say'>, { adjustment, title, axis }: ShownAdjustment): string =>
  talk.say.adjust.head(
    adjustmentRef(adjustment.number),
    talk.say.adjust.labels[latest(adjustment).kind],
    title,
    axis,
  );

const named = (talk: Pick<Talk, 'say'>, refs: readonly string[]): string =>
  refs.length <= NAMED
    ? talk.say.listed(refs)
    : `${refs.slice(0, NAMED).join(', ')} ${talk.say.adjust.more(refs.length - NAMED)}`;

function stateOf(talk: Talk, { answer: given, applied, adjustment }: ShownAdjustment): string {
  const { adjust: say, statuses } = talk.say;
  if (adjustment.state === 'withdrawn') return say.withdrawnState;
  if (applied !== null) return say.applied(applied);
  if (given.state === 'undecided') return say.undecided;
  const { status, body, decidedOn } = given.state === 'decided' ? given.step : given.last;
  const said = say.decidedBy(statuses[status], labelOfBody(talk, body), talk.say.day(decidedOn));
  return given.state === 'decided'
    ? said
    : `${said} ${talk.say.followUp.awaits(labelOfBody(talk, given.body))}`;
}

export async function onAdjustments(talk: Talk): Promise<Reply> {
  const all = await listAdjustments(talk, read(talk));
  if (isRefusal(all)) return refusal(talk, all);
  const { adjust: say } = talk.say;
  if (all.length === 0) return answer(say.none);
  const more = all.length - SHOWN;
  return answer(
    say.count(all.length),
    list(...all.slice(0, SHOWN).map((one) => put(`${headOf(talk, one)} ${stateOf(talk, one)}`))),
    ...(more > 0 ? [say.andMoreOfThem(more)] : []),
    say.showHow(adjustmentRef(all[0]!.adjustment.number)),
  );
}

export async function onShowAdjustment(talk: Talk, number: number): Promise<Reply> {
  const one = await showAdjustment(talk, number, read(talk));
  return isRefusal(one) ? refusal(talk, one) : answer(...blocksOf(talk, one));
}

export async function onEdit(talk: Talk, { number, textAt }: Of<'edit'>): Promise<Reply> {
  const done = await reviseAdjustment(talk, number, {
    fields: await kept(talk, talk.text.slice(textAt), false),
  });
  return isRefusal(done) ? refusal(talk, done) : answer(...(await adjustmentBlocks(talk, done)));
}

export async function onCite(talk: Talk, { does, number, proposals }: Of<'cite' | 'uncite'>): Promise<Reply> {
  const done = await reviseAdjustment(
    talk,
    number,
    does === 'cite' ? { cite: proposals } : { uncite: proposals },
  );
  return isRefusal(done) ? refusal(talk, done) : answer(...(await adjustmentBlocks(talk, done)));
}

export async function onWithdraw(talk: Talk, number: number): Promise<Reply> {
  const done = await withdrawAdjustment(talk, number);
  return isRefusal(done) ? refusal(talk, done) : answer(talk.say.adjust.withdrawn(adjustmentRef(number)));
}

export async function onDecideAdjustments(talk: Talk, command: Of<'decide'>): Promise<Reply> {
  const status = statusFrom(talk, command.status);
  if (!status) return noSuchStatus(talk, command.status);
  if (command.reason === null) return refusal(talk, refuse('reason-missing'));
  const speaking = speaksNow(talk, { ...command, status });
  if ('blocks' in speaking) return speaking;
  const { body, decidedOn, next } = speaking;
  const reason = await keep(talk, command.reason);
  const done = await decideAdjustments(talk, command.numbers, { body, decidedOn, status, reason });
  if (isRefusal(done)) return refusal(talk, done);
  const names = talk.say.listed(done.map(({ number }) => adjustmentRef(number)));
  return answer(
    talk.say.team.decided(names, talk.say.statuses[status]),
    ...(next === null ? [] : [talk.say.followUp.awaits(labelOfBody(talk, next))]),
  );
}

export async function onSpeaks(talk: Talk, command: Of<'ratify' | 'adopt'>): Promise<Reply> {
  const body = bodyFrom(talk, command.body);
  if (!body) return noSuchBody(talk, command.body);
  const decidedOn = dayOf(talk, command.day);
  if (typeof decidedOn !== 'string') return decidedOn;
  const { adjust: say } = talk.say;
  if (command.does === 'ratify') {
    const done = await ratifyAdjustments(talk, { body, decidedOn }, command.except);
    if (isRefusal(done)) return refusal(talk, done);
    const names = talk.say.listed(done.map(({ number }) => adjustmentRef(number)));
    return answer(say.ratified(names, labelOfBody(talk, body), talk.say.day(decidedOn)));
  }
  const adopted = await adoptPlan(talk, { body, decidedOn }, command.except);
  return isRefusal(adopted) ? refusal(talk, adopted) : answer(...adoptedSaid(talk, adopted, body, decidedOn));
}

function adoptedSaid(talk: Talk, { version, applied, left }: Adopted, body: string, day: string): string[] {
  const { adjust: say } = talk.say;
  const names = (all: readonly Adjustment[]) =>
    talk.say.listed(all.map(({ number }) => adjustmentRef(number)));
  return [
    say.adopted(version.number, labelOfBody(talk, body), talk.say.day(day), names(applied)),
    ...(left.length > 0 ? [say.left(names(left))] : []),
    say.adoptedNext(version.number),
  ];
}

export async function onCoverage(talk: Talk): Promise<Reply> {
  const found = await coverPlan(talk);
  if (isRefusal(found)) return refusal(talk, found);
  const { adjust: say, statuses } = talk.say;
  const { axes, colleges } = talk.consultation.content;
  const axisNames = found.axes.map((key) => {
    const axis = axes.find((one) => one.key === key);
    return axis ? `${key} (${local(talk, axis.short)})` : key;
  });
  const collegeNames = found.colleges.map((key) => {
    const college = colleges.find((one) => one.key === key);
    return college ? local(talk, college.label) : key;
  });
  return answer(
    say.covered(found.adjustments, found.cited, found.proposals),
    ...(axisNames.length > 0 ? [say.axesLeft(talk.say.listed(axisNames))] : []),
    ...(collegeNames.length > 0 ? [say.collegesLeft(talk.say.listed(collegeNames))] : []),
    ...(found.unchanged.length > 0
      ? [
          say.unchanged,
          list(
            ...found.unchanged.map(({ status, refs }) => [
              say.because(
                status === null ? say.unanswered : statuses[status],
                refs.length,
                named(talk, refs),
              ),
            ]),
          ),
        ]
      : []),
  );
}
