import type { SynthesisProposal, Vote } from './model.ts';

/** Everybody stands behind what they said or endorsed, and objects to what their objections name. */
export function votesIn(proposals: readonly SynthesisProposal[]): Vote[] {
  return proposals.flatMap((proposal): Vote[] => [
    ...proposal.supporters.map((person) => ({ person, proposal: proposal.ref, vote: 1 as const })),
    ...(proposal.kind === 'objection'
      ? proposal.about.flatMap((about) =>
          proposal.supporters.map((person) => ({ person, proposal: about, vote: -1 as const })),
        )
      : []),
  ]);
}
