/** "documents", "document synthèse", "document propositions en csv": what the team reads elsewhere than in the conversation. */
import { bare } from '../understand.ts';

/** `name` null: which ones there are; `as` null: the usual format. */
export interface DocumentsCommand {
  readonly name: string | null;
  readonly as: string | null;
}

const LONGEST = 80;
const ASKED =
  /^(?:(?:les |mes |the )?(?:documents?|fichiers?|files?)|(?:telecharger|exporter|download|export)(?= \S)|(?:envoie|envoyez|envoyer)[ -]moi(?= \S)|send me(?= \S))(?: (?:de |du |des )?(?:la |le |les |l'|the )?([a-z][a-z -]{2,30}?))?(?: (?:en|au format|as|in) (?:une? |an? )?([a-z][a-z ]{1,12}))?$/u;

/** null when the message is no such command. */
export function documentsCommand(text: string): DocumentsCommand | null {
  if (text.length > LONGEST) return null;
  const found = ASKED.exec(bare(text));
  return found && { name: found[1] ?? null, as: found[2] ?? null };
}
