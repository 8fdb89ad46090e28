/** Where the team stands, and what it may say next: for words the bot did not follow, and for its help. */
import type { Block } from '../../chat/outbound.ts';
import type { HelpTopic } from '../help-topics.ts';
import { answer, greeted, line, list, local, type Reply, type Talk } from '../talk.ts';
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

const HEADING = /^[^:«“]+:/u;

/** null for what can be done now and the groups there are; "all" for everything. */
export async function teamHelp(talk: Talk, topic: HelpTopic | 'all' | null): Promise<Reply> {
  const { teamHelp: all, orientation: say } = talk.say;
  if (topic !== null)
    return answer(
      ...all
        .filter((group) => topic === 'all' || group.topic === topic)
        .flatMap(({ lines }) => lines.map((text) => headed(text))),
    );
  const staff = talk.actor.person.roles.includes('staff');
  const groups = all.filter((group) => staff || !group.staff);
  return answer(
    await nextStep(talk),
    say.menu,
    list(...groups.map(({ command, covers }) => [say.group(command, covers)])),
  );
}

function headed(text: string): Block {
  const heading = HEADING.exec(text)?.[0] ?? '';
  return line({ text: heading, strong: true }, text.slice(heading.length));
}
