import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonical, commit, hashOf, tampered } from '../../../src/core/synthesis/hash.ts';
import { sampleBody, sha256, textOf } from '../../report/sample.ts';

const body = sampleBody();
const wordsOf = (id: string) => ({ text: textOf.get(id)!, salt: sha256(`salt of ${id}`) });
const commitments = commit(body, wordsOf, sha256);

/** The same value with the keys of every object in another order. */
const shuffled = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(shuffled);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, entry]) => [key, shuffled(entry)]),
  );
};

describe('the hash of a signed synthesis', () => {
  it('does not depend on the order of keys, as a database may change it', () => {
    expect(hashOf(shuffled(body) as typeof body, commitments, 'salt', sha256)).toBe(
      hashOf(body, commitments, 'salt', sha256),
    );
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(canonical(shuffled(value))).toBe(canonical(value));
        expect(JSON.parse(canonical(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  it('survives the erasure of words, and still tells whether the others are those that were signed', () => {
    const erased = (id: string) => (id === 'words-1' ? null : wordsOf(id));
    expect(hashOf(body, commitments, 'salt', sha256)).toMatch(/^[0-9a-f]{64}$/);
    expect(tampered(body, commitments, erased, sha256)).toEqual([]);
    expect(() => commit(body, erased, sha256)).toThrow(/are gone/);
    const changed = (id: string) => ({
      ...wordsOf(id),
      text: id === 'words-1' ? 'autre chose' : textOf.get(id)!,
    });
    expect(tampered(body, commitments, changed, sha256)).toHaveLength(1);
    expect(tampered(body, commitments, changed, sha256)[0]).toMatch(/^words-1:/);
  });

  it('holds no word of anyone, and can’t be guessed from the published document without its salt', () => {
    const hashed = canonical({ body, commitments });
    for (const text of textOf.values()) expect(hashed).not.toContain(text);
    expect(hashOf(body, commitments, 'another salt', sha256)).not.toBe(
      hashOf(body, commitments, 'salt', sha256),
    );
  });

  it('commits to each quote and each text of the staff once', () => {
    const of = commitments.map((commitment) => commitment.of);
    expect(new Set(of).size).toBe(of.length);
    expect(of).toContain('words-intro');
    expect(of).toContain('words-link');
    expect(of.some((one) => one.startsWith('words-9:'))).toBe(true);
    expect(of.some((one) => one.startsWith('words-8'))).toBe(false);
  });
});
