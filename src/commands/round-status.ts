/** `tour round status`: which rounds there are, and who answered, against the invited base. */
import { inLang } from '../core/consultation/text.ts';
import { baseOf } from '../core/participation/base.ts';
import { acting } from './acting.ts';
import { consultationNamed } from './consultation-named.ts';
import { type Context, moment, result, say } from './context.ts';
import { type ExitCode, table } from './terminal.ts';

export async function roundStatus(
  context: Context,
  options: { readonly consultation?: string; readonly as?: string },
): Promise<ExitCode> {
  const { content, rounds } = await context.store.transaction(async (tx) => {
    const consultation = await consultationNamed(context, tx, options.consultation);
    await acting(context, tx, consultation, { as: options.as, verb: 'round.watch' });
    const partners = await tx.people.partners(consultation.id);
    const collegeOf = new Map(partners.map((partner) => [partner.id, partner.college]));
    const opened = await tx.rounds.of(consultation.id);
    const rounds = [];
    for (const { key, title } of consultation.content.rounds) {
      const row = opened.find((one) => one.key === key);
      const participations = row ? await tx.participations.of(row.id) : [];
      rounds.push({
        key,
        title: inLang(title, context.lang, consultation.content.languages),
        state: row?.state ?? ('not-opened' as const),
        closesAt: row ? new Date(row.closesAt).toISOString() : null,
        base: baseOf(participations, collegeOf, consultation.content.colleges),
      });
    }
    return { content: consultation.content, rounds };
  });
  return result(context, { rounds }, () =>
    rounds.flatMap((round) => [
      `${round.key}${say(context, ' : ', ': ')}${round.title} – ${stateOf(context, round.state)}${round.closesAt ? `, ${say(context, 'clôture', 'closes')} ${moment(context, Date.parse(round.closesAt), content.zone)}` : ''}`,
      ...(round.base.length === 0
        ? []
        : table(
            ['', ...TITLES.map(({ fr, en }) => say(context, fr, en))],
            round.base.map((row) => [
              `  ${inLang(content.colleges.find(({ key }) => key === row.college)!.label, context.lang, content.languages)}`,
              ...TITLES.map(({ key }) => String(row[key])),
            ]),
            context.out.colour,
          )),
    ]),
  );
}

const TITLES = [
  { key: 'invited', fr: 'invités', en: 'invited' },
  { key: 'reached', fr: 'joints', en: 'reached' },
  { key: 'answered', fr: 'ont répondu', en: 'answered' },
  { key: 'passed', fr: 'ont passé', en: 'passed' },
  { key: 'silent', fr: 'silencieux', en: 'silent' },
] as const;

function stateOf(context: Context, state: string): string {
  const fr: Record<string, string> = {
    open: 'ouvert',
    closed: 'clos',
    cancelled: 'annulé',
    'not-opened': 'pas encore ouvert',
  };
  const en: Record<string, string> = {
    open: 'open',
    closed: 'closed',
    cancelled: 'cancelled',
    'not-opened': 'not opened yet',
  };
  return (context.lang === 'en' ? en : fr)[state] ?? state;
}
