import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PersonId, Ref, WordsId } from '../../../src/core/ids.ts';
import { ref } from '../../../src/core/ids.ts';
import { isRefusal } from '../../../src/core/refusal.ts';
import { assemble } from '../../../src/core/synthesis/assemble.ts';
import { citations, type Edit, edit } from '../../../src/core/synthesis/edit.ts';
import type { SynthesisBody } from '../../../src/core/synthesis/model.ts';
import { refusalToSign } from '../../../src/core/synthesis/signing.ts';
import { group, grouping, proposal, refs, twoColleges } from './sample.ts';

const words = 'words-of-staff' as WordsId;
const by = 'person-1' as PersonId;

const drafted: SynthesisBody = assemble({
  lang: 'fr',
  axes: [{ key: '1' }, { key: '2' }],
  proposals: [
    proposal(1),
    proposal(2),
    proposal(3),
    proposal(4, { kind: 'objection', about: refs(1) }),
    proposal(5, { axis: '2' }),
    proposal(6, { axis: null }),
  ],
  groupings: new Map([['1', grouping(group('Locaux', 1, 2), group('', 3), group('', 4))]]),
  smallestFigure: 5,
  ...twoColleges,
});

const having = (change: Edit, body = drafted): SynthesisBody => {
  const edited = edit(body, false, change);
  if (isRefusal(edited)) throw new Error(edited.code);
  return edited;
};
const codeOf = (change: Edit, body = drafted, signed = false): string | null => {
  const edited = edit(body, signed, change);
  return isRefusal(edited) ? edited.code : null;
};
const introduce = (
  cites: readonly Ref[],
  axis = '2',
  section: 'lines' | 'disagreements' = 'lines',
): Edit => ({
  edit: 'introduce-line',
  axis,
  section,
  words,
  cites,
});

describe('staff edit a draft', () => {
  it('rewords a line: the citations stay, the machine sentence goes', () => {
    expect(having({ edit: 'reword', line: '1.1', words }).axes[0]!.lines[0]).toMatchObject({
      id: '1.1',
      text: null,
      words,
      cites: refs(1, 2),
    });
    expect(codeOf({ edit: 'reword', line: '1.9', words })).toBe('line-unknown');
  });

  it('reorders the lines of a section, all of them', () => {
    const edited = having({ edit: 'reorder', axis: '1', section: 'lines', lines: ['1.2', '1.3', '1.1'] });
    expect(edited.axes[0]!.lines.map((line) => line.id)).toEqual(['1.2', '1.3', '1.1']);
    const bad = (lines: string[]) => codeOf({ edit: 'reorder', axis: '1', section: 'lines', lines });
    expect(bad(['1.1', '1.2'])).toBe('order-incomplete');
    expect(bad(['1.1', '1.1', '1.2'])).toBe('order-incomplete');
    expect(bad(['1.1', '1.2', '2.1'])).toBe('line-unknown');
    expect(codeOf({ edit: 'reorder', axis: '7', section: 'lines', lines: [] })).toBe('axis-unknown');
  });

  it('introduces a line on proposals that exist; one that was unclassified is so no more', () => {
    const edited = having(introduce(refs(5, 6)));
    expect(edited.axes[1]!.lines.at(-1)).toMatchObject({ id: '2.2', kind: 'introduced', cites: refs(5, 6) });
    expect(edited.unclassified).toEqual([]);
    expect(having({ edit: 'remove', line: '2.2' }, edited)).toEqual(drafted);
    expect(codeOf(introduce([]))).toBe('line-without-proposal');
    expect(codeOf(introduce(refs(5, 77)))).toBe('proposal-unknown');
  });

  it('removes a line only if every proposal keeps one, and never an objection from the disagreements', () => {
    expect(codeOf({ edit: 'remove', line: '1.1' })).toBe('proposal-would-vanish');
    expect(codeOf({ edit: 'remove', line: '1.d1' })).toBe('objection-would-vanish');
    expect(codeOf({ edit: 'remove', line: 'nope' })).toBe('line-unknown');
    const kept = having(introduce(refs(1, 2), '1'));
    expect(having({ edit: 'remove', line: '1.1' }, kept).axes[0]!.lines.map((line) => line.id)).not.toContain(
      '1.1',
    );
  });

  it('signs that an axis has no disagreement, which a disagreement introduced later undoes', () => {
    const change: Edit = { edit: 'no-disagreement', axis: '2', by, at: 1 };
    expect(codeOf({ ...change, axis: '1' })).toBe('disagreement-exists');
    expect(refusalToSign(drafted)).toMatchObject({ code: 'disagreement-unsigned', details: { axes: '2' } });
    const signed = having(change);
    expect(signed.axes[1]!.noDisagreement).toEqual({ by, at: 1 });
    expect(refusalToSign(signed)).toBeNull();
    expect(having(introduce(refs(5), '2', 'disagreements'), signed).axes[1]!.noDisagreement).toBeNull();
  });

  it('removes an objection’s own line for one that cites it too, which then stays', () => {
    const own = drafted.axes[0]!.disagreements[0]!.id;
    const beside = having(introduce(refs(4), '1', 'disagreements'));
    const heir = beside.axes[0]!.disagreements.at(-1)!.id;
    const passed = having({ edit: 'remove', line: own }, beside);
    expect(codeOf({ edit: 'remove', line: heir }, passed)).toBe('objection-would-vanish');
    const again = having(introduce(refs(4, 1), '1', 'disagreements'), passed);
    const passedAgain = having({ edit: 'remove', line: heir }, again);
    expect(passedAgain.axes[0]!.disagreements).toHaveLength(1);
    expect(codeOf({ edit: 'remove', line: passedAgain.axes[0]!.disagreements[0]!.id }, passedAgain)).toBe(
      'objection-would-vanish',
    );
  });

  it('writes an introduction to the whole and to an axis', () => {
    expect(having({ edit: 'introduce', axis: null, words }).introduction).toBe(words);
    const edited = having({ edit: 'introduce', axis: '2', words });
    expect(edited.axes[1]!.introduction).toBe(words);
    expect(having({ edit: 'introduce', axis: '2', words: null }, edited)).toEqual(drafted);
  });

  it('changes nothing once it is signed', () => {
    expect(codeOf({ edit: 'reword', line: '1.1', words }, drafted, true)).toBe('synthesis-signed');
  });

  it('keeps C9 whatever is done in whatever order', () => {
    const axis = fc.constantFrom('1', '2', '3');
    const section = fc.constantFrom('lines', 'disagreements');
    const line = fc.constantFrom('1.1', '1.2', '1.3', '1.4', '1.d1', '1.d2', '2.1', '2.2', '2.d1');
    const anyEdit: fc.Arbitrary<Edit> = fc.oneof(
      fc.record({ edit: fc.constant('reword'), line, words: fc.constant(words) }),
      fc.record({ edit: fc.constant('remove'), line }),
      fc.record({ edit: fc.constant('reorder'), axis, section, lines: fc.array(line) }),
      fc.record({
        edit: fc.constant('introduce-line'),
        axis,
        section,
        words: fc.constant(words),
        cites: fc.array(fc.integer({ min: 1, max: 7 }).map(ref), { maxLength: 3 }),
      }),
      fc.record({ edit: fc.constant('no-disagreement'), axis, by: fc.constant(by), at: fc.constant(2) }),
    );
    fc.assert(
      fc.property(fc.array(anyEdit, { maxLength: 20 }), (edits) => {
        const body = edits.reduce((now, change) => {
          const edited = edit(now, false, change);
          return isRefusal(edited) ? now : edited;
        }, drafted);
        const cited = citations(body);
        expect([...cited.keys(), ...body.unclassified].toSorted()).toEqual(refs(1, 2, 3, 4, 5, 6));
        for (const { lines, disagreements, noDisagreement } of body.axes) {
          for (const one of [...lines, ...disagreements]) expect(one.cites.length).toBeGreaterThan(0);
          if (noDisagreement !== null) expect(disagreements).toEqual([]);
        }
        expect(body.axes[0]!.disagreements.some((one) => one.cites.includes(ref(4)))).toBe(true);
      }),
    );
  });
});
