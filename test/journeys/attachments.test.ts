/** Files people send are kept, read by somebody of the team, and what is taken from them is theirs to confirm. */
import { expect, test } from 'vitest';
import { journeys } from './harness.ts';
import { WINDHAVEN } from './stage.ts';

journeys('attachments', { stories: 8 }, (at) => {
  const rows = () =>
    at.stage.read((tx) =>
      tx.attachments.of(at.stage.consultation.id, ['waiting', 'extracted', 'filed', 'erased']),
    );
  const row = async (number: number) => (await rows()).find((one) => one.number === number)!;
  const content = async (number: number) => {
    const { id } = await row(number);
    const data = await at.stage.read((tx) => tx.attachments.content(id));
    return data === null ? null : Buffer.from(data).toString('utf8');
  };

  test('a file alone is kept and two lines are asked for; what the team takes from it, she confirms', async () => {
    await at.story(`
      Rachida: pièces
      Bot: Aucune pièce n'attend.
      Claire: oui
      Bot: 1/6 : Qu'est-ce qui vous manque
      Claire [file contribution.pdf]:
      Bot: Je garde « contribution.pdf » (PJ-1, 25 octets). Quelqu'un de l'équipe va le lire … L'essentiel en deux lignes … Qu'est-ce qui vous manque
      Claire: une avance de trésorerie en attendant les subventions
      Bot: Noté, {a} … 2/6 :
      Rachida: pièces
      Bot: Une pièce attend d'être lue : … PJ-1, « contribution.pdf » (PDF, 25 octets), Claire 1, … « extraire PJ-1 : texte »
      Rachida: doutes
      Bot: Et une pièce jointe attend : « pièces ».
      Rachida: extraire PJ-1 : un fonds de garantie commun pour les associations
      Bot: Noté pour Claire 1 : … {b}, « un fonds de garantie commun … » … Je lui demande de confirmer.
      Bot → Claire: Rachida, de l'équipe d'animation, a noté pour vous, d'après le fichier que vous avez envoyé : … {b} … C'est bien ça ? [Oui] [Corriger] [Retirer]
      Claire: oui
      Bot: c'est confirmé
      Rachida: PJ-1
      Bot: PJ-1, « contribution.pdf » … Des propositions en ont été tirées ({b})
      Rachida: pièces
      Bot: Aucune pièce n'attend.
      Claire: mes données
      Bot: Je vous écris tout ici ?
      Claire: oui
      Bot: Les fichiers que vous avez envoyés … PJ-1 : « contribution.pdf » … des propositions en ont été tirées. ({b})
    `);
    expect(await content(1)).toBe('%PDF-1.7 contribution.pdf');
    expect(await row(1)).toMatchObject({ kind: 'pdf', state: 'extracted', bytes: 25 });
    const [act] = (await at.stage.read((tx) => tx.acts.done(at.stage.consultation.id, ['answer.record'])))!;
    expect(act!.refs).toMatchObject({ source: 'attachment', attachment: (await row(1)).id });
  });

  test('words and files in one message: both are taken; one that may do harm is kept, and the team warned', () =>
    at.story(`
      Omar: oui
      Bot: 1/6 :
      Omar [file plan.pdf+page.html]: des locaux moins chers à Roubaix pour les associations
      Bot: Je garde ces 2 fichiers : … « plan.pdf » (PJ-2 … « page.html » (PJ-3 … Noté, {a} … 2/6 :
      Rachida: pièces
      Bot: 2 pièces attendent … PJ-3, « page.html » (page HTML … prudence
      Rachida: classer PJ-3
      Bot: Dites pourquoi rien n'en est tiré
      Rachida: classer PJ-3 : c'est la page d'accueil de votre site
      Bot: PJ-3 est classée. Qui l'a envoyée reçoit la raison. « rouvrir PJ-3 »
      Bot → Omar: Bonjour Omar. Votre fichier PJ-3 a été lu, aucune proposition n'en a été tirée. La raison : « c'est la page d'accueil de votre site »
      Rachida: rouvrir PJ-3
      Bot: PJ-3 attend de nouveau.
      Rachida: rouvrir PJ-3
      Bot: PJ-3 attend déjà.
      Rachida: classer PJ-3 : vue à deux
      Bot: est classée
      Bot → Omar: vue à deux
      Rachida: extraire PJ-2 pour Omar 1 (papier) : un plan
      Bot: …
      Rachida: extraire PJ-99 : rien
      Bot: Je ne trouve pas PJ-99.
    `));

  test('what can’t be kept is said, with what to do, and the team knows', async () => {
    const before = (await rows()).length;
    await at.story(`
      Lucie: oui
      Bot: 1/6 :
      Lucie [file huge.pdf]:
      Bot: « huge.pdf » : ce fichier dépasse 10 Mo, je n'ai pas pu le garder. Envoyez-le en plusieurs parties
      Lucie [file empty.txt]:
      Bot: « empty.txt » : ce fichier est vide.
      Lucie [file a.pdf+b.pdf+c.pdf+d.pdf+e.pdf+f.pdf]:
      Bot: Je garde ces 5 fichiers … « f.pdf » : je garde 5 fichiers par message.
      Rachida: doutes
      Bot: …
    `);
    expect((await rows()).length).toBe(before + 5);
  });

  test('a claimed size is not believed, a torn download is tried again, a lost one said', async () => {
    const { platform } = at.stage;
    const user = at.stage.summon('Claire');
    const say = async (files: Parameters<typeof platform.send>[2], expected: string) => {
      const from = platform.inbox(user).length;
      platform.send(user, '', files);
      await platform.waitFor(user, ({ text }) => text.includes(expected), { from });
    };
    await say([{ name: 'small.pdf', content: new Uint8Array(10_000_001), claimed: 12 }], 'dépasse');
    platform.faults.failFetches('torn', 'unavailable');
    await say([{ name: 'twice.pdf', content: '%PDF-1.7' }], 'Je garde');
    platform.faults.failFetches('gone');
    await say([{ name: 'lost.pdf', content: '%PDF-1.7' }], 'pas réussi à le recevoir');
  });

  test('taken back by who sent it, or with the message it came with; not by anybody else', async () => {
    const told = await at.story(`
      Omar: oui
      Bot: 1/6 :
      Omar [file mine.pdf]:
      Bot: Je garde « mine.pdf »
      Lucie: oui
      Bot: 1/6 :
    `);
    const mine = (await rows()).at(-1)!.number;
    await at.story(
      `
      Lucie: effacer PJ-${mine}
      Bot: Je ne trouve pas PJ-${mine}
      Omar: retirer PJ-${mine}
      Bot: PJ-${mine} : effacé, contenu et nom.
      Omar: retirer PJ-${mine}
      Bot: a été effacée
      Omar [file other.pdf]:
      Bot: Je garde « other.pdf » (PJ-${mine + 1}
      Omar [delete other.pdf]: …
      Bot: PJ-${mine + 1} : effacé
      Rachida: PJ-${mine + 1}
      Bot: a été effacée
    `,
      told,
    );
    expect(await content(mine)).toBeNull();
    expect(await content(mine + 1)).toBeNull();
    expect(await row(mine + 1)).toMatchObject({ state: 'erased', sha256: null });
  });

  test('the same event twice is one file; a stranger’s files are not fetched', async () => {
    const { platform } = at.stage;
    const before = (await rows()).length;
    platform.faults.copies = 2;
    await at.story(`
      Claire: oui
      Bot: 1/6 :
    `);
    platform.faults.copies = 2;
    await at.story(`
      Kate: yes
      Bot: 1/6:
      Kate [file note.pdf]:
      Bot: I have kept “note.pdf” (PJ-… 17 bytes). Somebody on the team will read it
    `);
    expect((await rows()).length).toBe(before + 1);
    platform.send('stranger', '', [{ name: 'x.pdf', content: '%PDF-1.7' }]);
    await platform.waitFor('stranger');
    expect((await rows()).length).toBe(before + 1);
  });

  test('killed in the middle of letting contents go, it lets them go whole the next time, and once', async () => {
    const { bot, clock } = at.stage;
    const later = clock.now() + 366 * 86_400_000;
    const before = await at.stage.read((tx) =>
      tx.attachments.of(at.stage.consultation.id, ['extracted', 'filed']),
    );
    const killed = bot.store.transaction(async (tx) => {
      expect(await tx.attachments.expire(later)).toBeGreaterThan(0);
      throw new Error('killed');
    });
    await expect(killed).rejects.toThrow('killed');
    expect(
      await at.stage.read((tx) => tx.attachments.of(at.stage.consultation.id, ['extracted', 'filed'])),
    ).toEqual(before);
    expect(await content(1)).not.toBeNull();
  });

  test('dealt with a year ago, the content leaves; its name and what was taken stay', async () => {
    const { clock, bot } = at.stage;
    expect(await content(1)).not.toBeNull();
    clock.leap(clock.now() + 366 * 86_400_000);
    await bot.tick();
    expect(await content(1)).toBeNull();
    expect(await row(1)).toMatchObject({ state: 'extracted', sha256: null });
    const again = await at.stage.read((tx) => tx.attachments.expire(clock.now()));
    expect(again).toBe(0);
  });
});

journeys('attachments, on an island', { world: WINDHAVEN, stories: 2 }, (at) => {
  test('in English', () =>
    at.story(`
      Joy: yes
      Bot: …
      Joy [file letter.pdf]:
      Bot: I have kept “letter.pdf” (PJ-1, 19 bytes). … The gist of it in two lines
      Rosa: attachments
      Bot: One attachment is waiting to be read: … PJ-1, “letter.pdf” (PDF, 19 bytes), Joy 1
      Rosa: extract PJ-1 for Joy 1: a shared van for the three farms
      Bot: Noted for Joy 1
      Bot → Joy: noted this for you, from the file you sent
      Joy: yes
      Bot: confirmed
    `));
});
