import { type Ref, ref } from '../../core/ids.ts';
import { type Refusal, refuse } from '../../core/refusal.ts';
import { citations } from '../../core/synthesis/edit.ts';
import { commit, hashOf, type Sha256 } from '../../core/synthesis/hash.ts';
import type { SynthesisBody } from '../../core/synthesis/model.ts';
import { refusalToSign } from '../../core/synthesis/signing.ts';
import { withhold } from '../../core/synthesis/suppress.ts';
import { perform, type Scene } from '../perform.ts';
import type { SynthesisRow } from '../ports.ts';
import { wordsOfBody } from './words-of-body.ts';

/** A person signs the draft: from then on it is immutable, hashed, and fit to be published (C12). */
export async function signSynthesis(
  scene: Scene<'syntheses' | 'words' | 'proposals'>,
  sha256: Sha256,
): Promise<SynthesisRow | Refusal> {
  const { tx, now, actor, consultation } = scene;
  const draft = await tx.syntheses.latest(consultation.id);
  if (!draft) return refuse('no-synthesis');
  const act = { verb: 'synthesis.sign', subjectType: 'synthesis', subjectId: draft.id } as const;
  return perform(scene, act, async () => {
    if (draft.state !== 'draft') return refuse('synthesis-signed');
    const lacking = refusalToSign(draft.body);
    if (lacking) return lacking;
    const gone = await withdrawnIn(scene, draft.body);
    if (gone.length > 0) return refuse('synthesis-cites-withdrawn', { proposals: gone.join(', ') });
    const salted = await tx.words.salted(wordsOfBody(draft.body));
    // Words erased since the draft have no commitment: they are left out as if they had never been quoted.
    const commitments = commit(draft.body, (id) => salted.get(id) ?? { text: '', salt: '' }, sha256);
    const hash = hashOf(draft.body, commitments, consultation.salt, sha256);
    const { smallestFigure } = consultation.content.rules;
    const published = withhold(draft.body, smallestFigure, await tx.syntheses.published(consultation.id));
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

/** Cited proposals that their authors withdrew since the draft was compiled. */
async function withdrawnIn(scene: Scene<'proposals'>, body: SynthesisBody): Promise<Ref[]> {
  const cited = citations(body);
  const rows = await scene.tx.proposals.of(scene.consultation.id, { states: ['withdrawn', 'erased'] });
  return rows.map((row) => ref(row.number)).filter((one) => cited.has(one));
}
