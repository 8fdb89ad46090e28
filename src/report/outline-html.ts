import { edged, type Outline, type Part, type Span } from './outline.ts';
import { standAlone } from './page.ts';
import { bdi, escapeHtml, visible } from './people-text.ts';
import { SYNTHESIS_STYLE } from './synthesis-style.ts';
import { typeset } from './typography.ts';

const STYLE = `${SYNTHESIS_STYLE}
main h3{font-size:1.08rem;margin:1.8rem 0 .3rem;padding:0;border:0;color:inherit;letter-spacing:0;text-transform:none}
main h2{margin-top:3rem}main h4{font-size:1rem;margin:1.2rem 0 .2rem}main p{max-width:38em}
main ul{margin:.5rem 0 0;padding-left:1.2rem;max-width:38em}main li{margin:.3rem 0 0}
.facts li{margin:0}.facts{padding-left:0}sup a{text-decoration:none}.notes{font-size:.84rem;color:var(--quiet)}`;

/** In the manner of the synthesis. */
export function outlineHtml({ lang, eyebrow, title, facts, parts }: Outline): string {
  const set = (said: string) => bdi(typeset(said, lang));
  const notes: string[] = [];
  const span = (one: Span): string => {
    if (typeof one === 'string') return edged(one, set);
    if ('strong' in one) return `<strong>${set(one.strong)}</strong>`;
    if ('quoted' in one) return bdi(one.quoted);
    notes.push(set(one.note));
    const n = notes.length;
    return `<sup><a href="#note-${n}" id="call-${n}">${n}</a></sup>`;
  };
  const line = (spans: readonly Span[]) => spans.map(span).join('');
  const block = (part: Part): string => {
    switch (part.is) {
      case 'heading':
        return `<h${part.level}>${set(part.text)}</h${part.level}>`;
      case 'text':
        return `<p${part.quiet ? ' class="note"' : ''}>${line(part.spans)}</p>`;
      case 'quote':
        return `<blockquote><p>${bdi(part.text)}</p>${part.by === null ? '' : `<p class="by">${set(part.by)}</p>`}</blockquote>`;
      case 'list':
        return `<ul>${part.items.map((item) => `<li>${line(item)}</li>`).join('')}</ul>`;
      case 'table':
        return [
          '<div class="scroll" tabindex="0" role="region" aria-label="table"><table>',
          `<caption>${set(part.caption)}</caption>`,
          `<thead><tr>${part.head.map((cell) => `<th scope="col">${set(cell)}</th>`).join('')}</tr></thead>`,
          '<tbody>',
          ...part.rows.map(
            ([first, ...rest]) =>
              `<tr><th scope="row">${set(first ?? '')}</th>${rest.map((cell) => `<td>${set(cell)}</td>`).join('')}</tr>`,
          ),
          '</tbody></table></div>',
        ].join('\n');
      case 'figure':
        return `<figure><figcaption>${set(part.caption)}</figcaption><img alt="${escapeHtml(visible(typeset(part.alt, lang)))}" width="${part.width}" height="${part.height}" src="data:image/svg+xml;base64,${Buffer.from(part.svg).toString('base64')}"></figure>`;
    }
  };
  const body = parts.map(block);
  return standAlone({
    lang,
    title: visible(title),
    style: STYLE,
    body: [
      '<header>',
      `<p class="eyebrow">${set(eyebrow)}</p>`,
      `<h1>${set(title)}</h1>`,
      `<ul class="facts">${facts.map((fact) => `<li>${set(fact)}</li>`).join('')}</ul>`,
      '</header>',
      '<main>',
      ...body,
      ...(notes.length === 0
        ? []
        : [
            '<ol class="notes">',
            ...notes.map(
              (note, at) =>
                `<li id="note-${at + 1}">${note} <a href="#call-${at + 1}" aria-label="${at + 1}">↑</a></li>`,
            ),
            '</ol>',
          ]),
      '</main>',
    ],
  });
}
