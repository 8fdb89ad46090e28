/** To everybody at once in Slack: what can't be reached, what is limited, what is cancelled, what is asked for twice, and by whom. */
import { afterEach, describe, expect, test } from 'vitest';
import { storyDatabases } from '../../databases.ts';
import type { Call } from './faults.ts';
import { shownOf } from './house.ts';
import { openStage, type Stage } from './stage.ts';

const [database] = storyDatabases();
const OPENS = 'Envoyer maintenant';
const PATIENCE = { timeout: 40_000 };

describe('a fan-out in Slack', () => {
  let at: Stage;
  afterEach(() => at.close());

  const found = async (partners: number) => {
    at = await openStage(await database!.open(), { by: 'http', partners });
    return Promise.all(at.partners.map((one) => at.slack.direct(one)));
  };
  const open = async () => {
    await at.ask(at.facilitator, 'ouvrir plan-actions', 'On envoie ?');
    return at.ask(at.facilitator, 'oui', 'invitations');
  };
  const posted = (channel: string) => (call: Call) =>
    call.method === 'chat.postMessage' && call.channel === channel;
  const logged = (what: string) => at.lines.filter((line) => line.includes(what));
  const invitations = async (userId: string) =>
    (await at.slack.seen(userId)).filter(({ text }) => text.includes('On commence')).length;

  test('a conversation that is lost holds up nobody, and the team sees who was not reached', async () => {
    const [lost] = await found(4);
    at.slack.gateway.faults.plan({ kind: 'refused', error: 'channel_not_found' }, posted(lost!), 9);
    await open();
    for (const partner of at.partners.slice(1)) await at.next(partner, 'On commence');
    await expect.poll(() => logged('delivery.failed'), PATIENCE).toHaveLength(1);
    const told = shownOf(await at.ask(at.facilitator, 'statut', 'Une personne n’a pas pu être jointe'));
    expect(told).toMatch(/1 personne invitée, 0 jointe[\s\S]*Claire 1, Organisation 1/u);
    expect(logged('delivery.failed')).toHaveLength(1);
  });

  test('under a storm of refusals everybody is served, each once', async () => {
    const directs = await found(12);
    for (const one of directs)
      at.slack.gateway.faults.plan({ kind: 'limited', retryAfter: '1' }, posted(one), 3);
    await open();
    for (const partner of at.partners) await at.next(partner, 'On commence');
    for (const partner of at.partners) expect(await invitations(partner)).toBe(1);
  });

  test('a round that is cancelled while its invitations wait sends none of them', async () => {
    const directs = await found(3);
    for (const one of directs.slice(1))
      at.slack.gateway.faults.plan({ kind: 'limited', retryAfter: '1' }, posted(one), 9);
    await open();
    await at.next(at.partners[0]!, 'On commence');
    await expect.poll(() => logged('delivery.waits'), PATIENCE).toHaveLength(2);
    await at.ask(at.facilitator, 'annuler plan-actions', '2 envois en attente ne partiront pas');
    at.slack.gateway.faults.clear();
    at.clock.leap(at.clock.now() + 120_000);
    await at.bot.drain.sweep();
    await at.ask(at.partners[1]!, 'mes propositions', /./u);
    expect(await Promise.all(at.partners.map(invitations))).toEqual([1, 0, 0]);
  });

  test('a button pressed twice opens once; what is forged into one is refused to who may not', async () => {
    await found(2);
    const [claire, omar] = at.partners as [string, string];
    const asked = await at.ask(at.facilitator, 'ouvrir plan-actions', 'On envoie ?');
    await Promise.all([1, 2].map(() => at.slack.press(at.facilitator, asked.ref, OPENS)));
    await at.next(at.facilitator, 'invitations');
    await at.next(at.facilitator, 'n’est plus ouverte : rien n’a changé');
    await at.next(claire, 'On commence');
    await at.next(omar, 'On commence');
    expect(await invitations(claire)).toBe(1);
    await at.ask(claire, 'oui', '1/6');
    await at.ask(omar, 'oui', '1/6');
    const receipt = await at.ask(claire, 'Une halle pour les producteurs.', 'P-0001');
    const direct = await at.slack.direct(omar);
    const forged = [
      ...[
        'retirer P-0001',
        'P-0001',
        'corriger P-0001 : rien',
        'décider P-0001 retenue : moi',
        '{"round":1}',
        'oui',
      ],
      ...[
        'clore plan-actions : pour rien',
        'annuler plan-actions',
        'restitution',
        'fusionner P-0001 et P-0002',
      ],
    ];
    for (const value of forged) {
      const before = (await at.slack.seen(omar)).length;
      await at.slack.interact(omar, {
        type: 'block_actions',
        channel: { id: direct },
        container: { type: 'message', message_ts: receipt.ref, channel_id: direct },
        message: { ts: receipt.ref },
        actions: [{ type: 'button', action_id: 'choice-0', value, action_ts: `${Date.now() / 1000}` }],
      });
      const seen = () => at.slack.seen(omar);
      await expect.poll(async () => (await seen()).length, PATIENCE).toBeGreaterThan(before);
      const told = shownOf((await seen()).at(-1)!);
      expect(told, value).toMatch(
        /Je ne trouve pas cette proposition parmi les vôtres|1\/6 : Qu’est-ce qui vous manque/u,
      );
      expect(told, value).not.toContain('halle');
    }
    await at.ask(at.facilitator, 'statut', '« plan-actions » : ouvert jusqu’au');
    const rows = await at.bot.store.transaction((tx) => tx.proposals.of(at.consultation.id));
    expect(rows.filter(({ number }) => number === 1)).toMatchObject([{ state: 'submitted' }]);
    await at.ask(claire, 'mes propositions', /P-0001, « Une halle pour les producteurs\. »/u);
  });
});
