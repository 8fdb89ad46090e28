import { createPhrases } from './phrases.ts';
import type { Token } from './tokens.ts';

const split = (text: string): string[] => text.trim().split(/[|\n]/u);
const phrases = (text: string) => createPhrases(split(text).map((phrase) => [phrase, true] as const));

const GREETINGS = phrases(`
bonjour|bonsoir|salut|coucou|hello|hi|hey|bjr|bsr|dear all|good morning|good afternoon|good evening|mesdames messieurs
chers tous|chers collègues|hallo|hoi|goedemorgen|goedemiddag|goedenavond|guten tag|guten morgen|moin`);

/** Only after a greeting: "tout le monde devrait…" greets nobody. */
const ADDRESSEES = phrases(`
à tous|à toutes|à tous et à toutes|à toutes et tous|à toutes et à tous|tout le monde|madame|monsieur|madame monsieur|mesdames|messieurs
l'équipe|la mel|all|everyone|everybody|team|allemaal`);

const CLOSINGS = phrases(`
merci|merci beaucoup|merci d'avance|merci à vous|merci à tous|merci pour tout|merci de votre attention|merci de votre écoute
merci de nous lire|merci pour votre travail|merci pour cette consultation|merci pour l'initiative|cordialement|bien cordialement
bien à vous|bonne journée|bonne soirée|bonne continuation|bon courage|bises|à bientôt|à plus|belle journée|au revoir
sincères salutations|salutations|thanks|thank you|thanks a lot|many thanks|best regards|kind regards|regards|best wishes|cheers|bye
bedankt|dank u|dank u wel|dank je|dank je wel|hartelijk dank|met vriendelijke groet|groeten|danke|vielen dank|mit freundlichen grüßen`);

const CHATTER = phrases(`
ok|okay|oki|d'accord|dac|oui|non|ouais|yes|no|yep|si|super|parfait|top|génial|cool|bien reçu|bien noté|noté|c'est noté|compris
entendu|volontiers|avec plaisir|allons-y|on y va|c'est parti|je suis prêt|je suis prête|mais vite|vite|vite fait|de rien|pas de souci
bien sûr|ça marche|ça va|et vous|comment allez-vous|comment ça va|mais|et|à vous|pour|tout|beaucoup|bien|très|très bien|c'est bien|lol|mdr
haha|test|hmm|hum|mmh|mouais|bof|euh|ah|oh|ouf|je ne sais pas|je sais pas|jsp|aucune idée|pas d'idée|pas d'idées|sans opinion|sans avis|rien|rien à dire|rien à ajouter|rien à signaler
ras|r.a.s.|rien de plus|c'est tout|c'est fini|c'est terminé|fin|fini|terminé|j'ai fini|j'ai terminé|done|that's all|i'm done|rien pour le moment|rien d'autre|néant|no idea|i don't know|nothing|nothing to add|sure|great|fine|not sure|go ahead
ja|nee|nein|oké|prima|akkoord|goed|geen idee|niets|gut`);

const THANKS = phrases(`
merci|merci beaucoup|merci bien|merci encore|merci infiniment|merci d'avance|un grand merci|mille mercis|merci à vous|merci à tous|merci à l'équipe
thanks|thanks a lot|thanks so much|many thanks|thank you|thank you so much|thank you very much|bedankt|dank u wel|danke|vielen dank`);

/** What people thank for here: nothing of it is proposed. */
const THANKED = new Set(
  `pour de d for voor fur cette cet ce ces votre vos la le l les toute toutes tout this your the all deze uw diese ihre
belle bonne beau bel excellente super grande interessante precieuse great lovely good
consultation concertation initiative demarche invitation questionnaire enquete sondage atelier rencontre reunion echange echanges
ecoute attention travail temps aide accueil organisation message mail retour retours reponse reponses lecture engagement confiance
survey work time help listening invitation meeting workshop effort efforts answer answers`.split(/\s+/u),
);

/** "Merci beaucoup pour cette belle initiative": how many tokens from there on only thank; 0 for none. */
function thanksAt(tokens: readonly Token[], at: number): number {
  const head = THANKS.at(tokens, at)?.length ?? 0;
  if (head === 0) return 0;
  let end = at + head;
  while (end < tokens.length && THANKED.has(tokens[end]!.folded)) end++;
  return end - at;
}

/** How many tokens from there on are courtesy or chatter, 0 for none. */
export const courtesyAt = (tokens: readonly Token[], at: number): number =>
  Math.max(
    thanksAt(tokens, at),
    CLOSINGS.at(tokens, at)?.length ?? 0,
    CHATTER.at(tokens, at)?.length ?? 0,
    GREETINGS.at(tokens, at)?.length ?? 0,
  );

/** How many tokens at the start are a greeting. */
export function greeting(tokens: readonly Token[]): number {
  let at = 0;
  for (let next = GREETINGS.at(tokens, 0); next !== null; next = GREETINGS.at(tokens, at)) at += next.length;
  return at === 0 ? 0 : at + (ADDRESSEES.at(tokens, at)?.length ?? 0);
}

/** A name below a letter. */
const isName = (tokens: readonly Token[]): boolean =>
  tokens.length <= 3 && tokens.every(({ written }) => /^\p{Lu}/u.test(written));

/** True when the row is nothing but thanks and goodbyes, with a name below. */
export function isClosing(tokens: readonly Token[]): boolean {
  if (tokens.length === 0 || tokens.length > 12) return false;
  let at = 0;
  while (at < tokens.length) {
    const length = Math.max(CLOSINGS.at(tokens, at)?.length ?? 0, thanksAt(tokens, at));
    if (length === 0) return at > 0 && isName(tokens.slice(at));
    at += length;
  }
  return true;
}

/** True when the row holds only greetings, thanks, agreement, or "nothing to add". */
export function isSmallTalk(tokens: readonly Token[]): boolean {
  let at = greeting(tokens);
  const greeted = at > 0;
  while (at < tokens.length) {
    const known = courtesyAt(tokens, at);
    // The name after "bonjour", once.
    if (known === 0 && !(greeted && at === tokens.length - 1)) return false;
    at += Math.max(1, known);
  }
  return true;
}
