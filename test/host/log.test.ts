import { expect, test } from 'vitest';
import { ChatError } from '../../src/chat/port.ts';
import type { PersonId } from '../../src/core/ids.ts';
import { code, createLog, errorCode } from '../../src/log.ts';

const lines: string[] = [];
const log = createLog({ destination: { write: (line) => void lines.push(line) } });

test('a log line holds ids, numbers and codes', () => {
  const personId = '0195d3a0-0000-7000-8000-000000000001' as PersonId;
  log.info('person.stopped', { personId, count: 3, again: false, platform: code('slack') });
  expect(JSON.parse(lines.at(-1)!)).toMatchObject({
    event: 'person.stopped',
    personId,
    count: 3,
    platform: 'slack',
  });
});

test('a text does not compile, and is withheld where it got through', () => {
  const text: string = 'de la tréso en attendant';
  // @ts-expect-error a plain string may be a text
  log.info('said', { text });
  // @ts-expect-error and so may an event's name
  log.info(text);
  log.info('said', { text: code(text) });
  expect(lines.slice(-3).join('')).not.toContain('tréso');
});

test('an error is told by its class, code, causes and places, never by its message', () => {
  const canary = 'canari d’un secret xoxb-1';
  const cause = Object.assign(new RangeError(canary), { code: 'P2002' });
  log.error('failed', new ChatError(`refused:\n    at ${canary} (/a/b.ts:1:1)`, { transient: true, cause }));
  const { error } = JSON.parse(lines.at(-1)!);
  expect(error).toMatchObject({
    class: 'ChatError',
    transient: true,
    cause: { class: 'RangeError', code: 'P2002' },
  });
  expect(error.stack[0]).toContain('log.test.ts');
  expect(lines.at(-1)).not.toContain('canari');
  expect(errorCode(cause)).toBe('RangeError:P2002');
  expect(errorCode(canary)).toBe('string');
});
