/** A dossier as people read it: sections of lines, their own texts apart so that each writer shows them its way. */
import type { Lang } from '../consultation/model.ts';
import type { Instant } from '../time.ts';
import type { DossierCounts, PersonDossier } from './dossier.ts';
import { type Labels, labelsIn } from './outline-labels.ts';

/** A text by reference: theirs, or a reason written for them. */
export interface Quoted {
  readonly words: string;
  readonly start?: number;
  readonly end?: number;
  readonly text: string | null;
}
/** The program's own sentence, a name or label that somebody gave, or a quoted text. */
export type Piece = string | { readonly given: string } | Quoted;

export interface OutlineSection {
  readonly title: string;
  readonly items: readonly (readonly Piece[])[];
}

/** `received` and `acts` can be left out where they are read elsewhere. */
export function outline(dossier: PersonDossier, parts: { readonly received: boolean }): OutlineSection[] {
  const say = labelsIn(dossier.lang);
  const { zone } = dossier.consultation;
  const on = (at: Instant) => say.date(at, zone);
  const given = (text: string): Piece => ({ given: text });
  const quote = ({ words, start, end, text }: Quoted): Piece[] => [
    say.opening,
    text === null || start === undefined || end === undefined ? { words, text } : { words, start, end, text },
    say.closing,
  ];
  const section = (title: string, items: readonly (readonly Piece[])[]): OutlineSection[] =>
    items.length > 0 ? [{ title, items }] : [];
  const { person } = dossier;
  return [
    ...section(say.you, [
      ...(person.name === null ? [] : [[say.item(say.name), given(person.name)]]),
      [say.item(say.language), say.languageOf(person.lang)],
      ...(person.email === null ? [] : [[say.item(say.email), given(person.email)]]),
      ...(person.telephone === null ? [] : [[say.item(say.telephone), given(person.telephone)]]),
      ...(person.preferred === null
        ? []
        : [[say.item(say.preferred), say.chats[person.preferred] ?? person.preferred]]),
      [say.item(say.since), on(person.since)],
      ...person.addresses.map((one): Piece[] => [
        say.item(say.address),
        given(`${one.platform}, ${one.userId}`),
        ...(one.locale === null ? [] : [`, ${say.item(say.locale)}`, given(one.locale)]),
        ...(one.goneAt === null ? [] : [`, ${say.item(say.gone)}${on(one.goneAt)}`]),
      ]),
      ...person.roles.map((one) => [say.item(say.role), say.roles[one.role] ?? one.role]),
      ...(dossier.digest?.nextAt ? [[say.item(say.digest), on(dossier.digest.nextAt)]] : []),
      ...(person.stoppedAt === null ? [] : [[say.item(say.stopped), on(person.stoppedAt)]]),
    ]),
    ...section(
      say.organisations,
      dossier.organisations.map((one) => [
        given(one.acronym === null ? one.organisation : `${one.organisation}, ${one.acronym}`),
        ` (${one.college})`,
        ...placed(one, say),
        `. ${say.quoted[one.attribution]}`,
      ]),
    ),
    ...section(
      say.rounds,
      dossier.rounds.map((one) => [
        `${say.item(one.round)}${say.states[one.state] ?? one.state}, ${say.prompts(one.answered.length, one.passed.length)}.`,
      ]),
    ),
    ...section(
      say.messages,
      dossier.messages.map((one) => [`${on(one.at)}  `, ...quote(one)]),
    ),
    ...section(
      say.proposals,
      dossier.proposals.flatMap((one) => [
        [
          `${say.item(one.ref)}${say.proposalStates[one.state]}${one.mergedInto ? ` (${one.mergedInto})` : ''}. `,
          ...one.versions.flatMap((version, index) => [
            ...(index > 0 ? [` ${say.later} `] : []),
            ...quote(version),
          ]),
          tagged(one.tags, say),
          ...(one.nuanceOf.length > 0 ? [` ${say.nuanceOf(one.nuanceOf.join(', '))}`] : []),
          ...(one.nuances > 0 ? [` ${say.nuances(one.nuances)}`] : []),
        ],
        ...one.moderations.map((step): Piece[] => [
          `${say.item(one.ref)}${step.published ? say.published : say.unpublished}, ${on(step.at)}. `,
          ...(step.reason === null ? [] : quote(step.reason)),
        ]),
        ...one.decisions.map((step): Piece[] => [
          `${say.item(one.ref)}${say.answered(say.statuses[step.status] ?? step.status, step.body, say.day(step.decidedOn))} `,
          ...quote(step.reason),
        ]),
      ]),
    ),
    ...section(
      say.files,
      dossier.files.map((one) => [
        `${say.item(one.ref)}`,
        ...quote(one.name),
        `, ${on(one.at)}. ${say.fileStates[one.state] ?? one.state}${one.proposals.length > 0 ? ` (${one.proposals.join(', ')})` : ''} `,
        ...(one.reason === null ? [] : quote(one.reason)),
      ]),
    ),
    ...section(
      say.tables,
      dossier.tables.map((one) => [
        ...quote(one.name),
        `, ${on(one.at)} (${one.proposals.join(', ')})${one.confirmedAt === null ? '' : `, ${say.readBack}`}`,
      ]),
    ),
    ...section(
      say.workshops,
      dossier.workshops.map((one) => [
        `${one.round}${one.enteredAt === null ? '' : `, ${on(one.enteredAt)}`}${one.dots.length > 0 ? ` (${one.dots.map(({ group, points }) => say.dots(points, group)).join(', ')})` : ''}`,
      ]),
    ),
    ...section(
      say.reviews,
      dossier.reviews.map((one) => [
        `${on(one.at)}  ${say.reviewed[one.answer]}${one.proposal === null ? '' : ` (${one.proposal})`}`,
      ]),
    ),
    ...section(
      say.ratings,
      dossier.ratings.map((one) => [`${on(one.at)}  ${say.rated[one.question]} : ${say.grades[one.grade]}`]),
    ),
    ...section(
      say.positions,
      dossier.positions.map((one) => [
        `${on(one.at)}  ${one.about ?? say.answersTogether}, ${say.stands[one.stand]}. `,
        ...(one.reason === null ? [] : quote(one.reason)),
      ]),
    ),
    ...section(
      say.supported,
      dossier.supported.map((one) => [
        `${one.proposal}, ${on(one.at)}${one.retractedAt === null ? '' : ` (${say.retracted})`}`,
      ]),
    ),
    ...section(
      say.disputes,
      dossier.disputes.map((one) => [
        `${say.item(one.proposal)}${on(one.raisedAt)}. `,
        ...one.texts.flatMap((text, index) => [...(index > 0 ? [' '] : []), ...quote(text)]),
        ...(one.outcome === null || one.reason === null
          ? [` ${say.disputeOpen(on(one.dueAt))}`]
          : [` ${say.outcomes[one.outcome]} `, ...quote(one.reason)]),
      ]),
    ),
    ...section(
      say.received,
      parts.received
        ? dossier.received
            .filter(({ sentAt }) => sentAt !== null)
            .map((one) => [`${on(one.sentAt!)}  `, given(one.text)])
        : [],
    ),
    ...section(
      say.letters,
      parts.received
        ? dossier.letters
            .filter(({ sentAt }) => sentAt !== null)
            .map((one) => [`${on(one.sentAt!)}  ${say.letterKinds[one.kind] ?? one.kind}`])
        : [],
    ),
    ...section(
      say.acts,
      parts.received ? dossier.acts.map((one) => [`${on(one.at)}  ${one.verb} (${one.role})`]) : [],
    ),
  ];
}

/** What the team's file said of their place there, and of the organisation. */
function placed(one: PersonDossier['organisations'][number], say: Labels): Piece[] {
  const labelled = (label: string, text: string | null): Piece[] =>
    text === null ? [] : [`, ${say.item(label)}`, { given: text }];
  return [
    ...(one.jobTitle === null ? [] : [', ', { given: one.jobTitle }]),
    ...(one.capacity === null ? [] : [`, ${say.capacities[one.capacity]}`]),
    ...(one.substitute ? [`, ${say.substitute}`] : []),
    ...labelled('SIRET', one.siret),
    ...labelled('RNA', one.rna),
    ...labelled(say.seat, one.seat),
    ...(one.territories.length === 0 ? [] : [`, ${say.item(say.territories)}${one.territories.join(', ')}`]),
  ];
}

type Tags = PersonDossier['proposals'][number]['tags'];

function tagged(tags: Tags, say: Labels): string {
  const here = tags.filter(({ replacedAt }) => replacedAt === null);
  return here.length === 0
    ? ''
    : ` (${here.map((tag) => `${tag.label}, ${say.sources[tag.source]}`).join(' ; ')})`;
}

/** In a sentence: what is kept. */
export const inFigures = (counts: DossierCounts, lang: Lang): string => labelsIn(lang).figures(counts);
