/**
 * An expected "no": a value, not an error. `code` is a key of the locales' refusals, `details` fills it in
 * (no words of people). Outages are errors that say `transient`; bugs are plain throws.
 */
export interface Refusal {
  readonly refused: true;
  readonly code: string;
  readonly details: Readonly<Record<string, string | number>>;
}

export const refuse = (code: string, details: Refusal['details'] = {}): Refusal => ({
  refused: true,
  code,
  details,
});

export const isRefusal = (value: unknown): value is Refusal =>
  typeof value === 'object' && value !== null && (value as Refusal).refused === true;
