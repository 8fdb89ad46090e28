/** A digest as it is read on a phone: the head in a few lines, the words of an axis on demand. */

import type { News } from '../../app/synthesis/digest.ts';
import { display } from '../../chat/display.ts';
import { mention } from '../../chat/mention.ts';
import type { Block, Inline } from '../../chat/outbound.ts';
import type { Consultation, Lang } from '../../core/consultation/model.ts';
import { inLang } from '../../core/consultation/text.ts';
import type { Ref } from '../../core/ids.ts';
import { current } from '../../core/proposal/model.ts';
import { converge } from '../../core/synthesis/convergence.ts';
import { excerpt } from '../../core/synthesis/excerpt.ts';
import type { Instant } from '../../core/time.ts';
import type { Phrases } from '../locales/fr.ts';
import { quoted } from '../partner/describe.ts';
import { line, list } from '../talk.ts';

/** For whom, and when. */
export interface Seen {
  readonly content: Consultation;
  readonly say: Phrases;
  readonly lang: Lang;
  readonly zone: string;
  readonly now: Instant;
}

/** Named in one line; the rest is counted. */
const NAMED = 6;
/** Themes, joined proposals and objections in the head. */
const MOST = 3;
/** Characters of a statement. */
const STATEMENT = 80;

export function digestBlocks(news: News, seen: Seen): readonly Block[] {
  const { say } = seen;
  const since = say.digest.since(news.since, seen.zone, seen.now);
  if (news.quiet)
    return [
      line(
        news.axis === null ? say.digest.nothing(since) : say.digest.nothingOn(nameOf(seen, news.axis), since),
      ),
      ...waiting(news, seen),
    ];
  return news.axis === null ? head(news, seen, since) : detail(news, seen, since);
}

function head(news: News, seen: Seen, since: string): Block[] {
  const { digest } = news;
  const { digest: say } = seen.say;
  const facts = [
    ...digest.growing
      .slice(0, MOST)
      .map((one) =>
        say.growing(
          themeOf(seen, one.axis, one.theme),
          one.arrived.length,
          one.before,
          refs(seen, one.arrived),
        ),
      ),
    ...digest.converging
      .slice(0, MOST)
      .map((one) => say.joined(one.ref, one.people, one.colleges, converge(one))),
    ...digest.diverging.slice(0, MOST).map((one) => objection(seen, one)),
    ...digest.nuances.slice(0, MOST).map(({ ref, of }) => say.nuance(ref, of)),
    ...digest.colleagues
      .slice(0, MOST)
      .map((one) => say.colleagues(display(one.organisation), one.ref, one.beside, one.how)),
    ...(digest.single.length > 0 ? [say.single(digest.single.length, refs(seen, digest.single))] : []),
  ];
  const first = digest.axes.find(({ axis }) => axis !== null)?.axis;
  return [
    line({ text: say.title(since), strong: true }),
    line(say.arrived(digest.arrived, digest.people, digest.total)),
    ...(digest.axes.length > 0 ? [list(...digest.axes.map((one) => [axisLine(seen, one)]))] : []),
    ...(facts.length > 0 ? [list(...facts.map((fact) => [fact]))] : []),
    ...news.views.flatMap((one) => validation(one, seen)),
    ...figures(news, seen),
    ...waiting(news, seen),
    ...(first ? [line(say.more(first))] : []),
  ];
}

const axisLine = (seen: Seen, { axis, arrived, total, colleges }: News['digest']['axes'][number]): string =>
  seen.say.digest.axis(
    axis === null ? seen.say.digest.noAxis : nameOf(seen, axis),
    arrived.length,
    total,
    colleges
      .map(
        ({ college, count }) =>
          `${college === null ? seen.say.digest.unknown : collegeName(seen, college)} ${count}`,
      )
      .join(', '),
    refs(seen, arrived),
  );

const objection = (seen: Seen, { ref, axis, theme, beside }: News['digest']['diverging'][number]): string =>
  seen.say.digest.objection(
    ref,
    theme === null ? (axis === null ? null : nameOf(seen, axis)) : themeOf(seen, axis, theme),
    beside.length > 0 ? seen.say.listed(beside) : null,
  );

/** The words behind an axis: what is new, what was joined, and both sides of what is disputed. */
function detail(news: News, seen: Seen, since: string): Block[] {
  const { digest, proposals, authors } = news;
  const { say } = seen;
  const words = (ref: Ref): (string | Inline)[] => {
    const row = proposals.get(ref);
    const author = authors.get(ref);
    const by = author
      ? [author.person.name && mention(author.person), display(author.organisation)].filter(Boolean)
      : [];
    return row ? [say.labelled([ref, ...by].join(', '), ''), ...quoted(say, current(row), 160)] : [ref];
  };
  const part = (title: string, items: readonly (readonly (string | Inline)[])[]): Block[] =>
    items.length === 0 ? [] : [line({ text: title, strong: true }), list(...items)];
  const against = new Set(digest.diverging.map(({ ref }) => ref));
  const arrived = digest.axes.flatMap((one) => one.arrived).filter((ref) => !against.has(ref));
  return [
    line({ text: say.digest.detail(nameOf(seen, news.axis!), since), strong: true }),
    ...part(say.digest.arrivedTitle, arrived.map(words)),
    ...part(
      say.digest.joinedTitle,
      digest.converging.map((one) => [...words(one.ref), ` ${say.digest.by(one.people, one.colleges)}`]),
    ),
    ...part(
      say.digest.objectionTitle,
      digest.diverging.map((one) => [
        ...words(one.ref),
        ...one.beside.flatMap((ref, at) => [at === 0 ? ` ${say.digest.beside} ` : ' ; ', ...words(ref)]),
      ]),
    ),
    ...part(
      say.digest.nuanceTitle,
      digest.nuances.map(({ ref, of }) => [...words(ref), ` ${say.digest.nuanceOf} `, ...words(of)]),
    ),
    ...part(
      say.digest.colleaguesTitle,
      digest.colleagues.map(({ ref, beside }) => [...words(ref), ' ; ', ...words(beside)]),
    ),
    ...(digest.single.length > 0
      ? [line(say.digest.single(digest.single.length, refs(seen, digest.single)))]
      : []),
  ];
}

/** How the statements of a validation are seen, those least agreed on first. */
function validation({ content, rows, reactions }: News['views'][number], seen: Seen): Block[] {
  const { views: say, digest } = seen.say;
  const heard = new Set(reactions.map(({ partnerId }) => partnerId)).size;
  const all = rows.filter(({ college }) => college === null);
  const said = (key: string): string => {
    const found = content.prompts.find((one) => one.key === key);
    const { text, cut } = excerpt(display(found ? local(seen, found.text) : key), STATEMENT);
    return cut ? `${text} …` : text.replace(/\.$/u, '');
  };
  return [
    line(say.head(local(seen, content.title), heard, all[0]?.invited ?? 0)),
    list(
      ...all
        .toSorted((a, b) => b.object - a.object || b.reserve - a.reserve)
        .slice(0, MOST)
        .map((row) => [seen.say.labelled(said(row.statement), say.row(row.agree, row.reserve, row.object))]),
    ),
    line(digest.moreViews),
  ];
}

/** One line a type of actor, against its invited base; where the chat can, a bar beside each. */
function figures({ base }: News, seen: Seen): Block[] {
  if (base.length === 0) return [];
  const shown = list(...base.map((row) => [seen.say.digest.base(collegeName(seen, row.college), row)]));
  const bars = base.map((row) => ({ value: row.answered ?? 0, of: row.invited }));
  return [line(seen.say.digest.who), shown.type === 'list' ? { ...shown, bars } : shown];
}

function waiting({ waiting: { doubts, files, late, debts } }: News, seen: Seen): Block[] {
  const { digest: say } = seen.say;
  const owed = debts.owed.reduce((sum, { proposals }) => sum + proposals.length, 0);
  const overdue = debts.disputes.filter(({ dueAt }) => dueAt < seen.now).length;
  const open = doubts.reduce((sum, { count }) => sum + count, 0);
  const parts = [
    ...(open > 0 ? [say.doubts(open)] : []),
    ...(files > 0 ? [say.files(files)] : []),
    ...(late > 0 ? [say.late(late)] : []),
    ...(debts.disputes.length > 0 ? [say.disputes(debts.disputes.length, overdue)] : []),
    ...(debts.countdown !== null && owed > 0 ? [say.owed(owed, debts.oldest)] : []),
  ];
  if (parts.length === 0) return [];
  const left = debts.countdown !== null && debts.untold ? [say.due(debts.countdown.restitution.days)] : [];
  return [line(say.waits([...parts, ...left].join(' ; ')))];
}

const refs = ({ say }: Seen, all: readonly Ref[]): string =>
  all.length > NAMED
    ? say.digest.andMore(all.slice(0, NAMED).join(', '), all.length - NAMED)
    : all.join(', ');

const local = ({ content, lang }: Seen, text: Parameters<typeof inLang>[0]): string =>
  inLang(text, lang, content.languages);

function nameOf(seen: Seen, key: string): string {
  const axis = seen.content.axes.find((one) => one.key === key);
  return axis ? seen.say.axis(key, local(seen, axis.short)) : key;
}

function themeOf(seen: Seen, axis: string | null, key: string): string {
  const themes = seen.content.axes
    .filter((one) => axis === null || one.key === axis)
    .flatMap((one) => one.themes);
  const found = themes.find((one) => one.key === key);
  return found ? local(seen, found.label) : key;
}

function collegeName(seen: Seen, key: string): string {
  const found = seen.content.colleges.find((one) => one.key === key);
  return display(found ? local(seen, found.label) : key);
}
