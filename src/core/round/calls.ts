/** Kinds of deliveries that call for an answer: pointless once the round is closed. */
export const CALLS = ['reminder', 'extension'] as const;
