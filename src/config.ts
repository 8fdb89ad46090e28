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
    throw new Error(`Wrong settings in the environment:\n${wrong.join('\n')}`);
  }
  const { DATABASE_URL, DATA_DIR, CONSULTATION, INTERFACE_LANG, LOG_LEVEL } = found.data;
  const { HOST, PORT, PUBLIC_URL, WEB_SECRET } = found.data;
  return {
    databaseUrl: DATABASE_URL,
    dataDir: DATA_DIR,
    consultation: CONSULTATION,
    lang: INTERFACE_LANG,
    logLevel: LOG_LEVEL,
    web: { host: HOST, port: PORT, publicUrl: PUBLIC_URL?.replace(/\/$/u, '') ?? null, secret: WEB_SECRET },
  };
}

/** The text of `.env.example`. */
export function envExample(): string {
  const entries = Object.entries(VARIABLES).map(
    ([name, { about, example }]) => `# ${about}\n${name}=${example}\n`,
  );
  return `# Every setting is optional. Copy to .env, or give them to the process.\n\n${entries.join('\n')}`;
}
