import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ref as reference } from '../../src/core/ids.ts';
import { withhold } from '../../src/core/synthesis/suppress.ts';
import { synthesisFile } from '../../src/report/schemas.ts';
import { synthesisHtml } from '../../src/report/synthesis-html.ts';
import { synthesisJson } from '../../src/report/synthesis-json.ts';
import { synthesisMarkdown } from '../../src/report/synthesis-markdown.ts';
import { typeset } from '../../src/report/typography.ts';
import { cpuOf, SOON } from '../cpu.ts';
import { checkPrivacy, type Files, type SynthesisEntry } from './criteria.ts';
import { publishInput, sampleDocument } from './sample.ts';

const document = sampleDocument();
const html = synthesisHtml(document);

describe('synthesis.json', () => {
  it('is what its schema says, and null where a figure is withheld', () => {
    const file = JSON.parse(synthesisJson(document));
    expect(synthesisFile.parse(file)).toEqual(file);
    expect(file.base[1]).toMatchObject({ college: 'economy', invited: 26, answered: 12, passed: null });
    expect(file.signature).toEqual({ by: 'Hélène Moreau', at: '2015-04-20T09:30:00.000Z' });
  });

  it('withholds enough for a checker that shares no code with it', () => {
    const count = fc.integer({ min: 0, max: 14 });
    const row = fc.tuple(count, count, count, count).map(([answered, passed, silent, unreached]) => {
      const reached = answered + passed + silent;
      return { college: 'c', invited: reached + unreached, reached, answered, passed, silent };
    });
    const file = (base: SynthesisEntry['base']): SynthesisEntry => ({
      consultation: 'c',
      audience: 'public',
      hash: '',
      signature: null,
      base,
      axes: [],
      unclassified: [],
    });
    fc.assert(
      fc.property(row, row, (before, now) => {
        const first = withhold({ base: [before], participation: [] }, 5, []);
        const second = withhold({ base: [now], participation: [] }, 5, [first]);
        const files: Files = { proposals: [], restitution: [], synthesis: file([...second.base]) };
        expect(checkPrivacy(files, 5, [file([...first.base])])).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });
});

describe('synthesis.html', () => {
  it('is one page on its own: language, no script, no address, every link arrives', () => {
    expect(html).toMatch(/^<!doctype html>\n<html lang="fr">/);
    expect(html).not.toMatch(
      /<script|\son\w+=|https?:(?!\/\/www\.w3\.org\/2000\/svg)|<link|@import|url\((?!#)/i,
    );
    const ids = [...html.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id!);
    expect(new Set(ids).size).toBe(ids.length);
    const links = [...html.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id!);
    expect(links.length).toBeGreaterThan(50);
    for (const link of links) expect(ids).toContain(link);
    for (const [, named] of html.matchAll(/aria-labelledby="([^"]+)"/g)) {
      for (const id of named!.split(' ')) expect(ids).toContain(id);
    }
  });

  it('has one first heading and never skips a level', () => {
    const levels = [...html.matchAll(/<h([1-6])[ >]/g)].map(([, level]) => Number(level));
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    levels.forEach((level, place) => {
      if (place > 0) expect(level).toBeLessThanOrEqual(levels[place - 1]! + 1);
    });
  });

  it('draws participation with a title, a description, and the same figures in a table', () => {
    expect(html.match(/<svg class="panel"/g)).toHaveLength(4);
    expect(html).toContain('<desc id="s-panel-1-desc">Axe\u00a01 24 sur 48, Axe\u00a02 13 sur 48');
    expect(html).toContain('Axe\u00a04 non communiqué');
    expect(html).toMatch(/Les mêmes chiffres en tableau<\/caption>/);
    expect(html).not.toContain('%</td>');
  });

  it('says who signed, what is withheld and why, and who signed that an axis has no disagreement', () => {
    expect(html).toContain('Relue et signée par <bdi>Hélène Moreau</bdi>, le 20 avril 2015');
    expect(html).toContain('n.c.\u202f: non communiqué. Un effectif de 1 à 4\u00a0personnes');
    expect(html.match(/Aucun désaccord relevé/g)).toHaveLength(4);
  });

  it('marks an unsigned draft, in English too', () => {
    const input = publishInput();
    const body = { ...input.synthesis.body, lang: 'en' };
    const draft = sampleDocument({
      audience: 'internal',
      synthesis: { ...input.synthesis, body, signature: null },
    });
    const page = synthesisHtml(draft);
    expect(page).toContain('<html lang="en">');
    expect(page).toContain('Internal draft, not proofread, not signed');
    expect(page).not.toContain('not disclosed');
  });
});

describe('axes with words for keys', () => {
  const input = publishInput();
  const { body } = input.synthesis;
  const renamed = sampleDocument({
    axes: input.axes.map((axis) => ({ ...axis, key: `democratie-${axis.key}` })),
    synthesis: {
      ...input.synthesis,
      body: {
        ...body,
        axes: body.axes.map((axis) => {
          const named = (line: (typeof axis.lines)[number]) => ({ ...line, id: `democratie-${line.id}` });
          return {
            ...axis,
            axis: `democratie-${axis.axis}`,
            lines: axis.lines.map(named),
            disagreements: axis.disagreements.map(named),
          };
        }),
      },
    },
  });

  it('have numbers for people: in the margin, the index and the Markdown; ids stay', () => {
    const page = synthesisHtml(renamed);
    expect(page).toContain('<div class="line" id="s-line-democratie_2d1.1"><span class="number">1.1</span>');
    expect(page).toContain('<span class="number">1.d1</span>');
    expect(page).toContain('>2.1</a>');
    expect(page).not.toMatch(/>[^<]*democratie/);
    expect(synthesisMarkdown(renamed)).not.toContain('democratie');
    expect(renamed.axes[0]!.lines[0]!.id).toBe('democratie-1.1');
  });
});

describe('the references of a line', () => {
  const theme = document.axes[0]!;
  const long = (numbers: readonly number[]): typeof document => ({
    ...document,
    axes: [
      { ...theme, lines: [{ ...theme.lines[0]!, cites: numbers.map((number) => reference(number)) }] },
      ...document.axes.slice(1),
    ],
  });
  const numbers = [...Array.from({ length: 20 }, (_, place) => place + 101), 205, 206, 300];

  it('fold on screen when they are many, in one place that says how many', () => {
    const page = synthesisHtml(long(numbers));
    expect(page.match(/<details/g)).toHaveLength(1);
    expect(page).toContain('<details class="cited"><summary>23\u00a0propositions citées</summary>');
    expect(html).not.toContain('<details');
    expect(page).toMatch(/@media print\{.*details::details-content\{content-visibility:visible/s);
  });

  it('are ranges in Markdown when they are many', () => {
    const markdown = synthesisMarkdown(long(numbers));
    expect(markdown).toContain('[23\u00a0propositions\u202f: P-0101 à P-0120, P-0205, P-0206, P-0300]');
  });

  it('stand once: under the quote when it is theirs, below for the others', () => {
    const objection = theme.disagreements[0]!;
    const shown = html.slice(html.indexOf(`id="s-line-${objection.id}"`));
    const paragraph = shown.slice(0, shown.indexOf('</div>'));
    for (const ref of objection.cites) expect(paragraph.split(`>${ref}</a>`)).toHaveLength(2);
    const single = document.axes
      .flatMap(({ lines }) => lines)
      .find(({ kind, quote }) => kind === 'single' && quote)!;
    const alone = html.slice(html.indexOf(`id="s-line-${single.id}"`));
    expect(alone.slice(0, alone.indexOf('</div>')).split(`>${single.cites[0]}</a>`)).toHaveLength(2);
  });
});

describe('the spaces of French', () => {
  it('are narrow and don’t break, in what the team and the program say', () => {
    expect(typeset('« Oui » : 12 500 euros ; vraiment ? Non!', 'fr')).toBe(
      '«\u202fOui\u202f»\u202f: 12\u202f500 euros\u202f; vraiment\u202f? Non\u202f!',
    );
    expect(typeset('Synthèse nº 2, à 12:30, en 2015 150 personnes, http://a.fr/?b=1', 'fr')).toBe(
      'Synthèse n°\u202f2, à 12:30, en 2015 150 personnes, http://a.fr/?b=1',
    );
    expect(typeset('“Yes” : 12 500', 'en')).toBe('“Yes” : 12 500');
  });

  it('are everywhere in the page but in what people wrote', () => {
    const own = html.replace(/<style>.*?<\/style>/s, '').replace(/<blockquote><p>.*?<\/p>/gs, '');
    expect(own.replace(/<[^>]*>/g, '')).not.toMatch(/[ \u00a0][;:!?»]|«[ \u00a0]|nº/);
    expect(html).toContain('Association fictive n°\u202f');
  });

  it('stay quick on a page of spaces', () => {
    const cpu = cpuOf(() => {
      typeset(' '.repeat(100_000), 'fr');
      typeset('123 '.repeat(25_000), 'fr');
    });
    expect(cpu).toBeLessThan(SOON);
  });
});

describe('synthesis.md', () => {
  it('cites on every line and lists every proposal', () => {
    const markdown = synthesisMarkdown(document);
    expect(markdown).toContain('**1.1 Avance de trésorerie.** Quatre propositions, dont une objection');
    expect(markdown).toContain('[P-0001, P-0002, P-0003, P-0009]');
    expect(markdown).toContain('- P-0023\u202f: non classée');
  });
});

const HOSTILE = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' onmouseover='x",
  '</title></style></bdi>',
  '\u202Etxet desrever\u202C',
  '\u2066\u2069\u2069\u200F',
  '@room <!channel> <@U123>',
  '[lien](https://example.org) ![i](x) `code` **gras** | cellule',
  '# titre\n- liste\n> citation\n---',
  '&lt;b&gt; &amp; \u0000 \uD800',
  '=1+1',
];

describe('whatever people wrote, in any place', () => {
  const anyText = fc.oneof(
    fc.constantFrom(...HOSTILE),
    fc.string({ unit: 'binary', minLength: 1, maxLength: 30 }),
    fc.string({
      unit: fc.constantFrom('<', '>', '&', '"', "'", '/', '\u202E', '\u2067', 'a', '`', '\n'),
      minLength: 1,
    }),
  );
  const skeleton = (page: string): string => page.replace(/<bdi>[^<]*<\/bdi>/g, '<bdi></bdi>');
  const filled = (text: string) => {
    const input = publishInput();
    const body = input.synthesis.body;
    const labelled = {
      ...body,
      axes: body.axes.map((axis) => ({
        ...axis,
        themes: axis.themes.map((theme) => ({ ...theme, label: `t${text}` })),
      })),
    };
    return sampleDocument({
      resolve: () => `q${text}`,
      authorOf: () => ({ attribution: 'name', name: `n${text}`, organisation: `o${text}`, college: null }),
      nameOf: () => `s${text}`,
      colleges: input.colleges.map(({ key }) => ({ key, label: `c${text}` })),
      consultation: { ...input.consultation, title: `t${text}`, asker: `a${text}` },
      axes: input.axes.map(({ key }) => ({ key, title: `x${text}`, objective: `o${text}` })),
      synthesis: { ...input.synthesis, body: labelled },
    });
  };
  const strip = (page: string): string =>
    skeleton(page)
      .replace(/<title[^>]*>[^<]*<\/title>/g, '')
      // A drawing's texts stand alone; its lines break where the words are long.
      .replace(/<svg class="themes"[\s\S]*?<\/svg>/g, '')
      .replace(/(role="columnheader") aria-label="[^"]*"/g, '$1')
      .replace(/ \[…\]/g, '');

  it('the page keeps its markup, has no bidi control, and isolates every word of people', () => {
    const plain = strip(synthesisHtml(filled('x')));
    fc.assert(
      fc.property(anyText, (text) => {
        const page = synthesisHtml(filled(text));
        expect(strip(page)).toBe(plain);
        expect(page).not.toMatch(/<script|<img|[\u202A-\u202E\u2066-\u2069\u200E\u200F]/i);
        expect(page).not.toContain('\u0000');
        expect(page.isWellFormed()).toBe(true);
      }),
      { numRuns: 60, examples: HOSTILE.map((text) => [text]) },
    );
  });

  it('the Markdown keeps its blocks, and holds no tag, link, image or mention of theirs', () => {
    const blocks = (text: string): number => synthesisMarkdown(filled(text)).split('\n').length;
    const plain = blocks('x');
    for (const text of HOSTILE) {
      const markdown = synthesisMarkdown(filled(text));
      expect(markdown.split('\n').length).toBe(plain);
      expect(markdown).not.toMatch(/(?<!\\)<(script|img|!|@|\/)|(?<!\\)\]\(|(?<!\\)@room|[\u202E\u2066]/);
    }
  });
});
