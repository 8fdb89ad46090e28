/** Halfway through the plan: what is late is asked about, then the objectives are put to partners who had said nothing yet. */
import type { Consultation } from '../../core/consultation/model.ts';
import type { Stage } from '../stage.ts';
import { type Host, hostFrom, refIn, saying } from '../team.ts';

/** A Wednesday morning of the plan's fourth year. */
export const HALFWAY = Date.parse('2018-01-10T09:30:00Z');
/** When the bodies have answered what was said then. */
export const AFTERWARDS = Date.parse('2018-03-14T09:30:00Z');

/** Made up, as the action is: without a target nothing is ever late. */
const TARGET = { action: 'emplois-partages', indicator: 'postes-partages', is: 40 } as const;

export const withTarget = <Content extends Pick<Consultation, 'plan'>>(content: Content): Content => ({
  ...content,
  plan: {
    ...content.plan,
    actions: content.plan.actions.map((action) => ({
      ...action,
      indicators: action.indicators.map((one) =>
        action.key === TARGET.action && one.key === TARGET.indicator ? { ...one, target: TARGET.is } : one,
      ),
    })),
  },
});

export interface Midterm {
  readonly stage: Stage;
  readonly facilitator: Host;
  readonly drafter: Host;
  readonly signer: Host;
  /** Who hears of alerts. */
  readonly team: readonly Host[];
  readonly tick: () => Promise<void>;
}

/** Who answers, in the order in which they do; the third comes only for the objectives. */
const [MICHEL, YVONNE, HERVE] = ['michel', 'yvonne', 'herve'] as const;

/** In the invitation, among what is open. */
const ASKED = /avancent moins vite que prévu/u;

/** Who spoke, and the references of what they said. */
export interface Spoken {
  readonly hosts: readonly Host[];
  readonly refs: readonly string[];
}

/** A measure that was due, its alert, and a round about it, opened and answered by two. */
export async function halfway(midterm: Midterm): Promise<Spoken> {
  const { stage, facilitator, drafter, team, tick } = midterm;
  const told = async (what: RegExp) => {
    await tick();
    for (const who of team) saying(await who.hears(), what);
  };
  await told(/À mesurer/u);
  saying((await drafter.ask('mesure emplois-partages 14 : d’après les deux groupements'))[0], /en retard/u);
  await told(/En retard/u);
  saying((await facilitator.ask('alertes'))[0], /préparer le mi-parcours/u);
  saying((await facilitator.ask('préparer le mi-parcours'))[0], /Rien n’est envoyé/u);
  saying((await facilitator.ask('envoyer'))[0], /C’est ouvert/u);
  const michel = await hostFrom(stage, MICHEL, ASKED);
  const yvonne = await hostFrom(stage, YVONNE, ASKED);
  saying((await michel.ask('oui'))[0], /pour une cible de 40/u);
  const [paid] = await michel.ask('payer le poste d’animation du groupement pendant deux ans');
  saying((await michel.ask('passe'))[0], /C’est fini/u);
  await yvonne.ask('oui');
  await yvonne.ask('passe');
  const [referent] = await yvonne.ask('un référent ESS en mairie dans chaque commune');
  saying(referent, /C’est fini/u);
  saying(
    (await facilitator.ask('clore le-plan-a-mi-parcours-2018 : le Comité se réunit demain'))[0],
    /clos/u,
  );
  return { hosts: [michel, yvonne], refs: [refIn(paid), refIn(referent)] };
}

/** The objectives, agreed to by some and not by others, as who runs it sees it, until it is closed. */
export async function converging(
  { stage, facilitator }: Midterm,
  { hosts: [michel, yvonne], refs }: Spoken,
): Promise<Spoken> {
  saying((await facilitator.ask('préparer la validation des objectifs'))[0], /5 affirmations/u);
  saying((await facilitator.ask('envoyer'))[0], /C’est ouvert/u);
  const herve = await hostFrom(stage, HERVE, /La formulation de chaque affirmation/u);
  for (const who of [michel!, yvonne!]) await who.hears();
  for (const who of [michel!, yvonne!, herve]) await who.ask('oui');
  for (let statement = 1; statement <= 5; statement += 1) await michel!.ask('d’accord');
  const [villages] = await yvonne!.ask('avec des réserves : les villages n’y sont pas nommés');
  for (let statement = 2; statement <= 5; statement += 1) await yvonne!.ask('1');
  for (let statement = 1; statement <= 4; statement += 1) await herve.ask('d’accord');
  const [quality] = await herve.ask('je m’oppose : rien n’y dit la qualité des emplois');
  saying((await facilitator.ask('convergence'))[0], /3 personnes sur \d+ se sont prononcées/u);
  saying(
    (await facilitator.ask('clore validation-des-objectifs : le Conseil se réunit en mars'))[0],
    /clos/u,
  );
  return { hosts: [michel!, yvonne!, herve], refs: [...refs, refIn(villages), refIn(quality)] };
}

/** What was said halfway is in a synthesis, answered, decided, and given back: the cycle is closed. */
export async function answeredAgain(
  { drafter, signer }: Midterm,
  { hosts, refs }: Spoken,
  leap: () => string,
): Promise<void> {
  const [, draft] = await drafter.ask('synthèse', 1);
  for (const [, axis] of draft!.text.matchAll(/«\s?sans désaccord (\S+)\s»/gu))
    await drafter.ask(`sans désaccord ${axis}`);
  const [signed] = await signer.ask('signer');
  if (signed!.text.includes('accepter titres')) {
    await drafter.ask('accepter titres');
    saying((await signer.ask('signer'))[0], /signée/u);
  }
  await drafter.ask(`décider ${refs.join(', ')} à étudier : Le service le chiffre avec vous d’ici l’été.`);
  const day = leap();
  await signer.ask(`entériner comite ${day}`);
  await signer.ask(`entériner conseil ${day}`);
  await signer.ask('restitution');
  saying((await signer.ask('oui'))[0], /C’est parti/u);
  for (const who of hosts) saying(await who.hears(), /d’ici l’été/u);
}
