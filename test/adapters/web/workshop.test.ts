/** A workshop on the page: followed from each person's own conversation, and projected in the room. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { embeddedCopy } from '../../databases.ts';
import { DESK, hasChromium, launch, watched } from './chromium.ts';
import type { Person } from './person.ts';
import { openStage, type Stage, somebody, until } from './stage.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const plainly = (text: string): string => text.replace(/[\u00a0\u202f]/gu, ' ').replaceAll('’', "'");

describe('a workshop on the page', () => {
  let stage: Stage;
  let browser: Browser | null = null;
  let team: Person;
  let claire: Person;
  let omar: Person;
  const say = async (person: Person, text: string, expected: RegExp) => {
    const before = (await person.read()).length;
    person.say(text);
    await until(async () =>
      (await person.read())
        .slice(before)
        .some((line) => line.side === 'bot' && expected.test(plainly(line.text))),
    );
  };
  const hears = (person: Person, expected: RegExp) =>
    until(async () => (await person.read()).some(({ text }) => expected.test(plainly(text))));

  beforeAll(async () => {
    stage = await openStage(
      await embeddedCopy(),
      ['claire', 'omar'].map((name) => somebody(name)),
      {
        open: false,
      },
    );
    team = await stage.person('rachida');
    claire = await stage.person('claire');
    omar = await stage.person('omar');
    if (hasChromium) browser = await launch();
  });
  afterAll(async () => {
    for (const one of [team, claire, omar]) one?.close();
    await browser?.close();
    await stage?.close();
  });

  test('the projected page says when there is none', async () => {
    expect(plainly(await team.page('board'))).toContain('Aucun atelier en ce moment');
  });

  test('partners follow from their own page: what a room would be told is told there', async () => {
    await say(team, 'atelier atelier-1', /est ouvert/u);
    await hears(claire, /L'atelier « Atelier 1 .* s'ouvre/u);
    await say(claire, 'commencer', /Quelles actions proposez-vous/u);
    await say(omar, 'commencer', /Quelles actions proposez-vous/u);
    await say(team, 'atelier début', /1\/4 · Les idées/u);
    await hears(claire, /1\/4 · Les idées, jusqu'à .*Écrivez vos idées ici/su);
    await say(claire, 'une avance de trésorerie en attendant les subventions', /Noté, P-0001/u);
    await say(omar, 'un fonds commun pour avancer les subventions', /Noté, P-0002/u);
    const board = plainly(await team.page('board'));
    expect(board).toContain('2 idées, 2 personnes ici');
    expect(board).toMatch(/class="timer"[^>]*>(?:60:00|59:\d\d)</u);
    // Nobody without a session sees it.
    expect((await fetch(`${stage.url}${team.home}board`)).status).toBe(401);
  });

  describe.runIf(hasChromium)('in Chromium', () => {
    test('projected, it keeps itself up to date, counts down, and axe finds nothing', async () => {
      const seen = await watched(await browser!.newContext(DESK));
      await seen.page.goto(await stage.link('rachida'));
      await seen.page.getByRole('button', { name: /c’est moi/u }).click();
      await seen.page.locator('.me summary').click();
      await seen.page.getByRole('link', { name: /à projeter/u }).click();
      const timer = seen.page.locator('.timer');
      const before = await timer.textContent();
      await until(async () => (await timer.textContent()) !== before);
      await seen.page.evaluate(AXE);
      const { violations } = await seen.page.evaluate<{ violations: { id: string }[] }>('axe.run()');
      expect(violations.map(({ id }) => id)).toEqual([]);
      await say(team, 'atelier pause', /Pause/u);
      await seen.page.getByText(/en pause/u).waitFor();
      expect(await timer.count()).toBe(0);
      expect(seen.faults).toEqual([]);
      expect(await seen.page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
    });
  });

  test('groups are told to each, and dots are put by words', async () => {
    await say(team, 'atelier reprise', /On reprend/u);
    await say(team, 'atelier suite', /2\/4 · Regrouper/u);
    await hears(claire, /d'idées proches|trop différentes/u);
    await say(team, 'P-0001 nouveau groupe', /P-0001 est dans G\d/u);
    await say(team, 'atelier suite', /3\/4 · Par où commencer/u);
    await hears(claire, /5 points à placer/u);
    await say(claire, '3 points sur G1', /Vos points : 3 sur G1. Il vous en reste 2/u);
    expect(plainly(await omar.page('board'))).toContain('3 points placés par 1 personne');
  });
});
