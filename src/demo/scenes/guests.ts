/** What happens to a few people whose every word is known: a call, a table, a document, two organisations, a question. */

import type { Stage } from '../stage.ts';
import { type Host, hostOf, refIn, saying } from '../team.ts';

export interface Guests {
  readonly mireille: Host;
  readonly yanis: Host;
  readonly bertille: Host;
  readonly firmin: Host;
}

export const guestsOf = (stage: Stage): Guests => ({
  mireille: hostOf(stage, 'mireille', 1),
  yanis: hostOf(stage, 'yanis', 1),
  bertille: hostOf(stage, 'bertille', 1),
  firmin: hostOf(stage, 'firmin', 1),
});

/** Looked at, listed and tried before it leaves. */
export async function opening(facilitator: Host, round: string): Promise<void> {
  await facilitator.ask(`ouvrir ${round}`);
  await facilitator.ask('destinataires');
  await facilitator.ask('test');
  await facilitator.ask('oui');
  await facilitator.ask('fin');
  await facilitator.ask('oui');
}

/** On the telephone, at a table of a workshop, in a document: entered by the facilitator, confirmed by who said it. The reference of what the document said. */
export async function enteredForThem(facilitator: Host, { mireille, yanis }: Guests): Promise<string> {
  await facilitator.ask(
    'pour Mireille Dassonval (téléphone) : un camion frigorifique partagé entre les épiceries solidaires',
  );
  await mireille.hears();
  await mireille.ask('oui');
  await yanis.ask('oui');
  await yanis.send({ name: 'contribution-commune.pdf', content: '%PDF-1.7 une page' });
  await facilitator.ask('pièces');
  await facilitator.ask('extraire PJ-1 : un fonds de garantie commun aux petites communes');
  const extracted = refIn(await yanis.hears());
  await yanis.ask('oui');
  await facilitator.ask(
    'table « atelier du 12 mars, table 3 » : Mireille Dassonval, Yanis Horel, 2 territoires\n- une halle couverte pour les producteurs du versant nord-est',
  );
  for (const attendee of [mireille, yanis]) await attendee.hears();
  await mireille.ask('oui');
  await yanis.ask(`${extracted} officiel`);
  return extracted;
}

/** A question of a partner, answered by the team in the partner's own conversation. */
export async function asked(facilitator: Host, { yanis }: Guests): Promise<void> {
  await yanis.ask('Est-ce que les villages peuvent aussi proposer une action ?');
  const [queue] = await facilitator.ask('doutes');
  const [, number] = saying(queue, /(\d+)\. [^\n]*villages peuvent aussi/u);
  await facilitator.ask(`répondre ${number} : Oui, chacun peut en proposer une, seul ou à plusieurs.`);
  await yanis.hears();
}

/** Somebody for two organisations, who says two things in one breath; they are told apart with her agreement. */
export async function forTwo(facilitator: Host, { bertille }: Guests): Promise<void> {
  await bertille.ask('oui');
  await bertille.ask('1');
  const [receipt] = await bertille.ask('un poste de compta partagé entre quatre assos et un local à Roubaix');
  const ref = refIn(receipt);
  for (let prompt = 2; prompt <= 6; prompt += 1) await bertille.ask('passe');
  await bertille.ask('oui');
  await facilitator.ask(
    `scinder ${ref} : un poste de compta partagé entre quatre assos / un local à Roubaix`,
  );
  await bertille.hears();
  await bertille.ask('oui');
}

/** Kept from publication, with a reason its author hears. */
export async function moderated(facilitator: Host, { firmin }: Guests): Promise<void> {
  await firmin.ask('oui');
  const [receipt] = await firmin.ask('remettre à l’heure les trois horloges de la gare');
  const ref = refIn(receipt);
  await facilitator.ask(`modérer ${ref} : hors du sujet de la consultation, transmis au service concerné`);
  await firmin.hears();
}

/** "Vous a-t-on bien compris ?": each message leaves at a working hour, which `tick` looks at. */
export async function readAgain(
  facilitator: Host,
  round: string,
  { mireille, yanis, bertille }: Guests,
  tick: () => Promise<void>,
): Promise<void> {
  await facilitator.ask(`vérifier ${round}`);
  await facilitator.ask('oui');
  await tick();
  for (const who of [mireille, yanis]) await who.hears();
  const asked = await bertille.hears();
  await mireille.ask('oui');
  await yanis.ask('oui');
  await bertille.ask('corriger');
  await bertille.ask(refIn(asked));
  await bertille.ask('plutôt l’axe 5');
}

/** Told, disputed in the person's words, read by somebody who had not decided, answered with a reason. */
export async function disputed(reader: Host, { mireille, yanis, bertille }: Guests): Promise<void> {
  const told = await mireille.hears();
  for (const who of [yanis, bertille]) await who.hears();
  const ref = refIn(told);
  await mireille.ask(`contester ${ref} : le camion existe déjà, il manque seulement l’assurance`);
  await reader.hears();
  await reader.ask('contestations');
  await reader.ask('contestation 1');
  await reader.ask(
    'répondre contestation 1 : maintenue : L’assurance relève d’une autre aide, que nous vous indiquons ; le camion sera étudié avec vous.',
  );
  await mireille.hears();
}

/** The silent are reminded, once; somebody who said "not me" hands over to the colleague they named. */
export async function handedOver(facilitator: Host, stage: Stage): Promise<void> {
  await facilitator.ask('silence');
  await facilitator.ask('relancer plan-actions');
  await facilitator.ask('oui');
  await facilitator.ask(`remplacer Didier Cailliau par Nathalie Soyez, ${stage.name}:nathalie`);
  const nathalie = hostOf(stage, 'nathalie');
  await nathalie.hears();
  await nathalie.hears();
  await nathalie.ask('oui');
  await nathalie.ask('passe');
}

/** Why an idea was read so; and what was said too quickly, taken back. */
export async function whyAndUndone({ yanis }: Guests, ref: string): Promise<void> {
  saying((await yanis.ask(`pourquoi ${ref}`))[0], /axe|thème|rangée/iu);
  await yanis.ask(`${ref} plutôt axe 4`);
  saying((await yanis.ask('annule'))[0], /C’est annulé/u);
}

/** What is theirs: what is kept about them, and silence when they want it. */
export async function ownRights({ mireille, firmin }: Guests): Promise<void> {
  await mireille.ask('mes données');
  await mireille.ask('oui');
  await firmin.ask('stop');
}
