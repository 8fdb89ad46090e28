/** What the bot says in English about who speaks, and in whose name. Read it aloud. */
import type { VoicesPhrases } from './voices-fr.ts';

export const voices: VoicesPhrases = {
  inWhoseName: (names) => `You speak for ${names} here. In whose name shall we begin?`,
  all: (n) => (n === 2 ? 'Both' : 'All of them'),
  speakingFor: (name) => `Noted: you are speaking for ${name}.`,
  firstThen: (name, others) =>
    `I’ll note this for ${name} first; at the end I’ll ask whether the same answers stand for ${others}.`,
  notTheirs: (names) =>
    `Here I know you for ${names}. If you speak for another organisation too, the team has been told and will invite you there.`,
  forSomebody:
    'Here I note what comes from you. A colleague’s ideas are welcome: write them, they will count in your name. If they should answer in your place, write “not me”, then their name: the team will invite them.',
  notedFor: (name) => `Noted for ${name}`,
  severalFor: (n, name) => `Thank you. Speaking for ${name}, I read ${n} ideas in this:`,
  sameFor: (name) => `You also speak for ${name}: do the same answers stand there?`,
  sameChoices: ['The same', 'Answer separately', 'Later'],
  shared: (refs, name, several) =>
    `Noted: ${name} stands behind ${refs} too, and ${several ? 'the replies' : 'the reply'} will be for both. “speaking for ${name}” to add an idea there.`,
  sharedNothing: (name) => `Noted, nothing to add for ${name} either.`,
  notNow: (name, until) => `Of course. “speaking for ${name}” whenever it suits you, until ${until}.`,
  moved: (ref, name) => `${ref} is now in the name of ${name}.`,
  yoursFor: (name) => `For ${name}:`,
  alsoSupports: (refs) => `also stands behind ${refs}`,
  moveHow: '“P-0042 for …” puts one in the other organisation’s name.',
  replaced: (from, to, organisation, proposals, invited, gone) =>
    `${to} now speaks for ${organisation}, in place of ${from}. ${
      proposals === 0
        ? ''
        : proposals === 1
          ? 'The organisation’s proposal is theirs now. '
          : `The organisation’s ${proposals} proposals are theirs now. `
    }${invited.length > 0 ? `The invitation to ${invited.map((key) => `“${key}”`).join(', ')} is on its way. ` : ''}${
      gone ? `${from} gets a last message; their links no longer open. ` : ''
    }“undo the replacement of ${from}” takes it back.`,
  reinstated: (to, organisation) =>
    `${to} speaks for ${organisation} again; what the other person said meanwhile stays with the organisation.`,
  takesOver: (name, from, organisation, proposals) =>
    `${name ? `Hello ${name}. ` : ''}You are taking over from ${from} for ${organisation}.${
      proposals === 0
        ? ''
        : ` ${proposals === 1 ? 'Their proposal is' : `Their ${proposals} proposals are`} yours now, and the replies will come to you: “my proposals”.`
    }`,
  takenOver: (name, to, organisation, gone) =>
    `${name ? `Hello ${name}. ` : ''}The team tells us that ${to} is taking over from you for ${organisation}: I won’t write to you about it any more, and your proposals are in their hands. Thank you for all you brought.${
      gone ? ' Your data remains yours: “my data”, “erase”.' : ''
    }`,
  former:
    'You no longer speak for an organisation here; I’m passing your message on to the team. “my data” and “erase” remain yours.',
  formerHow: 'You no longer speak for an organisation here. “my data” and “erase” remain yours.',
  leaving:
    'Thank you for telling us. Who is taking over from you? A name and an address are enough, or “pass”.',
  succession: 'Thank you, the team will see to it: they will invite them and tell you.',
  successionHow: (
    name,
    organisation,
    { name: heir, at } = { name: 'First Last', at: 'platform:identifier' },
  ) => `(“replace ${name}, ${organisation} by ${heir}, ${at}” hands it over)`,
  standings: { personal: 'in your own name', provisional: 'provisional', official: 'official' },
  provisionalUntil: (body) => `provisional, to be approved${body ? ` by ${body}` : ''}`,
  standingAsk: (body) =>
    `One more thing: do your proposals commit your organisation? 1. not yet, they are provisional${body ? ` (to be approved by ${body})` : ''}; 2. yes, they are official; 3. no, they are yours alone.`,
  standingChoices: ['Provisional', 'Official', 'Mine alone'],
  standingSet: {
    personal: 'Noted: your proposals are yours alone.',
    provisional:
      'Noted, provisional. “approve P-0042” or “official” when the day comes; “withdraw P-0042” if they are refused.',
    official: 'Noted: your proposals are official.',
  },
  approved: (refs, several) => `Noted: ${refs} ${several ? 'are' : 'is'} official.`,
  stillProvisional: (name, title, until, refs, several, body) =>
    `${name ? `Hello ${name}. ` : ''}“${title}” closes on ${until}, and ${refs} ${several ? 'are' : 'is'} still provisional${body ? ` (to be approved by ${body})` : ''}. Approved by now? “official”, or “approve P-0042” for one of them; “withdraw P-0042” if it was refused.`,
  colleague: (name, other, organisation, title, until) =>
    `${name ? `Hello ${name}. ` : ''}${other} has already answered “${title}” for ${organisation}. Would you like to add anything? “start” until ${until}; otherwise there is nothing to do.`,
  organisations: (invited, heard) => `${invited} organisation${invited === 1 ? '' : 's'}, ${heard} heard`,
  speaksHere: (name, organisation) =>
    `Noted, ${name}: what you write here is in your name, for ${organisation}. “this is …” with another name hands over.`,
  speaksAgain: (name) => `Hello again, ${name}.`,
  strangerHere: (owner) =>
    `Thank you. I don’t know you yet: what you write here is kept for the team, and not noted as ${owner}’s. “this is ${owner}” when they are back.`,
  notTheirAddress: (colleague, owner) =>
    `Thank you. I only know this address as ${owner}’s: what you write here is kept for the team, who will say whether you share it. ${colleague} can also write to me from their own address; “this is ${owner}” when they are back.`,
  sharedHow: (owner) => `(“shared address ${owner}” if several people write from it)`,
  addressShared: (owner, organisation) =>
    `Noted: several people write from ${owner}’s address, for ${organisation}. “this is First name” hands over there; “personal address ${owner}” takes it back.`,
  addressPersonal: (owner) => `Noted: only ${owner} writes from their address.`,
  strangerKept: (owner) =>
    `Kept for the team, and not noted as ${owner}’s. “this is ${owner}” when they are back.`,
  ownPlace: 'That is for your eyes only: please write to me from your own address.',
  inThisLanguage: 'Of course, I’ll write to you in English (“en français” to change back).',
};
