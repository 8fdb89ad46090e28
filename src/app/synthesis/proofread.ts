/** Colleagues read a draft before somebody signs it; who changed what in it, and taking a change back. */
import type { WordsId } from '../../core/ids.ts';
import { type Refusal, refuse } from '../../core/refusal.ts';
import { type Change, changesOf, putBack } from '../../core/synthesis/history.ts';
import type { SynthesisBody } from '../../core/synthesis/model.ts';
import type { Instant } from '../../core/time.ts';
import { directsOf } from '../directs.ts';
import { perform, type Scene } from '../perform.ts';
import type { Conversation } from '../ports/conversations.ts';
import type { Person } from '../ports/people.ts';
import type { SynthesisRow } from '../ports/syntheses.ts';
import { keepTitles } from './edit-synthesis.ts';

type Needs = 'syntheses' | 'people' | 'proofreadings' | 'conversations';

/** Whoever hears of it, in a conversation of theirs that is locked; nobody without an address. */
export type Heard = readonly { readonly person: Person; readonly conversation: Conversation }[];

export interface Asked {
  readonly number: number;
  readonly readers: readonly Person[];
  readonly told: Heard;
}

/** `named` tells a colleague of the team by what was written; refuses a name that is none of theirs, or one's own. */
export async function askProofreading(
  scene: Scene<Needs>,
  names: readonly string[],
  named: (person: Person, name: string) => boolean,
): Promise<Asked | Refusal> {
  const { tx, consultation, actor, ids, now } = scene;
  let asked = '';
  const act = {
    verb: 'synthesis.ask-proofreading',
    subjectType: 'synthesis',
    subjectId: () => asked,
  } as const;
  return perform(scene, act, async () => {
    const draft = await draftOf(scene);
    if ('refused' in draft) return draft;
    asked = draft.id;
    const team = await teamOf(scene);
    const readers: Person[] = [];
    for (const name of names) {
      const found = team.filter((person) => named(person, name));
      if (found.length !== 1)
        return found.length === 0
          ? refuse('no-such-colleague', {
              colleagues: team.map((one) => one.name ?? '').join(', '),
              ids: team.map(({ id }) => id).join(' '),
            })
          : refuse('several-of-that-name', { count: found.length });
      if (found[0]!.id === actor.person.id) return refuse('proofread-by-another');
      readers.push(found[0]!);
    }
    const told = await heardBy(scene, readers);
    for (const reader of readers)
      await tx.proofreadings.ask({
        id: ids.next(),
        consultationId: consultation.id,
        synthesisId: draft.id,
        readerId: reader.id,
        askedBy: actor.person.id,
        askedAt: now,
        readAt: null,
        remark: null,
      });
    return { number: draft.number, readers, told };
  });
}

export interface Proofread {
  readonly number: number;
  /** Whoever asked, to be told of it. */
  readonly told: Heard;
}

/** The actor has read the draft; `remark` goes to whoever asked. Somebody nobody asked may say so too. */
export async function proofread(scene: Scene<Needs>, remark: WordsId | null): Promise<Proofread | Refusal> {
  const { tx, consultation, actor, ids, now } = scene;
  let read = '';
  const act = { verb: 'synthesis.proofread', subjectType: 'synthesis', subjectId: () => read } as const;
  return perform(scene, act, async () => {
    const draft = await draftOf(scene);
    if ('refused' in draft) return draft;
    read = draft.id;
    const rows = await tx.proofreadings.of(draft.id);
    const mine = rows.find(({ readerId }) => readerId === actor.person.id);
    const askers = [mine?.askedBy ?? null].flatMap((id) =>
      id === null || id === actor.person.id ? [] : [id],
    );
    const team = await teamOf(scene);
    const told = await heardBy(
      scene,
      team.filter(({ id }) => askers.includes(id)),
    );
    if (mine) await tx.proofreadings.read(mine.id, now, remark);
    else
      await tx.proofreadings.ask({
        id: ids.next(),
        consultationId: consultation.id,
        synthesisId: draft.id,
        readerId: actor.person.id,
        askedBy: actor.person.id,
        askedAt: now,
        readAt: now,
        remark,
      });
    return { number: draft.number, told };
  });
}

async function draftOf({ tx, consultation }: Scene<'syntheses'>): Promise<SynthesisRow | Refusal> {
  const draft = await tx.syntheses.latest(consultation.id);
  if (!draft) return refuse('no-synthesis');
  return draft.state === 'draft' ? draft : refuse('synthesis-signed');
}

async function teamOf({ tx, consultation }: Scene<'people'>): Promise<Person[]> {
  const people = [
    ...(await tx.people.withRole(consultation.id, 'staff')),
    ...(await tx.people.withRole(consultation.id, 'facilitator')),
  ];
  return [...new Map(people.map((person) => [person.id, person])).values()];
}

async function heardBy(
  { tx, consultation, ids, now }: Scene<'conversations'>,
  people: readonly Person[],
): Promise<Heard> {
  const reachable = people.filter(({ addresses }) => addresses.length > 0);
  const conversations = await directsOf({ tx, ids, now }, consultation.id, reachable);
  return reachable.map((person, at) => ({ person, conversation: conversations[at]! }));
}

/** Who read a draft, and who was asked and did not answer; by name, null once erased. */
export async function readersOf(
  { tx }: Pick<Scene<'proofreadings' | 'people'>, 'tx'>,
  synthesis: SynthesisRow['id'],
): Promise<{ readonly read: readonly Person[]; readonly awaited: readonly Person[] }> {
  const read: Person[] = [];
  const awaited: Person[] = [];
  for (const row of await tx.proofreadings.of(synthesis)) {
    const person = await tx.people.byId(row.readerId);
    if (person) (row.readAt === null ? awaited : read).push(person);
  }
  return { read, awaited };
}

export interface Edited {
  readonly by: Person | null;
  readonly at: Instant;
  readonly changes: readonly Change[];
  readonly undone: boolean;
}

/** Edits of the latest synthesis, newest first, at most `limit`. */
export async function showEdits(
  scene: Scene<'syntheses' | 'synthesisEdits' | 'people'>,
  limit: number,
): Promise<readonly Edited[] | Refusal> {
  const { tx, consultation } = scene;
  const row = await tx.syntheses.latest(consultation.id);
  if (!row) return refuse('no-synthesis');
  const act = { verb: 'synthesis.show', subjectType: 'synthesis', subjectId: row.id } as const;
  return perform(scene, act, async () => {
    const edits = (await tx.synthesisEdits.of(row.id)).toReversed().slice(0, limit);
    const shown: Edited[] = [];
    for (const one of edits)
      shown.push({
        by: await tx.people.byId(one.personId),
        at: one.at,
        changes: changesOf(one),
        undone: one.undoneAt !== null,
      });
    return shown;
  });
}

/** Takes the last edit of the draft back; what it changed. */
export async function undoEdit(
  scene: Scene<'syntheses' | 'synthesisEdits' | 'consultations' | 'themes'>,
): Promise<readonly Change[] | Refusal> {
  const { tx, consultation, now } = scene;
  let undone = '';
  const act = {
    verb: 'synthesis.edit',
    subjectType: 'synthesis',
    subjectId: () => undone,
    refs: { edit: 'undo' },
  } as const;
  return perform(scene, act, async () => {
    await tx.consultations.lock(consultation.id);
    const draft = await draftOf(scene);
    if ('refused' in draft) return draft;
    undone = draft.id;
    const last = (await tx.synthesisEdits.of(draft.id)).findLast(({ undoneAt }) => undoneAt === null);
    if (!last) return refuse('nothing-to-undo');
    const body: SynthesisBody = putBack(draft.body, last.before);
    await tx.syntheses.saveDraft(draft.id, body);
    await keepTitles(scene, draft.body, body);
    await tx.synthesisEdits.undo(last.id, now);
    return changesOf(last);
  });
}
