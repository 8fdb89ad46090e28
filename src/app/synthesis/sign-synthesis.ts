import { publishedColleges } from '../../core/consultation/published-colleges.ts';
import { type Ref, ref } from '../../core/ids.ts';
import { counts } from '../../core/proposal/change.ts';
import { type Refusal, refuse } from '../../core/refusal.ts';
import type { Round } from '../../core/round/model.ts';
import { citations } from '../../core/synthesis/edit.ts';
import { commit, hashOf, type Sha256 } from '../../core/synthesis/hash.ts';
import type { SynthesisBody } from '../../core/synthesis/model.ts';
import { renamed } from '../../core/synthesis/renamed.ts';
import { refusalToSign } from '../../core/synthesis/signing.ts';
import { withhold } from '../../core/synthesis/suppress.ts';
import { acceptTitles, machineTitles } from '../../core/synthesis/titles.ts';
import { together } from '../../core/synthesis/together.ts';
import { perform, type Scene } from '../perform.ts';
import type { SynthesisRow } from '../ports/syntheses.ts';
import { type AskedNeeds, askedSoFar } from './asked-so-far.ts';
import { readersOf } from './proofread.ts';
import { wordsOfBody } from './words-of-body.ts';

/**
 * A person signs the draft: from then on it is immutable, hashed, and fit to be published (C12). Titles that the machine
 * made of words are refused unless they were accepted, or are with the signature; so is a draft of what a round still
 * open may add to (`words-still-coming`), unless `whileOpen`.
 */
export async function signSynthesis(
  scene: Scene<
    AskedNeeds | 'syntheses' | 'words' | 'proposals' | 'consultations' | 'rounds' | 'proofreadings' | 'people'
  >,
  sha256: Sha256,
  {
    acceptTitles: accepted = false,
    whileOpen = false,
  }: { readonly acceptTitles?: boolean; readonly whileOpen?: boolean } = {},
): Promise<SynthesisRow | Refusal> {
  const { tx, now, actor, consultation } = scene;
  let signedId = '';
  const act = { verb: 'synthesis.sign', subjectType: 'synthesis', subjectId: () => signedId } as const;
  return perform(scene, act, async () => {
    // What is hashed is what is signed: no edit comes between.
    await tx.consultations.lock(consultation.id);
    const latest = await tx.syntheses.latest(consultation.id);
    if (!latest) return refuse('no-synthesis');
    signedId = latest.id;
    if (latest.state !== 'draft') return refuse('synthesis-signed');
    if (consultation.content.rules.signing === 'read-by-another') {
      const { read } = await readersOf(scene, latest.id);
      if (!read.some(({ id }) => id !== actor.person.id)) return refuse('read-by-nobody-else');
    }
    const machine = machineTitles(latest.body);
    if (machine.length > 0 && !accepted)
      return refuse('titles-unaccepted', {
        titles: machine.map(({ line, label }) => `${line} ${label}`).join(' ; '),
      });
    const titled =
      machine.length > 0 ? acceptTitles(latest.body, { by: actor.person.id, at: now }) : latest.body;
    const body = { ...titled, ...(await askedSoFar(scene)) };
    const draft = { ...latest, body };
    const lacking = refusalToSign(draft.body);
    if (lacking) return lacking;
    const gone = await goneSince(scene, draft.body);
    if (gone.length > 0) return refuse('synthesis-outdated', { proposals: gone.join(', ') });
    // Asked last: whoever says "anyway" is not refused for another reason then.
    const open = whileOpen ? [] : await roundsStillOpen(scene);
    if (open.length > 0)
      return refuse('words-still-coming', { rounds: open.map(({ key }) => key).join(', ') });
    const salted = await tx.words.salted(wordsOfBody(draft.body));
    // Words erased since the draft have no commitment: they are left out as if they had never been quoted.
    await tx.syntheses.saveDraft(draft.id, body);
    const commitments = commit(draft.body, (id) => salted.get(id) ?? { text: '', salt: '' }, sha256);
    const hash = hashOf(draft.body, commitments, consultation.salt, sha256);
    const { smallestFigure } = consultation.content.rules;
    const exact = together(draft.body, publishedColleges(consultation.content));
    const earlier = (await tx.syntheses.published(consultation.id)).map((one) =>
      renamed(one, consultation.content),
    );
    const published = withhold(exact, smallestFigure, earlier);
    const signed = { by: actor.person.id, at: now, hash, commitments, published };
    await tx.syntheses.sign(draft.id, signed);
    return {
      ...draft,
      state: 'signed',
      hash,
      commitments,
      published,
      signedBy: actor.person.id,
      signedAt: now,
    };
  });
}

/** Rounds whose answers a synthesis of today would miss. */
export const roundsStillOpen = async ({
  tx,
  consultation,
}: Pick<Scene<'rounds'>, 'tx' | 'consultation'>): Promise<readonly Round[]> =>
  (await tx.rounds.of(consultation.id)).filter(({ state }) => state === 'open');

/**
 * Cited proposals that no longer count: withdrawn, merged or set aside since the draft was compiled. One whose words
 * were erased still does.
 */
async function goneSince(scene: Scene<'proposals'>, body: SynthesisBody): Promise<Ref[]> {
  const cited = citations(body);
  const rows = await scene.tx.proposals.of(scene.consultation.id);
  return rows
    .filter((row) => !counts(row) && !(row.state === 'erased' && row.mergedInto === null))
    .map((row) => ref(row.number))
    .filter((one) => cited.has(one));
}
