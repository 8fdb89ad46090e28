/** A size as people read it: `12 ko`, `1,2 Mo`. */
export function sized(bytes: number, locale: string, units: readonly string[]): string {
  const step = bytes < 1000 ? 0 : bytes < 1_000_000 ? 1 : 2;
  const digits = step === 2 ? 1 : 0;
  return `${new Intl.NumberFormat(locale, { maximumFractionDigits: digits }).format(bytes / 1000 ** step)} ${units[step]}`;
}
