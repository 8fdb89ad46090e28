/** Papers of a session, subjects and positions, in words. */
import { type Paper, type PapersNeeds, papersOf } from '../../app/committee/papers.ts';
import type { On } from '../../app/committee/speak.ts';
import type { Scene } from '../../app/perform.ts';
import type { Block } from '../../chat/outbound.ts';
import type { Item, Session, Stand } from '../../core/committee/model.ts';
import { ref } from '../../core/ids.ts';
import { adjustmentRef } from '../../core/plan/adjustment.ts';
import { textBlocks } from '../plan/adjustments.ts';
import { line, list, local, type Talk } from '../talk.ts';

/** In whose language, of which consultation. */
export type Speaking = Pick<Talk, 'say' | 'lang' | 'consultation'>;

/** References named in one line; groups of answers shown. */
const NAMED = 12;
const GROUPS = 12;

export const bodyLabel = (speaking: Speaking, key: string): string => {
  const body = speaking.consultation.content.rules.decisions.bodies.find((one) => one.key === key);
  return body ? local(speaking, body.label) : key;
};

export const groupLabel = (speaking: Speaking, key: string | null): string | null => {
  const group = speaking.consultation.content.committee.groups.find((one) => one.key === key);
  return group ? local(speaking, group.label) : key;
};

export const untilSaid = ({ say, consultation }: Speaking, { closesAt }: Pick<Session, 'closesAt'>): string =>
  say.date(closesAt, consultation.content.zone);

/** Texts by reference, as everything people wrote. */
export const papersFor = (
  speaking: Pick<Scene<PapersNeeds>, 'tx'> & Speaking,
  session: Pick<Session, 'items' | 'body'>,
): Promise<readonly Paper[]> => papersOf(speaking, session, { lang: speaking.say.lang, references: true });

export const subjectOf = ({ say }: Speaking, on: On): string => {
  if (on.on === 'adjustment') return adjustmentRef(on.number);
  if (on.on === 'answer') return ref(on.number);
  return on.on === 'answers' ? say.committee.answersTitle : say.committee.all;
};

export const onOf = ({ adjustment }: Pick<Paper, 'adjustment'>): On =>
  adjustment === null ? { on: 'answers' } : { on: 'adjustment', number: adjustment.adjustment.number };

export const standSaid = ({ say }: Speaking, { rules }: Pick<Session, 'rules'>, stand: Stand): string =>
  say.committee.stands[rules.rule][stand];

/** One point in its exact text; answers are counted, `whole` lists them with their reasons. */
export function paperBlocks(speaking: Speaking, paper: Paper, whole = false): Block[] {
  if (paper.adjustment !== null) return textBlocks(speaking, paper.adjustment);
  const { say } = speaking;
  const total = paper.answers.reduce((sum, { proposals }) => sum + proposals.length, 0);
  const byStatus = Map.groupBy(paper.answers, ({ status }) => status);
  const counted = [...byStatus].map(([status, groups]) =>
    say.committee.statusOf(
      say.statuses[status],
      groups.reduce((sum, { proposals }) => sum + proposals.length, 0),
    ),
  );
  const summary = line(say.committee.answersPaper(total, counted.join(', ')));
  if (!whole) return [summary];
  const shown = paper.answers.slice(0, GROUPS);
  const more = paper.answers.slice(GROUPS).reduce((sum, { proposals }) => sum + proposals.length, 0);
  return [
    summary,
    list(
      ...shown.map(({ status, reason, proposals }) => [
        say.committee.answerGroup(say.statuses[status], namedRefs(proposals.map((one) => one.ref))),
        { words: reason },
      ]),
    ),
    ...(more > 0 ? [line(say.committee.moreAnswers(more))] : []),
  ];
}

const namedRefs = (refs: readonly string[]): string =>
  refs.length <= NAMED ? refs.join(', ') : `${refs.slice(0, NAMED).join(', ')}… (${refs.length})`;

/** `A-1` or "les réponses", by item. */
export const subjects = (speaking: Speaking, papers: readonly Paper[]): ReadonlyMap<Item['id'], string> =>
  new Map(papers.map((paper) => [paper.item.id, subjectOf(speaking, onOf(paper))]));
