/** Colours of the page, written out: mail programs read styles in place, and some no style sheet at all. */

/** Single quotes: it stands in an attribute. */
export const FONT = "'Source Sans 3','Marianne','Segoe UI',-apple-system,Roboto,Helvetica,Arial,sans-serif";

export const COLOURS = {
  paper: '#f6f4ef',
  sheet: '#fffefb',
  ink: '#1b2327',
  soft: '#535e65',
  rule: '#dcd6c9',
  accent: '#0b4a5e',
  accentInk: '#ffffff',
} as const;

/** For the mail programs that do read one. */
export const DARK = `
:root { color-scheme: light dark; supported-color-schemes: light dark; }
@media (prefers-color-scheme: dark) {
  .paper { background: #12181b !important; }
  .sheet { background: #1b2327 !important; border-color: #303b40 !important; }
  .rule { border-color: #303b40 !important; }
  .ink { color: #e9e6df !important; }
  .soft { color: #a9b3b8 !important; }
  .link { color: #93d2e4 !important; }
  .mark { border-color: #93d2e4 !important; }
  .button { background: #93d2e4 !important; }
  .button-text { color: #0a2027 !important; }
}
@media (max-width: 480px) {
  .wide { width: 100% !important; }
  .button-text { display: block !important; text-align: center !important; }
}
`;
