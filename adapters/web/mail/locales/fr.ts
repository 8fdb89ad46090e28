/** What letters say around the bot's own words, in French. */
export interface About {
  /** The round's title, and the day until when it is open. */
  readonly round: string;
  readonly until: string;
}

const ofRound: Readonly<Record<string, (about: About) => string>> = {
  invitation: ({ round, until }) => `Votre avis jusqu’au ${until} : ${round}`,
  reminder: ({ round, until }) => `Rappel, jusqu’au ${until} : ${round}`,
  extension: ({ round, until }) => `Plus de temps, jusqu’au ${until} : ${round}`,
  recap: ({ round }) => `Ce que nous avons noté : ${round}`,
};

const ofAny: Readonly<Record<string, string>> = {
  invitation: 'Vous êtes invité·e à donner votre avis',
  reminder: 'Rappel : votre avis est attendu',
  extension: 'Vous avez plus de temps pour répondre',
  recap: 'Ce que nous avons noté de vos réponses',
  restitution: 'Ce que deviennent vos propositions',
  merge: 'Une question sur l’une de vos propositions',
  behalf: 'À relire : ce qui a été noté pour vous',
  review: 'Vous avons-nous bien compris ?',
  changed: 'Une proposition que vous soutenez a changé',
  dispute: 'La réponse à votre proposition a été relue',
  moderation: 'À propos de l’une de vos propositions',
  attachment: 'Au sujet de votre document',
  digest: 'Où en est la consultation',
  test: 'Essai d’envoi',
};

export const fr = {
  lang: 'fr',
  locale: 'fr-FR',
  product: 'Tour de table',
  subject: (kind: string, about: About | null): string =>
    (about === null ? undefined : ofRound[kind]?.(about)) ?? ofAny[kind] ?? 'Un message pour vous',
  enclosed: (title: string): string => `À ouvrir sur votre page : ${title}.`,
  /** Where several people read one mailbox. */
  subjectFor: (name: string, subject: string): string => `Pour ${name} – ${subject}`,
  from: (asker: string): string => `Consultation menée par ${asker}`,
  forWhom: (name: string): string => `Pour ${name}`,
  button: (kind: string): string =>
    ({
      invitation: 'Répondre sur ma page',
      reminder: 'Répondre sur ma page',
      extension: 'Répondre sur ma page',
      merge: 'Répondre sur ma page',
      behalf: 'Relire sur ma page',
      recap: 'Relire ou corriger',
    })[kind] ?? 'Ouvrir ma page',
  orCopy: 'Ou copiez cette adresse dans votre navigateur :',
  yourPage: 'Votre page :',
  personal: (name: string): string =>
    `Ce lien ouvre la conversation de ${name} : ne transférez pas ce message.`,
  repliesRead:
    'L’équipe lit les réponses à cet e-mail, mais seules celles données sur votre page sont comptées.',
  repliesUnread: 'Personne ne lit les réponses à cet e-mail : tout se passe sur votre page.',
  stop: 'Ne plus recevoir de message',
  test: 'Ceci est un essai d’envoi du robot de consultation. Si vous lisez ce message, les e-mails partent.',
};

export type Phrases = typeof fr;
