/** A command that is a whole short message, whatever its spaces and its last point. */
export type ShortRules<Command> = readonly (readonly [
  pattern: RegExp,
  make: (found: RegExpExecArray) => Command,
])[];

/** The first that fits; null when none does, or when the message is longer (UTF-16) than any of them. */
export function shortCommand<Command>(
  text: string,
  rules: ShortRules<Command>,
  longest: number,
): Command | null {
  if (text.length > longest) return null;
  const plain = text
    .trim()
    .replace(/\s{1,20}/gu, ' ')
    .replace(/ ?[.!]$/u, '');
  for (const [pattern, make] of rules) {
    const found = pattern.exec(plain);
    if (found) return make(found);
  }
  return null;
}
