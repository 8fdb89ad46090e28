/** Which column of a plan's table says what, by its title: French or English, any order, usual variants. */
import { folded } from '../../person/names.ts';
import { type Scale, scaleOf } from '../amount.ts';
import type { SheetRow } from './model.ts';

export const FIELDS = [
  'key',
  'axis',
  'objective',
  'action',
  'description',
  'operator',
  'partners',
  'budget',
  'means',
  'calendar',
  'indicators',
  'target',
  'state',
  'notes',
] as const;
export type Field = (typeof FIELDS)[number];

const TITLES: Readonly<Record<Field, string>> = {
  key: 'cle, key, identifiant, id, ref, reference, code, n, no, numero, n action, numero de l action, code action',
  axis: 'axe, axis, axe strategique, axes, axes strategiques, orientation, orientation strategique, strategic axis, thematique, pilier',
  objective:
    'objectif, objective, objectif strategique, objectif operationnel, objectifs, objectifs operationnels, sous axe, sous objectif, enjeu, goal, mesure',
  action:
    'action, actions, intitule, intitule de l action, titre, titre de l action, nom de l action, libelle, action title, projet, fiche action, actions proposees, actions envisagees',
  description:
    'description, descriptif, contenu, detail, details, modalites, description de l action, contenu de l action, presentation, texte, content',
  operator:
    'operateur, operator, operateurs, porteur, pilote, pilotage, responsable, maitre d ouvrage, maitrise d ouvrage, porteur de l action, service pilote, lead, led by, owner, chef de file, operateur pressenti, operateurs pressentis',
  partners:
    'partenaires, partenaire, partners, partenariats, partenariat, partenaires associes, acteurs associes, partenaires pressentis',
  budget:
    'budget, cout, couts, montant, budget previsionnel, financement, financements, cout previsionnel, budget estime, cost, amount, enveloppe, budget mel, credits, budget total, estimation financiere',
  means:
    'moyens, means, ressources, moyens humains, moyens mobilises, moyens necessaires, moyens humains et techniques, resources, modalites de mise en oeuvre',
  calendar:
    'calendrier, calendar, echeance, echeancier, delai, delais, dates, date, periode, planning, echeances, calendrier previsionnel, timeline, schedule, annee, annees, mise en oeuvre',
  indicators:
    'indicateurs, indicateur, indicators, indicator, indicateurs de resultat, indicateurs de resultats, indicateur de resultat, indicateurs de suivi, indicateurs d evaluation, indicateurs de realisation, result indicators, resultats attendus, evaluation, suivi',
  target: 'cible, cibles, target, targets, valeur cible, objectif chiffre, valeur attendue',
  state: 'etat, state, statut, status, avancement, etat d avancement, realisation, progress',
  notes:
    'notes, note, remarques, remarque, observations, observation, commentaires, commentaire, comments, remarks',
};

const KNOWN: ReadonlyMap<string, Field> = new Map(
  FIELDS.flatMap((field) => TITLES[field].split(', ').map((title) => [title, field] as const)),
);

export interface Columns {
  readonly headers: readonly string[];
  /** The cells of each field, from 0: two columns of budget are read together. */
  readonly at: ReadonlyMap<Field, readonly number[]>;
  readonly unread: readonly { readonly header: string; readonly column: number }[];
  /** What amounts of the columns of budget are counted in. */
  readonly scale: Scale | null;
}

/** Several columns of one meaning are read one after the other, but for those that say which action it is. */
const ALONE: ReadonlySet<Field> = new Set(['key', 'axis', 'objective', 'action', 'state']);

/** A title may say a unit or a year after its name: "Budget (k€)", "Budget 2016", "Indicateurs : résultats". */
function fieldOf(title: string): Field | null {
  const whole = folded(title);
  const short = folded(
    title.replace(/\(.*?\)|\[.*?\]/gu, ' ').replace(/(?:19|20)\d\d|\b(?:k|m)?€|\ben (?:k€|euros)/giu, ' '),
  );
  const head = folded(title.split(/[:/\n]/u)[0] ?? '');
  return KNOWN.get(whole) ?? KNOWN.get(short) ?? KNOWN.get(head) ?? null;
}

export function columnsOf({ cells }: SheetRow): Columns {
  const at = new Map<Field, number[]>();
  const unread: { header: string; column: number }[] = [];
  cells.forEach(({ text, covered }, column) => {
    if (covered !== null || text.trim() === '') return;
    const field = fieldOf(text);
    if (field === null || (ALONE.has(field) && at.has(field))) unread.push({ header: text.trim(), column });
    else at.set(field, [...(at.get(field) ?? []), column]);
  });
  const headers = cells.map(({ text }) => text.trim());
  const scales = (at.get('budget') ?? []).map((column) => scaleOf(headers[column]!));
  return { headers, at, unread, scale: scales.find((one) => one !== null) ?? null };
}

/** A row that names columns, and not a title above them. */
export const isHeader = ({ at }: Columns): boolean =>
  at.has('action') && [...at.keys()].filter((field) => field !== 'action' && field !== 'key').length > 0;
