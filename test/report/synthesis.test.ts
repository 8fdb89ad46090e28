import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withhold } from '../../src/core/synthesis/suppress.ts';
import { synthesisFile } from '../../src/report/schemas.ts';
import { synthesisHtml } from '../../src/report/synthesis-html.ts';
import { synthesisJson } from '../../src/report/synthesis-json.ts';
import { synthesisMarkdown } from '../../src/report/synthesis-markdown.ts';
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
    expect(html.match(/<svg /g)).toHaveLength(4);
    expect(html).toContain('<desc id="s-panel-1-desc">Axe\u00a01 24 sur 48, Axe\u00a02 13 sur 48');
    expect(html).toContain('Axe\u00a04 non communiqué');
    expect(html).toMatch(/Les mêmes chiffres en tableau<\/caption>/);
    expect(html).not.toContain('%</td>');
  });

  it('says who signed, what is withheld and why, and who signed that an axis has no disagreement', () => {
    expect(html).toContain('Relue et signée par <bdi>Hélène Moreau</bdi>, le 20 avril 2015');
    expect(html).toContain('n.c.\u00a0: non communiqué. Un effectif de 1 à 4\u00a0personnes');
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

describe('synthesis.md', () => {
  it('cites on every line and lists every proposal', () => {
    const markdown = synthesisMarkdown(document);
    expect(markdown).toContain('**1.1 Avance de trésorerie.** Quatre propositions, dont une objection');
    expect(markdown).toContain('[P-0001, P-0002, P-0003, P-0009]');
    expect(markdown).toContain('- P-0023\u00a0: non classée');
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
