/** A round that is in no folder: written in chat, question by question, prolonged, and closed when all have answered. */
import { FICTITIOUS } from '../cast/character.ts';
import { type Host, refIn, saying } from '../team.ts';
import type { Guests } from './guests.ts';

const TITLE = 'Des locaux pour l’ESS';
const KEY = 'des-locaux-pour-l-ess';

/** Each line answers the question before it. */
const lines = ({ title, question, whom }: { title: string; question: string; whom: string }) => [
  'ouvrir',
  'nouveau',
  title,
  'passe tout',
  'aucun',
  'Où, à quel loyer, et qui gère.',
  'Les bâtiments : ceux de la carte.',
  'La carte des friches : https://tour-de-table.example/friches',
  question,
  whom,
  'dans 3 semaines',
  'aucune',
  '2',
];

/** Up to "send?"; what was shown last. */
export async function writeRound(facilitator: Host, of: Parameters<typeof lines>[0]) {
  const [first, ...others] = lines(of);
  let shown = await facilitator.ask(first!);
  for (const line of others) shown = await facilitator.ask(line);
  return shown;
}

export async function roundOfOnesOwn(facilitator: Host, { mireille, yanis }: Guests): Promise<void> {
  const shown = await writeRound(facilitator, {
    title: TITLE,
    question: 'Quel local vous manque, et pour quoi faire ?',
    whom: `Épicerie du Pont-Levis ${FICTITIOUS}, Mairie de Saint-Aubert-les-Saules ${FICTITIOUS}`,
  });
  saying(shown[0], /3 personnes invitées/u);
  await facilitator.ask('destinataires');
  saying((await facilitator.ask('envoyer'))[0], /3 invitations/u);
  for (const who of [mireille, yanis]) saying(await who.hears(), /à quel loyer/u);
  await mireille.ask('oui');
  await mireille.ask('une réserve de 40 m² derrière la place, pour le camion et les cageots');

  saying((await facilitator.ask(`prolonger ${KEY} jusqu’au 2015-04-03`))[0], /3 avril/u);
  saying(await yanis.hears(), /plus de temps/u);
  await yanis.ask('commencer');
  // A name too many: those words go, everywhere.
  const [named] = await yanis.ask('le hangar de mon cousin Gérard, il ne s’en sert plus');
  await yanis.ask(`effacer ${refIn(named)}`);
  saying((await yanis.ask('oui'))[0], /effacés/u);
  await yanis.ask('un hangar de 200 m² pour les bricoleurs de la commune');
  await yanis.ask('oui');
  saying((await facilitator.ask(`clore ${KEY} : les deux structures ont répondu`))[0], /clos/u);
}
