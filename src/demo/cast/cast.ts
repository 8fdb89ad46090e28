/** Everybody of the demo. Names, organisations, towns and services are made up; only the places they speak of exist. */
import { type Character, FICTITIOUS, type Host } from './character.ts';
import { DEVELOPMENT_DEPARTMENT } from './development-department.ts';
import { FOOD_AND_MOBILITY } from './food-and-mobility.ts';
import { HOUSING_AND_CARE } from './housing-and-care.ts';
import { NETWORKS_AND_FINANCE } from './networks-and-finance.ts';
import { OTHER_DEPARTMENTS } from './other-departments.ts';
import { QUIET } from './quiet.ts';
import { TEXTILE_AND_REUSE } from './textile-and-reuse.ts';
import { TOWNS } from './towns.ts';
import { VILLAGES } from './villages.ts';
import { WORK_AND_INTEGRATION } from './work-and-integration.ts';

const fictitious = <Someone extends { readonly organisation: string }>(someone: Someone): Someone => ({
  ...someone,
  organisation: `${someone.organisation} ${FICTITIOUS}`,
});

/** Invited partners, in the order of their colleges; every organisation carries the mark `FICTITIOUS`. */
export const CAST: readonly Character[] = [
  ...TEXTILE_AND_REUSE,
  ...FOOD_AND_MOBILITY,
  ...HOUSING_AND_CARE,
  ...NETWORKS_AND_FINANCE,
  ...WORK_AND_INTEGRATION,
  ...TOWNS,
  ...VILLAGES,
  ...DEVELOPMENT_DEPARTMENT,
  ...OTHER_DEPARTMENTS,
  ...QUIET,
].map(fictitious);

const TEAM = 'Équipe du plan ESS';

/** One facilitator, three staff members: one drafts, one signs, one decides nothing and reads what is disputed. */
export const HOSTS: readonly Host[] = (
  [
    { key: 'rachida', name: 'Rachida Lemesre', organisation: TEAM, role: 'facilitator', lang: 'fr' },
    { key: 'etienne', name: 'Étienne Facompré', organisation: TEAM, role: 'staff', lang: 'fr' },
    { key: 'solene', name: 'Solène Vigneron', organisation: TEAM, role: 'staff', lang: 'fr' },
    { key: 'maelys', name: 'Maëlys Grandsire', organisation: TEAM, role: 'staff', lang: 'fr' },
  ] satisfies Host[]
).map(fictitious);
