/** What is new, for those who run the consultation: asked for, or sent when they want it. */
import { expect, test } from 'vitest';
import { journeys } from './harness.ts';
import { WINDHAVEN } from './stage.ts';
import { quiet, type Told } from './story.ts';

const digestsOf = (texts: readonly string[]) =>
  texts.filter((text) => /document interne|Rien de nouveau/u.test(text));

journeys('the digest', { stories: 3, everyDatabase: true }, (at) => {
  let told: Told;
  const go = async (script: string) => {
    told = await at.story(script, told);
  };

  test('before anybody spoke it says so, and who was invited is not lost from sight', () =>
    go(`
      Solène: digest
      Bot: Rien de nouveau depuis le début.
      Claire: digest
      Bot: …
    `));

  test('the head is short: by axis and type of actor, what meets, what diverges, who has spoken, what waits', async () => {
    await go(`
      Omar: oui
      Bot: 1/6 :
      Omar: Une avance de trésorerie en attendant les subventions.
      Bot: Noté, {cash} … 2/6 :
      Lucie: oui
      Bot: 1/6 :
      Lucie: Un fonds qui avance la trésorerie tant que les subventions n'arrivent pas.
      Bot: Noté, {fund} … 2/6 :
      Lucie: Je m'oppose à une avance de trésorerie de plus, les banques le font.
      Bot: {against}
      Kate: yes
      Bot: 1/6:
      Kate: A shared kitchen for food co-operatives.
      Bot: {kitchen}
      Solène: quoi de neuf ?
      Bot: Depuis le début (document interne) … 4 propositions nouvelles, de 3 personnes ; 4 en tout. … axe 1 … {cash} … Désaccord : {against} … Voix isolée … Qui s'est exprimé, par collège : … sur … répondu … « détail axe 1 » donne les mots.
    `);
    const head = at.stage.platform.texts('solene').at(-1)!;
    expect(head.split('\n').filter((line) => line.trim() !== '').length).toBeLessThanOrEqual(16);
    expect(head).not.toContain('%');
    for (const line of head
      .split('\n')
      .filter((one) => /^- (?:Thème|Convergence|Rejointe|Désaccord|Voix)/u.test(one)))
      expect(line).toMatch(/P-\d{4}/u);
  });

  test('the detail of an axis gives the words of the same days; asked again there is nothing new', () =>
    go(`
      Solène: détail axe 1
      Bot: Axe 1, … depuis le début (document interne) … Nouvelles propositions … {cash}, Omar 1, Organisation Omar 1 : « Une avance de trésorerie en attendant les subventions. » … Désaccords … {against}, Lucie 1, Organisation Lucie 1 : « Je m'oppose
      Solène: digest axe 9
      Bot: Je ne connais pas cet axe.
      Solène: digest
      Bot: Rien de nouveau depuis
      Solène: digest 7 jours
      Bot: 4 propositions nouvelles
      Rachida: digest
      Bot: Depuis le début
    `));

  test('joined since: two people of one type of actor are no convergence', () =>
    go(`
      Rachida: clore plan-actions : tout le monde a répondu
      Bot: est clos.
      Rachida: réunir {fund} dans {cash}
      Bot: La question est posée
      Bot → Lucie: semblent dire la même chose
      Lucie: oui
      Bot: {fund} est réunie à {cash}.
      Solène: digest
      Bot: Pas de proposition nouvelle ; 3 en tout. … Rejointe : {cash}, 2 personnes du même collège
    `));

  test('each Monday at nine, in one’s own time, only with news; once, whatever the clocks and the restarts do', async () => {
    const { clock, bot, platform } = at.stage;
    clock.leap(Date.parse('2015-03-20T10:00:00Z'));
    await go(`
      Solène: digest chaque lundi 26h
      Bot: Je ne comprends pas cette heure.
      Solène: digest chaque lundi 9h
      Bot: C'est noté : prochain digest lundi 23 mars à 9 h, s'il y a du nouveau.
      Étienne: digest chaque jour 9h toujours
      Bot: prochain digest samedi 21 mars à 9 h, même sans nouveauté.
      Rachida: digest chaque lune
      Bot: Je n'ai pas compris.
    `);
    const before = {
      solene: digestsOf(platform.texts('solene')).length,
      etienne: digestsOf(platform.texts('etienne')).length,
    };
    const since = (who: 'solene' | 'etienne') => digestsOf(platform.texts(who)).length - before[who];
    const tick = async (when: string) => {
      clock.leap(Date.parse(when));
      await bot.tick();
      await bot.tick();
      await quiet(at.stage);
    };
    // Down for a week-end: one digest, not three.
    await tick('2015-03-23T08:30:00Z');
    expect(since('solene'), 'nothing was new').toBe(0);
    expect(since('etienne')).toBe(1);
    expect(digestsOf(platform.texts('etienne')).at(-1)).toMatch(/Depuis le début/u);
    told = await at.story(
      `
      Tom: yes
      Bot: …
      Tom: A repair café in every town.
      Bot: late
    `,
      { ...told, users: {} },
    );
    told = await at.story(
      `
      Rachida: accepter P-0005
      Bot: P-0005 est acceptée et compte.
    `,
      { ...told, users: {} },
    );
    // The clocks go forward on the 29th: nine is an hour earlier in UTC.
    await tick('2015-03-30T06:59:00Z');
    expect(since('solene')).toBe(0);
    await tick('2015-03-30T07:00:00Z');
    expect(since('solene')).toBe(1);
    expect(digestsOf(platform.texts('solene')).at(-1)).toMatch(/1 proposition nouvelle/u);
    await tick('2015-03-29T07:00:00Z');
    await tick('2015-03-30T07:01:00Z');
    expect(since('solene')).toBe(1);
  });

  test('several ticks at one moment send one', async () => {
    const { clock, bot, platform } = at.stage;
    const count = () => digestsOf(platform.texts('etienne')).length;
    const before = count();
    clock.leap(Date.parse('2015-04-02T07:00:00Z'));
    await Promise.all([bot.tick(), bot.tick(), bot.tick()]);
    await quiet(at.stage);
    expect(count()).toBe(before + 1);
  });

  test('stopped, and seen in one’s data', async () => {
    await at.story(
      `
      Étienne: digest quand ?
      Bot: C'est noté : prochain digest vendredi 3 avril à 9 h
      Étienne: digest stop
      Bot: Pas de digest programmé.
    `,
    );
    const reader = await at.stage.read(async (tx) => {
      const [person] = (await tx.people.withRole(at.stage.consultation.id, 'staff')).filter(
        ({ name }) => name === 'Étienne',
      );
      return tx.digests.of(person!.id);
    });
    expect(reader).toMatchObject({ schedule: null, nextAt: null });
  });
});

journeys('the digest on an island', { world: WINDHAVEN, stories: 1 }, (at) => {
  test('in English', () =>
    at.story(`
      Rosa: digest
      Bot: Nothing new since the beginning.
      Joy: yes
      Bot: 1/
      Joy: solar panels on every school roof
      Bot: … {a}
      Rosa: what's new?
      Bot: Since the beginning (internal document) … 1 new proposal, from 1 person; 1 in all. … {a} … Who has spoken, by type of actor:
      Rosa: digest every monday 9am
      Bot: Noted: next digest Monday … if there is news
      Rosa: digest stop
      Bot: No digest is planned.
    `));
});
