/** Numbers of the French registers: SIRET (an establishment) and RNA (an association). */

export type SiretFault = 'siret-rounded' | 'siret-is-siren' | 'siret-length' | 'siret-checksum';

/** What La Poste's establishments begin with: their digits add up to a multiple of five instead. */
const LA_POSTE = '356000000';

/** Fourteen digits, or what is wrong with them; spaces, dots and dashes don't count. */
export function readSiret(given: string): { readonly siret: string } | { readonly fault: SiretFault } {
  if (/^\d[.,]\d+E\+?\d+$/iu.test(given)) return { fault: 'siret-rounded' };
  const siret = given.replace(/[\s.\-–]/gu, '');
  if (/^\d{9}$/u.test(siret)) return { fault: 'siret-is-siren' };
  if (!/^\d{14}$/u.test(siret)) return { fault: 'siret-length' };
  const right = siret.startsWith(LA_POSTE)
    ? luhn(siret) || sum([...siret].map(Number)) % 5 === 0
    : luhn(siret);
  return right ? { siret } : { fault: 'siret-checksum' };
}

/** W and nine characters, the third of which may be a letter (Corsica, overseas); null for anything else. */
export function readRna(given: string): string | null {
  const rna = given.replace(/[\s.\-–]/gu, '').toUpperCase();
  return /^W\d[\dA-Z]\d{7}$/u.test(rna) ? rna : null;
}

/** From the right, every other digit is doubled, and the digits of that added up. */
const luhn = (digits: string): boolean =>
  sum(
    [...digits].reverse().map((digit, index) => {
      const value = Number(digit) * (index % 2 === 0 ? 1 : 2);
      return value > 9 ? value - 9 : value;
    }),
  ) %
    10 ===
  0;

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);
