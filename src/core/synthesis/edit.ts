import type { PersonId, Ref, WordsId } from '../ids.ts';
import { type Refusal, refuse } from '../refusal.ts';
import type { Instant } from '../time.ts';
import type { AxisSynthesis, Line, SynthesisBody } from './model.ts';
import { acceptTitles, machineTitles, titled } from './titles.ts';
import { unknownLine } from './unknown-line.ts';

export type Section = 'lines' | 'disagreements';

/** What a member of staff may do to a draft. `words` is where the person's text is kept. */
export type Edit =
  | { readonly edit: 'reword'; readonly line: string; readonly words: WordsId }
  | {
      readonly edit: 'reorder';
      readonly axis: string;
      readonly section: Section;
      readonly lines: readonly string[];
    }
  | {
      readonly edit: 'introduce-line';
      readonly axis: string;
      readonly section: Section;
      readonly words: WordsId;
      readonly cites: readonly Ref[];
    }
  | { readonly edit: 'remove'; readonly line: string }
  | { readonly edit: 'title'; readonly line: string; readonly words: WordsId }
  | { readonly edit: 'accept-titles'; readonly by: PersonId; readonly at: Instant }
  /** `axis` null: the whole text. `words` null: takes the introduction away. */
  | { readonly edit: 'introduce'; readonly axis: string | null; readonly words: WordsId | null }
  | { readonly edit: 'no-disagreement'; readonly axis: string; readonly by: PersonId; readonly at: Instant };

/**
 * The body after an edit. Refuses: `synthesis-signed`, `axis-unknown`, `line-unknown`, `order-incomplete`,
 * `line-without-proposal`, `proposal-unknown`, `proposal-would-vanish`, `objection-would-vanish`,
 * `disagreement-exists`. An edit never breaks C9.
 */
export function edit(body: SynthesisBody, signed: boolean, change: Edit): SynthesisBody | Refusal {
  if (signed) return refuse('synthesis-signed');
  switch (change.edit) {
    case 'reword':
      return reword(body, change.line, change.words);
    case 'reorder':
      return reorder(body, change);
    case 'introduce-line':
      return introduceLine(body, change);
    case 'remove':
      return remove(body, change.line);
    case 'title':
      return titled(body, change.line, change.words);
    case 'accept-titles':
      return machineTitles(body).length === 0
        ? refuse('no-titles-to-accept')
        : acceptTitles(body, { by: change.by, at: change.at });
    case 'introduce':
      if (change.axis === null) return { ...body, introduction: change.words };
      return onAxis(body, change.axis, (axis) => ({ ...axis, introduction: change.words }));
    case 'no-disagreement':
      return onAxis(body, change.axis, (axis) =>
        axis.disagreements.length > 0
          ? refuse('disagreement-exists', { axis: axis.axis, count: axis.disagreements.length })
          : { ...axis, noDisagreement: { by: change.by, at: change.at } },
      );
  }
}

const isRefused = (value: object): value is Refusal => 'refused' in value;

function onAxis(
  body: SynthesisBody,
  key: string,
  change: (axis: AxisSynthesis) => AxisSynthesis | Refusal,
): SynthesisBody | Refusal {
  const place = body.axes.findIndex((axis) => axis.axis === key);
  if (place < 0) return refuse('axis-unknown', { axis: key });
  const changed = change(body.axes[place]!);
  return isRefused(changed) ? changed : { ...body, axes: body.axes.with(place, changed) };
}

function find(body: SynthesisBody, id: string): { axis: string; section: Section; line: Line } | null {
  for (const axis of body.axes) {
    for (const section of ['lines', 'disagreements'] as const) {
      const line = axis[section].find((candidate) => candidate.id === id);
      if (line) return { axis: axis.axis, section, line };
    }
  }
  return null;
}

function reword(body: SynthesisBody, id: string, words: WordsId): SynthesisBody | Refusal {
  const found = find(body, id);
  if (found === null) return unknownLine(body, id);
  return onAxis(body, found.axis, (axis) => ({
    ...axis,
    [found.section]: axis[found.section].map((line) =>
      line.id === id ? { ...line, text: null, words } : line,
    ),
  }));
}

function reorder(body: SynthesisBody, change: Extract<Edit, { edit: 'reorder' }>): SynthesisBody | Refusal {
  return onAxis(body, change.axis, (axis) => {
    const lines = new Map(axis[change.section].map((line) => [line.id, line]));
    const unknown = change.lines.find((id) => !lines.has(id));
    if (unknown !== undefined) return unknownLine(body, unknown);
    if (change.lines.length !== lines.size || new Set(change.lines).size !== lines.size) {
      return refuse('order-incomplete', { axis: axis.axis, count: lines.size });
    }
    return { ...axis, [change.section]: change.lines.map((id) => lines.get(id)!) };
  });
}

function introduceLine(
  body: SynthesisBody,
  change: Extract<Edit, { edit: 'introduce-line' }>,
): SynthesisBody | Refusal {
  const cites = [...new Set(change.cites)];
  if (cites.length === 0) return refuse('line-without-proposal');
  const known = new Set([...citations(body).keys(), ...body.unclassified]);
  const unknown = cites.find((ref) => !known.has(ref));
  if (unknown !== undefined) return refuse('proposal-unknown', { ref: unknown });
  const changed = onAxis(body, change.axis, (axis) => {
    const line: Line = {
      id: nextId(axis, change.section),
      kind: 'introduced',
      theme: null,
      text: null,
      words: change.words,
      quote: null,
      cites,
    };
    const lines = [...axis[change.section], line];
    return change.section === 'lines'
      ? { ...axis, lines }
      : { ...axis, disagreements: lines, noDisagreement: null };
  });
  if (isRefused(changed)) return changed;
  return { ...changed, unclassified: changed.unclassified.filter((ref) => !cites.includes(ref)) };
}

/** A proposal that only this line cited goes back to the unclassified if it came from there; else it is refused. */
function remove(body: SynthesisBody, id: string): SynthesisBody | Refusal {
  const found = find(body, id);
  if (found === null) return unknownLine(body, id);
  const counts = citations(body);
  const orphans = [...new Set(found.line.cites)].filter((ref) => counts.get(ref) === 1);
  const classified = new Set(
    body.axes.flatMap((axis) => [...axis.singleVoices, ...axis.themes.flatMap((theme) => theme.proposals)]),
  );
  const vanishing = orphans.find((ref) => classified.has(ref));
  if (vanishing !== undefined) return refuse('proposal-would-vanish', { ref: vanishing, line: id });
  const changed = onAxis(body, found.axis, (axis) =>
    found.section === 'lines'
      ? { ...axis, lines: axis.lines.filter((line) => line.id !== id) }
      : withoutDisagreement(axis, found.line),
  );
  return isRefused(changed) ? changed : { ...changed, unclassified: [...changed.unclassified, ...orphans] };
}

/** The objections of a removed line pass to another that cites them; without one the line stays. */
function withoutDisagreement(axis: AxisSynthesis, removed: Line): AxisSynthesis | Refusal {
  let rest = axis.disagreements.filter((line) => line.id !== removed.id);
  for (const objection of objectionsOf(removed)) {
    const heir = rest.find((line) => line.cites.includes(objection));
    if (heir === undefined) return refuse('objection-would-vanish', { ref: objection, line: removed.id });
    if (rest.some((line) => objectionsOf(line).includes(objection))) continue;
    rest = rest.map((line) =>
      line === heir ? { ...line, carries: [...(line.carries ?? []), objection] } : line,
    );
  }
  return { ...axis, disagreements: rest };
}

const objectionsOf = ({ kind, cites, carries = [] }: Line): readonly Ref[] =>
  kind === 'disagreement' ? [cites[0]!, ...carries] : carries;

/** How many lines cite each proposal. */
export function citations(body: SynthesisBody): Map<Ref, number> {
  const counts = new Map<Ref, number>();
  for (const axis of body.axes) {
    for (const line of [...axis.lines, ...axis.disagreements]) {
      for (const ref of new Set(line.cites)) counts.set(ref, (counts.get(ref) ?? 0) + 1);
    }
  }
  return counts;
}

function nextId(axis: AxisSynthesis, section: Section): string {
  const prefix = `${axis.axis}.${section === 'lines' ? '' : 'd'}`;
  const used = axis[section].map((line) => Number(line.id.slice(prefix.length)));
  return `${prefix}${Math.max(0, ...used) + 1}`;
}
