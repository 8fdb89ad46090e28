import type { PersonDossier } from '../core/person/dossier.ts';
import { outline, type Piece } from '../core/person/outline.ts';
import { escapeMarkdown } from './people-text.ts';
import { typeset } from './typography.ts';

/** A person's data, to read. */
export function personMarkdown(dossier: PersonDossier): string {
  const { lang } = dossier;
  const french = /^fr\b/iu.test(lang);
  const erased = french ? '[effacé]' : '[erased]';
  const piece = (one: Piece): string => {
    if (typeof one === 'string') return typeset(one, lang);
    if ('given' in one) return escapeMarkdown(one.given);
    return one.text === null ? erased : escapeMarkdown(one.text);
  };
  const title = french ? 'Vos données' : 'Your data';
  return [
    `# ${title}, ${escapeMarkdown(dossier.consultation.title)}`,
    ...outline(dossier, { received: true }).flatMap((section) => [
      `## ${section.title}`,
      section.items.map((item) => `- ${item.map(piece).join('').trim()}`).join('\n'),
    ]),
    '',
  ].join('\n\n');
}
