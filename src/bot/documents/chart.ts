/** The participation chart beside figures that are said in words: its reference is the figures themselves, so that it stays what it was. */
import type { Enclosure } from '../../chat/enclosure.ts';
import { cut } from '../../chat/split.ts';
import type { Consultation } from '../../core/consultation/model.ts';
import { inLang } from '../../core/consultation/text.ts';
import type { SilentCell } from '../../core/participation/silence.ts';
import type { SynthesisDocument } from '../../core/synthesis/document.ts';
import { TRANSVERSAL } from '../../core/synthesis/model.ts';
import type { Phrases } from '../locales/fr.ts';
import { enclosing, type ParticipationPanel } from './files.ts';

/** Slack takes 1,000 characters of an alternative text, and nobody listens to more. */
const LONGEST = 900;

/** Nothing where nothing was asked by axis. */
export function chart(
  say: Phrases,
  title: string,
  panels: readonly ParticipationPanel[],
): { readonly encloses?: Enclosure } {
  const shown = panels.filter(({ bars }) => bars.length > 0);
  if (shown.length === 0) return {};
  const words = say.documents.chartInWords(shown);
  const alt = words.length > LONGEST ? `${words.slice(0, cut(words, LONGEST)).trimEnd()} …` : words;
  const file = { is: 'participation', as: 'png', lang: say.lang, title, panels: shown } as const;
  return { encloses: enclosing(file, say.documents.chartTitle(title), alt) };
}

/** Of a round while it is open, unsuppressed. */
export function panelsOf(
  cells: readonly SilentCell[],
  content: Consultation,
  say: Phrases,
): ParticipationPanel[] {
  const wholes = cells.filter(({ axis }) => axis === null);
  const keys = [...new Set(cells.flatMap(({ axis }) => axis ?? []))];
  return wholes.map(({ college, invited }) => ({
    college: inLang(content.colleges.find(({ key }) => key === college)!.label, say.lang, content.languages),
    invited,
    bars: cells.flatMap((cell) =>
      cell.college === college && cell.axis !== null
        ? [{ label: markOf(keys, cell.axis, say), people: cell.answered }]
        : [],
    ),
  }));
}

/** Of a synthesis, as that document has its figures. */
export function panelsIn(document: SynthesisDocument, say: Phrases): ParticipationPanel[] {
  const keys = document.axes.map(({ axis }) => axis);
  return document.base.map(({ college, invited }) => ({
    college: document.colleges.find(({ key }) => key === college)?.label ?? college,
    invited,
    bars: keys.flatMap((axis) => {
      const cell = document.participation.find((one) => one.college === college && one.axis === axis);
      return cell === undefined ? [] : [{ label: markOf(keys, axis, say), people: cell.people }];
    }),
  }));
}

/** Their own keys where all are short, else their places. */
function markOf(all: readonly string[], axis: string, { documents }: Phrases): string {
  if (axis === TRANSVERSAL) return documents.across;
  const keys = all.filter((key) => key !== TRANSVERSAL);
  return documents.axis(keys.every((key) => key.length <= 2) ? axis : String(keys.indexOf(axis) + 1));
}
