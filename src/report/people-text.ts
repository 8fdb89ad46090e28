/**
 * Text of people made safe to show. Bidirectional controls, zero-width spaces and control characters go (a zero-width
 * joiner stays, emoji need it); line ends become `\n`; lone surrogates become U+FFFD.
 */
export const visible = (text: string): string =>
  text
    .toWellFormed()
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replace(/[\p{Cc}]/gu, (control) => (control === '\n' || control === '\t' ? control : ''))
    .replace(/[\u061C\u200B\u200E\u200F\u202A-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFB]|\u{E0001}/gu, '')
    .trim();

const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** For HTML text and quoted attributes. */
export const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (found) => ENTITIES[found]!);

/** People's text in HTML: cleaned, escaped, and isolated from the direction of what surrounds it. */
export const bdi = (text: string): string => `<bdi>${escapeHtml(visible(text))}</bdi>`;

/** People's text inside one Markdown paragraph: cleaned, nothing in it is markup, a link or a mention. */
export function escapeMarkdown(text: string): string {
  const plain = visible(text)
    .replace(/\s*\n\s*/g, ' ')
    .replace(/[\\`*_{}[\]<>#|~&!$@]/g, '\\$&')
    .replace(/:\/\//g, '\\://')
    .replace(/\bwww\./gi, (found) => `${found.slice(0, 3)}\\.`)
    .replace(/^[-+=]/, '\\$&')
    .replace(/^(\d{1,9})([.)])/, '$1\\$2');
  return /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}]/u.test(plain)
    ? `\u2068${plain}\u2069`
    : plain;
}
