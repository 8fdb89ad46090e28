import { edged, type Outline, type Part, type Span } from './outline.ts';
import { escapeMarkdown } from './people-text.ts';
import { typeset } from './typography.ts';

/** CommonMark, with the tables and footnotes of GFM. */
export function outlineMarkdown({ lang, eyebrow, title, facts, parts }: Outline): string {
  const md = (said: string) => escapeMarkdown(typeset(said, lang));
  const notes: string[] = [];
  const span = (one: Span): string => {
    if (typeof one === 'string') return edged(one, md);
    if ('strong' in one) return edged(one.strong, (said) => `**${md(said)}**`);
    if ('quoted' in one) return escapeMarkdown(one.quoted);
    notes.push(md(one.note));
    return `[^${notes.length}]`;
  };
  const line = (spans: readonly Span[]) => spans.map(span).join('');
  const block = (part: Part): string => {
    switch (part.is) {
      case 'heading':
        return `${'#'.repeat(part.level)} ${md(part.text)}`;
      case 'text':
        return line(part.spans);
      case 'quote':
        return `> ${escapeMarkdown(part.text)}${part.by === null ? '' : ` (${md(part.by)})`}`;
      case 'list':
        return part.items.map((item) => `- ${line(item)}`).join('\n');
      case 'figure':
        return `*${md(part.caption)}* ${md(part.alt)}`;
      case 'table': {
        const row = (cells: readonly string[]) => `| ${cells.map(md).join(' | ')} |`;
        const rule = `| ${part.head.map(() => '---').join(' | ')} |`;
        return [`*${md(part.caption)}*`, [row(part.head), rule, ...part.rows.map(row)].join('\n')].join(
          '\n\n',
        );
      }
    }
  };
  const blocks = [
    `# ${md(title)}`,
    md(eyebrow),
    facts.map((fact) => `- ${md(fact)}`).join('\n'),
    ...parts.map(block),
  ];
  const foot = notes.map((note, at) => `[^${at + 1}]: ${note}`);
  return `${[...blocks, ...foot].join('\n\n')}\n`;
}
