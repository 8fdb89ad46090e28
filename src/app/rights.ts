/** Who may do what. `partner` is any person who speaks for an organisation; ownership is the core's own check. */
import type { RoleName } from './ports/people.ts';

/** `former`: known, and neither a partner nor of the team any more. Their data stays theirs. */
export type ActorRole = RoleName | 'partner' | 'former' | Office;

/** Nobody in person: `operator` runs commands on the machine that holds the database, `system` is the calendar. */
export type Office = 'operator' | 'system';

const PARTNER = ['partner'] as const;
const FACILITATION = ['facilitator', 'staff'] as const;
const STAFF = ['staff'] as const;
const OPERATOR = ['operator'] as const;
const EVERYBODY = ['partner', 'facilitator', 'staff', 'committee', 'former'] as const;

export const RIGHTS = {
  'consultation.load': OPERATOR,
  'person.enrol': OPERATOR,
  'participation.start': PARTNER,
  'participation.postpone': PARTNER,
  'participation.decline': PARTNER,
  'participation.stop': EVERYBODY,
  'participation.withdraw': PARTNER,
  'participation.pass': PARTNER,
  'answers.share': PARTNER,
  'attribution.choose': PARTNER,
  'answer.submit': PARTNER,
  'answer.edit': PARTNER,
  'answer.delete': PARTNER,
  'reading.confirm': PARTNER,
  'proposal.revise': PARTNER,
  'proposal.withdraw': PARTNER,
  'proposal.restore': PARTNER,
  'proposal.correct': PARTNER,
  'merge.agree': PARTNER,
  'merge.refuse': PARTNER,
  'proposal.move': PARTNER,
  'proposal.endorse': PARTNER,
  'proposal.retract': PARTNER,
  'proposal.nuance': PARTNER,
  'proposal.apart': PARTNER,
  'proposal.separate': PARTNER,
  'proposal.share': PARTNER,
  'proposal.approve': PARTNER,
  'standing.choose': PARTNER,
  'proposal.erase': PARTNER,
  'attachment.keep': EVERYBODY,
  'attachment.open-own': EVERYBODY,
  'attachment.erase': EVERYBODY,
  'attachment.list': FACILITATION,
  'attachment.open': FACILITATION,
  'attachment.settle': FACILITATION,
  'language.choose': EVERYBODY,
  'data.export': EVERYBODY,
  'data.erase': EVERYBODY,
  'round.open': FACILITATION,
  'round.draft': FACILITATION,
  'round.draft-drop': FACILITATION,
  'round.reopen': FACILITATION,
  'round.rehearse': FACILITATION,
  'round.recipients': FACILITATION,
  'round.close': [...FACILITATION, 'system'],
  'round.cancel': FACILITATION,
  'round.extend': FACILITATION,
  'round.remind': FACILITATION,
  'round.invite': FACILITATION,
  'answer.record': FACILITATION,
  'partner.replace': FACILITATION,
  'partner.reinstate': FACILITATION,
  'moderation.log': FACILITATION,
  'proposal.reinstate': FACILITATION,
  'proposal.moderate': FACILITATION,
  'proposal.suggest-revision': FACILITATION,
  'round.watch': FACILITATION,
  'doubts.list': FACILITATION,
  'doubt.answer': FACILITATION,
  'doubt.dismiss': FACILITATION,
  'doubt.take-up': FACILITATION,
  'proposals.list': FACILITATION,
  'proposal.retag': FACILITATION,
  'proposal.settle-late': FACILITATION,
  'proposals.import': FACILITATION,
  'partners.import': FACILITATION,
  'partners.list': FACILITATION,
  'partners.link': FACILITATION,
  'partners.revoke': FACILITATION,
  'merge.suggest': FACILITATION,
  'split.suggest': FACILITATION,
  'split.apply': FACILITATION,
  'split.rejoin': FACILITATION,
  'split.agree': PARTNER,
  'split.refuse': PARTNER,
  'split.rejoin-own': PARTNER,
  'table.record': FACILITATION,
  'table.withdraw': FACILITATION,
  'table.confirm': PARTNER,
  'synthesis.compile': STAFF,
  'synthesis.show': FACILITATION,
  'synthesis.edit': STAFF,
  'synthesis.sign': STAFF,
  'decision.record': STAFF,
  'digest.read': FACILITATION,
  'digest.schedule': FACILITATION,
  'decision.preview': STAFF,
  'decision.correct': STAFF,
  'decision.owed': FACILITATION,
  'dispute.raise': PARTNER,
  'dispute.list': STAFF,
  'dispute.take': STAFF,
  'dispute.answer': STAFF,
  'restitution.preview': STAFF,
  'restitution.send': STAFF,
  'documents.export': STAFF,
  'person.export': STAFF,
  'person.erase': STAFF,
} as const satisfies Record<string, readonly ActorRole[]>;

export type Verb = keyof typeof RIGHTS;

/** The role that gives the right, the least one first; null when none does. */
export function roleFor(verb: Verb, roles: readonly ActorRole[]): ActorRole | null {
  return RIGHTS[verb].find((role: ActorRole) => roles.includes(role)) ?? null;
}
