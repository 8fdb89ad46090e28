/** Settings: environment variables, all optional. `.env.example` is generated from here. */
import { z } from 'zod';
import { VARIABLES } from './config/variables.ts';
import { type WrongSetting, wrongSettings } from './config/wrong-settings.ts';

type Name = keyof typeof VARIABLES;

export interface Settings {
  readonly databaseUrl: string | null;
  readonly dataDir: string;
  readonly consultation: string;
  readonly lang: 'fr' | 'en';
  readonly logLevel: 'debug' | 'info' | 'warn' | 'error' | 'silent';
  /** The page; no page when absent. */
  readonly web?: WebSettings;
  /** E-mail for those on the page; none when absent. */
  readonly mail?: MailSettings;
  /** None when absent. */
  readonly slack?: SlackSettings;
  /** None when absent. */
  readonly matrix?: MatrixSettings;
}

export interface MatrixSettings {
  /** Without a slash at its end. */
  readonly homeserver: string;
  readonly user: string | null;
  readonly password: string | null;
  readonly token: string | null;
  readonly registrationToken: string | null;
  /** null before `tour matrix setup` made one. */
  readonly storeKey: string | null;
  readonly recoveryKey: string | null;
  /** Addresses, `*` in them standing for anything. */
  readonly inviters: readonly string[];
}

export interface SlackSettings {
  /** One a workspace. */
  readonly tokens: readonly string[];
  readonly connection:
    | { readonly by: 'http'; readonly signingSecret: string; readonly host: string; readonly port: number }
    | { readonly by: 'socket'; readonly appToken: string };
  /** Ends in a slash. */
  readonly apiUrl: string;
  /** Milliseconds a call may take; the adapter's own when absent. */
  readonly patience?: number;
}

export interface MailSettings {
  readonly url: string;
  readonly withoutTls: boolean;
  readonly from: string;
  /** null where nobody reads answers. */
  readonly replyTo: string | null;
  readonly perMinute: number;
}

export interface WebSettings {
  readonly host: string;
  readonly port: number;
  /** Without a slash at its end; null for the address it listens at. */
  readonly publicUrl: string | null;
  /** null for the one kept in the data directory. */
  readonly secret: string | null;
}

/** Throws one Error naming every wrong variable. */
export function settingsFrom(env: Readonly<Record<string, string | undefined>>): Settings {
  const lang = env.INTERFACE_LANG === 'en' ? 'en' : 'fr';
  const together = <T>(read: T | readonly WrongSetting[]): T => {
    if (Array.isArray(read)) throw wrongSettings(read, lang);
    return read as T;
  };
  const shape = Object.fromEntries(Object.entries(VARIABLES).map(([name, { schema }]) => [name, schema])) as {
    [N in Name]: (typeof VARIABLES)[N]['schema'];
  };
  const given = Object.fromEntries(
    Object.keys(VARIABLES).flatMap((name) => (env[name] === undefined ? [] : [[name, env[name]]])),
  );
  const found = z.object(shape).safeParse(given);
  if (!found.success) {
    const wrong = found.error.issues.map(({ path, message }) => ({
      name: String(path[0]) as Name,
      refused: message,
    }));
    throw wrongSettings(wrong, lang);
  }
  const { DATABASE_URL, DATA_DIR, CONSULTATION, INTERFACE_LANG, LOG_LEVEL } = found.data;
  const { HOST, PORT, PUBLIC_URL, WEB_SECRET } = found.data;
  const mail = together(mailFrom(found.data));
  const slack = together(slackFrom(found.data));
  const matrix = together(matrixFrom(found.data));
  return {
    ...(mail === null ? {} : { mail }),
    ...(slack === null ? {} : { slack }),
    ...(matrix === null ? {} : { matrix }),
    databaseUrl: DATABASE_URL,
    dataDir: DATA_DIR,
    consultation: CONSULTATION,
    lang: INTERFACE_LANG,
    logLevel: LOG_LEVEL,
    web: { host: HOST, port: PORT, publicUrl: PUBLIC_URL?.replace(/\/$/u, '') ?? null, secret: WEB_SECRET },
  };
}

const missing = (name: Name, besides: Pick<WrongSetting, 'beside' | 'or'> = {}): WrongSetting => ({
  name,
  refused: null,
  ...besides,
});

interface MailVariables {
  readonly SMTP_URL: string | null;
  readonly MAIL_FROM: string | null;
  readonly MAIL_REPLY_TO: string | null;
  readonly MAIL_PER_MINUTE: number;
  readonly SMTP_WITHOUT_TLS: 'yes' | 'no';
  readonly PUBLIC_URL: string | null;
}

/** Settings that only make sense together. */
function mailFrom(given: MailVariables): MailSettings | null | readonly WrongSetting[] {
  const { SMTP_URL: url, MAIL_FROM: from, PUBLIC_URL } = given;
  if (url === null) return null;
  const near = /^file:|^smtps?:\/\/(?:[^@/]+@)?(?:localhost|127\.[\d.]+|\[::1\])(?:[:/]|$)/iu.test(url);
  const wrong = [
    ...(from === null ? [missing('MAIL_FROM', { beside: 'SMTP_URL' })] : []),
    // Links to 127.0.0.1 open nothing elsewhere.
    ...(PUBLIC_URL === null && !near ? [missing('PUBLIC_URL', { beside: 'SMTP_URL' })] : []),
  ];
  if (from === null || wrong.length > 0) return wrong;
  return {
    url,
    from,
    replyTo: given.MAIL_REPLY_TO,
    perMinute: given.MAIL_PER_MINUTE,
    withoutTls: given.SMTP_WITHOUT_TLS === 'yes',
  };
}

interface SlackVariables {
  readonly SLACK_BOT_TOKEN: string | null;
  readonly SLACK_SIGNING_SECRET: string | null;
  readonly SLACK_APP_TOKEN: string | null;
  readonly SLACK_PORT: number;
  readonly SLACK_API_URL: string;
  readonly HOST: string;
}

function slackFrom(given: SlackVariables): SlackSettings | null | readonly WrongSetting[] {
  const { SLACK_BOT_TOKEN, SLACK_SIGNING_SECRET: signingSecret, SLACK_APP_TOKEN: appToken } = given;
  if (SLACK_BOT_TOKEN === null) {
    if (signingSecret === null && appToken === null) return null;
    return [missing('SLACK_BOT_TOKEN')];
  }
  const common = { tokens: SLACK_BOT_TOKEN.split(/\s*,\s*/u), apiUrl: given.SLACK_API_URL };
  // With both, the bot connects: that works behind any wall.
  if (appToken !== null) return { ...common, connection: { by: 'socket', appToken } };
  if (signingSecret === null)
    return [missing('SLACK_SIGNING_SECRET', { beside: 'SLACK_BOT_TOKEN', or: 'SLACK_APP_TOKEN' })];
  const { HOST: host, SLACK_PORT: port } = given;
  return { ...common, connection: { by: 'http', signingSecret, host, port } };
}

interface MatrixVariables {
  readonly MATRIX_HOMESERVER: string | null;
  readonly MATRIX_USER: string | null;
  readonly MATRIX_PASSWORD: string | null;
  readonly MATRIX_TOKEN: string | null;
  readonly MATRIX_REGISTRATION_TOKEN: string | null;
  readonly MATRIX_STORE_KEY: string | null;
  readonly MATRIX_RECOVERY_KEY: string | null;
  readonly MATRIX_INVITERS: string | null;
}

function matrixFrom(given: MatrixVariables): MatrixSettings | null | readonly WrongSetting[] {
  const { MATRIX_HOMESERVER: homeserver, MATRIX_USER: user, MATRIX_PASSWORD: password } = given;
  const { MATRIX_TOKEN: token } = given;
  if (homeserver === null) {
    if (user === null && token === null) return null;
    return [missing('MATRIX_HOMESERVER')];
  }
  if (token === null && user === null) return [missing('MATRIX_USER', { beside: 'MATRIX_HOMESERVER' })];
  if (token === null && password === null)
    return [missing('MATRIX_PASSWORD', { beside: 'MATRIX_USER', or: 'MATRIX_TOKEN' })];
  return {
    homeserver: homeserver.replace(/\/+$/u, ''),
    user,
    password,
    token,
    registrationToken: given.MATRIX_REGISTRATION_TOKEN,
    storeKey: given.MATRIX_STORE_KEY,
    recoveryKey: given.MATRIX_RECOVERY_KEY,
    inviters: given.MATRIX_INVITERS?.split(/\s*,\s*/u) ?? [],
  };
}

/** The text of `.env.example`. */
export function envExample(): string {
  const entries = Object.entries(VARIABLES).map(
    ([name, { about, example }]) => `# ${about}\n${name}=${example}\n`,
  );
  return `# Every setting is optional. Copy to .env, or give them to the process.\n\n${entries.join('\n')}`;
}
