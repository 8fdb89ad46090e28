import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createReader } from '../../src/analysis/reader.ts';
import type { ProposalId } from '../../src/core/ids.ts';
import type { Idea } from '../../src/core/proposal/reading.ts';
import { cpuOf, SOON } from '../cpu.ts';
import { ess, grandDebat } from './consultations.ts';

const reader = createReader(ess);
const prompt = (key: string) => ({ key, axis: '1' });
const read = (text: string, key = 'manque', lang = 'fr') => reader.read(text, { lang, prompt: prompt(key) });
const words = (text: string, ideas: readonly Idea[]) => ideas.map(({ start, end }) => text.slice(start, end));
const values = (idea: Idea | undefined, dimension: string) =>
  idea?.tags.filter((tag) => tag.dimension === dimension && tag.main).map((tag) => tag.value);

describe('a busy partner, on a phone, three minutes', () => {
  test('"ok mais vite" is no idea', () =>
    expect(read('ok mais vite')).toEqual({ nature: 'other', ideas: [] }));

  test('one message, two ideas, each with its theme and its place', () => {
    const text =
      'de la tréso en attendant les subventions et qqn pour monter les dossiers, à roubaix ya plus personne';
    const { nature, ideas } = read(text);
    expect(nature).toBe('ideas');
    expect(words(text, ideas)).toEqual([
      'de la tréso en attendant les subventions',
      'qqn pour monter les dossiers, à roubaix ya plus personne',
    ]);
    expect(values(ideas[0], 'axis')).toEqual(['1']);
    expect(values(ideas[0], 'theme')).toEqual(['financement']);
    expect(values(ideas[0], 'territory')).toEqual([]);
    expect(values(ideas[1], 'theme')).toEqual(['accompagnement']);
    expect(values(ideas[1], 'territory')).toEqual(['roubaix']);
    for (const idea of ideas) expect(values(idea, 'kind')).toEqual(['need']);
  });

  test('a larger territory is known by its name', () => {
    const { ideas } = read('oui mais pas que roubaix, tout le versant nord-est');
    expect(values(ideas[0], 'territory')).toEqual(['roubaix', 'versant-nord-est']);
  });

  test('a shared accountant: networks or jobs? The reader asks', () => {
    const { ideas } = read('un poste de compta partagé entre 4 assos', 'ensemble');
    expect(ideas).toHaveLength(1);
    expect(ideas[0]?.axisDoubt).toEqual(['1', '5']);
  });
});

describe('what a message is', () => {
  test.each([
    '',
    '   ',
    '👍👍',
    '🙏',
    '12',
    'ok',
    'Oui, merci !',
    'Bonjour Claire',
    'ras',
    'rien à ajouter',
    'Thanks!',
    '\u200b',
    'Bonjour à tous, merci beaucoup pour cette consultation !',
    'Un grand merci pour votre belle initiative',
    'Thank you so much for this survey',
  ])('%j is nothing to read', (text) => expect(read(text).nature).toBe('other'));

  test.each([
    'c’est quoi la MEL ?',
    'Qui va lire nos réponses ?',
    'jusqu’à quand on peut répondre',
    'What is the ESS?',
  ])('%j is a question to the bot', (text) => expect(read(text)).toEqual({ nature: 'question', ideas: [] }));

  test.each(['pourquoi ne pas créer une monnaie locale ?', 'un local', 'Et si on partageait un comptable ?'])(
    '%j is an idea',
    (text) => expect(read(text).ideas).toHaveLength(1),
  );

  test.each([
    'C’est nul.',
    'Ras le bol, rien ne marche comme d’habitude !!!',
    'bonjour, encore une consultation pour rien, on ne nous écoute jamais',
    'TOUJOURS LA MÊME CHOSE, DE TOUTE FAÇON...',
    'what a waste of time, nothing ever changes',
  ])('%j complains, and says nothing of what is wrong', (text) =>
    expect(read(text)).toEqual({ nature: 'complaint', ideas: [] }),
  );

  test.each(['et de la le les pour que dans avec ce qui est', 'il faudrait plus', 'pas comme ça'])(
    '%j holds small words alone',
    (text) => expect(read(text)).toEqual({ nature: 'unclear', ideas: [] }),
  );

  test.each([
    'Ras le bol des voitures sur les trottoirs',
    'rien ne marche dans les transports',
    'merci de penser aux vélos',
    'c’est la honte, aucun local pour les associations',
    'plus de bancs',
  ])('%j is an idea, whatever its temper', (text) => expect(read(text).ideas).toHaveLength(1));

  test('thanks before an idea are no part of it', () => {
    const text = 'Bonjour, merci beaucoup pour cette belle consultation. Il faudrait des bancs à Lille.';
    expect(words(text, read(text).ideas)).toEqual(['Il faudrait des bancs à Lille.']);
  });

  test('an objection needs a clear cue', () => {
    expect(values(read('Nous sommes contre un guichet unique').ideas[0], 'kind')).toEqual(['objection']);
    expect(values(read('lutter contre l’isolement des salariés').ideas[0], 'kind')).not.toEqual([
      'objection',
    ]);
  });

  test('English is read as English, whatever the partner’s usual language', () => {
    const { ideas } = read('We need a loan for our office, and we have been waiting for two years.');
    expect(values(ideas[0], 'axis')).toEqual(['1']);
    expect(values(ideas[0], 'kind')).toEqual(['need']);
  });

  test('a language without a stemmer of its own is still read by its words', () => {
    const dutch = createReader({
      ...ess,
      languages: ['nl', 'en'],
      axes: ess.axes.slice(0, 2).map((axis, k) => ({
        ...axis,
        themes: [],
        label: { nl: k === 0 ? 'Groen in de wijk' : 'Verkeer en vervoer' },
        description: { nl: k === 0 ? 'Bomen en het park.' : 'De bus, de fiets en het station.' },
        keywords: { nl: k === 0 ? ['bomen', 'park'] : ['bus', 'fiets'] },
      })),
      taxonomy: { ...ess.taxonomy, subjects: [] },
    });
    const read = (text: string) => dutch.read(text, { lang: 'nl', prompt: null });
    expect(values(read('Meer bomen in het park').ideas[0], 'axis')).toEqual(['1']);
    expect(values(read('Wij zijn tegen een bus in de avond').ideas[0], 'kind')).toEqual(['objection']);
    expect(read('Hallo, dank u wel').nature).toBe('other');
  });

  test('another consultation, other axes', () => {
    const other = createReader(grandDebat);
    const { ideas } = other.read('Reconnaître le vote blanc aux élections', { lang: 'fr', prompt: null });
    expect(values(ideas[0], 'axis')).toEqual(['democratie']);
  });
});

describe('proposals already there', () => {
  const id = (text: string) => text as ProposalId;

  test('each is known in the language of its words, whoever writes next', () => {
    const own = createReader(ess);
    own.know(
      Array.from({ length: 12 }, (_, n) => [
        {
          id: id(`fr-${n}`),
          text: `il faut réparer la pointeuse du vestiaire ${n}`,
          said: { axis: '5', theme: null },
        },
        {
          id: id(`en-${n}`),
          text: `we need to mend the clock of the cloakroom ${n}`,
          said: { axis: '4', theme: null },
        },
      ]).flat(),
    );
    for (const lang of ['fr', 'en']) {
      const axisOf = (text: string) => values(own.read(text, { lang, prompt: null }).ideas[0], 'axis');
      expect(axisOf('il faut voir la pointeuse et le vestiaire'), lang).toEqual(['5']);
      expect(axisOf('there is no clock in our cloakroom'), lang).toEqual(['4']);
    }
    expect(own.reasons('there is no clock in our cloakroom', 'fr', 'axis', '4').length).toBeGreaterThan(0);
  });

  test.each([
    ['il nous manque un atelier de couture à Roubaix', 'kind', 'need', ['manque']],
    ['il nous manque un atelier de couture à Roubaix', 'territory', 'roubaix', ['Roubaix']],
    ['il nous manque un atelier de couture à Roubaix', 'territory', 'hem', []],
    ['Nous sommes contre le guichet unique', 'kind', 'objection', ['Nous sommes contre']],
    ['créer un fonds', 'kind', 'new-action', ['créer']],
    ['un vélo cargo partagé', 'kind', 'new-action', []],
    ['le local, ouvert à qui ?', 'kind', 'question', []],
  ] as const)('%s: what carried %s %s', (text, dimension, value, words) => {
    const own = createReader(ess);
    const spans = own.reasons(text, 'fr', dimension, value);
    expect(spans.map(({ start, end }) => text.slice(start, end))).toEqual(words);
  });

  test('the closest are offered, three at most, and forgotten on demand', () => {
    const own = createReader(ess);
    own.know([
      {
        id: id('a'),
        text: 'une avance de trésorerie pour les associations',
        said: { axis: null, theme: null },
      },
      {
        id: id('b'),
        text: 'Avance de tréso en attendant les subventions',
        said: { axis: null, theme: null },
      },
      {
        id: id('c'),
        text: 'des pistes pour les vélos cargos',
        said: { axis: null, theme: null },
      },
    ]);
    const near = () =>
      own.read('avance de tréso pour les assos', { lang: 'fr', prompt: null }).ideas[0]?.near;
    expect(near()?.[0]?.proposal).toBe('a');
    expect(near()?.map(({ proposal }) => proposal)).not.toContain('c');
    own.forget([id('a')]);
    expect(near()?.map(({ proposal }) => proposal)).not.toContain('a');
  });
});

describe('whatever people paste', () => {
  const hostile: readonly (readonly [string, string])[] = [
    ['one long word', 'a'.repeat(100_000)],
    ['dots', '.'.repeat(100_000)],
    ['spaces', `${' '.repeat(99_999)}x`],
    ['bullets', '- '.repeat(50_000)],
    ['lines', 'x\n'.repeat(50_000)],
    ['questions', '? '.repeat(50_000)],
    ['a row of "et"', 'un prêt et '.repeat(9_000)],
    ['semicolons', 'a; '.repeat(33_000)],
    ['acronyms', 'a.'.repeat(50_000)],
    ['combining accents', 'e\u0301'.repeat(50_000)],
    ['one letter under many accents', `e${'\u0301'.repeat(99_999)}`],
    ['NUL', '\u0000'.repeat(100_000)],
    ['lone surrogates', '\ud800 x '.repeat(25_000)],
    ['invisible characters', '\u202e\u200b'.repeat(50_000)],
    ['different words', Array.from({ length: 14_000 }, (_, k) => `mot${k.toString(36)}`).join(' ')],
    ['sentences', 'il faut un local à Hem. '.repeat(4_000)],
    ['numbers', '1) '.repeat(33_000)],
    ['numbered lines', '1. '.repeat(33_000)],
    ['one word', 'trésorerie '.repeat(10_000)],
    ['capitals', 'A'.repeat(100_000)],
    ['code', 'const a = x => { return x && y } // <b>TODO</b>\n'.repeat(2_000)],
    ['a link', `https://${'a/'.repeat(50_000)}`],
  ];

  test.each(hostile)('100 kB of %s are read in time', (_, text) => {
    for (const { start, end } of read(text).ideas) expect(text.slice(start, end)).not.toBe('');
    const took = cpuOf(() => void read(text));
    expect(took).toBeLessThan(SOON);
    const whole = cpuOf(() => void reader.readWhole(text, { lang: 'fr', prompt: null }));
    expect(whole).toBeLessThan(SOON);
  });

  test('composed and decomposed accents give equal readings', () => {
    const text =
      'Créer un fonds d’amorçage à Saint-André. Par ailleurs, une épicerie solidaire à Villeneuve-d’Ascq !';
    const tags = (written: string) => read(written).ideas.map((idea) => idea.tags);
    expect(tags(text.normalize('NFD'))).toEqual(tags(text.normalize('NFC')));
  });

  test('reading is a function of the text: again, the same', () => {
    const word = fc.constantFrom(
      'Il',
      'faut',
      'un',
      'local',
      'et',
      'des',
      'vélos',
      'à',
      'Hem',
      ';',
      '\n- ',
      '.',
      '?',
      '__proto__',
      'constructor',
      '\ud83d',
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 40 }), (list) => {
        const text = list.join(' ');
        const first = read(text);
        expect(read(text)).toEqual(first);
        let last = 0;
        for (const idea of first.ideas) {
          expect(idea.start >= last && idea.end > idea.start && idea.end <= text.length).toBe(true);
          for (const dimension of ['axis', 'theme', 'kind'])
            expect(values(idea, dimension)?.length).toBeLessThanOrEqual(1);
          last = idea.end;
        }
      }),
    );
  });
});

describe('a text that is one contribution already', () => {
  test('is one idea, from its first word to its last, whatever it lists', () => {
    const text = '  - un poste de compta partagé\n- un local à Roubaix ? ';
    const idea = reader.readWhole(text, { lang: 'fr', prompt: null });
    expect(words(text, [idea])).toEqual(['un poste de compta partagé\n- un local à Roubaix ?']);
    expect(values(idea, 'territory')).toEqual(['roubaix']);
    expect(idea.near).toEqual([]);
  });

  test('keeps its place when there is nothing to read in it', () =>
    expect(reader.readWhole('👍', { lang: 'fr', prompt: null })).toMatchObject({
      start: 0,
      end: 2,
      tags: [],
    }));
});
