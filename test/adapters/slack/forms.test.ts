/** Forms in Slack: a button opens one, it says what is wrong, and what was sent is answered in the conversation. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { storyDatabases } from '../../databases.ts';
import { method } from './faults.ts';
import { openStage, type Stage } from './stage.ts';

const [database] = storyDatabases();

describe.each(['http', 'socket'] as const)('forms in Slack, by %s', (by) => {
  let at: Stage;
  beforeAll(async () => {
    at = await openStage(await database!.open(), { by, partners: 4 });
    await at.ask(at.facilitator, 'ouvrir plan-actions', 'On envoie ?');
    await at.ask(at.facilitator, 'oui', 'invitations');
  });
  afterAll(() => at.close());

  const begin = async (userId: string) => {
    await at.next(userId, 'On commence');
    return at.ask(userId, 'oui', '1/6');
  };

  test('all prompts are answered at once, each in its own words; one message comes back', async () => {
    const claire = at.partners[0]!;
    const prompt = await begin(claire);
    await at.slack.press(claire, prompt.ref, 'Tout répondre d’un coup');
    const { title, blocks } = at.slack.modal(claire);
    const fields = blocks.filter(({ type }) => type === 'input');
    expect(title!.text.length).toBeLessThanOrEqual(24);
    expect(fields).toHaveLength(6);
    const [first, second, third] = fields.map(({ label }) => label!.text.replace(/[\u00a0\u202f]/gu, ' '));
    expect(await at.slack.submit(claire, {})).toEqual({
      [fields[0]!.block_id!]: 'Rien n’est rempli encore. Une seule réponse suffit.',
    });
    const wrong = await at.slack.submit(claire, {
      [first!]: 'De la trésorerie & <!channel>, à Roubaix.',
      [second!]: 'Un poste de comptable partagé.',
      [third!]: 'passe',
    });
    expect(wrong).toEqual({});
    const receipt = await at.next(
      claire,
      /P-\d{4}.*trésorerie[\s\S]*P-\d{4}.*comptable[\s\S]*C’est bien ça/u,
    );
    expect(receipt.text).toContain('<!channel>');
    await at.ask(claire, 'oui', '4/6');
    expect(at.slack.views.modal(claire)).toBeNull();
  });

  test('a form that is closed changes nothing: the question still waits for words', async () => {
    const omar = at.partners[1]!;
    const prompt = await begin(omar);
    await at.slack.press(omar, prompt.ref, 'Tout répondre d’un coup');
    at.slack.views.close(omar);
    await at.ask(omar, 'Des locaux à Lille.', /P-\d{4}/u);
  });

  test('when Slack does not open it, the conversation goes on in words', async () => {
    const lucie = at.partners[2]!;
    const prompt = await begin(lucie);
    at.slack.gateway.faults.plan({ kind: 'refused', error: 'expired_trigger_id' }, method('views.open'));
    await at.slack.press(lucie, prompt.ref, 'Tout répondre d’un coup');
    await at.next(lucie, '1/6');
  });

  test('sent twice, it is taken once', async () => {
    const kim = at.partners[3]!;
    const prompt = await begin(kim);
    await at.slack.press(kim, prompt.ref, 'Tout répondre d’un coup');
    const [first] = at.slack.modal(kim).blocks.filter(({ type }) => type === 'input');
    const label = first!.label!.text.replace(/[\u00a0\u202f]/gu, ' ');
    const open = at.slack.views.modal(kim)!;
    const said = {
      type: 'view_submission',
      view: {
        ...open.view,
        id: open.id,
        state: {
          values: { [first!.block_id!]: { answer: { type: 'plain_text_input', value: 'Une navette.' } } },
        },
      },
    };
    expect(label).not.toBe('');
    await Promise.all([at.slack.interact(kim, said), at.slack.interact(kim, said)]);
    await at.next(kim, /P-\d{4}/u);
    await at.ask(kim, 'mes propositions', 'Une navette.');
    const all = await at.slack.seen(kim);
    expect(all.filter(({ text }) => text.includes('Une navette'))).toHaveLength(1);
  });

  test('a decision is a button, and a form whose reason is compulsory; then comes the next one', async () => {
    const rachida = at.facilitator;
    const first = await at.ask(rachida, 'décider', /attendent une réponse[\s\S]*Que répond-on à P-0001/u);
    await at.slack.press(rachida, first.ref, 'À étudier');
    const modal = at.slack.modal(rachida);
    expect(modal.title!.text).toBe('Répondre à P-0001');
    expect(await at.slack.submit(rachida, { Motif: '   ' })).toEqual({
      reason: 'Il manque une réponse ici.',
    });
    expect(
      await at.slack.submit(rachida, { 'Jour de la décision': '2999-01-01', Motif: 'On chiffre.' }),
    ).toEqual({
      day: expect.any(String),
    });
    expect(await at.slack.submit(rachida, { Motif: 'On chiffre.' })).toEqual({});
    const next = await at.next(rachida, /P-0001 : à étudier[\s\S]*Que répond-on à P-0002/u);
    await at.slack.press(rachida, next.ref, 'Retenue');
    at.slack.views.close(rachida);
    await at.ask(rachida, 'retenue', 'pour quel motif');
    await at.ask(rachida, 'C’est déjà au budget.', /P-0002 : retenue[\s\S]*Que répond-on à P-0003/u);
  });

  test('somebody who is not of the team gets no form of the team’s, whatever is forged', async () => {
    const claire = at.partners[0]!;
    const form = `decide/${at.content.key}/P-0001/adopted`;
    await at.slack.interact(claire, {
      type: 'view_submission',
      view: {
        id: 'V0FORGED',
        callback_id: 'form',
        private_metadata: form,
        state: {
          values: {
            status: { answer: { type: 'radio_buttons', selected_option: { value: 'adopted' } } },
            reason: { answer: { type: 'plain_text_input', value: 'Parce que.' } },
          },
        },
      },
    });
    await at.next(claire, /pas le droit|réservé|équipe/iu);
  });
});
