interface Sent {
  readonly conversationId: string;
  readonly inboundId: string | null;
  readonly roundId: string | null;
  readonly kind: string;
}

/** A message answered twice in its conversation, a round's invitation or restitution given twice. */
export function saidTwice(deliveries: readonly Sent[]): string[] {
  const once = deliveries.flatMap(({ conversationId, inboundId, roundId, kind }) => {
    if (kind === 'invitation' || kind === 'restitution')
      return [`${kind} of ${roundId} in ${conversationId}`];
    return inboundId === null ? [] : [`${kind} to ${inboundId} in ${conversationId}`];
  });
  return [...Map.groupBy(once, (what) => what)].flatMap(([what, all]) =>
    all.length > 1 ? [`${what} was queued ${all.length} times`] : [],
  );
}
