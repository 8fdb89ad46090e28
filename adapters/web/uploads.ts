/** Files on their way from the page to the bot: held until the event that brings them is stored. */
import type { Inbound } from '../../src/chat/inbound.ts';
import type { UploadedFile } from './http/multipart.ts';

type Told = Extract<Inbound, { type: 'message' }>['files'];

export interface Uploads {
  during<T>(files: readonly UploadedFile[], deliver: (told: Told) => Promise<T>): Promise<T>;
  /** null once the event is stored, or never was. */
  content(ref: string): Uint8Array | null;
}

export function createUploads(newId: () => string): Uploads {
  const held = new Map<string, Uint8Array>();
  return {
    async during(files, deliver) {
      const told = files.map(({ name, type, data }) => {
        const ref = newId();
        held.set(ref, data);
        return { ref, name, type, bytes: data.length };
      });
      try {
        return await deliver(told);
      } finally {
        for (const { ref } of told) held.delete(ref);
      }
    },
    content: (ref) => held.get(ref) ?? null,
  };
}
