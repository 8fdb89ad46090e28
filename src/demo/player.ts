/** Somebody who says what the script has for them, a line each time the bot has answered the last one. */
import type { Inbound } from '../chat/inbound.ts';
import type { Character, Expected, Move } from './cast/character.ts';
import { type Heard, heard, type Stage } from './stage.ts';

/** ms within which the bot has answered. */
export const PATIENCE = 60_000;

/** Waits until the bot has posted `count` messages to this person, and gives the last of them. */
export async function answered(stage: Stage, userId: string, count: number): Promise<Heard> {
  await stage.waitFor(userId, () => heard(stage, userId).length >= count, { within: PATIENCE });
  return heard(stage, userId)[count - 1]!;
}

/**
 * Plays the moves that were not played yet (a resumed demo goes on where it was). `unasked` counts the messages the
 * bot has sent this person of its own accord: every other one answers something they said.
 */
export async function play(
  stage: Stage,
  who: Pick<Character, 'key'>,
  moves: readonly Move[],
  unasked: number,
): Promise<void> {
  let next = played(stage, who.key, moves);
  while (next < moves.length) {
    const last = await answered(stage, who.key, unasked + stage.said(who.key).length);
    const move = moves[next]!;
    const improvised = improvise(last, move, saidBefore(moves, next));
    if (improvised === 'skip') next += 1;
    else if (improvised !== null) stage.say(who.key, improvised);
    else {
      perform(stage, who.key, move, moves);
      next += 1;
    }
  }
  await settle(stage, who.key, moves, unasked);
}

/** Answers what the bot still asks at the end of the script, then waits for its last word. */
async function settle(stage: Stage, userId: string, moves: readonly Move[], unasked: number): Promise<void> {
  for (;;) {
    const last = await answered(stage, userId, unasked + stage.said(userId).length);
    const reply = improvise(last, null, saidBefore(moves, moves.length));
    if (reply === null || reply === 'skip') return;
    stage.say(userId, reply);
  }
}

type Said = Extract<Move, { say: string }>;

/** The last line before that place. */
const saidBefore = (moves: readonly Move[], at: number): Said | null =>
  moves.slice(0, at).findLast((move): move is Said => 'say' in move) ?? null;

/** The script can't know every question of the bot: a line it has none for is made up, one too many is skipped. */
function improvise(last: Heard, move: Move | null, before: Said | null): string | 'skip' | null {
  const offered = last.message.choices.map(({ value }) => value);
  const said = move !== null && 'say' in move ? move : null;
  if (offered.includes('A')) return before?.axis ?? 'A';
  const yes = offered.find((value) => value === 'oui' || value === 'yes');
  if (yes !== undefined) return said?.confirms ? null : yes;
  return said?.confirms ? 'skip' : null;
}

function perform(stage: Stage, userId: string, move: Move, moves: readonly Move[]): void {
  if ('say' in move) stage.say(userId, move.say);
  else if ('edit' in move) stage.edit(userId, messageOf(stage, userId, move.edit, moves), move.to);
  else stage.delete(userId, messageOf(stage, userId, move.remove, moves));
}

/** The reference of what the person said under that key. */
function messageOf(stage: Stage, userId: string, key: string, moves: readonly Move[]): string {
  const said = moves.find((move) => 'say' in move && move.key === key);
  const event = stage.said(userId).find((one) => said && isMove(one, said));
  if (event?.type !== 'message') throw new Error(`${userId} never said what the script calls ${key}`);
  return event.message;
}

function isMove(event: Inbound, move: Move): boolean {
  if ('say' in move) return event.type === 'message' && event.text === move.say;
  if ('edit' in move) return event.type === 'edit' && event.text === move.to;
  return event.type === 'delete';
}

/** How far the script was played: events that are none of its lines were made up on the way. */
function played(stage: Stage, userId: string, moves: readonly Move[]): number {
  let next = 0;
  for (const event of stage.said(userId)) {
    if (next < moves.length && isMove(event, moves[next]!)) next += 1;
    else if (next + 1 < moves.length && isMove(event, moves[next + 1]!)) next += 2;
  }
  return next;
}

/** The proposals the bot read in each move, with the answers they are to get, from its replies. */
export function readIn(
  stage: Stage,
  who: Character,
  unasked: number,
): { readonly key: string | null; readonly refs: readonly string[]; readonly ideas: readonly Expected[] }[] {
  const replies = heard(stage, who.key);
  const moves = [...who.moves, ...(who.late ?? [])];
  return stage.said(who.key).flatMap((event, index) => {
    const move = moves.find((one) => isMove(event, one));
    if (!move || !('ideas' in move) || !move.ideas) return [];
    const reply = replies[unasked + index];
    const refs = [...new Set(reply?.text.match(/P-\d{4,}/gu) ?? [])];
    return [{ key: 'key' in move ? (move.key ?? null) : null, refs, ideas: move.ideas }];
  });
}
