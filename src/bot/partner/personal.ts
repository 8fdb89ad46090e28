/** "mes données", "effacer", "effacer P-0042", "je retire mon accord": what is known of a person is theirs. */
import { withdrawConsent } from '../../app/participation/withdraw-consent.ts';
import { erasable, erasePerson, eraseProposal } from '../../app/person/erase-person.ts';
import { dossierOf, exportPerson, type ReadBack } from '../../app/person/export-person.ts';
import type { Inline } from '../../chat/outbound.ts';
import { ref } from '../../core/ids.ts';
import { takesPart } from '../../core/participation/progress.ts';
import { countsOf, type PersonDossier } from '../../core/person/dossier.ts';
import { inFigures, outline, type Piece } from '../../core/person/outline.ts';
import { isRefusal } from '../../core/refusal.ts';
import { enclosing } from '../documents/files.ts';
import { type Focus, type FocusOf, focusFrom } from '../focus.ts';
import { answer, line, list, local, type Reply, refusal, type Talk } from '../talk.ts';
import { agrees, bare } from '../understand.ts';
import { refs } from './describe.ts';
import { latestPlace, standing } from './place.ts';

/** What was sent is above in the conversation: it is not said twice. */
const unread: ReadBack = () => '';

/** Buttons of a question that can't be taken back have values of their own: an old "1" must not answer it. */
const SURE = 'erase:yes';
const KEEP = 'erase:no';

export async function onData(talk: Talk): Promise<Reply> {
  const { say } = talk;
  if (talk.conversation.kind !== 'direct') return answer(say.personal.inPrivate);
  const dossier = await dossierOf(talk, talk.actor.person, unread);
  return {
    ...answer(
      say.personal.data(local(talk, talk.consultation.content.readers)),
      `${say.personal.figures(inFigures(countsOf(dossier), say.lang))} ${say.personal.how}`,
      say.personal.ask,
    ),
    choices: [
      { value: '1', label: say.personal.choices.yes },
      { value: '2', label: say.personal.choices.no },
    ],
    focus: { waits: 'data', back: before(talk) },
  };
}

/** null when the message is no answer to it: it is then taken for what the person was doing before. */
export async function onDataAnswer(talk: Talk, focus: FocusOf<'data'>): Promise<Reply | null> {
  const wanted = agrees(talk.text);
  if (wanted === null) return null;
  const back = focusFrom(focus.back);
  if (!wanted) return { ...answer(talk.say.personal.no), focus: back };
  const dossier = await exportPerson(talk, talk.actor.person, unread);
  if (isRefusal(dossier)) return refusal(talk, dossier);
  const file = { is: 'personal', person: talk.actor.person.id, as: 'json' } as const;
  const encloses = enclosing(file, talk.say.documents.myData);
  return { ...answer(...written(talk, dossier)), encloses, focus: back };
}

function written(talk: Talk, dossier: PersonDossier) {
  const { say } = talk;
  const inline = (piece: Piece): string | Inline => {
    if (typeof piece === 'string') return piece;
    if ('given' in piece) return piece.given;
    const { words, start, end } = piece;
    return start === undefined || end === undefined ? { words } : { words, start, end };
  };
  return [
    say.personal.all(dossier.consultation.title),
    ...outline({ ...dossier, lang: say.lang }, { received: false }).flatMap(({ title, items }) => [
      line({ text: title, strong: true as const }),
      list(...items.map((item) => item.map(inline))),
    ]),
    say.personal.above,
  ];
}

export async function onErase(talk: Talk, number: number | null): Promise<Reply> {
  const { personal } = talk.say;
  if (talk.conversation.kind !== 'direct') return answer(personal.inPrivate);
  const focus: Focus = { waits: 'erase', number, back: before(talk) };
  const asked = (
    question: string,
    choices: { yes: string; no: string },
    ...lead: readonly string[]
  ): Reply => ({
    ...answer(...lead, question),
    choices: [
      { value: SURE, label: choices.yes },
      { value: KEEP, label: choices.no },
    ],
    focus,
  });
  if (number === null) {
    const stays = talk.actor.person.roles.length > 0 ? [personal.teamStays] : [];
    return asked(personal.eraseAll, personal.eraseChoices, personal.goes, ...stays);
  }
  const row = await erasable(talk, number);
  if (isRefusal(row)) return refusal(talk, row);
  const besides = (await talk.tx.personal.besides(row.id)).map(ref);
  const others = besides.length > 0 ? [personal.besides(talk.say.listed(besides), besides.length > 1)] : [];
  const goes = personal.goesOne(ref(number), row.state === 'submitted' || row.state === 'merged');
  return asked(personal.eraseOne, personal.eraseOneChoices, goes, ...others);
}

/** null when the message is no answer to it: nothing is erased, and it is taken for what the person was doing before. */
export async function onEraseAnswer(talk: Talk, focus: FocusOf<'erase'>): Promise<Reply | null> {
  const sure = settlesErasure(talk);
  if (sure === null) return null;
  const back = focusFrom(focus.back);
  if (!sure) return { ...answer(talk.say.personal.kept), focus: back };
  if (focus.number !== null) {
    const erased = await eraseProposal(talk, focus.number, talk.ledger);
    if (isRefusal(erased)) return { ...refusal(talk, erased), focus: back };
    talk.desk.reader.forget([erased.id]);
    const done = answer(talk.say.personal.erasedOne(ref(focus.number)));
    return { ...done, focus: await standing(talk) };
  }
  const also = talk.wordsId === null ? [] : [talk.wordsId];
  const erased = await erasePerson(talk, talk.actor.person, talk.ledger, also);
  if (isRefusal(erased)) return { ...refusal(talk, erased), focus: back };
  talk.desk.reader.forget(erased.proposals);
  return { ...answer(talk.say.personal.erased), kind: 'farewell' };
}

/** Yes or no to "J'efface ?": its own buttons, their words typed, or a plain yes or no; null for anything else. */
export function settlesErasure({ focus, event, text, say }: Talk): boolean | null {
  if (focus.waits !== 'erase') return null;
  if (event.type === 'choice') return text === SURE ? true : text === KEEP ? false : null;
  const { yes, no } = focus.number === null ? say.personal.eraseChoices : say.personal.eraseOneChoices;
  if (bare(text) === bare(yes)) return true;
  return bare(text) === bare(no) ? false : agrees(text);
}

/** What the bot was waiting for before it asked about this. */
const before = ({ focus }: Talk): unknown =>
  focus.waits === 'data' || focus.waits === 'erase' ? focus.back : focus;

/** The agreement to take part is taken back: what was said in that round is neither published nor counted. */
export async function onWithdrawConsent(talk: Talk): Promise<Reply> {
  const place = await latestPlace(talk);
  if (!place) return answer(talk.say.nothingOpen);
  const { personal } = talk.say;
  const rows = takesPart(place.participation) ? await withdrawConsent(talk, place.participation) : [];
  if (isRefusal(rows)) return refusal(talk, rows);
  const said = personal.consentWithdrawn(refs(talk, rows), rows.length > 1);
  return { ...answer(`${said} ${personal.consentHow}`), focus: await standing(talk) };
}
