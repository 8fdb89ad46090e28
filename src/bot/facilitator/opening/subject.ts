/** The round a preview, a list of recipients, a test or a sending is about: one of the content's, or a draft. */

import type { DraftRow } from '../../../app/ports/rounds.ts';
import { draftNamed } from '../../../app/round/draft-round.ts';
import type { Openable } from '../../../app/round/open-round.ts';
import type { RoundContent } from '../../../core/consultation/model.ts';
import { inLang } from '../../../core/consultation/text.ts';
import { type Refusal, refuse } from '../../../core/refusal.ts';
import { contentOf, draftFrom, keyFor, lacks, phaseAt, wordsOf } from '../../../core/round/draft.ts';
import type { Instant } from '../../../core/time.ts';
import type { Talk } from '../../talk.ts';

/** As focus keeps it. */
export interface Subject {
  readonly key: string;
  readonly draft: string | null;
  readonly closesAt: Instant | null;
}

export interface Found {
  readonly subject: Subject;
  readonly what: Openable;
  readonly content: RoundContent;
  /** null for a round of the content as it is. */
  readonly row: DraftRow | null;
}

const DAY = 86_400_000;

export async function subjectOf(talk: Talk, subject: Subject): Promise<Found | Refusal> {
  if (subject.draft !== null) {
    const row = await draftNamed(talk, subject.draft);
    return row ? ofDraft(talk, row) : refuse('round-already-opened', { round: subject.key });
  }
  const content = talk.consultation.content.rounds.find(({ key }) => key === subject.key);
  return content
    ? { subject, what: { key: subject.key }, content, row: null }
    : refuse('no-such-round', { round: subject.key });
}

export async function ofDraft(talk: Talk, row: DraftRow): Promise<Found | Refusal> {
  const { draft } = row;
  const lacking = lacks(draft);
  if (lacking) return lacking;
  const { rounds } = talk.consultation.content;
  const base = rounds.find(({ key }) => key === draft.base);
  const asIs = base && JSON.stringify({ ...draft, closesAt: null }) === JSON.stringify(draftFrom(base));
  if (asIs) {
    const subject = { key: base.key, draft: row.id, closesAt: draft.closesAt };
    return { subject, what: { key: base.key }, content: base, row };
  }
  const made = await contentOfDraft(talk, row);
  return {
    subject: { key: made.key, draft: row.id, closesAt: draft.closesAt },
    what: { content: made, draft: row },
    content: made,
    row,
  };
}

async function contentOfDraft(talk: Talk, { draft }: DraftRow): Promise<RoundContent> {
  const { content } = talk.consultation;
  const texts = await talk.tx.words.texts(wordsOf(draft));
  const as = { key: draft.base ?? 'tour', phase: phaseAt(content, talk.now), opensAt: talk.now };
  const base = content.rounds.find(({ key }) => key === draft.base);
  const made = contentOf(draft, as, texts);
  const dates = base
    ? { opensAt: base.opensAt, closesAt: base.closesAt }
    : { opensAt: talk.now, closesAt: draft.closesAt ?? talk.now + 28 * DAY };
  if (draft.base !== null) return { ...made, ...dates };
  const taken = content.rounds.map(({ key }) => key);
  const key = keyFor(inLang(made.title, content.languages[0], content.languages), taken);
  return { ...contentOf(draft, { ...as, key }, texts), ...dates };
}
