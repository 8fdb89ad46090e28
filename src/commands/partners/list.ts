/** `tour partners list`: who is consulted, and how they can be reached. */
import { type ListedPartner, listPartners, type PartnersFilter } from '../../app/person/list-partners.ts';
import { acting } from '../acting.ts';
import { consultationNamed } from '../consultation-named.ts';
import { type Context, count, result, say, unlessRefused } from '../context.ts';
import { known } from '../known.ts';
import { type ExitCode, onOneLine, table } from '../terminal.ts';

export interface PartnersListOptions extends PartnersFilter {
  readonly consultation?: string;
  readonly as?: string;
  readonly limit: number;
}

export async function partnersList(context: Context, options: PartnersListOptions): Promise<ExitCode> {
  const found = await context.store.transaction(async (tx) => {
    const consultation = await consultationNamed(context, tx, options.consultation);
    const scene = await acting(context, tx, consultation, { as: options.as, verb: 'partners.list' });
    known(context, '--college', options.college, consultation.content.colleges);
    return unlessRefused(context, await listPartners(scene, { page: context.page, filter: options }));
  });
  const shown = found.slice(0, options.limit);
  const filtered = options.college !== undefined || options.silent || options.unreachable;
  return result(context, { total: found.length, partners: shown }, () => {
    if (found.length === 0)
      return [
        filtered
          ? say(context, 'Personne ne correspond.', 'Nobody matches.')
          : say(
              context,
              'Aucun partenaire n’est inscrit. « npx tour partners import FICHIER » inscrit ceux d’un tableur.',
              'No partner is enrolled yet. "npx tour partners import FILE" enrols those of a spreadsheet.',
            ),
      ];
    const more = found.length - shown.length;
    return [
      ...table(
        [
          say(context, 'nom', 'name'),
          'organisation',
          say(context, 'type', 'type'),
          say(context, 'où', 'where'),
          say(context, 'e-mail', 'e-mail'),
          say(context, 'état', 'state'),
        ],
        shown.map((one) => [
          onOneLine(one.name, 32),
          onOneLine(one.about.acronym ?? one.organisation, 36),
          one.college,
          where(context, one),
          one.contact.email ?? '–',
          state(context, one),
        ]),
        context.out.colour,
      ),
      ...(more > 0
        ? [
            say(
              context,
              `… et ${count(context, more)} autres (--limit, --json).`,
              `… and ${count(context, more)} more (--limit, --json).`,
            ),
          ]
        : []),
    ];
  });
}

const where = (context: Context, { addresses }: ListedPartner): string => {
  const names = { web: say(context, 'page', 'page'), slack: 'Slack', matrix: 'Matrix' } as Record<
    string,
    string
  >;
  const chats = [...new Set(addresses.map(({ platform }) => names[platform] ?? platform))];
  return chats.join(', ') || '–';
};

function state(context: Context, { place, stopped, silent, unreachable }: ListedPartner): string {
  return [
    ...(place.substitute ? [say(context, 'suppléant·e', 'substitute')] : []),
    ...(stopped ? [say(context, 'plus de messages', 'no more messages')] : []),
    ...(silent ? [say(context, 'sans réponse', 'no answer yet')] : []),
    ...(unreachable ? [say(context, 'lien à remettre', 'link to hand over')] : []),
  ].join(', ');
}
