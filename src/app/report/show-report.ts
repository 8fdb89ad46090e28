/** An annual report as it is read: as a signed synthesis is, with what was passed over and why. */
import { localDay } from '../../core/consultation/local-day.ts';
import { inLang } from '../../core/consultation/text.ts';
import { passageOf } from '../../core/gate/gate.ts';
import { isRefusal, type Refusal, refuse } from '../../core/refusal.ts';
import type { ReportDocument } from '../../core/report/document.ts';
import { perform, type Scene } from '../perform.ts';
import type { Transaction } from '../ports/store.ts';
import type { SynthesisRow } from '../ports/syntheses.ts';
import { documentOf, type PaperNeeds } from '../synthesis/show-synthesis.ts';

type Needs = PaperNeeds | 'reports' | 'gates';

/** The latest one when no number is given. Once published, everybody known here may read it; before, the team. */
export async function showReport(
  scene: Scene<Needs>,
  number: number | null,
): Promise<ReportDocument | Refusal> {
  const { tx, consultation } = scene;
  const row =
    number === null
      ? await tx.reports.latest(consultation.id)
      : await tx.reports.byNumber(consultation.id, number);
  if (row === null || row.state === 'dropped') return refuse('no-report');
  const published = passageOf(await tx.gates.of(consultation.id), 'report', String(row.number)) !== null;
  const verb = published ? 'report.read' : 'report.show';
  return perform(scene, { verb, subjectType: 'report', subjectId: row.id }, () => reportOf(scene, row));
}

/** On no record. An unsigned draft is the team's. */
export async function reportOf(scene: Scene<Needs>, row: SynthesisRow): Promise<ReportDocument | Refusal> {
  const { tx, consultation } = scene;
  const { content } = consultation;
  const { report: facts, lang } = row.body;
  if (facts === undefined) throw new Error(`${row.id} is no report`);
  const asPapers = { ...scene, tx: ofReports(tx) };
  const document = await documentOf(asPapers, row, row.state === 'signed' ? 'public' : 'internal');
  if (isRefusal(document)) return document;
  const label = (key: string) => {
    const body = content.rules.decisions.bodies.find((one) => one.key === key);
    return body ? inLang(body.label, lang, content.languages) : key;
  };
  const passages = await tx.gates.of(consultation.id);
  const published = passageOf(passages, 'report', String(row.number));
  const over = passages.filter((one) => {
    if (one.override === null || one.takenBackAt !== null) return false;
    const day = localDay(one.at, content.zone);
    return one.gate === 'phase' ? day >= facts.from && day <= facts.to : one.id === published?.id;
  });
  const reasons = await tx.words.texts(over.flatMap(({ override }) => override?.reason ?? []));
  return {
    document,
    facts: {
      ...facts,
      adopted: facts.adopted.map((one) => ({ ...one, body: label(one.body) })),
    },
    publishedOn: published === null ? null : localDay(published.at, content.zone),
    debt: [
      ...Object.entries(facts.debt.answers).map(([key, refs]) => ({ body: label(key), refs })),
      ...Object.entries(facts.debt.adjustments).map(([key, refs]) => ({ body: label(key), refs })),
    ],
    passedOver: over.map((one) => {
      const phase = content.phases.find(({ key }) => one.gate === 'phase' && key === one.subject);
      return {
        phase: phase ? inLang(phase.label, lang, content.languages) : null,
        on: localDay(one.at, content.zone),
        reason: reasons.get(one.override!.reason) ?? null,
      };
    }),
  };
}

/** The annual reports in the place of syntheses: what edits, reads again and signs the ones does it to the others. */
export const ofReports = <Tx extends Pick<Transaction, 'reports'>>(
  tx: Tx,
): Tx & Pick<Transaction, 'syntheses'> => ({ ...tx, syntheses: tx.reports });
