/** One address for several workspaces, as Slack's own: the token says which is asked. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { whole } from './gateway.ts';
import type { Workspace } from './workspace.ts';

export interface Switching {
  /** Ends in a slash. */
  readonly url: string;
  close(): void;
}

export async function switching(workspaces: readonly Workspace[]): Promise<Switching> {
  const server = createServer(async (request, response) => {
    const token = request.headers.authorization?.replace('Bearer ', '');
    const meant = workspaces.find(({ botToken, appToken }) => [botToken, appToken].includes(token ?? ''))!;
    const from = await fetch(new URL(request.url!, meant.gateway.url), {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': request.headers['content-type'] ?? '' },
      body: new Uint8Array(await whole(request)),
    });
    response.writeHead(from.status, { 'x-oauth-scopes': from.headers.get('x-oauth-scopes') ?? '' });
    response.end(await from.text());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/`,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
