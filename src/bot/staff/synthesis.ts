/** Compiling is a job: it may be long, and the person is told when the draft is there. */

import { refusalOf, type Scene } from '../../app/perform.ts';
import type { Transaction } from '../../app/ports/store.ts';
import { draftSynthesis, type Found, type SynthesisSource } from '../../app/synthesis/compile-synthesis.ts';
import { showSynthesis } from '../../app/synthesis/show-synthesis.ts';
import type { Block } from '../../chat/outbound.ts';
import type { ConversationId, SynthesisId } from '../../core/ids.ts';
import { isRefusal, type Refusal, refuse } from '../../core/refusal.ts';
import { machineTitles } from '../../core/synthesis/titles.ts';
import { askedBy, tellAsker } from '../asked-job.ts';
import { chart, panelsIn } from '../documents/chart.ts';
import type { Phrases } from '../locales/fr.ts';
import { phrasesIn } from '../locales/phrases.ts';
import { answer, type Reply, refusal, type Talk } from '../talk.ts';
import { draftBlocks } from './draft.ts';

export async function onCompile(talk: Talk): Promise<Reply> {
  const refused = refusalOf(talk.actor, 'synthesis.compile');
  if (refused) return refusal(talk, refused);
  await talk.tx.jobs.send('compile-synthesis', {
    ...askedBy(talk),
    synthesisId: talk.ids.next(),
  });
  return answer(talk.say.team.compiling);
}

/** The job's last step: drafts from what was read and grouped, or not (a refusal), and tells the person who asked. */
export async function draftAndTell(
  scene: Scene<keyof Transaction> & { readonly tx: Transaction },
  read: { readonly source: SynthesisSource; readonly found: Found } | Refusal,
  where: { readonly synthesis: SynthesisId; readonly conversation: ConversationId },
): Promise<void> {
  const { ids, consultation, actor } = scene;
  const say = phrasesIn(actor.person.lang, consultation.content.languages);
  const compiled = isRefusal(read)
    ? read
    : await draftSynthesis(scene, read.source, read.found, where.synthesis);
  const shown = isRefusal(compiled) ? compiled : await shownIn(scene, say);
  const reply = isRefusal(shown)
    ? answer(say.refusals(shown))
    : {
        ...answer(...shown.blocks, say.team.compiled(isRefusal(compiled) ? 0 : compiled.number)),
        ...shown.picture,
      };
  await tellAsker(scene, { id: ids.next(), conversation: where.conversation }, 'synthesis', reply, say);
}

export async function onShow(talk: Talk): Promise<Reply> {
  const shown = await shownIn(talk, talk.say);
  return isRefusal(shown) ? refusal(talk, shown) : { ...answer(...shown.blocks), ...shown.picture };
}

interface Shown {
  readonly blocks: readonly (Block | string)[];
  readonly picture: Pick<Reply, 'encloses'>;
}

async function shownIn(scene: Scene<keyof Transaction>, say: Phrases): Promise<Shown | Refusal> {
  const document = await showSynthesis(scene, 'internal', false);
  if (isRefusal(document)) return document;
  const row = await scene.tx.syntheses.byNumber(scene.consultation.id, document.number);
  if (!row) return refuse('no-synthesis');
  const titles = row.state === 'draft' ? machineTitles(row.body) : [];
  const named = titles.map(({ line, label }) => `${line} ${say.marks.opening}${label}${say.marks.closing}`);
  return {
    blocks: [
      ...draftBlocks(say, row.body, document),
      ...(named.length > 0 ? [say.proofreading.machineTitles(say.listed(named))] : []),
    ],
    picture: chart(say, document.consultation.title, panelsIn(document, say)),
  };
}
