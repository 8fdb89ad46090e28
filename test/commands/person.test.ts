/** One person's data on the command line: complete, theirs only, and gone when they ask for it by post. */
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openCore } from '../../src/compose/open-core.ts';
import type { WordsId } from '../../src/core/ids.ts';
import { PERSON_KEYS } from '../../src/report/person-keys.ts';
import { storyDatabases } from '../databases.ts';
import { LILLE, openStage, type Stage } from '../journeys/stage.ts';
import { quiet, type Told, tell } from '../journeys/story.ts';
import { tourOn } from './shell.ts';

describe.each(storyDatabases())('one person, on $name', ({ open }) => {
  const dir = mkdtempSync(join(tmpdir(), 'tour-person-'));
  let stage: Stage;
  let told: Told;
  let tour: (...words: string[]) => Promise<{ exit: number; out: string; err: string }>;

  beforeAll(async () => {
    const database = await open();
    stage = await openStage(database, { world: LILLE, stories: 1, dataDir: dir });
    const core = await openCore({ databaseUrl: null, dataDir: dir }, database);
    tour = tourOn(core, { lang: 'fr', dir, clock: stage.clock });
    told = await tell(
      stage,
      `
      Rachida: ouvrir plan-actions
      Bot: On envoie ?
      Rachida: oui
      Bot: invitations
      Bot → Claire: Bonjour Claire
      Bot → Omar: Bonjour Omar
      Claire: oui
      Bot: 1/6 :
      Claire: des locaux moins chers à Roubaix
      Bot: Noté, {rooms} … 2/6 :
      Claire: {rooms} : des locaux partagés à Roubaix
      Bot: {rooms} est à jour.
      Claire: {rooms} axe 2
      Bot: axe 2, c'est noté.
      Claire: Quand le plan sera-t-il voté ?
      Bot: je la transmets
      Omar: oui
      Bot: 1/6 :
      Omar: des bureaux pas trop chers à Roubaix
      Bot: Noté, {desks} … 2/6 :
      Rachida: clore plan-actions : tout le monde a répondu
      Bot: est clos
      Rachida: réunir {rooms} dans {desks}
      Bot: La question est posée
      Bot → Claire: « des bureaux pas trop chers à Roubaix »
      Claire: non
      Bot: reste à part
      Rachida: modérer {rooms} : Une personne y était nommée.
      Bot: {rooms}
      Bot → Claire: Une personne y était nommée.
      Rachida: publier {rooms} : Elle ne l'est plus.
      Bot: {rooms}
      Bot → Claire: Elle ne l'est plus.
      Solène: décider {rooms} retenue : Un tiers-lieu ouvrira en septembre.
      Bot: c'est noté
    `,
    );
    await quiet(stage);
  }, 60_000);
  afterAll(async () => {
    await stage.close();
    rmSync(dir, { recursive: true, force: true });
  });

  const whole = async (who: string) => {
    const { exit, out, err } = await tour('person', 'export', who, '--as', 'Solène', '--json');
    expect([exit, err]).toEqual([0, '']);
    return { out, data: JSON.parse(out) };
  };

  test('everything of hers is there: words, versions, tags with their source, decisions, what she was sent, her acts', async () => {
    const { data } = await whole('Claire 1');
    expect(data.person).toMatchObject({
      name: 'Claire 1',
      lang: 'fr',
      addresses: [{ platform: 'memory', userId: 'claire-1' }],
    });
    expect(data.organisations).toMatchObject([
      { organisation: 'Organisation Claire 1', college: 'Partenaires économiques et institutionnels' },
    ]);
    expect(data.rounds).toMatchObject([{ state: 'started', answered: [expect.stringContaining('?')] }]);
    expect(data.messages.map(({ text }: { text: string }) => text)).toEqual([
      'oui',
      'des locaux moins chers à Roubaix',
      `${told.refs.rooms} : des locaux partagés à Roubaix`,
      `${told.refs.rooms} axe 2`,
      'Quand le plan sera-t-il voté ?',
      'non',
    ]);
    const [proposal] = data.proposals;
    expect(proposal).toMatchObject({
      ref: told.refs.rooms,
      state: 'submitted',
      versions: [
        { n: 1, text: 'des locaux moins chers à Roubaix' },
        { n: 2, text: 'des locaux partagés à Roubaix' },
      ],
      decisions: [{ status: 'adopted', reason: 'Un tiers-lieu ouvrira en septembre.' }],
      moderations: [
        { published: false, reason: 'Une personne y était nommée.' },
        { published: true, reason: "Elle ne l'est plus." },
      ],
    });
    const axes = proposal.tags.filter(({ dimension }: { dimension: string }) => dimension === 'axis');
    expect(
      axes.map((tag: { source: string; replacedAt: string | null }) => [tag.source, tag.replacedAt === null]),
    ).toContainEqual(['partner', true]);
    expect(
      axes.some(
        (tag: { source: string; replacedAt: string | null }) =>
          tag.source === 'machine' && tag.replacedAt !== null,
      ),
    ).toBe(true);
    expect(data.received.some(({ text }: { text: string }) => text.startsWith('Bonjour Claire'))).toBe(true);
    expect(data.doubts).toContainEqual(expect.objectContaining({ kind: 'question' }));
    expect(data.acts.map(({ verb }: { verb: string }) => verb)).toEqual(
      expect.arrayContaining(['participation.start', 'answer.submit', 'proposal.revise', 'merge.refuse']),
    );
  });

  test('what each chat says of her account is there too: her language, and since when it is closed', async () => {
    const at = Date.UTC(2015, 2, 9, 8);
    await stage.read(async (tx) => {
      const address = { platform: 'memory', workspace: 'main', userId: 'claire-1' };
      const [known] = await tx.profiles.of(address);
      await tx.profiles.note(known!, { lang: 'nl', zone: null, gone: true }, at);
    });
    expect((await whole('Claire 1')).data.person.addresses).toEqual([
      {
        platform: 'memory',
        workspace: 'main',
        userId: 'claire-1',
        locale: 'nl',
        goneAt: '2015-03-09T08:00:00.000Z',
      },
    ]);
    const { out } = await tour('person', 'export', 'Claire 1', '--as', 'Solène');
    expect(out).toMatch(/memory, claire-1, langue là-bas.: nl, compte fermé depuis.: 9 mars 2015, 09:00/u);
    expect(out).not.toMatch(/\b0 réponse/u);
    await stage.read(async (tx) => {
      const [known] = await tx.profiles.of({ platform: 'memory', workspace: 'main', userId: 'claire-1' });
      await tx.profiles.note(known!, { lang: null, zone: null, gone: false }, at);
    });
  });

  test('and nothing of anybody else: what she was shown of others is left out', async () => {
    const { out, data } = await whole('claire-1');
    expect(out).not.toMatch(/bureaux|Omar|omar|Rachida|Solène/u);
    const asked = data.received.find(({ kind }: { kind: string }) => kind === 'merge');
    expect(asked.text).toMatch(/«\sdes locaux partagés à Roubaix\s»/u);
    expect(asked.text).toMatch(/«\s\[…\]\s»/u);
    expect((await whole('omar-1')).out).not.toMatch(/locaux (?:moins|partagés)|Claire|claire/u);
  });

  test('each row about her in the database is counted in the file', async () => {
    const { data } = await whole('Claire 1');
    const person = await stage.read((tx) => tx.people.find(stage.consultation.id, 'claire-1'));
    const kept = await stage.read((tx) => tx.personal.of(person!.id));
    expect(data.messages).toHaveLength(kept.words.length);
    expect(data.received).toHaveLength(kept.deliveries.length);
    expect(data.received).toHaveLength(stage.platform.inbox('claire-1').length);
    expect(data.acts).toHaveLength(
      (await stage.read((tx) => tx.acts.of(stage.consultation.id))).filter(
        ({ actorId }) => actorId === person!.id,
      ).length,
    );
  });

  test('every key is explained in French and in English, and none is that is not there', async () => {
    const { data } = await whole('Claire 1');
    const { keys, ...rest } = data;
    const found = new Set<string>();
    const walk = (value: unknown, path: string): void => {
      if (Array.isArray(value)) for (const one of value) walk(one, `${path}[]`);
      else if (value !== null && typeof value === 'object')
        for (const [key, one] of Object.entries(value)) {
          const here = path === '' ? key : `${path}.${key}`;
          found.add(here);
          walk(one, here);
        }
    };
    walk(rest, '');
    for (const key of found)
      expect(keys[key], key).toEqual({ fr: expect.any(String), en: expect.any(String) });
    const mayBeEmpty =
      /^(?:person\.roles|supported|letters|files|tables|workshops|disputes|reviews|ratings|views|positions)\[\]/u;
    const unknown = Object.keys(PERSON_KEYS).filter(
      (key) => !found.has(key) && !mayBeEmpty.test(key) && !key.startsWith('digest.'),
    );
    expect(unknown).toEqual([]);
  });

  test('to read: Markdown in her language, in a file only its owner may open', async () => {
    const file = join(dir, 'claire.md');
    const said = await tour('person', 'export', 'Claire 1', '--as', 'Solène', '--out', file);
    expect(said.out).toMatch(/^Écrit dans .*claire\.md : 6 messages de vous, 1 proposition, 1 réponse/u);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    const text = readFileSync(file, 'utf8');
    expect(text).toContain('# Vos données, Plan métropolitain');
    expect(text).toContain('- Nom\u202f: Claire 1');
    expect(text).toMatch(/des locaux moins chers à Roubaix.*puis.*des locaux partagés à Roubaix/u);
    expect(text).toContain('dit par vous');
  });

  test('only staff may, and a stranger is nobody', async () => {
    const denied = await tour('person', 'export', 'Claire 1', '--as', 'Rachida');
    expect([denied.exit, denied.err]).toEqual([1, expect.stringContaining('n’a pas le droit')]);
    const unknown = await tour('person', 'export', 'Personne', '--as', 'Solène');
    expect([unknown.exit, unknown.err]).toEqual([
      1,
      expect.stringContaining('Je ne trouve personne du nom de « Personne »'),
    ]);
    const nobody = await tour('person', 'erase', 'Claire 1', '--yes');
    expect([nobody.exit, nobody.err]).toEqual([2, expect.stringContaining('--as')]);
  });

  test('asked by post: shown first, then erased, recorded, told, once', async () => {
    const unsure = await tour('person', 'erase', 'Claire 1', '--as', 'Solène');
    expect([unsure.exit, unsure.err]).toEqual([2, expect.stringContaining('ajoutez --yes')]);
    const person = (await stage.read((tx) => tx.people.find(stage.consultation.id, 'claire-1')))!;
    const done = await tour('person', 'erase', 'Claire 1', '--as', 'Solène', '--yes', '--json');
    expect(JSON.parse(done.out)).toEqual({ ok: true, words: 6, proposals: 1, told: true });
    await quiet(stage);
    expect(stage.platform.texts('claire-1').at(-1)).toContain('et au revoir');
    const acts = await stage.read((tx) => tx.acts.of(stage.consultation.id, person.id));
    expect(acts.map(({ verb }) => verb)).toEqual(expect.arrayContaining(['person.export', 'person.erase']));
    const again = await tour('person', 'erase', person.id, '--as', 'Solène', '--yes');
    expect([again.exit, again.err]).toEqual([1, expect.stringContaining('déjà effacée')]);
    const after = await whole(person.id);
    expect(after.out).not.toMatch(/locaux (?:moins|partagés)|"Claire 1"|claire-1/u);
    expect(after.data.person).toMatchObject({ name: null, addresses: [] });
    expect(after.data.proposals).toMatchObject([
      { state: 'erased', versions: [{ text: null }, { text: null }] },
    ]);
  });

  test('the reasons somebody of the team gave stay when they leave', async () => {
    const left = await tour('person', 'erase', 'Rachida', '--as', 'Solène', '--yes');
    expect([left.exit, left.err]).toEqual([0, '']);
    const texts = await stage.read(async (tx) => {
      const acts = await tx.acts.done(stage.consultation.id, ['proposal.moderate', 'proposal.reinstate']);
      return [...(await tx.words.texts(acts.map(({ refs }) => refs.reason as WordsId))).values()];
    });
    expect(texts.toSorted()).toEqual(["Elle ne l'est plus.", 'Une personne y était nommée.']);
  });

  test('the last member of staff stays until somebody takes over', async () => {
    expect((await tour('person', 'erase', 'Étienne', '--as', 'Solène', '--yes')).exit).toBe(0);
    const last = await tour('person', 'erase', 'Solène', '--as', 'Solène', '--yes');
    expect([last.exit, last.err]).toEqual([1, expect.stringContaining('seule personne de l’équipe')]);
    const acts = await stage.read((tx) => tx.acts.of(stage.consultation.id));
    expect(acts.length).toBeGreaterThan(10);
  });
});
