const LOCALES = { fr: 'fr-FR', en: 'en-GB' } as const;

/** `2015-10-01` as a document says it: "1er octobre 2015", "1 October 2015". */
export const dayIn = (iso: string, lang: keyof typeof LOCALES): string =>
  new Intl.DateTimeFormat(LOCALES[lang], { dateStyle: 'long', timeZone: 'UTC' })
    .format(Date.parse(`${iso}T00:00:00Z`))
    .replace(/^1 /u, lang === 'fr' ? '1er ' : '1 ');
