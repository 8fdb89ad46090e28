/** One place checks rights and records acts: every use case goes through it, and nobody looks at the table beside it. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

const SRC = join(import.meta.dirname, '../src');
const read = (path: string): string => readFileSync(join(SRC, path), 'utf8');
const files = (folder: string): string[] =>
  readdirSync(join(SRC, folder), { recursive: true, encoding: 'utf8' })
    .map((path) => `${folder}/${path.replaceAll('\\', '/')}`)
    .filter((path) => path.endsWith('.ts') && !path.includes('/generated/'));

/** Files of `app` that open no door, each with why. */
const NO_DOOR: Readonly<Record<string, string>> = {
  'app/perform.ts': 'the door itself',
  'app/rights.ts': 'the table',
  'app/directs.ts': 'where people are written to, for those who write',
  'app/committee/held.ts': 'a part of speaking in, rewording for and calling off a session',
  'app/committee/papers.ts': 'reads, for those who convene, show and write minutes',
  'app/documents/writers.ts': 'a type',
  'app/words/keep-words.ts':
    'a text of somebody who is about to act: the act follows, or the transaction is undone',
  'app/gate/pass.ts': 'a part of closing a phase and publishing a report',
  'app/plan/published-plan.ts': 'reads, for those who write documents',
  'app/person/know-profile.ts': 'the system: what a chat says of an account',
  'app/person/taken-part.ts': 'reads, for who exports a person’s data',
  'app/person/enrol-people.ts':
    'a part of enrolling by the operator, of adding to a round, of importing partners',
  'app/participation/notices.ts': 'the calendar: what was asked for and may leave now',
  'app/proposal/others.ts': 'says what somebody may be shown, for those who show it',
  'app/proposal/supporters.ts': 'says who is told, for those who tell',
  'app/participation/plan-recaps.ts': 'the calendar: what is due, which nobody asks for',
  'app/proposal/import-row.ts': 'reads one line of a file, stores nothing',
  'app/proposal/json-fault.ts': 'reads a text',
  'app/proposal/read-import.ts': 'reads a file, stores nothing',
  'app/proposal/read-message.ts': 'reads a message, stores nothing',
  'app/proposal/label-share.ts': 'counts',
  'app/proposal/machine-tags.ts': 'merges tags',
  'app/proposal/with-texts.ts': 'reads what proposals say, for those who show it',
  'app/proposal/withdraw.ts': 'a part of withdrawing, editing, erasing, moderating',
  'app/workshop/said.ts': 'reads, for those who group and write minutes',
  'app/plan/asked-about.ts': 'reads, for those who show, draft and compile',
  'app/round/refused.ts': 'a part of watching a round',
  'app/synthesis/asked-so-far.ts': 'a part of showing and signing',
  'app/synthesis/snapshot.ts': 'a part of compiling',
  'app/synthesis/words-of-body.ts': 'lists ids',
};
const NO_DOOR_FOLDERS: Readonly<Record<string, string>> = {
  'app/ports/': 'shapes of what is needed of the world',
  'app/person/partners-file/': 'reads a file, stores nothing',
};

describe('rights and acts', () => {
  const isArgued = (path: string) =>
    Object.hasOwn(NO_DOOR, path) || Object.keys(NO_DOOR_FOLDERS).some((folder) => path.startsWith(folder));

  test('every use case goes through perform, or says why it does not', () => {
    expect(files('app').length).toBeGreaterThan(50);
    const doorless = files('app').filter((path) => !/\bperform\(/u.test(read(path)));
    expect(doorless.filter((path) => !isArgued(path))).toEqual([]);
  });

  test('the list holds nothing that is gone, or has a door by now', () => {
    const all = new Set(files('app'));
    const stale = Object.keys(NO_DOOR).filter(
      (path) => !all.has(path) || (path !== 'app/perform.ts' && /\bperform\(/u.test(read(path))),
    );
    expect(stale).toEqual([]);
  });

  test('the table of rights is asked in one file; the command line also names who may', () => {
    const asking = [...files('app'), ...files('bot'), ...files('commands'), ...files('host')].filter((path) =>
      /\b(?:roleFor|RIGHTS)\b/u.test(read(path)),
    );
    expect(asking.sort()).toEqual(['app/perform.ts', 'app/rights.ts', 'commands/acting.ts']);
  });

  test('acts are written in one file', () => {
    const writing = [...files('app'), ...files('bot'), ...files('commands'), ...files('host')].filter(
      (path) => /\bacts\.add\(/u.test(read(path)),
    );
    expect(writing).toEqual(['app/perform.ts']);
  });
});
