/** Which words a draft gives, and which it leaves to the references. */
import { describe, expect, it } from 'vitest';
import { LONGEST_QUOTE, otherSide, quotesOf } from '../../../src/core/synthesis/quotes.ts';
import { idOf, person, proposal, refs, wordsOf } from './sample.ts';

const quoted = (...given: Parameters<typeof quotesOf>) => quotesOf(...given).map(({ proposal: of }) => of);
const long = { words: wordsOf(1), start: 0, end: LONGEST_QUOTE + 1 };

describe('the two quotes of a theme', () => {
  it('say two things: another person who says nearly the same is no second quote', () => {
    const members = [proposal(1), proposal(2, { college: 'economy' }), proposal(3), proposal(4)];
    expect(quoted(members)).toEqual(refs(1, 2));
    expect(quoted(members, new Map([[idOf(1), [idOf(2)]]]))).toEqual(refs(1, 4));
    expect(quoted(members.slice(0, 2), new Map([[idOf(1), [idOf(2)]]]))).toEqual(refs(1, 2));
  });

  it('are whole, where somebody said it shortly in the heart of the theme', () => {
    const members = [
      proposal(1, { extract: long }),
      proposal(2),
      proposal(3, { extract: long }),
      proposal(4),
    ];
    expect(quoted(members)).toEqual(refs(2, 4));
    expect(quoted([members[0]!, members[2]!])).toEqual(refs(1, 3));
  });

  it('ask for something: a question or an objection only when nothing else can be quoted', () => {
    const [asks, objects] = [proposal(1, { kind: 'question' }), proposal(2, { kind: 'objection' })];
    expect(quoted([asks, objects, proposal(3)])).toEqual(refs(3));
    expect(quoted([objects, asks])).toEqual(refs(1));
    expect(quoted([objects])).toEqual(refs(2));
  });
});

describe('the other side of an objection', () => {
  const label = proposal(9, { kind: 'objection' });
  const group = [proposal(1), proposal(2), proposal(3, { attribution: 'none' }), label];

  it('is what it names, in the words of two people where several are named', () => {
    expect(otherSide(label, [proposal(5)], group)).toMatchObject({
      quote: { proposal: 'P-0005' },
      known: true,
    });
    expect(otherSide(label, [proposal(5), proposal(6)], group)).toMatchObject({
      quote: { proposal: 'P-0005' },
      other: { proposal: 'P-0006' },
    });
    const one = { partnerId: person(5) };
    expect(otherSide(label, [proposal(5, one), proposal(6, one)], group)).not.toHaveProperty('other');
  });

  it('is else what its group says nearest to it, then what is most central there', () => {
    const near = new Map([[idOf(9), [idOf(3), idOf(7), idOf(2), idOf(1)]]]);
    expect(otherSide(label, [], group, near)).toMatchObject({
      quote: { proposal: 'P-0002' },
      other: { proposal: 'P-0001' },
      known: false,
    });
    const alone = otherSide(label, [], group);
    expect(alone).toMatchObject({ quote: { proposal: 'P-0001' }, known: false });
    expect(alone).not.toHaveProperty('other');
  });

  it('is never what the same person said', () => {
    const own = [proposal(1, { partnerId: person(9) }), label];
    expect(otherSide(label, [], own, new Map([[idOf(9), [idOf(1)]]]))).toBeUndefined();
  });
});
