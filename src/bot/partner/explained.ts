/** "C'est surtout pour les jeunes", typed in place of A or B: words on what the bot hesitates about, rather than one more idea. */
import type { ProposalRow } from '../../app/ports/proposals.ts';
import type { Reply, Talk } from '../talk.ts';
import { bare } from '../understand.ts';
import { askWhether } from './amend.ts';
import { amendmentSaid, isDetail } from './amend-said.ts';
import { meantBy } from './meant.ts';
import { goOn, type Place } from './place.ts';
import { reread } from './reread.ts';

/** Longer messages are read as ideas. */
const LONGEST = 160;

const EXPLAINS =
  /^(?:(?:ben|bah|euh|hum|alors|oui|non|enfin|mais|well|so|yes|no|but)[ ,]{1,3}){0,3}(?:je (?:pensais|songeais|parle|parlais) (?:surtout |plutot )?(?:a|aux?|de|des|du|d')(?= |\b)|(?:c'est|c'etait|c|ce serait) (?:surtout |juste |plutot |en fait |bien )?(?:pour|afin|que)\b|(?:mon |l')idee,? (?:c'est|est|serait|c'etait)|il s'agit\b|ca concerne\b|en gros\b|autrement dit\b|parce qu|car\b|(?:the|my) (?:idea|point) (?:is|was)|i mean\b|in other words\b|(?:it's|it is|that's|it was) (?:mostly |mainly |really )?(?:for|about)\b|so that\b|because\b|i (?:was|am|'m) thinking (?:of|about)\b)/u;

/** Says more of what was just said, as a word back or a reason does. */
export const explains = (text: string, lang: Talk['lang']): boolean =>
  text.length <= LONGEST &&
  (amendmentSaid(text, lang)?.detail === true || EXPLAINS.test(bare(text)) || isDetail(text, lang));

/** null when the message speaks of something else. */
export async function onExplained(
  talk: Talk,
  place: Place,
  prompt: string | null,
  row: ProposalRow,
): Promise<Reply | null> {
  const { event, text, lang } = talk;
  if (event.type !== 'message' || talk.early || text.length > LONGEST) return null;
  const amendment = amendmentSaid(text, lang);
  if (amendment && !amendment.detail) return null;
  if (explains(text, lang))
    return goOn(talk, place, await reread(talk, [row], text.slice(amendment?.from ?? 0)));
  if (!(await meantBy(talk, [row]))) return null;
  return askWhether(talk, place, prompt, [row], { from: 0, sure: false, detail: true });
}
