/** Which sheets a workbook has, and what all of them share: texts and the formats of numbers. */
import { type Parts, WorkbookFault } from './parts.ts';
import { readXml } from './xml.ts';

export interface SheetPart {
  readonly name: string;
  readonly hidden: boolean;
  /** Of the sheet itself. */
  readonly part: string;
}

export interface Shared {
  readonly texts: readonly string[];
  /** By the index a cell gives: what its number is shown as. */
  readonly formats: readonly Shows[];
  readonly date1904: boolean;
}

/** A plain number, a day, or a number with a unit after it. */
export type Shows = 'number' | 'day' | { readonly unit: string };

export async function sheetsOf(parts: Parts): Promise<{ sheets: readonly SheetPart[]; shared: Shared }> {
  const sheets: { name: string; hidden: boolean; id: string }[] = [];
  let date1904 = false;
  readXml((await parts.text('xl/workbook.xml'))!, {
    open(name, attributes) {
      if (name === 'workbookPr') date1904 = /^(?:1|true)$/u.test(attributes.date1904 ?? '');
      if (name === 'sheet')
        sheets.push({
          name: attributes.name ?? '',
          hidden: attributes.state !== undefined && attributes.state !== 'visible',
          id:
            attributes['r:id'] ?? Object.entries(attributes).find(([key]) => key.endsWith(':id'))?.[1] ?? '',
        });
    },
  });
  const targets = await relationsOf(parts, 'xl/workbook.xml');
  const found = sheets.flatMap(({ id, ...sheet }) => {
    const target = targets.find((one) => one.id === id);
    return target && parts.names.has(target.part) ? [{ ...sheet, part: target.part }] : [];
  });
  if (found.length === 0) throw new WorkbookFault('workbook-broken');
  const partOf = (kind: string) =>
    targets.find(({ type }) => type.endsWith(`/${kind}`))?.part ?? `xl/${kind}.xml`;
  return {
    sheets: found,
    shared: {
      texts: textsIn((await parts.text(partOf('sharedStrings'))) ?? ''),
      formats: formatsIn((await parts.text(partOf('styles'))) ?? ''),
      date1904,
    },
  };
}

export interface Relation {
  readonly id: string;
  readonly type: string;
  readonly part: string;
}

/** What a part points to inside the workbook. Addresses outside (a link in a cell) are left where they are. */
export async function relationsOf(parts: Parts, of: string): Promise<readonly Relation[]> {
  const folder = of.slice(0, of.lastIndexOf('/') + 1);
  const xml = await parts.text(`${folder}_rels/${of.slice(folder.length)}.rels`);
  const relations: Relation[] = [];
  if (xml !== null)
    readXml(xml, {
      open(name, { Id = '', Type = '', Target = '', TargetMode }) {
        if (name === 'Relationship' && TargetMode !== 'External')
          relations.push({ id: Id, type: Type, part: resolved(folder, Target) });
      },
    });
  return relations;
}

function resolved(folder: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1);
  const steps = folder.split('/').filter(Boolean);
  for (const step of target.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '.') steps.push(step);
  }
  return steps.join('/');
}

/** Runs of one text are joined; how it sounds (`rPh`) is left out. */
export function textsIn(xml: string): string[] {
  const texts: string[] = [];
  if (xml === '') return texts;
  let text = '';
  readXml(xml, {
    open: (name) => {
      if (name === 'si') text = '';
    },
    text: (more, path) => {
      if (path.at(-1) === 't' && !path.includes('rPh')) text += more;
    },
    close: (name) => {
      if (name === 'si') texts.push(text);
    },
  });
  return texts;
}

function formatsIn(xml: string): Shows[] {
  const codes = new Map<number, string>();
  const formats: Shows[] = [];
  if (xml === '') return formats;
  readXml(xml, {
    open(name, attributes, path) {
      if (name === 'numFmt') codes.set(Number(attributes.numFmtId), attributes.formatCode ?? '');
      if (name === 'xf' && path.at(-2) === 'cellXfs')
        formats.push(shows(Number(attributes.numFmtId ?? 0), codes.get(Number(attributes.numFmtId))));
    },
  });
  return formats;
}

/** Formats 14–22 and 45–47 are days and times, 5–8 and 42, 44 the currency of the machine (ECMA-376, 18.8.30). */
function shows(id: number, code: string | undefined): Shows {
  if (code === undefined) {
    if ((id >= 14 && id <= 17) || id === 22) return 'day';
    return (id >= 5 && id <= 8) || id === 42 || id === 44 ? { unit: '€' } : 'number';
  }
  const unit = /(k|m)?\s*"?\s*€/iu
    .exec(code.replace(/\[\$(€)[^\]]*\]/gu, '$1').replace(/"/gu, ''))?.[0]
    .trim();
  if (unit !== undefined) return { unit };
  const bare = code.replace(/"[^"]*"|\[[^\]]*\]|\\./gu, '');
  return /[dyj]|m{3,}|a{2,}/iu.test(bare) && !/[#0?]/u.test(bare) ? 'day' : 'number';
}
