/** The annual report in chat: drafted, edited and signed as a synthesis is, then published and announced. */
import { draftReport } from '../../app/report/draft-report.ts';
import { publishReport, type ReportPublished, reportDebt } from '../../app/report/publish-report.ts';
import { showReport } from '../../app/report/show-report.ts';
import type { Block } from '../../chat/outbound.ts';
import { localDay } from '../../core/consultation/local-day.ts';
import { countOf, onRecord } from '../../core/gate/gate.ts';
import type { WordsId } from '../../core/ids.ts';
import { isRefusal } from '../../core/refusal.ts';
import type { ReportDocument } from '../../core/report/document.ts';
import type { SynthesisBody } from '../../core/synthesis/model.ts';
import { inTeam } from '../facilitator/dialogue.ts';
import { answer, line, list, type Reply, refusal, type Talk } from '../talk.ts';
import { lineSaid } from './draft.ts';
import { heldReply } from './gate.ts';
import { announceReport } from './report-announced.ts';
import { type ReportCommand, reportCommand } from './report-command.ts';
import { onReportEdit } from './report-editing.ts';

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
      return onReportEdit(talk, command.asked);
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
