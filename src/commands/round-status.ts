/** `tour round status`: which rounds there are, and who answered, against the invited base. */

import { refusedIn } from '../app/round/refused.ts';
import { inLang } from '../core/consultation/text.ts';
import { baseOf } from '../core/participation/base.ts';
import { acting } from './acting.ts';
import { consultationNamed } from './consultation-named.ts';
import { type Context, moment, result, say } from './context.ts';
import { type ExitCode, onOneLine, table } from './terminal.ts';

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
        refused: (row ? await refusedIn(tx, row, partners) : []).map(({ partner, by }) => ({
          name: partner.person.name,
          organisation: partner.organisation,
          by,
        })),
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
      ...refusedLines(context, round.refused),
    ]),
  );
}

interface RefusedRow {
  readonly name: string | null;
  readonly organisation: string;
  readonly by: readonly ('chat' | 'mail')[];
}

function refusedLines(context: Context, rows: readonly RefusedRow[]): string[] {
  if (rows.length === 0) return [];
  const ways = { chat: say(context, 'discussion', 'chat'), mail: 'e-mail' };
  const n = rows.length;
  return [
    say(
      context,
      `  ${n} ${n > 1 ? 'personnes que leur messagerie refuse' : 'personne que sa messagerie refuse'} de joindre :`,
      `  ${n} ${n > 1 ? 'people' : 'person'} whose chat or mailbox refused the message:`,
    ),
    ...rows.map(
      ({ name, organisation, by }) =>
        `    ${onOneLine(`${name ?? '–'}, ${organisation}`, 80)} (${by.map((way) => ways[way]).join(', ')})`,
    ),
    say(
      context,
      '  « npx tour deliveries --state failed » dit pourquoi ; corrigez leur adresse dans le fichier des partenaires, puis « npx tour partners import FICHIER ».',
      '  “npx tour deliveries --state failed” says why; correct their address in the partners’ file, then “npx tour partners import FILE”.',
    ),
  ];
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
