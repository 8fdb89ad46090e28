/** Groups and their dots as a room and those who follow see them: a message a group, changed in place. */
import type { WorkshopPost } from '../../app/ports/workshops.ts';
import { dotsOpen } from '../../app/workshop/place-dots.ts';
import { type SaidInRoom, saidIn } from '../../app/workshop/said.ts';
import type { Choice, Inline } from '../../chat/outbound.ts';
import type { Lang } from '../../core/consultation/model.ts';
import { type DeliveryId, ref } from '../../core/ids.ts';
import { type Grouped, membersOf, standing } from '../../core/workshop/groups.ts';
import { type Group, groupName } from '../../core/workshop/model.ts';
import type { Phrases } from '../locales/fr.ts';
import { phrasesIn } from '../locales/phrases.ts';
import { quoted } from '../partner/describe.ts';
import { answer, line, list, type Reply } from '../talk.ts';
import { deliver, type Follower, type Held, localIn, roomLang, roomSay } from './held.ts';

/** UTF-16 units of an idea that names its group. */
const SHOWN = 160;

export interface GroupsSeen {
  readonly grouped: Grouped;
  readonly said: readonly SaidInRoom[];
}

export const groupsSeen = async (held: Held): Promise<GroupsSeen> => ({
  grouped: await held.tx.workshops.grouped(held.workshop.id),
  said: await saidIn(held, held.workshop, held.content),
});

/** `G3 · « the idea at its centre » (P-0042, P-0043)`, or under the name somebody gave it. */
export function describeGroup(
  say: Phrases,
  { grouped, said }: GroupsSeen,
  group: Group,
): (string | Inline)[] {
  const name = groupName(group.number);
  if (group.mergedInto !== null) {
    const into = grouped.groups.find(({ id }) => id === group.mergedInto);
    return [say.workshop.mergedGroup(name, groupName(into?.number ?? 0))];
  }
  const members = membersOf(grouped, group.id).flatMap(
    ({ proposal }) => said.find((one) => one.proposal === proposal) ?? [],
  );
  if (members.length === 0) return [say.workshop.emptied(name)];
  return [
    say.workshop.group(name),
    ...titleOf(say, group, members),
    say.workshop.groupRefs(members.map(({ number }) => ref(number))),
  ];
}

export function titleOf(
  say: Phrases,
  { title }: Pick<Group, 'title'>,
  members: readonly Pick<SaidInRoom, 'quote'>[],
): readonly (string | Inline)[] {
  if (title !== null) return [{ words: title }];
  const quote = members.find((one) => one.quote !== null)?.quote ?? null;
  return quote === null ? [say.workshop.untitled] : quoted(say, quote, SHOWN);
}

/** All of them, a line each. */
export function listGroups(say: Phrases, seen: GroupsSeen): Reply['blocks'] {
  const groups = standing(seen.grouped);
  return groups.length === 0
    ? [line(say.workshop.noGroups)]
    : [list(...groups.map((group) => describeGroup(say, seen, group)))];
}

/** In each room: a message that says what they are, and one a group in its thread; to followers, a list. */
export async function postGroups(held: Held, followers: readonly Follower[]): Promise<void> {
  const seen = await groupsSeen(held);
  const groups = standing(seen.grouped);
  const say = roomSay(held);
  const lead = groups.length === 0 ? say.workshop.noGroups : say.workshop.groupsTitle(groups.length);
  await postThread(held, 'group', lead, groups, (group) => ({
    blocks: [line(...describeGroup(say, seen, group))],
  }));
  await deliver(
    held,
    followers.map(({ person, conversation }) => {
      const theirs = phrasesIn(person.lang, held.consultation.content.languages);
      const title = groups.length === 0 ? [] : [line(theirs.workshop.groupsTitle(groups.length))];
      return {
        conversation: conversation.id,
        lang: theirs.lang,
        reply: { blocks: [...title, ...listGroups(theirs, seen)] },
      };
    }),
  );
}

/** For the dots: the same groups again, with what puts a dot on them. */
export async function postDots(held: Held, followers: readonly Follower[]): Promise<void> {
  const sequence = dotsOpen(held.workshop, held.content);
  if (sequence === null) return;
  const seen = await groupsSeen(held);
  const groups = standing(seen.grouped);
  if (groups.length === 0) return;
  const say = roomSay(held);
  await postThread(held, 'dots', say.workshop.dotsTitle(sequence.dots), groups, (group) => ({
    blocks: [line(...describeGroup(say, seen, group))],
    choices: dotChoices(say, group),
  }));
  await deliver(
    held,
    followers.map(({ person, conversation }) => {
      const theirs = phrasesIn(person.lang, held.consultation.content.languages);
      return {
        conversation: conversation.id,
        lang: theirs.lang,
        reply: answer(...listGroups(theirs, seen), theirs.workshop.dotsHere(sequence.dots)),
      };
    }),
  );
}

const dotChoices = (say: Phrases, { number }: Group): Choice[] => [
  { value: `${groupName(number)} +1`, label: say.workshop.plusOne, spare: true },
  { value: `${groupName(number)} -1`, label: say.workshop.minusOne, spare: true },
];

async function postThread(
  held: Held,
  about: 'group' | 'dots',
  lead: string,
  groups: readonly Group[],
  reply: (group: Group) => Pick<Reply, 'blocks' | 'choices'>,
): Promise<void> {
  const { tx, workshop } = held;
  const lang = roomLang(held);
  for (const { conversation } of await tx.workshops.rooms(workshop.id)) {
    const [root] = await deliver(held, [{ conversation, lang, reply: answer(lead) }]);
    const name = sequenceTitle(held, lang);
    const deliveries = await deliver(
      held,
      groups.map((group) => ({
        conversation,
        lang,
        reply: reply(group),
        manner: { as: 'post', thread: { root: { delivery: root! }, name } },
      })),
    );
    await tx.workshops.addPosts(workshop, [
      { delivery: root!, conversation, about: about === 'group' ? 'groups' : 'dots' },
      ...groups.map(({ id }, at) => ({ delivery: deliveries[at]!, conversation, about: `${about}:${id}` })),
    ]);
  }
}

function sequenceTitle({ workshop, content, ...held }: Held, lang: Lang): string {
  const at = workshop.course.state === 'gathering' ? 0 : workshop.course.at;
  const sequence = content.sequences?.[at];
  return localIn(held, lang, sequence?.title ?? content.title);
}

/** Messages about these groups say what they are now; a new one gets its own. */
export async function showGroups(held: Held, changed: readonly Group[], made: Group | null): Promise<void> {
  const { tx, workshop } = held;
  const seen = await groupsSeen(held);
  const say = roomSay(held);
  const lang = roomLang(held);
  const posts = await tx.workshops.posts(workshop.id);
  for (const group of changed) {
    if (group.id === made?.id) continue;
    const now = seen.grouped.groups.find(({ id }) => id === group.id) ?? group;
    const about = posts.filter(
      (post) => post.about === `group:${group.id}` || post.about === `dots:${group.id}`,
    );
    await deliver(
      held,
      about.map((post) => ({
        conversation: post.conversation,
        lang,
        reply: {
          blocks: [line(...describeGroup(say, seen, now))],
          choices: post.about.startsWith('dots:') && isThere(seen, now) ? dotChoices(say, now) : [],
        },
        manner: { as: 'edit', of: post.delivery },
      })),
    );
  }
  if (made === null) return;
  const roots = posts.filter(({ about }) => about === 'groups');
  // Made by hand before anything was suggested: the groups have no thread yet.
  if (roots.length === 0) return postGroups(held, []);
  for (const root of roots) await postOne(held, root, seen, made);
}

const isThere = ({ grouped }: GroupsSeen, { id }: Group): boolean =>
  standing(grouped).some((group) => group.id === id);

async function postOne(held: Held, root: WorkshopPost, seen: GroupsSeen, made: Group): Promise<void> {
  const lang = roomLang(held);
  const say = roomSay(held);
  const [delivery] = await deliver(held, [
    {
      conversation: root.conversation,
      lang,
      reply: { blocks: [line(...describeGroup(say, seen, made))] },
      manner: { as: 'post', thread: { root: { delivery: root.delivery }, name: sequenceTitle(held, lang) } },
    },
  ]);
  await held.tx.workshops.addPosts(held.workshop, [
    { delivery: delivery as DeliveryId, conversation: root.conversation, about: `group:${made.id}` },
  ]);
}
