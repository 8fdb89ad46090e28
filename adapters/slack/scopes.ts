/** What the bot must be allowed, as `manifest.yaml` asks for it. */
export const SCOPES = [
  'channels:history',
  'channels:read',
  'chat:write',
  'commands',
  'files:read',
  'files:write',
  'groups:history',
  'groups:read',
  'im:history',
  'im:write',
  'pins:write',
  'reactions:read',
  'reactions:write',
  'users:read',
  'users:read.email',
] as const;

/** Those that were not granted. */
export const missingOf = (granted: readonly string[]): readonly string[] =>
  SCOPES.filter((scope) => !granted.includes(scope));
