/** Identifiers are UUIDv7 strings, given to the core as data and never made here. */
declare const brand: unique symbol;
type Id<Name extends string> = string & { readonly [brand]: Name };

export type ConsultationId = Id<'Consultation'>;
export type PersonId = Id<'Person'>;
export type PartnerId = Id<'Partner'>;
export type OrganisationId = Id<'Organisation'>;
export type RoundId = Id<'Round'>;
export type DraftId = Id<'Draft'>;
export type AnswerId = Id<'Answer'>;
export type ProposalId = Id<'Proposal'>;
export type WordsId = Id<'Words'>;
export type SynthesisId = Id<'Synthesis'>;
export type DecisionId = Id<'Decision'>;
export type ConversationId = Id<'Conversation'>;
export type DeliveryId = Id<'Delivery'>;
export type InboundId = Id<'Inbound'>;
export type AttachmentId = Id<'Attachment'>;

/** `P-0042`: how a proposal is named to people, from its number in its consultation. */
export type Ref = `P-${string}`;

export const ref = (number: number): Ref => `P-${String(number).padStart(4, '0')}`;

/** The number behind `P-0042`, `p42` or `P 0042`; null when the text is not one reference. */
export function numberOf(text: string): number | null {
  const found = /^\s*p\s*[-‐–.]?\s*0*(\d{1,9})\s*$/iu.exec(text.normalize('NFKC'));
  return found ? Number(found[1]) : null;
}

/** `PJ-3`: how an attachment ("pièce jointe") is named to people, in every language. */
export const attachmentRef = (number: number): string => `PJ-${number}`;
