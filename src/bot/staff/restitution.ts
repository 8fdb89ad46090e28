import {
  type Answered,
  type Message,
  previewFor,
  previewRestitution,
  type RestitutionSent,
  sendRestitution,
} from '../../app/decision/restitution.ts';
import type { Partner } from '../../app/ports/people.ts';
import { display } from '../../chat/display.ts';
import { mention } from '../../chat/mention.ts';
import type { Document, Inline } from '../../chat/outbound.ts';
import type { Consultation } from '../../core/consultation/model.ts';
import { inLang } from '../../core/consultation/text.ts';
import { ref } from '../../core/ids.ts';
import { current } from '../../core/proposal/model.ts';
import { isRefusal } from '../../core/refusal.ts';
import { isCalled } from '../called.ts';
import { NOTHING } from '../focus.ts';
import { phrasesIn } from '../locales/phrases.ts';
import { quoted } from '../partner/describe.ts';
import { answer, documentOf, greeted, line, list, type Reply, refusal, type Talk } from '../talk.ts';
import type { Sending } from '../tell-partners.ts';
import { agrees } from '../understand.ts';

export async function onPreviewRestitution(talk: Talk): Promise<Reply> {
  const preview = await previewRestitution(talk);
  if (isRefusal(preview)) return refusal(talk, preview);
  const { messages, unreachable, roundId } = preview;
  const answers = messages.reduce((sum, { voices }) => sum + voices.flatMap((one) => one.answers).length, 0);
  const [first] = messages;
  const sample = first ? restitution(talk.consultation.content, first).blocks : [];
  const again = messages.filter(({ voices }) => voices.some(({ n }) => n > 1)).length;
  return {
    ...answer(
      talk.say.team.restitutionPreview(messages.length, answers),
      ...(again > 0 ? [talk.say.followUp.again(again)] : []),
      ...sample,
      ...(unreachable.length > 0
        ? [
            talk.say.followUp.unreachable(
              unreachable.length,
              unreachable.slice(0, NAMED).map(mention).join(', '),
              Math.max(0, unreachable.length - NAMED),
            ),
          ]
        : []),
      talk.say.team.sendNow,
    ),
    focus: { waits: 'send-restitution', round: roundId },
    choices: [
      { value: talk.say.team.yes, label: talk.say.team.send, main: true },
      { value: talk.say.team.no, label: talk.say.team.cancel },
    ],
  };
}

/** null when the message is no answer to it. */
export async function onSendRestitution(talk: Talk): Promise<Reply | null> {
  const sure = agrees(talk.text);
  if (sure === null) return null;
  if (!sure) return { ...answer(talk.say.team.notSent), focus: NOTHING };
  const sent = await sendRestitution(talk);
  if (isRefusal(sent)) return { ...refusal(talk, sent), focus: NOTHING };
  await queueRestitution(talk, sent);
  return { ...answer(talk.say.team.restitutionSent(sent.messages.length)), focus: NOTHING };
}

export async function queueRestitution(talk: Sending, sent: RestitutionSent): Promise<void> {
  await talk.tx.outbox.add(
    sent.messages.map((message, index) => ({
      id: sent.envelopes[index]!.deliveryId,
      consultationId: talk.consultation.id,
      conversationId: sent.envelopes[index]!.conversation.id,
      kind: 'restitution',
      document: restitution(talk.consultation.content, message),
      inboundId: talk.inboundId,
      roundId: sent.roundId,
      notBefore: null,
      createdAt: talk.now,
    })),
  );
  for (const [index, { conversation }] of sent.envelopes.entries())
    if (conversation.consultationId === null || conversation.consultationId === talk.consultation.id)
      await talk.tx.conversations.setFocus(conversation.id, {
        waits: 'told',
        proposals: sent.messages[index]!.voices.flatMap(({ answers }) =>
          answers.map((one) => one.proposal.id),
        ),
      });
}

/** Names shown before the rest is counted. */
const NAMED = 10;

const nameOf = ({ person, organisation }: Partner): string =>
  [...(person.name ? [mention(person)] : []), display(organisation)].join(', ');

/** "restitution pour Claire": her message alone, whatever others still wait for. */
export async function onRestitutionFor(talk: Talk, name: string): Promise<Reply> {
  const found = await previewFor(talk, ({ person, organisation }) =>
    isCalled(name, person.name, organisation),
  );
  if (isRefusal(found)) return refusal(talk, found);
  const { followUp: say } = talk.say;
  return answer(
    ...found.flatMap(({ partner, answers, awaited, reachable }) => [
      say.restitutionFor(nameOf(partner), answers.length, reachable),
      ...(answers.length > 0
        ? restitution(talk.consultation.content, {
            person: partner.person,
            voices: [{ partner, answers, n: 1 }],
          }).blocks
        : []),
      ...(awaited.length > 0 ? [say.awaited(talk.say.listed(awaited))] : []),
    ]),
  );
}

/** One message with the answer to each idea: status, reason in the deciders' words, body and day. */
export function restitution(consultation: Consultation, { person, voices }: Message): Document {
  const { lang } = person;
  const say = phrasesIn(lang, consultation.languages);
  const bodyOf = (key: string) => {
    const body = consultation.rules.decisions.bodies.find((one) => one.key === key);
    return body ? inLang(body.label, lang, consultation.languages) : key;
  };
  const steps = voices.flatMap(({ answers }) => answers.map(({ step }) => step));
  const [one] = steps;
  const together =
    steps.length > 1 &&
    steps.every(({ body, decidedOn }) => body === one!.body && decidedOn === one!.decidedOn);
  const item = ({ proposal, mergedInto, step }: Answered): (string | Inline)[] => {
    const mine = ref(proposal.number);
    const status = say.statuses[step.status];
    const head = mergedInto
      ? say.restitution.merged(mine, ref(mergedInto.number), status)
      : say.restitution.answer(mine, status);
    return [
      ...quoted(say, current(proposal), 160),
      ` ${head} `,
      { words: step.reason },
      ...(together ? [] : [` ${say.restitution.decided(bodyOf(step.body), say.day(step.decidedOn))}`]),
    ];
  };
  const answered = voices.filter(({ answers }) => answers.length > 0);
  const groups = answered.flatMap(({ partner, answers }) => [
    ...(answered.length > 1
      ? [line({ text: say.voices.yoursFor(display(partner.organisation)), strong: true as const })]
      : []),
    list(...answers.map(item)),
  ]);
  const title = inLang(consultation.title, lang, consultation.languages);
  const first = answered.every(({ n }) => n === 1);
  return documentOf(
    {
      blocks: [
        line(
          (answered.some(({ n }) => n > 1) ? say.followUp.answersChanged : say.restitution.hello)(
            greeted(person),
            title,
          ),
        ),
        ...groups,
        ...(together ? [line(say.restitution.decidedAll(bodyOf(one!.body), say.day(one!.decidedOn)))] : []),
        ...(lang.slice(0, 2) === consultation.languages[0].slice(0, 2)
          ? []
          : [line(say.restitution.otherLanguage)]),
        line(say.restitution.thanks),
        line(say.followUp.disputeOffer(ref(answered[0]!.answers[0]!.proposal.number))),
        ...(first ? [line(say.rating.offer)] : []),
      ],
      choices: [
        { value: say.followUp.disputeWord, label: say.followUp.disputeChoice },
        ...(first ? [{ value: say.rating.word, label: say.rating.choice }] : []),
      ],
    },
    say.lang,
  );
}
