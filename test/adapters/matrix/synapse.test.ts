import { beforeAll, describe, expect, test } from 'vitest';
import { hasPython } from './python.ts';
import { type SharedSynapse, sharedSynapse } from './shared.ts';
import { SERVER_NAME } from './synapse.ts';

describe.skipIf(!hasPython)('the Synapse of the tests', () => {
  let synapse: SharedSynapse;
  beforeAll(async () => {
    synapse = await sharedSynapse();
  }, 10 * 60_000);

  const login = async (name: string, password: string) => {
    const response = await fetch(`${synapse.url}/_matrix/client/v3/login`, {
      method: 'POST',
      body: JSON.stringify({
        type: 'm.login.password',
        identifier: { type: 'm.id.user', user: name },
        password,
      }),
    });
    return (await response.json()) as { user_id?: string; errcode?: string };
  };

  test('takes people it is told of, and nobody who comes by themselves', async () => {
    const claire = await synapse.register();
    expect(claire.userId).toBe(`@${claire.name}:${SERVER_NAME}`);
    expect(await login(claire.name, claire.password)).toMatchObject({ user_id: claire.userId });
    expect(await login(claire.name, 'autre')).toMatchObject({ errcode: 'M_FORBIDDEN' });
    const response = await fetch(`${synapse.url}/_matrix/client/v3/register`, { method: 'POST', body: '{}' });
    expect(response.status).toBe(401);
  });

  test('is the same for every file that asks for it', async () => {
    expect((await sharedSynapse()).url).toBe(synapse.url);
  });
});
