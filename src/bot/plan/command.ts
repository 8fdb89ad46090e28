/** "plan", "plan axe 1", "plan soutien-reseaux", "plan versions", "comparer plan 1 et 2". */
export type PlanCommand =
  | { readonly does: 'show'; readonly version: number | null; readonly axis: string | null }
  | { readonly does: 'action'; readonly key: string }
  | { readonly does: 'versions' }
  | { readonly does: 'compare'; readonly before: number | null; readonly after: number | null };

const LONGEST = 120;

const RULES: readonly (readonly [RegExp, (found: RegExpExecArray) => PlanCommand])[] = [
  [/^(?:(?:voir |montrer |show )?(?:le |the )?plan)$/u, () => ({ does: 'show', version: null, axis: null })],
  [
    /^(?:voir |montrer |show )?(?:le |the )?plan (?:v(?:ersion)? ?)?(\d{1,5})$/u,
    ([, version]) => ({ does: 'show', version: Number(version), axis: null }),
  ],
  [
    /^(?:voir |montrer |show )?(?:le |the )?plan (?:de l['’])?(?:axe|axis) (\S{1,60})$/u,
    ([, axis]) => ({ does: 'show', version: null, axis: axis! }),
  ],
  [/^(?:plan versions|versions du plan|versions of the plan|plan history)$/u, () => ({ does: 'versions' })],
  [/^(?:comparer|compare) (?:le |the )?plan$/u, () => ({ does: 'compare', before: null, after: null })],
  [
    /^(?:comparer|compare) (?:le |the )?plan (\d{1,5})(?:,? (?:et|à|and|with|to) (\d{1,5}))?$/u,
    ([, one, other]) => ({
      does: 'compare',
      before: other === undefined ? null : Number(one),
      after: Number(other ?? one),
    }),
  ],
  [/^plan ([a-z0-9]+(?:[-_][a-z0-9]+)*)$/u, ([, key]) => ({ does: 'action', key: key! })],
];

/** null when the message is no such command. */
export function planCommand(text: string): PlanCommand | null {
  if (text.length > LONGEST) return null;
  const plain = text
    .trim()
    .replace(/\s{1,20}/gu, ' ')
    .replace(/ ?[.!?]$/u, '')
    .toLowerCase();
  for (const [pattern, make] of RULES) {
    const found = pattern.exec(plain);
    if (found) return make(found);
  }
  return null;
}
