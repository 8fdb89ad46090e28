import type { LineText, QuoteText, Signature, SynthesisDocument } from '../core/synthesis/document.ts';
import type { SynthesisFile } from './schemas.ts';

/** `synthesis.json`, as its JSON Schema says. */
export function synthesisJson(document: SynthesisDocument): string {
  const file: SynthesisFile = {
    consultation: document.consultation.key,
    audience: document.audience,
    hash: document.hash,
    signature: signature(document.signature),
    proofreaders: [...(document.signature?.proofreaders ?? [])],
    base: document.base.map(({ college, colleges, invited, reached, answered, passed, silent }) => ({
      college,
      ...(colleges ? { colleges: [...colleges] } : {}),
      invited,
      reached,
      answered,
      passed,
      silent,
    })),
    understood: document.understood.map(({ title: _, ...row }) => row),
    views: document.views.map(({ title: _, colleges, ...row }) => ({
      ...row,
      ...(colleges ? { colleges: [...colleges] } : {}),
    })),
    axes: document.axes.map((axis) => ({
      axis: axis.axis,
      themes: axis.themes.map((theme) => ({
        label: theme.label,
        proposals: [...theme.proposals],
        quotes: theme.quotes.map(({ proposal, text, by }) => ({ proposal, text, by })),
      })),
      lines: axis.lines.map(line),
      disagreements: axis.disagreements.map((one) => ({
        ...line(one),
        opposed:
          one.opposed === null
            ? null
            : {
                ...quote(one.opposed.quote),
                other: one.opposed.other ? quote(one.opposed.other) : null,
                known: one.opposed.known,
              },
      })),
      noDisagreement: signature(axis.noDisagreement),
      singleVoices: [...axis.singleVoices],
    })),
    unclassified: [...document.unclassified],
    annex: document.annex.map(({ proposal, text, by }) => ({ proposal, text, by })),
    nuances: document.nuances.map(({ proposal, of, quote }) => ({
      proposal,
      of,
      text: quote?.text ?? null,
      by: quote?.by ?? null,
    })),
    merged: document.merged.map(({ proposal, into }) => ({ proposal, into })),
  };
  return `${JSON.stringify(file, null, 2)}\n`;
}

const quote = ({ proposal, text, by }: QuoteText) => ({ proposal, text, by });

const line = ({ text, cites }: LineText) => ({ text, cites: [...cites] });

const signature = (signed: Signature | null) =>
  signed === null ? null : { by: signed.by, at: new Date(signed.at).toISOString() };
