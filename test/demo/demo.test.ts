import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import PostalMime from 'postal-mime';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readJournal } from '../../adapters/memory/journal.ts';
import { CAST } from '../../src/demo/cast/cast.ts';
import { type KillReport, killCampaign } from '../campaigns/kill.ts';
import { ROOT } from '../generated.ts';
import {
  checkBase,
  checkDivergence,
  checkPrivacy,
  checkReplies,
  checkSignature,
  checkTraceability,
  type Files,
} from '../report/criteria.ts';

/**
 * The demo runs as a person runs it, in a process of its own, killed twice on the way and run again; all that follows
 * reads only the files it wrote.
 */
describe('the documents of the demo', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tour-demo-'));
  const out = join(folder, 'exports');
  let said = '';
  let kills: KillReport;
  let files: Files;
  /** People who were given back an answer, from the chat's own journal. */
  const authors = () =>
    new Set(
      readJournal(join(folder, 'data', 'chat.jsonl')).facts.flatMap((fact) =>
        fact.fact === 'posted' && JSON.stringify(fact.message).includes('Voici ce que deviennent')
          ? [fact.place]
          : [],
      ),
    ).size;
  const text = (name: string) => readFileSync(join(out, name), 'utf8');

  beforeAll(async () => {
    const dir = join(folder, 'data');
    const program = [join(ROOT, 'src/demo/main.ts'), '--resume', '--dir', dir, '--out', out];
    kills = await killCampaign({ program, dir, kills: 2, seed: 3, between: [3_000, 6_000] });
    said = (await promisify(execFile)(process.execPath, program, { cwd: ROOT })).stdout;
    const json = (name: string) => JSON.parse(text(name));
    files = {
      proposals: json('proposals.json'),
      synthesis: json('synthesis.json'),
      restitution: json('restitution.json'),
      pages: Object.fromEntries(['synthesis.html', 'synthesis.md'].map((name) => [name, text(name)])),
    };
  }, 400_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('are those of a demo that was killed, and lost nothing and said nothing twice', () => {
    expect(kills.kills).toBeGreaterThan(0);
    expect(kills.wrongs).toEqual([]);
  });

  it('come with a short summary that says where they lie', () => {
    for (const name of [
      'proposals.json',
      'proposals.csv',
      'proposals.xlsx',
      'digest.txt',
      'synthesis.html',
      'synthesis.md',
      'restitution.json',
      'letter.eml',
      'links.csv',
    ])
      expect(said).toContain(join(out, name));
    expect(said.split('\n').length).toBeLessThan(32);
  });

  it('hold what at least forty people of four types of actor said, in at least sixty contributions', () => {
    expect(files.synthesis.base).toHaveLength(4);
    expect(authors()).toBeGreaterThanOrEqual(40);
    expect(files.proposals.length).toBeGreaterThanOrEqual(60);
    // A table's has none.
    expect(new Set(files.proposals.flatMap((one) => one.college ?? [])).size).toBe(4);
    expect(new Set(files.proposals.map((one) => one.state))).toEqual(
      new Set(['submitted', 'merged', 'withdrawn', 'split', 'erased']),
    );
  });

  it('are Markdown that shows: what is bold is closed where words end, and parted from what follows', () => {
    const pages = readdirSync(out).filter((name) => name.endsWith('.md'));
    expect(pages.length).toBeGreaterThan(3);
    for (const name of pages)
      for (const [, bold, next] of text(name).matchAll(/\*\*([^*\n]+)\*\*(.?)/gu)) {
        expect(bold, name).toBe(bold!.trim());
        expect(next, `${name}: ${bold}`).not.toMatch(/\p{L}/u);
      }
  });

  it('answer every contribution with a status, a reason, a decider and a date (C4)', () => {
    expect(checkReplies(files)).toEqual([]);
    expect(files.restitution.every((entry) => entry.delivered !== null)).toBe(true);
    expect(new Set(files.restitution.map((entry) => entry.reason)).size).toBeGreaterThan(100);
    expect(new Set(files.restitution.map((entry) => entry.status)).size).toBe(6);
  });

  it('answer what came by telephone, at a table and in a document, and what was disputed', () => {
    const given = (words: string) => {
      const { ref } = files.proposals.find((one) => one.state !== 'split' && one.text.includes(words))!;
      return JSON.parse(text('restitution.json')).find((one: { proposal: string }) => one.proposal === ref);
    };
    for (const words of [
      'camion frigorifique',
      'fonds de garantie commun',
      'halle couverte',
      'un local à Roubaix',
    ])
      expect(given(words), words).toMatchObject({ status: 'to-be-studied', delivered: expect.any(String) });
    expect(given('camion frigorifique').dispute).toBe('upheld');
  });

  it('go on to the middle of the plan: what is late is asked about, the objectives are agreed to or not', () => {
    expect(said).toContain('un mi-parcours ouvert sur ce qui est en retard ; une validation des objectifs');
    expect(text('annual-report-2015.md')).toContain('pour une cible de 40');
    const heard = (who: string) =>
      readJournal(join(folder, 'data', 'chat.jsonl')).facts.flatMap((fact) =>
        fact.fact === 'posted' && fact.place.endsWith(`-${who}`) ? [JSON.stringify(fact.message)] : [],
      );
    expect(
      heard('rachida').some((message) => message.includes('3 personnes sur 77 se sont prononcées')),
    ).toBe(true);
    for (const who of ['michel', 'yvonne'])
      expect(heard(who).filter((message) => message.includes('pour une cible de 40 postes'))).toHaveLength(1);
  });

  it('end with an answer to what was said then: nothing is left open', () => {
    expect(said).toContain('une réponse à ce qui fut dit à mi-parcours');
    const { facts } = readJournal(join(folder, 'data', 'chat.jsonl'));
    for (const who of ['michel', 'yvonne', 'herve']) {
      const told = facts.filter(
        (fact) =>
          fact.fact === 'posted' &&
          fact.place.endsWith(`-${who}`) &&
          JSON.stringify(fact.message).includes('P-') &&
          JSON.stringify(fact.message).includes('d’ici l’été'),
      );
      expect(told, who).toHaveLength(1);
    }
  });

  it('forget what its author had erased, everywhere, and keep the round written in chat', () => {
    for (const name of readdirSync(out)) expect(text(name), name).not.toContain('cousin Gérard');
    expect(files.proposals.some(({ text: words }) => words.includes('hangar de 200 m²'))).toBe(true);
  });

  it('reach somebody who is on no chat, by a letter with her link, and in a file for a mail merge', async () => {
    const letter = await PostalMime.parse(text('letter.eml'));
    expect(letter.to).toEqual([{ name: 'Honorine Delesalle', address: 'honorine@vertgalant.example' }]);
    expect(letter.subject).toContain('Votre avis');
    const link = /https:\/\/idees\.example\/t\/\S+/u;
    expect(letter.text).toMatch(link);
    const merge = text('links.csv').split('\r\n');
    expect(merge[1]).toMatch(/^Honorine Delesalle;.*honorine@vertgalant\.example;/u);
    expect(merge[1]).toMatch(link);
  });

  it('title, answer by theme with its exceptions, and show the digest as it came', () => {
    expect(text('synthesis.md')).toContain(
      'De la trésorerie, des garanties et des subventions versées à temps',
    );
    const together = files.restitution.filter(({ reason }) =>
      reason.startsWith('Le plan cofinancera des moyens'),
    );
    expect(together.length).toBeGreaterThan(1);
    expect(new Set(together.map(({ status }) => status))).toEqual(new Set(['adopted']));
    expect(text('digest.txt')).toMatch(/document interne/u);
  });

  it('publish what was kept from publication and why, and neither the words nor who wrote them', () => {
    const published = ['moderation.md', 'moderation.html', 'moderation.json'].map(text).join('\n');
    expect(published).toContain('hors du sujet de la consultation');
    for (const name of ['synthesis.html', 'synthesis.json', 'restitution.json'])
      expect(text(name)).not.toContain('horloges de la gare');
    expect(published).not.toMatch(/horloges de la gare|Firmin/u);
  });

  it('come in a public and an internal version, the internal one marked', () => {
    expect(text('synthesis-internal.md')).toMatch(/interne/iu);
    expect(text('synthesis.md')).not.toMatch(/ne pas diffuser/iu);
    const figures = JSON.parse(text('synthesis-internal.json')).base;
    expect(figures.every((row: { silent: number | null }) => row.silent !== null)).toBe(true);
  });

  it('give figures against the invited base (C8)', () => expect(checkBase(files)).toEqual([]));

  it('trace every line to proposals and every proposal to a line (C9)', () =>
    expect(checkTraceability(files)).toEqual([]));

  it('show the disagreements of every axis, or who signed that there are none (C10)', () => {
    expect(checkDivergence(files)).toEqual([]);
    expect(
      files.synthesis.axes.filter((axis) => axis.disagreements.length > 0).length,
    ).toBeGreaterThanOrEqual(3);
  });

  it('are published only once a person has signed (C12)', () => expect(checkSignature(files)).toEqual([]));

  it('publish no small figure and quote nobody beyond their choice (C13)', () => {
    expect(checkPrivacy(files)).toEqual([]);
    expect(files.synthesis.base.some((row) => row.silent === null)).toBe(true);
  });

  it('quote people as they agreed to, and never those who said never', () => {
    const html = text('synthesis.html');
    const agreed = CAST.filter(({ attribution }) => attribution === 'name');
    const unnamed = CAST.filter(({ attribution }) => attribution !== 'name');
    expect(agreed.some(({ name }) => html.includes(name))).toBe(true);
    for (const { name } of unnamed) expect(html).not.toContain(name);
    for (const { organisation, attribution } of unnamed)
      if (attribution === 'college' || attribution === 'none') expect(html).not.toContain(organisation);
    for (const who of CAST.filter(({ attribution }) => attribution === 'none'))
      for (const move of who.moves)
        if ('say' in move && move.ideas) expect(html).not.toContain(move.say.slice(0, 40));
  });

  it('say in what people read that everybody is made up', () => {
    expect(text('synthesis.md')).toContain('fictives');
    expect(text('synthesis.html')).toContain('(nom fictif)');
  });
});
