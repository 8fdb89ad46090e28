/** "modérer P-0042 : raison", "publier P-0042 : raison", "journal de modération". */
import {
  type Moderated,
  moderate,
  moderationLog,
  reinstate,
  whoIsOwed,
} from '../../app/proposal/moderate.ts';
import { mayBeWrittenTo } from '../../app/round/extend-round.ts';
import { ref, type WordsId } from '../../core/ids.ts';
import { isRefusal } from '../../core/refusal.ts';
import { phrasesIn } from '../locales/phrases.ts';
import { answer, documentOf, greeted, line, list, type Reply, refusal, type Talk } from '../talk.ts';
import { holdPlaces, tellPartners } from '../tell-partners.ts';
import type { FacilitatorCommand } from './command.ts';
import { keep } from './round.ts';

type Asked = Extract<FacilitatorCommand, { does: 'moderate' | 'reinstate' }>;

export async function onModerate(talk: Talk, { does, number, reason }: Asked): Promise<Reply> {
  const words = reason === null ? null : await keep(talk, reason);
  const row = await talk.tx.proposals.byNumber(talk.consultation.id, number);
  if (row) await holdPlaces(talk, await whoIsOwed(talk, row));
  const done = await (does === 'moderate' ? moderate : reinstate)(talk, number, words);
  if (isRefusal(done)) return refusal(talk, done);
  const told = await tellOwed(talk, done, does, words!);
  const { facilitation: say } = talk.say;
  return answer(say.moderated(ref(number), does === 'moderate', told));
}

async function tellOwed(
  talk: Talk,
  { proposal, owed }: Moderated,
  does: Asked['does'],
  reason: WordsId,
): Promise<boolean> {
  const { languages } = talk.consultation.content;
  const reachable = owed.filter(mayBeWrittenTo);
  await tellPartners(talk, reachable, 'moderation', ({ person }) => {
    const say = phrasesIn(person.lang, languages);
    const { moderation: words } = say.facilitation;
    const name = ref(proposal.number);
    const head = does === 'moderate' ? words.moderated : words.reinstated;
    return documentOf(
      {
        blocks: [
          line(head(greeted(person), name), ` ${say.marks.opening}`, { words: reason }, say.marks.closing),
          ...(does === 'moderate' ? [line(proposal.table ? say.table.moderatedHow : words.how(name))] : []),
        ],
      },
      say.lang,
    );
  });
  return reachable.length > 0;
}

export async function onModerationLog(talk: Talk): Promise<Reply> {
  const log = await moderationLog(talk);
  if (isRefusal(log)) return refusal(talk, log);
  const { facilitation: say, marks } = talk.say;
  if (log.length === 0) return answer(say.nothingModerated);
  const { zone } = talk.consultation.content;
  return answer(
    say.moderationLog(log.length),
    list(
      ...log.map(({ at, did, proposal, reason }) => [
        `${say.moderationEntry(talk.say.date(at, zone), proposal, did === 'moderate')} ${marks.opening}`,
        { words: reason },
        marks.closing,
      ]),
    ),
  );
}
