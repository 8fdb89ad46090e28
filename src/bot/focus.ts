/** What the bot waits for in a conversation: ids only, stored with it as JSON. */
import { z } from 'zod';
import { STATUSES } from '../core/consultation/model.ts';
import { GATES } from '../core/gate/gate.ts';
import { ADJUSTMENT_KINDS } from '../core/plan/adjustment.ts';
import { RATED } from '../core/rating/rating.ts';
import { FIELDS } from '../core/round/draft-steps.ts';
import { VIEWS } from '../core/round/validation.ts';

const id = z.string();
/** A message by its words, its reference and the platform's time; `inbound`: the event that brought it, for the team's queue. */
const kept = z.object({ words: id, message: z.string(), at: z.number(), inbound: id.optional() });
const openable = { key: z.string(), draft: id.nullable(), closesAt: z.number().nullable() };
const inRound = { round: id, partner: id, prompt: z.string().nullable() };

const adjusting = {
  numbers: z.array(z.number()),
  line: z.string().nullable(),
  axis: z.string().nullable(),
  actions: z.array(z.string()),
};

/** `On` of `app/committee/speak.ts`. */
const ON = [
  z.object({ on: z.literal('adjustment'), number: z.number() }),
  z.object({ on: z.literal('answer'), number: z.number() }),
  z.object({ on: z.literal('answers') }),
  z.object({ on: z.literal('all') }),
] as const;

const Focus = z.discriminatedUnion('waits', [
  z.object({ waits: z.literal('nothing') }),
  /** "De laquelle parlons-nous ?", and the message that raised the question. */
  z.object({ waits: z.literal('consultation'), options: z.array(id), asked: z.array(kept) }),
  /** What the person wrote before agreeing: read once they do. */
  z.object({ waits: z.literal('consent'), ...inRound, before: z.array(kept).default([]) }),
  /** Not the right person: who is to be invited instead. */
  z.object({ waits: z.literal('referral'), ...inRound }),
  /** Somebody nobody knows writes from this address. */
  z.object({ waits: z.literal('stranger') }),
  /** "Qui êtes-vous ?", to somebody nobody knows who writes to the bot; `told`: the team has their answer. */
  z.object({ waits: z.literal('who'), told: z.boolean(), before: z.array(kept) }),
  /** "Vous êtes bien Claire ?", to whoever holds her link. */
  z.object({ waits: z.literal('account'), person: id, before: z.array(kept) }),
  /** "Qui êtes-vous ?", to somebody nobody knows who spoke in a workshop. */
  z.object({ waits: z.literal('workshop-guest'), workshop: id }),
  /** "Qui prend votre suite ?" */
  z.object({ waits: z.literal('successor'), inbound: id, back: z.unknown() }),
  /** "Au nom de qui ?", among their organisations. */
  z.object({ waits: z.literal('voice'), round: id, partners: z.array(id), before: z.array(kept) }),
  /** "Parlez-vous à titre provisoire, officiellement, ou en votre nom ?" */
  z.object({ waits: z.literal('standing'), partner: id }),
  /** "Les mêmes réponses pour Y ?" */
  z.object({ waits: z.literal('share'), round: id, from: id, to: id }),
  /** The answer to a prompt. */
  z.object({ waits: z.literal('answer'), ...inRound }),
  /** What they think of a statement; `view`: they said, and its reason is asked; `said`: words that did not say which. */
  z.object({
    waits: z.literal('view'),
    ...inRound,
    view: z.enum(VIEWS).nullable(),
    said: kept.nullable(),
  }),
  /** "C'est bien ça ?" about these proposals. */
  z.object({
    waits: z.literal('confirmation'),
    ...inRound,
    proposals: z.array(id),
    /** Proposals of others that the reader found close to some of them. */
    close: z.array(z.object({ proposal: id, others: z.array(id) })).default([]),
  }),
  /** "La rejoindre, une nuance, ou à part ?" about one's own proposal and those of others; `which` was asked last. */
  z.object({
    waits: z.literal('near'),
    ...inRound,
    proposal: id,
    others: z.array(id),
    which: z.enum(['join', 'nuance']).nullable(),
  }),
  /** "Laquelle soutenez-vous ?" after a reaction to a message that shows several. */
  z.object({ waits: z.literal('support'), options: z.array(id), back: z.unknown() }),
  /** "Est-ce que je vous ai bien compris ?" about a round; `asks`: which one to correct or withdraw was asked last. */
  z.object({
    waits: z.literal('review'),
    notice: id,
    round: id,
    asks: z.enum(['correct', 'withdraw']).nullable(),
    back: z.unknown(),
  }),
  /** The new words of a proposal read again. */
  z.object({ waits: z.literal('review-fix'), notice: id, proposal: id, back: z.unknown() }),
  /** A reading again by contributors is ready: send it? */
  z.object({ waits: z.literal('review-start'), key: z.string() }),
  /** "Comment pouvons-nous vous citer ?" */
  z.object({ waits: z.literal('quoting'), back: z.unknown() }),
  /** "Puis-je montrer vos idées ?" */
  z.object({ waits: z.literal('sharing'), back: z.unknown() }),
  /** "Plutôt A ou B ?" about this proposal. */
  z.object({
    waits: z.literal('axis'),
    ...inRound,
    proposal: id,
    options: z.tuple([z.string(), z.string()]),
  }),
  /** "Laquelle retirer ?": what is wished of one of these. */
  z.object({
    waits: z.literal('one-of'),
    proposals: z.array(id),
    wish: z.discriminatedUnion('does', [
      z.object({ does: z.enum(['correct', 'withdraw', 'split']) }),
      z.object({ does: z.literal('axis'), axis: z.string() }),
    ]),
    back: z.unknown(),
  }),
  /** Which of these proposals is to be rewritten. */
  z.object({ waits: z.literal('which'), ...inRound, proposals: z.array(id) }),
  /** The new words of a proposal. */
  z.object({ waits: z.literal('rewrite'), ...inRound, proposal: id }),
  /** "Je l'ajoute comme proposition ?" about words that answered nothing. */
  z.object({ waits: z.literal('add'), ...inRound, ...kept.shape, inbound: id, doubt: id.optional() }),
  /** "Une précision, ou votre réponse ?" about words that begin with "oui mais", after their last answer. */
  z.object({
    waits: z.literal('second'),
    ...inRound,
    ...kept.shape,
    inbound: id,
    proposal: id,
    doubt: id.optional(),
  }),
  /** "Une correction de P-0042, ou une nouvelle idée ?"; what they meant begins at `from` (UTF-16); `detail`: it replaces nothing. */
  z.object({
    waits: z.literal('amend'),
    ...inRound,
    ...kept.shape,
    proposals: z.array(id),
    from: z.number(),
    detail: z.boolean(),
    doubt: id,
  }),
  /** "Quelles sont les idées de P-0042 ?"; `suggested`: parts of its words that the bot showed first. */
  z.object({
    waits: z.literal('parts'),
    ...inRound,
    proposal: id,
    suggested: z.array(z.object({ words: id, start: z.number(), end: z.number() })),
  }),
  /** "On les sépare ?" and the parts, extracts of the author's words. */
  z.object({
    waits: z.literal('split'),
    proposal: id,
    parts: z.array(z.object({ words: id, start: z.number(), end: z.number() })),
    back: z.unknown(),
  }),
  /** "Est-ce bien ce qui s'est dit ?" at the person's table. */
  z.object({
    waits: z.literal('table'),
    table: id,
    partner: id,
    correcting: z.boolean(),
    back: z.unknown(),
  }),
  z.object({ waits: z.literal('merge'), from: id, into: id, back: z.unknown() }),
  /** "On la remplace ?" by these words of the team. */
  z.object({ waits: z.literal('suggestion'), proposal: id, words: id, back: z.unknown() }),
  /** "Je vous écris tout ici ?" and "J'efface ?"; a number names one proposal. */
  z.object({ waits: z.literal('data'), back: z.unknown() }),
  z.object({ waits: z.literal('erase'), number: z.number().nullable(), back: z.unknown() }),
  /** "On envoie ?" about a round of the content, or a draft. */
  z.object({ waits: z.literal('open-round'), ...openable }),
  /** A test of it: which prompt the facilitator plays, none before "On commence ?". */
  z.object({ waits: z.literal('rehearsal'), ...openable, at: z.number().nullable() }),
  /** The queue as it was listed, and which of it is looked at; `answer`: the next words are the team's answer. */
  z.object({
    waits: z.literal('doubts'),
    ids: z.array(id),
    at: z.number().nullable(),
    answer: z.boolean().default(false),
    /** What may be the answer to it: "C'est votre réponse ?" */
    said: id.optional(),
    /** What the bot waited for before: still answered while the queue is read. */
    back: z.unknown(),
  }),
  /** "Pourquoi le clore maintenant ?" and "L'annuler ?" */
  z.object({ waits: z.literal('close-reason'), key: z.string() }),
  z.object({ waits: z.literal('cancel-round'), key: z.string() }),
  /** Which round of the content to open, or a new one. */
  z.object({ waits: z.literal('open-which'), keys: z.array(z.string()) }),
  /** A draft is there already: go on with it? */
  z.object({ waits: z.literal('open-draft'), draft: id }),
  /** A question about a draft; `only`: back to the preview once this field is settled. */
  z.object({
    waits: z.literal('draft'),
    draft: id,
    field: z.enum(FIELDS),
    axis: z.string().nullable(),
    lang: z.string().nullable(),
    only: z.boolean(),
  }),
  /** "C'est bien ça ?" about what somebody else entered for the person. */
  z.object({ waits: z.literal('behalf'), ...inRound, proposals: z.array(id), back: z.unknown() }),
  z.object({ waits: z.literal('remind'), key: z.string() }),
  z.object({ waits: z.literal('send-restitution'), round: id }),
  /** "Signer quand même ?" while answers may still come. */
  z.object({ waits: z.literal('sign-while-open') }),
  /** "On envoie ?" about how far an action has come, by the measures that were shown. */
  z.object({ waits: z.literal('tell-progress'), action: z.string(), measures: z.array(id) }),
  /** A gate is shut: pass over what is owed? `asks`: for what reason was asked last. */
  z.object({ waits: z.literal('gate'), gate: z.enum(GATES), subject: z.string(), asks: z.boolean() }),
  /** "On enregistre ?" about one answer to many proposals. */
  z.object({
    waits: z.literal('decide-together'),
    numbers: z.array(z.number()),
    status: z.enum(STATUSES),
    body: z.string(),
    decidedOn: z.string(),
    reason: id,
  }),
  /** "Qu'est-ce que cela change au plan ?", then the text of the adjustment. */
  z.object({ waits: z.literal('adjust-what'), ...adjusting }),
  z.object({
    waits: z.literal('adjust-text'),
    ...adjusting,
    kind: z.enum(ADJUSTMENT_KINDS),
    action: z.string().nullable(),
  }),
  /** "Que répond-on à P-0042 ?" */
  z.object({ waits: z.literal('decide'), number: z.number() }),
  /** "Pour quel motif ?" */
  z.object({
    waits: z.literal('decide-reason'),
    numbers: z.array(z.number()),
    status: z.enum(STATUSES),
    body: z.string().nullable(),
    day: z.string().nullable(),
  }),
  /** "On envoie ?" about a session, "On clôt ?" about the one that runs. */
  z.object({ waits: z.literal('session-convene'), body: z.string(), closesAt: z.number() }),
  z.object({ waits: z.literal('session-close'), session: id }),
  /** "D'accord ?" about an item of a session, then "Quelle est votre objection ?". */
  z.object({ waits: z.literal('session-item'), session: id, item: id }),
  z.object({ waits: z.literal('session-reason'), session: id, on: z.discriminatedUnion('on', ON) }),
  /** A question on the consultation itself, and those of this go that were asked before. */
  z.object({ waits: z.literal('rating'), question: z.enum(RATED), asked: z.array(z.enum(RATED)) }),
  /** Told what becomes of these: a word opens a dispute. */
  z.object({ waits: z.literal('told'), proposals: z.array(id) }),
  /** A dispute: which one, whether it is one, or what is wrong; `said` was written before the question. */
  z.object({
    waits: z.literal('dispute'),
    proposals: z.array(id),
    said: z.object({ words: id, start: z.number(), inbound: id }).nullable(),
  }),
]);

export type Focus = z.infer<typeof Focus>;
export type Kept = z.infer<typeof kept>;
export type FocusOf<Waits extends Focus['waits']> = Extract<Focus, { waits: Waits }>;

export const NOTHING: Focus = { waits: 'nothing' };

/** A stored focus of another version of the program reads as none: the person is asked again, nothing breaks. */
export function focusFrom(stored: unknown): Focus {
  const found = Focus.safeParse(stored);
  return found.success ? found.data : NOTHING;
}

/** Whether both wait for the same; the database keeps no order of keys. */
export const sameFocus = (one: Focus, other: Focus): boolean => canonical(one) === canonical(other);

const canonical = (focus: Focus): string =>
  JSON.stringify(focus, (_, value: unknown) =>
    value !== null && typeof value === 'object' && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  );
