import { type Extended, extendRound } from '../../app/round/extend-round.ts';
import { inLang } from '../../core/consultation/text.ts';
import type { PartnerId } from '../../core/ids.ts';
import { isRefusal } from '../../core/refusal.ts';
import { endOf } from '../day.ts';
import { daySaid } from '../day-said.ts';
import { phrasesIn } from '../locales/phrases.ts';
import { answer, documentOf, greeted, type Reply, refusal, type Talk } from '../talk.ts';
import { holdRound, type Sending, tellPartners } from '../tell-partners.ts';

/** "prolonger plan-actions jusqu'au 2026-12-20": those who can still answer are told, once each. */
export async function onExtend(talk: Talk, key: string, until: string | null): Promise<Reply> {
  const { content } = talk.consultation;
  if (until === null) return answer(talk.say.facilitation.untilWhen(key));
  const day = daySaid(until, talk.now, content.zone);
  if (day === null) return answer(talk.say.team.noSuchDay);
  await holdRound(talk, key);
  const extended = await extendRound(talk, key, endOf(day, content.zone));
  if (isRefusal(extended)) return refusal(talk, extended);
  await tellMoreTime(talk, extended);
  return answer(
    talk.say.facilitation.extended(
      key,
      talk.say.date(extended.round.closesAt, content.zone),
      extended.told.length,
    ),
  );
}

export async function tellMoreTime(talk: Sending, { round, told }: Extended): Promise<void> {
  const { content } = talk.consultation;
  const title = content.rounds.find((one) => one.key === round.key)?.title;
  const begun = await consented(talk, round.id);
  await tellPartners(
    talk,
    told,
    'extension',
    ({ id, person }) => {
      const say = phrasesIn(person.lang, content.languages);
      const named = title ? inLang(title, person.lang, content.languages) : round.key;
      const more = say.facilitation.moreTime(greeted(person), named, say.date(round.closesAt, content.zone));
      const how = begun.has(id) ? say.facilitation.moreTimeGoOn : say.facilitation.moreTimeBegin;
      return documentOf(answer(`${more} ${how}`), say.lang);
    },
    round.id,
  );
}

async function consented(
  talk: Sending,
  roundId: Parameters<Talk['tx']['participations']['of']>[0],
): Promise<ReadonlySet<PartnerId>> {
  const started = (await talk.tx.participations.of(roundId)).filter((one) => one.state === 'started');
  return new Set(started.map(({ partnerId }) => partnerId));
}
