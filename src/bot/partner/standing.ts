/** Whether what a partner says commits their organisation: personal, provisional until a board approves it, official. */

import type { Partner } from '../../app/ports/people.ts';
import { ownProposal } from '../../app/proposal/change-own.ts';
import { approveProposals, chooseStanding } from '../../app/proposal/choose-standing.ts';
import { STANDINGS, type Standing } from '../../core/consultation/model.ts';
import { standingOf } from '../../core/participation/standing.ts';
import { isRefusal } from '../../core/refusal.ts';
import { type FocusOf, NOTHING } from '../focus.ts';
import { answer, local, type Reply, refusal, type Talk } from '../talk.ts';
import { bare, option, said } from '../understand.ts';
import { refs } from './describe.ts';

/** Who approves what this partner says: null when the content does not tell. */
const approvedBy = (talk: Pick<Talk, 'consultation' | 'lang'>, college: string): string | null => {
  const body = talk.consultation.content.colleges.find(({ key }) => key === college)?.approvedBy;
  return body ? local(talk, body) : null;
};

/** '' for what is personal; as their seat has it when a proposal's own standing is not given. */
export function standingNote(
  talk: Pick<Talk, 'consultation' | 'lang' | 'say' | 'actor'>,
  partnerId: string | null,
  own?: Standing,
): string {
  const partner = talk.actor.partners.find(({ id }) => id === partnerId);
  if (!partner) return '';
  const standing = own ?? standingOf(partner, talk.consultation.content.colleges);
  if (standing === 'personal') return '';
  const { voices: say } = talk.say;
  return standing === 'provisional'
    ? say.provisionalUntil(approvedBy(talk, partner.college))
    : say.standings.official;
}

/** Asked where the content says how far a college commits itself, until they say; null where it does not. */
export function askedOnce(talk: Talk, partner: Partner, said: Reply): Reply | null {
  const college = talk.consultation.content.colleges.find(({ key }) => key === partner.college);
  if (partner.standing !== null || !college?.standing) return null;
  return { ...said, ...ask(talk, partner), blocks: [...said.blocks, ...ask(talk, partner).blocks] };
}

const ask = (talk: Talk, partner: Partner): Reply => ({
  ...answer(talk.say.voices.standingAsk(approvedBy(talk, partner.college))),
  choices: talk.say.voices.standingChoices.map((label, index) => ({ value: String(index + 1), label })),
  focus: { waits: 'standing', partner: partner.id },
});

const IN_ORDER: readonly Standing[] = ['provisional', 'official', 'personal'];
const WORDS: readonly (readonly [RegExp, Standing])[] = [
  [/^(?:a titre )?(?:provisoires?|provisional|pas encore|not yet)\b/u, 'provisional'],
  [/^(?:officiel(?:le|s|les)?|official)\b/u, 'official'],
  [
    /^(?:personnel(?:le|s|les)?|personal|en mon nom|a titre personnel|mine|in my (?:own )?name)\b/u,
    'personal',
  ],
];

function standingFrom(text: string): Standing | null {
  const place = option(text, IN_ORDER.length);
  if (place !== null) return IN_ORDER[place]!;
  const plain = bare(text);
  return (
    WORDS.find(([pattern]) => pattern.test(plain))?.[1] ?? STANDINGS.find((one) => one === plain) ?? null
  );
}

/** After the question; null when the message is no answer to it. */
export async function onStanding(talk: Talk, focus: FocusOf<'standing'>): Promise<Reply | null> {
  const partner = talk.actor.partners.find(({ id }) => id === focus.partner);
  const word = said(talk.text);
  const wanted = word === 'yes' ? 'official' : word === 'no' ? 'personal' : standingFrom(talk.text);
  if (!partner || wanted === null) return null;
  return { ...(await settle(talk, [partner], wanted)), focus: NOTHING };
}

/** "portée officielle": for every organisation they speak for, or the one they speak for now. */
export async function onStandingCommand(talk: Talk, choice: string | null): Promise<Reply> {
  const chosen = talk.actor.partners.filter(({ id }) => id === talk.conversation.partnerId);
  const partners = chosen.length > 0 ? chosen : talk.actor.partners;
  const wanted = choice === null ? null : standingFrom(choice);
  return wanted === null ? ask(talk, partners[0]!) : settle(talk, partners, wanted);
}

async function settle(talk: Talk, partners: readonly Partner[], wanted: Standing): Promise<Reply> {
  for (const partner of partners) {
    const done = await chooseStanding(talk, partner, wanted);
    if (isRefusal(done)) return refusal(talk, done);
  }
  return answer(talk.say.voices.standingSet[wanted]);
}

/** "valider P-0042", "officiel". */
export async function onApprove(talk: Talk, number: number | null): Promise<Reply> {
  const rows = [];
  if (number === null) {
    for (const { id } of talk.actor.partners) rows.push(...(await talk.tx.proposals.byPartner(id)));
  } else {
    const own = await ownProposal(talk, number, 'revise');
    if (isRefusal(own)) return refusal(talk, own);
    rows.push(own);
  }
  const wanted = number === null ? rows.filter(({ standing }) => standing === 'provisional') : rows;
  const approved = await approveProposals(talk, wanted);
  if (isRefusal(approved)) return refusal(talk, approved);
  return answer(talk.say.voices.approved(refs(talk, approved), approved.length > 1));
}
