import { inLang } from '../../core/consultation/text.ts';
import type { PersonId, Ref } from '../../core/ids.ts';
import { ref } from '../../core/ids.ts';
import { isRefusal, type Refusal, refuse } from '../../core/refusal.ts';
import type { SynthesisDocument } from '../../core/synthesis/model.ts';
import { type Author, publish } from '../../core/synthesis/publish.ts';
import { perform, type Scene } from '../perform.ts';
import type { SynthesisRow } from '../ports.ts';
import { attributionOf } from './snapshot.ts';
import { wordsOfBody } from './words-of-body.ts';

type Needs = 'syntheses' | 'words' | 'proposals' | 'people';

/** The latest synthesis, as this audience may see it. */
export async function showSynthesis(
  scene: Scene<Needs>,
  audience: 'public' | 'internal',
): Promise<SynthesisDocument | Refusal> {
  const row = await scene.tx.syntheses.latest(scene.consultation.id);
  if (!row) return refuse('no-synthesis');
  const act = {
    verb: 'synthesis.show',
    subjectType: 'synthesis',
    subjectId: row.id,
    refs: { audience },
  } as const;
  return perform(scene, act, () => documentOf(scene, row, audience));
}

async function documentOf(
  { tx, consultation }: Scene<Needs>,
  row: SynthesisRow,
  audience: 'public' | 'internal',
): Promise<SynthesisDocument | Refusal> {
  const { content } = consultation;
  const lang = row.body.lang;
  const texts = await tx.words.texts(wordsOfBody(row.body));
  const partners = new Map(
    (await tx.people.partners(consultation.id)).map((partner) => [partner.id, partner]),
  );
  const authors = new Map<Ref, Author | null>(
    (await tx.proposals.of(consultation.id)).map((proposal) => {
      const partner = proposal.partnerId ? partners.get(proposal.partnerId) : undefined;
      const attribution = attributionOf(proposal, partner);
      if (!partner && attribution !== 'none') return [ref(proposal.number), null];
      const name = partner?.person.name ?? '';
      const { organisation = null, college = null } = partner ?? {};
      return [ref(proposal.number), { attribution, name, organisation, college }];
    }),
  );
  const signers = [row.signedBy, ...row.body.axes.map((axis) => axis.noDisagreement?.by ?? null)];
  const names = new Map<PersonId, string>();
  for (const id of signers)
    if (id !== null && !names.has(id)) names.set(id, (await tx.people.byId(id))?.name ?? '');
  const earlier = await tx.syntheses.published(consultation.id);
  const document = publish({
    audience,
    consultation: {
      key: content.key,
      title: inLang(content.title, lang),
      asker: inLang(content.asker, lang),
      zone: content.zone,
    },
    colleges: content.colleges.map(({ key, label }) => ({ key, label: inLang(label, lang) })),
    axes: content.axes.map(({ key, label, objective }) => ({
      key,
      title: inLang(label, lang),
      objective: inLang(objective, lang),
    })),
    synthesis: {
      number: row.number,
      hash: row.hash ?? '',
      compiledAt: row.compiledAt,
      body: row.body,
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
  });
  if (isRefusal(document) || row.published === null || audience === 'internal') return document;

  return { ...document, ...row.published };
}
