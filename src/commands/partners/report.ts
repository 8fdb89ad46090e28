/** What an import of partners did, for people and as JSON. */
import type { PartnersImported } from '../../app/person/import-partners.ts';
import { type Context, count, s, say } from '../context.ts';
import { onOneLine } from '../terminal.ts';
import { remarkIn } from './fault-words.ts';
import type { FirstReading } from './read-file.ts';

export function reportOf(
  first: FirstReading,
  imported: PartnersImported,
  also: {
    readonly file: string;
    readonly consultation: string;
    readonly dryRun: boolean;
    readonly seconds: { readonly read: number; readonly stored: number };
  },
) {
  return {
    file: also.file,
    consultation: also.consultation,
    dryRun: also.dryRun,
    encoding: first.encoding,
    separator: first.separator,
    headerLine: first.headerLine,
    unreadColumns: first.columns.unread.map(({ header, column }) => ({ header, column: column + 1 })),
    ...imported,
    remarks: [...first.remarks, ...imported.remarks].sort((a, b) => a.line - b.line),
    seconds: also.seconds,
  };
}

const MOST_SHOWN = 12;
const ENCODINGS = { 'utf-8': 'UTF-8', 'utf-16le': 'UTF-16', 'windows-1252': 'Windows-1252' } as const;

const FIELDS: Readonly<Record<string, readonly [fr: string, en: string]>> = {
  name: ['nom', 'name'],
  organisation: ['une organisation de plus', 'one more organisation'],
  college: ['type d’acteur', 'type of actor'],
  jobTitle: ['fonction', 'function'],
  capacity: ['élu·e ou agent·e', 'elected or agent'],
  substitute: ['titulaire ou suppléant·e', 'holder or substitute'],
  acronym: ['sigle', 'acronym'],
  siret: ['SIRET', 'SIRET'],
  rna: ['RNA', 'RNA'],
  seat: ['siège', 'seat'],
  territories: ['territoires', 'territories'],
  email: ['e-mail', 'e-mail'],
  telephone: ['téléphone', 'telephone'],
  preferred: ['canal préféré', 'preferred channel'],
  lang: ['langue', 'language'],
  account: ['compte', 'account'],
  group: ['groupe du Comité', 'group of the committee'],
};

/** What was done, what changed, who is not in the file, what was noticed. */
export function reportInWords(context: Context, report: ReturnType<typeof reportOf>): string[] {
  const n = (figure: number) => count(context, figure);
  const lines: string[] = [];
  const tell = (fr: string, en: string) => lines.push(say(context, fr, en));
  const { people } = report;
  tell(
    `${report.dryRun ? 'Essai, rien n’est enregistré. ' : ''}${n(report.lines)} ligne${s(report.lines)} de ${report.file} (${ENCODINGS[report.encoding]}, séparateur ${named(report.separator, true)}) dans « ${report.consultation} ».`,
    `${report.dryRun ? 'Dry run, nothing is stored. ' : ''}${n(report.lines)} ${report.lines === 1 ? 'line' : 'lines'} of ${report.file} (${ENCODINGS[report.encoding]}, separated by ${named(report.separator, false)}) into "${report.consultation}".`,
  );
  tell(
    `Personnes : ${n(people.new)} nouvelle${s(people.new)}, ${n(people.updated)} mise${s(people.updated)} à jour, ${n(people.unchanged)} inchangée${s(people.unchanged)}. Organisations nouvelles : ${n(report.organisations)}.`,
    `People: ${n(people.new)} new, ${n(people.updated)} updated, ${n(people.unchanged)} unchanged. New organisations: ${n(report.organisations)}.`,
  );
  if (report.onPage > 0)
    tell(
      `Sans compte Slack ni Matrix dans ce fichier : ${n(report.onPage)}. Slack reconnaît qui y a cet e-mail ; les autres répondent sur la page, par leur lien personnel : « npx tour partners links FICHIER ».`,
      `Without a Slack or Matrix account in this file: ${n(report.onPage)}. Slack knows those with that e-mail there; the others answer on the page, by their personal link: "npx tour partners links FILE".`,
    );
  const list = <Item>(
    items: readonly Item[],
    title: readonly [string, string],
    each: (item: Item) => string,
  ) => {
    if (items.length === 0) return;
    lines.push('', say(context, ...title));
    lines.push(...items.slice(0, MOST_SHOWN).map((item) => `  ${each(item)}`));
    const more = items.length - MOST_SHOWN;
    if (more > 0)
      tell(
        `  … et ${n(more)} autres (--json les donne tous).`,
        `  … and ${n(more)} more (--json gives all).`,
      );
  };
  const lineOf = (line: number) => say(context, `ligne ${line}`, `line ${line}`);
  list(
    report.unreadColumns,
    ['Colonnes non reconnues, non lues :', 'Columns not recognised, not read:'],
    (one) => `${one.column}. ${onOneLine(one.header, 60)}`,
  );
  list(report.updates, ['Mises à jour :', 'Updated:'], ({ line, name, fields }) => {
    const what = fields.map((field) => say(context, ...(FIELDS[field] ?? [field, field])));
    return `${lineOf(line)}, ${onOneLine(name, 60)} : ${what.join(', ')}`;
  });
  list(
    report.renamed,
    ['Reconnues sous un autre nom :', 'Recognised under another name:'],
    ({ line, from, to }) => `${lineOf(line)}, ${onOneLine(from, 60)} → ${onOneLine(to, 60)}`,
  );
  list(
    report.missing,
    [
      'Inscrites, et absentes de ce fichier (elles restent inscrites) :',
      'Enrolled, and not in this file (they stay enrolled):',
    ],
    ({ name, organisations }) => `${onOneLine(name, 60)} (${onOneLine(organisations.join(', '), 80)})`,
  );
  list(
    report.remarks,
    ['À savoir :', 'Worth knowing:'],
    (remark) => `${lineOf(remark.line)}, ${remarkIn(context.lang, remark)}`,
  );
  return lines;
}

const named = (separator: string, french: boolean): string =>
  separator === '\t' ? (french ? 'tabulation' : 'tabs') : `« ${separator} »`;
