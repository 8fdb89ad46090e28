/** The six kinds are described, names of places are told apart, the rules agree with each other. */
import { KINDS } from '../../core/consultation/model.ts';
import { same } from '../problem.ts';
import { oneOf, type Report, shown } from '../report.ts';
import type { Source } from '../source.ts';
import { itemsAt, keyText, valueAt } from '../walk.ts';

export function checkTaxonomy(source: Source, report: Report): void {
  const kinds = itemsAt(source.value, ['taxonomy', 'kinds']).map(({ item }) => valueAt(item, ['key']));
  if (Array.isArray(valueAt(source.value, ['taxonomy', 'kinds'])))
    for (const kind of KINDS)
      if (!kinds.includes(kind))
        report({ source, path: ['taxonomy', 'kinds'], code: 'missing-kind', expected: same(kind) });
  checkSpellings(source, report);
  checkLoops(source, report);
  checkAttribution(source, report);
}

const folded = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('œ', 'oe')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

function checkSpellings(source: Source, report: Report): void {
  const owners = new Map<string, number>();
  const territories = itemsAt(source.value, ['taxonomy', 'territories']);
  for (const [index, { item, path }] of territories.entries()) {
    const names = [
      { item: valueAt(item, ['label']), path: [...path, 'label'] },
      ...itemsAt(item, ['spellings']).map((spelling) => ({
        item: spelling.item,
        path: [...path, ...spelling.path],
      })),
    ];
    for (const name of names) {
      if (typeof name.item !== 'string') continue;
      const owner = owners.get(folded(name.item));
      if (owner !== undefined && owner !== index) {
        const other = String(valueAt(territories[owner]!.item, ['label']));
        const expected = {
          fr: `une graphie que « ${other} » n’a pas (casse, accents et tirets à part)`,
          en: `a spelling "${other}" does not have (case, accents and hyphens aside)`,
        };
        report({ source, path: name.path, code: 'repeated-spelling', found: shown(name.item), expected });
      } else owners.set(folded(name.item), index);
    }
  }
}

function checkLoops(source: Source, report: Report): void {
  const parts = new Map<string, string[]>();
  const territories = itemsAt(source.value, ['taxonomy', 'territories']);
  for (const { item } of territories) {
    const included = itemsAt(item, ['includes']).map((part) => String(part.item));
    parts.set(String(valueAt(item, ['key'])), included);
  }
  for (const { item, path } of territories) {
    const key = keyText(valueAt(item, ['key']));
    if (key === null) continue;
    const seen = new Set<string>();
    const inside = [...(parts.get(key) ?? [])];
    for (let part = inside.pop(); part !== undefined; part = inside.pop()) {
      if (seen.has(part)) continue;
      seen.add(part);
      inside.push(...(parts.get(part) ?? []));
    }
    if (seen.has(key))
      report({
        source,
        path: [...path, 'includes'],
        code: 'includes-loop',
        found: shown(key),
        expected: { fr: 'des territoires plus petits', en: 'smaller territories' },
      });
  }
}

function checkAttribution(source: Source, report: Report): void {
  const at = ['rules', 'attribution', 'default'];
  const chosen = valueAt(source.value, at);
  const allowed = itemsAt(source.value, ['rules', 'attribution', 'allowed']).map(({ item }) => String(item));
  if (typeof chosen !== 'string' || allowed.length === 0 || allowed.includes(chosen)) return;
  report({ source, path: at, code: 'bad-value', found: shown(chosen), expected: oneOf(allowed) });
}
