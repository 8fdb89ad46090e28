/** Where the team stands, and what it may say next: for words the bot did not follow, and for its help. */
import { answer, greeted, list, local, type Reply, type Talk } from '../talk.ts';
import { bare, said } from '../understand.ts';

const GREETING =
  /^(?:bonjour|bonsoir|salut|coucou|hello|hi|hey|good (?:morning|afternoon|evening))\b.{0,40}$/u;

/** A short word and the next step, rather than everything there is. */
export async function orient(talk: Talk): Promise<Reply> {
  const { orientation: say } = talk.say;
  if (said(talk.text) === 'help') return teamHelp(talk, null);
  const greets = talk.text === '' || GREETING.test(bare(talk.text));
  if (said(talk.text) === 'thanks') return answer(say.thanks);
  const lead = greets ? say.hello(greeted(talk.actor.person)) : say.lost;
  return answer(`${lead} ${await nextStep(talk)}`, say.all);
}

async function nextStep(talk: Talk): Promise<string> {
  const { orientation: say } = talk.say;
  const { content, id } = talk.consultation;
  const rounds = (await talk.tx.rounds.of(id)).filter(({ state }) => state !== 'cancelled');
  const round = rounds.find(({ state }) => state === 'open') ?? rounds[0];
  if (!round) return say.ready;
  const asked = content.rounds.find(({ key }) => key === round.key);
  const title = asked ? local(talk, asked.title) : round.key;
  if (round.state === 'open') return say.open(title, round.key);
  const staff = talk.actor.person.roles.includes('staff');
  const synthesis = staff ? await talk.tx.syntheses.latest(id) : null;
  if (synthesis?.state === 'draft') return say.draft;
  return synthesis ? say.signed : say.closed(title, staff);
}

const HEADING = /^([^:«“]+?) ?: /u;
const QUOTED = /«[^»]+»(?: \([^)]+\))?|“[^”]+”(?: \([^)]+\))?/gu;

/** `topic` from 1; null for the next step and the list of topics, "all" for everything. */
export async function teamHelp(talk: Talk, topic: number | 'all' | null): Promise<Reply> {
  const { teamHelp: all, orientation: say } = talk.say;
  if (topic === 'all') return answer(...all);
  const headings = all.map((text) => HEADING.exec(text)?.[1] ?? text);
  const chosen = topic === null ? undefined : all[topic - 1];
  if (chosen === undefined)
    return answer(
      await nextStep(talk),
      say.menu,
      list(...headings.map((heading, index) => [`${index + 1}. ${heading}`])),
    );
  return answer(
    say.topic(headings[topic! - 1]!),
    list(...[...chosen.matchAll(QUOTED)].map(([command]) => [command])),
  );
}
