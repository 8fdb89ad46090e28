/** What commands are given. */
import { randomBytes } from 'node:crypto';
import { v7 as uuid } from 'uuid';
import { PLATFORM as PAGE, WORKSPACE as PAGE_WORKSPACE } from '../../adapters/web/workspace.ts';
import { wordsOfAxis } from '../analysis/passing.ts';
import { createReader, NEAR } from '../analysis/reader.ts';
import type { AnalysisThread } from '../analysis/thread.ts';
import type { ReadBack } from '../app/person/export-person.ts';
import type { Ids } from '../app/ports/edge.ts';
import type { ErasureLedger } from '../app/ports/personal.ts';
import type { Store } from '../app/ports/store.ts';
import type { Analysis } from '../app/synthesis/compile-synthesis.ts';
import type { Group } from '../app/theme/find-themes.ts';
import { announce } from '../bot/announce.ts';
import { dayIn, endOf, today } from '../bot/day.ts';
import { phrasesIn } from '../bot/locales/phrases.ts';
import { sha256 } from '../bot/sha256.ts';
import { answer, documentOf } from '../bot/talk.ts';
import type { Document } from '../chat/outbound.ts';
import { readBack } from '../chat/read-back.ts';
import type { Core } from '../commands/context.ts';
import { openTables } from '../core/open-data/assemble.ts';
import { linksCsv } from '../report/links-csv.ts';
import { openDataFiles } from '../report/open-data.ts';
import { openDataXlsx } from '../report/open-data-xlsx.ts';
import { personJson } from '../report/person-json.ts';
import { personMarkdown } from '../report/person-markdown.ts';
import { diffCsv, planCsv } from '../report/plan-csv.ts';
import { planXlsx } from '../report/plan-xlsx.ts';
import { planYaml } from '../report/plan-yaml.ts';
import { proposalsXlsx } from '../report/proposals-xlsx.ts';
import { roundYaml } from '../report/round-yaml.ts';
import { synthesisMarkdown } from '../report/synthesis-markdown.ts';
import { recordErasure } from '../store/erasures.ts';
import {
  annexFiles,
  documentFiles,
  minutesFiles,
  officeFiles,
  proposalFiles,
  reportFiles,
} from './documents.ts';
import { zip } from './zip.ts';

export const uuids: Ids = { next: <Id extends string = string>() => uuid() as Id };

/** 256 bits: as long as the hash it protects. */
export const newSalt = (): string => randomBytes(32).toString('hex');

export const ledgerIn = (dataDir: string): ErasureLedger => ({
  record: (erasure) => recordErasure(dataDir, erasure),
});

export const readSent: ReadBack = (document, own, lang) => {
  const say = phrasesIn(lang, []);
  return readBack(document as Document, own, { erased: say.erased, left: '[…]' });
};

const farewell = (lang: string): Document => {
  const say = phrasesIn(lang, []);
  return documentOf(answer(say.personal.erased), say.lang);
};

export const byAxis =
  ({ run }: AnalysisThread): Group =>
  (proposals, lang, axis) =>
    run('group', proposals, lang, axis?.themes ?? [], axis === null, axis ? wordsOfAxis(axis, lang) : []);

export const analysisOf = (thread: AnalysisThread): Analysis => ({
  group: byAxis(thread),
  opinions: (votes) => thread.run('opinions', votes),
  echoes: (proposals, actions, lang) => thread.run('echoes', proposals, actions, lang),
});

/** An import learns from all that was filed by hand before, not only from the latest. */
const FILED = 20_000;

/** What commands are given, on an open store. */
export const coreOf = (
  store: Store,
  thread: AnalysisThread,
  dataDir: string,
  links: Core['links'],
): Core => ({
  store,
  ids: uuids,
  newSalt,
  page: { platform: PAGE, workspace: PAGE_WORKSPACE },
  links,
  linksCsv,
  sha256,
  createReader: (content) =>
    createReader(content, { most: FILED, study: (...given) => thread.run('study', ...given) }),
  analysis: analysisOf(thread),
  duplicates: (texts) => thread.run('duplicates', texts, NEAR),
  documentFiles,
  officeFiles,
  openDataFiles: (gathered) => openDataFiles(gathered, sha256),
  openDataWorkbook: (gathered) => openDataXlsx(openTables(gathered), gathered.synthesis.lang),
  zip,
  proposalFiles,
  asMarkdown: synthesisMarkdown,
  ledger: ledgerIn(dataDir),
  readBack: readSent,
  farewell,
  announce,
  refused: (lang, refusal) => phrasesIn(lang, []).refusals(refusal),
  statuses: (lang) => phrasesIn(lang, []).statuses,
  proposalsWorkbook: proposalsXlsx,
  minutesFiles,
  reportFiles,
  planFiles: { planCsv, planXlsx, planYaml, diffCsv, annexFiles },
  roundYaml,
  calendar: { dayIn, endOf, today },
  personJson,
  personMarkdown,
});
