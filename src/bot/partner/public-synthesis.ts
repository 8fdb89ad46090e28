/** "Synthèse", of those it is published for: the public version once it is signed, and which lines cite their proposals. */
import { showPublished } from '../../app/synthesis/show-synthesis.ts';
import { ref } from '../../core/ids.ts';
import { isRefusal } from '../../core/refusal.ts';
import type { SynthesisDocument } from '../../core/synthesis/model.ts';
import { enclosing } from '../documents/files.ts';
import { answer, list, type Reply, refusal, type Talk } from '../talk.ts';
import { bare } from '../understand.ts';
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
  const as = FORMATS[found[1] ?? 'html']!;
  const title = documents.title('public-synthesis', read.number, documents.formats[as]!);
  const file = { is: 'synthesis', number: read.number, audience: 'public', as } as const;
  const cited = await whereCited(talk, read);
  return {
    ...answer(
      say.here(
        read.number,
        talk.say.date(read.signature!.at, read.consultation.zone),
        read.annex.length,
        as === 'pdf',
      ),
      ...(cited.length > 0 ? [say.yours, list(...cited.slice(0, MOST).map((one) => [one]))] : []),
      ...(cited.length > MOST ? [say.more(cited.length - MOST)] : []),
    ),
    encloses: enclosing(file, title),
  };
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
