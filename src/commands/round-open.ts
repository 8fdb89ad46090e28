/** `tour round open KEY`: the preview with --dry-run, else the invitations leave. */
import { type Opened, openRound } from '../app/round/open-round.ts';
import { inLang } from '../core/consultation/text.ts';
import { acting } from './acting.ts';
import { type AsOptions, unlessDry } from './as-somebody.ts';
import { consultationNamed } from './consultation-named.ts';
import { type Context, count, moment, result, say, unlessRefused } from './context.ts';
import { dayGiven } from './day.ts';
import { type ExitCode, table } from './terminal.ts';

export interface OpenOptions extends AsOptions {
  readonly until?: string;
  readonly dryRun?: boolean;
}

export async function roundOpen(context: Context, key: string, options: OpenOptions): Promise<ExitCode> {
  const dryRun = options.dryRun ?? false;
  const { opened, content } = await unlessDry(context, dryRun, async (tx) => {
    const consultation = await consultationNamed(context, tx, options.consultation);
    const scene = await acting(context, tx, consultation, { as: options.as, verb: 'round.open' });
    const { until } = options;
    const { zone } = consultation.content;
    const closesAt =
      until === undefined ? null : context.calendar.endOf(dayGiven(context, '--until', until), zone);
    const opened = unlessRefused(context, await openRound(scene, { key }, closesAt));
    await context.announce.opened(scene, opened);
    return { opened, content: consultation.content };
  });
  const { opening, invitations, unreachable } = opened;
  const colleges = content.colleges
    .map(({ key, label }) => ({
      key,
      label: inLang(label, context.lang, content.languages),
      invited: opened.invited.filter(({ college }) => college === key).length,
    }))
    .filter(({ invited }) => invited > 0);
  const told = {
    round: key,
    dryRun,
    closesAt: new Date(opening.closesAt).toISOString(),
    days: opening.days,
    invited: opened.invited.length,
    invitations: invitations.length,
    unreachable: unreachable.length,
    colleges: colleges.map(({ key, invited }) => ({ key, invited })),
  };
  return result(context, told, () => [
    inWords(context, opened, { key, dryRun, zone: content.zone }),
    ...warnings(context, opened),
    ...table(
      [say(context, 'collège', 'college'), say(context, 'à inviter', 'to invite')],
      colleges.map(({ label, invited }) => [label, count(context, invited)]),
      context.out.colour,
    ),
  ]);
}

function inWords(
  context: Context,
  { opening, invitations }: Opened,
  { key, dryRun, zone }: { readonly key: string; readonly dryRun: boolean; readonly zone: string },
): string {
  const until = moment(context, opening.closesAt, zone);
  const n = count(context, invitations.length);
  return dryRun
    ? say(
        context,
        `Essai, rien ne part. « ${key} » serait ouvert jusqu’au ${until} ; invitations : ${n}.`,
        `Dry run, nothing leaves. "${key}" would be open until ${until}; invitations: ${n}.`,
      )
    : say(
        context,
        `« ${key} » est ouvert jusqu’au ${until} ; invitations : ${n}. « npx tour round cancel ${key} » retient celles qui ne sont pas parties.`,
        `"${key}" is open until ${until}; invitations: ${n}. "npx tour round cancel ${key}" holds back those that have not left.`,
      );
}

function warnings(context: Context, { opening, unreachable }: Opened): string[] {
  const lines: string[] = [];
  if (opening.moved)
    lines.push(
      say(
        context,
        'Sa date de clôture est passée : la même durée est comptée à partir d’aujourd’hui.',
        'Its closing day has passed: the same length is counted from today.',
      ),
    );
  if (opening.short)
    lines.push(
      say(
        context,
        `Attention, c’est court : ${opening.days} jours (21 conseillés).`,
        `Careful, that is short: ${opening.days} days (21 advised).`,
      ),
    );
  if (unreachable.length > 0)
    lines.push(
      say(
        context,
        `Sans adresse connue, à joindre autrement : ${count(context, unreachable.length)}.`,
        `With no known address, to be reached otherwise: ${count(context, unreachable.length)}.`,
      ),
    );
  return lines;
}
