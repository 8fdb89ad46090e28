import type { AddressInfo } from 'node:net';
import { connect, createServer, type Socket } from 'node:net';

export interface DatabaseProxy {
  /** The database's address, through the proxy. */
  readonly url: string;
  /** Ends every connection, and refuses new ones until `mend`. */
  cut(): void;
  mend(): void;
  /** Holds back what the database says until `flow`. */
  hold(): void;
  flow(): void;
  close(): Promise<void>;
}

/** A TCP proxy before a PostgreSQL server, on loopback. */
export async function proxyTo(databaseUrl: string): Promise<DatabaseProxy> {
  const url = new URL(databaseUrl);
  const target = { host: url.hostname, port: Number(url.port || 5432) };
  const pairs = new Map<Socket, Socket>();
  let refusing = false;
  let holding = false;
  const server = createServer((inside) => {
    if (refusing) return inside.destroy();
    const outside = connect(target);
    pairs.set(inside, outside);
    if (holding) outside.pause();
    inside.on('data', (data) => outside.write(data));
    outside.on('data', (data) => inside.write(data));
    for (const [one, other] of [
      [inside, outside],
      [outside, inside],
    ] as const) {
      one.on('error', () => other.destroy());
      one.on('close', () => {
        other.destroy();
        pairs.delete(inside);
      });
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url.hostname = '127.0.0.1';
  url.port = String((server.address() as AddressInfo).port);
  return {
    url: url.href,
    cut() {
      refusing = true;
      for (const inside of pairs.keys()) inside.resetAndDestroy();
    },
    mend() {
      refusing = false;
    },
    hold() {
      holding = true;
      for (const outside of pairs.values()) outside.pause();
    },
    flow() {
      holding = false;
      for (const outside of pairs.values()) outside.resume();
    },
    close() {
      for (const inside of pairs.keys()) inside.destroy();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}
