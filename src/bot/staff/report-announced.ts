/** An annual report is announced to those it cites. */
import type { ReportCited, ReportPublished } from '../../app/report/publish-report.ts';
import { inLang } from '../../core/consultation/text.ts';
import type { InboundId } from '../../core/ids.ts';
import { enclosing } from '../documents/files.ts';
import { answer, greeted } from '../talk.ts';
import { tellPeople } from '../tell-people.ts';

/** A message to each of those it cites, with the document. */
export async function announceReport(
  to: Parameters<typeof tellPeople>[0],
  { row, told }: ReportPublished,
  inboundId: InboundId | null,
): Promise<void> {
  const { title, languages } = to.consultation.content;
  const { year } = row.body.report!;
  await tellPeople(
    to,
    told,
    'report',
    (say, at) => {
      const { person, refs }: ReportCited = told[at]!;
      const name = say.report.name(year, inLang(title, person.lang, languages));
      return {
        ...answer(
          say.report.announce(greeted(person), name),
          say.report.cites(say.listed(refs), refs.length),
        ),
        encloses: enclosing({ is: 'report', number: row.number, as: 'html' }, name),
      };
    },
    inboundId,
  );
}
