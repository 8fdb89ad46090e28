import { CAST } from './cast/cast.ts';
import { GUESTS } from './cast/guests.ts';
import type { Told } from './script.ts';

/** One line that rewrites itself on a terminal, and a line a chapter elsewhere. */
export function progressLine(
  out: Pick<NodeJS.WriteStream, 'write' | 'isTTY'>,
): (chapter: string, done: number, of: number) => void {
  return (chapter, done, of) => {
    if (out.isTTY) out.write(`\r\u001b[K${chapter} ${done}/${of}${done === of ? '\n' : ''}`);
    else if (done === of) out.write(`${chapter} ${done}/${of}\n`);
  };
}

/** A new user waits no longer for the whole of it. */
export const MOST_SECONDS = 180;

const feminine = (n: number, word: string): string => `${n} ${word}${n > 1 ? 's' : ''}`;

export function summary({ gathered, scenes }: Told, files: readonly string[], seconds: number): string {
  const { proposals, synthesis, restitution } = gathered;
  const inState = (state: string) => proposals.filter((one) => one.state === state).length;
  const lines = synthesis.axes.reduce((sum, axis) => sum + axis.lines.length + axis.disagreements.length, 0);
  const disputed = restitution.filter((entry) => entry.dispute !== null).length;
  const delivered = restitution.filter((entry) => entry.delivered !== null).length;
  return [
    '',
    `${CAST.length + GUESTS.length} partenaires fictifs invités ; ${proposals.length} propositions lues, ${feminine(inState('withdrawn'), 'retirée')}, ${feminine(inState('merged'), 'réunie')} à une autre.`,
    `Synthèse n° ${synthesis.number} signée par ${synthesis.signature?.by} : ${lines} lignes, chacune cite ses propositions.`,
    `${restitution.length} réponses motivées, ${delivered} remises à leur auteur·rice ; ${feminine(disputed, 'contestée')}, ${disputed > 1 ? 'relues' : 'relue'} par quelqu’un d’autre.`,
    `Vus aussi : ${scenes.join(' ; ')}.`,
    `En ${seconds.toFixed(0)} s, pour ${MOST_SECONDS} au plus. Les documents :`,
    ...files.map((file) => `  ${file}`),
    '',
  ].join('\n');
}
