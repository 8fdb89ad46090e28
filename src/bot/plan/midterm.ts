/** The mid-term round, drafted from what is off its way; looked at, changed and sent as any other round. */
import { refusalOf } from '../../app/perform.ts';
import { type Alerted, alertsNow } from '../../app/plan/alerts.ts';
import { shownPlan } from '../../app/plan/show-plan.ts';
import type { DraftRow } from '../../app/ports/rounds.ts';
import { startDraft } from '../../app/round/draft-round.ts';
import { mention } from '../../chat/mention.ts';
import type { Lang } from '../../core/consultation/model.ts';
import { isRefusal, type Refusal } from '../../core/refusal.ts';
import { type DraftText, promptsOf } from '../../core/round/draft.ts';
import { MOST_ASKED } from '../../core/round/draft-prompts.ts';
import {
  asksOfActions,
  isOffTrack,
  type MidtermTexts,
  midtermDraft,
  type OffTrackAction,
  offTrackActions,
} from '../../core/round/midterm.ts';
import { inTeam } from '../facilitator/dialogue.ts';
import { inEach, showDraft } from '../facilitator/opening/drafted.ts';
import { inFourWeeks } from '../facilitator/opening/suggestions.ts';
import { keep } from '../facilitator/round.ts';
import type { Phrases } from '../locales/fr.ts';
import { phrasesIn } from '../locales/phrases.ts';
import { answer, local, type Reply, refusal, type Talk } from '../talk.ts';
import { measuredText } from './measured-said.ts';
import { asksMidterm } from './midterm-command.ts';

/** Actions asked about at first: with the open one, people go to the end. */
const MOST = 12;

/** null when it is nothing of the kind. */
export async function onMidterm(talk: Talk): Promise<Reply | null> {
  if (!inTeam(talk) || !asksMidterm(talk.text)) return null;
  const refused = refusalOf(talk.actor, 'round.draft');
  if (refused) return refusal(talk, refused);
  const already = (await openAlready(talk)) ?? (await preparedAlready(talk));
  if (already) return already;
  const alerts = await alertsNow(talk, { lang: talk.lang });
  if (isRefusal(alerts)) return refusal(talk, alerts);
  const { midterm: say } = talk.say;
  const actions = offTrackActions(alerts);
  const unmeasured = alerts.filter((one) => !isOffTrack(one)).length;
  if (actions.length === 0)
    return answer(say.nothing, ...(unmeasured > 0 ? [say.measureFirst(unmeasured)] : []));
  const row = await drafted(talk, actions.slice(0, MOST));
  if (isRefusal(row)) return refusal(talk, row);
  const left = actions.length - MOST;
  return showDraft(
    talk,
    row,
    say.prepared(Math.min(actions.length, MOST)),
    ...(left > 0 ? [say.left(left, MOST_ASKED)] : []),
    ...(unmeasured > 0 ? [say.unmeasured(unmeasured)] : []),
  );
}

async function openAlready(talk: Talk): Promise<Reply | null> {
  const { content, id } = talk.consultation;
  const rounds = await talk.tx.rounds.of(id);
  for (const round of rounds.filter(({ state }) => state === 'open')) {
    const asked = content.rounds.find(({ key }) => key === round.key);
    if (asked && asksOfActions(asked.prompts))
      return answer(
        talk.say.midterm.open(
          local(talk, asked.title),
          talk.say.date(round.closesAt, content.zone),
          round.key,
        ),
      );
  }
  return null;
}

/** Theirs is shown again; a colleague's is theirs to send; another draft of theirs is not thrown away for it. */
async function preparedAlready(talk: Talk): Promise<Reply | null> {
  const { midterm: say } = talk.say;
  const waiting = await talk.tx.drafts.waiting(talk.consultation.id);
  const own = waiting.findLast(({ writtenBy }) => writtenBy === talk.actor.person.id);
  if (own && asksOfActions(own.draft.prompts)) return showDraft(talk, own, say.already);
  const other = waiting.findLast(
    ({ writtenBy, draft }) => writtenBy !== talk.actor.person.id && asksOfActions(draft.prompts),
  );
  if (other) {
    const by = await talk.tx.people.byId(other.writtenBy);
    return answer(say.byAnother(by && mention(by)));
  }
  return own ? answer(say.draftInTheWay) : null;
}

async function drafted(talk: Talk, actions: readonly OffTrackAction[]): Promise<DraftRow | Refusal> {
  const { colleges } = talk.consultation.content;
  const texts = await textsOf(talk, actions);
  if (isRefusal(texts)) return texts;
  const audience = colleges.map(({ key }) => key);
  const draft = midtermDraft(actions, texts, { audience, minutes: null });
  const minutes = Math.max(3, promptsOf(draft).length * 2);
  return startDraft(talk, { ...draft, minutes, closesAt: inFourWeeks(talk) });
}

/** In each language of the consultation; what the plan says in its own words is kept apart, by reference. */
async function textsOf(talk: Talk, actions: readonly OffTrackAction[]): Promise<MidtermTexts | Refusal> {
  const { languages } = talk.consultation.content;
  const alerts = new Map<Lang, readonly Alerted[]>();
  for (const lang of languages) {
    const found = await alertsNow(talk, { lang });
    if (isRefusal(found)) return found;
    alerts.set(lang, found);
  }
  const plan = await shownPlan(talk, null, { lang: languages[0] });
  if (isRefusal(plan)) return plan;
  const inAll = (text: (say: Phrases['midterm']) => string): DraftText =>
    inEach(languages, (say) => text(say.midterm));
  const kept = async (text: (say: Phrases, found: readonly Alerted[]) => string): Promise<DraftText> => {
    const made: Record<Lang, DraftText[Lang]> = {};
    for (const lang of languages)
      made[lang] = { words: await keep(talk, text(phrasesIn(lang, languages), alerts.get(lang)!)) };
    return made;
  };
  const titleIn = (found: readonly Alerted[], key: string) =>
    found.find(({ action }) => action.key === key)!.action.label;
  const asked: { question: DraftText; figures: DraftText }[] = [];
  for (const { key, level } of actions)
    asked.push({
      question: await kept((say, found) => say.midterm.question(titleIn(found, key), level)),
      figures: await kept((say, found) =>
        found
          .filter((one) => one.action.key === key && isOffTrack(one))
          .map((one) => measuredText(say, one))
          .join(' ; '),
      ),
    });
  const { zone } = talk.consultation.content;
  const day = (say: Phrases) => say.date(talk.now, zone);
  return {
    title: inAll((say) => say.title(new Date(talk.now).getUTCFullYear())),
    open: inAll((say) => say.openTo),
    decided: inAll((say) => say.decided(plan.version.number)),
    background: {
      label: inEach(languages, (say) => say.midterm.standing(day(say))),
      text: await kept((say, found) =>
        say.midterm.behind(say.listed(actions.map(({ key }) => say.midterm.quoted(titleIn(found, key))))),
      ),
    },
    actions: asked,
    last: inAll((say) => say.last),
  };
}
