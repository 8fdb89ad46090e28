/** Files sent in chat, in French. */
import type { Unsent } from '../../chat/enclosure.ts';
import type { DocumentName, ParticipationPanel } from '../documents/files.ts';

const mega = (bytes: number): string => `${Math.max(1, Math.round(bytes / 1_000_000))} Mo`;

const names: Readonly<Record<DocumentName, string>> = {
  synthesis: 'Synthèse interne',
  'public-synthesis': 'Synthèse publique',
  proposals: 'Tableau des propositions',
  moderation: 'Journal de modération',
  'open-data': 'Données ouvertes',
  'themes-chart': 'Graphique des thèmes',
  'convergence-chart': 'Graphique des convergences',
  annex: 'Annexe de la délibération',
  minutes: 'Procès-verbal de séance',
  report: 'Bilan annuel',
};
const commands: Readonly<Record<DocumentName, string>> = {
  synthesis: 'document synthèse',
  'public-synthesis': 'document synthèse publique',
  proposals: 'document propositions',
  moderation: 'document modération',
  'open-data': 'document données ouvertes',
  'themes-chart': 'document graphique thèmes',
  'convergence-chart': 'document graphique convergences',
  annex: 'document annexe',
  minutes: 'document procès-verbal',
  report: 'document bilan',
};

export const documents = {
  names,
  formats: {
    html: 'page web',
    md: 'Markdown',
    json: 'JSON',
    csv: 'CSV',
    xlsx: 'tableur',
    pdf: 'PDF',
    docx: 'Word',
    zip: 'dossier ZIP',
    png: 'image',
    svg: 'image SVG',
  } as Readonly<Record<string, string>>,
  command: (name: DocumentName): string => commands[name],
  title: (name: DocumentName, number: number | null, format: string): string =>
    `${names[name]}${number === null ? '' : ` n° ${number}`} (${format})`,
  here: (title: string): string => `Voici le document demandé : ${title}.`,
  which: 'Je peux vous envoyer ces documents ici. Écrivez :',
  unknown: 'Je n’ai pas de document de ce nom. Voici ceux que je peux envoyer :',
  none: 'Il n’y a pas encore de document à envoyer : « synthèse » prépare le premier.',
  offers: (command: string, formats: string): string => `« ${command} » (${formats})`,
  noFormat: (name: string, formats: string): string =>
    `${name} : je ne l’ai pas dans ce format. J’ai ${formats} ; par exemple « document synthèse en html ».`,
  axis: (key: string): string => `axe ${key}`,
  across: 'tous axes',
  chartTitle: (title: string): string => `Participation – ${title}`,
  chartInWords: (panels: readonly ParticipationPanel[]): string =>
    `Personnes qui ont contribué, par collège et par axe. ${panels
      .map(
        ({ college, invited, bars }) =>
          `${college} (${invited} personne${invited > 1 ? 's' : ''} invitée${invited > 1 ? 's' : ''}), ${bars
            .map(({ label, people }) => `${label} : ${people ?? 'non communiqué'}`)
            .join(', ')}.`,
      )
      .join(' ')}`,
  chartAlt:
    'Graphique : les personnes qui portent chaque thème, par collège. Les mêmes chiffres sont en tableau dans « document synthèse ».',
  myData: 'Mes données (JSON)',
  gone: 'Ce fichier n’est plus pour cette conversation. Redemandez-le ici : je le refais aussitôt.',
  failed:
    'Je n’ai pas réussi à fabriquer ce fichier. Redemandez-le dans un moment ; s’il ne vient toujours pas, prévenez la personne qui tient le bot.',
  unsent: (title: string, why: Unsent): string => {
    switch (why.why) {
      case 'too-large':
        return `« ${title} » est trop lourd pour cette messagerie : ${mega(why.bytes)}, pour ${mega(why.most)} au plus. Un format plus léger passe peut-être (« documents » les donne) ; sinon, la personne qui tient le bot l’exporte avec la commande tour.`;
      case 'no-files':
        return `Je ne peux pas envoyer de fichier dans cette messagerie. « ${title} » s’ouvre depuis votre page personnelle, ou s’exporte avec la commande tour.`;
      case 'not-taken':
        return `La messagerie a refusé « ${title} ». Il me manque sans doute le droit d’y déposer des fichiers : la commande « tour check » dit lequel, à la personne qui tient le bot.`;
    }
  },
};

export type DocumentPhrases = typeof documents;
