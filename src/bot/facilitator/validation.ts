/** A validation, for who runs it: drafted from the plan's objectives or a synthesis, and how it is seen, live. */
import { refusalOf } from '../../app/perform.ts';
import type { DraftRow } from '../../app/ports/rounds.ts';
import { startDraft } from '../../app/round/draft-round.ts';
import { showViews } from '../../app/round/views.ts';
import type { Block } from '../../chat/outbound.ts';
import { ref } from '../../core/ids.ts';
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
import type { ViewsRow } from '../../core/round/validation.ts';
import type { Phrases } from '../locales/fr.ts';
import { phrasesIn } from '../locales/phrases.ts';
import { answer, line, list, local, type Reply, refusal, type Talk } from '../talk.ts';
import { inTeam } from './dialogue.ts';
import { review } from './opening/review.ts';
import { ofDraft } from './opening/subject.ts';
import { inFourWeeks } from './opening/suggestions.ts';
import { type ValidationCommand, validationCommand } from './validation-command.ts';

/** null when it is nothing of the kind. */
export async function onValidation(talk: Talk): Promise<Reply | null> {
  if (!inTeam(talk)) return null;
  const command = validationCommand(talk.text);
  if (command === null) return null;
  return command.does === 'views' ? onViewsAsked(talk, command.key) : onPrepare(talk, command.of);
}

async function onViewsAsked(talk: Talk, key: string | null): Promise<Reply> {
  const found = await showViews(talk, key);
  if (isRefusal(found)) return refusal(talk, found);
  const { views: say } = talk.say;
  const { content, rows, reactions } = found;
  const heard = new Set(reactions.map(({ partnerId }) => partnerId)).size;
  const proposals = await talk.tx.proposals.of(talk.consultation.id, { states: ['submitted'] });
  const names = new Map(proposals.map(({ id, number }) => [id, ref(number)]));
  const blocks = content.prompts.flatMap(({ key: statement, text }): Block[] => {
    const here = rows.filter(
      (row) =>
        row.statement === statement && (row.college === null || row.agree + row.reserve + row.object > 0),
    );
    const why = reactions.flatMap((one) =>
      one.statement === statement && one.proposalId ? (names.get(one.proposalId) ?? []) : [],
    );
    return [
      line({ text: local(talk, text), strong: true }),
      list(
        ...here.map((row) => [`${nameOf(talk, row.college)}${say.row(row.agree, row.reserve, row.object)}`]),
        ...(why.length > 0 ? [[say.reasons(talk.say.listed(why))]] : []),
      ),
    ];
  });
  const invited = rows.find(({ college }) => college === null)?.invited ?? 0;
  return answer(say.head(local(talk, content.title), heard, invited), ...blocks, say.how);
}

function nameOf(talk: Talk, college: ViewsRow['college']): string {
  if (college === null) return '';
  const found = talk.consultation.content.colleges.find(({ key }) => key === college);
  return talk.say.labelled(found ? local(talk, found.label) : college, '');
}

async function onPrepare(
  talk: Talk,
  of: Extract<ValidationCommand, { does: 'prepare' }>['of'],
): Promise<Reply> {
  const refused = refusalOf(talk.actor, 'round.draft');
  if (refused) return refusal(talk, refused);
  const { validation: say } = talk.say;
  const own = await talk.tx.drafts.ofPerson(talk.consultation.id, talk.actor.person.id);
  if (own) return own.draft.form === 'validation' ? shown(talk, own, say.already) : answer(say.draftInTheWay);
  const statements = of === 'objectives' ? objectives(talk) : await linesOfSynthesis(talk);
  if (isRefusal(statements)) return refusal(talk, statements);
  if (statements.length === 0) return answer(say.nothing);
  const row = await startDraft(talk, draftOf(talk, of, statements.slice(0, MOST_ASKED)));
  if (isRefusal(row)) return refusal(talk, row);
  const left = statements.length - MOST_ASKED;
  return shown(talk, row, say.prepared(promptsOf(row.draft).length), ...(left > 0 ? [say.left(left)] : []));
}

async function shown(talk: Talk, row: DraftRow, ...lead: readonly string[]): Promise<Reply> {
  const found = await ofDraft(talk, row);
  return isRefusal(found) ? refusal(talk, found) : review(talk, found, ...lead);
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
    ownText(Object.fromEntries(languages.map((lang) => [lang, text(phrasesIn(lang, languages).validation)])));
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
