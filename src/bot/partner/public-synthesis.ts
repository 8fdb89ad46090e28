/** "Synthèse", of those it is published for: how it begins, which lines cite their proposals, and the public version once it is signed. */
import { showPublished } from '../../app/synthesis/show-synthesis.ts';
import type { Block, Inline } from '../../chat/outbound.ts';
import { ref } from '../../core/ids.ts';
import { isRefusal } from '../../core/refusal.ts';
import type { LineText, SynthesisDocument } from '../../core/synthesis/document.ts';
import { enclosing } from '../documents/files.ts';
import { answer, line, list, type Reply, refusal, type Talk } from '../talk.ts';
import { bare } from '../understand.ts';
import { quoted } from './describe.ts';
import { ownRows } from './mine.ts';

const FORMATS: Readonly<Record<string, string>> = {
  pdf: 'pdf',
  word: 'docx',
  docx: 'docx',
  'page web': 'html',
  html: 'html',
};
const ASKED = new RegExp(
  `^(?:(?:bonjour|hello)[ ,]{1,2})?(?:(?:voir|lire|montrer|montre|montrez|ouvrir|telecharger|documents?|envoyez-moi|envoie-moi|ou est|ou trouver|je peux (?:voir|lire|avoir)|show|read|see|download|send me|where is|can i (?:see|read|have)) )?(?:me )?(?:la |the )?(?:(?:public |publique )?(?:synthese|synthesis)(?: publique| publiee| signee)?|published synthesis)(?: (?:en|in|as) (${Object.keys(FORMATS).join('|')}))?(?: svp| stp| please)? ?\\??$`,
  'u',
);

/** Which of theirs are named in one sentence. */
const MOST = 12;

/** null when the message asks for something else. */
export async function onPublicSynthesis(talk: Talk): Promise<Reply | null> {
  const found = talk.text.length > 80 ? null : ASKED.exec(bare(talk.text));
  if (!found) return null;
  const read = await showPublished(talk);
  if (read === null) return answer(talk.say.publicSynthesis.notYet);
  if (isRefusal(read)) return refusal(talk, read);
  const { publicSynthesis: say, documents } = talk.say;
  const format = found[1];
  const as = FORMATS[format ?? 'html']!;
  const title = documents.title('public-synthesis', read.number, documents.formats[as]!);
  const file = { is: 'synthesis', number: read.number, audience: 'public', as } as const;
  const cited = await whereCited(talk, read);
  return {
    ...answer(
      say.here(
        read.number,
        talk.say.date(read.signature!.at, read.consultation.zone),
        talk.say.count(read.annex.length),
        read.annex.length,
      ),
      ...(format === undefined ? await beginningOf(talk, read) : []),
      ...(cited.length > 0 ? [say.yours, list(...cited.slice(0, MOST).map((one) => [one]))] : []),
      ...(cited.length > MOST ? [say.more(cited.length - MOST)] : []),
      ...(format === undefined ? [say.whole] : []),
    ),
    encloses: enclosing(file, title),
  };
}

/** Lines in all, at least one an axis: what is read on a phone before the file is opened. */
const MOST_LINES = 8;
/** UTF-16 units. */
const QUOTED = 140;
/** What stands near an action of the plan is for whoever opens the file. */
const BESIDE_PLAN: ReadonlySet<LineText['kind']> = new Set(['echo', 'absent']);

/** Its introduction, then each axis with its first lines and a disagreement; sentences of the team's by reference. */
async function beginningOf(talk: Talk, { axes, number }: SynthesisDocument): Promise<(Block | string)[]> {
  const { publicSynthesis: say } = talk.say;
  const row = await talk.tx.syntheses.byNumber(talk.consultation.id, number);
  if (row === null) return [];
  const { body } = row;
  const drafted = new Map(
    body.axes.flatMap(({ lines, disagreements }) => [...lines, ...disagreements].map((one) => [one.id, one])),
  );
  const said = ({ id, text, quote }: LineText, lead = ''): (Inline | string)[] => {
    const own = drafted.get(id);
    const sentence = own?.words ? { words: own.words } : text;
    // Only what the public version quotes.
    const theirs = quote !== null && own?.quote ? [' ', ...quoted(talk.say, own.quote, QUOTED)] : [];
    return [`${id}  ${lead}`, sentence, ...theirs];
  };
  const told = axes
    .map((axis) => ({ ...axis, spoken: axis.lines.filter(({ kind }) => !BESIDE_PLAN.has(kind)) }))
    .filter(({ spoken }) => spoken.length > 0);
  const most = Math.max(1, Math.floor(MOST_LINES / Math.max(1, told.length)));
  return [
    ...(body.introduction ? [line({ words: body.introduction })] : []),
    ...told.flatMap(({ axis, title, lines, spoken, disagreements }) => {
      const [against] = disagreements;
      const shown = spoken.slice(0, most);
      const left = lines.length - shown.length + Math.max(0, disagreements.length - 1);
      return [
        line({ text: `${axis}. ${title}`, strong: true as const }),
        list(
          ...shown.map((one) => said(one)),
          ...(against ? [said(against, `${say.disagreement} `)] : []),
          ...(left > 0 ? [[say.moreLines(left)]] : []),
        ),
      ];
    }),
  ];
}

/** `P-0042 : 1.2 et 2.1`, of each of their own that stands. */
async function whereCited(talk: Talk, { axes, unclassified, merged }: SynthesisDocument): Promise<string[]> {
  const { publicSynthesis: say, labelled, listed } = talk.say;
  const lines = axes.flatMap((axis) => [...axis.lines, ...axis.disagreements]);
  const rows = await ownRows(talk);
  return rows.flatMap(({ number }) => {
    const name = ref(number);
    const into = merged.find(({ proposal }) => proposal === name)?.into ?? name;
    const at = lines.filter(({ cites }) => cites.includes(into)).map(({ id }) => id);
    if (at.length > 0) return [labelled(name, say.cited(listed(at), at.length))];
    return unclassified.includes(into) ? [labelled(name, say.unclassified)] : [];
  });
}
