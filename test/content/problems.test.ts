import { describe, expect, test } from 'vitest';
import { format, describe as sentence } from '../../src/content/problem.ts';
import { type Files, filesOf, placeOf, problemsOf, rewrite } from './files.ts';

const CONSULTATION = 'consultation.yaml';
const ROUND = 'rounds/maatregelen.yaml';
const EARLY = 'rounds/verkenning.yaml';
const PLAN = 'plan.yaml';
const good = filesOf('windhaven');

const APPROVED = 'approvedBy: { nl: het eilandbestuur, en: the island council }\n';

interface Mistake {
  readonly when: string;
  readonly file: string;
  readonly before: string;
  readonly after: string;
  /** What the problem must point at, in the rewritten file. */
  readonly at: string;
  readonly code: string;
  readonly found?: string;
  readonly expected?: string;
  readonly nearest?: string | null;
  readonly severity?: 'warning';
}

const mistakes: readonly Mistake[] = [
  {
    when: 'a key is misspelt',
    file: ROUND,
    before: 'minutes: 4',
    after: 'minutes: 4\nbackgroud: []',
    at: 'backgroud',
    code: 'unknown-key',
    found: '"backgroud"',
    nearest: 'background',
  },
  {
    when: 'a key deep in a list is misspelt',
    file: CONSULTATION,
    before: '{ key: berg, label: Berg, ambiguous: true }',
    after: '{ key: berg, label: Berg, ambigous: true }',
    at: 'ambigous',
    code: 'unknown-key',
    expected: 'key, label, code, spellings, ambiguous, includes',
    nearest: 'ambiguous',
  },
  {
    when: 'a status is misspelt in the decision path',
    file: CONSULTATION,
    before: 'path: [eilandraad]',
    after: 'path: [eilandraad]\n    pathByStatus: { adoptd: [eilandraad] }',
    at: 'adoptd',
    code: 'unknown-key',
    nearest: 'adopted',
  },
  {
    when: 'a required key is missing',
    file: ROUND,
    before: "decided: { nl: De vier thema's., en: The four themes. }\n",
    after: '',
    at: 'key: maatregelen',
    code: 'missing-key',
    expected: 'one text per language: { fr: …, en: … }',
  },
  {
    when: 'a word is not one of the list',
    file: ROUND,
    before: 'form: written',
    after: 'form: writen',
    at: 'writen',
    code: 'bad-value',
    found: '"writen"',
    expected: 'written, workshop, validation, decision',
    nearest: 'written',
  },
  {
    when: 'a number stands for a text',
    file: PLAN,
    before: 'unit: kW',
    after: 'unit: 12',
    at: '12',
    code: 'wrong-type',
    found: '12',
    expected: 'a text that is not empty',
  },
  {
    when: 'a key has capitals',
    file: CONSULTATION,
    before: 'key: zon-wind',
    after: 'key: ZonWind',
    at: 'ZonWind',
    code: 'bad-value',
    found: '"ZonWind"',
  },
  {
    when: 'figures below two could be published',
    file: CONSULTATION,
    before: 'smallestFigure: 5',
    after: 'smallestFigure: 1',
    at: '1\n  workingHours',
    code: 'bad-value',
    found: '1',
    expected: 'at least 2',
  },
  {
    when: 'there would be three reminders',
    file: CONSULTATION,
    before: 'afterDays: [10]',
    after: 'afterDays: [10, 20, 30]',
    at: '[10, 20, 30]',
    code: 'bad-value',
    expected: 'at most 2 items',
  },
  {
    when: 'an axis does not exist',
    file: PLAN,
    before: 'axis: energie',
    after: 'axis: energy',
    at: 'energy',
    code: 'unknown-reference',
    found: '"energy"',
    expected: 'energie, water, verkeer, natuur',
    nearest: 'energie',
  },
  {
    when: 'a college does not exist',
    file: ROUND,
    before: 'audience: [bewoners, ondernemers,',
    after: 'audience: [bewoners, ondernemer,',
    at: 'ondernemer,',
    code: 'unknown-reference',
    nearest: 'ondernemers',
  },
  {
    when: 'a phase does not exist',
    file: ROUND,
    before: 'phase: kiezen',
    after: 'phase: keizen',
    at: 'keizen',
    code: 'unknown-reference',
    nearest: 'kiezen',
  },
  {
    when: 'a territory does not exist',
    file: CONSULTATION,
    before: 'includes: [zoutpan, berg]',
    after: 'includes: [zoutpan, atlantis]',
    at: 'atlantis',
    code: 'unknown-reference',
    nearest: null,
  },
  {
    when: 'a deciding body does not exist',
    file: CONSULTATION,
    before: 'path: [eilandraad]',
    after: 'path: [eilandsraad]',
    at: 'eilandsraad',
    code: 'unknown-reference',
    nearest: 'eilandraad',
  },
  {
    when: 'a round invites a college twice',
    file: ROUND,
    before: 'ondernemers, diensten]',
    after: 'diensten, diensten]',
    at: 'diensten]',
    code: 'repeated-key',
  },
  {
    when: 'two themes of different axes share a key',
    file: CONSULTATION,
    before: '  - key: verkeer\n',
    after:
      '    themes:\n      - key: besparen\n        label: { nl: a, en: a }\n        description: { nl: a, en: a } # twice\n  - key: verkeer\n',
    at: 'besparen\n        label: { nl: a',
    code: 'repeated-key',
    found: '"besparen"',
  },
  {
    when: 'a former key is still a key',
    file: CONSULTATION,
    before: '{ key: ondernemers, label',
    after: '{ key: ondernemers, formerly: [bewoners], label',
    at: 'bewoners], label',
    code: 'repeated-key',
  },
  {
    when: 'types published as one name a type that is not there',
    file: CONSULTATION,
    before: APPROVED,
    after: `${APPROVED}publishedTogether: [{ key: samen, label: { nl: S, en: S }, colleges: [dienst, ondernemers] }]\n`,
    at: 'dienst, ondernemers',
    code: 'unknown-reference',
    nearest: 'diensten',
  },
  {
    when: 'one type alone is to be published with others',
    file: CONSULTATION,
    before: APPROVED,
    after: `${APPROVED}publishedTogether: [{ key: samen, label: { nl: S, en: S }, colleges: [diensten] }]\n`,
    at: '[diensten]',
    code: 'bad-value',
  },
  {
    when: 'the row of types published as one has the key of a type',
    file: CONSULTATION,
    before: APPROVED,
    after: `${APPROVED}publishedTogether: [{ key: bewoners, label: { nl: S, en: S }, colleges: [diensten, ondernemers] }]\n`,
    at: 'bewoners, label: { nl: S',
    code: 'repeated-key',
  },
  {
    when: 'a type is published with two others',
    file: CONSULTATION,
    before: APPROVED,
    after: `${APPROVED}publishedTogether: [{ key: a, label: { nl: S, en: S }, colleges: [diensten, ondernemers] }, { key: b, label: { nl: S, en: S }, colleges: [diensten, bewoners] }]\n`,
    at: 'diensten, bewoners] }]',
    code: 'repeated-key',
  },
  {
    when: 'the row of types published as one lacks a language',
    file: CONSULTATION,
    before: APPROVED,
    after: `${APPROVED}publishedTogether: [{ key: a, label: { en: S }, colleges: [diensten, ondernemers] }]\n`,
    at: '{ en: S }',
    code: 'missing-language',
  },
  {
    when: 'two rounds share a key',
    file: EARLY,
    before: 'key: verkenning',
    after: 'key: maatregelen',
    at: 'maatregelen',
    code: 'repeated-key',
  },
  {
    when: 'a text lacks a language',
    file: ROUND,
    before: 'title: { nl: Maatregelen, en: Measures }',
    after: 'title: { nl: Maatregelen }',
    at: '{ nl: Maatregelen }',
    code: 'missing-language',
    expected: 'en',
  },
  {
    when: 'a text has a language the consultation has not',
    file: ROUND,
    before: 'title: { nl: Maatregelen, en: Measures }',
    after: 'title: { nl: Maatregelen, en: Measures, fr: Mesures }',
    at: 'fr: Mesures',
    code: 'unknown-language',
    found: '"fr"',
    expected: 'nl, en',
  },
  {
    when: 'an unquoted comma cuts a text',
    file: ROUND,
    before: 'title: { nl: Maatregelen, en: Measures }',
    after: 'title: { nl: Maatregelen, en: Measures, and more }',
    at: 'and more',
    code: 'unknown-language',
    expected: 'quotes around a text that contains a comma',
  },
  {
    when: 'a day does not exist',
    file: ROUND,
    before: 'to: 2026-05-15',
    after: 'to: 2026-02-30',
    at: '2026-02-30',
    code: 'bad-value',
    found: '"2026-02-30"',
  },
  {
    when: 'a round closes before it opens',
    file: ROUND,
    before: 'to: 2026-05-15',
    after: 'to: 2026-04-05',
    at: '2026-04-05',
    code: 'order',
    expected: '2026-04-06 or a later day',
  },
  {
    when: 'a round leaves its phase',
    file: ROUND,
    before: 'to: 2026-05-15',
    after: 'to: 2026-05-16',
    at: '2026-05-16',
    code: 'outside-phase',
    expected: 'between 2026-04-06 and 2026-05-15',
  },
  {
    when: 'phases are not in order',
    file: CONSULTATION,
    before: 'from: 2026-06-01',
    after: 'from: 2026-04-01',
    at: '2026-04-01',
    code: 'order',
  },
  {
    when: 'the working day ends before it starts',
    file: CONSULTATION,
    before: 'to: "16:00"',
    after: 'to: "06:00"',
    at: '"06:00"',
    code: 'order',
    expected: 'a time after 07:30',
  },
  {
    when: 'the zone is misspelt',
    file: CONSULTATION,
    before: 'zone: America/Curacao',
    after: 'zone: America/Curaçoa',
    at: 'America/Curaçoa',
    code: 'bad-value',
    nearest: 'America/Curacao',
  },
  {
    when: 'a round is shorter than 21 days (C3)',
    file: ROUND,
    before: 'to: 2026-05-15',
    after: 'to: 2026-04-26',
    at: '2026-04-26',
    code: 'short-round',
    found: '20 days',
    severity: 'warning',
  },
  {
    when: 'people are given nothing to read first (C2)',
    file: EARLY,
    before:
      'background:\n  - label: { nl: Het eiland in cijfers, en: The island in figures }\n    text: { nl: Een verzonnen eiland met achtduizend inwoners., en: An invented island of eight thousand people. }\n',
    after: '',
    at: 'key: verkenning',
    code: 'no-background',
    severity: 'warning',
  },
  {
    when: 'a background has neither address nor text',
    file: EARLY,
    before:
      '    text: { nl: Een verzonnen eiland met achtduizend inwoners., en: An invented island of eight thousand people. }\n',
    after: '',
    at: 'label: { nl: Het eiland',
    code: 'bad-value',
    expected: 'an address (url) or a text (text)',
  },
  {
    when: 'an axis of a round is never asked about',
    file: ROUND,
    before: '  - key: water\n    axis: water\n',
    after: '  - key: water\n    axis: energie\n',
    at: 'water, verkeer, natuur]',
    code: 'missing-prompt',
    expected: 'a prompt on axis water',
  },
  {
    when: 'a round without axes asks about one',
    file: EARLY,
    before: '  - key: merkt\n',
    after: '  - key: merkt\n    axis: water\n',
    at: 'water',
    code: 'prompt-axis',
    expected: 'no axis: this round has none',
  },
  {
    when: 'a kind of proposal is not described',
    file: CONSULTATION,
    before: '- key: question\n',
    after: '- key: objection # again\n',
    at: '- key: new-action',
    code: 'missing-kind',
    expected: 'question',
  },
  {
    when: 'a spelling names two places',
    file: CONSULTATION,
    before: 'spellings: [de Zoutpannen]',
    after: 'spellings: [HAVEN-ZICHT]',
    at: 'HAVEN-ZICHT',
    code: 'repeated-spelling',
  },
  {
    when: 'a territory contains itself',
    file: CONSULTATION,
    before: 'label: Berg, ambiguous: true }',
    after: 'label: Berg, includes: [oostpunt] }',
    at: '[oostpunt]',
    code: 'includes-loop',
  },
  {
    when: 'the usual attribution is not allowed',
    file: CONSULTATION,
    before: 'allowed: [name, organisation, college, none]',
    after: 'allowed: [name, organisation, college]',
    at: 'none }',
    code: 'bad-value',
    expected: 'name, organisation, college',
  },
];

describe('given a consultation with one mistake', () => {
  test.each(mistakes)('when $when, the problem says so at its exact place', (mistake) => {
    const files = rewrite(good, mistake.file, mistake.before, mistake.after);
    const place = placeOf(files, mistake.file, mistake.at);
    const problem = problemsOf(files).find(
      ({ code, file, line, column }) =>
        code === mistake.code && file === mistake.file && line === place.line && column === place.column,
    );
    expect(problem, JSON.stringify(problemsOf(files), null, 1)).toBeDefined();
    expect(problem?.severity).toBe(mistake.severity ?? 'error');
    if (mistake.found !== undefined) expect(problem?.found?.en).toBe(mistake.found);
    if (mistake.expected !== undefined) expect(problem?.expected?.en).toBe(mistake.expected);
    if (mistake.nearest !== undefined) expect(problem?.nearest).toBe(mistake.nearest);
  });
});

describe('given YAML that does not parse', () => {
  const broken: readonly [string, Files, string, number, number, string][] = [
    ['a tab indents', { [PLAN]: 'key: a\nlabel:\n\tnl: b\n' }, PLAN, 3, 1, 'spaces: no tab in an indent'],
    ['a key is there twice', { [PLAN]: 'key: a\nkey: b\n' }, PLAN, 2, 1, 'each key only once'],
    [
      'a colon is not quoted',
      { [PLAN]: 'key: a\nlabel: b: c\n' },
      PLAN,
      2,
      8,
      'quotes around a text that contains ": "',
    ],
    [
      'an alias has no anchor',
      { [PLAN]: 'key: a\nlabel: *b\n' },
      PLAN,
      2,
      8,
      'an anchor set before its alias',
    ],
    ['a file is empty', { [ROUND]: '# later\n' }, ROUND, 1, 1, 'some content: this file is empty'],
  ];
  test.each(broken)('when %s, the problem has the same form', (_, bad, file, line, column, expected) => {
    const problem = problemsOf({ ...good, ...bad }).find(({ code }) => code === 'syntax');
    expect(problem).toMatchObject({ file, line, column, severity: 'error' });
    expect(problem?.expected?.en).toBe(expected);
  });
});

test('given several mistakes in several files, all are reported at once, in order of place', () => {
  let files = rewrite(good, CONSULTATION, 'smallestFigure: 5', 'smallestFigur: 5');
  files = rewrite(files, ROUND, 'phase: kiezen', 'phase: keizen');
  files = rewrite(files, ROUND, 'form: written', 'form: writen');
  files = { ...files, [PLAN]: 'key: a\nkey: b\n' };
  const found = problemsOf(files).map(({ file, code }) => `${file} ${code}`);
  expect(found).toEqual([
    `${CONSULTATION} missing-key`,
    `${CONSULTATION} unknown-key`,
    `${PLAN} syntax`,
    `${ROUND} bad-value`,
    `${ROUND} unknown-reference`,
  ]);
});

test('given no consultation.yaml, that is the problem, and its rounds are not blamed for it', () => {
  const { [CONSULTATION]: _, ...others } = good;
  expect(problemsOf(others).map(({ file, code }) => `${file} ${code}`)).toEqual([
    `${CONSULTATION} missing-file`,
  ]);
});

test('given a file whose name ends in .yml, a warning names the file it should be', () => {
  const files = { ...good, 'rounds/extra.yml': 'key: x\n' };
  expect(problemsOf(files)).toMatchObject([
    { code: 'ignored-file', severity: 'warning', file: 'rounds/extra.yml', nearest: 'rounds/extra.yaml' },
  ]);
});

test('a problem is told in French first, and in English', () => {
  const files = rewrite(good, ROUND, 'form: written', 'form: writen');
  const problem = problemsOf(files)[0]!;
  expect(format(problem)).toBe(
    'rounds/maatregelen.yaml:3:7  form : valeur refusée ; trouvé : « writen » ; attendu : written, workshop, validation, decision. Vouliez-vous dire « written » ?',
  );
  expect(sentence(problem, 'en')).toBe(
    'form: value not allowed; found: "writen"; expected: written, workshop, validation, decision. Did you mean "written"?',
  );
});
