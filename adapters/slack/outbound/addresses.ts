/** Web addresses in a text: rich text links none by itself. */

const ADDRESS = /(?<![\p{L}\p{N}])https?:\/\/[^\s<>"«»“”]+/giu;
/** Of the sentence, at the end of an address. */
const SENTENCE = /[.,;:!?…'’\])}]$/u;
/** Slack's own figure for an address. */
const LONGEST = 3_000;

/** The whole text, in order, never an empty piece; `address` where a piece is an address that opens. */
export function pieces(text: string): { readonly text: string; readonly address: boolean }[] {
  const found: { text: string; address: boolean }[] = [];
  let from = 0;
  for (const { 0: match, index } of text.matchAll(ADDRESS)) {
    const address = withoutSentence(match);
    if (address.length > LONGEST || !URL.canParse(address)) continue;
    if (index > from) found.push({ text: text.slice(from, index), address: false });
    found.push({ text: address, address: true });
    from = index + address.length;
  }
  if (from < text.length) found.push({ text: text.slice(from), address: false });
  return found;
}

/** A bracket that the address opened itself is its own. */
function withoutSentence(address: string): string {
  let end = address.length;
  let open = [...address].reduce((sum, sign) => sum + (sign === '(' ? 1 : sign === ')' ? -1 : 0), 0);
  while (SENTENCE.test(address.slice(end - 1, end))) {
    if (address[end - 1] === ')') {
      if (open >= 0) break;
      open += 1;
    }
    end -= 1;
  }
  return address.slice(0, end);
}
