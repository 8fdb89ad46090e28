/** What is taken of what a chat says of somebody. */

/** The language as people set it (`fr-FR`), as consultations name them; null for nonsense. */
export function languageOf(locale: string | null): string | null {
  const [, language] = /^([a-z]{2,3})(?:[-_][\w-]{1,20})?$/iu.exec(locale ?? '') ?? [];
  return language?.toLowerCase() ?? null;
}

/** A zone of the machine's own list; null for any other. */
export function zoneOf(zone: string | null): string | null {
  if (zone === null || !/^[A-Za-z]{1,30}(?:\/[\w+-]{1,30}){0,2}$/u.test(zone)) return null;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone;
  } catch {
    return null;
  }
}

/**
 * The language to write in: the chat's, when it is said there for the first time or anew and the person has not asked
 * the bot for another; else the one of before.
 */
export function langAfter(
  known: { readonly lang: string; readonly enrolledLang: string | null; readonly locale: string | null },
  said: string | null,
  languages: readonly string[],
): string {
  const { lang, enrolledLang, locale } = known;
  if (said === null || said === locale || !languages.includes(said)) return lang;
  return lang === enrolledLang || lang === locale ? said : lang;
}
