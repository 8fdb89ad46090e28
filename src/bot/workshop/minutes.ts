/** The minutes in words: a draft for the team, then signed, for everybody. */
import { directsAt } from '../../app/directs.ts';
import { mayBeWrittenTo } from '../../app/round/extend-round.ts';
import { keepWords } from '../../app/words/keep-words.ts';
import {
  type InMinutes,
  type Minutes,
  minutesOf,
  signMinutes,
  writeInMinutes,
} from '../../app/workshop/write-minutes.ts';
import { mention } from '../../chat/mention.ts';
import type { Block, Inline } from '../../chat/outbound.ts';
import type { Lang, RoundContent } from '../../core/consultation/model.ts';
import { collegeNamed } from '../../core/consultation/published-colleges.ts';
import type { PersonId } from '../../core/ids.ts';
import { isRefusal } from '../../core/refusal.ts';
import type { MinutesGroup } from '../../core/workshop/minutes.ts';
import { groupName } from '../../core/workshop/model.ts';
import type { Phrases } from '../locales/fr.ts';
import { phrasesIn } from '../locales/phrases.ts';
import { quoted } from '../partner/describe.ts';
import { answer, documentOf, greeted, line, list, type Reply, refusal, type Talk } from '../talk.ts';
import { tellPartners } from '../tell-partners.ts';
import { deliver, type Held, localIn } from './held.ts';
import { cellsOf } from './results.ts';
import { heading } from './threads.ts';

const SHOWN = 240;

export async function minutesBlocks(
  held: Held,
  minutes: Minutes,
  say: Phrases,
  lang: Lang,
): Promise<readonly Block[]> {
  const { workshop: words } = say;
  const { body, introduction, notes, signed } = minutes;
  const name = (college: string): string => {
    const label = collegeNamed(held.consultation.content, college);
    return label ? localIn(held, lang, label) : college;
  };
  const present = body.present.filter(({ people }) => people !== 0);
  const said = body.axes.length + body.added.length > 0;
  return [
    line({ text: words.minutesTitle(localIn(held, lang, held.content.title)), strong: true }),
    ...(introduction ? [line({ words: introduction })] : []),
    ...(present.length > 0
      ? [
          line(
            words.minutesPresent(
              present.map(({ college, people }) => words.presentCell(name(college), people)),
            ),
          ),
        ]
      : []),
    ...body.axes.flatMap(({ axis, groups, apart }) => [
      ...(axis === null ? [] : [line({ text: axisTitle(held, say, lang, axis), strong: true })]),
      ...(groups.length > 0 ? [list(...groups.map((group) => groupLine(held, group, say, lang)))] : []),
      ...(apart.length > 0
        ? [line(words.minutesApart), list(...apart.map(({ cites, quote }) => cited(say, cites, quote)))]
        : []),
    ]),
    ...(body.added.length > 0
      ? [line(words.minutesAdded), list(...body.added.map(({ cites, quote }) => cited(say, cites, quote)))]
      : []),
    ...(said ? [] : [line(words.minutesEmpty)]),
    ...(notes.length > 0
      ? [
          line(words.minutesNotes),
          list(...notes.map((note, at) => [...(signed ? [] : [`${at + 1}. `]), { words: note }])),
        ]
      : []),
    line(signed ? await signature(held, signed, say) : words.minutesDraft),
  ];
}

const axisTitle = (held: Held, say: Phrases, lang: Lang, key: string): string => {
  const axis = held.consultation.content.axes.find((one) => one.key === key);
  return axis ? heading(say.axis(key, localIn(held, lang, axis.short))) : key;
};

const cited = (say: Phrases, ref: string, quote: MinutesGroup['quote']): (string | Inline)[] =>
  quote === null ? [ref] : [`${ref}, `, ...quoted(say, quote, SHOWN)];

function groupLine(held: Held, group: MinutesGroup, say: Phrases, lang: Lang): (string | Inline)[] {
  const { workshop: words } = say;
  const title: readonly (string | Inline)[] =
    group.title !== null
      ? [{ words: group.title }]
      : group.quote === null
        ? [words.untitled]
        : quoted(say, group.quote, SHOWN);
  return [
    words.minutesGroup(groupName(group.number), group.points),
    ...title,
    words.groupRefs(group.cites),
    words.resultCells(cellsOf(held, group, say, lang)),
    ...(group.disputed.length > 0 ? [words.minutesDisputed(say.listed(group.disputed))] : []),
  ];
}

async function signature(
  { tx, consultation }: Held,
  { by, at }: { readonly by: PersonId; readonly at: number },
  say: Phrases,
): Promise<string> {
  const signer = await tx.people.byId(by);
  const name = signer ? mention(signer) : say.erased;
  return say.workshop.minutesSigned(name, say.date(at, consultation.content.zone));
}

/** "compte rendu". */
export async function onMinutes(talk: Talk, held: Held): Promise<Reply> {
  const minutes = await minutesOf(held, held.workshop, held.content);
  return { ...answer(), blocks: await minutesBlocks(held, minutes, talk.say, talk.lang) };
}

export async function onWrite(talk: Talk, held: Held, where: InMinutes, text: string | null): Promise<Reply> {
  const words = text === null ? null : await keepWords(talk, text);
  const done = await writeInMinutes(talk, held.workshop, where, words);
  if (isRefusal(done)) return refusal(talk, done);
  return answer(text === null ? talk.say.workshop.unwritten : talk.say.workshop.written);
}

/** "signer compte rendu": everybody invited gets them, there or not. */
export async function onSignMinutes(talk: Talk, held: Held): Promise<Reply> {
  const { tx, consultation, now } = talk;
  const minutes = await signMinutes(talk, held.workshop, held.content);
  if (isRefusal(minutes)) return refusal(talk, minutes);
  const round = await tx.rounds.byId(held.workshop.roundId);
  const open = round?.state === 'open' && now < round.closesAt ? round.closesAt : null;
  const there = new Set((await tx.workshops.guests(held.workshop.id)).flatMap(({ person }) => person ?? []));
  const invited = new Map(
    (await tx.participations.of(held.workshop.roundId)).map((one) => [one.partnerId, one]),
  );
  const partners = (await tx.people.partners(consultation.id)).filter(
    (partner) => invited.has(partner.id) && mayBeWrittenTo(partner),
  );
  const people = [...new Map(partners.map((one) => [one.person.id, one])).values()];
  const blocks = new Map<Lang, readonly Block[]>();
  for (const { person } of people)
    if (!blocks.has(person.lang)) {
      const say = phrasesIn(person.lang, consultation.content.languages);
      blocks.set(person.lang, await minutesBlocks(held, minutes, say, person.lang));
    }
  await tellPartners(
    talk,
    people,
    'notice',
    ({ id, person }) => {
      const say = phrasesIn(person.lang, consultation.content.languages);
      const was = there.has(person.id) || (invited.get(id)?.answered.length ?? 0) > 0;
      const until = open === null ? null : say.date(open, consultation.content.zone);
      const lead = say.workshop.minutesLead(greeted(person), was, until);
      return documentOf({ blocks: [line(lead), ...blocks.get(person.lang)!] }, say.lang);
    },
    held.workshop.roundId,
  );
  return answer(talk.say.workshop.minutesSent(people.length));
}

/** The draft, to whoever opened the workshop, when it ends. */
export async function draftToOpener(held: Held, content: RoundContent): Promise<void> {
  const { tx, consultation } = held;
  const round = await tx.rounds.byId(held.workshop.roundId);
  const person = round && (await tx.people.byId(round.openedBy));
  const [address] = person?.addresses ?? [];
  if (!person || !address) return;
  const [conversation] = await directsAt(held, consultation.id, [address]);
  const say = phrasesIn(person.lang, consultation.content.languages);
  const minutes = await minutesOf(held, held.workshop, content);
  await deliver(held, [
    {
      conversation: conversation!.id,
      lang: say.lang,
      reply: { blocks: await minutesBlocks(held, minutes, say, person.lang) },
    },
  ]);
}
