/** A member of the team asks for a document: it comes as a file in the conversation. */
import { refusalOf } from '../../app/perform.ts';
import { isRefusal } from '../../core/refusal.ts';
import { inTeam } from '../facilitator/dialogue.ts';
import { answer, list, type Reply, refusal, type Talk } from '../talk.ts';
import { documentsCommand } from './command.ts';
import { enclosing } from './files.ts';
import { OFFERED, type OfferedDocument, ready } from './offered.ts';

/** null when it is nothing of the kind. */
export async function onDocuments(talk: Talk): Promise<Reply | null> {
  if (!inTeam(talk)) return null;
  const command = documentsCommand(talk.text);
  if (command === null) return null;
  if (command.name === null) return which(talk);
  const asked = OFFERED.find(({ called }) => called.test(command.name!));
  if (asked === undefined) return which(talk, talk.say.documents.unknown);
  const format = command.as === null ? asked.formats[0]! : formatNamed(asked, command.as);
  if (format === null) return answer(talk.say.documents.noFormat(named(talk, asked), formats(talk, asked)));
  const refused = refusalOf(talk.actor, asked.verb);
  if (refused) return refusal(talk, refused);
  const file = await asked.file(talk, format);
  if (isRefusal(file)) return refusal(talk, file);
  const { documents } = talk.say;
  const title = documents.title(
    asked.name,
    'number' in file ? file.number : null,
    documents.formats[format]!,
  );
  return {
    ...answer(documents.here(title)),
    encloses: enclosing(file, title, format === 'png' ? documents.chartAlt : undefined),
  };
}

async function which(talk: Talk, lead?: string): Promise<Reply> {
  const { documents } = talk.say;
  const allowed = OFFERED.filter(({ verb }) => refusalOf(talk.actor, verb) === null);
  const found = await ready(talk, allowed);
  if (found.length === 0) return answer(documents.none);
  return {
    ...answer(
      lead ?? documents.which,
      list(...found.map((one) => [documents.offers(documents.command(one.name), formats(talk, one))])),
    ),
    choices: found.map((one) => ({
      value: documents.command(one.name),
      label: named(talk, one),
      spare: true,
    })),
  };
}

const named = ({ say }: Talk, { name }: OfferedDocument): string => say.documents.names[name];

const formats = ({ say }: Talk, { formats: all }: OfferedDocument): string =>
  say.listed(all.map((one) => say.documents.formats[one]!));

/** By the ending of its files, or as people say it. */
function formatNamed({ formats: all }: OfferedDocument, said: string): string | null {
  const wanted = SAID[said] ?? said;
  return all.find((one) => one === wanted) ?? null;
}

const SAID: Readonly<Record<string, string>> = {
  'page web': 'html',
  'web page': 'html',
  markdown: 'md',
  excel: 'xlsx',
  tableur: 'xlsx',
  spreadsheet: 'xlsx',
  word: 'docx',
};
