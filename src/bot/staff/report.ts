/** The annual report in chat: drafted, edited and signed as a synthesis is, then published and announced. */
import { draftReport } from '../../app/report/draft-report.ts';
import {
  publishReport,
  type ReportCited,
  type ReportPublished,
  reportDebt,
} from '../../app/report/publish-report.ts';
import { ofReports, showReport } from '../../app/report/show-report.ts';
import type { Block } from '../../chat/outbound.ts';
import { localDay } from '../../core/consultation/local-day.ts';
import { inLang } from '../../core/consultation/text.ts';
import { countOf, onRecord } from '../../core/gate/gate.ts';
import type { InboundId, WordsId } from '../../core/ids.ts';
import { isRefusal, refuse } from '../../core/refusal.ts';
import type { ReportDocument } from '../../core/report/document.ts';
import type { SynthesisBody } from '../../core/synthesis/model.ts';
import { enclosing } from '../documents/files.ts';
import { inTeam } from '../facilitator/dialogue.ts';
import type { Phrases } from '../locales/fr.ts';
import { answer, greeted, line, list, type Reply, refusal, type Talk } from '../talk.ts';
import { teamCommand } from '../team-command.ts';
import { tellPeople } from '../tell-people.ts';
import { onStaffMessage } from './dialogue.ts';
import { lineSaid } from './draft.ts';
import { heldReply } from './gate.ts';
import { onProofreading } from './proofreading.ts';
import { proofreadingCommand } from './proofreading-command.ts';
import { type ReportCommand, reportCommand } from './report-command.ts';

/** null when it is nothing of the kind. */
export async function onReport(talk: Talk): Promise<Reply | null> {
  if (!inTeam(talk)) return null;
  const command = reportCommand(talk.text);
  switch (command?.does) {
    case 'draft-report':
      return onDraft(talk, command);
    case 'show-report':
      return onShow(talk);
    case 'publish-report':
      return onPublish(talk);
    case 'edit-report':
      return onEdit(talk, command.asked);
    case undefined:
      return null;
  }
}

async function onDraft(
  talk: Talk,
  { year }: Extract<ReportCommand, { does: 'draft-report' }>,
): Promise<Reply> {
  const today = localDay(talk.now, talk.consultation.content.zone);
  const drafted = await draftReport(talk, year ?? Number(today.slice(0, 4)));
  return isRefusal(drafted) ? refusal(talk, drafted) : onShow(talk);
}

async function onShow(talk: Talk): Promise<Reply> {
  const shown = await showReport(talk, null);
  if (isRefusal(shown)) return refusal(talk, shown);
  const row = (await talk.tx.reports.latest(talk.consultation.id))!;
  const { report: say } = talk.say;
  return answer(
    say.title(shown.facts.year, shown.document.number, shown.document.consultation.title),
    ...bodyBlocks(talk, row.body, shown),
    shown.publishedOn !== null
      ? say.publishedOn(talk.say.day(shown.publishedOn))
      : row.state === 'signed'
        ? say.signedNext
        : say.draftNext(row.body.axes.find(({ lines }) => lines.length > 0)?.lines[0]?.id ?? '1.1'),
  );
}

function bodyBlocks(
  { say }: Talk,
  body: SynthesisBody,
  { document, debt, facts }: ReportDocument,
): (Block | string)[] {
  return [
    ...(body.introduction ? [line({ words: body.introduction })] : []),
    ...body.axes.flatMap((axis, at) => {
      const shown = document.axes[at]!;
      return [
        line({ text: say.report.axis(axis.axis, shown.title), strong: true as const }),
        ...(axis.introduction ? [line({ words: axis.introduction })] : []),
        axis.lines.length > 0
          ? list(
              ...axis.lines.map((one, place) => lineSaid(say, one, shown.lines[place]?.quote != null, axis)),
            )
          : say.report.nothing,
      ];
    }),
    ...(facts.alerts.length > 0 ? [say.report.alerts(facts.alerts.length)] : []),
    debt.length === 0
      ? say.report.nothingOwed
      : say.report.owed(say.listed(debt.map(({ body, refs }) => `${body} (${refs.join(', ')})`))),
  ];
}

/** What is said of a synthesis, of the report in its place. */
async function onEdit(talk: Talk, asked: string): Promise<Reply | null> {
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

async function onPublish(talk: Talk): Promise<Reply> {
  const published = await publishReport(talk, null);
  if (!isRefusal(published)) return announced(talk, published);
  if (published.code !== 'report-held') return refusal(talk, published);
  const held = await reportDebt(talk);
  if (held === null || isRefusal(held)) return refusal(talk, published);
  const number = (await talk.tx.reports.latest(talk.consultation.id))!.number;
  return heldReply(talk, 'report', String(number), { held, count: countOf(onRecord(held)) });
}

export async function publishOver(talk: Talk, _: string, reason: WordsId): Promise<Reply> {
  const published = await publishReport(talk, reason);
  return isRefusal(published) ? refusal(talk, published) : announced(talk, published);
}

async function announced(talk: Talk, done: ReportPublished): Promise<Reply> {
  await announceReport(talk, done, talk.inboundId);
  return answer(talk.say.report.published(done.row.body.report!.year, done.told.length));
}

/** A message to each of those it cites, with the document. */
export async function announceReport(
  to: Parameters<typeof tellPeople>[0],
  { row, told }: ReportPublished,
  inboundId: InboundId | null,
): Promise<void> {
  const { title, languages } = to.consultation.content;
  const { year } = row.body.report!;
  await tellPeople(
    to,
    told,
    'report',
    (say, at) => {
      const { person, refs }: ReportCited = told[at]!;
      const name = say.report.name(year, inLang(title, person.lang, languages));
      return {
        ...answer(
          say.report.announce(greeted(person), name),
          say.report.cites(say.listed(refs), refs.length),
        ),
        encloses: enclosing({ is: 'report', number: row.number, as: 'html' }, name),
      };
    },
    inboundId,
  );
}
