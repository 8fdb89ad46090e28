import { describe, expect, test } from 'vitest';
import type { WordsId } from '../../../src/core/ids.ts';
import { isRefusal } from '../../../src/core/refusal.ts';
import {
  contentOf,
  type DraftPrompt,
  lacks,
  NEW_DRAFT,
  promptsOf,
  type RoundDraft,
  typedOn,
} from '../../../src/core/round/draft.ts';
import { MOST_ASKED, reworded, withoutPrompt, withPrompt } from '../../../src/core/round/draft-prompts.ts';
import { asksOfActions, midtermDraft, offTrackActions } from '../../../src/core/round/midterm.ts';

const words = (id: string) => ({ words: id as WordsId });
const text = (fr: string) => ({ fr: { text: fr }, en: { text: `${fr} (en)` } });
const alert = (key: string, level: Parameters<typeof offTrackActions>[0][number]['level']) => ({
  action: { key, axis: key[0]! },
  level,
});
const ACTIONS = offTrackActions([
  alert('1a', 'missed'),
  alert('2b', 'behind'),
  alert('2b', 'far-behind'),
  alert('1a', 'behind'),
  alert('3c', 'to-measure'),
]);
const draft = midtermDraft(
  ACTIONS,
  {
    title: text('Mi-parcours'),
    open: text('Tout'),
    decided: text('Rien'),
    background: { label: text('Où'), text: text('Là') },
    actions: ACTIONS.map(({ key }) => ({ question: text(`${key} ?`), figures: text(key) })),
    last: text('Et le reste ?'),
  },
  { audience: ['economic'], minutes: 6 },
);
const asked = (of: RoundDraft) =>
  promptsOf(of).map(({ text: { fr } }) => (fr && 'text' in fr ? fr.text : fr));
const sure = (made: ReturnType<typeof withoutPrompt>): RoundDraft => {
  if (isRefusal(made)) throw new Error(made.code);
  return made;
};

describe('a mid-term round', () => {
  test('asks of each action once, the worst first, not of what nobody measured; then of all the rest', () => {
    expect(ACTIONS.map(({ key, level }) => [key, level])).toEqual([
      ['1a', 'missed'],
      ['2b', 'far-behind'],
    ]);
    expect(asked(draft)).toEqual(['1a ?', '2b ?', 'Et le reste ?']);
    expect(lacks(draft)).toBeNull();
    expect(asksOfActions(draft.prompts)).toBe(true);
    expect(asksOfActions(NEW_DRAFT.prompts)).toBe(false);
  });

  test('has no axes, and each of its questions has that of its action', () => {
    const content = contentOf(draft, { key: 'mi', phase: 'suivi', opensAt: 0 }, new Map());
    expect(content.axes).toEqual([]);
    expect(content.prompts.map(({ key, axis, action }) => [key, axis, action])).toEqual([
      ['mi-q1', '1', '1a'],
      ['mi-q2', '2', '2b'],
      ['mi-q3', null, undefined],
    ]);
  });

  test('typed anew together, questions leave those of actions alone', () =>
    expect(typedOn(draft, null).map(({ text: { fr } }) => fr)).toEqual([{ text: 'Et le reste ?' }]));
});

describe('one question of a draft', () => {
  test('is taken out by its number', () => {
    expect(asked(sure(withoutPrompt(draft, 1)))).toEqual(['2b ?', 'Et le reste ?']);
    const ofAxes = { ...draft, axes: ['1', '2'], prompts: draft.prompts.slice(0, 2) };
    expect(sure(withoutPrompt(ofAxes, 1)).axes).toEqual(['2']);
    for (const place of [0, 4]) expect(withoutPrompt(draft, place)).toMatchObject({ code: 'no-such-prompt' });
  });

  test('said otherwise, it keeps its action and its figures, and loses what no longer says the same', () => {
    const next = sure(reworded(draft, 2, words('w'), { lang: null, typed: 'fr' }));
    expect(promptsOf(next)[1]).toEqual({ ...promptsOf(draft)[1], text: { fr: words('w') } });
    const both = sure(reworded(next, 2, words('v'), { lang: 'en', typed: 'fr' }));
    expect(promptsOf(both)[1]!.text).toEqual({ fr: words('w'), en: words('v') });
  });

  test('is added where it belongs, and not without end', () => {
    const one: DraftPrompt = { key: null, axis: '3', action: '3c', text: text('3c ?'), hint: null };
    expect(asked(sure(withPrompt(draft, one)))).toEqual(['1a ?', '2b ?', 'Et le reste ?', '3c ?']);
    const { action: _, ...ofAxis } = one;
    expect(withPrompt(draft, ofAxis)).toMatchObject({ code: 'round-without-axes' });
    const withAxes = { ...draft, axes: ['1', '2'] };
    expect(withPrompt(withAxes, one)).toMatchObject({ code: 'prompt-of-which-axis' });
    expect(asked(sure(withPrompt(withAxes, { ...ofAxis, axis: '1' })))).toEqual(['1a ?', '3c ?', '2b ?']);
    const full = { ...draft, prompts: Array.from({ length: MOST_ASKED }, () => one) };
    expect(withPrompt(full, one)).toMatchObject({ code: 'too-many-prompts' });
  });
});
