/** What is queued names people by reference (`chat/mention.ts`): a name written out would outlive who bears it. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const BOT = join(import.meta.dirname, '../../src/bot');

test('no file of the bot writes a person’s name into a message', () => {
  const found = readdirSync(BOT, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts') && !path.includes('locales'))
    .flatMap((path) =>
      readFileSync(join(BOT, path), 'utf8')
        .split('\n')
        .filter((line) =>
          /display\([^)]*(?:person|from|reader|author|colleague|owner|by)\??\.name\b|firstName\((?!name\)|person\.name\) === null|name: )/u.test(
            line,
          ),
        )
        .map((line) => `${path}: ${line.trim()}`),
    );
  expect(found).toEqual([]);
});
