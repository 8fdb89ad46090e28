/** "retirer question 2", "reformuler question 2 : texte", "ajouter question action CLÉ : texte", at the preview of a round. */
export type PromptCommand =
  | { readonly does: 'drop'; readonly place: number }
  | { readonly does: 'reword'; readonly place: number; readonly lang: string | null; readonly text: string }
  | {
      readonly does: 'add';
      readonly axis: string | null;
      readonly action: string | null;
      readonly text: string;
    };

// Repetitions are counted: messages of any length come here. What follows the colon is free text.
const DROP =
  /^\s{0,9}(?:retirer|retire|enlever|supprimer|drop|remove) (?:(?:la|the) )?question (\d{1,2})\s{0,9}\.?$/iu;
const REWORD =
  /^\s{0,9}(?:reformuler|reformule|modifier|reword|rephrase) (?:(?:la|the) )?question (\d{1,2})(?: ?\((\w{2,3})\))?[ \u00a0\u202f]{0,3}:\s{0,20}(?=\S)/iu;
const ADD =
  /^\s{0,9}(?:ajouter|ajoute|add) (?:(?:une|a) )?question(?: (?:sur l['’])?(?:(?:axe|axis) (\w{1,40})|action ([a-z0-9]+(?:[-_][a-z0-9]+){0,20})))?[ \u00a0\u202f]{0,3}:\s{0,20}(?=\S)/iu;

/** null when the message is no such command. */
export function promptCommand(text: string): PromptCommand | null {
  const drop = DROP.exec(text);
  if (drop) return { does: 'drop', place: Number(drop[1]) };
  const reword = REWORD.exec(text);
  if (reword) {
    const rest = text.slice(reword[0].length).trim();
    return { does: 'reword', place: Number(reword[1]), lang: reword[2]?.toLowerCase() ?? null, text: rest };
  }
  const add = ADD.exec(text);
  if (!add) return null;
  const rest = text.slice(add[0].length).trim();
  return { does: 'add', axis: add[1] ?? null, action: add[2]?.toLowerCase() ?? null, text: rest };
}
