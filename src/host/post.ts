/** Letters on their way: one at a time a person, a few side by side, slowly enough for the server, and again when it must wait. */
import type { Clock } from '../app/ports/edge.ts';
import type { Mail, MailMatter } from '../app/ports/mails.ts';
import type { Store, Transaction } from '../app/ports/store.ts';
import { type Letter, MailError, type Mailer } from '../chat/letter.ts';
import { type Document, type Message, resolve } from '../chat/outbound.ts';
import { expired, retryAfter, whyNotSent } from '../core/mail/mailing.ts';
import type { Instant } from '../core/time.ts';
import { code, errorCode, type Log } from '../log.ts';
import { createAlarm } from './alarm.ts';
import { lookUp } from './lookup.ts';
import { oneAtATime } from './one-at-a-time.ts';
import { createPace, type Pace } from './pace.ts';
import { persisting } from './persisting.ts';
import { systemTimer, type Timer } from './timer.ts';

export interface Post {
  /** Something was queued: looks soon, once for all that comes at the same moment. */
  wake(): void;
  /** Sends what is due. Resolves when it is sent, or must wait; never rejects. */
  sweep(): Promise<void>;
  /** Begins nothing more, and waits for what is being sent, at most `graceMs`. What is left is sent again later. */
  stop(graceMs: number): Promise<void>;
}

type Named = NonNullable<Letter['round']>;

export interface PostSettings {
  readonly store: Store;
  readonly mailer: Mailer;
  readonly clock: Clock;
  readonly log: Log;
  readonly erasedText: (lang: string) => string;
  /** The text of a letter that says no delivery again; null when there is nothing to say any more. */
  readonly compose: (tx: Transaction, mail: Mail) => Promise<Document | null>;
  /** What a letter's round is called in the person's language, and the zone its days are told in. */
  readonly roundOf: (tx: Transaction, matter: MailMatter) => Promise<Omit<Named, 'until'> | null>;
  readonly perMinute: number;
  /** True where no other process shares the database. */
  readonly alone?: boolean;
  readonly timer?: Timer;
}

/** ms. A lease outlives the longest try of a mailer. */
const LEASE = 3 * 60_000;
const TOGETHER = 3;
const SOON = 200;
const AFTER_OUTAGE = 5_000;
/** A letter whose connection said nothing is tried again soon, others first. */
const SILENCE = 20_000;
/** To write down what was given up. */
const TO_NOTE = 500;

type Outcome =
  | { readonly to: 'sent' }
  | { readonly to: 'drop'; readonly why: string }
  | { readonly to: 'fail'; readonly why: string }
  | { readonly to: 'retry'; readonly why: string; readonly at: Instant }
  | { readonly to: 'back'; readonly at: Instant };

export function createPost(settings: PostSettings): Post {
  const { store, mailer, clock, log } = settings;
  const timer = settings.timer ?? systemTimer;
  const pace: Pace = createPace({ clock, timer, perMinute: settings.perMinute });
  let stopping = false;
  let revived = settings.alone !== true;
  const alarm = createAlarm(clock, timer, () => void api.sweep());

  /** Others come to help once there is something to do. */
  async function work(helpers: number): Promise<void> {
    const help: Promise<unknown>[] = [];
    while (!stopping && pace.pausedUntil() === null) {
      const now = clock.now();
      const mail = await store.transaction((tx) => tx.mails.take(now, now + LEASE));
      if (mail === null) break;
      if (help.length < helpers) help.push(work(0).catch(interrupted));
      await settle(mail, await outcomeOf(mail));
    }
    await Promise.all(help);
  }

  function interrupted(error: unknown): void {
    log.error('post.interrupted', error);
    alarm.by(clock.now() + AFTER_OUTAGE);
  }

  async function outcomeOf(mail: Mail): Promise<Outcome> {
    const matter = await store.transaction((tx) => readMatter(tx, mail));
    if (typeof matter === 'string') return { to: 'drop', why: matter };
    if (!(await pace.turn(() => stopping))) return { to: 'back', at: clock.now() };
    try {
      await mailer.send(matter);
      pace.answered();
      return { to: 'sent' };
    } catch (error) {
      return failureOf(mail, error);
    }
  }

  function failureOf(mail: Mail, error: unknown): Outcome {
    const now = clock.now();
    const facts = { mailId: code(mail.id), kind: code(mail.kind), attempt: mail.attempts };
    if (!(error instanceof MailError)) {
      log.error('mail.error', error, facts);
      return { to: 'fail', why: errorCode(error) };
    }
    const why = code(error.code);
    if (error.scope === 'server') {
      const until = pace.refused();
      log.warn('mail.pauses', { ...facts, code: why, seconds: Math.ceil((until - now) / 1000) });
      return { to: 'back', at: until };
    }
    if (error.scope === 'letter') pace.answered();
    else if (pace.silent()) log.warn('mail.pauses', { code: why });
    if (!error.transient || expired(mail.createdAt, now)) {
      log.warn('mail.failed', { ...facts, code: why });
      return { to: 'fail', why };
    }
    log.info('mail.waits', { ...facts, code: why });
    const delay = error.scope === 'unknown' && mail.attempts < 3 ? SILENCE : retryAfter(mail.attempts);
    return { to: 'retry', why, at: now + delay };
  }

  async function readMatter(tx: Transaction, mail: Mail): Promise<Letter | string> {
    const matter = await tx.mails.matter(mail.id);
    if (matter === null) return 'erased';
    const { email } = matter;
    const why = whyNotSent(
      { ...matter, kind: mail.kind, createdAt: mail.createdAt, addressed: email !== null },
      clock.now(),
    );
    if (why !== null || email === null) return why ?? 'erased';
    const document =
      matter.document === null ? await settings.compose(tx, mail) : (matter.document as Document);
    if (document === null) return 'nothing-to-say';
    const named = matter.round === null ? null : await settings.roundOf(tx, matter);
    return {
      key: mail.id,
      kind: mail.kind,
      email,
      shared: matter.shared,
      consultation: matter.consultationKey,
      userId: matter.address.userId,
      message: await messageOf(tx, document),
      round: matter.round === null || named === null ? null : { ...named, until: matter.round.closesAt },
    };
  }

  async function messageOf(tx: Transaction, document: Document): Promise<Message> {
    return resolve(document, await lookUp(tx, [document]), settings.erasedText(document.lang));
  }

  /** What the server took must be written down: a database that stumbles is asked again, shortly. */
  async function settle(mail: Mail, outcome: Outcome): Promise<void> {
    const write = ({ mails }: Transaction): Promise<void> => {
      switch (outcome.to) {
        case 'sent':
          return mails.sent(mail.id, clock.now());
        case 'drop':
          return mails.drop(mail.id, outcome.why);
        case 'fail':
          return mails.fail(mail.id, outcome.why);
        case 'retry':
          return mails.retry(mail.id, outcome.why, outcome.at);
        case 'back':
          return mails.giveBack(mail.id, outcome.at);
      }
    };
    await persisting({ store, timer }, write);
  }

  async function round(): Promise<void> {
    try {
      if (!revived) await store.transaction((tx) => tx.mails.revive(clock.now()));
      revived = true;
      await work(TOGETHER - 1);
      if (stopping) return;
      const paused = pace.pausedUntil();
      const next = paused ?? (await store.transaction((tx) => tx.mails.nextDue()));
      if (next !== null) alarm.by(Math.max(next, clock.now() + SOON));
    } catch (error) {
      interrupted(error);
    }
  }

  async function ended(within: number): Promise<void> {
    let off = () => {};
    const enough = new Promise<void>((resolve) => {
      off = timer.after(within, resolve);
    });
    await Promise.race([sweeps.running ?? Promise.resolve(), enough]);
    off();
  }

  const sweeps = oneAtATime(round, () => stopping);
  const api: Post = {
    wake: () => alarm.by(clock.now() + SOON),
    sweep: () => sweeps.run(),
    async stop(graceMs) {
      stopping = true;
      alarm.off();
      await ended(graceMs);
      mailer.close();
      if (sweeps.running === null) return;
      log.warn('post.left');
      await ended(TO_NOTE);
    },
  };
  return api;
}
