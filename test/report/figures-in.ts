/** The figures of a text, whoever wrote it in whatever format. */

/** References and numbers, each as often as it stands there. Digits that follow each other with a space are one number. */
export const figuresIn = (text: string): ReadonlyMap<string, number> => {
  const found = text
    .replace(/(\d)[\s,\u00a0\u202f](?=\d{3}(?!\d))/gu, '$1')
    .match(/[PA]-\d+|\d+(?:[.,]\d+)*/gu);
  const counted = new Map<string, number>();
  for (const one of found ?? []) counted.set(one, (counted.get(one) ?? 0) + 1);
  return counted;
};

export const whatIs = (figures: ReadonlyMap<string, number>): string[] => [...figures.keys()].sort();

/** Markdown without its marks, nor the numbers of its notes. */
export const fromMarkdown = (markdown: string): string =>
  markdown.replaceAll(/\[\^\d+\]:?/gu, ' ').replaceAll('\\', '');
