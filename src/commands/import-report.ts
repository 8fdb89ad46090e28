/** What an import did, for people and as JSON. */
import type { ImportAttribution, Imported } from '../app/proposal/import-proposals.ts';
import type { ReadFile } from '../app/proposal/read-import.ts';
import type { Consultation } from '../core/consultation/model.ts';
import { axisOf } from '../core/proposal/model.ts';
import { type Context, count, say, share } from './context.ts';
import { onOneLine } from './terminal.ts';

export function importReport(
  read: ReadFile,
  imported: Imported,
  also: {
    readonly content: Consultation;
    readonly attribution: ImportAttribution;
    readonly dryRun: boolean;
    readonly seconds: { readonly read: number; readonly stored: number };
  },
) {
  const { labels } = read;
  return {
    consultation: also.content.key,
    dryRun: also.dryRun,
    attribution: also.attribution,
    rows: read.rows.length,
    repeated: read.repeated,
    added: imported.added,
    already: imported.already,
    refs: imported.refs,
    withoutAxis: read.withoutAxis,
    doubtful: read.doubtful,
    labels: labels && {
      ...labels,
      rightShare: labels.right / labels.labelled,
      majorityShare: labels.majority / labels.labelled,
    },
    unreadFields: read.unread,
    // How each text would be read: nothing of it is stored.
    ...(also.dryRun && { texts: read.rows.map(readingOf) }),
    seconds: also.seconds,
  };
}

const readingOf = ({ line, id, tags, because }: ReadFile['rows'][number]) => ({
  line,
  id,
  axis: axisOf({ tags }),
  because,
  tags: tags.map(({ dimension, value, source, confidence }) => ({ dimension, value, source, confidence })),
});

/** The lines people read: what entered, how it was read, the share of right themes, the time it took. */
export function reportInWords(context: Context, report: ReturnType<typeof importReport>): string[] {
  const n = (figure: number) => count(context, figure);
  const lines: string[] = [];
  const tell = (fr: string, en: string) => lines.push(say(context, fr, en));
  const refs = report.refs ? ` (${report.refs.join(' – ')})` : '';
  const added = say(
    context,
    `${n(report.added)} texte${report.added > 1 ? 's' : ''}`,
    `${n(report.added)} text${report.added === 1 ? '' : 's'}`,
  );
  const already = say(context, `déjà là : ${n(report.already)}`, `already there: ${n(report.already)}`);
  if (report.dryRun)
    tell(
      `Essai, rien n’est enregistré : ${added} ${report.added > 1 ? 'seraient importés' : 'serait importé'} dans « ${report.consultation} » ; ${already}.`,
      `Dry run, nothing is stored: ${added} would be imported into "${report.consultation}"; ${already}.`,
    );
  else
    tell(
      `${added} ${report.added > 1 ? 'importés' : 'importé'} dans « ${report.consultation} »${refs} ; ${already}.`,
      `${added} imported into "${report.consultation}"${refs}; ${already}.`,
    );
  if (report.repeated > 0)
    tell(
      `Lignes répétées (même id, même texte), prises une fois : ${n(report.repeated)}.`,
      `Repeated lines (same id, same text), taken once: ${n(report.repeated)}.`,
    );
  tell(
    report.attribution === 'none'
      ? 'Leurs mots sont comptés, jamais cités (--attribution none).'
      : 'Leurs mots peuvent être cités, sans nom (--attribution college).',
    report.attribution === 'none'
      ? 'Their words are counted, never quoted (--attribution none).'
      : 'Their words may be quoted, without a name (--attribution college).',
  );
  tell(
    `Lecture : ${n(report.withoutAxis)} sans axe, ${n(report.doubtful)} où la machine hésite (« npx tour proposals list --unsure »).`,
    `Reading: ${n(report.withoutAxis)} without an axis, ${n(report.doubtful)} where the machine hesitates ("npx tour proposals list --unsure").`,
  );
  const { labels } = report;
  if (labels)
    tell(
      `Thèmes justes : ${share(context, labels.right, labels.labelled)} (${n(labels.right)} des ${n(labels.labelled)} textes étiquetés ; ${share(context, labels.majority, labels.labelled)} en disant toujours le thème le plus fréquent ; ${n(labels.withoutAxis)} sans axe, comptés faux). Les étiquettes ne servent pas à lire.`,
      `Right themes: ${share(context, labels.right, labels.labelled)} (${n(labels.right)} of ${n(labels.labelled)} labelled texts; ${share(context, labels.majority, labels.labelled)} by always saying the most frequent theme; ${n(labels.withoutAxis)} without an axis, counted as wrong). Labels are not used to read.`,
    );
  if (labels && labels.otherLabel > 0)
    tell(
      `Textes qui portent une autre étiquette, non comptés : ${n(labels.otherLabel)}.`,
      `Texts that carry another label, not counted: ${n(labels.otherLabel)}.`,
    );
  if (report.unreadFields.length > 0) {
    const fields = onOneLine(report.unreadFields.slice(0, 12).join(', '), 120);
    tell(`Champs non repris : ${fields}.`, `Fields not kept: ${fields}.`);
  }
  const { read, stored } = report.seconds;
  tell(
    `En ${(read + stored).toFixed(1).replace('.', ',')} s (lecture ${read.toFixed(1).replace('.', ',')} s).`,
    `In ${(read + stored).toFixed(1)} s (reading ${read.toFixed(1)} s).`,
  );
  return lines;
}
