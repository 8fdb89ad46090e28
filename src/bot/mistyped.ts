/** A command with a slip of the finger in it: a letter missing, one too many, another one, or two swapped. */

const WHOLE = [
  'mes propositions',
  'mes idees',
  'mes donnees',
  'effacer',
  'tout effacer',
  'effacer mes donnees',
  'reprendre',
  'my proposals',
  'my ideas',
  'my data',
  'erase my data',
];
const OF_ONE = [
  'montrer',
  'corriger',
  'modifier',
  'retirer',
  'supprimer',
  'effacer',
  'retablir',
  'rejoindre',
  'soutenir',
  'separer',
  'withdraw',
  'restore',
  'correct',
  'separate',
];
const LONGEST = 40;
const VERB_AND_REF = /^([a-z]{5,12}) (p[\s‐–-]{0,4}\d{1,9})$/u;

/** The command that was meant, for a text folded to lower case without accents; null when it is no slip of one. */
export function meant(plain: string): string | null {
  if (plain.length > LONGEST) return null;
  const found = VERB_AND_REF.exec(plain);
  const verb = found && OF_ONE.find((one) => isSlip(found[1]!, one));
  if (verb) return `${verb} ${found[2]}`;
  return WHOLE.find((one) => isSlip(plain, one)) ?? null;
}

function isSlip(written: string, wanted: string): boolean {
  if (written === wanted || Math.abs(written.length - wanted.length) > 1) return false;
  let start = 0;
  while (start < wanted.length && written[start] === wanted[start]) start += 1;
  const [a, b] = [written.slice(start), wanted.slice(start)];
  return (
    a.slice(1) === b.slice(1) ||
    a.slice(1) === b ||
    a === b.slice(1) ||
    (a[0] === b[1] && a[1] === b[0] && a.slice(2) === b.slice(2))
  );
}
