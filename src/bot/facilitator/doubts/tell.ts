import type { Partner } from '../../../app/ports/people.ts';
import type { Doubt } from '../../../app/ports/proposals.ts';
import type { WordsId } from '../../../core/ids.ts';
import { phrasesIn } from '../../locales/phrases.ts';
import { documentOf, greeted, line, type Talk } from '../../talk.ts';
import { tellPartners } from '../../tell-partners.ts';

/** What they had said, and what the team answers, both in the words they were written in. */
export async function tellAnswer(
  talk: Talk,
  author: Partner,
  { inboundId }: Doubt,
  words: WordsId,
): Promise<void> {
  const theirs = inboundId ? await talk.tx.inbox.wordsOf(inboundId) : null;
  await tellPartners(talk, [author], 'team-answer', ({ person }) => {
    const { queue: say, lang } = phrasesIn(person.lang, talk.consultation.content.languages);
    return documentOf(
      {
        blocks: [
          line(say.told(greeted(person), theirs !== null)),
          ...(theirs ? [{ type: 'quote' as const, content: [{ words: theirs, start: 0, end: 300 }] }] : []),
          line(say.toldAnswer),
          { type: 'quote', content: [{ words }] },
        ],
      },
      lang,
    );
  });
}
