/** After the Council: the plan is adjusted, measured, and what is off its way said; the year's report is signed and published. */
import { type Host, saying } from '../team.ts';

export interface Year {
  readonly drafter: Host;
  readonly reader: Host;
  readonly signer: Host;
  /** A proposal that was adopted. */
  readonly cites: string;
  readonly committee: string;
  readonly council: string;
}

/** What is drafted and said of the plan, until its version of this year is adopted. */
async function adopted({ drafter, signer, cites, committee, council }: Year): Promise<void> {
  await drafter.ask('ajuster action emplois-partages');
  await drafter.ask('renforcer 1');
  const [drafted] = await drafter.ask(
    'Deux groupements d’employeurs au lieu d’un, dont un au nord-est.\ncalendrier : 2015-2020',
  );
  const [adjustment] = saying(drafted, /A-\d+/u);
  await drafter.ask(`citer ${adjustment} : ${cites}`);
  await drafter.ask(`décider ${adjustment} retenue : Plusieurs structures sont prêtes à s’y associer.`);
  await signer.ask(`entériner ajustements comite ${committee}`);
  saying((await signer.ask(`adopter le plan par conseil le ${council}`))[0], /Version \d+ du plan/u);
}

/** The year's measures, then the report as it is published. */
export async function yearOf(year: Year, leap: () => void): Promise<void> {
  const { drafter, reader, signer } = year;
  await adopted(year);
  leap();
  await drafter.ask('mesure emplois-partages 9 : d’après les deux groupements');
  await drafter.ask('mesure entreprendre-autrement emplois-directs 342');
  await drafter.ask('alertes');
  const [draft] = await drafter.ask('préparer le bilan');
  const [, line] = saying(draft, /(\d+\.\d+)\s+«\sGroupement/u);
  await drafter.ask(
    'bilan introduire : La première année a servi à monter les groupements ; les postes suivent.',
  );
  await drafter.ask(
    `bilan reformuler ${line} : Un second groupement d’employeurs ouvre, comme l’ont demandé les associations.`,
  );
  await drafter.ask('bilan relire Maëlys');
  await reader.hears();
  await reader.ask('bilan');
  await reader.ask('bilan relu');
  await drafter.hears();
  saying((await signer.ask('bilan signer'))[0], /Bilan n°.*signé/u);
  saying((await signer.ask('publier le bilan'))[0], /est publié/u);
}
