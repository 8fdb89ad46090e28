/** "accepter P-0042", "écarter P-0042": a late word is settled, and whoever said it is told. */
import { settleLate } from '../../app/proposal/facilitate.ts';
import { whoIsOwed } from '../../app/proposal/moderate.ts';
import { mayBeWrittenTo } from '../../app/round/extend-round.ts';
import { ref } from '../../core/ids.ts';
import { isRefusal, type Refusal } from '../../core/refusal.ts';
import { phrasesIn } from '../locales/phrases.ts';
import { answer, documentOf, greeted, type Talk } from '../talk.ts';
import { holdPlaces, tellPartners } from '../tell-partners.ts';

/** What the facilitator is told. Settled as it was already, or withdrawn meanwhile, nobody else is. */
export async function onLate(
  talk: Talk,
  number: number,
  does: 'accept' | 'decline',
): Promise<string | Refusal> {
  const accepted = does === 'accept';
  const as = accepted ? 'accepted' : 'declined';
  const before = await talk.tx.proposals.byNumber(talk.consultation.id, number);
  const owed = before ? await whoIsOwed(talk, before) : [];
  await holdPlaces(talk, owed);
  const settled = await settleLate(talk, number, as);
  if (isRefusal(settled)) return settled;
  const others = new Map(
    owed
      .filter((one) => mayBeWrittenTo(one) && one.person.id !== talk.actor.person.id)
      .map((one) => [one.person.id, one]),
  );
  const news = before?.lateness !== as && settled.state === 'submitted' && others.size > 0;
  const name = ref(number);
  if (news)
    await tellPartners(talk, [...others.values()], 'late', ({ person }) => {
      const say = phrasesIn(person.lang, talk.consultation.content.languages);
      return documentOf(answer(say.facilitation.lateTold(greeted(person), name, accepted)), say.lang);
    });
  return talk.say.team.lateSettled(name, accepted, news);
}
