/** What a person typed, out of the text of an event. */

/** The quotation that clients used to put before a reply: lines of `> `, then an empty one. */
export function withoutQuotation(text: string, isReply: boolean): string {
  if (!isReply || !text.startsWith('> ')) return text;
  const lines = text.split('\n');
  const end = lines.findIndex((line) => !line.startsWith('> ') && line !== '>');
  if (end < 0) return text;
  return lines.slice(lines[end] === '' ? end + 1 : end).join('\n');
}

/** What the bot answers to in a room: its name as people see it there, and the beginning of its address. */
export interface Names {
  readonly userId: string;
  readonly display: string | null;
}

const COMMAND = /^\s*!tour(?=\s|$)[\s:,]*/iu;

/**
 * The text without what addresses it to the bot: `!tour …`, its name or its address at the head, its name anywhere when
 * the client says that it is meant. null when it isn't said to the bot.
 */
export function addressedTo(text: string, names: Names, mentioned: boolean): string | null {
  const command = COMMAND.exec(text);
  if (command !== null) return text.slice(command[0].length);
  const local = names.userId.slice(1).split(':')[0]!;
  const known = [names.userId, names.display ?? '', local].filter((name) => name !== '');
  for (const name of known) {
    const head = text.trimStart();
    for (const called of [`@${name}`, name]) {
      if (!head.toLowerCase().startsWith(called.toLowerCase())) continue;
      const rest = head.slice(called.length);
      // A name without an @ or a mention is only one when it is followed by what follows a name.
      const apart = mentioned || called.startsWith('@') ? /^(?:[\s:,]+|$)/u : /^\s*[:,]\s*/u;
      const between = apart.exec(rest);
      if (between !== null) return rest.slice(between[0].length);
    }
  }
  if (!mentioned) return null;
  for (const name of known)
    if (text.includes(name))
      return text
        .replace(`@${name}`, '')
        .replace(name, '')
        .replace(/\s{2,}/gu, ' ')
        .trim();
  return text;
}
