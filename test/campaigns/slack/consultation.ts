/**
 * A consultation through Slack's doors alone, from the opening to what is given back: words, buttons, forms, edits and
 * deletions; the silent are reminded; a digest, a synthesis, decisions.
 */
import type { Gathered } from '../../../src/app/documents/gather-documents.ts';
import type { Newcomer } from '../../../src/app/person/enrol-people.ts';
import { HOSTS } from '../../../src/demo/cast/cast.ts';
import type { Character } from '../../../src/demo/cast/character.ts';
import { answered, play } from '../../../src/demo/player.ts';
import { heard } from '../../../src/demo/stage.ts';
import type { Database } from '../../../src/store/database.ts';
import { type House, openHouse, somebody } from '../../adapters/slack/house.ts';
import type { SlackMessage } from '../../adapters/slack/rendered.ts';
import { acceptLate, answer, ask, given, publish, type Site, together } from '../consultation.ts';
import { crowd } from '../page/crowd.ts';
import { SlackDoors } from './doors.ts';

const DAY = 86_400_000;
const HOUR = 3_600_000;
const TEAM = ['rachida', 'etienne', 'solene'];
/** One in so many of those who only speak answers everything in a form. */
const IN_A_FORM = 3;

export interface Played {
  readonly house: House;
  readonly doors: SlackDoors;
  readonly people: readonly Character[];
  readonly gathered: Gathered;
  /** References each person was told of before anything was decided, by name. */
  readonly refs: ReadonlyMap<string, readonly string[]>;
  /** Names of those who had answered nothing after a fortnight, and were reminded. */
  readonly reminded: ReadonlySet<string>;
  readonly digest: string;
  /** The silence map as it was then: it changes where it stands. */
  readonly silence: SlackMessage;
  /** Files the team was given. */
  readonly files: readonly string[];
  /** Those of them that are pictures. */
  readonly charts: readonly Uint8Array[];
  close(): Promise<void>;
}

/** `count` people, the same ones each time: a type of actor after the other, and of each, first one of every manner. */
export function spread(count: number): readonly Character[] {
  const manner = ({ moves, late }: Character): string =>
    moves.length === 0
      ? 'silent'
      : late
        ? 'late'
        : moves.some((move) => 'edit' in move)
          ? 'edits'
          : moves.some((move) => 'remove' in move)
            ? 'removes'
            : 'simple';
  const colleges = [...Map.groupBy(crowd(Math.max(count, 150)), ({ college }) => college).values()].map(
    (people) => {
      const first = [...Map.groupBy(people, manner).values()].map(([one]) => one!);
      return [...first, ...people.filter((who) => !first.includes(who))];
    },
  );
  const turns = Math.max(...colleges.map((people) => people.length));
  return Array.from({ length: turns }, (_, turn) => colleges.flatMap((people) => people[turn] ?? []))
    .flat()
    .slice(0, count);
}

export async function playConsultation(
  database: Database,
  { by, count }: { readonly by: 'http' | 'socket'; readonly count: number },
): Promise<Played> {
  const people = spread(count);
  const users = new Map<string, string>();
  const house = await openHouse(database, {
    by,
    people: [count + TEAM.length],
    enrolled(_, [slack]) {
      const enrol = (key: string, over: Partial<Newcomer>, name: string): Newcomer => {
        const userId = slack!.newcomer();
        users.set(key, userId);
        if (over.lang === 'en') slack!.profiles.set(userId, { locale: 'en-GB' });
        return somebody(name, slack!, userId, over);
      };
      return [
        ...HOSTS.filter(({ key }) => TEAM.includes(key)).map(({ key, name, role }) =>
          enrol(key, { roles: [role] }, name),
        ),
        ...people.map(({ key, name, lang, organisation, college, attribution }) =>
          enrol(key, { lang, partner: { organisation, college, attribution } }, name),
        ),
      ];
    },
  });
  const { bot, slack, clock } = house;
  const doors = await SlackDoors.open(
    slack,
    users,
    (name) => people.findIndex(({ key }) => key === name) % 2 !== 0,
  );
  const site: Site = {
    bot,
    pass: (ms) => clock.leap(clock.now() + ms),
    async quiet() {
      await doors.settled();
      await bot.drain.sweep();
      while (bot.drain.idleSince === null) await new Promise<void>((next) => setImmediate(next));
    },
  };
  const tick = async () => {
    await bot.tick();
    await bot.drain.sweep();
  };

  await slack.command(users.get('rachida')!, 'ouvrir plan-actions');
  await answered(doors, 'rachida', 1);
  await ask(doors, 'rachida', 'oui');
  await together(people, (who) =>
    fillsIn(people, who) ? inAForm(doors, who) : play(doors, who, who.moves, 1),
  );

  // In the morning: nobody is reminded out of working hours.
  site.pass(15 * DAY - 4 * HOUR);
  const before = new Map(people.map(({ key }) => [key, heard(doors, key).length]));
  await tick();
  await doors.settled();
  const silent = people.filter(({ moves }) => moves.length === 0);
  for (const { key } of silent) await answered(doors, key, before.get(key)! + 1);
  const reminded = new Set(
    people.filter(({ key }) => heard(doors, key).length > before.get(key)!).map(({ key }) => key),
  );
  await ask(doors, 'rachida', 'silence');
  const silence = doors.hearing.in(doors.account('rachida').channel).at(-1)!.message;
  const digest = (await ask(doors, 'etienne', 'digest 30 jours')).map(({ text }) => text).join('\n');

  await ask(doors, 'rachida', 'clore plan-actions : tout le monde s’est exprimé');
  const unasked = ({ key }: Character) => (reminded.has(key) ? 2 : 1);
  const latecomers = people.filter(({ late }) => late);
  await together(latecomers, (who) => play(doors, who, [...who.moves, ...(who.late ?? [])], unasked(who)));
  await acceptLate(doors, site, latecomers, unasked);
  const refs = new Map(people.map(({ key }) => [key, refsOf(doors, key)]));
  await publish(doors, site);
  await ask(doors, 'etienne', 'document synthèse en word');
  await answer(doors, site);
  const { restitution } = await given(site, doors, [], users.get('etienne'));
  const due = new Set(restitution.map(({ proposal }) => String(proposal)));
  const authors = people.filter(({ key }) => refs.get(key)!.some((ref) => due.has(ref)));
  const gathered = await given(
    site,
    doors,
    authors.map(({ key }) => key),
    users.get('etienne'),
  );
  await doors.settled();
  const files = await slack.given(users.get('etienne')!);
  const charts = files.filter(({ name }) => name.endsWith('.png')).map(({ data }) => data);
  return {
    house,
    doors,
    people,
    gathered,
    refs,
    reminded,
    digest,
    silence,
    files: files.map(({ name }) => name),
    charts,
    close: () => house.close(),
  };
}

/** Of those who have something to say, and nothing to change afterwards. */
function fillsIn(people: readonly Character[], who: Character): boolean {
  const simple = people.filter(
    ({ moves, late }) =>
      !late &&
      moves.some((move) => 'ideas' in move && move.ideas) &&
      moves.every((move) => 'say' in move && !move.key && !move.confirms),
  );
  return simple.indexOf(who) % IN_A_FORM === 0;
}

/** Says that they begin, then answers all questions at once, each in the words they would have typed. */
async function inAForm(doors: SlackDoors, who: Character): Promise<void> {
  await answered(doors, who.key, 1);
  doors.say(who.key, who.lang === 'en' ? 'yes' : 'oui');
  await answered(doors, who.key, 2);
  const answers = who.moves.flatMap((move) => ('say' in move && move.ideas ? [move.say] : []));
  await doors.fillIn(who.key, answers.slice(0, 6));
  await play(doors, who, [], 1);
}

const refsOf = (doors: SlackDoors, key: string): string[] => [
  ...new Set(heard(doors, key).flatMap(({ text }) => text.match(/P-\d{4,}/gu) ?? [])),
];
