/** What the minutes of a session are written from. In the consultation's first language. */
import type { Minutes, MinutesItem, MinutesMember, MinutesObjection } from '../../core/committee/minutes.ts';
import { type Item, type Position, type Session, versionOf } from '../../core/committee/model.ts';
import { countOf, decide, quorumOf } from '../../core/committee/tally.ts';
import { localDay } from '../../core/consultation/local-day.ts';
import type { Lang, LocalText } from '../../core/consultation/model.ts';
import { inLang } from '../../core/consultation/text.ts';
import type { ProposalId, Ref, WordsId } from '../../core/ids.ts';
import { type Adjustment, adjustmentRef, latest } from '../../core/plan/adjustment.ts';
import { type Refusal, refuse } from '../../core/refusal.ts';
import { shown } from '../adjustment/shown.ts';
import { perform, type Scene } from '../perform.ts';
import { type Paper, type PapersNeeds, papersOf } from './papers.ts';

type Needs = PapersNeeds | 'people';

/** Of a session that is closed; the last one when no number is given. */
export async function minutesOf(scene: Scene<Needs>, number: number | null): Promise<Minutes | Refusal> {
  const { tx, consultation } = scene;
  const act = { verb: 'session.export', subjectType: 'consultation', subjectId: consultation.id } as const;
  return perform(scene, act, async () => {
    const closed = (await tx.committee.of(consultation.id)).filter(({ state }) => state === 'closed');
    const session = closed.findLast((one) => number === null || one.number === number);
    return session
      ? written(scene, session)
      : refuse('no-such-session', number === null ? {} : { session: number });
  });
}

async function written(scene: Scene<Needs>, session: Session): Promise<Minutes> {
  const { tx, consultation } = scene;
  const { content } = consultation;
  const lang = content.languages[0];
  const local = (text: LocalText) => inLang(text, lang, content.languages);
  const papers = await papersOf(scene, session, { lang });
  const texts = await tx.words.texts([
    ...session.positions.flatMap(({ reason }) => reason ?? []),
    ...session.overrides.map(({ reason }) => reason),
    ...papers.flatMap(({ answers }) => answers.map(({ reason }) => reason)),
  ]);
  const names = await tx.people.names(session.members.map(({ person }) => person));
  const groupLabel = (key: string | null) => {
    const group = content.committee.groups.find((one) => one.key === key);
    return group ? local(group.label) : key;
  };
  const body = content.rules.decisions.bodies.find(({ key }) => key === session.body);
  const keys = [...content.committee.groups.map(({ key }) => key), null];
  const items: MinutesItem[] = [];
  for (const paper of papers) items.push(await itemOf(scene, session, paper, { lang, texts, groupLabel }));
  return {
    lang,
    consultation: { title: local(content.title), asker: local(content.asker) },
    number: session.number,
    body: body ? local(body.label) : session.body,
    convenedOn: localDay(session.convenedAt, content.zone),
    closedOn: localDay(session.closedAt!, content.zone),
    rules: session.rules,
    quorum: quorumOf(session),
    groups: keys.flatMap((key) => {
      const of = session.members.filter(({ group }) => (keys.includes(group) ? group : null) === key);
      const members = of.map((one): MinutesMember => presence(session, one, names));
      return members.length === 0 ? [] : [{ label: groupLabel(key), members }];
    }),
    items,
  };
}

function presence(
  { positions }: Session,
  { person, proxy }: Session['members'][number],
  names: ReadonlyMap<string, string | null>,
): MinutesMember {
  const spoke = (one: string | null) => positions.some(({ member }) => member === one);
  return {
    name: names.get(person) ?? null,
    presence: spoke(person) ? 'present' : proxy !== null && spoke(proxy) ? 'represented' : 'absent',
    proxy: proxy === null ? null : (names.get(proxy) ?? null),
  };
}

interface Reading {
  readonly lang: Lang;
  readonly texts: ReadonlyMap<WordsId, string | null>;
  readonly groupLabel: (key: string | null) => string | null;
}

async function itemOf(
  scene: Scene<Needs>,
  session: Session,
  { item, adjustment, answers }: Paper,
  { lang, texts, groupLabel }: Reading,
): Promise<MinutesItem> {
  const refs = new Map(answers.flatMap(({ proposals }) => proposals).map(({ id, ref }) => [id, ref]));
  const { outcome, except } = decide(session, item);
  const taken = (id: ProposalId) => outcome === 'passed' && !except.includes(id);
  return {
    outcome: item.outcome ?? outcome,
    count: countOf(session, item),
    adjustment: adjustment && {
      title: adjustment.title,
      ref: adjustmentRef(adjustment.adjustment.number),
      kind: latest(adjustment.adjustment).kind,
      action: latest(adjustment.adjustment).action,
      changes: adjustment.changes,
      cites: adjustment.cites,
    },
    reworded: adjustment && (await firstText(scene, item, adjustment.adjustment, lang)),
    answers: answers.map(({ status, reason, proposals }) => ({
      status,
      reason: texts.get(reason) ?? '',
      taken: proposals.filter(({ id }) => taken(id)).map(({ ref }) => ref),
      returned: proposals.filter(({ id }) => !taken(id)).map(({ ref }) => ref),
    })),
    objections: session.positions
      .filter((one) => one.item === item.id && one.stand === 'object')
      .map((one) => objection(session, item, one, { texts, groupLabel, refs })),
  };
}

/** null when the text was never reworded. */
async function firstText(
  scene: Scene<Needs>,
  { about }: Item,
  adjustment: Adjustment,
  lang: Lang,
): Promise<MinutesItem['reworded']> {
  if (about.is !== 'adjustment' || about.version === about.first) return null;
  const first = { ...adjustment, versions: adjustment.versions.filter(({ n }) => n <= about.first) };
  return (await shown(scene, [first], { lang }))[0]!.changes;
}

function objection(
  session: Session,
  item: Item,
  position: Position,
  reading: Omit<Reading, 'lang'> & { readonly refs: ReadonlyMap<ProposalId, Ref> },
): MinutesObjection {
  const { version, proposal, member, reason, at } = position;
  const later = session.positions.some(
    (one) =>
      one.item === item.id &&
      one.version === version &&
      one.proposal === proposal &&
      one.member === member &&
      one.id !== position.id &&
      one.at >= at &&
      one.stand !== 'object',
  );
  const over = session.overrides.find(
    (one) =>
      one.item === item.id &&
      one.version === version &&
      one.at >= at &&
      (one.proposal === null || one.proposal === proposal),
  );
  return {
    proposal: proposal === null ? null : (reading.refs.get(proposal) ?? null),
    group: reading.groupLabel(session.members.find(({ person }) => person === member)?.group ?? null),
    reason: reason === null ? null : (reading.texts.get(reason) ?? null),
    became: later ? 'withdrawn' : over ? 'overridden' : version < versionOf(item) ? 'integrated' : 'standing',
    override: over ? (reading.texts.get(over.reason) ?? null) : null,
  };
}
