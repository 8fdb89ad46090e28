import {
  type Answered,
  type Message,
  previewRestitution,
  type RestitutionSent,
  sendRestitution,
} from '../../app/decision/restitution.ts';
import { display } from '../../chat/display.ts';
import type { Document, Inline } from '../../chat/outbound.ts';
import type { Consultation } from '../../core/consultation/model.ts';
import { inLang } from '../../core/consultation/text.ts';
import { ref } from '../../core/ids.ts';
import { current } from '../../core/proposal/model.ts';
import { isRefusal } from '../../core/refusal.ts';
import { NOTHING } from '../focus.ts';
import { phrasesIn } from '../locales/phrases.ts';
import { quoted } from '../partner/describe.ts';
import { answer, documentOf, firstName, line, list, type Reply, refusal, type Talk } from '../talk.ts';
import type { Sending } from '../tell-partners.ts';
import { agrees } from '../understand.ts';

export async function onPreviewRestitution(talk: Talk): Promise<Reply> {
  const preview = await previewRestitution(talk);
  if (isRefusal(preview)) return refusal(talk, preview);
  const { messages, unreachable, roundId } = preview;
  const answers = messages.reduce((sum, { voices }) => sum + voices.flatMap((one) => one.answers).length, 0);
  const [first] = messages;
  const sample = first ? restitution(talk.consultation.content, first).blocks : [];
  return {
    ...answer(
      talk.say.team.restitutionPreview(messages.length, answers),
      ...sample,
      ...(unreachable.length > 0 ? [talk.say.team.unreachable(unreachable.length)] : []),
      talk.say.team.sendNow,
    ),
    focus: { waits: 'send-restitution', round: roundId },
    choices: [
      { value: talk.say.team.yes, label: talk.say.team.send },
      { value: talk.say.team.no, label: talk.say.team.cancel },
    ],
  };
}

export async function onSendRestitution(talk: Talk): Promise<Reply> {
  if (agrees(talk.text) !== true) return { ...answer(talk.say.team.notSent), focus: NOTHING };
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
}

/** One message with the answer to each idea: status, reason in the deciders' words, body and day. */
export function restitution(consultation: Consultation, { person, voices }: Message): Document {
  const { lang, name } = person;
  const say = phrasesIn(lang, consultation.languages);
  const bodyOf = (key: string) => {
    const body = consultation.rules.decisions.bodies.find((one) => one.key === key);
    return body ? inLang(body.label, lang, consultation.languages) : key;
  };
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
      ` ${say.restitution.decided(bodyOf(step.body), say.day(step.decidedOn))}`,
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
  return documentOf(
    {
      blocks: [
        line(say.restitution.hello(firstName(name), title)),
        ...groups,
        ...(lang.slice(0, 2) === consultation.languages[0].slice(0, 2)
          ? []
          : [line(say.restitution.otherLanguage)]),
        line(say.restitution.thanks),
      ],
    },
    say.lang,
  );
}
