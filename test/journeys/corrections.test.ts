/** A facilitator puts a hundred proposals where they belong: the next ones are read with what that taught. */
import { expect, test } from 'vitest';
import { createReader } from '../../src/analysis/reader.ts';
import { importProposals } from '../../src/app/proposal/import-proposals.ts';
import { catchUp } from '../../src/app/proposal/read-message.ts';
import { axisOf } from '../../src/core/proposal/model.ts';
import { journeys } from './harness.ts';
import type { Stage } from './stage.ts';

/** How people of a place speak of three of the axes, in words the content does not have. */
const SPOKEN = {
  '2': `la friche Tissot, la ducasse, le bus bleu, la courée, la braderie, la kermesse, la guinguette, le beffroi, le terril,
la baraque à frites`,
  '3': `la bidouille, la maquette, le cobaye, le bac à sable, la paillasse, le carnet de bord, la trouvaille, le tâtonnement,
le croquis, l’éprouvette`,
  '5': `les extras, les astreintes, la pointeuse, les plannings, le vestiaire, les congés, la badgeuse, le casier, les pourboires,
la prime de panier`,
} as const;
const AXES = Object.keys(SPOKEN) as (keyof typeof SPOKEN)[];
const CORRECTED_TURNS = ['on veut parler de', 'il faut voir', 'gros souci avec', 'merci de penser à'];
const NEXT_TURNS = ['rien n’avance sur', 'tout le monde demande', 'où en est-on avec'];

interface Spoken {
  readonly text: string;
  readonly axis: string;
}

/** Two things of each axis in turn, said together: those that `takes` them, in the turns given. */
function spoken(
  many: number,
  turns: readonly string[],
  takes: (one: number, other: number) => boolean,
): Spoken[] {
  const pairs = Array.from({ length: 100 }, (_, n) => [n % 10, Math.floor(n / 10)] as const).filter(
    ([one, other]) => one !== other && takes(one, other),
  );
  return Array.from({ length: many }, (_, n) => {
    const axis = AXES[n % AXES.length]!;
    const own = SPOKEN[axis].split(/,\s/u);
    const k = Math.floor(n / AXES.length);
    const [one, other] = pairs[(k * 7) % pairs.length]!;
    return { axis, text: `${turns[k % turns.length]} ${own[one]}, ${own[other]}` };
  });
}

const CORRECTED = 100;
const NEXT = 60;
const corrected = spoken(CORRECTED, CORRECTED_TURNS, (one, other) => (one + other) % 3 !== 0);
/** Never said together before, nor in that turn. */
const next = spoken(NEXT, NEXT_TURNS, (one, other) => (one + other) % 3 === 0);

/** Texts as an import stores them when the machine found no axis. */
const imported = (stage: Stage) =>
  stage.bot.store.transaction(async (tx) => {
    const address = { platform: stage.platform.name, workspace: 'main', userId: 'solene' };
    const [person] = await tx.people.byAddress(address);
    const scene = {
      tx,
      consultation: stage.consultation,
      actor: { person: person!, partners: [] },
      now: stage.bot.clock.now(),
      ids: stage.bot.ids,
    };
    const rows = Array.from({ length: CORRECTED }, (_, n) => {
      const { text } = corrected[n]!;
      const blank = { lang: 'fr', start: 0, end: text.length, tags: [], axis: null, label: null };
      return { ...blank, line: n + 1, id: `text-${n}`, text, unread: [], because: [] };
    });
    return importProposals(scene, rows, 'college');
  });

/** The share of the next texts that a process which starts now reads right. */
const rightNow = (stage: Stage): Promise<number> =>
  stage.read(async (tx) => {
    const reader = createReader(stage.consultation.content);
    await catchUp(tx, { reader, revision: 0 }, stage.consultation.id);
    const right = next.filter(
      ({ text, axis }) => axisOf(reader.readWhole(text, { lang: 'fr', prompt: null })) === axis,
    );
    return right.length / NEXT;
  });

journeys('a hundred corrections', {}, (at) => {
  test('teach the machine, at once and after a restart', async () => {
    const { stage } = at;
    expect(new Set([...corrected, ...next].map(({ text }) => text)).size).toBe(CORRECTED + NEXT);
    const rachida = stage.summon('Rachida');
    await imported(stage);
    const before = await rightNow(stage);
    const steps = [before];
    for (let n = 0; n < CORRECTED; n++) {
      const heard = stage.platform.texts(rachida).length;
      stage.platform.say(rachida, `reclasser P-${String(n + 1).padStart(4, '0')} axe ${corrected[n]!.axis}`);
      await stage.platform.waitForCount(rachida, heard + 1);
      if (n === 19) steps.push(await rightNow(stage));
    }
    const after = await rightNow(stage);
    steps.push(after);

    expect(before).toBeLessThan(0.5);
    expect(steps[1]).toBeGreaterThan(before + 0.2);
    expect(after).toBeGreaterThan(0.95);

    const script = await at.story(`
      Bot → Claire: On commence ?
      Claire: oui
      Bot: 1/
      Claire: on ne sait plus comment payer les astreintes, les congés et les extras
      Bot: {a} (axe 5
    `);
    const { refs } = await at.story(
      `
      Claire: il nous manque un atelier de couture à Roubaix
      Bot: {b} (
      Claire: pourquoi {b}
      Bot: {b}, « il nous manque un atelier de couture à Roubaix » … Lieu « Roubaix » : lu par la machine, à cause de « Roubaix » … Nature « besoin » : lu par la machine, à cause de « manque » … Sujet « Textile » : lu par la machine, à cause de « atelier de couture » … plutôt axe 3
      Rachida: pourquoi {b}
      Bot: Nature « besoin » : lu par la machine
      `,
      script,
    );
    expect(refs.b).toBeDefined();
    await at.story(
      `
      Rachida: pourquoi {a} ?
      Bot: {a}, « on ne sait plus comment payer…Axe 5…lu par la machine, sûre à…« astreintes »…reclasser {a} axe 3
      Rachida: pourquoi P-0001
      Bot: P-0001…Axe 2…c’est l’équipe qui l’y a rangée…reclasser P-0001 axe 3
      Rachida: pourquoi P-9999
      Bot: P-9999
      Claire: pourquoi P-0001
      Bot: Je ne trouve pas cette proposition parmi les vôtres
      Claire: pourquoi {a}
      Bot: {a}…sûre à…{a} plutôt axe 3
      Claire: {a} plutôt axe 3
      Bot: {a} : axe 3, c’est noté.
      Claire: pourquoi {a}
      Bot: …Axe 3…c’est la personne qui l’a écrite qui l’a dit
      `,
      script,
    );
  });
});
