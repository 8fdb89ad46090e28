import type { College } from '../../core/consultation/model.ts';
import { publishedColleges } from '../../core/consultation/published-colleges.ts';
import { inLang } from '../../core/consultation/text.ts';
import type { PersonId, Ref } from '../../core/ids.ts';
import { ref } from '../../core/ids.ts';
import { roots } from '../../core/proposal/lineage.ts';
import { isRefusal, type Refusal, refuse } from '../../core/refusal.ts';
import type { SynthesisDocument } from '../../core/synthesis/document.ts';
import type { SynthesisBody } from '../../core/synthesis/model.ts';
import { type Author, publish, stated, titled } from '../../core/synthesis/publish.ts';
import { renamed } from '../../core/synthesis/renamed.ts';
import { sentencesIn } from '../../core/synthesis/sentences.ts';
import { spokenOf, standing } from '../../core/synthesis/standing.ts';
import { perform, type Scene } from '../perform.ts';
import type { ProposalRow } from '../ports/proposals.ts';
import type { SynthesisRow } from '../ports/syntheses.ts';
import { type AskedNeeds, askedSoFar } from './asked-so-far.ts';
import { readersOf } from './proofread.ts';
import { attributionOf } from './snapshot.ts';
import { wordsOfBody } from './words-of-body.ts';

/** What a synthesis, or a paper of its make, is read with. */
export type PaperNeeds = AskedNeeds | 'words' | 'tables' | 'proofreadings';
type Needs = PaperNeeds | 'syntheses';

/**
 * The latest synthesis this audience may see: for the public the latest signed one, whatever is drafted since. Without its
 * annex, the texts of all proposals need not be read.
 */
export async function showSynthesis(
  scene: Scene<Needs>,
  audience: 'public' | 'internal',
  withAnnex = true,
): Promise<SynthesisDocument | Refusal> {
  const { syntheses } = scene.tx;
  const { id } = scene.consultation;
  const row = (audience === 'public' && (await syntheses.latestSigned(id))) || (await syntheses.latest(id));
  return shownRow(scene, row, audience, withAnnex);
}

/** What everybody may read: the latest signed one in its public version; null while there is none. */
export async function showPublished(scene: Scene<Needs>): Promise<SynthesisDocument | Refusal | null> {
  const row = await scene.tx.syntheses.latestSigned(scene.consultation.id);
  return row && shownRow(scene, row, 'public');
}

/** The one of that number, as it stands now. */
export async function showNumbered(
  scene: Scene<Needs>,
  number: number,
  audience: 'public' | 'internal',
): Promise<SynthesisDocument | Refusal> {
  return shownRow(scene, await scene.tx.syntheses.byNumber(scene.consultation.id, number), audience);
}

async function shownRow(
  scene: Scene<Needs>,
  row: SynthesisRow | null,
  audience: 'public' | 'internal',
  withAnnex = true,
): Promise<SynthesisDocument | Refusal> {
  if (!row) return refuse('no-synthesis');
  const act = {
    verb: audience === 'public' && row.state === 'signed' ? 'synthesis.read' : 'synthesis.show',
    subjectType: 'synthesis',
    subjectId: row.id,
    refs: { audience },
  } as const;
  return perform(scene, act, () => documentOf(scene, row, audience, withAnnex));
}

export async function documentOf(
  { tx, consultation }: Scene<Needs>,
  row: SynthesisRow,
  audience: 'public' | 'internal',
  withAnnex = true,
): Promise<SynthesisDocument | Refusal> {
  const { content } = consultation;
  const lang = row.body.lang;
  const rows = await tx.proposals.of(consultation.id);
  const whole =
    row.state === 'signed'
      ? today(row.body, rows)
      : { ...row.body, ...(await askedSoFar({ tx, consultation })) };
  const { annex: _, ...bare } = whole;
  const body: SynthesisBody = withAnnex ? whole : bare;
  const texts = await tx.words.texts(wordsOfBody(body));
  const partners = new Map(
    (await tx.people.partners(consultation.id)).map((partner) => [partner.id, partner]),
  );
  const tables = await tableAuthors(tx, consultation.id);
  const authors = new Map<Ref, Author | null>(
    rows.map((proposal) => {
      const table = proposal.table ? tables.get(proposal.table) : undefined;
      if (table !== undefined) return [ref(proposal.number), table];
      const partner = proposal.partnerId ? partners.get(proposal.partnerId) : undefined;
      const attribution = attributionOf(proposal, partner);
      if (!partner && attribution !== 'none') return [ref(proposal.number), null];
      const name = partner?.person.name ?? '';
      const { organisation = null, college = null } = partner ?? {};
      // What nobody chose says nothing: a personal word is what a word is.
      const said = partner?.standing != null || proposal.standing !== 'personal';
      const standing = said ? proposal.standing : null;
      return [ref(proposal.number), { attribution, name, organisation, college, standing }];
    }),
  );
  const signers = [row.signedBy, ...body.axes.map((axis) => axis.noDisagreement?.by ?? null)];
  const { erased } = sentencesIn(lang);
  const names = new Map<PersonId, string>();
  for (const id of signers)
    if (id !== null && !names.has(id)) names.set(id, (await tx.people.byId(id))?.name ?? erased);
  const earlier = (await tx.syntheses.published(consultation.id)).map((one) => renamed(one, content));
  const rounds = content.rounds.map(({ key, title, prompts }) => ({
    key,
    title: inLang(title, lang),
    statements: prompts.map((one) => ({ key: one.key, text: inLang(one.text, lang) })),
  }));
  const document = publish({
    audience,
    consultation: {
      key: content.key,
      title: inLang(content.title, lang),
      asker: inLang(content.asker, lang),
      zone: content.zone,
    },
    colleges: [
      ...content.colleges,
      ...(content.publishedTogether ?? []),
      ...formerlyNamed(content.colleges, row),
    ].map(({ key, label }) => ({ key, label: inLang(label, lang) })),
    publishedColleges: publishedColleges(content),
    axes: content.axes.flatMap(({ key, label, objective, formerly }) =>
      [key, ...formerly].map((one) => ({
        key: one,
        title: inLang(label, lang),
        objective: inLang(objective, lang),
      })),
    ),
    rounds,
    synthesis: {
      number: row.number,
      hash: row.hash ?? '',
      compiledAt: row.compiledAt,
      body,
      signature: row.signedBy && row.signedAt !== null ? { by: row.signedBy, at: row.signedAt } : null,
    },
    smallestFigure: content.rules.smallestFigure,
    published: row.published ? [] : earlier,
    resolve: (text) => {
      const whole = texts.get(typeof text === 'string' ? text : text.words) ?? null;
      return whole === null || typeof text === 'string' ? whole : whole.slice(text.start, text.end);
    },
    authorOf: (named) => authors.get(named) ?? null,
    nameOf: (person) => names.get(person) ?? '',
    proofreaders: (await readersOf({ tx }, row.id)).read
      .filter(({ id }) => id !== row.signedBy)
      .map(({ name }) => name ?? erased),
    merged: mergedHere(body, rows),
    erased: rows.flatMap(({ state, number }) => (state === 'erased' ? [ref(number)] : [])),
  });
  if (isRefusal(document) || row.published === null || audience === 'internal') return document;

  const { base, participation, understood = [], views = [] } = row.published;
  return {
    ...document,
    base,
    participation,
    understood: titled(understood, rounds),
    views: stated(views, rounds),
  };
}

/** What its figures count under a key of then, by its name of today. */
const formerlyNamed = (colleges: readonly College[], { body, published }: SynthesisRow): Named[] => {
  const counted = new Set([...body.base, ...(published?.base ?? [])].map(({ college }) => college));
  return colleges.flatMap(({ label, formerly }) =>
    formerly.filter((key) => counted.has(key)).map((key) => ({ key, label })),
  );
};
type Named = Pick<College, 'key' | 'label'>;

/** A table is named as the team wrote it: no person is. */
async function tableAuthors(
  tx: Scene<'tables' | 'words'>['tx'],
  id: Scene['consultation']['id'],
): Promise<ReadonlyMap<string, Author>> {
  const tables = await tx.tables.of(id);
  const labels = await tx.words.texts(tables.map(({ label }) => label));
  return new Map(
    tables.map(({ id, label }) => [
      id,
      { attribution: 'name', name: labels.get(label) ?? '', organisation: null, college: null },
    ]),
  );
}

/** What was joined to proposals this synthesis speaks of. */
function mergedHere(body: SynthesisBody, rows: readonly ProposalRow[]): SynthesisDocument['merged'] {
  const known = spokenOf(body);
  const rootOf = roots(rows);
  return rows.flatMap((row) => {
    const into = ref(rootOf.get(row.id)!.number);
    return row.state === 'merged' && known.has(into) ? [{ proposal: ref(row.number), into }] : [];
  });
}

/** What was withdrawn or merged since it was signed leaves it, what arrived is unclassified; erased words read as such. */
function today(body: SynthesisBody, rows: readonly ProposalRow[]): SynthesisBody {
  const known = spokenOf(body);
  const refs = (some: (row: ProposalRow) => boolean) => rows.filter(some).map((row) => ref(row.number));
  const gone = refs(
    ({ state }) => state === 'withdrawn' || state === 'merged' || state === 'moderated' || state === 'split',
  );
  const arrived = refs(({ state }) => state === 'submitted').filter((one) => !known.has(one));
  return standing(body, new Set(gone), arrived);
}
