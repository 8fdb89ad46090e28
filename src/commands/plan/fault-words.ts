/** What is wrong with a plan's table, in words, with what to do; and what was noticed. */
import { nearest } from '../../content/nearest.ts';
import type { TableFault, TableFaultCode, TableRemark } from '../../core/plan/table/model.ts';
import type { Lang } from '../context.ts';
import { onOneLine } from '../terminal.ts';
import type { WorkbookFaultCode } from '../workbook/parts.ts';

type Details = Readonly<Record<string, string | number>>;
type Sayings<Code extends string> = Readonly<Record<Code, (details: Details) => string>>;

const FILES_FR: Sayings<WorkbookFaultCode> = {
  'not-a-workbook': () =>
    'ce n’est ni un classeur XLSX ni un CSV : enregistrez le tableau dans l’un de ces formats.',
  'old-workbook': () =>
    'c’est un classeur d’un ancien format (XLS), ou protégé par un mot de passe : enregistrez-le en XLSX, sans mot de passe.',
  'workbook-broken': () =>
    'ce classeur est abîmé : ouvrez-le dans votre tableur, puis enregistrez-le à nouveau en XLSX.',
  'workbook-too-large': ({ most }) =>
    `ce classeur est trop grand une fois ouvert (limite : ${most}) : gardez la seule feuille du plan, puis enregistrez-la à part.`,
  'workbook-links': () =>
    'ce classeur va chercher des données dans un autre fichier ou une base : collez les valeurs, rompez les liens (Données, Modifier les liens), puis enregistrez.',
  'workbook-macros': () =>
    'ce classeur contient des macros ou des objets incorporés : enregistrez-le en « Classeur Excel (.xlsx) » sans eux.',
  'workbook-entities': () =>
    'ce classeur contient ce qu’aucun tableur n’écrit (une déclaration DOCTYPE) : je ne le lis pas.',
  'sheet-unknown': ({ sheet }) => `il n’y a pas de feuille « ${sheet} ».`,
  'csv-broken': ({ line }) => `la ligne ${line} n’est pas du CSV : vérifiez ses guillemets.`,
};

const FILES_EN: Sayings<WorkbookFaultCode> = {
  'not-a-workbook': () => 'this is neither an XLSX workbook nor a CSV: save the table as one of these.',
  'old-workbook': () =>
    'this workbook has an older format (XLS), or a password: save it as XLSX, without a password.',
  'workbook-broken': () =>
    'this workbook is damaged: open it in your spreadsheet, then save it again as XLSX.',
  'workbook-too-large': ({ most }) =>
    `this workbook is too large once opened (limit: ${most}): keep the plan’s sheet alone, and save it apart.`,
  'workbook-links': () =>
    'this workbook takes data from another file or a database: paste the values, break the links (Data, Edit links), then save it.',
  'workbook-macros': () =>
    'this workbook holds macros or embedded objects: save it as “Excel workbook (.xlsx)” without them.',
  'workbook-entities': () =>
    'this workbook holds what no spreadsheet writes (a DOCTYPE declaration): I don’t read it.',
  'sheet-unknown': ({ sheet }) => `there is no sheet "${sheet}".`,
  'csv-broken': ({ line }) => `line ${line} is not CSV: check its quotes.`,
};

const FAULTS_FR: Sayings<TableFaultCode> = {
  'header-missing': () =>
    'je ne trouve pas la ligne des titres : il faut une colonne « Action » et au moins une autre (Axe, Opérateur, Budget, Moyens, Indicateurs…).',
  'no-action': () => 'il n’y a aucune action sous les titres.',
  'axis-unknown': ({ found, near, choices }) =>
    `« ${found} » n’est pas un axe de la consultation ; ${near}attendu : ${choices}.`,
  'action-missing': () => 'il manque l’action : cette ligne n’a personne à compléter au-dessus d’elle.',
  'action-twice': ({ found, first }) =>
    `« ${found} » est déjà à la ligne ${first} : deux actions d’un même axe ne portent pas le même nom. Précisez l’une, ou fusionnez les cellules.`,
  'state-unknown': ({ found, near, choices }) =>
    `« ${found} » n’est pas un état ; ${near}attendu : ${choices}.`,
  formula: () => 'cette cellule est une formule : collez sa valeur à la place.',
  'cell-too-long': ({ length, longest }) =>
    `${length} caractères dans une cellule qui en attend ${longest} au plus.`,
  'control-character': () => 'cette cellule contient un caractère de contrôle (NUL…) : retapez-la.',
  'too-many-actions': ({ most }) => `plus de ${most} actions : est-ce bien un plan ?`,
};

const FAULTS_EN: Sayings<TableFaultCode> = {
  'header-missing': () =>
    'I can’t find the line of titles: there must be a column "Action" and at least one more (Axis, Operator, Budget, Means, Indicators…).',
  'no-action': () => 'there is no action under the titles.',
  'axis-unknown': ({ found, near, choices }) =>
    `"${found}" is no axis of the consultation; ${near}expected: ${choices}.`,
  'action-missing': () => 'the action is missing: there is none above for this line to go on with.',
  'action-twice': ({ found, first }) =>
    `"${found}" is on line ${first} already: two actions of one axis don’t bear one name. Tell them apart, or merge the cells.`,
  'state-unknown': ({ found, near, choices }) => `"${found}" is no state; ${near}expected: ${choices}.`,
  formula: () => 'this cell is a formula: paste its value instead.',
  'cell-too-long': ({ length, longest }) => `${length} characters in a cell that takes ${longest} at most.`,
  'control-character': () => 'this cell holds a control character (NUL…): type it again.',
  'too-many-actions': ({ most }) => `more than ${most} actions: is this a plan?`,
};

const REMARKS_FR: Sayings<TableRemark['code']> = {
  'budget-unread': ({ found }) => `je ne lis pas de montant dans « ${found} » : gardé tel quel.`,
  'calendar-unread': ({ found }) => `je ne lis pas de date dans « ${found} » : gardé tel quel.`,
  'total-left-out': () => 'une ligne de total, laissée de côté.',
  'rows-joined': ({ first }) => `complète l’action de la ligne ${first}.`,
};

const REMARKS_EN: Sayings<TableRemark['code']> = {
  'budget-unread': ({ found }) => `I read no amount in "${found}": kept as it is.`,
  'calendar-unread': ({ found }) => `I read no date in "${found}": kept as it is.`,
  'total-left-out': () => 'a line of totals, left out.',
  'rows-joined': ({ first }) => `goes on with the action of line ${first}.`,
};

const MOST_CHOICES = 12;

export function shown(details: TableFault['details'], french: boolean): Details {
  const said: Record<string, string | number> = { near: '' };
  for (const [name, value] of Object.entries(details))
    if (typeof value === 'string') said[name] = onOneLine(value, 80);
    else if (typeof value === 'number') said[name] = value;
  const { choices, found } = details;
  if (!Array.isArray(choices)) return said;
  const close = nearest(String(found ?? ''), choices as readonly string[]);
  return {
    ...said,
    choices: choices.slice(0, MOST_CHOICES).join(', ') + (choices.length > MOST_CHOICES ? '…' : ''),
    near: close === null ? '' : french ? `le plus proche : « ${close} » ; ` : `nearest: "${close}"; `,
  };
}

/** `plan.xlsx:12:3  « Opérateur » : …` */
export function faultSaid(file: string, fault: TableFault, lang: Lang): string {
  const french = lang !== 'en';
  const { line, column, header, code, details } = fault;
  const title =
    header === null ? '' : french ? `« ${onOneLine(header, 40)} » : ` : `"${onOneLine(header, 40)}": `;
  return `${file}:${line}:${column}  ${title}${(french ? FAULTS_FR : FAULTS_EN)[code](shown(details, french))}`;
}

export const remarkSaid = (file: string, { line, column, code, details }: TableRemark, lang: Lang): string =>
  `${file}:${line}:${column}  ${(lang === 'en' ? REMARKS_EN : REMARKS_FR)[code](shown(details, lang !== 'en'))}`;

export const fileFaultSaid = (file: string, code: WorkbookFaultCode, details: Details, lang: Lang): string =>
  `${file}: ${(lang === 'en' ? FILES_EN : FILES_FR)[code](shown(details, lang !== 'en'))}`;
