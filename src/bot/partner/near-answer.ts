/** After "la rejoindre, y apporter une nuance, ou garder la vôtre à part ?". */

import type { ProposalRow } from '../../app/ports/proposals.ts';
import { agreeToMerge } from '../../app/proposal/merge-proposals.ts';
import { rootOf, shownTo } from '../../app/proposal/others.ts';
import { relate } from '../../app/proposal/relate.ts';
import { supportProposal } from '../../app/proposal/support.ts';
import { type ProposalId, ref } from '../../core/ids.ts';
import { isRefusal } from '../../core/refusal.ts';
import type { FocusOf } from '../focus.ts';
import { answer, leaveDoubt, type Reply, refusal, type Talk } from '../talk.ts';
import { agrees, bare, option, said } from '../understand.ts';
import { onWords } from './answer.ts';
import { refsOr } from './describe.ts';
import { goOn, type Place } from './place.ts';

type Heard = { readonly does: 'join' | 'nuance' | 'apart' | 'both'; readonly which: ProposalRow | null };

export async function onNear(talk: Talk, focus: FocusOf<'near'>, place: Place): Promise<Reply> {
  const say = talk.say.others;
  const mine = await talk.tx.proposals.byId(focus.proposal as ProposalId);
  const others: ProposalRow[] = [];
  for (const id of focus.others) {
    const row = await rootOf(talk, await talk.tx.proposals.byId(id as ProposalId));
    if (row) others.push(row);
  }
  if (mine?.state !== 'submitted' || others.length === 0) return goOn(talk, place);
  const heard = nearHeard(talk.text, others, focus.which);
  if (heard === null) {
    const word = said(talk.text);
    if (word !== null) return goOn(talk, place, talk.say.passed);
    return onWords(talk, place, focus.prompt, (...lead) => goOn(talk, place, ...lead));
  }
  if (heard.does === 'apart') {
    const kept = await relate(talk, mine, others, 'apart');
    return isRefusal(kept) ? refusal(talk, kept) : goOn(talk, place, say.keptApart(ref(mine.number)));
  }
  const into = heard.which ?? (others.length === 1 || heard.does === 'both' ? others[0]! : null);
  if (into === null) {
    const asked = heard.does === 'nuance' ? say.whichNuance : say.whichJoin;
    return {
      ...answer(asked(refsOr(talk, others))),
      choices: others.map(({ number }) => ({ value: ref(number), label: ref(number) })),
      focus: { ...focus, which: heard.does === 'nuance' ? 'nuance' : 'join' },
    };
  }
  if ((await shownTo(talk, into)) === null) return goOn(talk, place, say.gone(ref(into.number)));
  if (heard.does === 'nuance') return nuance(talk, place, mine, into);
  const author = talk.actor.partners.find(({ id }) => id === mine.partnerId);
  if (!author) return goOn(talk, place);
  const merged = await agreeToMerge(talk, { from: mine, into }, author);
  if (isRefusal(merged)) return refusal(talk, merged);
  if (heard.does === 'both')
    for (const { number } of others.slice(1)) await supportProposal(talk, number, author.id);
  return goOn(talk, place, say.joined(ref(mine.number), ref(into.number)));
}

const SAYS_MORE = /^[^:,]{0,40}nuances?[^:,]{0,20}[:,]\s{0,20}(?=\S)/iu;

/** Its own words stay as they are; what is said beside them goes to the team with it. */
async function nuance(talk: Talk, place: Place, mine: ProposalRow, of: ProposalRow): Promise<Reply> {
  const related = await relate(talk, mine, [of], 'nuance');
  if (isRefusal(related)) return refusal(talk, related);
  const noted = talk.say.others.nuanced(ref(mine.number), ref(of.number));
  if (talk.event.type !== 'message' || !SAYS_MORE.test(talk.text)) return goOn(talk, place, noted);
  await leaveDoubt(talk, 'correction');
  return goOn(talk, place, noted, talk.say.correctionKept);
}

const NUANCE =
  /^(?:plutot |oui |ok |je |j'|et |avec |ajouter |apporter |add |i'd add |y |une? |a |the )*nuances?\b/u;
const JOIN =
  /^(?:oui |ok |yes |je |j'|on |i |i'd |i'll |la |le |the |to |plutot )*(?:rejoin\p{L}*|reuni\p{L}*|soutien\p{L}*|soutenir|join|support|c'est la meme(?: chose| idee)?|meme (?:chose|idee)|la meme|pareil|idem|same(?: thing| idea)?)\b/u;
const APART =
  /^(?:plutot |non |no |la |le |je |j'|i'd |garder |garde |laisser |laisse |keep |it |mine |la mienne |la notre |les |rather )*(?:a part|apart|separe\p{L}*|separate|distinctes?|la mienne|mine|ce n'est pas (?:pareil|la meme chose)|c'est (?:different|autre chose)|differente?s?|not the same)\b/u;
/** Longer messages are read as ideas. */
const LONGEST = 120;

/** null when it is no answer to the question. */
function nearHeard(
  text: string,
  others: readonly ProposalRow[],
  asked: 'join' | 'nuance' | null,
): Heard | null {
  const plain = bare(text)
    .replace(/[,;:.!]+ ?/gu, ' ')
    .trim();
  if (plain.length > LONGEST && !SAYS_MORE.test(text)) return null;
  const number = Number(/\bp ?[-‐–]? ?0{0,9}(\d{1,9})\b/u.exec(plain)?.[1] ?? Number.NaN);
  const named = others.find((row) => row.number === number) ?? null;
  if (asked !== null) {
    const which = named ?? others[option(text, others.length) ?? -1];
    if (which) return { does: asked, which };
  }
  if (NUANCE.test(plain)) return { does: 'nuance', which: named ?? ordinalIn(plain, others) };
  if (APART.test(plain) || (agrees(text) === false && !/\d/u.test(plain)))
    return { does: 'apart', which: null };
  if (JOIN.test(plain)) return { does: 'join', which: named ?? ordinalIn(plain, others) };
  if (said(text) === 'both' && others.length > 1) return { does: 'both', which: null };
  const place = option(text, others.length + 2);
  if (place !== null) {
    if (place < others.length) return { does: 'join', which: others[place]! };
    return { does: place === others.length ? 'nuance' : 'apart', which: null };
  }
  if (named && plain.length < 12) return { does: 'join', which: named };
  return agrees(text) === true ? { does: 'join', which: null } : null;
}

/** "rejoindre la deuxième", "une nuance de la 2". */
function ordinalIn(plain: string, others: readonly ProposalRow[]): ProposalRow | null {
  const last = plain.split(' ').at(-1) ?? '';
  return others[option(last, others.length) ?? -1] ?? null;
}
