/** `npm start`: the bot on its page, with no settings at all on the embedded database. */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { firstStart, type Ready } from './commands/first-start.ts';
import { storeTrouble } from './commands/store-trouble.ts';
import { isHeld } from './compose/open-core.ts';
import { type Bot, compose, newSalt } from './compose.ts';
import { type Settings, settingsFrom } from './config.ts';

const GRACE = 10_000;
const { stdout, stderr } = process;
const tell = (line: string) => void stdout.write(`${line}\n`);
const complain = (line: string) => void stderr.write(`${line}\n`);

const PARTS = {
  fr: { partner: 'partenaire', facilitator: 'animation', staff: 'équipe', reader: 'équipe, seconde lecture' },
  en: { partner: 'partner', facilitator: 'facilitator', staff: 'staff', reader: 'staff, second reader' },
} as const;

async function invite(
  bot: Bot,
  settings: Settings,
  { people, fictitious, consultation }: Ready,
): Promise<void> {
  const { page } = bot;
  if (page === null) return;
  const fr = settings.lang === 'fr';
  tell('');
  tell(fr ? `Tour de table : ${page.url}` : `Tour de table: ${page.url}`);
  if (people.length === 0)
    tell(
      fr
        ? 'Personne n’est encore inscrit·e sur la page. Les commandes : « npx tour --help ».'
        : 'Nobody is enrolled on the page yet. The commands: "npx tour --help".',
    );
  else if (fictitious)
    tell(
      fr
        ? 'Des liens pour essayer, au nom de personnes fictives :'
        : 'Links to try it, as fictitious people:',
    );
  else
    tell(
      fr
        ? 'Des liens personnels, à ne donner qu’à ces personnes :'
        : 'Personal links, for these people only:',
    );
  for (const { part, name, userId } of people) {
    const path = await page.links.issue(consultation.content.key, userId);
    tell(`\n  ${PARTS[settings.lang][part]}, ${name}\n  ${page.url}${path}`);
  }
  if (bot.slack !== null) tell(`\n${ofSlack(bot.slack.url, fr)}`);
  if (bot.matrix !== null) tell(`\n${ofMatrix(bot.matrix.userId, fr)}`);
  tell('');
  if (fictitious)
    tell(
      fr
        ? 'Pour commencer, en animation : « ouvrir plan-actions ». Ctrl+C arrête.'
        : 'To begin, as the facilitator: "ouvrir plan-actions" (or "open plan-actions"). Ctrl+C stops.',
    );
  if (settings.web?.publicUrl === null && !['127.0.0.1', '::1', 'localhost'].includes(settings.web.host))
    complain(
      fr
        ? `Attention : la page écoute sur ${settings.web.host} sans HTTPS. Mettez devant elle un serveur web en HTTPS, et son adresse dans PUBLIC_URL.`
        : `Careful: the page listens on ${settings.web.host} without HTTPS. Put a web server with HTTPS before it, and its address in PUBLIC_URL.`,
    );
}

const ofSlack = (url: string | null, fr: boolean): string => {
  if (url === null) return fr ? 'Slack : connexion ouverte.' : 'Slack: connected.';
  return fr
    ? `Slack : ses requêtes sont attendues en ${url}/slack/events`
    : `Slack: its requests are awaited at ${url}/slack/events`;
};

const ofMatrix = (userId: string | null, fr: boolean): string => {
  if (userId === null)
    return fr
      ? 'Matrix : un autre processus y parle, ou le serveur ne répond pas encore.'
      : 'Matrix: another process speaks there, or the homeserver does not answer yet.';
  return fr ? `Matrix : relié en tant que ${userId}.` : `Matrix: connected as ${userId}.`;
};

/** A second bot on the same directory, in words. */
function inWords(error: unknown, { lang, dataDir }: Settings): unknown {
  const trouble = storeTrouble(lang, error);
  if (trouble !== null) return new Error(trouble.message, { cause: error });
  if (!isHeld(error)) return error;
  const { pid } = error;
  const who = lang === 'fr' ? `programme ${pid ?? '?'}` : `program ${pid ?? '?'}`;
  const stop = pid === null ? '' : ` (kill ${pid})`;
  return new Error(
    lang === 'fr'
      ? `Le robot tourne déjà sur ${dataDir} (${who}). Arrêtez-le d’abord${stop}, ou donnez à celui-ci un autre DATA_DIR, ou PostgreSQL (DATABASE_URL).`
      : `The bot runs on ${dataDir} already (${who}). Stop it first${stop}, or give this one another DATA_DIR, or PostgreSQL (DATABASE_URL).`,
  );
}

function stopOn(signals: readonly NodeJS.Signals[], bot: Bot): void {
  let stopping = false;
  const stop = () => {
    if (stopping) return;
    stopping = true;
    // What is not sent by then stays queued: the next start sends it.
    setTimeout(() => process.exit(0), GRACE).unref();
    bot.stop().then(
      () => process.exit(0),
      (error: unknown) => {
        complain(error instanceof Error ? error.message : String(error));
        process.exit(1);
      },
    );
  };
  for (const signal of signals) process.on(signal, stop);
}

try {
  if (existsSync('.env')) process.loadEnvFile('.env');
  const settings = settingsFrom(process.env);
  if (stdout.isTTY)
    tell(settings.lang === 'fr' ? 'Un instant, tout se prépare…' : 'One moment, getting ready…');
  const bot = await compose(settings, { chats: [] }).catch((error: unknown) => {
    throw inWords(error, settings);
  });
  stopOn(['SIGINT', 'SIGTERM'], bot);
  const out = { print: tell, error: complain, progress: () => {}, colour: false, width: null };
  const { store, ids, clock } = bot;
  const chat = { platform: 'web', workspace: 'main' };
  try {
    const path = (given: string) => resolve(given);
    const context = { store, ids, clock, newSalt, out, lang: settings.lang, path };
    const ready = await firstStart(context, settings.consultation, chat);
    await bot.start();
    await invite(bot, settings, ready);
  } catch (error) {
    await bot.stop().catch(() => {});
    throw error;
  }
} catch (error) {
  complain(error instanceof Error ? error.message : String(error));
  process.exit(1);
}
