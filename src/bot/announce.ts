/** What people are told of an act of the team that was not asked for in chat: the same messages, in answer to none. */
import type { RestitutionSent } from '../app/decision/restitution.ts';
import type { Scene } from '../app/perform.ts';
import type { Transaction } from '../app/ports/store.ts';
import type { Cancelled } from '../app/round/close-round.ts';
import type { Extended } from '../app/round/extend-round.ts';
import type { Opened } from '../app/round/open-round.ts';
import { tellMoreTime } from './facilitator/extend.ts';
import { sendInvitations } from './facilitator/invite.ts';
import { tellCancelled } from './facilitator/round.ts';
import { remind } from './reminders.ts';
import { queueRestitution } from './staff/restitution.ts';
import { holdRound } from './tell-partners.ts';

type Acting = Scene<keyof Transaction> & { readonly tx: Transaction };
const unasked = (scene: Acting) => ({ ...scene, inboundId: null });

export const announce = {
  /** To be called before that round is changed, by what tells its people of it. */
  hold: (scene: Acting, round: string): Promise<void> => holdRound(scene, round),
  opened: (scene: Acting, { round, content, invitations }: Opened): Promise<void> =>
    sendInvitations(unasked(scene), round, content, invitations),
  extended: (scene: Acting, extended: Extended): Promise<void> => tellMoreTime(unasked(scene), extended),
  cancelled: (scene: Acting, cancelled: Cancelled): Promise<void> => tellCancelled(unasked(scene), cancelled),
  /** Those that may leave now, a batch; the tick sees to the others. */
  async reminders(scene: Acting): Promise<void> {
    await remind(scene.tx, scene.consultation, scene);
  },
  restitution: (scene: Acting, sent: RestitutionSent): Promise<void> =>
    queueRestitution(unasked(scene), sent),
};
