/** Finding themes is a job: it may be long, and the person is told when they are there. */
import { refusalOf, type Scene } from '../../../app/perform.ts';
import type { Transaction } from '../../../app/ports/store.ts';
import { keepFoundThemes } from '../../../app/theme/find-themes.ts';
import type { ConversationId, DeliveryId } from '../../../core/ids.ts';
import { isRefusal, type Refusal } from '../../../core/refusal.ts';
import type { Groupings } from '../../../core/theme/settle.ts';
import { askedBy, tellAsker } from '../../asked-job.ts';
import { phrasesIn } from '../../locales/phrases.ts';
import { answer, type Reply, refusal, type Talk } from '../../talk.ts';
import { listedThemes } from './listed.ts';

export async function onFind(talk: Talk): Promise<Reply> {
  const refused = refusalOf(talk.actor, 'themes.find');
  if (refused) return refusal(talk, refused);
  await talk.tx.jobs.send('find-themes', {
    ...askedBy(talk),
    deliveryId: talk.ids.next(),
  });
  return answer(talk.say.themes.finding);
}

/** The job's last step. */
export async function keepAndTell(
  scene: Scene<keyof Transaction> & { readonly tx: Transaction },
  found: Groupings | Refusal,
  where: { readonly answer: DeliveryId; readonly conversation: ConversationId },
): Promise<void> {
  const { consultation, actor } = scene;
  const say = phrasesIn(actor.person.lang, consultation.content.languages);
  const shown = isRefusal(found) ? found : await keepFoundThemes(scene, found);
  const reply = isRefusal(shown)
    ? answer(say.refusals(shown))
    : answer(...listedThemes({ say, lang: actor.person.lang, consultation }, shown, null));
  await tellAsker(scene, { id: where.answer, conversation: where.conversation }, 'themes', reply, say);
}
