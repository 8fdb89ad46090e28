/** What every command gets, and how each ends. */
import type { Ended } from '../app/committee/close.ts';
import type { Reached } from '../app/committee/convene.ts';
import type { On } from '../app/committee/speak.ts';
import type { RestitutionSent } from '../app/decision/restitution.ts';
import type { Gathered } from '../app/documents/gather-documents.ts';
import type { WriteDocuments } from '../app/documents/writers.ts';
import type { Scene } from '../app/perform.ts';
import type { ReadBack } from '../app/person/export-person.ts';
import type { Conversation } from '../app/ports/conversations.ts';
import type { Clock, Ids } from '../app/ports/edge.ts';
import type { Person } from '../app/ports/people.ts';
import type { ErasureLedger } from '../app/ports/personal.ts';
import type { Store, Transaction } from '../app/ports/store.ts';
import type { Duplicates } from '../app/proposal/list-duplicates.ts';
import type { ReportPublished } from '../app/report/publish-report.ts';
import type { Cancelled } from '../app/round/close-round.ts';
import type { Extended } from '../app/round/extend-round.ts';
import type { Opened } from '../app/round/open-round.ts';
import type { Analysis } from '../app/synthesis/compile-synthesis.ts';
import type { Minutes } from '../core/committee/minutes.ts';
import type { Session } from '../core/committee/model.ts';
import type { Consultation, DecisionStatus, LocalText, RoundContent } from '../core/consultation/model.ts';
import type { WordsId } from '../core/ids.ts';
import type { PersonDossier } from '../core/person/dossier.ts';
import type { LinkRow } from '../core/person/link-row.ts';
import type { Annex } from '../core/plan/annex.ts';
import type { ActionChange } from '../core/plan/diff.ts';
import type { Plan } from '../core/plan/model.ts';
import type { PlanSentences } from '../core/plan/sentences.ts';
import type { ExportedProposal } from '../core/proposal/exported.ts';
import type { Reader } from '../core/proposal/reading.ts';
import { isRefusal, type Refusal } from '../core/refusal.ts';
import type { ReportDocument } from '../core/report/document.ts';
import type { SynthesisDocument } from '../core/synthesis/document.ts';
import type { Sha256 } from '../core/synthesis/hash.ts';
import type { Instant } from '../core/time.ts';
import { refusalIn } from './refusals.ts';
import type { ExitCode, Terminal } from './terminal.ts';

export type Lang = 'fr' | 'en';

/** Signs links to the page, whether it runs in this process or not. */
export interface PersonalLinks {
  /** What links begin with. */
  readonly origin: string;
  /** Nobody else's machine can open that. */
  readonly localOnly: boolean;
  /** How long a link holds. */
  readonly days: number;
  sign(who: { readonly consultation: string; readonly userId: string; readonly generation: number }): string;
}

/** The store, and the parts that read, group and write. */
export interface Core {
  readonly store: Store;
  readonly ids: Ids;
  readonly newSalt: () => string;
  /** The chat of those who have no other. */
  readonly page: { readonly platform: string; readonly workspace: string };
  /** null when what signs them is kept elsewhere. */
  readonly links: (clock: Clock) => PersonalLinks | null;
  readonly linksCsv: (rows: readonly LinkRow[], lang: Lang) => string;
  readonly sha256: Sha256;
  readonly createReader: (content: Consultation) => Reader;
  readonly analysis: Analysis;
  readonly duplicates: Duplicates;
  readonly documentFiles: WriteDocuments;
  /** Of the same gathering, for text editors and paper. */
  readonly officeFiles: (gathered: Gathered) => Promise<Files>;
  /** Of a signed synthesis and its restitution, by file name. */
  readonly openDataFiles: (gathered: Gathered) => Readonly<Record<string, string>>;
  /** The same tables, as a workbook. */
  readonly openDataWorkbook: (gathered: Gathered) => Promise<Uint8Array>;
  readonly zip: (files: Files) => Uint8Array;
  readonly proposalFiles: (rows: readonly ExportedProposal[]) => Readonly<Record<string, string>>;
  readonly asMarkdown: (synthesis: SynthesisDocument) => string;
  readonly ledger: ErasureLedger;
  readonly readBack: ReadBack;
  /** The last word to somebody who was erased, in their language. */
  readonly farewell: (lang: string) => unknown;
  readonly announce: Announce;
  /** What chat says of a refusal, for those the command line has no word of its own for. */
  readonly refused: (lang: Lang, refusal: Refusal) => string;
  /** What each decision is called. */
  readonly statuses: (lang: Lang) => Readonly<Record<DecisionStatus, string>>;
  readonly proposalsWorkbook: (rows: readonly ExportedProposal[]) => Promise<Uint8Array>;
  readonly planFiles: PlanFiles;
  /** By file name. */
  readonly minutesFiles: (minutes: Minutes) => Promise<Files>;
  readonly reportFiles: (report: ReportDocument) => Promise<Files>;
  readonly roundYaml: RoundYaml;
  readonly calendar: Calendar;
  readonly personJson: (dossier: PersonDossier) => string;
  readonly personMarkdown: (dossier: PersonDossier) => string;
}

/** A round as a file of a folder, and what that file says otherwise. */
export type RoundYaml = (
  round: RoundContent,
  content: Pick<Consultation, 'zone' | 'languages' | 'phases'>,
) => {
  readonly yaml: string;
  readonly notes: readonly { readonly fr: string; readonly en: string }[];
};

/** By file name. */
type Files = Readonly<Record<string, string | Uint8Array>>;

/** What writes a plan, and what changed in it. */
export interface PlanFiles {
  planCsv(plan: Plan<string>, say: PlanSentences): string;
  planXlsx(plan: Plan<string>, say: PlanSentences): Promise<Uint8Array>;
  planYaml(plan: Plan<LocalText>): string;
  diffCsv(changes: readonly ActionChange[], say: PlanSentences): string;
  /** By file name. */
  annexFiles(annex: Annex): Promise<Files>;
}

type Acting = Scene<keyof Transaction> & { readonly tx: Transaction };

/** A person and their conversation. */
interface Convener {
  readonly person: Person;
  readonly conversation: Conversation;
}

/** What people are told, in the bot's words, when somebody of the team acts from here. */
export interface Announce {
  /** Before that round is changed. */
  hold(scene: Acting, round: string): Promise<void>;
  opened(scene: Acting, opened: Opened): Promise<void>;
  extended(scene: Acting, extended: Extended): Promise<void>;
  cancelled(scene: Acting, cancelled: Cancelled): Promise<void>;
  reminders(scene: Acting): Promise<void>;
  /** Of the session that runs, or of the next one: before it is convened, closed or called off. */
  holdSession(scene: Acting, session: Session | null): Promise<readonly Reached[]>;
  sessionCalled(scene: Acting, session: Session, reached: readonly Reached[]): Promise<void>;
  sessionEnded(scene: Acting, ended: Ended, reached: readonly Reached[]): Promise<void>;
  sessionCancelled(scene: Acting, session: Session, reached: readonly Reached[]): Promise<void>;
  /** Whoever convened the session, held: before somebody objects. */
  holdConvener(scene: Acting, session: Session): Promise<Convener | null>;
  objected(
    scene: Acting,
    session: Session,
    convener: Convener | null,
    on: On,
    reason: WordsId | null,
  ): Promise<void>;
  reworded(scene: Acting, session: Session, reached: readonly Reached[], adjustment: number): Promise<void>;
  /** `reached`: whoever the voice was given to. */
  proxyGiven(scene: Acting, reached: readonly Reached[]): Promise<void>;
  restitution(scene: Acting, sent: RestitutionSent): Promise<void>;
  report(scene: Acting, published: ReportPublished): Promise<void>;
}

/** Local days, `YYYY-MM-DD`. */
export interface Calendar {
  /** `2026-12-20` from itself or from `20/12/2026`; null when it is no day. */
  dayIn(text: string): string | null;
  /** The last second of that day. */
  endOf(day: string, zone: string): Instant;
  today(now: Instant, zone: string): string;
}

export interface Context extends Core {
  readonly clock: Clock;
  readonly out: Terminal;
  readonly json: boolean;
  readonly lang: Lang;
  /** Name of the account that runs the command. */
  readonly account: string;
  /** A path as given, from where the command was typed: every file a command reads or writes goes through it. */
  readonly path: (given: string) => string;
}

/** Ends a command, and undoes the transaction it is thrown in. The message says what to do next. */
export class Stop extends Error {
  readonly exit: Exclude<ExitCode, 0>;
  readonly code: string;
  /** Shown by --json beside the message. */
  readonly details: Readonly<Record<string, unknown>>;
  constructor(
    exit: Exclude<ExitCode, 0>,
    code: string,
    message: string,
    details: Readonly<Record<string, unknown>> = {},
  ) {
    super(message);
    this.exit = exit;
    this.code = code;
    this.details = details;
  }
}

/** The embedded database is another process's for now: a command that ends soon, or a bot about to listen. */
export class Held extends Stop {}

export function held(lang: Lang, dataDir: string, pid: number | null): Held {
  const who =
    pid === null
      ? say({ lang }, 'un autre programme', 'another program')
      : `${say({ lang }, 'le programme', 'program')} ${pid}`;
  return new Held(
    1,
    'database-held',
    say(
      { lang },
      `La base de ${dataDir} est prise par ${who}, qui ne répond pas aux commandes : attendez qu’il finisse, ou arrêtez-le${pid === null ? '' : ` (kill ${pid})`}.`,
      `The database of ${dataDir} is held by ${who}, which answers no commands: wait until it ends, or stop it${pid === null ? '' : ` (kill ${pid})`}.`,
    ),
    { pid },
  );
}

export const say = ({ lang }: { readonly lang: Lang }, fr: string, en: string): string =>
  lang === 'en' ? en : fr;

/** The value, unless it is a refusal: then the command stops, and says why. */
export function unlessRefused<T>(context: Pick<Context, 'lang' | 'refused'>, value: T | Refusal): T {
  if (isRefusal(value))
    throw new Stop(1, value.code, refusalIn(context.lang, value) ?? context.refused(context.lang, value), {
      refused: value.details,
    });
  return value;
}

/** The result, as lines for people or as one JSON object with `ok`. */
export function result(
  context: Pick<Context, 'out' | 'json'>,
  data: Readonly<Record<string, unknown>>,
  lines: () => readonly string[],
): 0 {
  context.out.progress(null);
  if (context.json) context.out.print(JSON.stringify({ ok: true, ...data }, null, 2));
  else for (const line of lines()) context.out.print(line);
  return 0;
}

/** An instant as people read it, in a zone (a consultation's), else in the machine's. */
export const moment = ({ lang }: { readonly lang: Lang }, at: number, timeZone?: string): string =>
  new Intl.DateTimeFormat(lang === 'en' ? 'en-GB' : 'fr-FR', {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone,
  }).format(at);

export const count = ({ lang }: { readonly lang: Lang }, figure: number): string =>
  new Intl.NumberFormat(lang === 'en' ? 'en-GB' : 'fr-FR').format(figure);

/** The ending of a French plural, which begins with two. */
export const s = (figure: number): string => (figure > 1 ? 's' : '');

/** `0,64` in French, `0.64` in English. */
export const share = ({ lang }: { readonly lang: Lang }, part: number, whole: number): string =>
  (whole === 0 ? 0 : part / whole).toFixed(2).replace('.', lang === 'en' ? '.' : ',');
