/** Messages that hold words and no idea: a complaint that says nothing of what is wrong, or small words alone. */
import type { Lang } from '../core/consultation/model.ts';
import { createPhrases } from './phrases.ts';
import { courtesyAt } from './small-talk.ts';
import { stopWords } from './stop-words.ts';
import type { Token } from './tokens.ts';

const COMPLAINTS = createPhrases(
  `
nul|c'est nul|nulle|c'est nulle|n'importe quoi|du n'importe quoi|ras le bol|ras-le-bol|y en a marre|en a marre|en ai marre|marre
comme d'habitude|comme toujours|comme avant|toujours pareil|toujours la même chose|toujours les mêmes|rien ne marche|rien ne change
rien ne va|rien ne bouge|ça ne marche pas|ça marche pas|tout va mal|ça va mal|la honte|une honte|quelle honte|honteux|scandaleux|un scandale
lamentable|pitoyable|du vent|que du vent|blabla|bla bla|bla bla bla|du blabla|poudre aux yeux|de la poudre aux yeux|vous vous moquez de nous
on se moque de nous|on se fout de nous|vous vous foutez de nous|on nous prend pour des idiots|foutaises|tous pourris|pour rien|une consultation pour rien|à quoi bon
ça ne sert à rien|cela ne sert à rien|ça sert à rien|perte de temps|tout le monde s'en fout|tout le monde s'en fiche|personne n'écoute
personne ne nous écoute|on ne nous écoute pas|on ne nous écoute jamais|jamais écouté|jamais écoutés|vous n'écoutez personne|de toute façon
pff|pfff|useless|rubbish|waste of time|nothing works|nothing changes|nothing ever changes|same as always|as usual|fed up|nobody listens
no one listens|what a joke|a joke|shame on you|a disgrace`
    .trim()
    .split(/[|\n]/u)
    .map((phrase) => [phrase, true] as const),
);
/** Words; what is longer says something. */
const LONGEST = 40;

/** What a row of words is when it holds no idea; null when it may hold one. */
export function withoutIdea(tokens: readonly Token[], lang: Lang): 'complaint' | 'unclear' | null {
  if (tokens.length > LONGEST) return null;
  const stop = stopWords(lang);
  let complains = false;
  for (let at = 0; at < tokens.length; ) {
    const complaint = COMPLAINTS.at(tokens, at)?.length ?? 0;
    const known = Math.max(complaint, courtesyAt(tokens, at));
    const { elided, folded } = tokens[at]!;
    if (known === 0 && !elided && !stop.has(folded)) return null;
    complains ||= complaint > 0;
    at += Math.max(1, known);
  }
  return complains ? 'complaint' : 'unclear';
}
