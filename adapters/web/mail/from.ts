/** The sender of the settings: `Plan ESS <plan@example.org>`, or the address alone. */
export interface Sender {
  /** null where the consultation's asker signs. */
  readonly name: string | null;
  readonly address: string;
}

/** No lists, no quotes, no controls: what is written here goes into a header and an envelope as it is. */
const ADDRESS = /^[^\s@<>(),;:"\\[\]\p{Cc}]{1,64}@[^\s@<>(),;:"\\[\]\p{Cc}]{1,255}$/u;

export const isAddress = (text: string): boolean => ADDRESS.test(text);

/** null when it can't be read. */
export function senderFrom(text: string): Sender | null {
  const found = /^(?<name>[^<>\p{Cc}]{0,200})<(?<address>[^<>]{1,320})>$/u.exec(text.trim())?.groups;
  const address = (found?.address ?? text).trim();
  const name = (found?.name ?? '')
    .trim()
    .replace(/^"(.*)"$/u, '$1')
    .trim();
  return isAddress(address) ? { name: name === '' ? null : name, address } : null;
}
