import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { delivery, direct, inbound } from '../contracts/store/scene.ts';
import { databases } from '../databases.ts';
import { checkTraceability } from '../report/criteria.ts';
import { writeConsultation } from './consultation-folder.ts';
import { type CommandLine, commandLine, GRAND_DEBAT, lines, NOON } from './shell.ts';

const json = (text: string) => JSON.parse(text);
const TEXTS = [
  'Il faut reconnaître le vote blanc dans les élections.',
  'Reconnaître le vote blanc aux élections !',
  'Je suis contre le vote obligatoire, il ne faut pas forcer les gens.',
  'Plus de pistes cyclables et de transports en commun.',
  'Des pistes cyclables et des transports en commun gratuits.',
  'Baisser les impôts et la TVA.',
  '@tous [clic](http://evil) <b>impôts</b> \u001b[31mtaxe',
  'xyzzy',
];

describe.each(databases())('from texts to a signed synthesis, on $name', ({ open }) => {
  let line: CommandLine;
  beforeAll(async () => {
    line = await commandLine('en', open);
    const file = line.file('texts.jsonl', lines(...TEXTS.map((text, n) => ({ id: n, text }))));
    await line.tour('consultation', 'load', GRAND_DEBAT);
    await line.tour('people', 'add', 'Nadia', '--role', 'staff', '--address', 'slack:T1:U1');
    await line.tour('people', 'add', 'Farid', '--role', 'facilitator');
    await line.tour('proposals', 'import', file, '--as', 'Farid');
  });
  afterAll(() => line.close());

  test('a facilitator imports and lists, but does not compile: the refusal names who may', async () => {
    expect((await line.tour('proposals', 'list', '--as', 'Farid')).out).toContain('P-0004  ecologie');
    const refused = await line.tour('synthesis', 'compile', '--as', 'Farid');
    expect(refused).toMatchObject({ exit: 1, out: '' });
    expect(refused.err).toContain('Farid may not do that. Who may: Nadia (staff).');
    const unnamed = await line.tour('synthesis', 'compile');
    expect(unnamed).toMatchObject({ exit: 2 });
    expect(unnamed.err).toContain('Say who acts, with --as NAME. Who may: Nadia (staff).');
    const stranger = await line.tour('synthesis', 'compile', '--as', 'Zoé', '--json');
    expect(stranger.exit).toBe(1);
    expect(json(stranger.out)).toMatchObject({ ok: false, error: { code: 'as-unknown' } });
  });

  test('somebody named by a chat user id acts with the same rights, and the act is recorded', async () => {
    const said = await line.tour('synthesis', 'compile', '--as', 'U1', '--json');
    expect(json(said.out)).toMatchObject({ ok: true, number: 1, state: 'draft' });
    const acts = await line.core.store.transaction(async (tx) =>
      tx.acts.of((await tx.consultations.byKey('grand-debat'))!.id),
    );
    expect(acts.map(({ verb, role }) => [verb, role])).toEqual([
      ['consultation.load', 'operator'],
      ['person.enrol', 'operator'],
      ['person.enrol', 'operator'],
      ['proposals.import', 'facilitator'],
      ['proposals.list', 'facilitator'],
      ['synthesis.compile', 'staff'],
    ]);
  });

  test('a first name is enough when nobody else bears it; who may be meant is said otherwise', async () => {
    const { core } = line;
    await core.store.transaction(async (tx) => {
      const { id } = (await tx.consultations.byKey('grand-debat'))!;
      const address = { id: core.ids.next(), platform: 'slack', workspace: 'T1', userId: 'U7' };
      const contact = { email: null, telephone: null, preferred: null };
      for (const [name, addresses] of [
        ['Jeanne Morel', []],
        ['Jeanne Petit', [address]],
      ] as const)
        await tx.people.enrol(
          id,
          [
            {
              personId: core.ids.next(),
              name,
              lang: 'fr',
              contact,
              addresses,
              roles: [{ id: core.ids.next(), role: 'facilitator', group: null }],
              partner: null,
            },
          ],
          NOON,
        );
    });
    expect(await line.tour('proposals', 'list', '--as', 'morel')).toMatchObject({ exit: 0, err: '' });
    const two = await line.tour('proposals', 'list', '--as', 'Jeanne', '--json');
    expect(json(two.out)).toMatchObject({
      ok: false,
      error: { code: 'as-ambiguous', candidates: [{ name: 'Jeanne Morel' }, { name: 'Jeanne Petit' }] },
    });
    expect(two.err).toContain('Jeanne Petit (U7)');
    const exported = await line.tour('person', 'export', 'Petit', '--as', 'Nadia', '--json');
    expect(json(exported.out)).toMatchObject({ person: { name: 'Jeanne Petit' } });
    const erased = await line.tour('person', 'erase', 'Petit', '--as', 'Nadia', '--yes');
    expect(erased).toMatchObject({ exit: 1 });
    expect(erased.err).toContain('"Petit" is not enough: Jeanne Petit (U7)');
  });

  test('nothing leaves before a person signs, also that an axis has no disagreement', async () => {
    const early = await line.tour('synthesis', 'export', join(line.dir, 'early'), '--as', 'Nadia');
    expect(early).toMatchObject({ exit: 1 });
    expect(early.err).toContain('npx tour synthesis sign');
    const bare = await line.tour('synthesis', 'sign', '--as', 'Nadia');
    expect(bare.exit).toBe(1);
    const axes = /--without-disagreement ([\w,]+)/u.exec(bare.err)![1]!;
    expect(axes.split(',')).toContain('ecologie');
    const wrong = await line.tour(
      'synthesis',
      'sign',
      '--as',
      'Nadia',
      '--without-disagreement',
      'democratie',
    );
    expect(wrong.err).toContain('Axis democratie has disagreements');
    const signed = await line.tour(
      'synthesis',
      'sign',
      '--as',
      'Nadia',
      '--without-disagreement',
      axes,
      '--json',
    );
    expect(json(signed.out)).toMatchObject({
      ok: true,
      number: 1,
      hash: expect.stringMatching(/^[0-9a-f]{64}$/u),
    });
    const again = await line.tour('synthesis', 'sign', '--as', 'Nadia');
    expect(again.err).toContain('signed: it changes no more');
  });

  test('C9 holds on the files the export writes', async () => {
    const dir = join(line.dir, 'exports');
    const internal = json(
      (
        await line.tour(
          'synthesis',
          'export',
          join(line.dir, 'internal'),
          '--internal',
          '--as',
          'Nadia',
          '--json',
        )
      ).out,
    );
    expect(internal.files.map(({ file }: { file: string }) => basename(file))).toEqual([
      'synthesis-internal.json',
      'synthesis-internal.md',
      'synthesis-internal.html',
      'synthesis-internal.docx',
      'synthesis-internal.pdf',
    ]);
    const said = await line.tour('synthesis', 'export', dir, '--as', 'Nadia', '--json');
    expect(said.exit).toBe(0);
    const read = (name: string) => json(readFileSync(join(dir, name), 'utf8'));
    expect(existsSync(join(dir, 'proposals.json'))).toBe(false);
    await line.tour('proposals', 'export', dir, '--as', 'Nadia');
    const files = {
      proposals: read('proposals.json'),
      synthesis: read('synthesis.json'),
      restitution: read('restitution.json'),
    };
    expect(files.proposals).toHaveLength(TEXTS.length);
    expect(checkTraceability(files)).toEqual([]);
    expect(json(said.out).files.map(({ bytes }: { bytes: number }) => bytes > 0)).not.toContain(false);
  });

  test('the synthesis shows on the terminal without what people wrote acting on it', async () => {
    const shown = await line.tour('synthesis', 'show', '--as', 'Farid');
    expect(shown.out).toContain('P-0001');
    expect(shown.out.replaceAll('\n', '')).not.toMatch(/\p{Cc}/u);
    const listed = await line.tour('proposals', 'list', '--as', 'Farid', '--axis', 'impots');
    expect(listed.out.replaceAll('\n', '')).not.toMatch(/\p{Cc}/u);
    const rows = json((await line.tour('proposals', 'list', '--as', 'Farid', '--json', '--limit', '2')).out);
    expect(rows).toMatchObject({ total: TEXTS.length, proposals: [{ ref: 'P-0001' }, { ref: 'P-0002' }] });
    const unsure = json((await line.tour('proposals', 'list', '--as', 'Farid', '--json', '--unsure')).out);
    expect(unsure.proposals.at(-1)).toMatchObject({ ref: 'P-0008', axis: null });
  });

  test('those that may say the same are shown in pairs, the most alike first, and nothing is joined', async () => {
    const said = await line.tour('proposals', 'duplicates', '--as', 'Farid');
    expect(said.out).toMatch(
      /1\.00\s+P-0001 {2}Il faut reconnaître[^\n]+\n\s+P-0002 {2}Reconnaître le vote blanc/u,
    );
    expect(said.out).toMatch(/P-0004 {2}Plus de pistes[^\n]+\n\s+P-0005/u);
    expect(said.out).toContain('Nothing is joined unless its author agrees');
    const one = json(
      (await line.tour('proposals', 'duplicates', '--as', 'Farid', '--json', '--limit', '1')).out,
    );
    expect(one).toMatchObject({ total: 2, pairs: [{ proposals: ['P-0001', 'P-0002'] }] });
    const listed = json((await line.tour('proposals', 'list', '--as', 'Farid', '--json')).out);
    expect(listed.proposals.every(({ state }: { state: string }) => state === 'submitted')).toBe(true);
  });

  test('proposals are written for the staff, with the dictionary of their columns', async () => {
    const said = await line.tour('proposals', 'export', join(line.dir, 'internal'), '--as', 'Nadia');
    expect(said.out).toMatch(/proposals\.json[\s\S]*proposals\.csv[\s\S]*proposals-dictionary\.md/u);
    const refused = await line.tour('proposals', 'export', join(line.dir, 'internal'), '--as', 'Farid');
    expect(refused.exit).toBe(1);
    const only = join(line.dir, 'only');
    expect(await line.tour('proposals', 'export', only, '--format', 'xlsx', '--as', 'Nadia')).toMatchObject({
      exit: 0,
    });
    expect(readdirSync(only)).toEqual(['proposals.xlsx']);
    expect(await line.tour('proposals', 'export', only, '--format', 'pdf')).toMatchObject({ exit: 2 });
  });

  test('two imports at once store each text once', async () => {
    const file = line.file('more.jsonl', lines({ id: 'x', text: 'Le train' }, { id: 'y', text: 'Le bus' }));
    const one = () => line.tour('proposals', 'import', file, '--as', 'Farid', '--json');
    const both = (await Promise.all([one(), one()])).map(({ out }) => json(out).added);
    expect(both.sort()).toEqual([0, 2]);
  });

  test('content that drops an axis in use is refused, and says which', async () => {
    const without = writeConsultation(line.dir, (yaml) =>
      yaml.replace('key: democratie\n', 'key: citoyens\n'),
    );
    const said = await line.tour('consultation', 'load', without);
    expect(said.exit).toBe(1);
    expect(said.err).toMatch(/"democratie", or "formerly: \[democratie\]"/u);
    expect(said.err).toContain('put them back');
  });

  test('rounds are told with their state', async () => {
    const said = await line.tour('round', 'status', '--as', 'Farid', '--json');
    expect(json(said.out).rounds).toMatchObject([{ key: 'avis', state: 'not-opened', base: [] }]);
  });
});

describe('what the operator looks at', () => {
  const AS = ['-c', 'grand-debat', '--as', 'Solène'];
  let line: CommandLine;
  beforeAll(async () => {
    line = await commandLine();
  });
  afterAll(() => line.close());

  test('a database without a consultation, then with one, then with two', async () => {
    expect((await line.tour('people', 'list')).err).toContain('no consultation yet');
    expect((await line.tour('consultation', 'load', GRAND_DEBAT)).out).toContain('"grand-debat" is in force');
    expect((await line.tour('consultation', 'load', GRAND_DEBAT)).out).toContain('is in force already');
    await line.tour('consultation', 'load', join(GRAND_DEBAT, '../windhaven'));
    const which = await line.tour('people', 'list');
    expect(which).toMatchObject({ exit: 2 });
    expect(which.err).toMatch(/--consultation \(.*grand-debat.*\)/u);
    expect((await line.tour('people', 'list', '-c', 'grand-debat')).out).toContain(
      'Nobody runs this consultation yet',
    );
    expect((await line.tour('people', 'list', '-c', 'nope')).err).toContain('There is: ');
    expect(await line.tour('people', 'list', '-c', './nowhere')).toMatchObject({ exit: 2 });
    expect(json((await line.tour('consultation', 'list', '--json')).out).consultations).toHaveLength(2);
  });

  test('events that failed, without any text', async () => {
    await line.tour('people', 'add', 'Solène', '--role', 'staff', '-c', 'grand-debat');
    await line.tour('people', 'add', 'Farid', '--role', 'committee', '-c', 'grand-debat');
    expect((await line.tour('events', ...AS)).out).toBe('No failed event.');
    await line.core.store.transaction(async (tx) => {
      const row = inbound('$event:1\u001b[2J');
      await tx.inbox.add(row);
      await tx.inbox.settle(row.id, { state: 'failed', error: 'TypeError' });
    });
    const said = await line.tour('events', ...AS);
    expect(said.out).toMatch(/memory:w1\s+message\s+\$event:1 ?\[2J\s+TypeError/u);
    expect(said.out).not.toContain('\u001b');
    expect(json((await line.tour('events', ...AS, '--json')).out).failed).toMatchObject([
      { error: 'TypeError' },
    ]);
  });

  test.each(['events', 'deliveries'])(
    '%s are for those who run it: who asks is said, and may',
    async (what) => {
      expect(await line.tour(what, '-c', 'grand-debat')).toMatchObject({
        exit: 2,
        err: 'tour: Say who acts, with --as NAME. Who may: Solène (staff).',
      });
      expect(await line.tour(what, '-c', 'grand-debat', '--as', 'Farid')).toMatchObject({
        exit: 1,
        err: 'tour: Farid may not do that. Who may: Solène (staff).',
      });
    },
  );

  test('deliveries that wait or failed', async () => {
    await line.core.store.transaction(async (tx) => {
      const { id } = (await tx.consultations.byKey('grand-debat'))!;
      const conversation = await tx.conversations.lock(direct());
      const [waits, failed] = [0, 1].map(() => delivery(conversation.id, { consultationId: id }));
      await tx.outbox.add([waits!, failed!]);
      await tx.outbox.fail(failed!.id, 'channel_not_found');
    });
    const said = await line.tour('deliveries', ...AS);
    expect(said.out).toMatch(
      /queued[\s\S]*failed.*channel_not_found|failed.*channel_not_found[\s\S]*queued/u,
    );
    const failed = await line.tour('deliveries', ...AS, '--state', 'failed', '--json');
    expect(json(failed.out).deliveries).toMatchObject([{ state: 'failed', error: 'channel_not_found' }]);
    expect((await line.tour('deliveries', ...AS, '--state', 'sent')).out).toContain('No delivery');
  });

  test('a place where nothing can be written is said in words', async () => {
    for (const words of [
      ['proposals', 'export', '/dev/null/there'],
      ['plan', 'export', '/dev/null/there'],
      ['partners', 'list', '-c', '/dev/null/there'],
    ])
      expect(
        (await line.tour(...words, ...(words.includes('-c') ? ['--as', 'Solène'] : AS))).err,
      ).not.toMatch(/mkdir|ENOTDIR|ENOENT/u);
    const said = await line.tour('proposals', 'export', '/dev/null/there', ...AS);
    expect(said).toMatchObject({
      exit: 1,
      err: "tour: Can't open /dev/null/there: there is a file there, not a folder. Give another path.",
    });
  });

  test('wrong use is code 2, and says where to look; --json parses then too', async () => {
    for (const words of [
      [],
      ['bogus'],
      ['proposals'],
      ['proposals', 'import'],
      ['events', '--limit', 'x'],
      ['people', 'add', 'Zoé'],
      ['people', 'add', 'Zoé', '--role', 'boss'],
      ['people', 'add', 'Zoé', '--role', 'staff', '--address', 'U1'],
      ['events', 'too', 'many'],
      ['events', '--bogus'],
      ['check', '/nowhere'],
    ])
      expect(await line.tour(...words), words.join(' ')).toMatchObject({ exit: 2 });
    const said = await line.tour('proposals', 'import', '--json');
    expect(json(said.out)).toMatchObject({ ok: false, error: { code: 'usage' } });
    expect(said.err).toContain('npx tour proposals import --help');
  });

  test('a database command answers in JSON too', async () => {
    const said = await line.tour('db', 'restore', '--json');
    expect(said).toMatchObject({ exit: 2 });
    expect(json(said.out)).toMatchObject({ ok: false, error: { code: 'backup-unnamed', backups: [] } });
  });

  test('help is in the language of the interface', async () => {
    expect((await line.tour('--help')).out).toContain('Exit codes');
    expect((await line.tour('proposals', 'import', '--help')).out).toContain(
      'The whole file goes in, or nothing.',
    );
    const french = await commandLine('fr');
    expect((await french.tour('proposals', 'import', '--help')).out).toContain(
      'Tout le fichier entre, ou rien.',
    );
    expect((await french.tour('bogus')).err).toContain('« bogus » n’est pas une commande');
    expect((await french.tour('rond')).err).toContain('Peut-être « round » ?');
    expect((await french.tour('events', '--limit', 'x')).err).toContain(
      '« x » ne va pas pour --limit. Attendu : un nombre de 1 à 10000.',
    );
    expect((await french.tour('people', 'add', 'Zoé', '--role', 'boss')).err).toContain(
      '« boss » ne va pas pour --role. Au choix : staff, facilitator, committee.',
    );
    expect((await french.tour('synthesis', 'show', '--public', '--internal')).err).toMatch(
      /« --(public|internal) » ne va pas avec « --(public|internal) »/u,
    );
    expect(await french.tour('help', 'round')).toMatchObject({ exit: 0, err: '' });
    expect((await french.tour('help', 'round')).out).toContain('relance les personnes silencieuses');
    const help = await Promise.all(
      [['--help'], ['events', '--help'], ['proposals', 'list', '--help'], ['deliveries', '--help']].map(
        async (words) => (await french.tour(...words)).out,
      ),
    );
    expect(help[1]).toContain('combien au plus (d’ordinaire 50)');
    expect(help.join('\n')).not.toMatch(/default|choices|Usage:|Options:|Commands:|display|\w'\w/u);
    expect((await french.tour('synthesis', 'show')).err).toContain('npx tour consultation load DOSSIER');
    await french.close();
  });
});
