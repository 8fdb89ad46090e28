/** Indicators off the way to their targets: listed when asked, told when they come. */

import { refusalOf } from '../../app/perform.ts';
import { type Alerted, type AlertsTold, alertsNow, listAlerts, takeAlerts } from '../../app/plan/alerts.ts';
import type { LoadedConsultation } from '../../app/ports/consultations.ts';
import type { Ids } from '../../app/ports/edge.ts';
import type { Transaction } from '../../app/ports/store.ts';
import { display } from '../../chat/display.ts';
import type { Block } from '../../chat/outbound.ts';
import { LEVELS } from '../../core/plan/alert.ts';
import { isRefusal } from '../../core/refusal.ts';
import { isOffTrack } from '../../core/round/midterm.ts';
import type { Instant } from '../../core/time.ts';
import { inTeam } from '../facilitator/dialogue.ts';
import type { Phrases } from '../locales/fr.ts';
import { phrasesIn } from '../locales/phrases.ts';
import { answer, greeted, line, list, type Reply, refusal, type Talk } from '../talk.ts';
import { tellPeople } from '../tell-people.ts';
import { asksAlerts } from './alert-command.ts';
import { put, read } from './dialogue.ts';
import { measuredSaid } from './measured-said.ts';

/** null when it is nothing of the kind. */
export async function onAlerts(talk: Talk): Promise<Reply | null> {
  if (!inTeam(talk) || !asksAlerts(talk.text)) return null;
  const found = await listAlerts(talk, read(talk));
  if (isRefusal(found)) return refusal(talk, found);
  const { alert: say } = talk.say;
  const [first] = found;
  if (!first) return answer(say.none);
  const mayAsk = found.some(isOffTrack) && refusalOf(talk.actor, 'round.draft') === null;
  const { midterm } = talk.say;
  return {
    ...answer(
      say.head(found.length),
      ...byLevel(talk.say, found),
      ...(refusalOf(talk.actor, 'measure.record') === null ? [say.how(first.action.key)] : []),
      ...(mayAsk ? [midterm.next] : []),
    ),
    ...(mayAsk ? { choices: [{ value: midterm.command, label: midterm.button }] } : {}),
  };
}

/** The worst level first, each with what it means. */
const byLevel = (say: Phrases, alerts: readonly Alerted[]): Block[] =>
  LEVELS.toReversed().flatMap((level) => {
    const here = alerts.filter((one) => one.level === level);
    if (here.length === 0) return [];
    return [
      line({ text: say.alert.levels[level], strong: true }),
      list(
        ...here.map((one) => [
          ...put(say.alert.on(one.action.label, one.action.key)),
          ...measuredSaid({ say }, one),
        ]),
      ),
    ];
  });

/** Told once, by the calendar. */
export async function tellAlerts(
  tx: Transaction,
  consultation: LoadedConsultation,
  edge: { readonly ids: Ids; readonly now: Instant },
): Promise<void> {
  const told = await takeAlerts(tx, consultation, edge);
  if (told.length === 0) return;
  const found = new Map<string, readonly Alerted[]>();
  for (const lang of new Set(told.map(({ person }) => person.lang))) {
    const here = await alertsNow({ tx, consultation, now: edge.now }, { lang, references: true });
    found.set(lang, isRefusal(here) ? [] : here);
  }
  await tellPeople({ tx, consultation, ...edge }, told, 'notice', (_, at) =>
    messageTo(told[at]!, found.get(told[at]!.person.lang)!, consultation),
  );
}

function messageTo(
  { person, organisation, alerts }: AlertsTold,
  found: readonly Alerted[],
  { content }: LoadedConsultation,
): Pick<Reply, 'blocks'> {
  const say = phrasesIn(person.lang, content.languages);
  const theirs = found.filter(({ action, indicator }) =>
    alerts.some((one) => one.action === action.key && one.indicator === indicator.key),
  );
  const name = greeted(person);
  return answer(
    organisation === null
      ? say.alert.toTeam(name, theirs.length)
      : say.alert.toOperator(name, display(organisation), theirs.length),
    ...byLevel(say, theirs),
    organisation === null ? say.alert.teamNext(theirs[0]!.action.key) : say.alert.operatorNext,
  );
}
