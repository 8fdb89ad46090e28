/** A draft among colleagues: titles, proofreading, edits shown and taken back; null when it is nothing of the kind. */

import { editSynthesis } from '../../app/synthesis/edit-synthesis.ts';
import {
  askProofreading,
  type Edited,
  proofread,
  showEdits,
  undoEdit,
} from '../../app/synthesis/proofread.ts';
import { mention, mentionFirst } from '../../chat/mention.ts';
import type { Inline } from '../../chat/outbound.ts';
import { isRefusal, type Refusal, refuse } from '../../core/refusal.ts';
import type { Change, Said } from '../../core/synthesis/history.ts';
import { isCalled } from '../called.ts';
import { inTeam } from '../facilitator/dialogue.ts';
import { keep } from '../facilitator/round.ts';
import type { Phrases } from '../locales/fr.ts';
import { answer, line, list, type Reply, refusal, type Talk } from '../talk.ts';
import { tellPeople } from '../tell-people.ts';
import { folded } from '../understand.ts';
import { whyLine } from '../why-together.ts';
import { proofreadingCommand } from './proofreading-command.ts';

const MOST_SHOWN = 20;

/** `words`: of the paper that is read, to whoever is told of it. */
export async function onProofreading(
  talk: Talk,
  words: (say: Phrases) => Phrases['proofreading'] = (say) => say.proofreading,
): Promise<Reply | null> {
  if (!inTeam(talk)) return null;
  const command = proofreadingCommand(talk.text);
  switch (command?.does) {
    case 'title': {
      const done = await editSynthesis(talk, { edit: 'title', line: command.line, text: command.text });
      return isRefusal(done) ? refusal(talk, done) : answer(talk.say.proofreading.titled(command.line));
    }
    case 'why':
      return whyLine(talk, command.line);
    case 'accept-titles': {
      const done = await editSynthesis(talk, { edit: 'accept-titles' });
      return isRefusal(done) ? refusal(talk, done) : answer(talk.say.proofreading.titlesAccepted);
    }
    case 'ask':
      return onAsk(talk, command.names, words);
    case 'read':
      return onRead(talk, command.remarkAt, words);
    case 'show-edits':
      return onEdits(talk);
    case 'undo-edit': {
      const undone = await undoEdit(talk);
      if (isRefusal(undone)) return refusal(talk, undone);
      return answer(talk.say.proofreading.undone, list(...undone.map((one) => changed(talk, one))));
    }
    case undefined:
      return null;
  }
}

type Worded = NonNullable<Parameters<typeof onProofreading>[1]>;

async function onAsk(talk: Talk, names: readonly string[], words: Worded): Promise<Reply> {
  const asked = await askProofreading(talk, names, (person, name) => {
    return isCalled(name, person.name) || folded(person.name ?? '').split(' ')[0] === folded(name);
  });
  if (isRefusal(asked)) return refusal(talk, byReference(asked));
  const by = mentionFirst(talk.actor.person);
  await tellPeople(
    talk,
    asked.told,
    'notice',
    (say) => answer(words(say).asked(by, asked.number), words(say).askedHow),
    talk.inboundId,
  );
  return answer(talk.say.proofreading.asking(talk.say.listed(asked.readers.map(mention))));
}

/** What is queued names people by reference. */
const byReference = (refused: Refusal): Refusal =>
  refused.code === 'no-such-colleague'
    ? refuse(refused.code, {
        colleagues: String(refused.details.ids)
          .split(' ')
          .map((id) => mention({ id }))
          .join(', '),
      })
    : refused;

async function onRead(talk: Talk, remarkAt: number | null, words: Worded): Promise<Reply> {
  const remark = remarkAt === null ? null : await keep(talk, talk.text.slice(remarkAt).trim());
  const done = await proofread(talk, remark);
  if (isRefusal(done)) return refusal(talk, done);
  const by = mentionFirst(talk.actor.person);
  await tellPeople(
    talk,
    done.told,
    'notice',
    (say) =>
      remark === null
        ? answer(words(say).readBy(by, done.number))
        : answer(
            line(
              `${words(say).remarkBy(by, done.number)} ${say.marks.opening}`,
              { words: remark },
              say.marks.closing,
            ),
          ),
    talk.inboundId,
  );
  return answer(talk.say.proofreading.thanks(remark !== null && done.told.length > 0));
}

async function onEdits(talk: Talk): Promise<Reply> {
  const edits = await showEdits(talk, MOST_SHOWN);
  if (isRefusal(edits)) return refusal(talk, edits);
  const { proofreading: say } = talk.say;
  if (edits.length === 0) return answer(say.noEdits);
  return answer(say.edits, list(...edits.flatMap((one) => shown(talk, one))), say.editsHow);
}

const shown = (talk: Talk, { by, at, changes, undone }: Edited): (string | Inline)[][] => {
  const { zone } = talk.consultation.content;
  const who = by ? mention(by) : talk.say.erased;
  const head = talk.say.proofreading.editBy(who, talk.say.date(at, zone), undone);
  return changes.map((change) => [`${head} `, ...changed(talk, change)]);
};

function changed(talk: Talk, { place, what, before, after }: Change): (string | Inline)[] {
  const { proofreading: say, marks } = talk.say;
  const side = (said: Said): (string | Inline)[] =>
    said === null
      ? [say.nothing]
      : 'words' in said
        ? [marks.opening, { words: said.words }, marks.closing]
        : [`${marks.opening}${said.text}${marks.closing}`];
  const head = say.changed(what, place);
  if (before === null && after === null) return [head];
  return [`${head} `, ...side(before), ' → ', ...side(after)];
}
