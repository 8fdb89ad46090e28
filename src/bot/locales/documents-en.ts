/** Files sent in chat, in English. */
import type { DocumentPhrases } from './documents-fr.ts';

const mega = (bytes: number): string => `${Math.max(1, Math.round(bytes / 1_000_000))} MB`;

const names: DocumentPhrases['names'] = {
  synthesis: 'Internal synthesis',
  'public-synthesis': 'Public synthesis',
  proposals: 'Table of proposals',
  moderation: 'Moderation log',
  'open-data': 'Open data',
  'themes-chart': 'Chart of themes',
  'convergence-chart': 'Chart of convergence',
  annex: 'Annex to the deliberation',
  minutes: 'Session minutes',
  report: 'Annual report',
};
const commands: DocumentPhrases['names'] = {
  synthesis: 'document synthesis',
  'public-synthesis': 'document public synthesis',
  proposals: 'document proposals',
  moderation: 'document moderation',
  'open-data': 'document open data',
  'themes-chart': 'document chart of themes',
  'convergence-chart': 'document chart of convergence',
  annex: 'document annex',
  minutes: 'document session minutes',
  report: 'document report',
};

export const documents: DocumentPhrases = {
  names,
  formats: {
    html: 'web page',
    md: 'Markdown',
    json: 'JSON',
    csv: 'CSV',
    xlsx: 'spreadsheet',
    pdf: 'PDF',
    docx: 'Word',
    zip: 'ZIP folder',
    png: 'image',
    svg: 'SVG image',
  },
  command: (name) => commands[name],
  title: (name, number, format) => `${names[name]}${number === null ? '' : ` ${number}`} (${format})`,
  here: (title) => `Here is the document you asked for: ${title}.`,
  which: 'I can send you these documents here. Write:',
  unknown: 'I have no document by that name. Here are those I can send:',
  none: 'There is no document to send yet: “synthesis” prepares the first one.',
  offers: (command, formats) => `“${command}” (${formats})`,
  noFormat: (name, formats) =>
    `${name}: I don’t have it in that format. I have ${formats}; for example “document synthesis in html”.`,
  axis: (key) => `axis ${key}`,
  across: 'all axes',
  chartTitle: (title) => `Participation – ${title}`,
  chartInWords: (panels) =>
    `People who contributed, by type of actor and axis. ${panels
      .map(
        ({ college, invited, bars }) =>
          `${college} (${invited} invited), ${bars
            .map(({ label, people }) => `${label}: ${people ?? 'not disclosed'}`)
            .join(', ')}.`,
      )
      .join(' ')}`,
  chartAlt:
    'Chart: the people behind each theme, by type of actor. The same figures are a table in “document synthesis”.',
  myData: 'My data (JSON)',
  gone: 'That file is no longer for this conversation. Ask for it here again and I’ll make it at once.',
  failed:
    'I could not make that file. Ask again in a moment; if it still does not come, tell whoever runs the bot.',
  unsent: (title, why) => {
    switch (why.why) {
      case 'too-large':
        return `“${title}” is too large for this chat: ${mega(why.bytes)}, at most ${mega(why.most)} allowed. A lighter format may pass (“documents” lists them); otherwise whoever runs the bot exports it with the tour command.`;
      case 'no-files':
        return `I can’t send files in this chat. “${title}” opens from your personal page, or is exported with the tour command.`;
      case 'not-taken':
        return `The chat refused “${title}”. I probably lack the right to post files there: the command “tour check” tells whoever runs the bot which one.`;
    }
  },
};
