/** Who may ask the bot into a conversation, by their address: `@claire:example.net`, `*:example.org`, `*`. */

/** `*` stands for any text, everything else for itself. */
export function allowedBy(patterns: readonly string[]): (userId: string) => boolean {
  const tests = patterns.map((pattern) => {
    const parts = pattern.split('*').map((part) => part.replace(/[.+?^${}()|[\]\\]/gu, '\\$&'));
    return new RegExp(`^${parts.join('.*')}$`, 'iu');
  });
  return (userId) => tests.some((one) => one.test(userId));
}
