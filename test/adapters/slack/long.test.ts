/** A synthesis of 60 themes in Slack: messages that Slack takes, cut between lines, no title left without what it announces. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { blocksOf } from '../../../adapters/slack/outbound/blocks.ts';
import { fallbackOf } from '../../../adapters/slack/outbound/fallback.ts';
import { CAPABILITIES } from '../../../adapters/slack/posting.ts';
import { degrade } from '../../../src/chat/degrade.ts';
import type { Block, Message, Run } from '../../../src/chat/outbound.ts';
import { plain } from '../../../src/chat/plain.ts';
import { faultsOfMessage } from './block-kit.ts';

const title = (text: string): Block<Run> => ({ type: 'paragraph', content: [{ text, strong: true }] });
const line = (words: string, cites: number): readonly Run[] => [
  { text: '1.1  ' },
  { text: words, person: true },
  {
    text: ` (${Array.from({ length: cites }, (_, at) => `P-${String(at + 1).padStart(4, '0')}`).join(', ')})`,
  },
];

const synthesis = (axes: readonly (readonly (readonly Run[])[])[]): Message => ({
  lang: 'fr',
  blocks: [
    { type: 'paragraph', content: [{ text: 'Synthèse n° 1, document interne' }] },
    ...axes.flatMap((items, at): Block<Run>[] => [
      title(`${at + 1}. Axe`),
      { type: 'list', items },
      title('Désaccords'),
      { type: 'paragraph', content: [{ text: 'Aucun relevé.' }] },
    ]),
  ],
  choices: [{ value: 'signer', label: 'Signer' }],
});

const words = fc
  .array(fc.constantFrom('une', 'avance', 'de', 'trésorerie', '<!channel>', 'à', 'Roubaix'), {
    minLength: 3,
    maxLength: 120,
  })
  .map((all) => all.join(' '));
const item = fc.tuple(words, fc.integer({ min: 1, max: 40 })).map(([text, cites]) => line(text, cites));
const five = fc.array(fc.array(item, { minLength: 12, maxLength: 12 }), { minLength: 5, maxLength: 5 });

test('of 60 themes, whatever their lengths', () => {
  fc.assert(
    fc.property(five, (axes) => {
      const message = synthesis(axes);
      const parts = degrade(message, CAPABILITIES);
      expect(parts.length).toBeGreaterThan(1);
      for (const [at, part] of parts.entries()) {
        const posted = { text: fallbackOf(part), blocks: blocksOf(part) };
        expect(faultsOfMessage(posted as never)).toEqual([]);
        expect(plain(part).length).toBeLessThanOrEqual(CAPABILITIES.maxText);
        const last = part.blocks.at(-1)!;
        const isTitle = last.type === 'paragraph' && last.content.every(({ strong }) => strong);
        expect(isTitle, `part ${at + 1} ends with a title`).toBe(false);
      }
      const items = (blocks: Message['blocks']) =>
        blocks.flatMap((block) => (block.type === 'list' ? block.items : []));
      // Each line of it is whole, in one message.
      expect(parts.flatMap(({ blocks }) => items(blocks))).toEqual(items(message.blocks));
      expect(parts.map(({ choices }) => choices.length)).toEqual([...parts.slice(1).map(() => 0), 1]);
    }),
    { numRuns: 60, seed: 4 },
  );
});
