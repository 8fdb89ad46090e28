/** Forms, and the buttons that open them, in English. */
import type { FormsPhrases } from './forms-fr.ts';

export const forms: FormsPhrases = {
  send: 'Send',
  record: 'Record',
  leave: 'Close',
  resume: 'resume',
  allAtOnce: 'Answer all at once',
  answersIntro: (n) =>
    n === 1
      ? 'Answer in your own words; you can correct them afterwards.'
      : 'Answer those you like, in your own words: what you leave empty is asked again later, and you can correct anything.',
  nothingFilled: 'Nothing is filled in yet. One answer is enough.',
  notTaken: 'I could not take all of it:',
  faults: {
    missing: 'An answer is missing here.',
    'too-long': 'This is too long: please shorten it a little.',
    'not-offered': 'That choice is gone: please pick another.',
    'no-day': 'That is not a day.',
  },
  decideTitle: (ref) => `Reply to ${ref}`,
  decidedBefore: (status) => `Reply given so far: ${status}.`,
  status: 'Reply',
  reason: 'Reason',
  reasonHint: 'Those who proposed or supported it will read it as it is.',
  body: 'Body',
  day: 'Day of the decision',
  toDecide: (left) =>
    left === 1 ? 'The last proposal without a reply:' : `${left} proposals await a reply. The first:`,
  answerFor: (ref) => `What is the reply to ${ref}?`,
  decideVerb: 'decide',
  statusButtons: {
    adopted: 'Adopted',
    'adopted-in-part': 'Adopted in part',
    'under-way': 'Already under way',
    'to-be-studied': 'To be studied',
    'not-adopted': 'Not adopted',
    'outside-powers': 'Outside our powers',
  },
  nothingToDecide: 'Every proposal has a reply. “give back” shows what will be sent.',
  askReason: (refs, status) =>
    `${refs}, ${status}: for what reason? People will read it as it is; “cancel” to record nothing.`,
  notDecided: 'Nothing is recorded.',
  openTitle: 'Open a round',
  preview: 'Preview',
  openIntro: 'Nothing is sent: first you will see the preview, the recipients and a test.',
  promptsOn: (axis) => (axis === null ? 'Questions on no axis' : `Questions, ${axis}`),
  promptsHint: 'One a line.',
  audience: 'Who is invited?',
  until: 'Until',
  onePrompt: 'At least one question is needed.',
  axesOrNone: 'A round is on some axes, or on none: keep the one or the other.',
  behalfTitle: 'Record for somebody',
  behalfIntro: 'They will receive what you enter, and say whether it is right.',
  who: 'For whom?',
  source: 'Where does it come from?',
  sources: { paper: 'Paper', letter: 'Letter', phone: 'Phone', meeting: 'Meeting', unsaid: 'Other' },
  theirWords: 'Their words',
  theirWordsHint: 'As they are, as far as you can.',
};
