import { describe, expect, test } from 'vitest';
import type { WordsId } from '../../../src/core/ids.ts';
import {
  contentOf,
  keyFor,
  lacks,
  NEW_DRAFT,
  type RoundDraft,
  untranslated,
} from '../../../src/core/round/draft.ts';
import { nextStep, stepAt, stepBefore } from '../../../src/core/round/draft-steps.ts';

const words = (id: string) => ({ words: id as WordsId });
const axis = (key: string) => ({ key }) as never;
const content = { axes: [axis('1'), axis('2')] };
const prompt = (of: string | null) => ({ key: null, axis: of, text: { fr: words(`q${of}`) }, hint: null });
const complete: RoundDraft = {
  ...NEW_DRAFT,
  title: { fr: words('t'), en: { text: 'Premises' } },
  axes: ['1', '2'],
  open: { fr: { text: 'Tout' } },
  decided: { fr: { text: 'Rien' } },
  prompts: [prompt('2'), prompt('1')],
};

describe('a round put together in chat', () => {
  test.each([
    ['title', { ...complete, title: null }, 'draft-lacks'],
    ['what is open (C1)', { ...complete, open: null }, 'draft-lacks'],
    ['what is decided (C1)', { ...complete, decided: null }, 'draft-lacks'],
    ['any prompt', { ...complete, prompts: [] }, 'draft-lacks'],
    ['a prompt on one of its axes', { ...complete, prompts: [prompt('1')] }, 'axis-without-prompt'],
    ['a prompt without axis, where it has none', { ...complete, axes: [] }, 'draft-lacks'],
  ] as const)('cannot open without %s', (_, draft, code) => expect(lacks(draft)?.code).toBe(code));

  test('complete, it lacks nothing; its prompts follow its axes and are named after it', () => {
    expect(lacks(complete)).toBeNull();
    const texts = new Map(
      [
        ['t', 'Locaux'],
        ['q1', 'Quoi ?'],
        ['q2', 'Où ?'],
      ].map(([id, text]) => [id as WordsId, text!]),
    );
    const made = contentOf(complete, { key: 'locaux', phase: 'p', opensAt: 5 }, texts);
    expect(made.title).toEqual({ fr: 'Locaux', en: 'Premises' });
    expect(made.prompts.map(({ key, text }) => [key, text.fr])).toEqual([
      ['locaux-q1', 'Quoi ?'],
      ['locaux-q2', 'Où ?'],
    ]);
  });

  test('says in which languages part of it is missing', () =>
    expect(untranslated(complete, ['fr', 'en'])).toEqual(['en']));

  test.each([
    ['Des locaux pour l’ESS !', [], 'des-locaux-pour-l-ess'],
    ['Des locaux', ['des-locaux', 'des-locaux-2'], 'des-locaux-3'],
    ['🏠', [], 'tour'],
    ['Éléments de langage très très très très très longs', [], 'elements-de-langage-tres-tres-tres-tres'],
  ])('%s gets a key of its own', (title, taken, key) => expect(keyFor(title, taken)).toBe(key));
});

describe('one question at a time', () => {
  const given = { content, skip: [], read: ['en'] };

  test('a text is asked for in the other language people read, then the next field', () => {
    const typed = { ...NEW_DRAFT, title: { fr: words('t') } };
    expect(nextStep(typed, stepAt('title'), given)).toEqual({ ...stepAt('title'), lang: 'en' });
    const passed = { ...given, skip: ['en'] };
    expect(nextStep(typed, { ...stepAt('title'), lang: 'en' }, passed)).toEqual(stepAt('axes'));
    expect(nextStep({ ...typed, mute: ['en'] }, stepAt('title'), given)).toEqual(stepAt('axes'));
  });

  test('prompts are asked axis by axis, or once', () => {
    const two = { ...complete, prompts: [] };
    expect(nextStep(two, stepAt('background'), given)).toEqual(stepAt('prompts', '1'));
    expect(nextStep(two, stepAt('prompts', '1'), given)).toEqual(stepAt('prompts', '2'));
    expect(nextStep({ ...two, axes: [] }, stepAt('background'), given)).toEqual(stepAt('prompts'));
  });

  test('nothing after the last one, nor outside the field that is being changed', () => {
    expect(nextStep(complete, stepAt('minutes'), given)).toBeNull();
    expect(nextStep({ ...complete, mute: ['en'] }, stepAt('open'), given, true)).toBeNull();
  });

  test('back, from a language to its field, from the first one to nowhere; no axes to ask where there are none', () => {
    expect(stepBefore(complete, { ...stepAt('open'), lang: 'en' }, content)).toEqual(stepAt('open'));
    expect(stepBefore(complete, stepAt('open'), content)).toEqual(stepAt('axes'));
    expect(stepBefore(complete, stepAt('open'), { axes: [] })).toEqual(stepAt('title'));
    expect(stepBefore(complete, stepAt('title'), content)).toBeNull();
  });
});
