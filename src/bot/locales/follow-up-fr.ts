/** What follows a synthesis, in French: answers to many, what is owed, disputes. */

const s = (n: number): string => (n > 1 ? 's' : '');
const days = (n: number): string => `${n} jour${s(n)}`;
const left = (n: number): string =>
  n < 0 ? `en retard de ${days(-n)}` : n === 0 ? 'aujourd’hui' : n === 1 ? 'demain' : `dans ${days(n)}`;

export const followUp = {
  together: (n: number, people: number, status: string, body: string, day: string): string =>
    `${n} proposition${s(n)} sans réponse, ${people > 1 ? `de ${people} personnes` : 'd’une seule personne'} : ${status} (${body}, ${day}).`,
  andAlso: (refs: string): string => `Et aussi ${refs}.`,
  except: (refs: string): string => `Sauf ${refs}.`,
  answeredAlready: (refs: string): string => `Déjà répondu, rien n’y change : ${refs}.`,
  willRead: 'Chaque personne lira d’abord ses propres mots, puis ce motif. Par exemple :',
  recordNow: 'On enregistre ?',
  record: 'Enregistrer',
  stillPrepared: (n: number): string =>
    `${n > 1 ? `Vos ${n} réponses préparées ne sont pas encore enregistrées` : 'Votre réponse préparée n’est pas encore enregistrée'} : on enregistre ?`,
  prepared: (n: number): string =>
    `(${n > 1 ? `Vos ${n} réponses préparées attendent` : 'Votre réponse préparée attend'} : « enregistrer » y revient.)`,
  nothingPrepared: 'Aucune réponse n’attend d’être enregistrée.',
  notRecorded: 'Rien n’est enregistré.',
  recorded: (n: number, status: string): string =>
    `C’est noté : ${n} réponse${s(n)}, ${status}. « dette » montre ce qui reste.`,
  correctHow: (ref: string): string =>
    `Écrivez la réponse juste : « corriger décision ${ref} retenue en partie : motif ».`,
  correctedDecision: (ref: string, before: string, after: string): string =>
    before === after
      ? `${ref} : toujours ${after}, avec ce motif.`
      : `${ref} : ${after} au lieu de ${before}.`,
  awaits: (body: string): string => `Reste à confirmer : ${body}.`,
  toldBefore: 'La personne avait lu la réponse d’avant : « restitution » enverra seulement ce qui change.',

  nothingOwed: 'Chaque contribution a sa réponse.',
  owed: (n: number, oldest: number): string =>
    `${n} contribution${s(n)} attend${n > 1 ? 'ent' : ''} encore une réponse, ${oldest > 0 ? `la plus ancienne depuis ${days(oldest)}` : 'depuis aujourd’hui'} :`,
  owedBy: (body: string, n: number, refs: string, more: number): string =>
    `${body}, ${n} : ${refs}${more > 0 ? ` et ${more} de plus` : ''}`,
  adjustmentsOwed: (n: number): string =>
    `${n} ajustement${s(n)} du plan attend${n > 1 ? 'ent' : ''} encore une instance :`,
  disputeOwed: (number: number, reader: string | null, due: string, n: number): string =>
    `contestation ${number}, ${reader ?? 'personne encore pour la relire'} : réponse promise le ${due}, ${left(n)}`,
  closedOn: (day: string): string => `Clôture le ${day}.`,
  restitutionDue: (day: string, n: number): string => `Restitution attendue le ${day} (${left(n)}).`,
  decisionsDue: (day: string, n: number): string => `Décisions attendues le ${day} (${left(n)}).`,

  again: (n: number): string =>
    `${n} personne${s(n)} ${n > 1 ? 'ont' : 'a'} déjà reçu la ${n > 1 ? 'leur' : 'sienne'} : seul ce qui a changé part.`,
  unreachable: (n: number, names: string, more: number): string =>
    `${n} personne${s(n)} à prévenir autrement (pas d’adresse, ou plus de messages) : ${names}${more > 0 ? ` et ${more} de plus` : ''}.`,
  restitutionFor: (name: string, n: number, reachable: boolean): string =>
    `${name} : ${n === 0 ? 'aucune réponse prête' : `${n} réponse${s(n)}`}${reachable ? '.' : ', mais je ne peux pas lui écrire.'}`,
  awaited: (refs: string): string => `Sans réponse décidée : ${refs}.`,
  answersChanged: (name: string | null, title: string): string =>
    `${name ? `Bonjour ${name}. ` : ''}Du nouveau sur vos propositions depuis notre dernier message (${title}).`,
  disputeOffer: (ref: string): string =>
    `Si une réponse ne vous va pas : « contester ${ref} », et quelqu’un d’autre la relira.`,
  disputeWord: 'contester',
  disputeChoice: 'Contester une réponse',

  whatIsWrong: (ref: string): string => `Qu’est-ce qui ne va pas dans la réponse à ${ref} ?`,
  whichAnswer: (refs: string): string => `De quelle réponse parlez-vous : ${refs} ?`,
  isItDisputed: (ref: string): string =>
    `Voulez-vous contester la réponse à ${ref} ? Quelqu’un qui n’a pas pris cette décision la relira.`,
  disputeChoices: { yes: 'La contester', no: 'Non' },
  notDisputed: (kept: boolean): string =>
    kept ? 'Entendu. L’équipe lira votre message.' : 'Entendu, rien n’est contesté.',
  disputeTaken: (ref: string, due: string): string =>
    `C’est noté. Quelqu’un qui n’a pas pris part à la décision sur ${ref} va la relire ; vous aurez une réponse motivée au plus tard le ${due}.`,
  disputeAdded: (ref: string, due: string): string =>
    `J’ajoute cela à votre contestation de ${ref} ; la réponse viendra au plus tard le ${due}.`,
  upheld: (name: string | null, ref: string, status: string): string =>
    `${name ? `Bonjour ${name}. ` : ''}Vous aviez contesté la réponse à ${ref}. Quelqu’un qui n’avait pas pris part à la décision l’a relue : elle est maintenue (${status}).`,
  changed: (name: string | null, ref: string, status: string): string =>
    `${name ? `Bonjour ${name}. ` : ''}Vous aviez contesté la réponse à ${ref}. Quelqu’un qui n’avait pas pris part à la décision l’a relue : elle change (${status}).`,
  changedAwaits: (body: string): string =>
    `Il reste à la confirmer : ${body}. Vous serez prévenu·e ; jusque-là, la première réponse tient.`,

  toRead: (number: number, ref: string, due: string): string =>
    `Contestation n° ${number} à relire par vous, réponse promise au plus tard le ${due}. Sur ${ref} :`,
  nobodyToRead: (number: number, ref: string, due: string): string =>
    `Contestation n° ${number}, réponse promise au plus tard le ${due} : toute l’équipe a pris part à la décision. Quelqu’un d’autre doit la rejoindre (« npx tour people add NOM --role staff »), puis « prendre contestation ${number} ». Sur ${ref} :`,
  toReadHow: (number: number): string => `« contestation ${number} » la montre en entier.`,
  readerReminder: (number: number, ref: string, due: string, late: boolean): string =>
    late
      ? `Contestation n° ${number} (${ref}) : la réponse était promise pour le ${due}, elle n’est pas partie. « contestation ${number} »`
      : `Contestation n° ${number} (${ref}) : réponse promise au plus tard le ${due}. « contestation ${number} »`,
  noDisputes: 'Aucune contestation en cours.',
  disputes: (n: number): string => `${n} contestation${s(n)} en cours :`,
  disputeHead: (number: number, ref: string): string => `n° ${number}, ${ref} :`,
  readBy: (reader: string | null, due: string, late: boolean): string =>
    `(${reader ? `relue par ${reader}` : 'personne encore pour la relire'}, réponse ${late ? 'en retard, promise' : 'au plus tard'} le ${due})`,
  disputesHow: (number: number): string => `« contestation ${number} » la montre.`,
  disputeTitle: (number: number, ref: string, name: string | null, organisation: string | null): string =>
    `Contestation n° ${number}, ${ref}${name ? `, ${name}` : ''}${organisation ? ` (${organisation})` : ''}`,
  givenAnswer: (status: string, body: string, day: string): string =>
    `Réponse donnée : ${status} (${body}, ${day}).`,
  theySaid: 'Ce qui est contesté :',
  disputeHow: (number: number): string =>
    `« répondre contestation ${number} : maintenue : motif », ou « répondre contestation ${number} : modifiée, retenue en partie : motif ».`,
  disputeTake: (number: number): string => `« prendre contestation ${number} » pour la relire à sa place.`,
  disputeOwn: 'Vous avez pris part à cette décision : quelqu’un d’autre répond.',
  disputeDone: 'La réponse est donnée.',
  disputeAnswered: (number: number, told: boolean): string =>
    `Contestation n° ${number} : la réponse ${told ? 'part' : 'est enregistrée, mais je ne peux pas lui écrire'}.`,
};

export type FollowUp = typeof followUp;
