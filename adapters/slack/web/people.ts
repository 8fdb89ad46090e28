/** Who people are to Slack: `users.info`, `users.lookupByEmail`. */
import { z } from 'zod';
import type { ChatPort, Profile } from '../../../src/chat/port.ts';
import { maybe } from '../inbound/shapes.ts';
import { refusalOf } from './errors.ts';
import type { Workspaces } from './workspaces.ts';

const User = z.object({
  id: z.string().min(1),
  team_id: maybe(z.string()),
  deleted: maybe(z.boolean()),
  is_bot: maybe(z.boolean()),
  /** Of another organisation, met in a shared channel. */
  is_stranger: maybe(z.boolean()),
  is_email_confirmed: maybe(z.boolean()),
  locale: maybe(z.string()),
  tz: maybe(z.string()),
  profile: maybe(z.object({ email: maybe(z.string()) })),
  /** In an organisation of several workspaces, `team_id` may be another one of them. */
  enterprise_user: maybe(z.object({ teams: maybe(z.array(z.string())) })),
});
type User = z.infer<typeof User>;

/** Whoever runs another workspace can give its people any e-mail: only one's own colleagues and guests are taken at it. */
const isOfHere = (user: User, workspace: string): boolean =>
  user.is_stranger !== true &&
  (user.team_id === workspace || (user.enterprise_user?.teams ?? []).includes(workspace));

const isPerson = (user: User): boolean => user.is_bot !== true && user.id !== 'USLACKBOT';

export function createDirectory(workspaces: Workspaces): Required<Pick<ChatPort, 'profile' | 'findByEmail'>> {
  return {
    async profile(workspace, userId): Promise<Profile | null> {
      const { ask } = await workspaces.callsIn(workspace);
      const found = await ask('users.info', null, (client) =>
        client.users.info({ user: userId, include_locale: true }).catch(nobody),
      );
      if (found === 'hidden') return { locale: null, zone: null, email: null, gone: false };
      const user = User.safeParse(found?.user).data;
      if (user === undefined || !isPerson(user)) return null;
      const trusted = isOfHere(user, workspace) && user.is_email_confirmed !== false;
      return {
        locale: user.locale ?? null,
        zone: user.tz ?? null,
        email: trusted ? (user.profile?.email ?? null) : null,
        gone: user.deleted === true,
      };
    },

    async findByEmail(email) {
      const found: { workspace: string; userId: string }[] = [];
      for (const { workspace } of await workspaces.met()) {
        const { ask } = await workspaces.callsIn(workspace);
        const answer = await ask('users.lookupByEmail', null, (client) =>
          client.users.lookupByEmail({ email }).catch(nobody),
        );
        if (answer === 'hidden') continue;
        const user = User.safeParse(answer?.user).data;
        if (user === undefined || !isPerson(user) || user.deleted === true || !isOfHere(user, workspace))
          continue;
        if (user.is_email_confirmed === false) continue;
        found.push({ workspace, userId: user.id });
      }
      return found;
    },
  };
}

/** Slack's word for nobody, and for somebody that a program of that workspace may not see. */
function nobody(error: unknown): null | 'hidden' {
  const word = refusalOf(error);
  if (word === 'users_not_found' || word === 'user_not_found') return null;
  if (word === 'user_not_visible') return 'hidden';
  throw error;
}
