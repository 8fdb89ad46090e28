/** A large round where people support and oppose each other's ideas: groups of opinion and what all of them share, or nothing. */
import { expect, test } from 'vitest';
import { type Journey, journeys } from './harness.ts';
import { LILLE_SHOWN } from './stage.ts';
import type { Told } from './story.ts';

const IDEAS = {
  a: 'une avance de trésorerie en attendant les subventions',
  b: 'un fonds de garantie pour les prêts bancaires',
  c: 'des loyers progressifs dans les locaux vides',
  d: 'des clauses sociales dans tous les marchés publics',
  e: 'un guichet unique pour les porteurs de projet',
  f: 'mutualiser un poste de comptable',
  g: 'moins de paperasse dans les dossiers',
} as const;
type Idea = keyof typeof IDEAS;
const CAMP = 8;

/** Each idea by somebody who lets it be shown. */
async function proposed(at: Journey): Promise<Told['refs']> {
  let refs: Told['refs'] = {};
  for (const name of Object.keys(IDEAS) as Idea[]) {
    const told = await at.story(
      `
      Omar: oui
      Bot: 1/6 :
      Omar: ${IDEAS[name]}
      Bot: Noté, {${name}}
      Omar: montrer mes idées
      Bot: C'est noté
    `,
      { refs, users: {} },
    );
    refs = told.refs;
  }
  return refs;
}

const supported = (name: Idea): string => `
      Claire: rejoindre {${name}}
      Bot: Vous soutenez {${name}}`;

/** Somebody new stands behind some ideas, and against others in one sentence. */
const stand = (at: Journey, refs: Told['refs'], pro: readonly Idea[], con: readonly Idea[]): Promise<Told> =>
  at.story(
    `
      Claire: oui
      Bot: 1/6 :${pro.map(supported).join('')}
      ${con.length === 0 ? '' : `Claire: Je suis contre ${con.map((name) => `{${name}}`).join(' et ')}\n      Bot: objection`}
    `,
    { refs, users: {} },
  );

interface Drafted {
  readonly id: string;
  readonly kind: string;
  readonly text: string;
}

async function drafted(at: Journey): Promise<readonly Drafted[]> {
  await at.story(`
      Solène: synthèse
      Bot: Je prépare la synthèse
      Bot → Solène: Synthèse n° 1
    `);
  const row = await at.stage.read((tx) => tx.syntheses.latest(at.stage.consultation.id));
  return row!.body.axes
    .flatMap(({ lines }) => lines)
    .filter(({ kind }) => kind === 'opinion' || kind === 'common')
    .map(({ id, kind, text }) => ({ id, kind, text: text!.replaceAll(/\s/gu, ' ') }));
}

journeys('two camps', { world: LILLE_SHOWN, stories: 2 * CAMP }, (at) => {
  test('what sets them apart and what they share is told, with the words of what they share, and why', async () => {
    const refs = await proposed(at);
    for (let n = 0; n < CAMP; n++) {
      await stand(at, refs, ['a', 'b', 'c', 'g'], ['d', 'e', 'f']);
      await stand(at, refs, ['d', 'e', 'f', 'g'], ['a', 'b', 'c']);
    }
    const told = await drafted(at);
    const { a, d, g } = refs;
    const camps = told.filter(({ kind }) => kind === 'opinion').map(({ text }) => text);
    expect(camps[0]).toMatch(/^Groupe d’opinion 1 sur 2 \(au moins cinq personnes\) : il soutient/u);
    expect(camps.some((text) => text.includes(a!) && text.includes(d!))).toBe(true);
    const common = told.find(({ kind }) => kind === 'common')!;
    expect(common.text).toBe(
      `Ce qui rassemble les deux groupes d’opinion : dans chacun, la plupart des personnes qui se sont prononcées soutiennent ${g}.`,
    );
    await at.story(`
      Solène: pourquoi ${common.id}
      Bot: Dans chacun de ces groupes, plus de la moitié … Ils ne sont montrés que parce qu'ils tiennent quand on retire des personnes au hasard.
    `);
  });
});

journeys('no camps', { world: LILLE_SHOWN, stories: 2 * CAMP }, (at) => {
  test('as many people who share some ideas and oppose none by groups: nobody is put into one', async () => {
    const refs = await proposed(at);
    const names = Object.keys(IDEAS) as Idea[];
    for (let n = 0; n < 2 * CAMP; n++) {
      const turned = names.map((_, k) => names[(k + n) % names.length]!);
      await stand(at, refs, turned.slice(0, 5), []);
    }
    expect(await drafted(at)).toEqual([]);
  });
});
