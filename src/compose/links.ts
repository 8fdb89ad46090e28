/** Personal links, as the page signs them. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { createAccess, LINK_LIFE, type Links } from '../../adapters/web/links.ts';
import { createSeal } from '../../adapters/web/seal.ts';
import { keptSecret } from '../../adapters/web/secret.ts';
import { PLATFORM as PAGE, WORKSPACE as PAGE_WORKSPACE } from '../../adapters/web/workspace.ts';
import type { Clock } from '../app/ports/edge.ts';
import type { Store } from '../app/ports/store.ts';
import type { BotParts } from '../bot/received.ts';
import type { PersonalLinks } from '../commands/context.ts';
import type { Settings } from '../config.ts';
import { inLang } from '../core/consultation/text.ts';
import { createGuests } from '../host/guests.ts';

export const linksOf = (
  { linkOf }: Pick<Links, 'linkOf'>,
  origin: string,
  { web }: Pick<Settings, 'web'>,
): PersonalLinks => ({
  origin,
  localOnly: web?.publicUrl === null && ['127.0.0.1', '::1', 'localhost'].includes(web.host),
  days: LINK_LIFE,
  sign: (who) => `${origin}${linkOf(who)}`,
});

/** A personal link said to the bot on another chat. */
export const linkReader =
  ({ read }: Pick<Links, 'read'>): NonNullable<BotParts['readLink']> =>
  (text) => {
    const found = read(text);
    return found === null || found === 'wrong' ? found : { ...found, expires: found.expires * 1000 };
  };

/** As the page signs them elsewhere. On a shared database, the secret of another host is not made up here. */
export function linksApart(
  settings: Pick<Settings, 'databaseUrl' | 'dataDir' | 'web'>,
  store: Store,
  clock: Clock,
): PersonalLinks | null {
  const { web, dataDir, databaseUrl } = settings;
  if (web === undefined) return null;
  const file = join(dataDir, 'web-secret');
  if (web.secret === null && databaseUrl !== null && !existsSync(file)) return null;
  const guests = createGuests({ store, platform: PAGE, workspace: PAGE_WORKSPACE, local: inLang });
  const seal = createSeal(web.secret ?? keptSecret(file));
  const { links } = createAccess({ seal, guests, now: () => clock.now() });
  const host = web.host.includes(':') ? `[${web.host}]` : web.host;
  return linksOf(links, web.publicUrl ?? `http://${host}:${web.port}`, settings);
}
