/** The mid-term round: a prompt for each action that is off its way, and an open one. */
import { type AlertLevel, LEVELS } from '../plan/alert.ts';
import { type DraftPrompt, type DraftText, NEW_DRAFT, type RoundDraft } from './draft.ts';

/** Whether a round asks about actions of the plan. */
export const asksOfActions = (prompts: readonly Pick<DraftPrompt, 'action'>[]): boolean =>
  prompts.some(({ action }) => action !== undefined);

/** An indicator that nobody measured says nothing of its action. */
export const isOffTrack = ({ level }: { readonly level: AlertLevel }): boolean => level !== 'to-measure';

export interface OffTrackAction {
  readonly key: string;
  readonly axis: string | null;
  /** The worst of its indicators. */
  readonly level: AlertLevel;
}

/** Each action once, the worst first, then in the order given. */
export function offTrackActions(
  alerts: readonly {
    readonly action: { readonly key: string; readonly axis: string | null };
    readonly level: AlertLevel;
  }[],
): OffTrackAction[] {
  const found = new Map<string, OffTrackAction>();
  for (const { action, level } of alerts.filter(isOffTrack)) {
    const before = found.get(action.key);
    if (!before || LEVELS.indexOf(level) > LEVELS.indexOf(before.level))
      found.set(action.key, { key: action.key, axis: action.axis, level });
  }
  return [...found.values()].sort((a, b) => LEVELS.indexOf(b.level) - LEVELS.indexOf(a.level));
}

export interface MidtermTexts {
  readonly title: DraftText;
  readonly open: DraftText;
  readonly decided: DraftText;
  readonly background: { readonly label: DraftText; readonly text: DraftText };
  /** One an action, in their order; `figures` say where it stands. */
  readonly actions: readonly { readonly question: DraftText; readonly figures: DraftText }[];
  readonly last: DraftText;
}

/** Put to every type of actor; its day and its reminders are those proposed for any round. */
export const midtermDraft = (
  actions: readonly OffTrackAction[],
  texts: MidtermTexts,
  { audience, minutes }: Pick<RoundDraft, 'audience' | 'minutes'>,
): RoundDraft => ({
  ...NEW_DRAFT,
  title: texts.title,
  axes: [],
  open: texts.open,
  decided: texts.decided,
  background: [{ ...texts.background, url: null }],
  prompts: [
    ...actions.map(
      ({ key, axis }, at): DraftPrompt => ({
        key: null,
        axis,
        action: key,
        text: texts.actions[at]!.question,
        hint: texts.actions[at]!.figures,
      }),
    ),
    { key: null, axis: null, text: texts.last, hint: null },
  ],
  audience,
  minutes,
});
