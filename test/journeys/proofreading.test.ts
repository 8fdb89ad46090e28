/** A draft among colleagues: titled, read by others, edits on record and taken back; two versions of what is signed. */
import { expect, test } from 'vitest';
import { gatherDocuments } from '../../src/app/documents/gather-documents.ts';
import { showSynthesis } from '../../src/app/synthesis/show-synthesis.ts';
import { documentFiles } from '../../src/compose.ts';
import { isRefusal } from '../../src/core/refusal.ts';
import { synthesisJson } from '../../src/report/synthesis-json.ts';
import { synthesisMarkdown } from '../../src/report/synthesis-markdown.ts';
import { journeys } from './harness.ts';
import { LILLE, WINDHAVEN, type World } from './stage.ts';

journeys('a draft among colleagues', { stories: 2 }, (at) => {
  test('a draft, with both sides of an objection that names what it is about', async () => {
    await at.go(`
      Claire: oui
      Bot: 1/6 :
      Claire: Une avance de trésorerie en attendant les subventions.
      Bot: Noté, {cash} … 2/6 :
      Omar: oui
      Bot: 1/6 :
      Omar: Un fonds qui avance la trésorerie tant que les subventions n'arrivent pas.
      Bot: Noté, {fund} … 2/6 :
      Lucie: oui
      Bot: 1/6 :
      Lucie: Je m'oppose à {cash}, une avance de trésorerie de plus ne servirait à rien.
      Bot: {against}
      Rachida: clore plan-actions : tout le monde a répondu
      Bot: est clos.
      Rachida: réunir {fund} dans {cash}
      Bot: La question est posée
      Bot → Omar: semblent dire la même chose
      Omar: oui
      Bot: {fund} est réunie à {cash}.
      Solène: annuler modification
      Bot: Il n'y a pas encore de synthèse.
      Solène: synthèse
      Bot: Je prépare la synthèse
      Bot → Solène: Brouillon n° 1.
    `);
    const row = await at.stage.read((tx) => tx.syntheses.latest(at.stage.consultation.id));
    const [objection] = row!.body.axes.flatMap(({ disagreements }) => disagreements);
    expect(objection!.cites).toEqual([at.told.refs.against, at.told.refs.cash]);
    expect(objection!.opposed).toMatchObject({ known: true, quote: { proposal: at.told.refs.cash } });
  });

  test('titled, edited, shown before and after, and taken back', async () => {
    const row = await at.stage.read((tx) => tx.syntheses.latest(at.stage.consultation.id));
    const theme = row!.body.axes.flatMap(({ lines }) => lines).find((line) => line.theme !== null);
    const single = row!.body.axes.flatMap(({ lines }) => lines).find((line) => line.theme === null);
    if (theme)
      await at.go(`
        Solène: titrer ${theme.id} : Avancer la trésorerie
        Bot: ${theme.id} a son titre.
        Solène: montrer synthèse
        Bot: ${theme.id}  Avancer la trésorerie
        Étienne: montrer modifications
        Bot: Solène, titre de ${theme.id} : « … » → « Avancer la trésorerie »
      `);
    if (single)
      await at.go(`
        Solène: titrer ${single.id} : Rien
        Bot: ${single.id} n'a pas de titre
      `);
    await at.go(`
      Étienne: introduire : Une première version.
      Bot: C'est fait.
      Étienne: introduire : Une meilleure version.
      Bot: C'est fait.
      Solène: montrer modifications
      Bot: Les modifications, la dernière d'abord : … Étienne, introduction : « Une première version. » → « Une meilleure version. » … Étienne, introduction : (rien) → « Une première version. »
      Solène: annuler modification
      Bot: La dernière modification est annulée : … « Une première version. » → « Une meilleure version. »
      Solène: montrer synthèse
      Bot: Une première version.
      Solène: accepter titres
      Bot: …
    `);
  });

  test('colleagues are asked by name; what they remark goes to whoever asked', () =>
    at.go(`
      Rachida: relire Étienne
      Bot: Cette action est réservée à l'équipe.
      Solène: relire Personne
      Bot: Je ne trouve pas cette personne dans l'équipe : Solène, Étienne, Rachida.
      Solène: relire Solène
      Bot: Une relecture se demande à quelqu'un d'autre.
      Solène: relire Étienne et Rachida
      Bot: Je demande une relecture à Étienne et Rachida.
      Bot → Étienne: Solène vous demande de relire le brouillon n° 1 de la synthèse. … « relu sauf 2.3 : votre remarque »
      Bot → Rachida: Solène vous demande
      Étienne: relu sauf 1.1 : le mot « trésorerie » revient deux fois
      Bot: Merci, je transmets.
      Bot → Solène: Étienne a relu le brouillon n° 1, avec une remarque : « 1.1 : le mot « trésorerie » revient deux fois »
    `));

  test('signing says who read it, and who did not answer; a signed one is edited and proofread no more', async () => {
    const shown = await at.stage.read((tx) => tx.syntheses.latest(at.stage.consultation.id));
    for (const { axis, disagreements } of shown!.body.axes)
      if (disagreements.length === 0) await at.go(`Étienne: sans désaccord ${axis}\n Bot: C'est fait.`);
    await at.go(`
      Solène: signer
      Bot: Synthèse n° 1 signée. … Relue par Étienne. Sans réponse : Rachida.
      Rachida: relu
      Bot: Cette synthèse est signée
      Solène: annuler modification
      Bot: Cette synthèse est signée
    `);
  });

  test('two versions: the public one as people agreed to be quoted, the internal one says what it is', async () => {
    const { consultation, bot } = at.stage;
    const files = await at.stage.read(async (tx) => {
      const [person] = await tx.people.withRole(consultation.id, 'staff');
      const actor = { person: person!, partners: [] };
      const gathered = await gatherDocuments({ tx, consultation, actor, now: bot.clock.now(), ids: bot.ids });
      if (isRefusal(gathered)) throw new Error(gathered.code);
      return documentFiles(gathered);
    });
    const open = JSON.parse(files['synthesis.json']!);
    const closed = JSON.parse(files['synthesis-internal.json']!);
    expect([open.audience, closed.audience]).toEqual(['public', 'internal']);
    expect(open.proofreaders).toEqual(['Étienne']);
    expect(open.merged).toEqual([{ proposal: at.told.refs.fund, into: at.told.refs.cash }]);
    expect(open.annex.map(({ proposal }: { proposal: string }) => proposal)).toEqual([
      at.told.refs.cash,
      at.told.refs.against,
    ]);
    expect(JSON.stringify(open)).not.toContain('Claire 1');
    expect(JSON.stringify(closed)).toContain('Claire 1, Organisation Claire 1');
    expect(files['synthesis-internal.html']).toContain('Interne, ne pas diffuser');
    expect(files['synthesis-internal.md']).toContain('Interne, ne pas diffuser');
    expect(files['synthesis.html']).not.toContain('ne pas diffuser');
    expect(files['synthesis.html']).toContain('Ce à quoi elle s’oppose');
    expect(files['synthesis.md']).toContain(`réunie à ${at.told.refs.cash}`);
  });
});

journeys('the order of lines', { stories: 1 }, (at) => {
  test('one beside another, or a whole axis; what cannot be placed is said, and the order is taken back', async () => {
    const told = await at.story(`
      Claire: oui
      Bot: 1/6 :
      Claire: une avance de trésorerie en attendant les subventions
      Bot: Noté, {cash}
      Claire: des locaux moins chers à Roubaix
      Bot: Noté, {rooms}
      Claire: un annuaire des structures du quartier
      Bot: Noté, {list}
      Solène: placer 1.3 avant 1.1
      Bot: Il n'y a pas encore de synthèse.
      Solène: synthèse
      Bot: Je prépare la synthèse
      Bot → Solène: 1.1  Locaux … 1.2  Financement … 1.3  Action … 2.1  … Brouillon n° 1.
      Rachida: placer 1.3 avant 1.1
      Bot: Cette action est réservée à l'équipe.
      Solène: placer 1.3 avant 1.1
      Bot: C'est fait.
      Étienne: montrer synthèse
      Bot: - 1.3  Action … - 1.1  Locaux … - 1.2  Financement … - 2.1
    `);
    expect(await order()).toEqual(['1.3', '1.1', '1.2']);
    await at.story(
      `
      Étienne: placer 1.3 avant 2.1
      Bot: 1.3 et 2.1 ne sont pas dans la même partie
      Étienne: placer 1.9 avant 1.1
      Bot: Je ne trouve pas cette ligne. Il n'y a pas de 1.9 ; il y a 1.3, 1.1, 1.2, 2.1
      Étienne: ordonner 1 : 1.2, 1.3
      Bot: Pour changer l'ordre de l'axe 1, citez ses 3 lignes, chacune une fois.
      Étienne: ordonner 1 : 1.2, 1.3, 1.9
      Bot: Je ne trouve pas cette ligne.
    `,
      told,
    );
    expect(await order()).toEqual(['1.3', '1.1', '1.2']);
    await at.story(
      `
      Étienne: placer 1.3 après 1.2
      Bot: C'est fait.
      Étienne: ordonner 1 : 1.3, 1.2, 1.1
      Bot: C'est fait.
      Étienne: montrer synthèse
      Bot: - 1.3  Action … - 1.2  Financement … - 1.1  Locaux … - 2.1
      Étienne: annuler modification
      Bot: La dernière modification est annulée : … ordre de l'axe 1 : « 1.1 1.2 1.3 » → « 1.3 1.2 1.1 »
      Étienne: montrer modifications
      Bot: Étienne (annulée), ordre de l'axe 1 … Étienne, ordre de l'axe 1 : « 1.3 1.1 1.2 » → « 1.1 1.2 1.3 » … Solène, ordre de l'axe 1 : « 1.1 1.2 1.3 » → « 1.3 1.1 1.2 »
    `,
      told,
    );
    expect(await order()).toEqual(['1.1', '1.2', '1.3']);
  });

  const order = async () => {
    const { body } = (await at.stage.read((tx) => tx.syntheses.latest(at.stage.consultation.id)))!;
    return body.axes.find(({ axis }) => axis === '1')!.lines.map(({ id }) => id);
  };
});

journeys('a draft on an island', { world: WINDHAVEN, stories: 1 }, (at) => {
  test('in English', () =>
    at.story(`
      Joy: yes
      Bot: 1/
      Joy: solar panels on every school roof
      Bot: … {a}
      Simon: synthesis
      Bot: preparing
      Bot → Simon: Draft no. 1.
      Simon: show edits
      Bot: Nobody has edited this draft yet.
      Simon: introduce: What the island said.
      Bot: Done.
      Simon: undo edit
      Bot: The last edit is undone: … introduction: (nothing) → “What the island said.”
      Simon: undo edit
      Bot: There is nothing to undo in this draft.
      Simon: ask to proofread Elena
      Bot: I'm asking Elena to proofread it.
      Bot → Elena: Simon asks you to proofread draft no. 1
      Elena: proofread
      Bot: Thank you, noted.
      Bot → Simon: Elena has read draft no. 1: nothing to add.
    `));
});

const readByAnother = (world: World): World => ({
  ...world,
  change: (content) => ({ ...content, rules: { ...content.rules, signing: 'read-by-another' } }),
});

/** Four people of each are too few to be published; eight are not. */
const withTwoAsOne: World = {
  ...WINDHAVEN,
  change: (content) => ({
    ...readByAnother(WINDHAVEN).change!(content),
    publishedTogether: [
      { key: 'bedrijvig', label: { nl: 'Samen', en: 'Together' }, colleges: ['ondernemers', 'bewoners'] },
    ],
  }),
};

journeys('signing where a colleague reads first', { world: withTwoAsOne, stories: 2 }, (at) => {
  test('whoever signs is not its only reader', async () => {
    await at.story(`
      Joy: yes
      Bot: 1/
      Joy: solar panels on every school roof
      Bot: … {a}
      Simon: synthesis
      Bot: preparing
      Bot → Simon: Draft no. 1.
      Simon: sign
      Bot: Here, whoever signs can't be the only one to have read it: “ask to proofread First name” asks a colleague, then “sign”.
      Simon: ask to proofread Elena
      Bot: asking Elena
      Bot → Elena: proofread draft no. 1
      Simon: sign
      Bot: Here, whoever signs can't be the only one to have read it: …
      Elena: proofread
      Bot: Thank you
      Bot → Simon: Elena has read draft no. 1
      Elena: sign
      Bot: Here, whoever signs can't be the only one to have read it: …
    `);
    const { body } = (await at.stage.read((tx) => tx.syntheses.latest(at.stage.consultation.id)))!;
    const open = body.axes.filter(({ disagreements }) => disagreements.length === 0).map(({ axis }) => axis);
    await at.story(`
      Simon: no disagreement ${open.join(', ')}
      Bot: Done.
      Simon: sign
      Bot: A round is still open: “Measures” (until …). What comes in until then will not be in this synthesis … Sign anyway? [Sign anyway] [Not yet]
      Simon: no
      Bot: Nothing is signed: the draft is waiting for you.
      Simon: sign anyway
      Bot: Synthesis no. 1 is signed.
    `);
  });

  test('what is published counts as one the types of actor that the consultation publishes together', async () => {
    const { bot, consultation } = at.stage;
    const shown = async (audience: 'public' | 'internal') => {
      const document = await at.stage.read(async (tx) => {
        const [person] = await tx.people.withRole(consultation.id, 'staff');
        const actor = { person: person!, partners: [] };
        const scene = { tx, consultation, actor, now: bot.clock.now(), ids: bot.ids };
        return showSynthesis(scene, audience);
      });
      if (isRefusal(document)) throw new Error(document.code);
      return document;
    };
    const both = { college: 'bedrijvig', invited: 8, reached: 8, answered: null };
    expect((await shown('public')).base).toMatchObject([both]);
    const byType = { invited: 4, reached: 4, silent: expect.any(Number) };
    expect((await shown('internal')).base).toMatchObject([byType, byType]);
    const signed = await at.stage.read((tx) => tx.syntheses.published(consultation.id));
    expect(signed.flatMap(({ base }) => base)).toMatchObject([both]);
    expect(synthesisMarkdown(await shown('public'))).toMatch(/\| Samen +\| 8 \| 8 \|/);
    expect(JSON.parse(synthesisJson(await shown('public'))).base[0].colleges).toEqual([
      'ondernemers',
      'bewoners',
    ]);
  });
});

journeys(
  'signing where a colleague reads first, in French',
  { world: readByAnother(LILLE), stories: 1 },
  (at) => {
    test('a draft says which titles are the machine’s; it is signed once somebody else has read it', async () => {
      await at.story(`
      Claire: oui
      Bot: 1/6 :
      Claire: une avance de trésorerie en attendant les subventions
      Bot: Noté, {a}
      Solène: synthèse
      Bot: Je prépare la synthèse
      Bot → Solène: Brouillon n° 1.
    `);
      const line = await titledByWords();
      await at.story(`
      Solène: montrer synthèse
      Bot: Titres proposés par la machine, à reprendre ou à garder : ${line} « avance · fonds ». « titrer 1.2 : texte », ou « accepter titres ».
      Solène: accepter titres
      Bot: …
      Solène: montrer synthèse
      Bot: Synthèse n° 1
      Solène: signer
      Bot: Ici, qui signe ne peut pas être seul·e à avoir relu : « relire Prénom » demande une relecture à un·e collègue, puis « signer ».
      Solène: relire Étienne
      Bot: Je demande une relecture à Étienne.
      Bot → Étienne: Solène vous demande de relire le brouillon n° 1
      Étienne: relu
      Bot: Merci
      Bot → Solène: Étienne a relu le brouillon n° 1
      Étienne: signer
      Bot: Ici, qui signe ne peut pas être seul·e à avoir relu
    `);
      expect(
        at.stage.platform.texts('solene').filter((text) => text.includes('Titres proposés')),
      ).toHaveLength(1);
      const { body } = (await at.stage.read((tx) => tx.syntheses.latest(at.stage.consultation.id)))!;
      const open = body.axes
        .filter(({ disagreements }) => disagreements.length === 0)
        .map(({ axis }) => axis);
      await at.story(`
      Solène: sans désaccord ${open.join(', ')}
      Bot: C'est fait.
      Solène: signer
      Bot: Un tour est encore ouvert : « Écrire le plan d’actions » (jusqu’au 17 avril 2015). Ce qui arrivera d’ici là ne sera pas dans cette synthèse … Signer quand même ?
      Solène: silence
      Bot: Qui manque encore à l’appel
      Solène: oui
      Bot: Je
      Solène: signer
      Bot: Signer quand même ?
      Solène: oui
      Bot: Synthèse n° 1 signée.
    `);
    });

    /** As when the machine made the title of a group of words; the id of its line. */
    const titledByWords = () =>
      at.stage.bot.store.transaction(async (tx) => {
        const { id, body } = (await tx.syntheses.latest(at.stage.consultation.id))!;
        const axis = body.axes.find(({ lines }) => lines.length > 0)!;
        const [first, ...others] = axis.lines;
        const theme = {
          label: 'avance · fonds',
          byWords: true as const,
          proposals: first!.cites,
          quotes: [],
        };
        const titled = { ...axis, themes: [theme], lines: [{ ...first!, theme: 0 }, ...others] };
        await tx.syntheses.saveDraft(id, {
          ...body,
          axes: body.axes.map((one) => (one === axis ? titled : one)),
        });
        return first!.id;
      });
  },
);
