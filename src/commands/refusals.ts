/** Refusals as the command line words them: what to do next is a command. */
import type { Refusal } from '../core/refusal.ts';

type Details = Refusal['details'];
type Saying = (details: Details) => string;

const FRENCH: Readonly<Record<string, Saying>> = {
  'no-right': ({ verb }) =>
    `Cette personne n’a pas le droit de faire cela${verb ? ` (${verb})` : ''}. « npx tour people list » montre qui fait quoi ; « --as » choisit qui agit.`,
  'already-erased': () => 'Cette personne est déjà effacée : il ne reste rien d’elle ici.',
  'last-of-staff': () =>
    'C’est la seule personne de l’équipe : « npx tour people add NOM --role staff » en inscrit une autre d’abord.',
  'no-synthesis': () => 'Il n’y a pas encore de synthèse. « npx tour synthesis compile » en rédige une.',
  'no-proposals': () =>
    'Il n’y a encore aucune proposition. « npx tour proposals import FICHIER » en apporte, le robot aussi.',
  'synthesis-signed': () =>
    'Cette synthèse est signée : elle ne change plus. « npx tour synthesis compile » en rédige une nouvelle.',
  'synthesis-unsigned': () => 'Cette synthèse n’est pas encore signée : « npx tour synthesis sign » d’abord.',
  'disagreement-unsigned': ({ axes }) =>
    `Aucun désaccord relevé sur : ${axes}. Si vous l’avez vérifié, signez-le : « npx tour synthesis sign --without-disagreement ${String(axes).replaceAll(', ', ',')} ».`,
  'disagreement-exists': ({ axis }) =>
    `L’axe ${axis} a des désaccords : on ne peut pas signer qu’il n’y en a pas.`,
  'axis-unknown': ({ axis }) =>
    `La synthèse n’a pas d’axe « ${axis} ». « npx tour synthesis show » les montre.`,
  'line-without-proposal': ({ line }) =>
    `La ligne ${line} ne cite aucune proposition : corrigez-la dans le chat avant de signer.`,
};

const ENGLISH: Readonly<Record<string, Saying>> = {
  'no-right': ({ verb }) =>
    `This person may not do that${verb ? ` (${verb})` : ''}. "npx tour people list" shows who does what; "--as" says who acts.`,
  'already-erased': () => 'This person is erased already: nothing of theirs is left here.',
  'last-of-staff': () =>
    'This is the only member of staff: "npx tour people add NAME --role staff" enrols another one first.',
  'no-synthesis': () => 'There is no synthesis yet. "npx tour synthesis compile" drafts one.',
  'no-proposals': () =>
    'There is no proposal yet. "npx tour proposals import FILE" brings some, and so does the bot.',
  'synthesis-signed': () =>
    'This synthesis is signed: it changes no more. "npx tour synthesis compile" drafts a new one.',
  'synthesis-unsigned': () => 'This synthesis is not signed yet: "npx tour synthesis sign" first.',
  'disagreement-unsigned': ({ axes }) =>
    `No disagreement was found on: ${axes}. If you have checked, sign it: "npx tour synthesis sign --without-disagreement ${String(axes).replaceAll(', ', ',')}".`,
  'disagreement-exists': ({ axis }) => `Axis ${axis} has disagreements: nobody can sign that it has none.`,
  'axis-unknown': ({ axis }) => `The synthesis has no axis "${axis}". "npx tour synthesis show" shows them.`,
  'line-without-proposal': ({ line }) =>
    `Line ${line} cites no proposal: mend it in the chat before signing.`,
};

/** Throws on a code nobody wrote a sentence for: a bug. */
export function refusalIn(lang: 'fr' | 'en', { code, details }: Refusal): string {
  const sayings = lang === 'en' ? ENGLISH : FRENCH;
  const saying = Object.hasOwn(sayings, code) ? sayings[code] : undefined;
  if (!saying) throw new Error(`no sentence for the refusal ${code}`);
  return saying(details);
}
