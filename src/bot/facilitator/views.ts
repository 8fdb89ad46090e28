/** How a validation is seen, live, for who runs it: exact counts by type of actor, and where the reasons are. */
import { showViews } from '../../app/round/views.ts';
import type { Block } from '../../chat/outbound.ts';
import { ref } from '../../core/ids.ts';
import { isRefusal } from '../../core/refusal.ts';
import type { ViewsRow } from '../../core/round/validation.ts';
import { answer, line, list, local, type Reply, refusal, type Talk } from '../talk.ts';

/** `key`: of a round; null for the latest validation. */
export async function onViewsAsked(talk: Talk, key: string | null): Promise<Reply> {
  const found = await showViews(talk, key);
  if (isRefusal(found)) return refusal(talk, found);
  const { views: say } = talk.say;
  const { content, rows, reactions } = found;
  const heard = new Set(reactions.map(({ partnerId }) => partnerId)).size;
  const proposals = await talk.tx.proposals.of(talk.consultation.id, { states: ['submitted'] });
  const names = new Map(proposals.map(({ id, number }) => [id, ref(number)]));
  const blocks = content.prompts.flatMap(({ key: statement, text }): Block[] => {
    const here = rows.filter(
      (row) =>
        row.statement === statement && (row.college === null || row.agree + row.reserve + row.object > 0),
    );
    const why = reactions.flatMap((one) =>
      one.statement === statement && one.proposalId ? (names.get(one.proposalId) ?? []) : [],
    );
    return [
      line({ text: local(talk, text), strong: true }),
      list(
        ...here.map((row) => [`${nameOf(talk, row.college)}${say.row(row.agree, row.reserve, row.object)}`]),
        ...(why.length > 0 ? [[say.reasons(talk.say.listed(why))]] : []),
      ),
    ];
  });
  const invited = rows.find(({ college }) => college === null)?.invited ?? 0;
  return answer(say.head(local(talk, content.title), heard, invited), ...blocks, say.how);
}

function nameOf(talk: Talk, college: ViewsRow['college']): string {
  if (college === null) return '';
  const found = talk.consultation.content.colleges.find(({ key }) => key === college);
  return talk.say.labelled(found ? local(talk, found.label) : college, '');
}
