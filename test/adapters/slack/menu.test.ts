/** `/tour` alone, the shortcut that is everywhere, and those on a message. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { storyDatabases } from '../../databases.ts';
import { faultsOfMessage } from './block-kit.ts';
import { buttonsOf, type SlackMessage } from './rendered.ts';
import { takeShortcut } from './shortcuts.ts';
import { openStage, type Stage } from './stage.ts';

const [database] = storyDatabases();
const plainly = (text: string) => text.replace(/[\u00a0\u202f]/gu, ' ');

describe('what there is to do', () => {
  let at: Stage;
  let room = '';
  /** Before any round. */
  let first: string;
  beforeAll(async () => {
    at = await openStage(await database!.open(), { by: 'http', partners: 3 });
    first = await at.slack.command(at.facilitator, '');
    await at.ask(at.facilitator, 'ouvrir plan-actions', 'On envoie ?');
    await at.ask(at.facilitator, 'oui', 'invitations');
    for (const partner of at.partners) {
      await at.next(partner, 'On commence');
      await at.ask(partner, 'oui', '1/6');
    }
    const { channel } = await at.slack.as(at.facilitator).conversations.create({ name: 'ess' });
    room = channel!.id!;
  });
  afterAll(() => at.close());

  const menuOf = async (userId: string) => {
    const shown = JSON.parse(await at.slack.command(userId, '', { channel: room })) as SlackMessage & {
      response_type: string;
    };
    expect(shown.response_type).toBe('ephemeral');
    expect(faultsOfMessage(shown)).toEqual([]);
    return shown;
  };
  const pressIn = (userId: string, menu: SlackMessage, label: string) =>
    at.slack.interact(userId, {
      type: 'block_actions',
      channel: { id: room, name: 'ess' },
      container: { type: 'message', message_ts: '1.1', channel_id: room, is_ephemeral: true },
      response_url: `${at.slack.gateway.url}response/${room}/${userId}`,
      actions: [
        { ...buttonsOf(menu).find(({ text }) => text.text === label)!, action_ts: `${Date.now() / 1000}` },
      ],
    });

  const asideOf = (userId: string) => at.slack.asides(userId, room).at(-1)?.text ?? '';

  test('each sees what is theirs; what they press is answered there, to them alone, or in private', async () => {
    const [claire] = at.partners;
    const partners = await menuOf(claire!);
    expect(buttonsOf(partners).map(({ text }) => text.text)).toEqual([
      'Répondre',
      'Mes propositions',
      'Mes données',
      'Aide',
    ]);
    const team = await menuOf(at.facilitator);
    expect(buttonsOf(team).map(({ text }) => text.text)).toEqual([
      'Où en est-on ?',
      'Qui ne dit rien ?',
      'Doutes',
      'Saisir pour quelqu’un',
      'Ouvrir un tour',
      'Digest',
      'Décider',
      'Synthèse',
      'Aide',
    ]);
    // Nobody has answered yet: what leads nowhere is not offered.
    expect(buttonsOf(JSON.parse(first)).map(({ text }) => text.text)).toEqual([
      'Ouvrir un tour',
      'Doutes',
      'Aide',
    ]);
    await pressIn(claire!, partners, 'Répondre');
    await at.next(claire!, '1/6');
    // A question awaits words, which nobody else is to read: it is asked in private.
    await expect.poll(() => asideOf(claire!)).toContain('en message privé');
    await pressIn(at.facilitator, team, 'Où en est-on ?');
    await expect.poll(() => asideOf(at.facilitator)).toContain('plan-actions');
    await at.ask(claire!, 'menu', 'que voulez-vous faire');
  });

  test('what came on paper is recorded from the menu, in a form; its author is asked', async () => {
    const [, omar] = at.partners;
    await pressIn(at.facilitator, await menuOf(at.facilitator), 'Saisir pour quelqu’un');
    expect(
      await at.slack.submit(at.facilitator, {
        'Pour qui ?': 'Claire 2, Organisation 2',
        'Ses mots': 'Des locaux à Lille, disait le papier.',
      }),
    ).toEqual({});
    await at.next(at.facilitator, /Noté pour Claire 2[\s\S]*Je lui demande de confirmer/u);
    await at.next(omar!, /a noté pour vous[\s\S]*Des locaux à Lille/u);
    await at.ask(omar!, 'oui', 'c’est confirmé');
  });

  test('a new round is written in a form; its preview comes before anything leaves', async () => {
    const which = await at.ask(at.facilitator, 'ouvrir', 'Quel tour');
    await at.slack.press(at.facilitator, which.ref, 'Un nouveau tour');
    const { blocks } = at.slack.modal(at.facilitator);
    const prompts = blocks.filter(({ block_id }) => block_id?.startsWith('prompts'));
    const [first] = prompts;
    expect(await at.slack.submit(at.facilitator, { 'Jusqu’au': '2001-01-01' })).toMatchObject({
      [first!.block_id!]: 'Il faut au moins une question.',
      until: expect.stringContaining('passé'),
    });
    expect(
      await at.slack.submit(at.facilitator, {
        [plainly(blocks[1]!.label!.text)]: 'Les locaux',
        [plainly(first!.label!.text)]: 'Où manque-t-il de place ?\nQui peut en prêter ?',
        'Qui inviter ?': [at.content.colleges[0]!.key],
      }),
    ).toEqual({});
    const preview = await at.next(
      at.facilitator,
      /Les locaux[\s\S]*Où manque-t-il de place[\s\S]*On envoie/u,
    );
    await at.slack.press(at.facilitator, preview.ref, 'Annuler');
    await at.next(at.facilitator, 'Rien n’est parti');
  });

  const shortcut = (userId: string, callback: string, message: { user?: string; text: string }) =>
    takeShortcut(at.slack, userId, callback, { channel: room, ...message });

  test('a message of one’s own becomes a proposal, to the last word, however long', async () => {
    const [, , kim] = at.partners;
    const text = `Une navette &amp; des vélos. ${'Le soir aussi. '.repeat(400)}Et le dimanche.`;
    await shortcut(kim!, 'record', { user: kim!, text });
    expect(
      at.slack.modal(kim!).blocks.filter(({ element }) => element?.type === 'plain_text_input'),
    ).toHaveLength(3);
    expect(await at.slack.submit(kim!, {})).toEqual({});
    await at.next(kim!, /P-\d{4}/u);
    const kept = await at.bot.store.transaction(async (tx) => {
      const [last] = (await tx.proposals.of((await tx.consultations.all())[0]!.id)).slice(-1);
      const { words } = last!.versions[0]!;
      return (await tx.words.texts([words])).get(words);
    });
    expect(kept).toContain('Une navette & des vélos.');
    expect(kept).toContain('Et le dimanche.');
  });

  test('somebody else’s message is nobody’s to propose, but for the team, on their behalf', async () => {
    const [claire, , kim] = at.partners;
    await shortcut(claire!, 'record', { user: kim!, text: 'Mes mots à moi.' });
    expect(JSON.stringify(at.slack.modal(claire!))).toContain('Je n’ai rien à vous proposer ici');
    at.slack.views.close(claire!);
    await shortcut(at.facilitator, 'record', { user: kim!, text: 'Un four partagé.' });
    expect(await at.slack.submit(at.facilitator, {})).toEqual({});
    await at.next(at.facilitator, 'Noté pour Claire 3');
    await at.next(kim!, /a noté pour vous[\s\S]*Un four partagé/u);
  });

  test('two proposals named in a message are merged from it, once their author agrees', async () => {
    await shortcut(at.facilitator, 'merge', { user: at.facilitator, text: 'P-0002 et P-0003, non ?' });
    expect(await at.slack.submit(at.facilitator, { Dans: 'P-9999' })).toEqual({
      into: expect.stringContaining('P-9999'),
    });
    expect(await at.slack.submit(at.facilitator, {})).toEqual({});
    await at.next(at.facilitator, /P-0002|P-0003/u);
  });

  test('the menu is everywhere: a form over it closes both', async () => {
    await at.slack.interact(at.facilitator, { type: 'shortcut', callback_id: 'menu' });
    const menu = at.slack.modal(at.facilitator);
    const pressed = (label: string) => {
      const found = buttonsOf(menu as never).find(({ text }) => text.text === label)!;
      const open = at.slack.views.modal(at.facilitator)!;
      return at.slack.interact(at.facilitator, {
        type: 'block_actions',
        container: { type: 'view', view_id: open.id },
        view: { ...open.view, id: open.id },
        actions: [{ ...found, action_ts: `${Date.now() / 1000}` }],
      });
    };
    await pressed('Doutes');
    await at.next(at.facilitator, /./u);
    expect(JSON.stringify(at.slack.modal(at.facilitator))).toContain('Je vous réponds en message privé');
  });

  test('all that the menu offers is understood when it is typed after /tour', async () => {
    const shown = async (userId: string) =>
      [...(await at.slack.seen(userId)), ...at.slack.asides(userId, room)].map(({ text }) => text);
    for (const who of [at.facilitator, at.partners[0]!])
      for (const { value } of buttonsOf(await menuOf(who))) {
        const before = (await shown(who)).length;
        // What a button with a form carries begins with the form's name.
        const typed = value!.replace(/^\S+\/\S+ /u, '');
        await at.slack.command(who, typed, { channel: room });
        await expect.poll(async () => (await shown(who)).length, { timeout: 40_000 }).toBeGreaterThan(before);
        await at.quiet();
        expect(await shown(who), typed).not.toContainEqual(expect.stringContaining('Je n’ai pas compris'));
      }
  });
});
