/** The cast of the demo: enough people, uneven as real ones, and an answer of its own for each idea. */
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createReader } from '../../src/analysis/reader.ts';
import { answerThenRest, said } from '../../src/bot/understand.ts';
import { loadFolder } from '../../src/content/load-folder.ts';
import { STATUSES } from '../../src/core/consultation/model.ts';
import { CAST, HOSTS } from '../../src/demo/cast/cast.ts';
import { type Character, type Expected, FICTITIOUS, type Move } from '../../src/demo/cast/character.ts';
import { MERGES } from '../../src/demo/cast/merges.ts';
import { INTRODUCTION, REWORDED } from '../../src/demo/cast/staff-edits.ts';

const loaded = await loadFolder(join(import.meta.dirname, '../../prompts/mel-ess-2015-2020'));
if (!loaded.ok) throw new Error('the consultation of the demo does not load');
const { consultation } = loaded;
const prompts = consultation.rounds.find((round) => round.key === 'plan-actions')!.prompts;

const movesOf = ({ moves, late = [] }: Character): readonly Move[] => [...moves, ...late];
const ideasOf = (move: Move): readonly Expected[] => ('ideas' in move ? (move.ideas ?? []) : []);
const keyOf = (move: Move): string | undefined => ('say' in move ? move.key : undefined);
const removedOf = (move: Move): string | undefined => ('remove' in move ? move.remove : undefined);
const answering = CAST.filter((one) => movesOf(one).some((move) => ideasOf(move).length > 0));

/** What remains to be answered: after edits and deletions. */
const answered: { readonly of: string; readonly expected: Expected }[] = CAST.flatMap((one) => {
  const replaced = new Set(
    movesOf(one).flatMap((move) => ('edit' in move ? [move.edit] : 'remove' in move ? [move.remove] : [])),
  );
  return movesOf(one)
    .filter((move) => !replaced.has(keyOf(move) ?? ''))
    .flatMap((move) => ideasOf(move).map((expected) => ({ of: one.key, expected })));
});

describe('who is there', () => {
  test('at least forty partners contribute at least seventy-five ideas', () => {
    expect(answering.length).toBeGreaterThanOrEqual(40);
    expect(answered.length).toBeGreaterThanOrEqual(75);
  });

  test('every college is there, of uneven sizes, with people who say nothing', () => {
    const sizes = consultation.colleges.map(
      ({ key }) => CAST.filter((one) => one.college === key && answering.includes(one)).length,
    );
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(5);
    expect(new Set(sizes).size).toBeGreaterThan(2);
    expect(new Set(CAST.map((one) => one.college)).size).toBe(consultation.colleges.length);
    expect(CAST.filter((one) => one.moves.length === 0).length).toBeGreaterThan(5);
  });

  test('keys and names are unique, and every organisation says that it is made up', () => {
    const everybody = [...CAST, ...HOSTS];
    expect(new Set(everybody.map((one) => one.key)).size).toBe(everybody.length);
    expect(new Set(everybody.map((one) => one.name)).size).toBe(everybody.length);
    expect(everybody.filter((one) => !one.organisation.endsWith(` ${FICTITIOUS}`))).toEqual([]);
    expect(new Set(CAST.map((one) => one.organisation)).size).toBe(CAST.length);
  });

  test('no organisation bears the name of a commune of the consultation', () => {
    const communes = new Set(consultation.taxonomy.territories.map((territory) => territory.label));
    const named = CAST.map((one) =>
      one.organisation.replace(/^(?:Ville|Commune) (?:de |d’)|\s\(nom fictif\)$/gu, ''),
    );
    expect(named.filter((name) => communes.has(name))).toEqual([]);
  });

  test('each way of being quoted is chosen by someone the consultation allows to', () => {
    const chosen = new Set(CAST.map((one) => one.attribution));
    expect([...chosen].sort()).toEqual([...consultation.rules.attribution.allowed].sort());
  });

  test('one facilitator and three members of staff run it', () => {
    expect(HOSTS.map((host) => host.role).sort()).toEqual(['facilitator', 'staff', 'staff', 'staff']);
  });
});

describe('what is said', () => {
  test('the machine reads as many ideas in each message as its author put there', () => {
    const reader = createReader(consultation);
    const misread: string[] = [];
    for (const one of CAST) {
      let place = -1;
      for (const move of movesOf(one)) {
        if ('remove' in move || ('say' in move && move.confirms)) continue;
        const text = 'say' in move ? move.say : move.to;
        const prompt = prompts[Math.max(0, 'edit' in move ? place - 1 : place)]!;
        const expected = ideasOf(move).length;
        const found = expected > 0 ? reader.read(text, { lang: one.lang, prompt }).ideas.length : 0;
        if (found !== expected) misread.push(`${one.key}: ${found} for ${expected} in ${text}`);
        const begins = place < 0 && !/^plus tard$/u.test(text);
        const moves = expected > 0 || said(text) === 'pass';
        if ('say' in move && (begins || moves)) place += 1;
      }
      expect(place, `${one.key} answers more prompts than there are`).toBeLessThanOrEqual(prompts.length);
    }
    expect(misread).toEqual([]);
  });

  test('the bot understands how each one begins, passes and confirms', () => {
    const misunderstood = CAST.flatMap((one) => {
      const [first, ...rest] = movesOf(one).flatMap((move) => ('say' in move ? [move] : []));
      const begins = first && !/^(?:yes|later|notMe)$/u.test(said(first.say) ?? '') ? [first.say] : [];
      const confirms = rest.flatMap(({ say, confirms }) =>
        confirms && said(say) !== 'yes' && !answerThenRest(say)?.yes ? [say] : [],
      );
      return [...begins, ...confirms].map((text) => `${one.key}: ${text}`);
    });
    expect(misunderstood).toEqual([]);
  });

  test('objections are heard on at least three axes, and one axis has none', () => {
    const reader = createReader(consultation);
    const axes = CAST.flatMap((one) =>
      movesOf(one).flatMap((move) => {
        const text = 'say' in move && ideasOf(move).length > 0 ? move.say : null;
        if (text === null) return [];
        return reader.read(text, { lang: one.lang, prompt: null }).ideas.flatMap(({ tags }) => {
          const main = (dimension: string) =>
            tags.find((tag) => tag.dimension === dimension && tag.main)?.value;
          return main('kind') === 'objection' ? [main('axis')] : [];
        });
      }),
    );
    expect(axes.length).toBeGreaterThanOrEqual(4);
    expect(new Set(axes).size).toBeGreaterThanOrEqual(3);
    expect(new Set(axes).size).toBeLessThan(consultation.axes.length);
  });

  test('somebody edits, somebody deletes, somebody is late, somebody writes in English', () => {
    expect(CAST.some((one) => one.moves.some((move) => 'edit' in move))).toBe(true);
    expect(CAST.some((one) => one.moves.some((move) => 'remove' in move))).toBe(true);
    expect(CAST.filter((one) => one.late).length).toBe(1);
    expect(CAST.filter((one) => one.lang === 'en').length).toBe(1);
  });

  test('edits and deletions name a message said before', () => {
    for (const one of CAST) {
      const keys = new Set<string>();
      for (const move of movesOf(one)) {
        const named = 'edit' in move ? move.edit : removedOf(move);
        if (named !== undefined) expect(keys, `${one.key}: ${named}`).toContain(named);
        const key = keyOf(move);
        if (key !== undefined) keys.add(key);
      }
    }
  });
});

describe('what is answered', () => {
  test('every status occurs, and every reason says something', () => {
    expect(new Set(answered.map(({ expected }) => expected.status))).toEqual(new Set(STATUSES));
    expect(answered.filter(({ expected }) => expected.reason.length < 60)).toEqual([]);
    expect(answered.filter(({ expected }) => !/^\p{Lu}.*\.$/u.test(expected.reason))).toEqual([]);
  });

  test('a reason is shared by two ideas at most, which say the same and get the same status', () => {
    for (const [reason, sharing] of Map.groupBy(answered, ({ expected }) => expected.reason)) {
      expect(sharing.length, reason).toBeLessThanOrEqual(2);
      expect(new Set(sharing.map(({ expected }) => expected.status)).size, reason).toBe(1);
    }
  });

  test('merges and staff edits point to messages of one idea, still there', () => {
    const said = new Map(
      CAST.flatMap((one) => {
        const removed = new Set(movesOf(one).map(removedOf));
        return movesOf(one)
          .filter((move) => keyOf(move) !== undefined && !removed.has(keyOf(move)))
          .map((move) => [`${one.key}:${keyOf(move)}`, ideasOf(move).length] as const);
      }),
    );
    for (const key of [...MERGES.flatMap(({ pair }) => pair), REWORDED.citing])
      expect(said.get(key), key).toBe(1);
    expect(new Set(MERGES.map((merge) => merge.agrees))).toEqual(new Set([true, false]));
    expect(INTRODUCTION).toContain('fictives');
  });
});
