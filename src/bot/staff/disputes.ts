/** Disputes, on the side of those who read them a second time. */

import { answerDispute, type DisputeSeen, listDisputes, openDispute } from '../../app/decision/disputes.ts';
import { mayBeWrittenTo } from '../../app/round/extend-round.ts';
import { display } from '../../chat/display.ts';
import { mention } from '../../chat/mention.ts';
import type { Block, Inline } from '../../chat/outbound.ts';
import { inLang } from '../../core/consultation/text.ts';
import type { Dispute } from '../../core/decision/dispute.ts';
import { ref } from '../../core/ids.ts';
import { current } from '../../core/proposal/model.ts';
import { isRefusal, refuse } from '../../core/refusal.ts';
import { keep } from '../facilitator/round.ts';
import type { Phrases } from '../locales/fr.ts';
import { phrasesIn } from '../locales/phrases.ts';
import { quoted } from '../partner/describe.ts';
import { answer, documentOf, greeted, line, list, type Reply, refusal, type Talk } from '../talk.ts';
import { holdPlaces, tellPartners } from '../tell-partners.ts';
import { folded } from '../understand.ts';
import { labelOfBody, noSuchStatus, statusFrom } from './decision.ts';
import type { FollowUpCommand } from './follow-up-command.ts';

/** What the person wrote, between quotes. */
export const disputed = (say: Phrases, { said }: Pick<Dispute, 'said'>): (string | Inline)[] =>
  said.flatMap(({ words, start }, at) => [
    `${at > 0 ? ' ' : ''}${say.marks.opening}`,
    { words, start },
    say.marks.closing,
  ]);

export async function onDisputes(talk: Talk): Promise<Reply> {
  const seen = await listDisputes(talk);
  if (isRefusal(seen)) return refusal(talk, seen);
  const { followUp: say } = talk.say;
  if (seen.length === 0) return answer(say.noDisputes);
  const items: (string | Inline)[][] = [];
  for (const one of seen) {
    const reader = await readerOf(talk, one);
    items.push([
      `${say.disputeHead(one.dispute.number, ref(one.proposal.number))} `,
      ...disputed(talk.say, one.dispute),
      ` ${reader}`,
    ]);
  }
  return answer(say.disputes(seen.length), list(...items), say.disputesHow(seen[0]!.dispute.number));
}

async function readerOf(talk: Talk, { dispute }: DisputeSeen): Promise<string> {
  const { zone } = talk.consultation.content;
  const reader = dispute.readerId === null ? null : await talk.tx.people.byId(dispute.readerId);
  return talk.say.followUp.readBy(
    reader?.name ? mention(reader) : null,
    talk.say.date(dispute.dueAt, zone),
    talk.now > dispute.dueAt,
  );
}

export async function onDispute(talk: Talk, number: number, take: boolean): Promise<Reply> {
  const seen = await openDispute(talk, number, take);
  if (isRefusal(seen)) return refusal(talk, seen);
  const { dispute, proposal, partner, step, deciders } = seen;
  const { followUp: say, marks } = talk.say;
  const own = deciders.has(talk.actor.person.id);
  const mine = dispute.readerId === talk.actor.person.id;
  const next =
    dispute.outcome !== null
      ? [say.disputeDone]
      : own
        ? [say.disputeOwn]
        : [mine ? say.disputeHow(number) : say.disputeTake(number)];
  return answer(
    say.disputeTitle(
      number,
      ref(proposal.number),
      partner?.person.name ? mention(partner.person) : null,
      partner ? display(partner.organisation) : null,
    ),
    line(...quoted(talk.say, current(proposal), Number.POSITIVE_INFINITY)),
    line(
      `${say.givenAnswer(talk.say.statuses[step.status], labelOfBody(talk, step.body), talk.say.day(step.decidedOn))} ${marks.opening}`,
      { words: step.reason },
      marks.closing,
    ),
    line(`${say.theySaid} `, ...disputed(talk.say, dispute)),
    await readerOf(talk, seen),
    ...next,
  );
}

const UPHELD = new Set([
  'maintenue',
  'maintenu',
  'confirmee',
  'confirme',
  'upheld',
  'maintained',
  'confirmed',
]);
const CHANGED = /^(?:modifiee?|changee?|changed|modified)\b[\s,]{0,3}(?:en |to )?/u;

export async function onAnswerDispute(
  talk: Talk,
  { number, verdict, reason }: Extract<FollowUpCommand, { does: 'answer-dispute' }>,
): Promise<Reply> {
  const wanted = folded(verdict);
  const upheld = UPHELD.has(wanted);
  const status = upheld ? null : statusFrom(talk, wanted.replace(CHANGED, ''));
  if (!upheld && status === null) return noSuchStatus(talk, verdict);
  if (reason === null) return refusal(talk, refuse('dispute-reason-missing', { number }));
  const words = await keep(talk, reason);
  const partnerId = (await talk.tx.disputes.byNumber(talk.consultation.id, number))?.partnerId;
  const author = partnerId ? await talk.tx.people.partner(partnerId) : null;
  if (author) await holdPlaces(talk, [author]);
  const done = await answerDispute(talk, number, { status, reason: words });
  if (isRefusal(done)) return refusal(talk, done);
  const { partner, awaits } = done;
  const told = partner !== null && mayBeWrittenTo(partner);
  if (told)
    await tellPartners(talk, [partner], 'dispute', ({ person }) => {
      const { languages, rules } = talk.consultation.content;
      const say = phrasesIn(person.lang, languages);
      const body = rules.decisions.bodies.find(({ key }) => key === awaits);
      const label = body ? inLang(body.label, person.lang, languages) : awaits;
      const name = ref(done.proposal.number);
      const head = status === null ? say.followUp.upheld : say.followUp.changed;
      const blocks: Block[] = [
        line(
          `${head(greeted(person), name, say.statuses[done.status])} ${say.marks.opening}`,
          { words },
          say.marks.closing,
        ),
        ...(label === null ? [] : [line(say.followUp.changedAwaits(label))]),
      ];
      return documentOf({ blocks }, say.lang);
    });
  const { followUp: say } = talk.say;
  return answer(
    say.disputeAnswered(number, told),
    ...(awaits === null ? [] : [say.awaits(labelOfBody(talk, awaits))]),
    ...(status === null ? [] : [say.toldBefore]),
  );
}
