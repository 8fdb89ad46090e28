/** What is wrong with a cell of a partners' file, in words, with what to do. */
import type { FileFault, FileFaultCode, FileRemark } from '../../app/person/partners-file/fault.ts';
import { nearest } from '../../content/nearest.ts';
import type { Lang } from '../context.ts';
import { onOneLine } from '../terminal.ts';

type Details = Readonly<Record<string, string | number>>;
type Sayings<Code extends string> = Readonly<Record<Code, (details: Details) => string>>;

const FRENCH: Sayings<FileFaultCode> = {
  'not-a-workbook': () =>
    'c’est un classeur ou une archive (XLSX, XLS, ODS, ZIP), pas un CSV : ouvrez-le dans votre tableur, puis « Enregistrer sous… CSV (séparateur : point-virgule) ».',
  'not-text': () => 'ce n’est pas un fichier de texte : donnez un CSV, en UTF-8 ou en Windows-1252.',
  'quote-open': () =>
    'un guillemet est ouvert dans cette ligne et jamais refermé : fermez-le, ou retirez-le.',
  'row-too-long': ({ longest }) =>
    `cette ligne dépasse ${longest} octets : il y a sans doute un guillemet ouvert et jamais refermé.`,
  'csv-broken': () => 'cette ligne n’est pas du CSV : vérifiez ses guillemets.',
  'header-missing': () =>
    'je ne trouve pas la ligne des titres : il faut au moins une colonne « nom » (ou « prénom » et « nom ») et une colonne « organisation ».',
  'cells-too-many': ({ cells, headers }) =>
    `cette ligne a ${cells} cellules pour ${headers} titres : un séparateur dans une cellule sans guillemets ?`,
  'control-character': () => 'cette cellule contient un caractère de contrôle (NUL…) : retapez-la.',
  'line-swallowed': () =>
    'cette cellule contient une autre ligne du fichier : un guillemet est de trop, ou il en manque un.',
  formula: ({ found }) => `« ${found} » est une formule : collez sa valeur à la place.`,
  'cell-too-long': ({ length, longest }) =>
    `${length} caractères dans une cellule qui en attend ${longest} au plus.`,
  'name-missing': ({ organisation }) =>
    `il manque le nom de la personne${organisation === '' ? '' : ` (${organisation})`} : on écrit à des personnes. Complétez, ou retirez la ligne.`,
  'organisation-missing': () =>
    'il manque l’organisation : complétez-la (seul un membre du Comité, avec son groupe, peut n’en avoir aucune).',
  'college-missing': ({ choices }) =>
    `il manque le type d’acteur ; attendu : ${choices}. Pour tout un fichier, ajoutez --college CLÉ.`,
  'college-unknown': ({ found, near, choices }) =>
    `« ${found} » n’est pas un type d’acteur ; ${near}attendu : ${choices}.`,
  'group-unknown': ({ found, near, choices }) =>
    `« ${found} » n’est pas un groupe du Comité ; ${near}attendu : ${choices}.`,
  'territory-unknown': ({ found, near }) =>
    `« ${found} » n’est pas un territoire de la consultation ; ${near}plusieurs territoires se séparent par une virgule ou un point-virgule.`,
  'capacity-unknown': ({ found }) => `« ${found} » : attendu « élu·e » ou « agent·e ».`,
  'place-unknown': ({ found }) => `« ${found} » : attendu « titulaire » ou « suppléant·e ».`,
  'lang-unknown': ({ found, near, choices }) =>
    `« ${found} » n’est pas une langue de la consultation ; ${near}attendu : ${choices}.`,
  'channel-unknown': ({ found, near }) =>
    `« ${found} » n’est pas un canal ; ${near}attendu : Slack, Matrix, page, e-mail, téléphone ou courrier.`,
  'register-unknown': ({ found }) =>
    `« ${found} » n’est ni un SIRET (14 chiffres) ni un numéro RNA (W et 9 caractères, comme W595000000).`,
  'siret-rounded': ({ found }) =>
    `« ${found} » : le tableur a arrondi ce SIRET. Mettez la colonne au format Texte, puis ressaisissez-le.`,
  'siret-is-siren': ({ found }) =>
    `« ${found} » est un SIREN (9 chiffres) : donnez le SIRET du siège (14 chiffres).`,
  'siret-length': ({ found }) =>
    `« ${found} » n’a pas les 14 chiffres d’un SIRET : un zéro perdu au début ? Mettez la colonne au format Texte.`,
  'siret-checksum': ({ found }) =>
    `« ${found} » n’est pas un SIRET : sa clé de contrôle est fausse, vérifiez les chiffres.`,
  'email-form': ({ found }) => `« ${found} » n’est pas une adresse e-mail.`,
  'email-several': ({ found }) =>
    `« ${found} » : une seule adresse e-mail par personne. Gardez celle qu’elle lit.`,
  'slack-form': ({ found }) =>
    `« ${found} » n’est pas un identifiant Slack : attendu U061F7AUR, ou T012AB3C4:U061F7AUR (profil → ⋮ → copier l’identifiant).`,
  'slack-workspace': ({ found }) =>
    `« ${found} » ne dit pas l’espace Slack : écrivez T…:${found}, ou ajoutez --slack-workspace T….`,
  'matrix-form': ({ found }) =>
    `« ${found} » n’est pas un identifiant Matrix : attendu @prenom.nom:serveur.fr.`,
  'person-twice': ({ name, first }) =>
    `« ${name} » est déjà à la ligne ${first} pour la même organisation : retirez l’une des deux, ou distinguez deux homonymes par leur nom.`,
  'account-shared': ({ found, name, first }) =>
    `« ${found} » est déjà le compte de ${name}, ligne ${first} : un compte est à une personne.`,
  'register-differs': ({ found, other, first }) =>
    `« ${found} » : la ligne ${first} donne ${other} pour la même organisation.`,
};

const ENGLISH: Sayings<FileFaultCode> = {
  'not-a-workbook': () =>
    'this is a workbook or an archive (XLSX, XLS, ODS, ZIP), no CSV: open it in your spreadsheet, then "Save as… CSV".',
  'not-text': () => 'this is no text file: give a CSV, in UTF-8 or Windows-1252.',
  'quote-open': () => 'a quote is opened in this line and never closed: close it, or take it out.',
  'row-too-long': ({ longest }) =>
    `this line exceeds ${longest} bytes: most likely a quote was opened and never closed.`,
  'csv-broken': () => 'this line is no CSV: check its quotes.',
  'header-missing': () =>
    'I can’t find the line of titles: a column "name" (or "first name" and "last name") and a column "organisation" are needed at least.',
  'cells-too-many': ({ cells, headers }) =>
    `this line has ${cells} cells for ${headers} titles: a separator in a cell without quotes?`,
  'control-character': () => 'this cell holds a control character (NUL…): type it again.',
  'line-swallowed': () =>
    'this cell holds another line of the file: a quote is missing, or there is one too many.',
  formula: ({ found }) => `"${found}" is a formula: paste its value instead.`,
  'cell-too-long': ({ length, longest }) => `${length} characters in a cell that takes ${longest} at most.`,
  'name-missing': ({ organisation }) =>
    `the person’s name is missing${organisation === '' ? '' : ` (${organisation})`}: we write to people. Fill it in, or drop the line.`,
  'organisation-missing': () =>
    'the organisation is missing: fill it in (only a member of the committee, with their group, may have none).',
  'college-missing': ({ choices }) =>
    `the type of actor is missing; expected: ${choices}. For a whole file, add --college KEY.`,
  'college-unknown': ({ found, near, choices }) =>
    `"${found}" is no type of actor; ${near}expected: ${choices}.`,
  'group-unknown': ({ found, near, choices }) =>
    `"${found}" is no group of the committee; ${near}expected: ${choices}.`,
  'territory-unknown': ({ found, near }) =>
    `"${found}" is no territory of the consultation; ${near}several territories are separated by a comma or a semicolon.`,
  'capacity-unknown': ({ found }) => `"${found}": expected "elected" or "agent".`,
  'place-unknown': ({ found }) => `"${found}": expected "holder" or "substitute".`,
  'lang-unknown': ({ found, near, choices }) =>
    `"${found}" is no language of the consultation; ${near}expected: ${choices}.`,
  'channel-unknown': ({ found, near }) =>
    `"${found}" is no channel; ${near}expected: Slack, Matrix, page, e-mail, phone or post.`,
  'register-unknown': ({ found }) =>
    `"${found}" is neither a SIRET (14 digits) nor an RNA number (W and 9 characters, as W595000000).`,
  'siret-rounded': ({ found }) =>
    `"${found}": the spreadsheet rounded this SIRET. Set the column to Text, then type it again.`,
  'siret-is-siren': ({ found }) =>
    `"${found}" is a SIREN (9 digits): give the SIRET of the head office (14 digits).`,
  'siret-length': ({ found }) =>
    `"${found}" has not the 14 digits of a SIRET: a zero lost at the start? Set the column to Text.`,
  'siret-checksum': ({ found }) =>
    `"${found}" is no SIRET: its check digit is wrong, look at the digits again.`,
  'email-form': ({ found }) => `"${found}" is no e-mail address.`,
  'email-several': ({ found }) => `"${found}": one e-mail address a person. Keep the one they read.`,
  'slack-form': ({ found }) =>
    `"${found}" is no Slack id: expected U061F7AUR, or T012AB3C4:U061F7AUR (profile → ⋮ → copy member ID).`,
  'slack-workspace': ({ found }) =>
    `"${found}" doesn’t say the Slack workspace: write T…:${found}, or add --slack-workspace T….`,
  'matrix-form': ({ found }) => `"${found}" is no Matrix id: expected @first.last:server.org.`,
  'person-twice': ({ name, first }) =>
    `"${name}" is on line ${first} already for the same organisation: drop one of the two, or tell two namesakes apart by their names.`,
  'account-shared': ({ found, name, first }) =>
    `"${found}" is the account of ${name}, line ${first}: an account is one person’s.`,
  'register-differs': ({ found, other, first }) =>
    `"${found}": line ${first} gives ${other} for the same organisation.`,
};

const MOST_CHOICES = 12;

/** `file:line:column  « header » : sentence`, as editors and terminals link it; the sheet's row where it is another. */
export function formatFault(file: string, fault: FileFault, lang: Lang): string {
  const { line, row, column, header, code, details } = fault;
  const french = lang !== 'en';
  const shown: Record<string, string | number> = { near: '' };
  for (const [name, value] of Object.entries(details))
    if (typeof value === 'string') shown[name] = onOneLine(value, 80);
    else if (typeof value === 'number') shown[name] = value;
  const { choices, valid } = details;
  if (Array.isArray(choices))
    shown.choices = choices.slice(0, MOST_CHOICES).join(', ') + (choices.length > MOST_CHOICES ? '…' : '');
  if (Array.isArray(valid)) {
    const close = nearest(String(details.found ?? ''), valid as readonly string[]);
    if (close !== null) shown.near = french ? `le plus proche : « ${close} » ; ` : `nearest: "${close}"; `;
  }
  const title =
    header === null ? '' : french ? `« ${onOneLine(header, 40)} » : ` : `"${onOneLine(header, 40)}": `;
  const place = row === line ? '' : french ? ` (rangée ${row} du tableur)` : ` (row ${row} of the sheet)`;
  return `${file}:${line}:${column}  ${title}${(french ? FRENCH : ENGLISH)[code](shown)}${place}`;
}

const REMARKS_FR: Sayings<FileRemark['code']> = {
  'mailbox-shared': ({ email, name, other, first }) =>
    `${email} sert à ${name} et à ${other} (ligne ${first}) : une boîte partagée, ce qu’on y répondra sera attribué après avoir demandé qui parle.`,
  namesakes: ({ name, first }) =>
    `« ${name} » est aussi à la ligne ${first} : deux personnes ici ; si c’en est une seule, donnez-lui le même e-mail aux deux lignes.`,
  'telephone-odd': ({ telephone }) =>
    `« ${telephone} » ne ressemble pas à un numéro de téléphone : gardé tel quel.`,
  'channel-without-account': ({ name, channel }) =>
    `${name} préfère ${channel}, mais son identifiant n’y est pas donné.`,
  'college-differs': ({ organisation, first }) =>
    `« ${organisation} » n’a pas le même type d’acteur qu’à la ligne ${first} : chaque personne garde le sien.`,
  'organisation-differs': ({ organisation, found, other, first }) =>
    `« ${organisation} » : « ${found} » ici, « ${other} » à la ligne ${first}, que je garde.`,
  'contact-differs': ({ name, found, other }) =>
    `${name} : « ${found} » ici, « ${other} » plus haut, que je garde.`,
  'register-shared': ({ siret, organisation, other, first }) =>
    `« ${organisation} » et « ${other} » (ligne ${first}) ont le même SIRET ${siret} : deux organisations ici.`,
  replaced: ({ name, organisation }) =>
    `${name} a été remplacé·e pour « ${organisation} » : la ligne n’y change rien.`,
  'two-people': ({ name, other }) =>
    `« ${name} » correspond aussi à « ${other} », déjà inscrit·e : j’ai pris la même organisation ou le même compte.`,
};

const REMARKS_EN: Sayings<FileRemark['code']> = {
  'mailbox-shared': ({ email, name, other, first }) =>
    `${email} serves ${name} and ${other} (line ${first}): a shared mailbox; who speaks will be asked before anything is taken as theirs.`,
  namesakes: ({ name, first }) =>
    `"${name}" is on line ${first} too: two people here; if they are one, give both lines the same e-mail.`,
  'telephone-odd': ({ telephone }) => `"${telephone}" doesn’t look like a telephone number: kept as it is.`,
  'channel-without-account': ({ name, channel }) =>
    `${name} prefers ${channel}, but no account there is given.`,
  'college-differs': ({ organisation, first }) =>
    `"${organisation}" has not the type of actor of line ${first}: each person keeps their own.`,
  'organisation-differs': ({ organisation, found, other, first }) =>
    `"${organisation}": "${found}" here, "${other}" on line ${first}, which I keep.`,
  'contact-differs': ({ name, found, other }) =>
    `${name}: "${found}" here, "${other}" higher up, which I keep.`,
  'register-shared': ({ siret, organisation, other, first }) =>
    `"${organisation}" and "${other}" (line ${first}) have the same SIRET ${siret}: two organisations here.`,
  replaced: ({ name, organisation }) =>
    `${name} was replaced for "${organisation}": the line changes nothing there.`,
  'two-people': ({ name, other }) =>
    `"${name}" fits "${other}" too, enrolled already: I took the same organisation or the same account.`,
};

export function remarkIn(lang: Lang, { code, details }: FileRemark): string {
  const shown = Object.fromEntries(
    Object.entries(details).map(([name, value]) => [
      name,
      typeof value === 'string' ? onOneLine(value, 80) : value,
    ]),
  );
  return (lang === 'en' ? REMARKS_EN : REMARKS_FR)[code](shown);
}
