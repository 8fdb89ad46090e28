/** What changes once a round is on its way: somebody joins it, an address turns out to be shared, a round was a mistake. */
import { FICTITIOUS } from '../cast/character.ts';
import type { Stage } from '../stage.ts';
import { type Host, hostOf, refIn, saying } from '../team.ts';
import type { Guests } from './guests.ts';
import { writeRound } from './own-round.ts';

const TOWN_HALL = `Mairie de Saint-Aubert-les-Saules ${FICTITIOUS}`;

/** A colleague of Yanis is invited; two people write from her address, and each one's words are theirs. */
export async function joinedAndShared(facilitator: Host, stage: Stage): Promise<void> {
  const added = await facilitator.ask(
    `ajouter Ombeline Carlier, ${TOWN_HALL}, territoires, ${stage.name}:ombeline`,
  );
  saying(added[0], /Ombeline Carlier est invité/u);
  const ombeline = hostOf(stage, 'ombeline', 1);
  saying((await facilitator.ask('adresse partagée Ombeline Carlier'))[0], /plusieurs personnes écrivent/u);
  saying((await ombeline.ask('Bonjour, ici Yanis, pas Ombeline'))[0], /C’est noté, Yanis Horel/u);
  saying((await ombeline.ask('ici Ombeline'))[0], /Ombeline Carlier/u);
  const [first] = await ombeline.ask('oui');
  saying(first, /1\/6/u);
  refIn((await ombeline.ask('un panneau commun aux associations à l’entrée de la commune'))[0]);
}

/** Opened for the wrong people: they are told, and nothing more comes of it. */
export async function openedByMistake(facilitator: Host, { yanis }: Guests): Promise<void> {
  await writeRound(facilitator, {
    title: 'Un essai envoyé trop tôt',
    question: 'Que manque-t-il à votre commune ?',
    whom: TOWN_HALL,
  });
  saying((await facilitator.ask('envoyer'))[0], /invitation/u);
  await yanis.hears();
  saying((await facilitator.ask('annuler un-essai-envoye-trop-tot'))[0], /est annulé/u);
  saying(await yanis.hears(), /est annulé/u);
}
