/** What one process keeps for another in the store, which may read none of it. */
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

export interface Seal {
  close(text: string): string;
  /** null for what was not closed with that secret. */
  open(sealed: string): string | null;
}

const ALGORITHM = 'aes-256-gcm';
const NONCE = 12;
const TAG = 16;

/** `secret` is one that every process of the bot has. */
export function sealOf(secret: string): Seal {
  const key = Buffer.from(hkdfSync('sha256', secret, '', 'tour-de-table/aside', 32));
  return {
    close(text) {
      const nonce = randomBytes(NONCE);
      const cipher = createCipheriv(ALGORITHM, key, nonce);
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64url');
    },
    open(sealed) {
      const whole = Buffer.from(sealed, 'base64url');
      if (whole.length < NONCE + TAG) return null;
      try {
        const decipher = createDecipheriv(ALGORITHM, key, whole.subarray(0, NONCE));
        decipher.setAuthTag(whole.subarray(NONCE, NONCE + TAG));
        return decipher.update(whole.subarray(NONCE + TAG)).toString('utf8') + decipher.final('utf8');
      } catch {
        return null;
      }
    },
  };
}
