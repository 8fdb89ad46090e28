/** A consultation in one Slack workspace: somebody who facilitates, and partners with accounts there. */
import type { Database } from '../../../src/store/database.ts';
import { type Founding, type House, openHouse, somebody } from './house.ts';

export interface Stage extends House {
  /** User ids. */
  readonly facilitator: string;
  readonly partners: readonly string[];
}

export async function openStage(
  database: Database,
  {
    by,
    partners: many,
    ...over
  }: { readonly by: 'http' | 'socket'; readonly partners: number } & Pick<
    Founding,
    'world' | 'instances' | 'patience'
  >,
): Promise<Stage> {
  let facilitator = '';
  let partners: readonly string[] = [];
  const house = await openHouse(database, {
    by,
    ...over,
    people: [many + 2],
    enrolled(content, [slack]) {
      facilitator = slack!.newcomer();
      partners = Array.from({ length: many }, () => slack!.newcomer());
      return [
        somebody('Rachida', slack!, facilitator, { roles: ['facilitator', 'staff'] }),
        ...partners.map((userId, index) =>
          somebody(`Claire ${index + 1}`, slack!, userId, {
            partner: {
              organisation: `Organisation ${index + 1}`,
              college: content.colleges[index % content.colleges.length]!.key,
            },
          }),
        ),
      ];
    },
  });
  return { ...house, facilitator, partners };
}

/** The round is open, and each partner is at the first question. */
export async function openAsked(...args: Parameters<typeof openStage>): Promise<Stage> {
  const at = await openStage(...args);
  await at.ask(at.facilitator, 'ouvrir plan-actions', 'On envoie ?');
  await at.ask(at.facilitator, 'oui', 'invitations');
  for (const partner of at.partners) {
    await at.next(partner, 'On commence');
    await at.ask(partner, 'oui', '1/6');
  }
  return at;
}
