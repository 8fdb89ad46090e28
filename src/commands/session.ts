/** `tour session convene | show | close | cancel | minutes`. */
import { cancelSession, closeSession } from '../app/committee/close.ts';
import { conveneSession } from '../app/committee/convene.ts';
import { minutesOf } from '../app/committee/minutes.ts';
import { papersOf } from '../app/committee/papers.ts';
import { showSession } from '../app/committee/show.ts';
import { countOf, objectionsTo, quorumOf } from '../core/committee/tally.ts';
import { adjustmentRef } from '../core/plan/adjustment.ts';
import { refuse } from '../core/refusal.ts';
import { type AsOptions, asSomebody } from './as-somebody.ts';
import { type Context, moment, result, say, unlessRefused } from './context.ts';
import { dayGiven } from './day.ts';
import { bodyGiven, bodyIn } from './decide.ts';
import { type ExitCode, onOneLine, table } from './terminal.ts';
import { listFiles, writeFiles } from './write-files.ts';

export async function sessionConvene(
  context: Context,
  given: string,
  options: AsOptions & { readonly until: string },
): Promise<ExitCode> {
  const day = dayGiven(context, '--until', options.until);
  const done = await asSomebody(context, options, 'session.convene', async (scene) => {
    const { rules, zone } = scene.consultation.content;
    const body = bodyGiven(context, rules.decisions, given);
    const held = await context.announce.holdSession(scene, null);
    const asked = { body, closesAt: context.calendar.endOf(day, zone) };
    const session = unlessRefused(context, await conveneSession(scene, asked));
    await context.announce.sessionCalled(scene, session, held);
    return { session, reached: held.length, label: bodyIn(context, scene, body).label, zone };
  });
  const { session, reached, label, zone } = done;
  const { number, members, items } = session;
  const data = { session: number, body: session.body, members: members.length, reached, items: items.length };
  const until = moment(context, session.closesAt, zone);
  return result(context, data, () => [
    say(
      context,
      `Séance n° ${number} : ${label}, jusqu’au ${until}. Membres : ${members.length}, dont ${reached} à qui j’écris ; points : ${items.length}.`,
      `Session ${number}: ${label}, until ${until}. Members: ${members.length}, of whom ${reached} are written to; items: ${items.length}.`,
    ),
  ]);
}

export async function sessionShow(context: Context, options: AsOptions): Promise<ExitCode> {
  const shown = await asSomebody(context, options, 'session.show', async (scene) => {
    const session = unlessRefused(context, await showSession(scene));
    if (session === null) return null;
    const papers = await papersOf(scene, session, { lang: context.lang });
    return { session, papers, zone: scene.consultation.content.zone };
  });
  if (shown === null)
    return result(context, { session: null }, () => [
      say(context, 'Aucune séance en cours.', 'No session is running.'),
    ]);
  const { session, papers, zone } = shown;
  const quorum = quorumOf(session);
  // A majority's count is nobody's to read before the close.
  const counted = session.rules.rule === 'consent';
  const items = papers.map(({ item, adjustment }) => ({
    item: adjustment ? adjustmentRef(adjustment.adjustment.number) : say(context, 'réponses', 'answers'),
    title: adjustment?.title ?? null,
    count: counted ? countOf(session, item) : null,
    objections: counted ? objectionsTo(session, item).filter(({ overridden }) => !overridden).length : null,
  }));
  const closesAt = new Date(session.closesAt).toISOString();
  return result(context, { session: session.number, closesAt, quorum, items }, () => [
    say(
      context,
      `Séance n° ${session.number}, jusqu’au ${moment(context, session.closesAt, zone)} ; ont pris part : ${quorum.present} sur ${quorum.members}, quorum ${quorum.needed}.`,
      `Session ${session.number}, until ${moment(context, session.closesAt, zone)}; taken part: ${quorum.present} of ${quorum.members}, quorum ${quorum.needed}.`,
    ),
    ...table(
      [
        say(context, 'point', 'item'),
        say(context, 'objections', 'objections'),
        say(context, 'titre', 'title'),
      ],
      items.map((one) => [
        one.item,
        one.objections === null ? '' : String(one.objections),
        onOneLine(one.title ?? '', 60),
      ]),
      context.out.colour,
    ),
  ]);
}

export async function sessionClose(context: Context, options: AsOptions): Promise<ExitCode> {
  const { session, quorum, answers } = await asSomebody(context, options, 'session.close', async (scene) => {
    const running = await scene.tx.committee.current(scene.consultation.id);
    const held = running ? await context.announce.holdSession(scene, running) : [];
    const ended = unlessRefused(context, await closeSession(scene));
    await context.announce.sessionEnded(scene, ended, held);
    return ended;
  });
  const passed = session.items.filter(({ outcome }) => outcome === 'passed').length;
  const data = { session: session.number, quorum, passed, items: session.items.length, answers };
  return result(context, data, () => [
    quorum.met
      ? say(
          context,
          `Séance n° ${session.number} close : ${passed} points validés sur ${session.items.length}. « npx tour session minutes DOSSIER » écrit le procès-verbal.`,
          `Session ${session.number} is closed: ${passed} of ${session.items.length} items agreed. "npx tour session minutes FOLDER" writes the minutes.`,
        )
      : say(
          context,
          `Séance n° ${session.number} close sans quorum (${quorum.present} sur ${quorum.needed}) : rien n’est décidé.`,
          `Session ${session.number} is closed without a quorum (${quorum.present} of ${quorum.needed}): nothing is decided.`,
        ),
  ]);
}

export async function sessionCancel(context: Context, options: AsOptions): Promise<ExitCode> {
  const session = await asSomebody(context, options, 'session.cancel', async (scene) => {
    const running = await scene.tx.committee.current(scene.consultation.id);
    const held = running ? await context.announce.holdSession(scene, running) : [];
    const cancelled = unlessRefused(context, await cancelSession(scene));
    await context.announce.sessionCancelled(scene, cancelled, held);
    return cancelled;
  });
  return result(context, { session: session.number }, () => [
    say(context, `Séance n° ${session.number} annulée.`, `Session ${session.number} is called off.`),
  ]);
}

export async function sessionMinutes(
  context: Context,
  dir: string,
  options: AsOptions & { readonly session?: string },
): Promise<ExitCode> {
  const { session: given } = options;
  if (given !== undefined && !/^\d{1,6}$/u.test(given))
    unlessRefused(context, refuse('no-such-session', { session: given }));
  const minutes = await asSomebody(context, options, 'session.export', async (scene) =>
    unlessRefused(context, await minutesOf(scene, given === undefined ? null : Number(given))),
  );
  const files = await writeFiles(context, dir, await context.minutesFiles(minutes));
  return result(context, { session: minutes.number, quorum: minutes.quorum, files }, () =>
    listFiles(context, files),
  );
}
