import { expect, test } from 'vitest';
import { slots } from '../../src/host/slots.ts';

test('an answer passes those of a fan-out that wait, and finds a place that they never take', async () => {
  const slot = slots<string>(4);
  const begun: string[] = [];
  const ends = new Map<string, () => void>();
  const run = (name: string, isAnswer: boolean) =>
    slot('workspace', isAnswer, async () => {
      begun.push(name);
      await new Promise<void>((resolve) => ends.set(name, resolve));
    });
  const end = async (name: string) => {
    ends.get(name)!();
    await new Promise(setImmediate);
  };
  const all = ['i1', 'i2', 'i3', 'i4', 'i5'].map((name) => run(name, false));
  all.push(run('a1', true), run('a2', true));
  expect(begun).toEqual(['i1', 'i2', 'i3', 'a1']);
  await end('i1');
  expect(begun.at(-1)).toBe('a2');
  await end('a1');
  expect(begun).toHaveLength(5);
  await end('a2');
  expect(begun.at(-1)).toBe('i4');
  for (const name of ['i2', 'i3', 'i4']) await end(name);
  await end('i5');
  await Promise.all(all);
  expect(begun).toEqual(['i1', 'i2', 'i3', 'a1', 'a2', 'i4', 'i5']);
});

test('those of one key hold up no other, and where only one goes at a time all go in their turn', async () => {
  const slot = slots<string>(1);
  const done: string[] = [];
  let release = () => {};
  const held = slot('a', false, () => new Promise<void>((resolve) => (release = resolve)));
  await slot('b', false, async () => void done.push('b'));
  const after = slot('a', false, async () => void done.push('a'));
  release();
  await Promise.all([held, after]);
  expect(done).toEqual(['b', 'a']);
});

test('while answers never cease, the others go on too, in their turn', async () => {
  const slot = slots<string>(4);
  const begun: string[] = [];
  let asked = 0;
  const talk = async (): Promise<void> => {
    if (begun.includes('i2') || asked >= 100) return;
    asked += 1;
    const name = `a${asked}`;
    // The next one waits before this one ends.
    await Promise.all([
      slot('workspace', true, async () => {
        begun.push(name);
        await new Promise(setImmediate);
      }),
      new Promise(setImmediate).then(talk),
    ]);
  };
  const talks = Promise.all(Array.from({ length: 8 }, talk));
  const others = ['i1', 'i2'].map((name) => slot('workspace', false, async () => void begun.push(name)));
  await Promise.all([talks, ...others]);
  const [first, second] = [begun.indexOf('i1'), begun.indexOf('i2')];
  expect(first).toBeLessThan(20);
  expect(second - first).toBe(4);
});
