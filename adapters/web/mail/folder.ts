/** Letters as files, in the place of a mail server: to look at them, or to try everything and send nothing. */
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { createTransport } from 'nodemailer';
import { MailError } from '../../../src/chat/letter.ts';
import { type SmtpSettings, smtp, type Transport } from './transport.ts';

/** `file:letters` or `file:///var/letters`: the folder; null for a server. */
const folderIn = (url: string): string | null =>
  url.startsWith('file:') ? resolve(url.slice('file:'.length).replace(/^\/\/(?=\/)/u, '')) : null;

export function transportOf(settings: SmtpSettings): Transport {
  const dir = folderIn(settings.url);
  return dir === null ? smtp(settings) : toFolder(dir);
}

/** One `.eml` a letter, named after it: the same one sent again takes its own place. */
export function toFolder(dir: string): Transport {
  const writer = createTransport({
    streamTransport: true,
    buffer: true,
    newline: 'windows',
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const made = () => mkdir(dir, { recursive: true, mode: 0o700 });
  return {
    async send(mail) {
      try {
        const { message, messageId } = await writer.sendMail(mail);
        const path = join(dir, `${nameOf(messageId)}.eml`);
        await made();
        await writeFile(`${path}.part`, message as Buffer, { mode: 0o600 });
        await rename(`${path}.part`, path);
        return path;
      } catch (error) {
        throw folderError(error);
      }
    },
    async verify() {
      try {
        await made();
      } catch (error) {
        throw folderError(error);
      }
    },
    close() {},
  };
}

const nameOf = (messageId: string): string =>
  (/^<?([^@>]*)/u.exec(messageId)?.[1] ?? '').replace(/[^\w-]/gu, '_').slice(0, 100) || 'letter';

const folderError = (error: unknown): MailError =>
  new MailError((error as NodeJS.ErrnoException).code ?? 'EFOLDER', { transient: true, scope: 'server' });
