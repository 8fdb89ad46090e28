/** What people are told of an act of the team that was not asked for in chat: the same messages, in answer to none. */
import type { Ended } from '../app/committee/close.ts';
import { membersReached, type Reached } from '../app/committee/convene.ts';
import type { On } from '../app/committee/speak.ts';
import type { RestitutionSent } from '../app/decision/restitution.ts';
import type { Scene } from '../app/perform.ts';
import type { Transaction } from '../app/ports/store.ts';
import type { ReportPublished } from '../app/report/publish-report.ts';
import type { Cancelled } from '../app/round/close-round.ts';
import type { Extended } from '../app/round/extend-round.ts';
import type { Opened } from '../app/round/open-round.ts';
import type { Session } from '../core/committee/model.ts';
import type { WordsId } from '../core/ids.ts';
import { tellEnded } from './committee/ended.ts';
import {
  type Convener,
  tellCalled,
  tellCalledOff,
  tellConvener,
  tellProxy,
  tellReworded,
} from './committee/tell.ts';
import { tellMoreTime } from './facilitator/extend.ts';
import { sendInvitations } from './facilitator/invite.ts';
import { tellCancelled } from './facilitator/round.ts';
import { remind } from './reminders.ts';
import { announceReport } from './staff/report-announced.ts';
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
  /** Members of the session that runs, or of the next one, held: before it is convened, closed or called off. */
  holdSession: (scene: Acting, session: Session | null): Promise<readonly Reached[]> =>
    membersReached(scene, session),
  sessionCalled: (scene: Acting, session: Session, reached: readonly Reached[]): Promise<void> =>
    tellCalled(unasked(scene), session, reached),
  sessionEnded: (scene: Acting, ended: Ended, reached: readonly Reached[]): Promise<void> =>
    tellEnded(unasked(scene), ended, reached),
  sessionCancelled: (scene: Acting, session: Session, reached: readonly Reached[]): Promise<void> =>
    tellCalledOff(unasked(scene), session, reached),
  /** Whoever convened the session, held: before somebody objects. */
  holdConvener: (scene: Acting, session: Session): Promise<Convener | null> =>
    tellConvener.hold(unasked(scene), session),
  objected: async (
    scene: Acting,
    session: Session,
    convener: Convener | null,
    on: On,
    reason: WordsId | null,
  ): Promise<void> => {
    if (convener !== null) await tellConvener.ofObjection(unasked(scene), session, convener, { on, reason });
  },
  reworded: (
    scene: Acting,
    session: Session,
    reached: readonly Reached[],
    adjustment: number,
  ): Promise<void> => tellReworded(unasked(scene), session, reached, adjustment),
  proxyGiven: (scene: Acting, reached: readonly Reached[]): Promise<void> =>
    tellProxy(unasked(scene), reached),
  restitution: (scene: Acting, sent: RestitutionSent): Promise<void> =>
    queueRestitution(unasked(scene), sent),
  report: (scene: Acting, published: ReportPublished): Promise<void> =>
    announceReport(scene, published, null),
};
