/** All that is kept about one person, gathered for them. */
import { inLang } from '../../core/consultation/text.ts';
import { attachmentRef, type RoundId, ref, type WordsId } from '../../core/ids.ts';
import type { PersonDossier } from '../../core/person/dossier.ts';
import type { Extract, Tag } from '../../core/proposal/model.ts';
import type { Refusal } from '../../core/refusal.ts';
import { groupName } from '../../core/workshop/model.ts';
import { perform, type Scene } from '../perform.ts';
import type { Person } from '../ports/people.ts';
import type { ProposalRow } from '../ports/proposals.ts';
import { participationsOf, positionsOf, reviewsOf } from './taken-part.ts';

/** A queued or sent document as text: own words in place, those of others left out. */
export type ReadBack = (document: unknown, own: ReadonlyMap<string, string | null>, lang: string) => string;

type Needs =
  | 'personal'
  | 'people'
  | 'participations'
  | 'rounds'
  | 'proposals'
  | 'decisions'
  | 'disputes'
  | 'committee'
  | 'adjustments'
  | 'digests'
  | 'links'
  | 'notices'
  | 'ratings'
  | 'reactions'
  | 'words';

/** The actor's own data, or with the right to it somebody else's; on record either way. */
export async function exportPerson(
  scene: Scene<Needs>,
  person: Person,
  readBack: ReadBack,
): Promise<PersonDossier | Refusal> {
  const own = person.id === scene.actor.person.id;
  const act = {
    verb: own ? 'data.export' : 'person.export',
    subjectType: 'person',
    subjectId: person.id,
  } as const;
  return perform(scene, act, () => dossierOf(scene, person, readBack));
}

/** The same, on no record: for the few figures of a first answer. */
export async function dossierOf(
  { tx, consultation, now }: Scene<Needs>,
  person: Person,
  readBack: ReadBack,
): Promise<PersonDossier> {
  const { content } = consultation;
  const { lang } = person;
  const local = (text: Parameters<typeof inLang>[0]) => inLang(text, lang, content.languages);
  const kept = await tx.personal.of(person.id);
  const all: ProposalRow[] = [];
  for (const { partnerId } of kept.organisations) all.push(...(await tx.proposals.byPartner(partnerId)));
  const written = new Set<string>(kept.words.map(({ id }) => id));
  // What somebody else said in that place, before or since, is theirs.
  const isOwn = ({ words }: Extract) => written.has(words);
  const proposals = all.flatMap((row) => {
    const versions = row.versions.filter(isOwn);
    return versions.length > 0 ? [{ ...row, versions }] : [];
  });
  proposals.sort((a, b) => a.number - b.number);
  const steps = Map.groupBy(await tx.decisions.of(consultation.id), (step) => step.proposalId);
  const ids = new Set<string>(proposals.map(({ id }) => id));
  const moderated = (await tx.acts.done(consultation.id, ['proposal.moderate', 'proposal.reinstate'])).filter(
    ({ subjectId }) => ids.has(subjectId),
  );
  const disputes = (await tx.disputes.of(consultation.id)).filter(({ said }) =>
    said.some(({ words }) => written.has(words)),
  );
  const reasons = [
    ...disputes.flatMap(({ reason }) => reason ?? []),
    ...proposals.flatMap((row) => (steps.get(row.id) ?? []).map((step) => step.reason)),
    ...kept.tables.map(({ label }) => label),
    ...kept.files.flatMap(({ reason }) => reason ?? []),
    ...moderated.flatMap(({ refs }) => (refs.reason === undefined ? [] : [refs.reason as WordsId])),
  ];
  const own = await tx.words.texts(kept.words.map(({ id }) => id));
  const official = await tx.words.texts(reasons);
  const roundNames = new Map((await tx.rounds.of(consultation.id)).map((round) => [round.id, round.key]));
  const roundName = (id: RoundId | null): string | null => {
    const key = id === null ? undefined : roundNames.get(id);
    const title = content.rounds.find((round) => round.key === key)?.title;
    return title ? local(title) : (key ?? null);
  };
  const promptText = (key: string | null): string | null => {
    const prompt = content.rounds.flatMap((round) => round.prompts).find((one) => one.key === key);
    return prompt ? local(prompt.text) : key;
  };
  const cut = ({ words, start, end }: Extract) => ({
    words,
    start,
    end,
    text: own.get(words)?.slice(start, end) ?? null,
  });
  const whole = (id: WordsId) => {
    const text = own.get(id) ?? null;
    return { words: id, start: 0, end: text?.length ?? 0, text };
  };
  const reader = await tx.digests.of(person.id);
  const references = new Map<string, number>(proposals.map((row) => [row.id, row.number]));
  for (const row of proposals)
    if (row.mergedInto && !references.has(row.mergedInto)) {
      const into = await tx.proposals.byId(row.mergedInto);
      if (into) references.set(into.id, into.number);
    }
  for (const { proposalId } of disputes)
    if (!references.has(proposalId)) {
      const supported = await tx.proposals.byId(proposalId);
      if (supported) references.set(supported.id, supported.number);
    }
  const links = (await tx.links.of(proposals.map(({ id }) => id))).filter(({ kind }) => kind === 'nuance');
  for (const { otherId } of links)
    if (!references.has(otherId)) {
      const other = await tx.proposals.byId(otherId);
      if (other) references.set(other.id, other.number);
    }
  const nuanced = (row: ProposalRow) =>
    links.filter(({ proposalId }) => proposalId === row.id).map((link) => ref(references.get(link.otherId)!));
  const reviews = await reviewsOf(tx, [...roundNames.keys()], person);
  const ratings = (await tx.ratings.of(consultation.id)).filter((one) => one.person === person.id);
  const views = await tx.reactions.ofPartners(kept.organisations.map(({ partnerId }) => partnerId));
  const positions = await positionsOf(tx, consultation.id, person);
  const rounds = await participationsOf(tx, kept.organisations);
  const label = (tag: Tag) => labelOf(content, tag, local);
  const college = (key: string) => {
    const found = content.colleges.find((one) => one.key === key);
    return found ? local(found.label) : key;
  };
  const territory = (key: string) =>
    content.taxonomy.territories.find((one) => one.key === key)?.label ?? key;
  return {
    at: now,
    lang,
    consultation: { key: content.key, title: local(content.title), zone: content.zone },
    person: {
      id: person.id,
      name: person.name,
      lang,
      zone: person.zone,
      email: person.email,
      telephone: kept.telephone,
      preferred: kept.preferred,
      since: kept.since,
      stoppedAt: person.stoppedAt,
      roles: kept.roles,
      addresses: kept.chats,
    },
    organisations: kept.organisations.map(({ partnerId: _, ...one }) => ({
      ...one,
      college: college(one.college),
      territories: one.territories.map(territory),
    })),
    rounds: rounds.map(({ organisation, participation }) => ({
      round: roundName(participation.roundId) ?? '',
      organisation,
      state: participation.state,
      answered: participation.answered.map((key) => promptText(key) ?? key),
      passed: participation.passed.map((key) => promptText(key) ?? key),
      invitedAt: participation.invitedAt,
      reachedAt: participation.reachedAt,
      consentedAt: participation.consentedAt,
      endedAt: participation.endedAt,
    })),
    messages: kept.words.map(({ id, at, lang: written, how }) => {
      const answer = kept.answers.find(({ words }) => words === id);
      return { ...whole(id), at, lang: written, how, answers: promptText(answer?.promptKey ?? null) };
    }),
    proposals: proposals.map((row) => ({
      ref: ref(row.number),
      state: row.state,
      lateness: row.lateness,
      round: roundName(row.roundId),
      prompt: promptText(row.promptKey),
      submittedAt: row.submittedAt,
      mergedInto: row.mergedInto ? ref(references.get(row.mergedInto) ?? 0) : null,
      supporters: new Set([row.partnerId, ...row.endorsers]).size,
      nuanceOf: nuanced(row),
      nuances: links.filter(({ otherId }) => otherId === row.id).length,
      versions: row.versions.map((version) => ({ ...cut(version), n: version.n, at: version.at })),
      tags: kept.tags
        .filter(({ proposalId }) => proposalId === row.id)
        .map(({ proposalId: _, ...tag }) => ({ ...tag, label: label(tag) })),
      decisions: (steps.get(row.id) ?? []).map((step) => {
        const body = content.rules.decisions.bodies.find(({ key }) => key === step.body);
        return {
          body: body ? local(body.label) : step.body,
          status: step.status,
          reason: { words: step.reason, text: official.get(step.reason) ?? null },
          decidedOn: step.decidedOn,
        };
      }),
      moderations: moderated
        .filter(({ subjectId }) => subjectId === row.id)
        .map(({ verb, at, refs }) => {
          const words = (refs.reason ?? null) as WordsId | null;
          const reason = words === null ? null : { words, text: official.get(words) ?? null };
          return { published: verb === 'proposal.reinstate', reason, at };
        }),
    })),
    reviews: reviews.map(({ roundId, answer, proposalId, at: when }) => ({
      round: roundName(roundId),
      answer,
      proposal: proposalId === null ? null : ref(references.get(proposalId) ?? 0),
      at: when,
    })),
    positions: positions.map(({ reason, ...one }) => ({
      ...one,
      reason: reason === null ? null : whole(reason),
    })),
    views: views.map(({ roundId, statement, view, proposalId, at: when }) => ({
      round: roundName(roundId),
      statement: promptText(statement) ?? statement,
      view,
      reason: proposalId !== null && references.has(proposalId) ? ref(references.get(proposalId)!) : null,
      at: when,
    })),
    ratings: ratings.map(({ question, grade, at: when }) => ({ question, grade, at: when })),
    supported: kept.endorsements.map(({ number, ...one }) => ({ proposal: ref(number), ...one })),
    received: kept.deliveries.map(({ document, ...one }) => ({
      ...one,
      text: readBack(document, new Map<string, string | null>([...own, [person.id, person.name]]), lang),
    })),
    letters: kept.letters,
    files: kept.files.map(({ number, name, reason, proposals: taken, ...file }) => ({
      ...file,
      ref: attachmentRef(number),
      name: whole(name),
      reason: reason === null ? null : { words: reason, text: official.get(reason) ?? null },
      proposals: taken.map(ref),
    })),
    digest:
      reader === null
        ? null
        : {
            weekday: reader.schedule?.weekday ?? null,
            minute: reader.schedule?.minute ?? null,
            always: reader.always,
            nextAt: reader.nextAt,
            readAt: reader.readAt,
          },
    disputes: disputes.map(({ number, proposalId, said, reason, ...one }) => ({
      number,
      proposal: ref(references.get(proposalId) ?? 0),
      texts: said.map(({ words, start }) => cut({ words, start, end: own.get(words)?.length ?? start })),
      raisedAt: one.raisedAt,
      dueAt: one.dueAt,
      outcome: one.outcome,
      reason: reason === null ? null : { words: reason, text: official.get(reason) ?? null },
      answeredAt: one.answeredAt,
    })),
    tables: kept.tables.map(({ label, proposals: said, ...table }) => ({
      ...table,
      name: { words: label, text: official.get(label) ?? null },
      proposals: said.map(ref),
    })),
    workshops: kept.workshops.map(({ roundId, dots, ...one }) => ({
      ...one,
      round: roundName(roundId) ?? '',
      dots: dots.map(({ group, points }) => ({ group: groupName(group), points })),
    })),
    doubts: kept.doubts,
    acts: kept.acts.map(({ verb, role, subjectType, at }) => ({ verb, role, subject: subjectType, at })),
  };
}

function labelOf(
  content: Scene['consultation']['content'],
  { dimension, value }: Tag,
  local: (text: Parameters<typeof inLang>[0]) => string,
): string {
  if (dimension === 'territory')
    return content.taxonomy.territories.find(({ key }) => key === value)?.label ?? value;
  const among =
    dimension === 'axis'
      ? content.axes
      : dimension === 'theme'
        ? content.axes.flatMap(({ themes }) => themes)
        : dimension === 'kind'
          ? content.taxonomy.kinds
          : content.taxonomy.subjects;
  const found = among.find(({ key }) => key === value);
  return found ? local(found.label) : value;
}
