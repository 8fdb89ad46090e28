/**
 * People of four types of actor, through Slack's doors alone, over HTTP and over a socket. In full, with 150 of them:
 * `npm run campaign -- --slack`.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { documentFiles } from '../../../src/compose.ts';
import { heard } from '../../../src/demo/stage.ts';
import { hasChromium, launch } from '../../adapters/web/chromium.ts';
import { storyDatabases } from '../../databases.ts';
import { ROOT } from '../../generated.ts';
import { checkAll, type Files } from '../../report/criteria.ts';
import { isRestitution, miscounted, namedToOthers } from '../consultation.ts';
import { type Played, playConsultation } from './consultation.ts';
import { PICTURES, pagesOf, takePictures } from './pictures.ts';

const PEOPLE = Number(process.env.SLACK_PEOPLE ?? 12);
const PATIENCE = 60_000 + 4_000 * PEOPLE;
const [database] = storyDatabases();

describe.each(['http', 'socket'] as const)(`a consultation of ${PEOPLE} people in Slack, by %s`, (by) => {
  let played: Played;
  let files: Files;
  beforeAll(async () => {
    const started = performance.now();
    played = await playConsultation(await database!.open(), { by, count: PEOPLE });
    const written = documentFiles(played.gathered);
    const json = (name: string) => JSON.parse(String(written[name]));
    files = {
      proposals: json('proposals.json'),
      synthesis: json('synthesis.json'),
      restitution: json('restitution.json'),
    };
    const { typed, pressed, forms, edited, deleted } = played.doors.done;
    const seconds = Math.round((performance.now() - started) / 1000);
    console.log(
      `${PEOPLE} people by ${by}: ${typed} messages, ${pressed} buttons, ${forms} forms, ${edited} edits, ${deleted} deletions; ${played.doors.hearing.posts.length} posts of the bot, ${played.reminded.size} reminded, ${files.proposals.length} proposals; ${seconds} s`,
    );
  }, PATIENCE);
  afterAll(() => played?.close());

  test('they are of four types of actor; most of them spoke, in words, by buttons and in forms', () => {
    expect(new Set(played.people.map(({ college }) => college)).size).toBe(4);
    const spoke = [...played.refs.values()].filter((refs) => refs.length > 0).length;
    expect(spoke).toBeGreaterThan(PEOPLE / 2);
    expect(Object.values(played.doors.done).filter((times) => times === 0)).toEqual([]);
  });

  test('each was answered once for each thing they did, and reminded only when they had said nothing', () => {
    for (const { key, moves } of played.people) {
      const told = heard(played.doors, key);
      const given = told.filter(({ text }) => isRestitution(text)).length;
      const unasked = 1 + (played.reminded.has(key) ? 1 : 0) + given;
      expect(told.length - unasked - played.doors.said(key).length, key).toBeGreaterThanOrEqual(0);
      if (played.reminded.has(key)) expect(moves.length, key).toBeLessThan(3);
      expect(new Set(told.map((one) => one.key)).size).toBe(told.length);
    }
  });

  test('nobody is shown what somebody else said, nor a name', () => {
    expect(namedToOthers(played.people, (key) => played.doors.inbox(key))).toEqual([]);
  });

  test('whoever proposed something that stands is given back an answer to each, once', () => {
    const due = new Set(files.restitution.map(({ proposal }) => proposal));
    for (const { key } of played.people) {
      const mine = played.refs.get(key)!.filter((ref) => due.has(ref));
      const given = played.doors.inbox(key).filter(({ text }) => isRestitution(text));
      expect(given.length, key).toBe(mine.length > 0 ? 1 : 0);
      const told = played.doors
        .inbox(key)
        .map(({ text }) => text)
        .join('\n');
      for (const ref of mine)
        expect(told.slice(told.search(/Voici ce que|Here is what|This is/u)), key).toContain(ref);
    }
  });

  test('the team is given a digest, the chart as a picture, and the synthesis as a file', () => {
    expect(played.digest).toContain('propositions nouvelles');
    expect(played.files.join()).toMatch(/\.docx/u);
    expect(played.files.join()).toMatch(/\.png/u);
  });

  test('the figures are those of the people invited, and the files written hold every criterion', () => {
    expect(miscounted(played.people, files)).toEqual([]);
    expect(checkAll(files)).toEqual([]);
  });

  test.runIf(by === 'http')('the pictures of the README are drawn from it', async () => {
    const pages = pagesOf(played);
    const readme = readFileSync(join(ROOT, 'README.md'), 'utf8');
    for (const name of PICTURES) {
      expect(pages[name].length, name).toBeGreaterThan(2_500);
      expect(readme).toContain(`test/pictures/${name}`);
    }
    if (process.env.PICTURES === undefined || !hasChromium) return;
    const browser = await launch();
    await takePictures(played, browser, process.env.PICTURES);
    await browser.close();
  });

  test('nothing went wrong behind it, and no line of the log says what people said', () => {
    expect(played.house.lines.filter((line) => /"level":(?:40|50|60)/u.test(line))).toEqual([]);
    const log = played.house.lines.join('\n');
    const words = played.people.flatMap(({ moves }) =>
      moves.flatMap((move) => ('say' in move ? [move.say] : [])),
    );
    expect(words.filter((text) => text.length > 20 && log.includes(text))).toEqual([]);
  });
});
