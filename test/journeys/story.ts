/**
 * A conversation written out. A line is `Name: what they say`, `Name [act]: …`, `Bot: what it answers to them`, or
 * `Bot → Name: what it says of its own accord`. In a Bot line, each piece between `…` must be there, in that order,
 * buttons after the text as `[label]`; `—` is silence. `{a}` names the reference first seen there; `↵` is a new line.
 * `JOURNEYS=aloud npx vitest run test/journeys` prints what is really said.
 * Acts: `[as a]` names the message `a`; `[edit a]`, `[delete a]`, `[press]`, `[file a.pdf+b.pdf]` (which then names the message), `[bot]` (as another program).
 * Acts: `[reply words]`, `[react words]`, `[unreact words]`, `[late words]` (a button) on the message with these words;
 */
import { expect } from 'vitest';
import type { Seen } from '../../adapters/memory/platform.ts';
import type { Stage } from './stage.ts';

const PATIENCE = 30_000;
const ALOUD = process.env.JOURNEYS === 'aloud';
const LINE = /^(?<who>\p{L}+)(?: → (?<to>\p{L}+))?(?: \[(?<act>[^\]]+)\])?\s?: ?(?<text>.*)$/u;

export interface Told {
  /** References by the names the script gave them. */
  readonly refs: Readonly<Record<string, string>>;
  /** User ids by name. */
  readonly users: Readonly<Record<string, string>>;
}

interface Line {
  readonly who: string;
  readonly to: string | null;
  readonly act: string | null;
  readonly text: string;
}

/** Plays the script; `before` continues an earlier one with its people and references. */
export async function tell(stage: Stage, script: string, before?: Told): Promise<Told> {
  const { platform } = stage;
  const users: Record<string, string> = { ...before?.users };
  const refs: Record<string, string> = { ...before?.refs };
  const messages = new Map<string, string>();
  /** How many messages of each person's inbox the script has spoken of. */
  const read = new Map<string, number>();
  for (const user of Object.values(users)) read.set(user, heard(stage, user).length);

  const meet = (name: string, from: 'start' | 'now'): string => {
    const user = users[name] ?? stage.summon(name);
    users[name] = user;
    if (!read.has(user)) read.set(user, from === 'start' ? 0 : heard(stage, user).length);
    return user;
  };
  const next = async (user: string): Promise<Seen> => {
    const count = read.get(user)! + 1;
    await platform.waitFor(user, () => heard(stage, user).length >= count, { within: PATIENCE });
    read.set(user, count);
    return heard(stage, user)[count - 1]!;
  };

  let speaker: string | null = null;
  for (const line of linesOf(script)) {
    if (ALOUD && line.who !== 'Bot')
      console.log(`${line.who}${line.act ? ` [${line.act}]` : ''}: ${line.text}`);
    const text = line.text.replaceAll('↵', '\n');
    if (line.who !== 'Bot') {
      const user = meet(line.who, 'now');
      expect(unread(stage, user, read), `said to ${line.who} before « ${line.text} »`).toEqual([]);
      // The bot knows a message by its reference once that is stored.
      if (/^(?:react|unreact|reply|late)/u.test(line.act ?? '')) await quiet(stage);
      act(stage, user, line.act, fill(text, refs), messages);
      speaker = user;
    } else if (text === '—') {
      await quiet(stage);
      expect(unread(stage, speaker!, read), 'the bot should have said nothing').toEqual([]);
    } else {
      const user = line.to ? meet(line.to, 'start') : speaker!;
      const seen = await next(user);
      if (ALOUD) console.log(`  Bot: ${shown(seen).replaceAll('\n', '\n       ')}`);
      matches(seen, text, refs);
    }
  }
  await quiet(stage);
  for (const [name, user] of Object.entries(users))
    expect(unread(stage, user, read), `said to ${name} beyond the script`).toEqual([]);
  return { refs, users };
}

/** Whole messages to that person: a long one posted in parts counts once. */
const heard = (stage: Stage, user: string): Seen[] =>
  stage.platform.inbox(user).filter(({ key }) => key.endsWith('/0'));

const unread = (stage: Stage, user: string, read: ReadonlyMap<string, number>): string[] =>
  heard(stage, user).slice(read.get(user)).map(shown);

/** Everything said was taken, and everything queued was sent. */
export async function quiet(stage: Stage): Promise<void> {
  await stage.platform.settled();
  await stage.bot.drain.sweep();
  // A lane that was already being sent is not waited for by the sweep.
  while (stage.bot.drain.idleSince === null) await new Promise((next) => setImmediate(next));
}

function linesOf(script: string): Line[] {
  return script
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => {
      const found = LINE.exec(line)?.groups;
      if (!found) throw new Error(`not a line of a story: ${line}`);
      return { who: found.who!, to: found.to ?? null, act: found.act ?? null, text: found.text! };
    });
}

const fill = (text: string, refs: Readonly<Record<string, string>>): string =>
  text.replace(/\{(\w+)\}/gu, (_, name: string) => {
    const found = refs[name];
    if (!found) throw new Error(`no reference was named ${name}`);
    return found;
  });

function act(
  { platform }: Stage,
  user: string,
  what: string | null,
  text: string,
  messages: Map<string, string>,
): void {
  const [verb, name = ''] = (what ?? 'say').split(' ');
  const message = () => {
    const found = messages.get(`${user}/${name}`);
    if (!found) throw new Error(`no message was named ${name}`);
    return found;
  };
  if (verb === 'say') platform.say(user, text);
  else if (verb === 'as') messages.set(`${user}/${name}`, platform.say(user, text));
  else if (verb === 'edit') platform.edit(user, message(), text);
  else if (verb === 'delete') platform.delete(user, message());
  else if (verb === 'reply') platform.say(user, text, { replyTo: shownWith(platform, user, name) });
  else if (verb === 'react') platform.react(user, shownWith(platform, user, name), text);
  else if (verb === 'unreact') platform.react(user, shownWith(platform, user, name), text, { removed: true });
  else if (verb === 'late') platform.choose(user, text, { of: shownWith(platform, user, name) });
  else if (verb === 'press') platform.choose(user, buttonOf(platform, user, text));
  else if (verb === 'file')
    messages.set(
      `${user}/${name}`,
      platform.send(user, text, (name || 'note.pdf').split('+').map(fileNamed)),
    );
  else if (verb === 'bot') platform.say(user, text, { automatic: true });
  else throw new Error(`nobody can [${what}]`);
}

/** What people attach: small, and what its name says; `huge` is over the limit, `empty` holds nothing. */
const fileNamed = (name: string) => ({
  name,
  content: name.startsWith('huge')
    ? new Uint8Array(10_000_001)
    : name.startsWith('empty')
      ? ''
      : name.endsWith('.html')
        ? '<!doctype html><script>alert(1)</script>'
        : `%PDF-1.7 ${name}`,
});
/** The newest message to that person with these words in it, `_` for a space; the newest of all without. */
const shownWith = (platform: Stage['platform'], user: string, words: string): string => {
  const found = platform
    .inbox(user)
    .findLast((seen) => plainly(seen.text).includes(plainly(words.replaceAll('_', ' '))));
  if (!found) throw new Error(`nothing was said to ${user} with « ${words} »`);
  return found.ref;
};

/** The value of the newest button with that label; the label itself, and so an error, when there is none. */
const buttonOf = (platform: Stage['platform'], user: string, label: string): string =>
  platform
    .inbox(user)
    .toReversed()
    .flatMap(({ message }) => message.choices)
    .find((choice) => plainly(choice.label) === plainly(label))?.value ?? label;

/** As a person sees it: text, then buttons. */
const shown = (seen: Seen): string =>
  plainly([seen.text, ...seen.message.choices.map(({ label }) => `[${label}]`)].join(' '));

const plainly = (text: string): string => text.replace(/[\u00a0\u202f]/gu, ' ').replaceAll('’', "'");

function matches(seen: Seen, expected: string, refs: Record<string, string>): void {
  const names: string[] = [];
  const pattern = plainly(expected)
    .split('…')
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '')
    .map((piece) =>
      piece
        .split(/(\{\w+\})/u)
        .map((part) => {
          const name = /^\{(\w+)\}$/u.exec(part)?.[1];
          if (name === undefined) return part.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&');
          if (refs[name]) return refs[name];
          if (names.includes(name)) return `\\k<${name}>`;
          names.push(name);
          return `(?<${name}>P-\\d{4,})`;
        })
        .join(''),
    )
    .join('[^]*?');
  const text = shown(seen);
  const found = new RegExp(pattern, 'u').exec(text);
  if (!found) expect(text).toBe(plainly(expected));
  for (const name of names) refs[name] = found!.groups![name]!;
  expect(questions(seen), `at most one question in: ${text}`).toBeLessThanOrEqual(1);
}

/** Question marks of the bot's own text; what people wrote is theirs, and what is quoted asks nothing. */
function questions(seen: Seen): number {
  const runs = seen.message.blocks.flatMap((block) =>
    block.type === 'list' ? block.items.flat() : block.type === 'quote' ? [] : block.content,
  );
  return runs.filter((run) => !run.person).flatMap((run) => run.text.match(/\?/gu) ?? []).length;
}

/** It is that day, and what was due by then is done. */
export async function dawn(stage: Stage, on: string): Promise<void> {
  stage.clock.leap(Date.parse(on));
  await stage.bot.tick();
  await quiet(stage);
}
