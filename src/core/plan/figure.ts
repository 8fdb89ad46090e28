/** A figure of an indicator as whoever reads that language writes numbers: `12,5 postes`, `12.5 posts`; three decimals at most. */
import type { Lang } from '../consultation/model.ts';

const writers = (options: Intl.NumberFormatOptions) => {
  const [fr, en] = ['fr-FR', 'en-GB'].map(
    (locale) => new Intl.NumberFormat(locale, { maximumFractionDigits: 3, ...options }),
  );
  return (lang: Lang) => (/^fr\b/iu.test(lang) ? fr! : en!);
};
const grouped = writers({});
const together = writers({ useGrouping: false });

/** `1 250 postes`, `1,250 posts`. */
export const figureSaid = (value: number, unit: string | null, lang: Lang): string =>
  withUnit(grouped(lang).format(value), unit);

/** `1250 postes`: in a table that is read back, where a comma is a decimal one. */
export const figureInTable = (value: number, unit: string | null, lang: Lang): string =>
  withUnit(together(lang).format(value), unit);

const withUnit = (figure: string, unit: string | null): string => (unit ? `${figure} ${unit}` : figure);
