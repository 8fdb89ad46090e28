/** Compiling is a job: it may be long, and the person is told when the draft is there. */

import { rolesOf, type Scene } from '../../app/perform.ts';
import type { Transaction } from '../../app/ports.ts';
import { roleFor } from '../../app/rights.ts';
import { compileSynthesis, type Group } from '../../app/synthesis/compile-synthesis.ts';
import { showSynthesis } from '../../app/synthesis/show-synthesis.ts';
import type { Block } from '../../chat/outbound.ts';
import type { ConversationId, DeliveryId, SynthesisId } from '../../core/ids.ts';
import { isRefusal, refuse } from '../../core/refusal.ts';
import type { LineText, SynthesisDocument } from '../../core/synthesis/model.ts';
import type { Phrases } from '../locales/fr.ts';
import { phrasesIn } from '../locales/phrases.ts';
import { answer, documentOf, line, list, type Reply, refusal, type Talk } from '../talk.ts';

export async function onCompile(talk: Talk): Promise<Reply> {
  if (!roleFor('synthesis.compile', rolesOf(talk.actor))) return refusal(talk, refuse('no-right'));
  await talk.tx.jobs.send('compile-synthesis', {
    consultationId: talk.consultation.id,
    personId: talk.actor.person.id,
    conversationId: talk.conversation.id,
    synthesisId: talk.ids.next(),
  });
  return answer(talk.say.team.compiling);
}

/** The job: drafts, and tells the person who asked. */
export async function compileAndTell(
  scene: Scene<keyof Transaction> & { readonly tx: Transaction },
  group: Group,
  where: { readonly synthesis: SynthesisId; readonly conversation: ConversationId },
): Promise<void> {
  const { tx, ids, now, consultation, actor } = scene;
  const say = phrasesIn(actor.person.lang, consultation.content.languages);
  const row = await compileSynthesis(scene, group, where.synthesis);
  const document = isRefusal(row) ? row : await showSynthesis(scene, 'internal');
  const reply = isRefusal(document)
    ? answer(say.refusals(document))
    : answer(...asBlocks(say, document), say.team.compiled(document.number));
  await tx.outbox.add([
    {
      id: ids.next<DeliveryId>(),
      consultationId: consultation.id,
      conversationId: where.conversation,
      kind: 'synthesis',
      document: documentOf(reply, say.lang),
      inboundId: null,
      roundId: null,
      notBefore: null,
      createdAt: now,
    },
  ]);
}

export async function onShow(talk: Talk): Promise<Reply> {
  const document = await showSynthesis(talk, 'internal');
  return isRefusal(document) ? refusal(talk, document) : answer(...asBlocks(talk.say, document));
}

function asBlocks(say: Phrases, document: SynthesisDocument): (Block | string)[] {
  const said = (one: LineText) =>
    `${one.id}  ${one.text}${one.quote ? ` ${say.quote(one.quote.text)}` : ''} (${one.cites.join(', ')})`;
  return [
    say.team.synthesisTitle(document.number, document.consultation.title),
    ...(document.introduction ? [document.introduction] : []),
    ...document.axes.flatMap((axis) => [
      line({ text: `${axis.axis}. ${axis.title}`, strong: true as const }),
      ...(axis.lines.length > 0 ? [list(...axis.lines.map((one) => [said(one)]))] : [say.team.nothingSaid]),
      line({ text: say.team.disagreements, strong: true as const }),
      axis.disagreements.length > 0
        ? list(...axis.disagreements.map((one) => [said(one)]))
        : axis.noDisagreement
          ? say.team.noDisagreementBy(axis.noDisagreement.by)
          : say.team.noDisagreementUnsigned(axis.axis),
    ]),
    ...(document.unclassified.length > 0 ? [say.team.unclassified(document.unclassified.join(', '))] : []),
  ];
}
