import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hasPython } from './python.ts';
import { SERVER_NAME, type Synapse, startSynapse } from './synapse.ts';

describe.skipIf(!hasPython)('the Synapse of the tests', () => {
  let synapse: Synapse;
  beforeAll(async () => {
    synapse = await startSynapse();
  }, 10 * 60_000);
  afterAll(() => synapse?.stop());

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
    const claire = await synapse.register('claire');
    expect(claire.userId).toBe(`@claire:${SERVER_NAME}`);
    expect(await login('claire', claire.password)).toMatchObject({ user_id: claire.userId });
    expect(await login('claire', 'autre')).toMatchObject({ errcode: 'M_FORBIDDEN' });
    const response = await fetch(`${synapse.url}/_matrix/client/v3/register`, { method: 'POST', body: '{}' });
    expect(response.status).toBe(401);
  });

  test('keeps what it has over a restart, and takes other limits', async () => {
    const marc = await synapse.register();
    await synapse.restart({ rc_login: { account: { per_second: 0.001, burst_count: 1 } } });
    expect(await login(marc.name, marc.password)).toMatchObject({ user_id: marc.userId });
    expect(await login(marc.name, marc.password)).toMatchObject({ errcode: 'M_LIMIT_EXCEEDED' });
  });
});
