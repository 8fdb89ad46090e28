/** Colours and the line of progress: for whoever watches a terminal, nowhere else. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Stream, table, terminalOn } from '../../src/commands/terminal.ts';

const ESCAPE = '\u001b';

/** A stream that keeps what is written. */
function kept(as: Pick<Stream, 'isTTY' | 'columns'> = {}): Stream & { readonly said: () => string } {
  let said = '';
  return {
    ...as,
    write(text) {
      said += text;
    },
    said: () => said,
  };
}

describe('where a command speaks', () => {
  const rows = (colour: boolean) => table(['clé', 'titre'], [['mel', 'Plan']], colour);

  test('on a terminal the titles stand out, and the bar follows, one line, cleared at the end', () => {
    const [stdout, stderr] = [kept({ isTTY: true, columns: 60 }), kept({ isTTY: true, columns: 30 })];
    const out = terminalOn(stdout, stderr, {});
    expect(out).toMatchObject({ colour: true, width: 60 });
    for (const line of rows(out.colour)) out.print(line);
    expect(stdout.said()).toBe(`${ESCAPE}[1mclé  titre${ESCAPE}[22m\nmel  Plan\n`);
    out.progress('312 textes lus, les doublons ensuite', 0.5);
    out.progress(null);
    const [, bar, after] = stderr.said().split(`\r${ESCAPE}[K`);
    expect(bar).toBe('████████████░░░░░░░░░░░░  50 %'.slice(0, 29));
    expect(after).toBe('');
    expect(stderr.said()).not.toContain('\n');
  });

  test('in a pipe there is neither, whatever the other stream is', () => {
    const [stdout, stderr] = [kept(), kept()];
    const out = terminalOn(stdout, stderr, {});
    expect(out).toMatchObject({ colour: false, width: null });
    for (const line of rows(out.colour)) out.print(line);
    out.progress('312 textes lus…', 0.5);
    out.progress(null);
    out.error('Rien à faire.');
    expect(stdout.said()).toBe('clé  titre\nmel  Plan\n');
    expect(stderr.said()).toBe('Rien à faire.\n');
    expect(terminalOn(kept(), kept({ isTTY: true }), {}).colour).toBe(false);
    const watched = kept({ isTTY: true });
    terminalOn(kept(), watched, {}).progress('Sauvegarde…');
    expect(watched.said()).toContain('Sauvegarde…');
  });

  test('with NO_COLOR there are no colours on a terminal either; empty, it says nothing', () => {
    const screen = () => kept({ isTTY: true, columns: 60 });
    expect(terminalOn(screen(), screen(), { NO_COLOR: '1' }).colour).toBe(false);
    expect(terminalOn(screen(), screen(), { NO_COLOR: '' }).colour).toBe(true);
    const stderr = screen();
    terminalOn(screen(), stderr, { NO_COLOR: '1' }).progress('312 textes lus…', 0.25);
    expect(stderr.said()).not.toMatch(new RegExp(`${ESCAPE}\\[[\\d;]*m`, 'u'));
  });
});

const root = join(import.meta.dirname, '../..');
const hasScript = spawnSync('script', ['--version'], { encoding: 'utf8' }).stdout?.includes('util-linux');

describe('the command line itself', () => {
  const home = mkdtempSync(join(tmpdir(), 'tour-terminal-'));
  const { NO_COLOR: _, ...rest } = process.env;
  const env = {
    ...rest,
    DATA_DIR: join(home, 'data'),
    DATABASE_URL: '',
    INTERFACE_LANG: 'fr',
    TERM: 'xterm',
  };
  const command = [process.execPath, join(root, 'src/cli.ts')] as const;
  const run = (file: string, words: readonly string[], more = {}) =>
    spawnSync(file, words, { cwd: home, env: { ...env, ...more }, encoding: 'utf8' });
  const onTerminal = (words: string, more = {}) =>
    run('script', ['-qec', `'${command.join("' '")}' ${words}`, '/dev/null'], more);
  beforeAll(() => {
    const loaded = run(command[0], [
      command[1],
      'consultation',
      'load',
      join(root, 'prompts/mel-ess-2015-2020'),
    ]);
    expect(loaded).toMatchObject({ status: 0, stderr: '' });
    expect(loaded.stdout).not.toContain(ESCAPE);
  });
  afterAll(() => rmSync(home, { recursive: true, force: true }));

  test('through a pipe it is plain', () => {
    const listed = run(command[0], [command[1], 'consultation', 'list']);
    expect(listed).toMatchObject({
      status: 0,
      stderr: '',
      stdout: expect.stringMatching(/^clé +version +titre\n/u),
    });
    expect(listed.stdout).not.toContain(ESCAPE);
  });

  test.runIf(hasScript)('on a terminal its titles stand out, unless NO_COLOR is set', () => {
    const shown = onTerminal('consultation list');
    expect(shown).toMatchObject({ status: 0, stdout: expect.stringContaining(`${ESCAPE}[1mclé `) });
    const plain = onTerminal('consultation list', { NO_COLOR: '1' });
    expect(plain.status).toBe(0);
    expect(plain.stdout).toContain('clé');
    expect(plain.stdout).not.toContain(`${ESCAPE}[1m`);
  });
});
