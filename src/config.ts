/** Settings: environment variables, all optional. `.env.example` is generated from here. */
import { z } from 'zod';

const optional = z
  .string()
  .trim()
  .transform((text) => (text === '' ? null : text))
  .nullable()
  .default(null);

const VARIABLES = {
  DATABASE_URL: {
    schema: optional.refine(
      (url) => url === null || /^postgres(ql)?:\/\//.test(url),
      'expected postgresql://…',
    ),
    about:
      'PostgreSQL 15 or newer, postgresql://user:password@host/database. Empty: the embedded database of DATA_DIR.',
    example: '',
  },
  DATA_DIR: {
    schema: z.string().trim().min(1).default('./data'),
    about:
      'Where the embedded database, its backups and the erasure ledger lie. Give it to one process only.',
    example: './data',
  },
  CONSULTATION: {
    schema: z.string().trim().min(1).default('prompts/mel-ess-2015-2020'),
    about: 'Folder of the consultation to load at start.',
    example: 'prompts/mel-ess-2015-2020',
  },
  INTERFACE_LANG: {
    schema: z.enum(['fr', 'en']).default('fr'),
    about: 'Language of the command line, and of what strangers are told: fr or en.',
    example: 'fr',
  },
  HOST: {
    schema: z.string().trim().min(1).default('127.0.0.1'),
    about: 'Where the page listens. Keep 127.0.0.1 and put a web server with HTTPS before it.',
    example: '127.0.0.1',
  },
  PORT: {
    schema: z.coerce.number().int().min(0).max(65_535).default(8080),
    about: 'The port of the page.',
    example: '8080',
  },
  PUBLIC_URL: {
    schema: optional.refine(
      (url) => url === null || /^https?:\/\/[^/?#\s]+\/?$/.test(url),
      'expected https://consultation.example.org, without a path',
    ),
    about:
      'The address people open, https://consultation.example.org: personal links begin with it. Empty: http://HOST:PORT.',
    example: '',
  },
  WEB_SECRET: {
    schema: optional.refine((secret) => secret === null || secret.length >= 32, 'at least 32 characters'),
    about:
      'Signs personal links and sessions; another one voids them all. Empty: made at the first start and kept in DATA_DIR (give the same to all, where several processes serve the page).',
    example: '',
  },
  SMTP_URL: {
    schema: optional.refine(
      (url) =>
        url === null || /^smtps?:\/\/(?:[^\s@/]+@)?(?:[\w.-]+|\[[\da-f:]+\])(?::\d{1,5})?\/?$/iu.test(url),
      'expected smtp://user:password@host:587 or smtps://user:password@host:465, with special characters as %40',
    ),
    about:
      'The mail server, for people on the page who have an e-mail address: smtp://user:password@host:587 (STARTTLS) or smtps://…:465. Empty: no e-mail is sent. "npx tour mail test ADDRESS" tries it.',
    example: '',
  },
  MAIL_FROM: {
    schema: optional.refine(
      (from) =>
        from === null || /^(?:[^<>\r\n]*<[^\s@<>,;]+@[^\s@<>,;]+>|[^\s@<>,;]+@[^\s@<>,;]+)$/u.test(from),
      'expected plan@example.org or Plan ESS <plan@example.org>',
    ),
    about:
      'Who e-mails come from: plan@example.org (signed by who runs the consultation), or Plan ESS <plan@example.org>. Needed with SMTP_URL.',
    example: '',
  },
  MAIL_REPLY_TO: {
    schema: optional.refine(
      (address) => address === null || /^[^\s@<>,;]+@[^\s@<>,;]+$/u.test(address),
      'expected equipe@example.org',
    ),
    about:
      'Where the team reads answers to e-mails; e-mails then say so. Empty: they say that nobody reads answers.',
    example: '',
  },
  MAIL_PER_MINUTE: {
    schema: z.coerce.number().int().min(1).max(6_000).default(60),
    about: 'E-mails a minute at most, of each process: mail servers have limits.',
    example: '60',
  },
  SMTP_WITHOUT_TLS: {
    schema: z.enum(['yes', 'no']).default('no'),
    about:
      'yes: let e-mails, with their personal links, and the password cross the network unencrypted, to a server that can do no better.',
    example: 'no',
  },
  SLACK_BOT_TOKEN: {
    schema: optional.refine(
      (tokens) => tokens === null || /^xoxb-[\w-]+(?:\s*,\s*xoxb-[\w-]+)*$/u.test(tokens),
      'expected xoxb-…',
    ),
    about:
      'The bot’s token in Slack, xoxb-… (several, one a workspace, between commas). Empty: no Slack. "npx tour check" tries it. The app is made from adapters/slack/manifest.yaml.',
    example: '',
  },
  SLACK_SIGNING_SECRET: {
    schema: optional,
    about:
      'By which requests are known to be Slack’s, where it reaches the bot over HTTPS. Either this or SLACK_APP_TOKEN.',
    example: '',
  },
  SLACK_APP_TOKEN: {
    schema: optional.refine((token) => token === null || /^xapp-[\w-]+$/u.test(token), 'expected xapp-…'),
    about: 'For Socket Mode, xapp-…: the bot connects to Slack, and needs no public address.',
    example: '',
  },
  SLACK_PORT: {
    schema: z.coerce.number().int().min(0).max(65_535).default(8081),
    about: 'Where Slack’s requests arrive, on HOST: have the web server with HTTPS send /slack/events there.',
    example: '8081',
  },
  SLACK_API_URL: {
    schema: z
      .string()
      .trim()
      .regex(/^https?:\/\/[^?#\s]+\/api\/$/u, 'expected https://…/api/')
      .default('https://slack.com/api/'),
    about: 'Slack’s own address; https://slack-gov.com/api/ for GovSlack.',
    example: 'https://slack.com/api/',
  },
  MATRIX_HOMESERVER: {
    schema: optional.refine(
      (url) => url === null || /^https?:\/\/[^/?#\s@]+(?:\/[^?#\s]*)?$/u.test(url),
      'expected https://matrix.example.org',
    ),
    about:
      'The homeserver of the bot’s account in Matrix, https://matrix.example.org. Empty: no Matrix. "npx tour matrix setup" guides through the rest.',
    example: '',
  },
  MATRIX_USER: {
    schema: optional.refine(
      (user) => user === null || /^@?[\w.=/+-]+(?::[^\s/]+)?$/u.test(user),
      'expected @tour:example.org',
    ),
    about: 'The bot’s account, @tour:example.org: one of its own, that nobody else uses.',
    example: '',
  },
  MATRIX_PASSWORD: {
    schema: optional,
    about:
      'Its password, for the first log-in, and for a new device should the keys in DATA_DIR be lost. It logs in once, not at every start.',
    example: '',
  },
  MATRIX_TOKEN: {
    schema: optional,
    about:
      'In place of a password: the access token of a device that was never used. Without a password, a lost device needs another token.',
    example: '',
  },
  MATRIX_REGISTRATION_TOKEN: {
    schema: optional,
    about:
      'Registers MATRIX_USER with MATRIX_PASSWORD at the first start, on a homeserver that gives such tokens.',
    example: '',
  },
  MATRIX_STORE_KEY: {
    schema: optional.refine((key) => key === null || key.length >= 32, 'at least 32 characters'),
    about:
      'Seals the keys of the account in DATA_DIR/matrix. "npx tour matrix setup" makes one; keep it as long as that folder.',
    example: '',
  },
  MATRIX_RECOVERY_KEY: {
    schema: optional,
    about:
      'The account’s recovery key, EsT… in groups of four: a new device is restored by it. "npx tour matrix setup" makes one; keep a copy elsewhere.',
    example: '',
  },
  MATRIX_INVITERS: {
    schema: optional.refine(
      (list) => list === null || /^[^\s,]+(?:\s*,\s*[^\s,]+)*$/u.test(list),
      'expected *:example.org, @claire:example.net',
    ),
    about:
      'Who may ask the bot into a conversation beside the people of the consultations: @claire:example.net, *:example.org for a whole server, * for anybody; between commas.',
    example: '',
  },
  LOG_LEVEL: {
    schema: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
    about: 'debug, info, warn, error or silent. No level ever logs what people wrote.',
    example: 'info',
  },
} as const;

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

/** Throws one Error naming every wrong variable; a value is never repeated, it may be a secret. */
export function settingsFrom(env: Readonly<Record<string, string | undefined>>): Settings {
  const shape = Object.fromEntries(Object.entries(VARIABLES).map(([name, { schema }]) => [name, schema])) as {
    [N in Name]: (typeof VARIABLES)[N]['schema'];
  };
  const given = Object.fromEntries(
    Object.keys(VARIABLES).flatMap((name) => (env[name] === undefined ? [] : [[name, env[name]]])),
  );
  const found = z.object(shape).safeParse(given);
  if (!found.success) {
    const wrong = found.error.issues.map((issue) => {
      const name = String(issue.path[0]) as Name;
      return `  ${name}: ${issue.message}. ${VARIABLES[name].about}`;
    });
    throw wrongSettings(wrong);
  }
  const { DATABASE_URL, DATA_DIR, CONSULTATION, INTERFACE_LANG, LOG_LEVEL } = found.data;
  const { HOST, PORT, PUBLIC_URL, WEB_SECRET } = found.data;
  const mail = mailFrom(found.data);
  const slack = slackFrom(found.data);
  const matrix = matrixFrom(found.data);
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

const wrongSettings = (lines: readonly string[]): Error =>
  new Error(`Wrong settings in the environment:\n${lines.join('\n')}`);

interface MailVariables {
  readonly SMTP_URL: string | null;
  readonly MAIL_FROM: string | null;
  readonly MAIL_REPLY_TO: string | null;
  readonly MAIL_PER_MINUTE: number;
  readonly SMTP_WITHOUT_TLS: 'yes' | 'no';
  readonly PUBLIC_URL: string | null;
}

/** Settings that only make sense together. */
function mailFrom(given: MailVariables): MailSettings | null {
  const { SMTP_URL: url, MAIL_FROM: from, PUBLIC_URL } = given;
  if (url === null) return null;
  const near = /^smtps?:\/\/(?:[^@/]+@)?(?:localhost|127\.[\d.]+|\[::1\])(?:[:/]|$)/iu.test(url);
  const wrong = [
    ...(from === null ? [`  MAIL_FROM: missing beside SMTP_URL. ${VARIABLES.MAIL_FROM.about}`] : []),
    // Links to 127.0.0.1 open nothing elsewhere.
    ...(PUBLIC_URL === null && !near
      ? [`  PUBLIC_URL: missing beside SMTP_URL. ${VARIABLES.PUBLIC_URL.about}`]
      : []),
  ];
  if (from === null || wrong.length > 0) throw wrongSettings(wrong);
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

function slackFrom(given: SlackVariables): SlackSettings | null {
  const { SLACK_BOT_TOKEN, SLACK_SIGNING_SECRET: signingSecret, SLACK_APP_TOKEN: appToken } = given;
  if (SLACK_BOT_TOKEN === null) {
    if (signingSecret === null && appToken === null) return null;
    throw wrongSettings([`  SLACK_BOT_TOKEN: missing. ${VARIABLES.SLACK_BOT_TOKEN.about}`]);
  }
  const common = { tokens: SLACK_BOT_TOKEN.split(/\s*,\s*/u), apiUrl: given.SLACK_API_URL };
  // With both, the bot connects: that works behind any wall.
  if (appToken !== null) return { ...common, connection: { by: 'socket', appToken } };
  if (signingSecret === null)
    throw wrongSettings([
      `  SLACK_SIGNING_SECRET: missing beside SLACK_BOT_TOKEN. ${VARIABLES.SLACK_SIGNING_SECRET.about}`,
    ]);
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

function matrixFrom(given: MatrixVariables): MatrixSettings | null {
  const { MATRIX_HOMESERVER: homeserver, MATRIX_USER: user, MATRIX_PASSWORD: password } = given;
  const { MATRIX_TOKEN: token } = given;
  if (homeserver === null) {
    if (user === null && token === null) return null;
    throw wrongSettings([`  MATRIX_HOMESERVER: missing. ${VARIABLES.MATRIX_HOMESERVER.about}`]);
  }
  if (token === null && user === null)
    throw wrongSettings([`  MATRIX_USER: missing beside MATRIX_HOMESERVER. ${VARIABLES.MATRIX_USER.about}`]);
  if (token === null && password === null)
    throw wrongSettings([
      `  MATRIX_PASSWORD: missing beside MATRIX_USER, or MATRIX_TOKEN. ${VARIABLES.MATRIX_PASSWORD.about}`,
    ]);
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
