/** Which column of a partners' file says what, by its header: French or English, any order, usual variants. */
import { folded } from '../../../core/person/names.ts';

export const FIELDS = [
  'organisation',
  'acronym',
  'siret',
  'rna',
  'name',
  'given',
  'family',
  'jobTitle',
  'capacity',
  'place',
  'college',
  'group',
  'seat',
  'territories',
  'email',
  'telephone',
  'lang',
  'channel',
  'slack',
  'matrix',
] as const;
export type Field = (typeof FIELDS)[number];

const HEADERS: Readonly<Record<Field, readonly string[]>> = {
  organisation: [
    'organisation, organization, structure, organisme, entite, employeur, company, association, raison sociale',
    'denomination, nom de la structure, nom structure, nom de l organisation, nom de l organisme, partenaire',
    'name of the organisation, organisation name, organization name, collectivite, nom de l association',
  ],
  acronym: ['acronym, sigle, acronyme, abreviation, nom court, short name'],
  siret: [
    'siret, siret ou rna, siret rna, siret or rna, rna ou siret, n siret, no siret, numero siret, siret number',
    'n de siret, numero de siret, siret ou n rna, siret ou numero rna, n siret ou rna, n siret rna',
  ],
  rna: ['rna, n rna, no rna, numero rna, rna number, n de rna, n waldec, waldec'],
  name: [
    'nom et prenom, nom prenom, prenom nom, prenom et nom, nom complet, name, full name, contact, personne',
    'interlocuteur, interlocutrice, nom du contact, person, contact name, representant, representante',
    'nom du representant, representant e, nom prenom du contact, referent, referente, referent e',
  ],
  given: ['prenom, prenoms, first name, given name, firstname, forename'],
  family: ['nom, nom de famille, nom d usage, last name, family name, surname, lastname'],
  jobTitle: ['fonction, poste, job title, function, position, qualite, intitule du poste, job, role'],
  capacity: [
    'elu ou agent, elu agent, agent ou elu, elu e ou agent, elu e agent, elu e ou agent e, elected or agent',
    'elu, elu e, elue, elected, agent, agent e, elu ou technicien, elu technicien, capacity, elue ou agente',
  ],
  place: [
    'titulaire ou suppleant, titulaire suppleant, titulaire suppleant e, titulaire ou suppleant e, titulaire',
    'suppleant, suppleant e, suppleante, holder or substitute, holder, substitute, suppleance, holder substitute',
  ],
  college: [
    'type d acteur, type acteur, college, collège, type of actor, type, categorie, category, type de structure',
    'type d organisation, stakeholder type, actor type, college d acteurs, type de partenaire, types d acteurs',
  ],
  group: [
    'groupe du comite, comite groupe, groupe comite, committee group, groupe, comite, committee, group',
    'groupe du comite metropolitain, groupe au comite, group of the committee, college du comite',
  ],
  seat: [
    'siege, siege social, seat, head office, adresse, adresse du siege, adresse postale, commune du siege, commune',
    'ville, city, town, address, registered office, postal address',
  ],
  territories: [
    'territoires, territoire, territories, territory, territoires d intervention, territoire d intervention',
    'communes, communes d intervention, zone d intervention, zones d intervention, areas, secteur, secteurs',
    'perimetre, perimetre d intervention, territoire s, commune s',
  ],
  email: [
    'e mail, email, mail, mel, courriel, adresse e mail, adresse email, adresse mail, adresse mel, e mail address',
    'adresse electronique, adresse courriel, email address, mail address, mails, emails, e mails, courriels',
  ],
  telephone: [
    'telephone, tel, telephone portable, portable, mobile, phone, phone number, numero de telephone, ligne directe',
    'tel portable, tel fixe, telephone fixe, n de telephone, tel mobile, telephone mobile, fixe, gsm',
  ],
  lang: ['langue, language, lang, langues, langue preferee, preferred language, langue de contact'],
  channel: [
    'canal prefere, canal, preferred channel, channel, canal de contact, canal privilegie, contact par',
    'moyen de contact prefere, moyen de contact, canal de discussion, chat prefere, canal de communication',
  ],
  slack: ['slack, identifiant slack, slack id, compte slack, id slack, slack user id, slack user'],
  matrix: [
    'matrix, tchap, identifiant matrix, matrix id, compte matrix, id matrix, identifiant tchap, matrix user',
  ],
};

const KNOWN: ReadonlyMap<string, Field> = new Map(
  FIELDS.flatMap((field) =>
    HEADERS[field].flatMap((line) => line.split(', ')).map((header) => [folded(header), field] as const),
  ),
);

export interface Columns {
  readonly headers: readonly string[];
  /** The cell of each field, from 0. */
  readonly at: ReadonlyMap<Field, number>;
  /** Headers nothing is read from, with their cell. */
  readonly unread: readonly { readonly header: string; readonly column: number }[];
}

/** A second column of the same meaning is not read, and said so. "Nom" beside "Prénom" is the family name. */
export function readHeaders(cells: readonly string[]): Columns {
  const at = new Map<Field, number>();
  const unread: { header: string; column: number }[] = [];
  const fields = cells.map((cell) => KNOWN.get(folded(cell)) ?? null);
  const alone = !fields.includes('given');
  fields.forEach((found, column) => {
    const field = found === 'family' && alone ? 'name' : found;
    if (field !== null && !at.has(field)) at.set(field, column);
    else if (cells[column]!.trim() !== '') unread.push({ header: cells[column]!, column });
  });
  return { headers: cells, at, unread };
}

/** A line that names people's columns, and not a title above them. */
export const isHeader = ({ at }: Columns): boolean =>
  (at.has('name') || at.has('family')) && (at.has('organisation') || at.has('email') || at.has('group'));
