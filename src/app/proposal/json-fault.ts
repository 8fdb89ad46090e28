const SPACE = /[ \t\n\r]*/y;
const ATOM =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: JSON forbids them in strings
  /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;

/** Where a text stops being one JSON value, a UTF-16 offset: engines word it differently, and some don't say. */
export function jsonFault(text: string): number {
  let at = 0;
  const skip = (pattern: RegExp): string => {
    pattern.lastIndex = at;
    const found = pattern.exec(text)?.[0] ?? '';
    at += found.length;
    return found;
  };
  const next = (): string => {
    skip(SPACE);
    return text.charAt(at);
  };
  const open: ('{' | '[')[] = [];
  for (let wants: 'value' | 'first' | 'key' | 'end' = 'value'; ; ) {
    const char = next();
    if (wants === 'end') {
      const inside = open.at(-1);
      if (inside === undefined) return at;
      if (char === (inside === '{' ? '}' : ']')) open.pop();
      else if (char === ',') wants = inside === '{' ? 'key' : 'value';
      else return at;
      at += 1;
    } else if (wants === 'first' && char === (open.at(-1) === '{' ? '}' : ']')) {
      wants = 'end';
    } else if (open.at(-1) === '{' && wants !== 'value') {
      if (char !== '"' || skip(ATOM) === '') return at;
      if (next() !== ':') return at;
      at += 1;
      wants = 'value';
    } else if (char === '{' || char === '[') {
      open.push(char);
      at += 1;
      wants = 'first';
    } else {
      if (skip(ATOM) === '') return at;
      wants = 'end';
    }
  }
}
