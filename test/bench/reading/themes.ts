/** Themes of ten thousand proposals, and the whole of what a synthesis of them takes but the database. */

import { rowsOf } from '../../../src/analysis/duplicates/rows.ts';
import { opinionsAmong } from '../../../src/analysis/opinions/among.ts';
import { groupProposals } from '../../../src/analysis/themes.ts';
import { type PartnerId, type ProposalId, ref, type WordsId } from '../../../src/core/ids.ts';
import { assemble } from '../../../src/core/synthesis/assemble.ts';
import type { GroupingInput, SynthesisProposal } from '../../../src/core/synthesis/model.ts';
import { votesIn } from '../../../src/core/synthesis/votes.ts';
import { naivePairs } from './duplicates.ts';
import { madeUpTexts, numbered } from './texts.ts';

const AXES = ['1', '2', '3', '4', '5'];
const PEOPLE = 600;

const seconds = (since: number): number => (performance.now() - since) / 1_000;

const input = (words: readonly string[], k: number): GroupingInput => ({
  id: `proposal-${k}` as ProposalId,
  text: words.join(' '),
  theme: null,
  partnerId: `partner-${k % PEOPLE}` as PartnerId,
  quotable: true,
});

/** Every seventh is endorsed by a dozen people of the same side. */
function proposal({ id, text }: GroupingInput, k: number): SynthesisProposal {
  const backers = k % 7 === 0 ? 12 : 1;
  const person = (n: number) => `partner-${(k + n * 50) % PEOPLE}` as PartnerId;
  return {
    id,
    ref: ref(k + 1),
    axis: AXES[k % AXES.length]!,
    kind: k % 40 === 0 ? 'objection' : 'need',
    college: `college-${k % 4}`,
    partnerId: person(0),
    attribution: 'organisation',
    extract: { words: `words-${k}` as WordsId, start: 0, end: text.length },
    supporters: Array.from({ length: backers }, (_, n) => person(n)),
    about: k % 40 === 0 && k > 0 ? [ref(k)] : [],
  };
}

export function benchThemes(count: number): void {
  const texts = madeUpTexts(count, 13);
  const inputs = texts.map(input);
  groupProposals(inputs.slice(0, 500), 'fr', []);
  let since = performance.now();
  const { groups } = groupProposals(inputs, 'fr', []);
  const took = seconds(since);
  const some = numbered(texts.slice(0, count / 5));
  since = performance.now();
  naivePairs(rowsOf(some));
  const naive = seconds(since) * 25;
  console.log(
    `themes of ${count} proposals: ${took.toFixed(2)} s, ${groups.length} groups; comparing each with each alone would take about ${naive.toFixed(0)} s (goal ≤ 2 s)`,
  );
  since = performance.now();
  const proposals = inputs.map(proposal);
  const groupings = new Map(
    AXES.map((axis, at) => [
      axis,
      groupProposals(
        inputs.filter((_, k) => k % AXES.length === at),
        'fr',
        [],
      ),
    ]),
  );
  const opinions = opinionsAmong(votesIn(proposals));
  const body = assemble({
    lang: 'fr',
    axes: AXES.map((key) => ({ key })),
    proposals,
    groupings,
    opinions,
    smallestFigure: 5,
    base: [],
    participation: [],
  });
  const lines = body.axes.reduce((sum, axis) => sum + axis.lines.length + axis.disagreements.length, 0);
  console.log(
    `a whole synthesis of ${count} on ${AXES.length} axes, but the database: ${seconds(since).toFixed(2)} s, ${lines} lines (goal ≤ 10 s with it)`,
  );
}
