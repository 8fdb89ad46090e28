import { describe, expect, it } from 'vitest';
import { synthesisHtml } from '../../src/report/synthesis-html.ts';
import { synthesisJson } from '../../src/report/synthesis-json.ts';
import { synthesisMarkdown } from '../../src/report/synthesis-markdown.ts';
import {
  type AnswerEntry,
  checkAll,
  checkPrivacy,
  checkReplies,
  type Files,
  type ProposalEntry,
  type SynthesisEntry,
} from './criteria.ts';
import { sampleDocument, sampleProposals } from './sample.ts';

function files(): Files {
  const synthesis = JSON.parse(synthesisJson(sampleDocument())) as SynthesisEntry;
  const proposals = sampleProposals() as ProposalEntry[];
  const restitution = proposals.map(
    ({ ref }): AnswerEntry => ({
      proposal: ref,
      status: 'to-be-studied',
      reason: 'Le service instruit la proposition.',
      decidedBy: 'le Conseil',
      decidedOn: '2015-10-16',
      delivered: '2015-10-24T08:00:00Z',
    }),
  );
  const pages = {
    'synthesis.html': synthesisHtml(sampleDocument()),
    'synthesis.md': synthesisMarkdown(sampleDocument()),
  };
  return { proposals, synthesis, restitution, pages };
}

/** One more proposal, split in two, each part answered. */
function splitInto({ proposals, synthesis, restitution }: Files, ...parts: readonly string[]): void {
  const [first] = proposals;
  proposals.push({ ...first!, ref: 'P-0800', text: 'un local et une association', state: 'split' });
  for (const [at, text] of parts.entries()) {
    const ref = `P-080${at + 1}`;
    proposals.push({ ...first!, ref, text });
    synthesis.unclassified.push(ref);
    restitution.push({ ...restitution[0]!, proposal: ref });
  }
}

const tampered = (tamper: (files: Files) => void): string[] => {
  const copy = structuredClone(files());
  tamper(copy);
  return checkAll(copy);
};

describe('a reader of the written files only', () => {
  it('finds nothing to say about what the program wrote', () => {
    expect(checkAll(files())).toEqual([]);
    expect(tampered((all) => splitInto(all, 'un local', 'une association'))).toEqual([]);
  });

  it('takes two answers for one merged into what was split, each as its part has it', () => {
    const found = (change: (files: Files) => void) => {
      const copy = structuredClone(files());
      const [one, two] = copy.restitution;
      copy.proposals.push({ ...copy.proposals[0]!, ref: 'P-0900', state: 'merged' });
      for (const part of [one!, two!])
        copy.restitution.push({ ...part, proposal: 'P-0900', part: part.proposal });
      change(copy);
      return checkReplies(copy);
    };
    expect(found(() => {})).toEqual([]);
    const twice = ['C4: P-0900 has 2 answers'];
    expect(found(({ restitution }) => (restitution.at(-1)!.part = restitution.at(-2)!.part!))).toEqual(twice);
    expect(found(({ restitution }) => (restitution.at(-1)!.reason = 'Autre chose.'))).toEqual(twice);
    expect(found(({ proposals }) => (proposals.at(-1)!.state = 'submitted'))).toEqual(twice);
  });

  const tamperings: [string, RegExp, (files: Files) => void][] = [
    ['an answer is missing', /C4.*no answer/, ({ restitution }) => restitution.pop()],
    ['a proposal is answered twice', /C4.*2 answers/, ({ restitution }) => restitution.push(restitution[0]!)],
    ['an answer has no reason', /C4.*reason/, ({ restitution }) => (restitution[3]!.reason = ' ')],
    ['an answer has no decider', /C4.*nobody/, ({ restitution }) => (restitution[3]!.decidedBy = '')],
    ['an answer has no date', /C4.*decided on/, ({ restitution }) => (restitution[3]!.decidedOn = 'soon')],
    ['a status is made up', /C4.*status/, ({ restitution }) => (restitution[3]!.status = 'maybe')],
    [
      'a withdrawn proposal is answered',
      /C4.*withdrawn/,
      ({ proposals }) => (proposals[0]!.state = 'withdrawn'),
    ],
    ['a college has no figures', /C8.*no row/, ({ synthesis }) => synthesis.base.pop()],
    ['figures do not add up', /C8.*add up/, ({ synthesis }) => (synthesis.base[0]!.silent = 12)],
    [
      'a percentage appears',
      /C8.*percentage/,
      ({ synthesis }) => (synthesis.axes[0]!.lines[0]!.text = '80 % pour'),
    ],
    [
      'a line cites nothing',
      /C9.*cites nothing/,
      ({ synthesis }) => (synthesis.axes[0]!.lines[0]!.cites = []),
    ],
    [
      'a proposal is forgotten',
      /C9.*on no line/,
      ({ proposals }) => proposals.push({ ...proposals[0]!, ref: 'P-0999' }),
    ],
    ['an unclassified one is dropped', /C9.*on no line/, ({ synthesis }) => (synthesis.unclassified = [])],
    ['a merged proposal is cited', /C9.*does not count/, ({ proposals }) => (proposals[1]!.state = 'merged')],
    [
      'a quote is invented',
      /C9.*extract/,
      ({ synthesis }) => (synthesis.axes[0]!.themes[0]!.quotes[0]!.text += ' Merci.'),
    ],
    ['nobody signed an agreement', /C10/, ({ synthesis }) => (synthesis.axes[1]!.noDisagreement = null)],
    [
      'a disagreement is signed away',
      /C10/,
      ({ synthesis }) => (synthesis.axes[0]!.noDisagreement = synthesis.signature),
    ],
    [
      'the annex changes somebody’s words',
      /C9.*as it is/,
      ({ synthesis }) => (synthesis.annex![0]!.text = 'Autre chose.'),
    ],
    [
      'a merged one goes nowhere',
      /C9.*merged into/,
      ({ synthesis }) => synthesis.merged!.push({ proposal: 'P-0900', into: 'P-0901' }),
    ],
    [
      'the internal version stands in its place',
      /C13.*internal/,
      ({ synthesis }) => (synthesis.audience = 'internal'),
    ],
    [
      'nothing says for whom it is',
      /C13.*undefined/,
      ({ synthesis }) => delete (synthesis as Partial<SynthesisEntry>).audience,
    ],
    [
      'the page is the internal one',
      /C13: synthesis\.html/,
      (all) => (all.pages!['synthesis.html'] = synthesisHtml({ ...sampleDocument(), audience: 'internal' })),
    ],
    [
      'the text is a draft',
      /C13: synthesis\.md/,
      (all) => (all.pages!['synthesis.md'] = synthesisMarkdown({ ...sampleDocument(), signature: null })),
    ],
    [
      'the page is of another synthesis',
      /C12: synthesis\.html.*hash/,
      ({ synthesis }) => (synthesis.hash = 'f'.repeat(64)),
    ],
    [
      'a part is only like a piece of a word',
      /C4.*split into 1/,
      (all) => splitInto(all, 'un local', 'sociation'),
    ],
    ['one part holds the other', /C4.*split into 1/, (all) => splitInto(all, 'un local', 'un local et une')],
    ['a part is erased', /C4.*split into 1/, (all) => splitInto(all, 'un local', '')],
    [
      'a part is another type of actor’s',
      /C4.*split into 1/,
      (all) => {
        splitInto(all, 'un local', 'une association');
        all.proposals.at(-1)!.college = 'elsewhere';
      },
    ],
    ['nobody signed', /C12/, ({ synthesis }) => (synthesis.signature = null)],
    ['a small figure shows', /C13.*passed/, ({ synthesis }) => (synthesis.base[1]!.passed = 2)],
    ['a small figure follows from others', /C13/, ({ synthesis }) => (synthesis.base[2]!.reached = 32)],
    [
      'a line counts three people',
      /C13/,
      ({ synthesis }) => (synthesis.axes[0]!.lines[0]!.text = 'Trois personnes.'),
    ],
  ];
  for (const [story, violation, tamper] of tamperings) {
    it(`notices when ${story}`, () => {
      expect(tampered(tamper).join('\n')).toMatch(violation);
    });
  }

  it('notices a few people more than in an earlier synthesis', () => {
    const now = files();
    const before = structuredClone(now.synthesis);
    expect(checkPrivacy(now, 5, [before])).toEqual([]);
    before.base[0]!.answered! -= 2;
    before.base[0]!.silent! += 2;
    expect(checkPrivacy(now, 5, [before]).join('\n')).toMatch(/a change of 2 people/);
  });
});
