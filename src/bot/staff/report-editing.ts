/** What is said of a synthesis, of the annual report in its place: reworded, read again, signed. */
import { ofReports } from '../../app/report/show-report.ts';
import { refuse } from '../../core/refusal.ts';
import type { Phrases } from '../locales/fr.ts';
import { answer, type Reply, refusal, type Talk } from '../talk.ts';
import { teamCommand } from '../team-command.ts';
import { onStaffMessage } from './dialogue.ts';
import { onProofreading } from './proofreading.ts';
import { proofreadingCommand } from './proofreading-command.ts';

export async function onReportEdit(talk: Talk, asked: string): Promise<Reply | null> {
  const { team, report } = talk.say;
  const say: Phrases = {
    ...talk.say,
    team: { ...team, signed: report.signed, signedNext: report.signedNext },
    proofreading: readAgain(talk.say),
    refusals: (refused) => report.refusals[refused.code] ?? talk.say.refusals(refused),
  };
  const about: Talk = { ...talk, text: asked, tx: ofReports(talk.tx), say };
  const read = proofreadingCommand(asked);
  const edits = read === null ? EDITS.has(teamCommand(asked)?.does ?? '') : READS.has(read.does);
  if (!edits) return answer(report.editHow);
  if ((await talk.tx.reports.latest(talk.consultation.id)) === null)
    return refusal(talk, refuse('no-report'));
  return read === null ? onStaffMessage(about) : onProofreading(about, readAgain);
}

const readAgain = ({ proofreading, report }: Phrases): Phrases['proofreading'] => ({
  ...proofreading,
  ...report.proofreading,
});

const READS: ReadonlySet<string> = new Set(['show-edits', 'undo-edit', 'ask', 'read']);

const EDITS: ReadonlySet<string> = new Set([
  'reword',
  'introduce',
  'remove-line',
  'order',
  'move-line',
  'sign',
]);
