/** The few words that are Slack's alone, in the language of who reads them. */
import { setTimeout as pause } from 'node:timers/promises';
import type { Asker, Surfaces } from '../../src/chat/surface.ts';
import { bounded } from './bounded.ts';
import { PHRASES, type SlackPhrases } from './locales.ts';

/** Milliseconds: some of what is said here says that the database does not answer. */
const PATIENCE = 400;
const MOST = 5_000;

export interface Readers {
  /** Never rejects. */
  phrasesFor(asker: Asker): Promise<SlackPhrases>;
  /** They were shown something in that language. */
  shown(asker: Asker, lang: string): void;
}

type Lang = keyof typeof PHRASES;

/** `otherwise`: for people nobody knows. */
export function createReaders(surfaces: Pick<Surfaces, 'lang'>, otherwise: Lang): Readers {
  const known = bounded<string>(MOST);
  const nameOf = ({ workspace, userId }: Asker) => `${workspace} ${userId}`;
  const isOurs = (lang: string): lang is Lang => Object.hasOwn(PHRASES, lang);
  return {
    async phrasesFor(asker) {
      const late = new AbortController();
      const asked = surfaces.lang(asker).catch(() => null);
      const soon = pause(PATIENCE, null, { signal: late.signal }).catch(() => null);
      const found = await Promise.race([asked, soon]);
      late.abort();
      if (found !== null) known.set(nameOf(asker), found);
      const lang = found ?? known.get(nameOf(asker)) ?? otherwise;
      return PHRASES[isOurs(lang) ? lang : otherwise];
    },
    shown(asker, lang) {
      known.set(nameOf(asker), lang);
    },
  };
}
