/** Words on lines of at most so many characters; what does not fit on the last line ends with `…`. */
export function wrapped(words: string, longest: number, most: number): string[] {
  const found: string[] = [];
  for (const word of words.split(/[^\S\u00a0\u202f]+/u).filter((one) => one !== '')) {
    const last = found.at(-1);
    if (last !== undefined && `${last} ${word}`.length <= longest)
      found[found.length - 1] = `${last} ${word}`;
    else if (found.length < most) found.push(cut(word, longest));
    else {
      found[most - 1] = `${found[most - 1]!.slice(0, longest - 1).trimEnd()}…`;
      break;
    }
  }
  return found;
}

const cut = (word: string, longest: number): string =>
  word.length <= longest ? word : `${word.slice(0, longest - 1).toWellFormed()}…`;
