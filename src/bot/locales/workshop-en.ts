/** What is said in a workshop and of it, in English. Read it aloud: some of it is projected in a room. */
import type { WorkshopPhrases } from './workshop-fr.ts';

const s = (n: number): string => (n === 1 ? '' : 's');
const points = (n: number): string => `${n} dot${s(n)}`;
const ideas = (n: number): string => (n === 0 ? 'no idea yet' : `${n} idea${s(n)}`);
const people = (n: number): string => (n === 1 ? '1 person' : `${n} people`);

export const workshop: WorkshopPhrases = {
  hour: (at, timeZone) =>
    new Intl.DateTimeFormat('en-GB', { hour: 'numeric', minute: '2-digit', timeZone }).format(at),

  gathering: (plan) => `People are arriving. On the programme: ${plan}.`,
  planned: (title, minutes) => `${title} (${minutes} min)`,
  underWay: (place, title, until) => `${place} · ${title}, until ${until}`,
  paused: (place, title) => `${place} · ${title}, paused`,
  over: 'The workshop is over, thank you.',
  counts: (n, there) => `${ideas(n)}, ${people(there)} here`,
  onThread: (name, n) => `${name}: ${ideas(n)}`,
  dotsPlaced: (n, voters) => `${points(n)} placed by ${people(voters)}`,
  howRoom:
    'Write an idea in the thread of its axis. What is written outside the threads stays a conversation: none of it is kept.',
  howRoomPlain:
    'Write an idea in the thread of its question. What is written outside the threads stays a conversation: none of it is kept.',
  howHere: 'Write your ideas here: they join those of the room.',

  begins: (place, title, until) => `${place} · ${title}, until ${until}.`,
  goesOn: (title, until) => `We go on: ${title}, until ${until}.`,
  pauses: (title, left) => `A break. There will be ${left} minute${s(left)} left for “${title}”.`,
  moreTime: (title, until) => `More time for “${title}”: until ${until}.`,
  soon: (title, left) => `${left} more minute${s(left)} for “${title}”.`,
  ended: (until) =>
    `The workshop is over, thank you. The minutes will follow; until ${until} you can still add an idea by writing to me in private.`,
  endedHere: (until) =>
    `The workshop is over, thank you. The minutes will follow; until ${until} you can still add an idea here.`,

  invitation: (title, hasRoom) =>
    `The workshop “${title}” is opening. Take part ${hasRoom ? 'in its room, or from here' : 'from here'}.`,
  invitationBegin: 'To follow it from here, say “start”.',
  invited: (n) => (n === 0 ? 'Nobody to tell.' : `I am telling ${people(n)}.`),
  cancelHow: (key) => `To cancel it, tell me “cancel ${key}” in a direct message.`,
  cancelled: (title) =>
    `The workshop “${title}” is cancelled. What you wrote is kept; thank you for the time you gave it.`,
  cancelledRoom: (title) =>
    `The workshop “${title}” is cancelled. What was written is kept; what is written here from now on is not noted.`,
  cancelledBoard: 'This workshop is cancelled.',
  opened: (title) => `“${title}” is open. “workshop start” begins its first part.`,
  openedHow: (key) =>
    `To hold it in a room of Slack or Matrix too: add the bot there, then write its name there, followed by “workshop ${key}”.`,
  openedRoom: 'The workshop is held in this room too.',
  here: 'The workshop is held in this room already.',
  none: 'No workshop is open. “workshop KEY” opens one; “rounds” shows the keys.',
  noneHere: 'No workshop is being held at the moment.',
  how: '“workshop start”, “workshop pause”, “workshop +10”, “workshop next”, “workshop back”, “workshop end”.',

  moreIdeas: 'More ideas? Write them here as they come.',
  noted: (refs) => `Noted, ${refs}.`,
  questionKept: 'That’s a question: I’ll keep it for the facilitators.',
  notUnderstood: 'I didn’t follow. Ideas are written in a thread; “workshop” says where we are.',

  whoAreYou: (title) =>
    `Hello. You wrote in the workshop “${title}” and I don’t know you yet: your words are kept. Who are you, and from which organisation?`,
  guestNoted:
    'Thank you. I am passing this on to the facilitators, who will register you; what you wrote will count then.',
  guestTaken: (refs) => `You are registered now: what you wrote in the workshop counts, ${refs}.`,
  guestHow: (n) => `(“add First Last, Organisation, type, guest:${n}”)`,
  whoFirst: 'Please tell me first who you are, in private: your dots will count after that.',

  groupsTitle: (n) =>
    `${n} group${s(n)} of close ideas, to be put right together. “P-0042 is in the wrong place” says so.`,
  noGroups: 'The ideas are too different for me to suggest groups: “P-0042 new group” makes one.',
  group: (name) => `${name} · `,
  untitled: 'close ideas',
  groupRefs: (refs) => ` (${refs.join(', ')})`,
  emptied: (name) => `${name} · this group has no idea any more.`,
  mergedGroup: (name, into) => `${name} · joined to ${into}.`,
  regrouped: (ref, name) => (name === null ? `${ref} is in no group any more.` : `${ref} is in ${name}.`),
  renamed: (name) => `${name} has its new name.`,
  groupsMerged: (from, into) => `${from} is joined to ${into}, dots included.`,
  objected: (ref, own) =>
    own
      ? `${ref} leaves its group: it is yours. The facilitators can see it.`
      : `Noted for ${ref}: the facilitators will settle it with the room.`,

  dotsTitle: (most) =>
    `${points(most)} each: “2 dots on G1” or on another, a thumb or a button under a group. You can change your mind until the end of this part.`,
  dotsHere: (most) =>
    `${points(most)} to place, on one group or several: “2 dots on G1”, for instance. You can change your mind until the end of this part.`,
  plusOne: '+1 dot',
  minusOne: '−1 dot',
  myDots: (placed, left) =>
    placed.length === 0
      ? `No dot placed, ${left} left.`
      : `Your dots: ${placed.map((one) => `${one.points} on G${one.group}`).join(', ')}. ${left === 0 ? 'All are placed.' : `${left} left.`}`,
  resultsTitle: 'The priorities:',
  result: (name, of) => `${name} · ${of === null ? 'a few dots' : points(of)} · `,
  resultCells: (cells) => (cells.length === 0 ? '' : ` – ${cells.join(', ')}`),
  cell: (college, of) => `${college} ${of}`,
  noDots: 'No dot was placed.',

  room: (there, unknown) =>
    `${people(there)} in the room${unknown > 0 ? `, ${unknown} of whom I don’t know yet` : ''}.`,
  roomCollege: (label, there, spoke) =>
    `${label}: ${there} there, ${spoke === 0 ? 'none has written' : spoke === 1 ? 'one has written' : `${spoke} have written`}`,
  roomSilent: (names) => `Not read yet: ${names}.`,

  minutesTitle: (title) => `Minutes · ${title}`,
  minutesDraft:
    'A draft: “minutes introduction: text”, “minutes note: text”, “minutes note 1: text” or “minutes without note 1” to correct it, “rename G2: text”, then “sign minutes”.',
  minutesPresent: (cells) => `Present: ${cells.join('; ')}.`,
  presentCell: (college, n) => `${college} ${n === null ? '(a few people)' : n}`,
  minutesGroup: (name, of) => `${name}${of === null || of === 0 ? '' : ` (${points(of)})`} · `,
  minutesDisputed: (refs) => ` Place disputed: ${refs}.`,
  minutesApart: 'In no group:',
  minutesAdded: 'Added after the workshop:',
  minutesNotes: 'To remember:',
  minutesEmpty: 'Nothing was written during this workshop.',
  minutesSigned: (name, day) => `Signed by ${name} on ${day}.`,
  minutesSent: (n) => `The minutes are signed. I am sending them to ${people(n)}, present or not.`,
  minutesLead: (name, there, until) =>
    [
      name ? `Hello ${name}.` : null,
      there
        ? 'Here are the minutes of the workshop.'
        : 'You could not come: here are the minutes of the workshop.',
      until === null ? null : `An idea to add? Write it here until ${until}; it will be marked as added.`,
    ]
      .filter((part) => part !== null)
      .join(' '),
  written: 'It is in the minutes.',
  unwritten: 'It is out of the minutes.',
};
