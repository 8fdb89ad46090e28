/** SMTP: a bounded pool of connections to one server, encrypted unless it is this machine. */
import { createTransport, type SendMailOptions } from 'nodemailer';
import { MailError } from '../../../src/chat/letter.ts';

export interface SmtpSettings {
  /** `smtp://user:password@host:587` (STARTTLS) or `smtps://…:465`. */
  readonly url: string;
  /** Whether letters and passwords may cross a network unencrypted. */
  readonly withoutTls: boolean;
}

export interface Transport {
  /** The server's last line. Throws MailError. */
  send(mail: SendMailOptions): Promise<string>;
  /** Reaches the server, encrypted as it should be, and is let in. Throws MailError. */
  verify(): Promise<void>;
  /** Letters on their way are given up: nobody knows whether the server has them. */
  close(): void;
}

/** ms. The whole of one letter; single waits are shorter. */
const PATIENCE = { connection: 10_000, greeting: 10_000, silence: 20_000, letter: 45_000 } as const;
const CONNECTIONS = 3;

export const isLoopback = (host: string): boolean =>
  host === 'localhost' || host === '::1' || host === '[::1]' || /^127\.\d+\.\d+\.\d+$/u.test(host);

export function smtp(
  { url, withoutTls }: SmtpSettings,
  patience: Record<keyof typeof PATIENCE, number> = PATIENCE,
): Transport {
  const { protocol, hostname, port, username, password } = new URL(url);
  const secure = protocol === 'smtps:';
  const near = isLoopback(hostname);
  const pool = createTransport({
    pool: true,
    host: hostname.replace(/^\[|\]$/gu, ''),
    port: port === '' ? (secure ? 465 : 587) : Number(port),
    secure,
    requireTLS: !secure && !near && !withoutTls,
    // A relay on this machine often has a certificate of nobody.
    ignoreTLS: near,
    tls: { minVersion: 'TLSv1.2' },
    ...(username === ''
      ? {}
      : { auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) } }),
    maxConnections: CONNECTIONS,
    maxMessages: 100,
    maxRequeues: 1,
    connectionTimeout: patience.connection,
    dnsTimeout: patience.connection,
    greetingTimeout: patience.greeting,
    socketTimeout: patience.silence,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const ending = new AbortController();
  return {
    async send(mail) {
      try {
        const signal = AbortSignal.any([AbortSignal.timeout(patience.letter), ending.signal]);
        const info = await pool.sendMail({ ...mail, signal });
        return info.response;
      } catch (error) {
        throw mailError(error);
      }
    },
    async verify() {
      try {
        await pool.verify();
      } catch (error) {
        throw mailError(error);
      }
    },
    close() {
      ending.abort();
      pool.close();
    },
  };
}

interface SmtpFault {
  readonly code?: string;
  readonly originalCode?: string;
  readonly command?: string;
  readonly responseCode?: number;
  readonly response?: string;
}

/** What concerns every letter: how to reach the server, to be let in, and to be accepted as sender. */
const OF_SERVER = /^(?:EDNS|ETLS|EAUTH|ENOAUTH|EOAUTH2|EPROXY|ECONFIG|EREQUIRETLS)$/u;
/** Refused there, no other letter would do better. */
const BEFORE_LETTER = /^(?:CONN|LHLO|EHLO|HELO|STARTTLS|RSET|MAIL FROM)$|^AUTH/u;
/** Node's and OpenSSL's names for a certificate that is nobody's, of another name, or out of date. */
const DISTRUSTED = /CERT|SELF_SIGNED|UNABLE_TO_(?:GET|VERIFY)|^ERR_(?:TLS|SSL)/u;
const UNREACHED = /^(?:ECONNREFUSED|EHOSTUNREACH|ENETUNREACH|ENOTFOUND|EAI_AGAIN)$/u;

export function mailError(error: unknown): MailError {
  const { code = 'EUNKNOWN', originalCode, command = '', responseCode, response } = error as SmtpFault;
  const label = responseCode === undefined ? (originalCode ?? code) : `${code}:${responseCode}`;
  const said = response === undefined ? {} : { response };
  const refused = responseCode !== undefined;
  const ofServer =
    OF_SERVER.test(code) ||
    UNREACHED.test(originalCode ?? code) ||
    DISTRUSTED.test(originalCode ?? '') ||
    responseCode === 421 ||
    (refused && BEFORE_LETTER.test(command));
  if (ofServer) return new MailError(label, { transient: true, scope: 'server', ...said });
  if (responseCode !== undefined && responseCode >= 400)
    return new MailError(label, { transient: responseCode < 500, scope: 'letter', ...said });
  const refusedHere = code === 'EENVELOPE' || code === 'EMESSAGE';
  return refusedHere
    ? new MailError(label, { transient: false, scope: 'letter', ...said })
    : new MailError(label, { transient: true, scope: 'unknown', ...said });
}
