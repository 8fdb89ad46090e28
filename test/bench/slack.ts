/**
 * `npm run bench -- --slack [--people 150] [--seconds 60]`: through real Bolt and an emulated Slack, the bot in a process of its own
 * on the embedded database. The fan-out of an invitation through Slack's own limit, beside what that forces; how long Slack waits for an acknowledgement
 * while everybody answers, beside one person alone; then 20 kills in a fan-out. Targets: p99 under 1 s, one invitation each.
 */
import { setTimeout as pause } from 'node:timers/promises';
import type { Courier } from '../adapters/slack/courier.ts';
import {
  beginFanOut,
  invitations,
  kill,
  open,
  posts,
  type Scene,
  saw,
  until,
} from '../adapters/slack/killed.ts';
import { forcedBy, type Limit, limitedTo } from '../adapters/slack/limits.ts';

/** Conversations opened a minute (tier 3), some of them at once; a channel takes a message a second, and each gets one. */
const OPENED: Limit = { method: 'conversations.open', perMinute: 50, burst: 10 };
const KILLS = 20;
const IDEAS = ['une halle pour les producteurs', 'des vélos prêtés', 'un poste de comptable', 'une crèche'];

/** When the first and the last of them were posted. */
async function invite(scene: Scene): Promise<{ readonly from: number; readonly to: number }> {
  const { slack, facilitator, partners } = scene;
  await slack.say(facilitator, 'ouvrir plan-actions');
  await until(() => saw(scene, facilitator, /On envoie/u));
  const since = Date.now();
  await slack.say(facilitator, 'oui');
  await until(() => posts(scene, since).length > partners.length);
  const times = posts(scene, since).map(({ at }) => at);
  return { from: Math.min(...times), to: Math.max(...times) };
}

const taken = ({ slack }: Scene) => (slack.courier as Courier).taken;

function shares(scene: Scene, from: number) {
  const took = taken(scene)
    .slice(from)
    .map((one) => one.took)
    .toSorted((a, b) => a - b);
  const at = (share: number) => took[Math.min(took.length - 1, Math.ceil(share * took.length) - 1)] ?? 0;
  return `${took.length} events, p50 ${at(0.5).toFixed(0)} ms, p99 ${at(0.99).toFixed(0)} ms, max ${at(1).toFixed(0)} ms`;
}

export async function benchSlack({ people, seconds }: { people: number; seconds: number }): Promise<void> {
  const scene = await open(people);
  const { slack, partners } = scene;
  slack.gateway.faults.always(limitedTo(OPENED));
  const { from, to } = await invite(scene);
  slack.gateway.faults.always(null);
  const [took, forced] = [to - from, forcedBy(OPENED, people)];
  console.log(
    `an invitation to ${people} people: ${(took / 1_000).toFixed(1)} s, where Slack's limit of ${OPENED.perMinute} conversations opened a minute forces ${(forced / 1_000).toFixed(1)} s: × ${(took / forced).toFixed(2)} (target: at most 1.1)`,
  );
  for (const partner of partners) {
    await slack.say(partner, 'oui');
    await slack.courier.settled();
  }
  for (const partner of partners) await until(() => saw(scene, partner, /1\/6/u));

  const alone = taken(scene).length;
  for (const partner of partners.slice(0, 20)) {
    await slack.say(partner, `${IDEAS[0]} pour ${partner}`);
    await slack.courier.settled();
  }
  console.log(`acknowledged, one person at a time: ${shares(scene, alone)}`);

  const before = taken(scene).length;
  const start = Date.now();
  const waits: number[] = [];
  await Promise.all(
    partners.map(async (partner, index) => {
      await pause(Math.max(0, start + (index * seconds * 1_000) / partners.length - Date.now()));
      const said = Date.now();
      await slack.say(partner, `${IDEAS[index % IDEAS.length]} n° ${index}`);
      const channel = await slack.direct(partner);
      await until(() => posts(scene, said).some((one) => one.channel === channel));
      waits.push(Date.now() - said);
    }),
  );
  await slack.courier.settled();
  console.log(
    `acknowledged, ${people} people within ${seconds} s: ${shares(scene, before)} (target: p99 under 1000 ms)`,
  );
  waits.sort((a, b) => a - b);
  console.log(
    `answer → receipt in the conversation: p50 ${waits[Math.floor(waits.length / 2)]!.toFixed(0)} ms, max ${waits.at(-1)!.toFixed(0)} ms`,
  );
  await scene.close();
}

/** Killed 20 times in a fan-out, each time once another part of the people were written to. */
export async function kills(people: number): Promise<void> {
  const scene = await open(people);
  const since = await beginFanOut(scene);
  await kill(scene, since, KILLS);
  await pause(3_000);
  const found = await Promise.all(scene.partners.map((one) => invitations(scene, one)));
  const looks = scene.slack.gateway.asked.filter(({ method }) => method === 'conversations.history').length;
  console.log(
    `${KILLS} kills in a fan-out to ${people}: ${found.filter((many) => many === 1).length} have one invitation, ${found.filter((many) => many > 1).length} more than one, ${found.filter((many) => many === 0).length} none; ${posts(scene, since).length} posts, ${looks} looks into a conversation`,
  );
  await scene.close();
}
