/** A member of the team asks what is new, or when to be told; null when it is nothing of the kind. */

import type { LoadedConsultation } from '../../app/ports/consultations.ts';
import type { Ids } from '../../app/ports/edge.ts';
import type { Transaction } from '../../app/ports/store.ts';
import { type News, readDigest, scheduleDigest, takeDigests } from '../../app/synthesis/digest.ts';
import { isRefusal } from '../../core/refusal.ts';
import type { Instant } from '../../core/time.ts';
import { participationOf } from '../documents/participation.ts';
import { inTeam } from '../facilitator/dialogue.ts';
import { answer, type Reply, refusal, type Talk } from '../talk.ts';
import { tellPeople } from '../tell-people.ts';
import { digestBlocks } from './digest-blocks.ts';
import { digestCommand } from './digest-command.ts';

const reply = (blocks: ReturnType<typeof digestBlocks>): Reply => ({ kind: 'digest', blocks });

export async function onDigest(talk: Talk): Promise<Reply | null> {
  if (!inTeam(talk)) return null;
  const command = digestCommand(talk.text);
  switch (command?.does) {
    case 'read': {
      const news = await readDigest(talk, command.asked);
      if (isRefusal(news)) return refusal(talk, news);
      const pictured = news.axis === null && !news.quiet && news.round !== null;
      return {
        ...reply(digestBlocks(news, seenBy(talk))),
        ...(pictured ? await participationOf(talk, news.round!) : {}),
      };
    }
    case 'schedule': {
      const { weekday, minute } = command.schedule;
      const { from } = talk.consultation.content.rules.workingHours;
      return schedule(talk, { weekday, minute: minute ?? from }, command.always);
    }
    case 'unschedule':
      return schedule(talk, null, false);
    case 'which-hour':
      return answer(talk.say.digest.whichHour);
    case 'when': {
      const reader = await talk.tx.digests.of(talk.actor.person.id);
      return answer(whenOf(talk, reader?.nextAt ?? null, reader?.always ?? false));
    }
    case undefined:
      return null;
  }
}

async function schedule(
  talk: Talk,
  wanted: Parameters<typeof scheduleDigest>[1],
  always: boolean,
): Promise<Reply> {
  const done = await scheduleDigest(talk, wanted, always);
  if (isRefusal(done)) return refusal(talk, done);
  return answer(whenOf(talk, done.nextAt, done.always));
}

const zoneOf = (talk: Talk): string => talk.actor.person.zone ?? talk.consultation.content.zone;

const whenOf = (talk: Talk, nextAt: Instant | null, always: boolean): string =>
  nextAt === null
    ? talk.say.digest.unscheduled
    : talk.say.digest.scheduled(talk.say.facilitation.moment(nextAt, zoneOf(talk)), always);

const seenBy = (talk: Talk) => ({
  content: talk.consultation.content,
  say: talk.say,
  lang: talk.lang,
  zone: zoneOf(talk),
  now: talk.now,
});

/** Sends the digests whose time has come, a batch; true while there may be more. */
export async function sendDigests(
  tx: Transaction,
  consultation: LoadedConsultation,
  edge: { readonly ids: Ids; readonly now: Instant },
): Promise<boolean> {
  const { ready, seen } = await takeDigests(tx, consultation, edge);
  await tellPeople({ tx, consultation, ...edge }, ready, 'digest', (say, at) => {
    const { person, news } = ready[at] as { person: (typeof ready)[number]['person']; news: News };
    const zone = person.zone ?? consultation.content.zone;
    return reply(
      digestBlocks(news, { content: consultation.content, say, lang: person.lang, zone, now: edge.now }),
    );
  });
  return seen > 0 && ready.length > 0;
}
