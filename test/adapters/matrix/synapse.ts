/** A real Synapse, on a free loopback port; it ends with the process that started it. */
import { type ChildProcess, spawn } from 'node:child_process';
import { createHmac, randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../../free-port.ts';
import { environment } from './python.ts';

const HERE = import.meta.dirname;
export const SERVER_NAME = 'tour.test';
/** As homeserver.yaml says. */
const SHARED_SECRET = 'of the tests';
/** Milliseconds. */
const STARTING = 60_000;
const STOPPING = 5_000;

export interface Account {
  readonly userId: string;
  readonly name: string;
  readonly password: string;
}

export interface Synapse {
  /** `http://127.0.0.1:43210` */
  readonly url: string;
  stop(): Promise<void>;
}

export async function startSynapse(): Promise<Synapse> {
  const python = await environment();
  const dir = mkdtempSync(join(tmpdir(), 'tour-synapse-'));
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const seed = randomBytes(32).toString('base64').replace(/=+$/u, '');
  writeFileSync(join(dir, 'signing.key'), `ed25519 a_1 ${seed}\n`);
  const server = await serve(python, dir, port).catch((error: unknown) => {
    rmSync(dir, { recursive: true, force: true });
    throw error;
  });
  return {
    url,
    async stop() {
      await end(server);
      rmSync(dir, { recursive: true, force: true });
    },
  };
}

async function serve(python: string, dir: string, port: number): Promise<ChildProcess> {
  const log = join(dir, 'synapse.log');
  // JSON is YAML.
  const written = (name: string, content: unknown) => {
    writeFileSync(join(dir, name), JSON.stringify(content));
    return join(dir, name);
  };
  const own = written('own.yaml', {
    public_baseurl: `http://127.0.0.1:${port}/`,
    pid_file: join(dir, 'synapse.pid'),
    listeners: [
      {
        port,
        type: 'http',
        tls: false,
        bind_addresses: ['127.0.0.1'],
        resources: [{ names: ['client'], compress: false }],
      },
    ],
    database: { name: 'sqlite3', args: { database: join(dir, 'synapse.db') } },
    media_store_path: join(dir, 'media'),
    signing_key_path: join(dir, 'signing.key'),
    log_config: written('log.yaml', {
      version: 1,
      formatters: { plain: { format: '%(asctime)s %(levelname)s %(name)s %(message)s' } },
      handlers: { file: { class: 'logging.FileHandler', filename: log, formatter: 'plain' } },
      root: { level: 'WARNING', handlers: ['file'] },
      disable_existing_loggers: false,
    }),
  });
  const config = ['-c', join(HERE, 'homeserver.yaml'), '-c', own];
  const running = spawn(python, [join(HERE, 'serve.py'), ...config], {
    cwd: dir,
    stdio: ['pipe', 'ignore', 'pipe'],
  });
  let said = '';
  running.stderr!.on('data', (piece: Buffer) => {
    said = `${said}${piece}`.slice(-4_000);
  });
  const deadline = Date.now() + STARTING;
  while (!(await answers(port))) {
    if (running.exitCode === null && Date.now() < deadline) continue;
    running.kill('SIGKILL');
    throw new Error(`Synapse did not start: ${said}\n${tail(log)}`);
  }
  return running;
}

function tail(file: string): string {
  try {
    return readFileSync(file, 'utf8').slice(-2_000);
  } catch {
    return '';
  }
}

async function answers(port: number): Promise<boolean> {
  try {
    const response = await fetch(`http://127.0.0.1:${port}/health`, { signal: AbortSignal.timeout(1_000) });
    return response.ok;
  } catch {
    await new Promise((resolve) => setTimeout(resolve, 50));
    return false;
  }
}

async function end(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return;
  const gone = new Promise((resolve) => server.once('exit', resolve));
  // It takes its time over goodbyes that nobody waits for.
  const timer = setTimeout(() => server.kill('SIGKILL'), STOPPING);
  server.stdin!.end();
  await gone;
  clearTimeout(timer);
}

/** Somebody new, through the admin API, by the shared secret. */
export async function register(url: string, name: string, admin: boolean): Promise<Account> {
  const address = `${url}/_synapse/admin/v1/register`;
  const { nonce } = (await (await fetch(address)).json()) as { nonce: string };
  const password = `of ${name}`;
  const signed = [nonce, name, password, admin ? 'admin' : 'notadmin'].join('\0');
  const mac = createHmac('sha1', SHARED_SECRET).update(signed).digest('hex');
  const response = await fetch(address, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ nonce, username: name, password, admin, mac, inhibit_login: true }),
  });
  const told = (await response.json()) as { user_id?: string; errcode?: string };
  if (told.user_id === undefined) throw new Error(`Synapse does not register ${name}: ${told.errcode}`);
  return { userId: told.user_id, name, password };
}
