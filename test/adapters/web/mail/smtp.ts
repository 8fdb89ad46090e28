/** A real mail server on this machine, that can be made to misbehave. */
import type { Server } from 'node:net';
import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer } from 'smtp-server';

/** What it does with one letter, in place of taking it. */
export type Trouble = 'later' | 'refused' | 'dropped' | 'silent' | 'down';

export interface Taken {
  readonly to: string;
  /** As it came. */
  readonly source: string;
  readonly mail: Email;
}

export interface MailServer {
  readonly url: string;
  /** Letters it took, as they came. */
  readonly taken: readonly Taken[];
  /** How many letters were begun. */
  readonly tries: number;
  /** Most connections at the same time. */
  readonly most: number;
  to(email: string): readonly Taken[];
  /** What becomes of the next letters, by recipient; each trouble once, then the letter is taken. */
  trouble(email: string, ...troubles: readonly Trouble[]): void;
  /** Always, until `well`. */
  ill(trouble: Trouble): void;
  well(): void;
  close(): Promise<void>;
}

const refusal = (responseCode: number): Error =>
  Object.assign(new Error('not today, says the server about somebody@example.org'), { responseCode });

export async function mailServer(
  options: { readonly auth?: { user: string; pass: string } } = {},
): Promise<MailServer> {
  const taken: Taken[] = [];
  const planned = new Map<string, Trouble[]>();
  let ill: Trouble | null = null;
  let tries = 0;
  let most = 0;
  const server = new SMTPServer({
    authOptional: options.auth === undefined,
    disabledCommands: options.auth === undefined ? ['AUTH', 'STARTTLS'] : ['STARTTLS'],
    allowInsecureAuth: true,
    logger: false,
    onConnect(_session, done) {
      most = Math.max(most, server.connections.size);
      if (ill === 'down') return done(refusal(421));
      done();
    },
    onAuth(given, _session, done) {
      const right = given.username === options.auth?.user && given.password === options.auth?.pass;
      if (right) done(null, { user: 'bot' });
      else done(Object.assign(new Error('no'), { responseCode: 535 }));
    },
    onRcptTo({ address }, _session, done) {
      tries += 1;
      const trouble = ill ?? planned.get(address)?.[0] ?? null;
      if (trouble === 'later' || trouble === 'refused') {
        planned.get(address)?.shift();
        return done(refusal(trouble === 'later' ? 451 : 550));
      }
      done();
    },
    onData(stream, session, done) {
      const to = session.envelope.rcptTo[0]!.address;
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const source = Buffer.concat(chunks).toString('utf8');
        const trouble = ill ?? planned.get(to)?.shift() ?? null;
        if (trouble === 'silent') return;
        void PostalMime.parse(source).then((mail) => {
          taken.push({ to, source, mail });
          // Taken, and the answer is lost on the way.
          if (trouble === 'dropped') for (const one of server.connections) one.close();
          else done();
        });
      });
    },
  });
  server.on('error', () => {});
  const listening: Server = await new Promise((resolve) => {
    const made: Server = server.listen(0, '127.0.0.1', () => resolve(made));
  });
  const { port } = listening.address() as { port: number };
  return {
    url: `smtp://127.0.0.1:${port}`,
    taken,
    get tries() {
      return tries;
    },
    get most() {
      return most;
    },
    to: (email) => taken.filter((one) => one.to === email),
    trouble: (email, ...troubles) => void planned.set(email, [...troubles]),
    ill: (trouble) => {
      ill = trouble;
    },
    well: () => {
      ill = null;
      planned.clear();
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const one of server.connections) one.close();
      }),
  };
}

/** The header of a letter, by its small name. */
export const header = ({ mail }: Taken, name: string): string | null =>
  mail.headers.find(({ key }) => key === name)?.value ?? null;

export const linkIn = ({ mail }: Taken): string => /https?:\/\/\S+\/t\/\S+/u.exec(mail.text ?? '')![0];
export const stopIn = ({ mail }: Taken): string => /https?:\/\/\S+\/u\/\S+/u.exec(mail.text ?? '')![0];

/** With plain spaces, as people would write it. */
export const plainly = (text: string | undefined): string => (text ?? '').replace(/[\u00a0\u202f]/gu, ' ');
