/** "corriger P-0042 : texte", of the team: its author is asked. */
import { suggestRevision } from '../../../app/proposal/suggest-revision.ts';
import { ref } from '../../../core/ids.ts';
import { isRefusal, type Refusal } from '../../../core/refusal.ts';
import { focusFrom } from '../../focus.ts';
import { phrasesIn } from '../../locales/phrases.ts';
import { revisionQuestion } from '../../partner/suggestion.ts';
import type { Talk } from '../../talk.ts';
import { tellPartners } from '../../tell-partners.ts';
import { keep } from '../round.ts';

export async function onSuggest(talk: Talk, number: number, text: string): Promise<string | Refusal> {
  const words = await keep(talk, text.trim());
  const suggested = await suggestRevision(talk, number, words);
  if (isRefusal(suggested)) return suggested;
  const { row, author } = suggested;
  const { languages } = talk.consultation.content;
  const [conversation] = await tellPartners(talk, [author], 'suggestion', ({ person }) =>
    revisionQuestion(phrasesIn(person.lang, languages), person, row, words),
  );
  const before = focusFrom(conversation!.focus);
  if (conversation!.consultationId !== talk.consultation.id)
    await talk.tx.conversations.setConsultation(conversation!.id, talk.consultation.id);
  await talk.tx.conversations.setFocus(conversation!.id, {
    waits: 'suggestion',
    proposal: row.id,
    words,
    back: before.waits === 'suggestion' ? before.back : before,
  });
  return talk.say.queue.suggested(ref(number));
}
