/** A nuance and a disagreement among colleagues, heard where they matter: one's data, the synthesis, the digest. */
import { expect, test } from 'vitest';
import { showSynthesis } from '../../src/app/synthesis/show-synthesis.ts';
import { isRefusal } from '../../src/core/refusal.ts';
import { synthesisHtml } from '../../src/report/synthesis-html.ts';
import { synthesisJson } from '../../src/report/synthesis-json.ts';
import { synthesisMarkdown } from '../../src/report/synthesis-markdown.ts';
import { type Journey, journeys } from './harness.ts';
import { LILLE_SHOWN, WINDHAVEN } from './stage.ts';
import type { Told } from './story.ts';

const colleague = (userId: string, name: string, lang: string, organisation: string, college: string) => ({
  name,
  lang,
  addresses: [{ platform: 'memory', workspace: 'main', userId }],
  roles: [],
  partner: { organisation, college },
});

const written = (at: Journey, member: string, audience: 'public' | 'internal') =>
  at.stage.read(async (tx) => {
    const { consultation, bot, clock } = at.stage;
    const person = (await tx.people.find(consultation.id, member))!;
    const scene = { tx, consultation, actor: { person, partners: [] }, now: clock.now(), ids: bot.ids };
    const found = await showSynthesis(scene, audience);
    if (isRefusal(found)) throw new Error(found.code);
    const plain = (text: string) => text.replace(/[\u00a0\u202f]/gu, ' ');
    return {
      markdown: plain(synthesisMarkdown(found)),
      html: plain(synthesisHtml(found)),
      json: JSON.parse(synthesisJson(found)),
    };
  });

journeys('nuances', { world: LILLE_SHOWN, stories: 2, open: false }, (at) => {
  let told: Told;

  test('said of a colleague’s idea, and an objection of another colleague: the team reads both in its digest', async () => {
    await at.stage.enrol([
      colleague('paul-1', 'Paul Test', 'fr', 'Organisation Claire 1', at.stage.content.colleges[0]!.key),
    ]);
    await at.story(`
      Rachida: ouvrir plan-actions
      Bot: On envoie ?
      Rachida: oui
      Bot: invitations
    `);
    told = await at.story(`
      Claire: oui
      Bot: 1/6 :
      Claire: une avance de trésorerie en attendant les subventions
      Bot: {a}
      Claire: montrer mes idées
      Bot: C'est noté
      Claire: vous pouvez me citer par mon nom
      Bot: …
      Claire: portée officielle
      Bot: officielle
      Omar: oui
      Bot: 1/6 :
      Omar: avancer la trésorerie en attendant nos subventions
      Bot: {b} … La rejoindre, y apporter une nuance
      Omar [press]: Une nuance
      Bot: C'est noté : {b} compte comme une proposition entière, nuance de {a}. … 2/6 :
      Paul: oui
      Bot: 1/6 :
      Paul: je m'oppose à {a}, l'avance de trésorerie concurrence les banques
      Bot: {c}
      Rachida: digest
      Bot: Nuance : {b}, à lire avec {a} … Au sein de « Organisation Claire 1 » : {c} s'oppose à {a} ; les deux sont gardées, une structure comptée
      Rachida: détail axe 1
      Bot: Nuances … {b}, Omar 1, Organisation Omar 1 : « avancer la trésorerie en attendant nos subventions » nuance de {a}, Claire 1 … Collègues qui ne disent pas la même chose … {c}, Paul Test
      Omar: mes données
      Bot: Je vous écris tout ici ?
      Omar: oui
      Bot: {b} : en cours. « avancer la trésorerie en attendant nos subventions » … Nuance de {a}.
      Claire: mes données
      Bot: Je vous écris tout ici ?
      Claire: oui
      Bot: {a} : en cours. … Nuancée par 1 autre.
    `);
  });

  test('on the lines of the synthesis, with the words its author lets be quoted and in what name', async () => {
    await at.story(
      `
      Solène: synthèse
      Bot: Je prépare
      Bot → Solène: nuancée par {b}
    `,
      told,
    );
    const { a, b, c } = told.refs as { a: string; b: string; c: string };
    const { markdown, html, json } = await written(at, 'Rachida', 'internal');
    expect(markdown).toContain(`*${b} apporte une nuance à ${a}*`);
    expect(markdown).toContain(
      '« une avance de trésorerie en attendant les subventions » (Claire 1, Organisation Claire 1, position officielle',
    );
    expect(html).toContain('apporte une nuance à <a');
    expect(json.nuances).toEqual([
      {
        proposal: b,
        of: a,
        text: 'avancer la trésorerie en attendant nos subventions',
        by: 'Omar 1, Organisation Omar 1',
      },
    ]);
    expect(markdown).toContain(c);
  });

  test('who keeps their words or their organisation to themselves is named no further in what is published', async () => {
    told = await at.story(
      `
      Omar: ne pas me citer
      Bot: …
      Claire: me citer par mon collège
      Bot: …
      Solène: sans désaccord 2, 3, 4, 5
      Bot: C'est fait.
      Solène: signer quand même
      Bot: signée
    `,
      told,
    );
    const { json, markdown } = await written(at, 'Rachida', 'public');
    expect(json.nuances).toEqual([{ proposal: told.refs.b, of: told.refs.a, text: null, by: null }]);
    expect(markdown).toContain(`${told.refs.b} apporte une nuance à ${told.refs.a}`);
    expect(markdown).not.toContain('avancer la trésorerie en attendant nos');
    expect(markdown).not.toContain('position officielle');
    told = await at.story(
      `
      Omar: retirer {b}
      Bot: …
    `,
      told,
    );
    expect((await written(at, 'Rachida', 'public')).json.nuances).toEqual([]);
  });
});

journeys(
  'nuances, in English',
  {
    world: {
      ...WINDHAVEN,
      change: (content) => ({ ...content, rules: { ...content.rules, othersWords: 'shown' } }),
    },
    stories: 2,
  },
  (at) => {
    test('in the digest and in one’s data', () =>
      at.story(`
      Joy: yes
      Bot: 1/4:
      Joy: solar panels on every school roof
      Bot: {a}
      Joy: you can quote me by name
      Bot: …
      Joy: yes
      Bot: Noted, thank you.
      Ravi: yes
      Bot: 1/4:
      Ravi: solar panels on every school roof and barn
      Bot: {b} … Would you join it, add a nuance, or keep yours apart?
      Ravi: a nuance
      Bot: {b} counts as a proposal of its own, a nuance of {a}.
      Rosa: digest
      Bot: Nuance: {b}, to be read with {a}
      Ravi: my data
      Bot: …
      Ravi: yes
      Bot: {b}: in progress. … A nuance of {a}.
    `));
  },
);
