/** A validation, for who runs it: drafted from the plan's objectives or a synthesis. */
import { refusalOf } from '../../app/perform.ts';
import { startDraft } from '../../app/round/draft-round.ts';
import { isRefusal, type Refusal, refuse } from '../../core/refusal.ts';
import {
  type DraftPrompt,
  type DraftText,
  NEW_DRAFT,
  ownText,
  promptsOf,
  type RoundDraft,
} from '../../core/round/draft.ts';
import { MOST_ASKED } from '../../core/round/draft-prompts.ts';
import type { Phrases } from '../locales/fr.ts';
import { answer, type Reply, refusal, type Talk } from '../talk.ts';
import { inTeam } from './dialogue.ts';
import { inEach, showDraft } from './opening/drafted.ts';
import { inFourWeeks } from './opening/suggestions.ts';
import { type ValidationCommand, validationCommand } from './validation-command.ts';
import { onViewsAsked } from './views.ts';

/** null when it is nothing of the kind. */
export async function onValidation(talk: Talk): Promise<Reply | null> {
  if (!inTeam(talk)) return null;
  const command = validationCommand(talk.text);
  if (command === null) return null;
  return command.does === 'views' ? onViewsAsked(talk, command.key) : onPrepare(talk, command.of);
}

async function onPrepare(
  talk: Talk,
  of: Extract<ValidationCommand, { does: 'prepare' }>['of'],
): Promise<Reply> {
  const refused = refusalOf(talk.actor, 'round.draft');
  if (refused) return refusal(talk, refused);
  const { validation: say } = talk.say;
  const own = await talk.tx.drafts.ofPerson(talk.consultation.id, talk.actor.person.id);
  if (own)
    return own.draft.form === 'validation' ? showDraft(talk, own, say.already) : answer(say.draftInTheWay);
  const statements = of === 'objectives' ? objectives(talk) : await linesOfSynthesis(talk);
  if (isRefusal(statements)) return refusal(talk, statements);
  if (statements.length === 0) return answer(say.nothing);
  const row = await startDraft(talk, draftOf(talk, of, statements.slice(0, MOST_ASKED)));
  if (isRefusal(row)) return refusal(talk, row);
  const left = statements.length - MOST_ASKED;
  return showDraft(
    talk,
    row,
    say.prepared(promptsOf(row.draft).length),
    ...(left > 0 ? [say.left(left)] : []),
  );
}

const statement = (axis: string | null, text: DraftText): DraftPrompt => ({
  key: null,
  axis,
  text,
  hint: null,
});

/** Those of the axes, in each language. */
const objectives = (talk: Talk): DraftPrompt[] =>
  talk.consultation.content.axes.map(({ key, objective }) => statement(key, ownText(objective)));

/** Of the last one that was signed, as it reads; in its own language. */
async function linesOfSynthesis(talk: Talk): Promise<DraftPrompt[] | Refusal> {
  const row = await talk.tx.syntheses.latest(talk.consultation.id);
  if (row?.state !== 'signed') return refuse('synthesis-not-signed');
  const { axes } = talk.consultation.content;
  return row.body.axes.flatMap(({ axis, lines }) =>
    axes.some(({ key }) => key === axis)
      ? lines
          .filter(({ kind }) => kind !== 'echo' && kind !== 'absent' && kind !== 'opinion')
          .flatMap(({ text, words }) => {
            const piece = words !== null ? { words } : text !== null ? { text } : null;
            return piece ? [statement(axis, { [row.body.lang]: piece })] : [];
          })
      : [],
  );
}

function draftOf(
  talk: Talk,
  of: Extract<ValidationCommand, { does: 'prepare' }>['of'],
  prompts: readonly DraftPrompt[],
): RoundDraft {
  const { languages, colleges, axes } = talk.consultation.content;
  const inAll = (text: (say: Phrases['validation']) => string): DraftText =>
    inEach(languages, (say) => text(say.validation));
  return {
    ...NEW_DRAFT,
    form: 'validation',
    title: inAll((say) => say.title[of]),
    axes: axes.map(({ key }) => key).filter((key) => prompts.some(({ axis }) => axis === key)),
    open: inAll((say) => say.open),
    decided: inAll((say) => say.decided[of]),
    background: [],
    prompts,
    audience: colleges.map(({ key }) => key),
    closesAt: inFourWeeks(talk),
    minutes: Math.max(3, Math.ceil(prompts.length / 2)),
  };
}
