/** The annual report of the plan, in French. Read it aloud. */

const s = (n: number): string => (n > 1 ? 's' : '');

export const report = {
  title: (year: number, n: number, title: string): string => `Bilan ${year} (n° ${n}), ${title}`,
  name: (year: number, title: string): string => `Bilan ${year} – ${title}`,
  axis: (key: string, title: string): string => (key === 'transversal' ? title : `${key}. ${title}`),
  nothing: 'Rien n’y a été décidé ni mesuré cette année.',
  alerts: (n: number): string =>
    n === 1
      ? 'Un indicateur demande l’attention : le bilan le dit à part.'
      : `${n} indicateurs demandent l’attention : le bilan les dit à part.`,
  nothingOwed: 'Plus rien n’est dû : chaque contribution a sa réponse.',
  owed: (who: string): string => `Reste dû, et le bilan le dit : ${who}.`,
  draftNext: (line: string): string =>
    `C’est un brouillon de la machine. « bilan introduire : texte », « bilan reformuler ${line} : texte », « bilan enlever ${line} », puis « bilan signer ».`,
  signed: (n: number, hash: string): string => `Bilan n° ${n} signé. Empreinte ${hash.slice(0, 12)}.`,
  signedNext:
    '« document bilan en pdf » l’envoie ici, « publier le bilan » l’annonce à celles et ceux qu’il cite.',
  proofreading: {
    asked: (by: string | null, n: number): string =>
      `${by ?? 'Quelqu’un de l’équipe'} vous demande de relire le brouillon n° ${n} du bilan.`,
    askedHow: '« bilan » l’affiche ; puis « bilan relu », ou « bilan relu sauf 2.3 : votre remarque ».',
    readBy: (by: string | null, n: number): string =>
      `${by ?? 'Quelqu’un'} a relu le brouillon n° ${n} du bilan : rien à redire.`,
    remarkBy: (by: string | null, n: number): string =>
      `${by ?? 'Quelqu’un'} a relu le brouillon n° ${n} du bilan, avec une remarque :`,
    readers: (read: string | null, awaited: string | null): string =>
      `${read ? `Relu par ${read}.` : 'Personne d’autre ne l’a relu.'}${awaited ? ` Sans réponse : ${awaited}.` : ''}`,
    editsHow: '« bilan annuler modification » reprend la dernière.',
  },
  refusals: {
    'line-unknown': 'Je ne trouve pas cette ligne. « bilan » donne les numéros.',
    'axis-unknown': 'Le bilan n’a pas cet axe. « bilan » les montre.',
    'synthesis-signed':
      'Ce bilan est signé : il ne change plus. « préparer le bilan 2016 » en rédige un nouveau.',
    'read-by-nobody-else':
      'Ici, qui signe ne peut pas être seul·e à avoir relu : « bilan relire Prénom » le demande à un·e collègue.',
    'synthesis-outdated':
      'Une proposition citée a été retirée ou réunie depuis : « préparer le bilan 2016 » en rédige un nouveau.',
  } as Readonly<Record<string, string>>,
  editHow:
    'Pour le bilan : « bilan introduire : texte », « bilan introduire axe 1 : texte », « bilan reformuler 1.2 : texte », « bilan enlever 1.2 », « bilan placer 1.3 avant 1.1 », « bilan relire Prénom Nom », « bilan relu », « bilan montrer modifications », « bilan annuler modification », « bilan signer ».',
  publishedOn: (day: string): string => `Publié le ${day}.`,
  published: (year: number, n: number): string =>
    `Le bilan ${year} est publié${n === 0 ? '.' : `, et annoncé à ${n} personne${s(n)} dont il cite les mots.`}`,
  announce: (name: string | null, title: string): string =>
    `${name ? `Bonjour ${name}. ` : ''}Le plan que vous avez nourri a son bilan : « ${title} ». Le voici.`,
  cites: (refs: string, n: number): string =>
    n === 1 ? `Il cite votre proposition ${refs}.` : `Il cite vos propositions ${refs}.`,
};

export type ReportPhrases = typeof report;
