import type { Ref } from '../ids.ts';
import type { AxisSynthesis, Line, SynthesisBody } from './model.ts';

/**
 * A signed synthesis as it may be shown today: what was withdrawn, merged or erased since it was signed leaves its
 * lines and quotes (C9), a line that cited nothing else leaves too, and what arrived since is listed as unclassified.
 * What was signed stays as it is in the store.
 */
export function standing(
  body: SynthesisBody,
  gone: ReadonlySet<Ref>,
  arrived: readonly Ref[],
): SynthesisBody {
  if (gone.size === 0 && arrived.length === 0) return body;
  const stays = (ref: Ref): boolean => !gone.has(ref);
  return {
    ...body,
    // What was decided and measured stays decided and measured, whoever takes their words back.
    axes: body.axes.map((axis) => axisStanding(axis, stays, body.report !== undefined)),
    unclassified: [...body.unclassified.filter(stays), ...arrived],
    ...(body.annex ? { annex: body.annex.filter(({ proposal }) => stays(proposal)) } : {}),
    ...(body.nuances
      ? { nuances: body.nuances.filter(({ proposal, of }) => stays(proposal) && stays(of)) }
      : {}),
  };
}

function axisStanding(axis: AxisSynthesis, stays: (ref: Ref) => boolean, keepsBare: boolean): AxisSynthesis {
  const themes = axis.themes.map((theme) => ({
    ...theme,
    proposals: theme.proposals.filter(stays),
    quotes: theme.quotes.filter((quote) => stays(quote.proposal)),
  }));
  const kept = themes.flatMap((theme, place) => (theme.proposals.length > 0 ? [place] : []));
  const lines = (all: readonly Line[]): Line[] =>
    all.flatMap((line) => {
      const cites = line.cites.filter(stays);
      if (cites.length === 0 && !keepsBare) return [];
      const theme = line.theme === null ? null : kept.indexOf(line.theme);
      const quote = line.quote && stays(line.quote.proposal) ? line.quote : null;
      const { opposed, ...rest } = line;
      const side = opposedStanding(opposed, stays);
      const gone = line.cites.length - cites.length;
      const left = gone === 0 ? {} : { left: gone };
      return [{ ...rest, ...side, ...left, cites, quote, theme: theme === -1 ? null : theme }];
    });
  const disagreements = lines(axis.disagreements);
  return {
    ...axis,
    themes: kept.map((place) => themes[place]!),
    lines: lines(axis.lines),
    disagreements,
    ...(disagreements.length === 0 && axis.disagreements.length > 0
      ? { disagreementsLeft: true as const }
      : {}),
    singleVoices: axis.singleVoices.filter(stays),
  };
}

/** The other side without those who left it. */
function opposedStanding(
  opposed: Line['opposed'],
  stays: (ref: Ref) => boolean,
): Pick<Line, 'opposed'> | Record<string, never> {
  if (!opposed) return {};
  const [quote, other] = [opposed.quote, opposed.other].filter((one) => one && stays(one.proposal));
  return quote ? { opposed: { quote, ...(other ? { other } : {}), known: opposed.known } } : {};
}

/** Every proposal the body speaks of. */
export function spokenOf(body: SynthesisBody): ReadonlySet<Ref> {
  const cited = body.axes.flatMap((axis) =>
    [...axis.lines, ...axis.disagreements].flatMap((line) => line.cites),
  );
  return new Set<Ref>([...cited, ...body.unclassified]);
}
