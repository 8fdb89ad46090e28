/** The figures of a text, whoever wrote it in whatever format. */

/** References and numbers, each as often as it stands there. Digits that follow each other with a space are one number. */
export const figuresIn = (text: string): ReadonlyMap<string, number> =>
  counted(text.replace(/(\d)[\s,\u00a0\u202f](?=\d{3}(?!\d))/gu, '$1'));

/** The same of what is typeset: a space that may break stands between two numbers, as cells are told in a row. */
export const figuresTypeset = (text: string): ReadonlyMap<string, number> =>
  counted(text.replace(/(\d)[,\u00a0\u202f](?=\d{3}(?!\d))/gu, '$1'));

const counted = (text: string): ReadonlyMap<string, number> => {
  const all = new Map<string, number>();
  for (const one of text.match(/[PA]-\d+|\d+(?:[.,]\d+)*/gu) ?? []) all.set(one, (all.get(one) ?? 0) + 1);
  return all;
};

export const whatIs = (figures: ReadonlyMap<string, number>): string[] => [...figures.keys()].sort();

/** Markdown without its marks, nor the numbers of its notes. */
export const fromMarkdown = (markdown: string): string =>
  markdown.replaceAll(/\[\^\d+\]:?/gu, ' ').replaceAll('\\', '');
