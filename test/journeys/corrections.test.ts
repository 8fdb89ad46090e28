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
  '2': ['la friche Tissot', 'la ducasse', 'le bus bleu', 'la courée', 'la braderie', 'la kermesse'],
  '3': ['la bidouille', 'la maquette', 'le cobaye', 'le bac à sable', 'la paillasse', 'le carnet de bord'],
  '5': ['les extras', 'les astreintes', 'la pointeuse', 'les plannings', 'le vestiaire', 'les congés'],
} as const;
const TURNS = [
  'on veut parler de',
  'il faut voir',
  'gros souci avec',
  'merci de penser à',
  'rien n’avance sur',
  'tout le monde demande',
];
const AXES = Object.keys(SPOKEN) as (keyof typeof SPOKEN)[];

/** The `n`th text, and the axis it belongs to. */
function spoken(n: number): { readonly text: string; readonly axis: string } {
  const axis = AXES[n % AXES.length]!;
  const own = SPOKEN[axis];
  const k = Math.floor(n / AXES.length);
  const turn = TURNS[(n * 5) % TURNS.length]!;
  return { axis, text: `${turn} ${own[k % own.length]}, ${own[(k * 5 + 1) % own.length]}` };
}

const CORRECTED = 100;
const NEXT = 60;
const next = Array.from({ length: NEXT }, (_, k) => spoken(1000 + k * 7));

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
      const { text } = spoken(n);
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
    const rachida = stage.summon('Rachida');
    await imported(stage);
    const before = await rightNow(stage);
    const steps = [before];
    for (let n = 0; n < CORRECTED; n++) {
      const heard = stage.platform.texts(rachida).length;
      stage.platform.say(rachida, `reclasser P-${String(n + 1).padStart(4, '0')} axe ${spoken(n).axis}`);
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
    expect(script.refs.a).toBeDefined();
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
