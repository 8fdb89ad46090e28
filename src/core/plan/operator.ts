/** Whether the organisation is named as what runs an action: whole words, case and accents aside. */
export function operates(operator: string | null, organisation: string): boolean {
  const wanted = wordsOf(organisation);
  return operator !== null && wanted.trim() !== '' && wordsOf(operator).includes(wanted);
}

const wordsOf = (text: string): string =>
  ` ${text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()} `;
