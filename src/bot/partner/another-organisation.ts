/** "Je voudrais parler au nom de ma mairie aussi": the team makes somebody known for one organisation more. */
import { display } from '../../chat/display.ts';
import { answer, leaveDoubt, type Reply, type Talk } from '../talk.ts';
import { bare } from '../understand.ts';
import { onSpeakFor } from './speak-for.ts';
import { organisationsOf } from './voices.ts';

/** Longer messages are read as ideas. */
const LONGEST = 160;
const LEAD =
  '(?:(?:bonjour|hello|au fait|euh|ah|et|mais|by the way|and|but|oh)[ ,.!:;]{1,3}){0,3}(?:est-ce que )?';
const WISH =
  "(?:je (?:voudrais|veux|souhaite|souhaiterais|peux|pourrais|dois|vais)|j'aimerais|puis-je|i would like to|i'd like to|i want to|(?:can|could|may) i|i (?:can|could|must|should))";
const ALSO = '(?: (?:aussi|egalement|also))?';
const SPEAK = "(?:parler|repondre|m'exprimer|contribuer|participer|intervenir|speak|answer|reply|contribute)";
const FOR =
  "(?:au nom (?:de |du |des |d(?='))|pour le compte (?:de |du |des |d(?='))|on behalf of |in the name of )";
const WISHES = new RegExp(
  `^${LEAD}${WISH}${ALSO} ${SPEAK}${ALSO} ${FOR}(.{2,80}?)(?:,? (?:aussi|egalement|also|too|as well))? ?\\??$`,
  'u',
);
const STATES = new RegExp(
  `^${LEAD}(?:je (?:parle|reponds|represente) (?:aussi|egalement)|i also (?:speak|answer|represent)) (?:${FOR}|pour |for )?(.{2,80}?) ?\\??$`,
  'u',
);

/** For whom they ask to be heard too, in a message that says nothing else; null otherwise. */
function otherNamed(text: string): string | null {
  const plain = bare(text);
  return (WISHES.exec(plain) ?? STATES.exec(plain))?.[1] ?? null;
}

/** One of theirs is spoken for from now on; otherwise the team is told, and what was asked stays asked. null for anything else. */
export async function onAnotherOrganisation(talk: Talk): Promise<Reply | null> {
  if (talk.event.type !== 'message' || talk.text.length > LONGEST || talk.focus.waits === 'voice')
    return null;
  const name = otherNamed(talk.text);
  if (name === null) return null;
  const spoken = await onSpeakFor(talk, name);
  if (spoken) return spoken;
  await leaveDoubt(talk, 'voice');
  const names = organisationsOf(talk).map(({ organisation }) => display(organisation));
  return answer(talk.say.voices.notTheirs(talk.say.listed(names)));
}
