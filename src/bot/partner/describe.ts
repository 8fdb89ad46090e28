/** Proposals in a sentence: reference, the person's own words by reference, how they were read. */

import type { Inline } from '../../chat/outbound.ts';
import { type Ref, ref } from '../../core/ids.ts';
import { axisOf, current, type Extract, kindOf, type Proposal, type Tag } from '../../core/proposal/model.ts';
import { inRanges } from '../../core/proposal/ranges.ts';
import type { Phrases } from '../locales/fr.ts';
import { local, type Talk } from '../talk.ts';

/** What a sentence needs of an exchange. */
export type Speaker = Pick<Talk, 'say' | 'lang' | 'consultation'>;

/** UTF-16 units of a person's words shown in a list; the whole stays one reference away. */
const SHOWN = 80;

export const words = (extract: Extract, most = Number.POSITIVE_INFINITY): Inline => ({
  words: extract.words,
  start: extract.start,
  end: Math.min(extract.end, extract.start + most),
  ...(extract.end - extract.start > most ? { cut: true } : {}),
});

/** `« her words… »`, cut when long. */
export function quoted(say: Phrases, extract: Extract, most = SHOWN): readonly (string | Inline)[] {
  const cut = extract.end - extract.start > most;
  const { opening, closing } = say.marks;
  return [opening, words(extract, most), cut ? `…${closing}` : closing];
}

/** `« one », « other »`: places in what a proposal says, as offsets into it; nothing without any. */
export function quotedPlaces(
  { marks }: Phrases,
  { words, start }: Extract,
  places: readonly { readonly start: number; readonly end: number }[],
): (string | Inline)[] {
  if (places.length === 0) return [];
  return [
    ...places.flatMap((place, k): (string | Inline)[] => [
      k === 0 ? marks.opening : `${marks.closing}, ${marks.opening}`,
      { words, start: start + place.start, end: start + place.end },
    ]),
    marks.closing,
  ];
}

const labelOf = (talk: Speaker, tag: Tag): string | null => {
  const { content } = talk.consultation;
  if (tag.dimension === 'territory')
    return content.taxonomy.territories.find((one) => one.key === tag.value)?.label ?? null;
  if (tag.dimension === 'theme') {
    const theme = content.axes.flatMap((axis) => axis.themes).find((one) => one.key === tag.value);
    return theme ? local(talk, theme.label).toLowerCase() : null;
  }
  return null;
};

/** How it was read, for a receipt: theme or axis, territories; objections and questions are named. */
export function readAs(talk: Speaker, proposal: Pick<Proposal, 'tags'>): string {
  const axis = talk.consultation.content.axes.find((one) => one.key === axisOf(proposal));
  const theme = proposal.tags.find(
    (tag) => tag.dimension === 'theme' && tag.main && axis?.themes.some((one) => one.key === tag.value),
  );
  const kind = kindOf(proposal);
  const parts = [
    (theme && labelOf(talk, theme)) ?? (axis ? talk.say.axis(axis.key, local(talk, axis.short)) : null),
    ...proposal.tags.filter((tag) => tag.dimension === 'territory').map((tag) => labelOf(talk, tag)),
    kind === 'objection' || kind === 'question' ? talk.say.kinds[kind] : null,
  ];
  return parts.filter((part) => part !== null).join(', ');
}

/** `P-0042, « her words… » (funding, Roubaix)`. */
export function item(
  talk: Speaker,
  proposal: Pick<Proposal, 'number' | 'versions' | 'tags'>,
  most = SHOWN,
): (string | Inline)[] {
  const reading = readAs(talk, proposal);
  return [
    `${ref(proposal.number)}, `,
    ...quoted(talk.say, current(proposal), most),
    reading ? ` (${reading})` : '',
  ];
}

/** Of many: "P-0001 à P-0040 et P-0042". */
export const inShort = (talk: Speaker, refs: readonly Ref[]): string =>
  talk.say.listed(inRanges(refs, talk.say.to));

/** `P-0042 et P-0043`. */
export const refs = (talk: Speaker, proposals: readonly Pick<Proposal, 'number'>[]): string =>
  talk.say.listed(proposals.map((proposal) => ref(proposal.number)));

/** `P-0042 ou P-0043`, where one is to be chosen. */
export const refsOr = (talk: Speaker, proposals: readonly Pick<Proposal, 'number'>[]): string =>
  talk.say.either(proposals.map((proposal) => ref(proposal.number)));
