/** Those who sat at a table are shown what is noted of it; and the team rewrites it when they say it was not that. */

import type { Partner } from '../../app/ports/people.ts';
import type { ProposalRow } from '../../app/ports/proposals.ts';
import type { Table } from '../../app/ports/tables.ts';
import { rewriteForTable, tableOf } from '../../app/proposal/rewrite-table.ts';
import { mayBeWrittenTo } from '../../app/round/extend-round.ts';
import { mentionFirst } from '../../chat/mention.ts';
import type { RoundId, WordsId } from '../../core/ids.ts';
import { ref } from '../../core/ids.ts';
import type { Proposal } from '../../core/proposal/model.ts';
import { isRefusal, type Refusal } from '../../core/refusal.ts';
import { focusFrom } from '../focus.ts';
import { phrasesIn } from '../locales/phrases.ts';
import { item } from '../partner/describe.ts';
import { documentOf, greeted, line, list, type Talk } from '../talk.ts';
import { holdPlaces, tellPartners } from '../tell-partners.ts';
import { folded } from '../understand.ts';
import { keep } from './round.ts';

export async function tableCalled(talk: Talk, label: string): Promise<Table | null> {
  const all = await talk.tx.tables.of(talk.consultation.id);
  const texts = await talk.tx.words.texts(all.map((one) => one.label));
  return all.find((one) => folded(texts.get(one.label) ?? '') === folded(label)) ?? null;
}

interface Noted {
  readonly table: Pick<Table, 'id'>;
  readonly label: WordsId;
  readonly round: { readonly id: RoundId } | null;
  readonly partners: readonly Partner[];
  readonly proposals: readonly Proposal[];
  /** Noted before, in other words. */
  readonly rewritten: boolean;
}

/** Each attendee who can be written to is shown what was noted; how many are. */
export async function askAttendees(
  talk: Talk,
  { table, label, round, partners, proposals, rewritten }: Noted,
): Promise<number> {
  const reachable = partners.filter(mayBeWrittenTo);
  const conversations = await tellPartners(
    talk,
    reachable,
    'table',
    ({ person }) => {
      const say = phrasesIn(person.lang, talk.consultation.content.languages);
      const theirs = { ...talk, lang: person.lang, say };
      const lead = rewritten ? say.table.askAgain : say.table.ask;
      return documentOf(
        {
          blocks: [
            line(
              lead(greeted(person), mentionFirst(talk.actor.person)),
              ` ${say.marks.opening}`,
              { words: label },
              `${say.marks.closing}${say.attachments.colon}`,
            ),
            list(...proposals.map((one) => item(theirs, one))),
            line(say.table.question),
          ],
          choices: say.table.choices.map((one, index) => ({ value: String(index + 1), label: one })),
        },
        say.lang,
      );
    },
    round?.id ?? null,
  );
  for (const [index, conversation] of conversations.entries()) {
    const before = focusFrom(conversation.focus);
    if (conversation.consultationId !== talk.consultation.id)
      await talk.tx.conversations.setConsultation(conversation.id, talk.consultation.id);
    await talk.tx.conversations.setFocus(conversation.id, {
      waits: 'table',
      table: table.id,
      partner: reachable[index]!.id,
      correcting: false,
      back: before.waits === 'table' ? before.back : before,
    });
  }
  return reachable.length;
}

/** "corriger P-0042 : texte", of what a table said: it has no author to ask, its attendees read it again. */
export async function onRewrite(talk: Talk, row: ProposalRow, given: string): Promise<string | Refusal> {
  const found = (await tableOf(talk, row))!;
  await holdPlaces(talk, found.partners);
  const text = given.trim();
  const words = await keep(talk, text);
  const idea = talk.desk.reader.readWhole(text, { lang: talk.lang, prompt: null });
  const by = { extract: { words, start: 0, end: text.length }, idea };
  const proposal = await rewriteForTable(talk, row, found.table, by);
  if (isRefusal(proposal)) return proposal;
  const told = await askAttendees(talk, {
    ...found,
    label: found.table.label,
    // Of no round: what is corrected after its end is told all the same.
    round: null,
    proposals: [proposal],
    rewritten: true,
  });
  return talk.say.table.rewritten(ref(row.number), told, found.partners.length);
}
