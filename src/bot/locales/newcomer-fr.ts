/** What the bot says in French to somebody it doesn't know yet. Nothing here tells of any consultation. Read it aloud. */
export const newcomer = {
  who: (links: boolean): string =>
    links
      ? 'Bonjour. Je mène des consultations pour des personnes invitées, et je ne vous connais pas encore. Si vous avez reçu un lien personnel, collez-le ici ; sinon, dites-moi qui vous êtes et pour quelle structure : l’équipe vous inscrira.'
      : 'Bonjour. Je mène des consultations pour des personnes invitées, et je ne vous connais pas encore. Qui êtes-vous, et pour quelle structure ? L’équipe vous inscrira.',
  noted: 'Merci. Je transmets à l’équipe, qui vous inscrira ; je vous écris dès que c’est fait.',
  waiting: 'C’est gardé. Dès que l’équipe vous aura inscrit·e, je vous écris ici.',
  linkOnly:
    'Bonjour. Je mène des consultations pour des personnes invitées, et je ne vous connais pas encore. Collez ici le lien personnel que vous avez reçu ; si vous n’en avez pas, demandez-le à la personne qui vous a parlé de moi.',
  linkWrong:
    'Ce lien ne s’ouvre pas : il en manque peut-être un morceau. Copiez-le en entier depuis votre message, et collez-le ici.',
  linkOver:
    'Ce lien n’est plus valable. Demandez-en un nouveau à l’équipe qui vous l’a envoyé, puis collez-le ici.',
  isItYou: (name: string, organisations: string): string =>
    organisations === '' ? `Vous êtes bien ${name} ?` : `Vous êtes bien ${name}, de ${organisations} ?`,
  yes: 'Oui, c’est moi',
  no: 'Non',
  notThem:
    'Merci de me l’avoir dit : je n’ai rien changé. Alors qui êtes-vous, et pour quelle structure ? L’équipe vous inscrira.',
  linked: 'C’est noté : je vous écris ici désormais.',
  knownHere: 'Je vous ai reconnu·e : c’est bien ici que je vous écris.',
  /** Of the code by which the team names somebody whose address is written nowhere. */
  how: (code: string): string => `(« ajouter Prénom Nom, Organisation, collège, nouveau:${code} »)`,
};

export type NewcomerPhrases = typeof newcomer;
