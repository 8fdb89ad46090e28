import type { LineText, Signature, SynthesisDocument } from '../core/synthesis/model.ts';
import type { SynthesisFile } from './schemas.ts';

/** `synthesis.json`, as its JSON Schema says. */
export function synthesisJson(document: SynthesisDocument): string {
  const file: SynthesisFile = {
    consultation: document.consultation.key,
    hash: document.hash,
    signature: signature(document.signature),
    base: document.base.map(({ college, invited, reached, answered, passed, silent }) => ({
      college,
      invited,
      reached,
      answered,
      passed,
      silent,
    })),
    axes: document.axes.map((axis) => ({
      axis: axis.axis,
      themes: axis.themes.map((theme) => ({
        label: theme.label,
        proposals: [...theme.proposals],
        quotes: theme.quotes.map(({ proposal, text, by }) => ({ proposal, text, by })),
      })),
      lines: axis.lines.map(line),
      disagreements: axis.disagreements.map(line),
      noDisagreement: signature(axis.noDisagreement),
      singleVoices: [...axis.singleVoices],
    })),
    unclassified: [...document.unclassified],
  };
  return `${JSON.stringify(file, null, 2)}\n`;
}

const line = ({ text, cites }: LineText) => ({ text, cites: [...cites] });

const signature = (signed: Signature | null) =>
  signed === null ? null : { by: signed.by, at: new Date(signed.at).toISOString() };
