/** Which of two axes a proposal belongs to, as its author or the team says it. */
import { retagProposal } from '../../app/proposal/change-own.ts';
import type { Axis } from '../../core/consultation/model.ts';
import { type ProposalId, ref } from '../../core/ids.ts';
import { isRefusal } from '../../core/refusal.ts';
import type { FocusOf } from '../focus.ts';
import { leaveDoubt, type Reply, refusal, type Talk } from '../talk.ts';
import { bare, option, said } from '../understand.ts';
import { onWords } from './answer.ts';
import { explains, onExplained } from './explained.ts';
import { tellingOf } from './meant.ts';
import { goOn, type Place } from './place.ts';

/** After "plutôt A ou B ?". Something else leaves the doubt to the facilitators, and is words on that proposal or what it is. */
export async function onAxis(talk: Talk, focus: FocusOf<'axis'>, place: Place): Promise<Reply> {
  const row = await talk.tx.proposals.byId(focus.proposal as ProposalId);
  const [a, b] = focus.options;
  const word = said(talk.text);
  if (row?.state !== 'submitted' || word === 'pass' || word === 'no')
    return goOn(talk, place, talk.say.doubtKept);
  const chosen = chosenAxes(talk, a, b) ?? axisInWords(talk, [a, b]) ?? axisExplained(talk, [a, b]);
  if (!chosen) {
    if (!NEITHER.test(bare(talk.text)))
      return (
        (await onExplained(talk, place, focus.prompt, row)) ??
        onWords(talk, place, focus.prompt, (...lead) => goOn(talk, place, ...lead))
      );
    await leaveDoubt(talk, 'correction');
    return goOn(talk, place, talk.say.doubtKept);
  }
  const [main, other] = chosen;
  const tags = [
    { dimension: 'axis' as const, value: main, main: true },
    ...(other ? [{ dimension: 'axis' as const, value: other, main: false }] : []),
  ];
  const done = await retagProposal(talk, row, 'proposal.correct', tags);
  if (isRefusal(done)) return refusal(talk, done);
  const name = ref(row.number);
  return goOn(talk, place, other ? talk.say.axisBoth(name, main, other) : talk.say.axisSettled(name, main));
}

const ABOUT =
  /^(?:(?:non|no|nope|nan|oui|mais|en fait|actually|plutot|rather|plus|pour moi|ni l'un ni l'autre|neither)[ ,:]{1,3}){0,3}(?:(?:c'est|c|ce serait|ca parle de|ca concerne|that one is|this one is|that's|it's|it is|this is) )?(?:(?:plutot|rather|surtout|more|mainly|about|une question de|de la|de l'|du|des|la|le|les|l'|the|sur|pour) ?){0,3}(.{3,60})$/u;
const SHORT = 90;

/** "plutôt communication", "innover", "non, c'est de l'emploi": the only axis that these words name; null otherwise. */
function axisInWords(
  talk: Pick<Talk, 'text' | 'consultation'>,
  options: readonly string[],
): readonly [string, null] | null {
  const text = bare(talk.text);
  const rest = text.length > SHORT ? undefined : ABOUT.exec(text)?.[1];
  if (rest === undefined) return null;
  const bareName = rest === text;
  if (rest.split(' ').length > (bareName ? 3 : 5)) return null;
  const telling = tellingOf(rest);
  const named = talk.consultation.content.axes.filter(
    (axis) =>
      (!bareName || options.includes(axis.key)) && [...wordsOf(axis)].some((word) => telling.has(word)),
  );
  return named.length === 1 ? [named[0]!.key, null] : null;
}

/** "C'est surtout pour que les jeunes trouvent un emploi": the only one of the two that these words name. */
function axisExplained(
  talk: Pick<Talk, 'text' | 'consultation' | 'lang'>,
  options: readonly string[],
): readonly [string, null] | null {
  if (!explains(talk.text, talk.lang)) return null;
  const telling = tellingOf(talk.text);
  const named = talk.consultation.content.axes.filter(
    (axis) => options.includes(axis.key) && [...wordsOf(axis)].some((word) => telling.has(word)),
  );
  return named.length === 1 ? [named[0]!.key, null] : null;
}

const wordsOf = ({ label, short, keywords }: Axis): ReadonlySet<string> =>
  tellingOf(
    [label, short]
      .flatMap((one) => Object.values(one))
      .concat(Object.values(keywords).flat())
      .join(' '),
  );

/** Says of the axes that they are wrong, and proposes nothing. */
const NEITHER =
  /^(?:non|no|nope|nan|ni l'un ni l'autre|aucun des deux|neither)[ ,.:!]{1,3}(?:c'est|c'etait|ca|that|that's|this|it's|it)\b.{1,60}$/u;

const BOTH =
  /^(?:tous )?(?:les (?:2|deux)(?: axes)?|both|allebei|beide|a (?:et|and|en|&) b)[\s,;:.!–—-]*(?:(?:mais|but)\s)?\s*(.*)$/u;

/** "A", "2", "les 2, plutôt A", "axe 3": the main axis, and one to refer to. The third choice is both. */
export function chosenAxes(
  talk: Pick<Talk, 'text' | 'consultation'>,
  a: string,
  b: string,
): readonly [string, string | null] | null {
  const text = bare(talk.text);
  const place = option(text, 3);
  if (place === 2) return /\d/u.test(text) ? [a, b] : null;
  if (place !== null) return [place === 0 ? a : b, null];
  const both = BOTH.exec(text);
  const rather = both ? option(both[1]!, 2) : null;
  if (both && (both[1] === '' || rather !== null)) return rather === 1 ? [b, a] : [a, b];
  const named = /^(?:plutot |rather )?(?:l')?ax(?:e|is) ?(\S+)$/u.exec(text)?.[1];
  return named && talk.consultation.content.axes.some((axis) => axis.key === named) ? [named, null] : null;
}
