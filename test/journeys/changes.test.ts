/** People edit and delete their messages; platforms deliver that late, twice or the other way round. */
import { describe, expect, test } from 'vitest';
import { journeys } from './harness.ts';
import { WINDHAVEN } from './stage.ts';
import { quiet } from './story.ts';

journeys('changes of a message', { stories: 20 }, (at) => {
  test('an edit follows: same reference, new text', () =>
    at.story(`
      Claire: oui
      Bot: 1/6 :
      Claire [as m]: des locaux moins chers à Roubaix
      Bot: Noté, {a}
      Claire [edit m]: des locaux moins chers à Tourcoing
      Bot: J'ai suivi votre modification : {a} est à jour.
      Claire: {a}
      Bot: {a} : « des locaux moins chers à Tourcoing » … Tourcoing … version 2
    `));

  test('an edit with more ideas adds, one with fewer withdraws', () =>
    at.story(`
      Claire: oui
      Bot: 1/6 :
      Claire [as m]: - des locaux moins chers à Roubaix↵- un fonds d'amorçage
      Bot: {a}, … {b}, … C'est bien ça ?
      Claire: oui
      Bot: 2/6 :
      Claire [edit m]: - des locaux moins chers à Roubaix↵- un fonds d'amorçage↵- un accompagnement comptable
      Bot: {a} et {b} sont à jour. J'y ai lu en plus {c}.
      Claire [edit m]: des locaux moins chers à Roubaix
      Bot: {a} est à jour. {b} et {c} sont retirées.
      Claire: mes propositions
      Bot: {a}, « des locaux moins chers à Roubaix » … {b}, … retirée … {c}, … retirée
    `));

  test('a deleted message withdraws what was read in it; an edit after that changes nothing', () =>
    at.story(`
      Claire: oui
      Bot: 1/6 :
      Claire [as m]: des locaux moins chers à Roubaix
      Bot: Noté, {a}
      Claire [delete m]:
      Bot: {a} est retirée.
      Claire [edit m]: des locaux moins chers partout
      Bot: —
      Claire: {a}
      Bot: {a} : « des locaux moins chers à Roubaix » … retirée · … version 1
    `));

  test('a change of a message that was no answer says nothing', () =>
    at.story(`
      Claire [as m]: oui
      Bot: 1/6 :
      Claire [edit m]: oui !
      Bot: —
      Claire [delete m]:
      Bot: —
      Claire: passe
      Bot: 2/6 :
    `));

  const { inject, answerOf } = {
    /** Delivers an event as the platform would, whatever came before. */
    inject: async (user: string, event: Record<string, unknown>) => {
      const { platform } = at.stage;
      await at.stage.bot.receive({
        platform: platform.name,
        workspace: 'main',
        from: { userId: user, automatic: false },
        place: { kind: 'direct', ref: platform.direct('main', user) },
        ...event,
        id: `x-${user}-${String(event.id)}`,
      });
      await quiet(at.stage);
    },
    answerOf: (user: string) => at.stage.platform.texts(user).at(-1)!,
  };

  describe('out of order', () => {
    const begun = `
      Omar: oui
      Bot: 1/6 :
    `;
    const message = (id: number, text: string, time: number) => ({
      id,
      type: 'message',
      message: 'm1',
      text,
      replyTo: null,
      files: [],
      at: time,
    });

    test('an edit before its original: the final text is read', async () => {
      const { users } = await at.story(begun);
      const user = users.Omar!;
      const now = at.stage.clock.now();
      await inject(user, {
        id: 1,
        type: 'edit',
        message: 'm1',
        text: 'un fonds d’amorçage à Croix',
        at: now + 2,
      });
      await inject(user, message(2, 'un fond damorsage', now + 1));
      expect(answerOf(user)).toMatch(/^Noté, P-\d+ \(.*Croix/u);
    });

    test('swapped edits: the latest by the platform’s time stands', async () => {
      const told = await at.story(begun);
      const user = told.users.Omar!;
      const now = at.stage.clock.now();
      await inject(user, message(1, 'un fonds', now + 1));
      await inject(user, { id: 3, type: 'edit', message: 'm1', text: 'un fonds à Croix', at: now + 3 });
      expect(answerOf(user)).toMatch(/est à jour/u);
      const before = at.stage.platform.texts(user).length;
      await inject(user, { id: 2, type: 'edit', message: 'm1', text: 'un fonds à Lille', at: now + 2 });
      expect(at.stage.platform.texts(user)).toHaveLength(before);
      await at.story('Omar: mes propositions\n Bot: « un fonds à Croix »', told);
    });

    test('deleted before it arrives: nothing is read, nothing is said', async () => {
      const told = await at.story(begun);
      const user = told.users.Omar!;
      const now = at.stage.clock.now();
      const before = at.stage.platform.texts(user).length;
      await inject(user, { id: 2, type: 'delete', message: 'm1', at: now + 2 });
      await inject(user, message(1, 'un fonds', now + 1));
      expect(at.stage.platform.texts(user)).toHaveLength(before);
      await at.story('Omar: mes propositions\n Bot: Vous n’avez pas encore fait de proposition.', told);
    });

    test('the same event four times: one proposal, one reply', async () => {
      const told = await at.story(begun);
      at.stage.platform.faults.copies = 4;
      await at.story('Omar: un fonds d’amorçage pour les associations\n Bot: Noté, {a} … 2/6 :', told);
    });

    test('a malformed event is laid aside, and the conversation goes on', async () => {
      const told = await at.story(begun);
      const user = told.users.Omar!;
      await inject(user, { id: 9, type: 'message', text: 42 });
      at.stage.platform.inject(null);
      at.stage.platform.inject({ hello: 'world' });
      await at.story('Omar: passe\n Bot: 2/6 :', told);
      const failed = await at.stage.read((tx) => tx.inbox.failed(10));
      expect(failed.map(({ type, error }) => [type, error])).toContainEqual(['malformed', 'malformed']);
    });
  });

  test('another program, and the bot itself, are not listened to', () =>
    at.story(`
      Lucie: oui
      Bot: 1/6 :
      Lucie [bot]: Rappel : réunion demain à 10 h
      Bot: —
      Lucie: passe
      Bot: 2/6 :
    `));

  test('a reaction changes nothing', async () => {
    const told = await at.story(`
      Lucie: oui
      Bot: 1/6 :
    `);
    const user = told.users.Lucie!;
    at.stage.platform.react(user, at.stage.platform.inbox(user).at(-1)!.ref, '👍');
    await at.story('Lucie: passe\n Bot: 2/6 :', told);
  });

  test('a stranger is told where to ask', async () => {
    const { platform } = at.stage;
    platform.say('nobody', 'bonjour, je voudrais participer');
    const reply = await platform.waitFor('nobody');
    expect(reply.text).toContain('je ne vous connais pas encore');
    await quiet(at.stage);
    expect(platform.texts('nobody')).toHaveLength(1);
  });
});

journeys('changes of a message, on an island', { world: WINDHAVEN, stories: 1 }, (at) => {
  test('an edit is followed, a deletion withdraws', () =>
    at.story(`
      Joy: yes
      Bot: 1/4:
      Joy [as m]: a loan for solar panels in Havenzicht
      Bot: {a}
      Joy [edit m]: a loan for solar panels in Zoutpan
      Bot: I've taken in your edit: {a} is up to date.
      Joy [delete m]:
      Bot: {a} is withdrawn.
    `));
});
