/** Personal, provisional until a council approves it, official; and a holder with a substitute. */
import { expect, test } from 'vitest';
import { type Journey, journeys } from './harness.ts';
import { WINDHAVEN } from './stage.ts';
import { quiet } from './story.ts';

const standingsOf = (at: Journey) =>
  at.stage.read(async (tx) =>
    (await tx.proposals.of(at.stage.consultation.id)).map(({ number, standing }) => [number, standing]),
  );

const DAY = 86_400_000;
const closing = (at: Journey) =>
  at.stage.read(
    async (tx) => (await tx.rounds.byKey(at.stage.consultation.id, at.stage.world.round))!.closesAt,
  );

journeys('standing, on an island', { world: WINDHAVEN, stories: 3 }, (at) => {
  test('provisional by the content: asked once, told before the close, approved', async () => {
    for (const _ of [1, 2]) at.stage.summon('Joy');
    const told = await at.story(`
      Joy: yes
      Bot: 1/4:
      Joy: solar panels on every school roof
      Bot: Noted, {a} … – provisional, to be approved by the island council. … 2/4:
      Joy: a night bus to the harbour
      Bot: Noted, {b} … 3/4:
      Joy: pass
      Bot: 4/4:
      Joy: pass
      Bot: That's everything, thank you! … do your proposals commit your organisation? 1. not yet, they are provisional (to be approved by the island council); 2. yes, they are official; 3. no, they are yours alone. [Provisional] [Official] [Mine alone]
      Joy: provisional
      Bot: Noted, provisional. “approve P-0042” or “official” when the day comes
      Joy: my proposals
      Bot: {a} … provisional, to be approved by the island council … {b}
      Joy: approve {a}
      Bot: Noted: {a} is official.
      Joy: {b} refused
      Bot: {b} is withdrawn.
      Joy: restore {b}
      Bot: {b} is back.
    `);
    const soon = (await closing(at)) - 3 * DAY;
    // A working hour of the week before the close.
    for (let day = -2; day < 2; day++) {
      at.stage.clock.leap(Math.floor((soon + day * DAY) / DAY) * DAY + 13 * 3_600_000);
      await at.stage.bot.tick();
      await quiet(at.stage);
    }
    await at.story(
      `
      Joy: official
      Bot: Noted: {b} is official.
      Joy: official
      Bot: None of your proposals is provisional: nothing to approve.
      Joy: standing mine
      Bot: Noted: your proposals are yours alone.
    `,
      told,
    );
    const texts = at.stage.platform.texts(told.users.Joy!);
    expect(texts.filter((text) => text.includes('is still provisional'))).toHaveLength(1);
    expect(await standingsOf(at)).toEqual([
      [1, 'personal'],
      [2, 'personal'],
    ]);
  });
});

journeys('portée', { stories: 1 }, (at) => {
  test('changed at any time, in French; two colleagues who disagree are both kept', async () => {
    await at.stage.enrol([
      {
        name: 'Paul Martin',
        lang: 'fr',
        addresses: [{ platform: 'memory', workspace: 'main', userId: 'paul-1' }],
        roles: [],
        partner: { organisation: 'Organisation Claire 1', college: 'partenaires' },
      },
    ]);
    await at.story(`
      Claire: oui
      Bot: 1/6 :
      Claire: une avance de trésorerie en attendant les subventions
      Bot: Noté, {a} … 2/6 :
      Claire: portée provisoire
      Bot: C'est noté, provisoires.
      Claire: {a}
      Bot: {a} : … provisoire, à valider
      Claire: valider {a}
      Bot: C'est noté : {a} est officielle.
      Claire: portée
      Bot: vos propositions engagent-elles votre structure ?
      Claire: en mon nom
      Bot: C'est noté : vos propositions n'engagent que vous.
      Rachida: ajouter Paul Martin, Organisation Claire 1, partenaires, memory:paul-1
      Bot: Paul Martin est invité·e
      Bot → Paul: Bonjour Paul
      Paul: oui
      Bot: 1/6 :
      Paul: surtout pas d'avance de trésorerie, cela ne sert à rien
      Bot: Noté, {b}
      Rachida: propositions
      Bot: {a}, … {b}, « surtout pas
      Rachida: statut
      Bot: 6 personnes invitées … 2 ont répondu … 5 structures, 1 entendue
    `);
  });
});

journeys('a holder and a substitute', { stories: 1, open: false }, (at) => {
  test('both are invited; one voice is enough: the other is not reminded, but told, and they are one organisation', async () => {
    const { platform, clock, bot } = at.stage;
    const tick = async () => {
      await bot.tick();
      await quiet(at.stage);
    };
    await at.stage.enrol([
      {
        name: 'Paul Martin',
        lang: 'fr',
        addresses: [{ platform: 'memory', workspace: 'main', userId: 'paul-1' }],
        roles: [],
        partner: {
          organisation: 'Organisation Claire 1',
          college: 'partenaires',
          place: { substitute: true },
        },
      },
    ]);
    await at.story(`
      Rachida: ouvrir plan-actions
      Bot: 6 personnes invitées … On envoie ?
      Rachida: oui
      Bot: 6 invitations
      Bot → Paul: Bonjour Paul
    `);
    await at.story(`
      Claire: oui
      Bot: 1/6 :
      Claire: une avance de trésorerie en attendant les subventions
      Bot: Noté, {a} … 2/6 :
    `);
    clock.leap(Date.UTC(2015, 2, 10, 9));
    await at.story(`
      Rachida: relancer
      Bot: « plan-actions » : 4 personnes à relancer.
      Rachida: oui
      Bot: C'est noté : 4 relances
    `);
    await tick();
    expect(platform.texts('paul-1')).toHaveLength(1);
    expect(platform.texts('omar-1')).toHaveLength(2);
    for (let n = 2; n <= 6; n++) platform.say('claire-1', 'passe');
    await quiet(at.stage);
    for (const _ of [1, 2, 3]) await tick();
    const [, told, ...more] = platform.texts('paul-1');
    expect(told).toMatch(/Claire 1[\s\S]*Organisation Claire 1/u);
    expect(more).toEqual([]);
    await at.story(`
      Rachida: statut
      Bot: 6 personnes invitées … 1 a répondu … 5 structures, 1 entendue
    `);
    await at.story(
      `
      Paul: oui
      Bot: 1/6 :
      Paul: un comptable partagé entre nos associations
      Bot: Noté, {b}
      Rachida: statut
      Bot: 6 personnes invitées … 2 ont répondu … 5 structures, 1 entendue
    `,
      { refs: {}, users: { Paul: 'paul-1' } },
    );
  });
});
