/** Every variable of the environment: what it may be, and what is said of it. */
import { z } from 'zod';

const optional = z
  .string()
  .trim()
  .transform((text) => (text === '' ? null : text))
  .nullable()
  .default(null);

export const VARIABLES = {
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
        url === null ||
        /^file:\S|^smtps?:\/\/(?:[^\s@/]+@)?(?:[\w.-]+|\[[\da-f:]+\])(?::\d{1,5})?\/?$/iu.test(url),
      'expected smtp://user:password@host:587 or smtps://user:password@host:465, with special characters as %40',
    ),
    about:
      'The mail server, for people on the page who have an e-mail address: smtp://user:password@host:587 (STARTTLS) or smtps://…:465. file:letters writes them to that folder instead, to look at them. Empty: no e-mail is sent. "npx tour mail test ADDRESS" tries it.',
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
