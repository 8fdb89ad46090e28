import type { RoundContent } from '../../core/consultation/model.ts';
import { passageOf } from '../../core/gate/gate.ts';
import type { PersonId, RoundId } from '../../core/ids.ts';
import { WAITS_TO_BE_OPENED } from '../../core/mail/mailing.ts';
import { isRefusal, type Refusal, refuse } from '../../core/refusal.ts';
import type { Round } from '../../core/round/model.ts';
import { decideOpening, type Opening } from '../../core/round/open.ts';
import type { Instant } from '../../core/time.ts';
import { directsOf } from '../directs.ts';
import { perform, type Scene } from '../perform.ts';
import type { Conversation } from '../ports/conversations.ts';
import type { Partner } from '../ports/people.ts';
import type { DraftRow } from '../ports/rounds.ts';

export interface Preview {
  readonly content: RoundContent;
  readonly opening: Opening;
  /** People to invite; somebody who asked for no more messages is not among them. */
  readonly invited: readonly Partner[];
  /** In the audience, and left alone: they asked for no more messages. */
  readonly stopped: readonly Partner[];
  /** Invited, but on no chat the bot knows of: they count in the base. */
  readonly unreachable: readonly Partner[];
  /** Invited on a chat that waits to be opened, and no e-mail tells them: they need their link from somebody. */
  readonly untold: readonly Partner[];
}

/** A round of the content by its key, or one put together in chat. */
export type Openable =
  | { readonly key: string; readonly live?: true }
  | { readonly content: RoundContent; readonly draft: DraftRow };

/** What opening this round now would do; changes nothing. */
export async function previewRound(
  scene: Scene<'rounds' | 'people' | 'mails' | 'gates'>,
  what: Openable,
  closesAt: Instant | null = null,
): Promise<Preview | Refusal> {
  const key = keyOf(what);
  const content =
    'content' in what
      ? what.content
      : scene.consultation.content.rounds.find((round) => round.key === what.key);
  if (!content) return refuse('no-such-round', { round: key });
  if (passageOf(await scene.tx.gates.of(scene.consultation.id), 'phase', content.phase))
    return refuse('phase-closed', { phase: content.phase });
  const existing = await scene.tx.rounds.byKey(scene.consultation.id, key);
  const live = 'live' in what && what.live === true;
  const opening = decideOpening(
    content,
    existing,
    scene.now,
    scene.consultation.content.zone,
    closesAt,
    live,
  );
  if (isRefusal(opening)) return opening;
  const audience = await scene.tx.people.partners(scene.consultation.id, content.audience);
  const { organisations } = content;
  const wanted = audience.filter(
    (partner) => organisations === undefined || organisations.includes(partner.organisationId),
  );
  const invited = wanted.filter((partner) => partner.person.stoppedAt === null);
  if (invited.length === 0) return refuse('nobody-to-invite', { round: key });
  const sent = await scene.tx.mails.areSent();
  return {
    content,
    opening,
    invited,
    stopped: wanted.filter((partner) => partner.person.stoppedAt !== null),
    unreachable: invited.filter((partner) => partner.person.addresses.length === 0),
    untold: invited.filter(({ person }) => isUntold(person, sent)),
  };
}

const isUntold = ({ addresses, email }: Partner['person'], mailsAreSent: boolean): boolean =>
  addresses[0]?.platform === WAITS_TO_BE_OPENED && (email === null || !mailsAreSent);

const keyOf = (what: Openable): string => ('content' in what ? what.content.key : what.key);

export interface Opened extends Preview {
  readonly round: Round;
  /** One a person: somebody who speaks for two organisations gets one invitation. */
  readonly invitations: readonly {
    readonly partner: Partner;
    readonly conversation: Conversation;
    /** All that the person is invited for. */
    readonly organisations?: readonly string[];
  }[];
}

/** Opens the round and finds the direct conversation with each person to invite. */
export async function openRound(
  scene: Scene<
    'rounds' | 'drafts' | 'people' | 'participations' | 'conversations' | 'consultations' | 'mails' | 'gates'
  >,
  what: Openable,
  closesAt: Instant | null = null,
): Promise<Opened | Refusal> {
  const { tx, ids, now, consultation, actor } = scene;
  const key = keyOf(what);
  const roundId = ids.next<RoundId>();
  const act = {
    verb: 'round.open',
    subjectType: 'round',
    subjectId: roundId,
    refs: 'draft' in what ? { draft: what.draft.id } : {},
  } as const;
  return perform(scene, act, async () => {
    const preview = await previewRound(scene, what, closesAt);
    if (isRefusal(preview)) return preview;
    const people = new Map<PersonId, Partner>();
    for (const partner of preview.invited)
      if (partner.person.addresses.length > 0 && !people.has(partner.person.id))
        people.set(partner.person.id, partner);
    const partners = [...people.values()];
    // Conversations before the consultation: answers on their way lock them in this order too.
    const conversations = await directsOf(
      scene,
      consultation.id,
      partners.map(({ person }) => person),
    );
    // Two openings at once: the second one waits here, then finds the first one's round.
    await tx.consultations.lock(consultation.id);
    const already = await tx.rounds.byKey(consultation.id, key);
    if (already && already.state !== 'cancelled') return refuse('round-already-opened', { round: key });
    const { closesAt: closes } = preview.opening;
    if ('draft' in what && !(await publish(scene, what.draft, key, closes)))
      return refuse('round-already-opened', { round: key });
    const round: Round = {
      id: roundId,
      consultationId: consultation.id,
      key,
      attempt: (already?.attempt ?? 0) + 1,
      contentId: consultation.contentId,
      state: 'open',
      openedAt: now,
      openedBy: actor.person.id,
      closesAt: closes,
      closedAt: null,
    };
    await tx.rounds.add(round);
    await tx.participations.add(
      preview.invited.map((partner) => ({
        id: ids.next(),
        consultationId: consultation.id,
        roundId,
        partnerId: partner.id,
        state: 'invited' as const,
        answered: [],
        passed: [],
        invitedAt: now,
        reachedAt: null,
        consentedAt: null,
        endedAt: null,
      })),
    );
    const invitations = partners.map((partner, index) => ({
      partner,
      conversation: conversations[index]!,
      organisations: [
        ...new Set(
          preview.invited
            .filter(({ person }) => person.id === partner.person.id)
            .map(({ organisation }) => organisation),
        ),
      ],
    }));
    return { ...preview, round, invitations };
  });
}

/** From now on it is a round of the consultation, with its day; false when somebody was faster. */
async function publish(
  { tx, now }: Scene<'drafts'>,
  { id, draft }: DraftRow,
  key: string,
  closesAt: Instant,
): Promise<boolean> {
  await tx.drafts.save(id, { ...draft, closesAt }, now);
  return tx.drafts.open(id, key, now);
}
