/** What the bot says in French about one's own data. Read it aloud. */

export const personal = {
  data: (readers: string): string =>
    `${readers} Ce que nous gardons de vous : vos messages, vos propositions et leurs réponses, le temps de la consultation et de son suivi.`,
  figures: (figures: string): string => `À ce jour : ${figures}.`,
  how: 'L’équipe peut aussi vous en remettre le fichier. « citation » choisit comment vous êtes cité·e, « effacer » efface vos mots.',
  ask: 'Je vous écris tout ici ?',
  choices: { yes: 'Tout m’écrire', no: 'Non merci' },
  all: (title: string): string => `Tout ce que nous gardons de vous (${title}) :`,
  above: 'Ce que je vous ai écrit est plus haut dans cette discussion.',
  no: 'Entendu.',
  inPrivate: 'Cela ne regarde que vous : écrivez-le-moi dans notre discussion à deux.',
  goes: 'Vos mots disparaissent partout, avec votre nom et votre adresse ; vos idées restent comptées sans texte. C’est définitif : je ne saurai plus qui vous êtes, et ne pourrai plus vous dire ce qu’elles deviennent.',
  teamStays: 'Ce que vous avez écrit pour toute l’équipe (motifs, textes de synthèse) reste, sans votre nom.',
  eraseAll: 'J’efface tout ?',
  eraseChoices: { yes: 'Tout effacer', no: 'Ne rien effacer' },
  goesOne: (ref: string, counted: boolean): string =>
    counted
      ? `Les mots de ${ref} disparaissent partout ; l’idée reste comptée sans texte. C’est définitif.`
      : `Les mots de ${ref} disparaissent partout. C’est définitif.`,
  besides: (refs: string, several: boolean): string =>
    several ? `${refs}, du même message, gardent les leurs.` : `${refs}, du même message, garde les siens.`,
  eraseOne: 'Je les efface ?',
  eraseOneChoices: { yes: 'Effacer', no: 'Garder' },
  kept: 'Rien n’est effacé.',
  erasedOne: (ref: string): string => `C’est fait : les mots de ${ref} sont effacés.`,
  erased:
    'C’est fait : vos mots, votre nom et votre adresse sont effacés. Vos idées restent comptées, sans texte. Merci de les avoir données, et au revoir.',
  consentWithdrawn: (refs: string, several: boolean): string =>
    refs === ''
      ? 'C’est entendu, votre accord est retiré.'
      : `C’est entendu, votre accord est retiré : ${refs} ne ${several ? 'seront' : 'sera'} ni ${several ? 'publiées' : 'publiée'} ni ${several ? 'comptées' : 'comptée'}.`,
  consentHow: '« commencer » si vous changez d’avis, « effacer » pour que vos mots disparaissent.',
};

export type PersonalPhrases = typeof personal;
