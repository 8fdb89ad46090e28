/** What people were asked beside their proposals, counted exactly as it stands: frozen with a signature. */
import type { SynthesisBody } from '../../core/synthesis/model.ts';
import { understoodSoFar } from '../participation/review.ts';
import type { Scene } from '../perform.ts';
import { viewsSoFar } from '../round/views.ts';

export type AskedNeeds = 'rounds' | 'notices' | 'proposals' | 'participations' | 'people' | 'reactions';

export const askedSoFar = async ({
  tx,
  consultation,
}: Pick<Scene<AskedNeeds>, 'tx' | 'consultation'>): Promise<
  Required<Pick<SynthesisBody, 'understood' | 'views'>>
> => ({
  understood: await understoodSoFar(tx, consultation.id),
  views: await viewsSoFar({ tx, consultation }),
});
