/** What somebody who opens a round is asked and shown, in English. Read it aloud. */
import type { Field } from '../../core/round/draft-steps.ts';
import type { OpeningPhrases } from './opening-fr.ts';

const s = (n: number): string => (n === 1 ? '' : 's');
const people = (n: number): string => (n === 1 ? '1 person' : `${n} people`);
const days = (all: readonly number[]): string => all.join(' and ');

const NAMES: Readonly<Record<string, string>> = { fr: 'French', en: 'English', nl: 'Dutch', de: 'German' };
const language = (lang: string): string => NAMES[lang.slice(0, 2)] ?? lang;

const FIELDS: Readonly<Record<Field, string>> = {
  title: 'the title',
  axes: 'the axes',
  open: 'what is open',
  decided: 'what is decided',
  background: 'the background',
  prompts: 'the questions',
  audience: 'the audience',
  until: 'the date',
  reminders: 'the reminders',
  minutes: 'the duration',
};

export const opening: OpeningPhrases = {
  language,
  which:
    'Which round would you like to open? A number will do; “new” writes one with you, question by question.',
  brandNew: 'A new round',
  resumeAsk: (title) => `You have a draft${title ? `, “${title}”` : ''}. Shall we go back to it?`,
  resumeChoices: { yes: 'Go back to it', no: 'Start afresh' },
  noDraft: 'You have no draft. “open” starts one.',
  keepHow: '“yes” keeps what is suggested, “back” goes one step back, “cancel” puts it aside.',
  keepShort: '“yes” keeps it.',
  keep: 'Keep it',
  back: 'Back',
  ask: {
    title: 'What is this round called, in a few words?',
    axes: (axes) =>
      `On which axes? ${axes}. For instance “1 and 3”, “all”, or “none” for a round without axes.`,
    open: 'What is still open, that the answers can change?',
    decided: 'And what is already decided, that the answers won’t change?',
    background:
      'What should people have read before they answer? One line each: “Title: https://…” or “Title: a few words”; “none” if there is nothing.',
    prompts: (axis) =>
      `${axis ? `${axis[0]!.toUpperCase()}${axis.slice(1)}: which` : 'Which'} question should I ask? One per line if there are several.`,
    audience: (colleges) =>
      `Who should be invited? “all”, groups (${colleges}), or organisations by name, separated by commas.`,
    until: 'Until when? For instance “in 4 weeks”, “17 April” or “17/04”.',
    reminders: (most) =>
      `How many days after the invitation should silent people be reminded? ${most > 1 ? 'For instance “10 and 20”, two reminders at most;' : 'For instance “10”, one reminder at most;'} otherwise “none”.`,
    minutes: 'How many minutes does it take, roughly?',
  },
  proposed: {
    axes: (axes) => `Suggested: ${axes}.`,
    until: (day) => `Suggested: ${day}.`,
    audience: 'Suggested: all.',
    minutes: (n) => `Suggested: ${n} minute${s(n)}.`,
    noReminder: 'Suggested: none.',
    reminders: (all) => `Suggested: after ${days(all)} days.`,
    noAxis: 'none',
  },
  inLang: (lang, readers, several) =>
    `And in ${language(lang)}${several ? ', in the same order, one per line' : ''}? ${people(readers)} read${readers === 1 ? 's' : ''} it. “pass”: they will read the other language; “pass all”: don’t ask again.`,
  skip: 'Pass',
  noDefault: 'Put it in your own words: I have nothing to suggest here.',
  tooLong: (length, most) =>
    `That is rather long: ${length} characters, and on a phone ${most} will do. Could it be shorter?`,
  tooMany: (most) => `${most} at most, so that people get to the end. Which ones should I keep?`,
  badLink: 'I only take addresses in https://. Which one is it?',
  sameCount: (n) => `I need ${n}, one per line, in the same order. Could you try again?`,
  badDays: (most) =>
    `I didn’t get the days. ${most === 0 ? 'This consultation sends no reminders: “none”.' : `${most > 1 ? 'Two numbers at most' : 'One number'}, or “none”.`}`,
  afterTheClose: (n) => `That would be after the close: the round lasts ${n} days. Could it be fewer?`,
  badMinutes: 'A number of minutes, for instance “5”.',
  pastDay: 'That day has passed. Which one, from tomorrow on?',
  unknownPublic: (names) => `I don’t know ${names}. Who should be invited?`,
  severalPublic: (name) => `Several organisations begin with “${name}”: which one?`,
  left: 'It is put aside. “back to the draft” whenever you like, “drop the draft” if you no longer need it.',
  dropped: 'The draft has been thrown away.',

  willGet: 'What each person will get:',
  thenAsked: 'Then, one by one:',
  remindersAt: (all) =>
    all.length === 0
      ? 'No automatic reminder.'
      : `Reminder${s(all.length)} ${days(all)} days after the invitation, to silent people only.`,
  noBackground: 'Careful, no background: people will answer without having read anything.',
  otherLanguage: (n, lang) =>
    `${people(n)} read${n === 1 ? 's' : ''} ${language(lang)}: part of this will reach them in the other language.`,
  onlySome: (n) => `Only ${n} organisation${s(n)}, as chosen.`,
  stopped: (n) => `${people(n)} asked for no more messages: no invitation.`,
  reviewHow:
    '“recipients” gives the names, “test” lets you play the round, “change” alters: title, axes, open, decided, background, questions, audience, date, reminders, duration.',
  promptsHow: 'One question at a time: “drop question 2”, “reword question 2: text”, “add question: text”.',
  prompts: {
    drop: 'The question is taken out.',
    reword: 'The question is reworded.',
    add: 'The question is added.',
    inLang: (place, lang) => `“reword question ${place} (${lang}): text” says it in ${language(lang)}.`,
  },
  recipientsButton: 'Recipients',
  testButton: 'Test',
  notOpenYet: 'Nothing was sent. Say “send”, “recipients”, “test”, “change title” or “cancel”.',
  otherPreview: 'That button belongs to another preview: nothing was sent.',
  changing: (field) => `Changing ${FIELDS[field]}.`,
  changed: (field) => `Changed: ${FIELDS[field]}.`,
  changedHow: '“preview” shows the whole message again, “change” alters something else.',
  lacking: (field) => `Still missing: ${FIELDS[field]}.`,

  recipients: (n) => `${people(n)}:`,
  recipientsOf: (label, names) => `${label}: ${names}`,
  unreachableMark: 'no address',
  stoppedMark: 'said stop',
  recipientsHow: '“send”, “test” or “cancel” when you are ready.',

  test: 'TEST',
  testHow: 'Play the round as somebody invited: nothing counts. “end” leaves it.',
  testRead: (reading) => `read as: ${reading}.`,
  testUnread: 'read without an axis or a theme.',
  testQuestion: 'this would go to the team as a question.',
  testNothing: 'I read no idea in this.',
  testWould: 'I would answer:',
  testDone: 'End of the test, nothing was counted.',
};
