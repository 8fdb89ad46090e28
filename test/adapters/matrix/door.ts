/** One Synapse for all the files of a run, started when the first of them asks for it: starting one takes seconds. */
import { createServer } from 'node:http';
import { type Synapse, startSynapse } from './synapse.ts';

export interface SynapseDoor {
  /** Where a file asks for it. */
  readonly url: string;
  stop(): Promise<void>;
}

/** Of the process that runs the files. */
export async function openSynapseDoor(): Promise<SynapseDoor> {
  let started: Promise<Synapse> | null = null;
  const server = createServer(async (_request, response) => {
    started ??= startSynapse();
    try {
      response.end(JSON.stringify({ url: (await started).url }));
    } catch (error) {
      response.writeHead(500).end(String((error as Error).stack));
    }
  });
  // Making its environment, the first time, takes minutes.
  server.requestTimeout = 0;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // A run that ends before it began is not held open by it.
  server.unref();
  const { port } = server.address() as { port: number };
  return {
    url: `http://127.0.0.1:${port}`,
    async stop() {
      server.close();
      server.closeAllConnections();
      await started?.then(
        (synapse) => synapse.stop(),
        () => {},
      );
    },
  };
}
