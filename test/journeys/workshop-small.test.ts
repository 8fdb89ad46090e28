/** A small workshop, from its opening in a room to the minutes in everybody's hands. */
import { expect, test } from 'vitest';
import { takeSnapshot } from '../../src/app/synthesis/snapshot.ts';
import { journeys } from './harness.ts';
import { quiet } from './story.ts';
import { expectNothingPrivate, plainly, type Room, roomOn, WORKSHOP } from './workshop-room.ts';

const AXIS = 'Axe 1';

journeys('a small workshop', { stories: 3, open: false }, (at) => {
  let room: Room;
  const [claire, omar, lucie] = ['claire-1', 'omar-1', 'lucie-1'];
  const team = 'rachida';
  const direct = (userId: string) => at.stage.platform.texts(userId).map(plainly);

  test('is opened in its room by the team, and people are invited', async () => {
    const { stage } = at;
    room = roomOn(stage, 'salon-1');
    for (const one of [claire, omar, team]) stage.platform.enter(one, room.ref);
    await room.ask(team, `atelier ${WORKSHOP}`);
    const opening = await room.find('Atelier 1');
    expect(opening.pinned).toBe(true);
    expect(plainly(opening.text)).toContain(
      "On s'installe. Au programme : Les idées (60 min), Regrouper (30 min)",
    );
    expect(room.whispers(team).at(-1)).toContain('« Atelier 1 : créer, financer, relier » est ouvert.');
    expect(direct(lucie).at(-1)).toContain("L'atelier « Atelier 1 : créer, financer, relier » s'ouvre.");
    await room.ask(claire, 'atelier suite');
    expect(room.whispers(claire).at(-1)).toContain("Cette action est réservée à l'équipe.");
  });

  test('ideas are written in the thread, signed, counted; the rest stays a conversation', async () => {
    const { stage } = at;
    await room.ask(team, 'atelier début');
    await room.find('1/4 · Les idées');
    await room.find(AXIS);
    room.say(claire, 'bonjour à tous, quel temps', undefined);
    const said = room.say(claire, 'une avance de trésorerie en attendant les subventions', AXIS);
    room.say(omar, 'un fonds commun pour avancer la trésorerie des subventions', AXIS);
    room.say(omar, 'merci beaucoup !', AXIS);
    const question = room.say(claire, 'est-ce que les villes peuvent candidater ?', AXIS);
    await room.settled();
    expect(stage.platform.signs(said)).toEqual(['✅']);
    expect(stage.platform.signs(question)).toEqual([]);
    expect(room.whispers(claire).at(-1)).toContain("C'est une question : je la garde pour l'animation.");
    // Lucie follows from her own conversation: her idea is the room's.
    await at.story(`
      Lucie: commencer
      Bot: Merci ! … Quelles actions proposez-vous sur cet axe
      Lucie: un guichet unique pour les porteurs de projet
      Bot: Noté, {lucie}
    `);
    await stage.bot.tick();
    await quiet(stage);
    const opening = await room.find('Atelier 1');
    expect(plainly(opening.text)).toContain('3 idées, 4 personnes ici');
    expect(opening.ref).toBe((await room.find('Ce qui reste ouvert')).ref);
    expectNothingPrivate(room);
  });

  test('a table’s words are of the workshop too, and all of it is in the figures and what a synthesis is made of', async () => {
    const { stage } = at;
    await at.story(
      `
      Rachida: table "atelier 1, table 3" : Claire 3, 2 territoires↵un compost partagé dans chaque quartier
      Bot: Noté pour cette table : … {table}
      Bot → Claire: Est-ce bien ce qui s'est dit ?
    `,
      { refs: {}, users: { Claire: 'claire-3' } },
    );
    const { rows, snapshot, round } = await stage.read(async (tx) => ({
      rows: await tx.proposals.of(stage.consultation.id),
      snapshot: await takeSnapshot(tx, stage.consultation),
      round: await tx.rounds.byKey(stage.consultation.id, WORKSHOP),
    }));
    expect(rows.map(({ roundId }) => roundId)).toEqual(rows.map(() => round!.id));
    expect(snapshot.proposals).toHaveLength(rows.length);
    expect(snapshot.base.reduce((sum, { answered }) => sum + (answered ?? 0), 0)).toBe(4);
    await at.story(`
      Rachida: digest
      Bot: 4 propositions nouvelles … P-0001, P-0002, P-0003 … P-0004
    `);
  });

  test('an idea edited or deleted in the room is revised or withdrawn, and only its author is told', async () => {
    const { stage } = at;
    const said = room.say(omar, 'un camion partagé', AXIS);
    await room.settled();
    stage.platform.edit(omar, said, 'un camion frigorifique partagé entre épiceries', { room: room.ref });
    await room.settled();
    expect(room.whispers(omar).at(-1)).toMatch(/P-\d{4}/u);
    stage.platform.delete(omar, said, { room: room.ref });
    await room.settled();
    expect(room.whispers(omar).at(-1)).toContain('retirée');
    expect(room.texts().filter((text) => text.includes('retirée'))).toEqual([]);
  });

  test('the machine suggests groups; the team moves, renames; dots are put and taken back', async () => {
    const { stage } = at;
    const rows = await stage.read((tx) => tx.proposals.of(stage.consultation.id, { states: ['submitted'] }));
    const [first, second, third] = rows.map(({ number }) => `P-${String(number).padStart(4, '0')}`);
    await room.ask(team, 'suite');
    await room.find('2/4 · Regrouper');
    await stage.platform.waitFor(
      'everybody',
      ({ text }) => /d'idées proches, à corriger|trop différentes/u.test(plainly(text)),
      { room: room.ref, within: 20_000 },
    );
    await room.ask(team, `${first} nouveau groupe`);
    await room.ask(team, 'atelier groupes');
    const groups = room.whispers(team).at(-1)!;
    const own = /(G\d+) · « une avance de trésorerie/u.exec(groups)?.[1];
    expect(own, groups).toBeDefined();
    await room.ask(team, `${second} dans ${own}`);
    await room.ask(team, `${third} nouveau groupe`);
    await room.ask(team, `renommer ${own} : Avancer la trésorerie`);
    await room.ask(team, 'atelier groupes');
    expect(room.whispers(team).at(-1)).toContain(`${own} · Avancer la trésorerie (${first}, ${second})`);
    await room.find(`${own} · Avancer la trésorerie (${first}, ${second})`);

    await room.ask(team, 'suite');
    await room.find('5 points par personne');
    const other = /(G\d+) · « un guichet/u.exec(room.texts().join('\n'))![1]!;
    room.say(claire, `2 points sur ${own}, 1 sur ${other}`);
    await room.settled();
    expect(room.whispers(claire).at(-1)).toBe(
      `Vos points : ${[`2 sur ${own}`, `1 sur ${other}`].sort((a, b) => Number(a.slice(6)) - Number(b.slice(6))).join(', ')}. Il vous en reste 2.`,
    );
    room.say(claire, `4 points sur ${other}`);
    await room.settled();
    expect(room.whispers(claire).at(-1)).toContain('Cela ferait 6 points, vous en avez 5 ; rien ne change');
    room.react(omar, `${own} · Avancer la trésorerie (`, '👍');
    await room.settled();
    expect(room.whispers(omar).at(-1)).toContain(`Vos points : 1 sur ${own}. Il vous en reste 4.`);
    room.react(omar, `${own} · Avancer la trésorerie (`, '👍', true);
    await room.settled();
    expect(room.whispers(omar).at(-1)).toContain('Aucun point placé');
    stage.platform.choose(omar, `${own} +1`, { room: room.ref });
    await room.settled();
    expect(room.whispers(omar).at(-1)).toContain(`1 sur ${own}`);
    await at.story(`
      Rachida: atelier résultats
      Bot: Les priorités : … ${own} · 3 points · Avancer la trésorerie
    `);
    expectNothingPrivate(room);
  });

  test('it ends with minutes that cite, are completed, signed, and given to all, there or not', async () => {
    const before = direct('claire-2').length;
    await room.ask(team, 'suite');
    await room.find('4/4 · Conclure');
    room.say(claire, '1 point sur G1');
    await room.settled();
    expect(room.whispers(claire).at(-1)).toContain('On ne place pas de points en ce moment.');
    // Three people only: what they chose is not told by type of actor, nor how many.
    expect(room.texts().find((text) => text.startsWith('Les priorités'))).not.toMatch(/\d points?/u);
    await room.ask(team, 'fin');
    await room.find("L'atelier est terminé");
    const ended = await at.stage.platform.waitFor(
      'everybody',
      ({ text }) => /L'atelier est terminé[\s\S]*Ce qui reste ouvert/u.test(plainly(text)),
      { room: room.ref, within: 20_000 },
    );
    expect(plainly(ended.text)).not.toContain("s'écrit dans le fil");
    const draft = direct(team).at(-1)!;
    expect(draft).toContain('Compte rendu · Atelier 1');
    expect(draft).toContain('Avancer la trésorerie (P-');
    expect(draft).toContain('Brouillon');
    await at.story(`
      Rachida: compte rendu introduction : Douze personnes, deux heures, un fil.
      Bot: C'est dans le compte rendu.
      Rachida: compte rendu note : Le guichet unique reste à chiffrer.
      Bot: C'est dans le compte rendu.
      Rachida: compte rendu note : Le compost est pour bientôt.
      Bot: C'est dans le compte rendu.
      Rachida: compte rendu note : À relire.
      Bot: C'est dans le compte rendu.
      Rachida: compte rendu note 2 : Le compost attend un terrain.
      Bot: C'est dans le compte rendu.
      Rachida: compte rendu sans note 3
      Bot: C'est retiré du compte rendu.
      Rachida: compte rendu note 3 : Trop tard ?
      Bot: Le compte rendu n'a pas de note 3 : elles vont de 1 à 2.
      Rachida: compte rendu introduction : Quatre personnes, deux heures, un fil.
      Bot: C'est dans le compte rendu.
      Rachida: compte rendu
      Bot: Compte rendu · Atelier 1 … Quatre personnes, deux heures, un fil. … Avancer la trésorerie … À retenir : … 1. Le guichet unique reste à chiffrer. … 2. Le compost attend un terrain. … Brouillon
      Rachida: signer compte rendu
      Bot: Le compte rendu est signé. Je l'envoie à
      Rachida: signer compte rendu
      Bot: Le compte rendu est signé : il ne change plus.
      Rachida: compte rendu sans note 1
      Bot: Le compte rendu est signé : il ne change plus.
    `);
    const absent = direct('claire-2').slice(before).join('\n');
    expect(absent).toContain("Bonjour Claire. Vous n'avez pas pu venir : voici le compte rendu");
    expect(absent).toContain('Signé par Rachida');
    expect(direct(claire).at(-1)).toContain("Voici le compte rendu de l'atelier.");
  });

  test('somebody absent adds an idea afterwards, and the minutes mark it', async () => {
    const { platform } = at.stage;
    for (const text of ['commencer', 'une épicerie solidaire itinérante pour les villages']) {
      platform.say('claire-2', text);
      await room.settled();
    }
    expect(direct('claire-2').at(-1)).toContain('Noté, P-');
    platform.say(team, 'compte rendu');
    await room.settled();
    expect(direct(team).at(-1)).toContain("Ajouté après l'atelier :\n\n- P-");
    expect(direct(team).at(-1)).toContain('une épicerie solidaire itinérante');
  });

  test('another one is cancelled: its room and those invited are told, its time stops, its message says so', async () => {
    const { stage } = at;
    const second = roomOn(stage, 'salon-2');
    for (const one of [claire, team]) stage.platform.enter(one, second.ref);
    await at.story(`
      Rachida: atelier atelier-2
      Bot: est ouvert … Pour le tenir aussi dans un salon … écrivez-y son nom, suivi de « atelier atelier-2 ».
    `);
    await second.ask(team, 'atelier atelier-2');
    expect(second.whispers(team).at(-1)).toContain("L'atelier se tient aussi dans ce salon.");
    await second.ask(team, 'atelier début');
    await second.find('1/4');
    second.say(claire, 'un relais dans chaque commune', 'Axe 2');
    await second.settled();
    await second.ask(team, 'atelier annuler');
    expect(second.whispers(team).at(-1)).toContain('« annuler atelier-2 » en message privé');
    await at.story(`
      Rachida: atelier annuler
      Bot: 1 personne a déjà répondu à « atelier-2 » : l'annuler quand même ?
      Rachida: oui
      Bot: « atelier-2 » est annulé.
    `);
    await second.settled();
    const texts = second.texts();
    expect(texts.at(-1)).toContain(
      "est annulé. Ce qui a été écrit reste gardé ; ce qui s'écrit ici désormais",
    );
    expect(texts.find((text) => text.includes('Cet atelier est annulé.'))).not.toContain('jusqu');
    expect(direct(lucie).at(-1)).toMatch(/^L'atelier « .+ » est annulé. Ce que vous avez écrit reste gardé/u);
    stage.clock.leap(stage.clock.now() + 3 * 3_600_000);
    await stage.bot.tick();
    const said = second.say(claire, 'une carte des lieux vides', 'Axe 2');
    await second.settled();
    expect(second.texts()).toEqual(texts);
    expect(stage.platform.signs(said)).toEqual([]);
    await second.ask(team, 'atelier atelier-2');
    await second.find("On s'installe");
  });
});
