/**
 * 150 people of four types of actor, through the page's HTTP doors alone, on each database; on the embedded one, a few of
 * them and the team come with a real browser.
 */
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { documentFiles } from '../../../src/compose.ts';
import { hasChromium, launch } from '../../adapters/web/chromium.ts';
import { storyDatabases } from '../../databases.ts';
import { ROOT } from '../../generated.ts';
import { checkAll, type Files } from '../../report/criteria.ts';
import { isRestitution, miscounted, namedToOthers } from '../consultation.ts';
import { type Played, playConsultation } from './consultation.ts';
import { PICTURES, takePictures } from './pictures.ts';

const PEOPLE = 150;

const kinds = storyDatabases();

describe.each(kinds)('a consultation of 150 people on the page, on $name', (database) => {
  let played: Played;
  let files: Files;
  let browser: Browser | null = null;
  beforeAll(async () => {
    const started = performance.now();
    if (database === kinds[0] && hasChromium) browser = await launch();
    played = await playConsultation(await database.open(), PEOPLE, browser);
    const written = documentFiles(played.gathered);
    const json = (name: string) => JSON.parse(String(written[name]));
    files = {
      proposals: json('proposals.json'),
      synthesis: json('synthesis.json'),
      restitution: json('restitution.json'),
    };
    const said = played.people.reduce((sum, { key }) => sum + played.doors.said(key).length, 0);
    console.log(
      `${PEOPLE} people on ${database.name}: ${said} messages, ${files.proposals.length} proposals, ${Math.round((performance.now() - started) / 1000)} s`,
    );
  }, 300_000);
  afterAll(async () => {
    await played?.close();
    await browser?.close();
  });

  test('they are of four types of actor, and most of them spoke', () => {
    expect(new Set(played.people.map(({ college }) => college)).size).toBe(4);
    expect([...played.refs.values()].filter((refs) => refs.length > 0).length).toBeGreaterThan(100);
  });

  test('each page holds what its person said, once and in order, and one answer to each message', async () => {
    for (const { key } of played.people) {
      const lines = await played.doors.visitor(key).look();
      const said = played.doors.said(key).filter(({ type }) => type === 'message');
      const own = lines.filter(({ side }) => side === 'person');
      if (played.phones.has(key)) expect(own).toHaveLength(said.length);
      else
        expect(own.map(({ ref }) => ref)).toEqual(said.map((event) => 'message' in event && event.message));
      const bot = lines.filter(({ side, ref }) => side === 'bot' && ref.endsWith('/0'));
      const given = bot.filter(({ text }) => isRestitution(text)).length;
      const told = given + (played.accepted.get(key) ?? 0);
      expect(bot.length, key).toBe(1 + played.doors.said(key).length + told);
    }
  });

  test('nobody’s page names anybody else', async () => {
    expect(namedToOthers(played.people, (key) => played.doors.visitor(key).lines)).toEqual([]);
  });

  test('whoever proposed something that stands is given back an answer to each, once', () => {
    const due = new Set(files.restitution.map(({ proposal }) => proposal));
    for (const { key } of played.people) {
      const mine = played.refs.get(key)!.filter((ref) => due.has(ref));
      const given = played.doors.inbox(key).filter(({ text }) => isRestitution(text));
      expect(given.length, key).toBeLessThanOrEqual(1);
      for (const ref of mine) expect(given[0]?.text, `${key}, ${ref}`).toContain(ref);
    }
  });

  test('the figures are those of the people invited', () => {
    expect(miscounted(played.people, files)).toEqual([]);
  });

  test('the files written hold every criterion', () => {
    expect(checkAll(files)).toEqual([]);
  });

  test.runIf(database === kinds[0] && hasChromium)(
    'the pictures of the README are taken from it',
    async () => {
      const to = process.env.PICTURES ?? mkdtempSync(join(tmpdir(), 'tour-pictures-'));
      await takePictures(played, browser!, String(documentFiles(played.gathered)['synthesis.html']), to);
      const readme = readFileSync(join(ROOT, 'README.md'), 'utf8');
      for (const name of PICTURES) {
        expect(statSync(join(to, name)).size, name).toBeGreaterThan(15_000);
        expect(readme).toContain(`test/pictures/${name}`);
      }
      if (process.env.PICTURES === undefined) rmSync(to, { recursive: true });
    },
  );

  test('nothing went wrong behind the page', () => {
    const wrong = played.site.lines.filter((line) => /"level":(?:40|50|60)/u.test(line));
    expect(wrong).toEqual([]);
  });
});
