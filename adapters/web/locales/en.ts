/** What the page itself says in English; the conversation is the bot's. */
import type { Phrases } from './fr.ts';

export const en: Phrases = {
  lang: 'en',
  locale: 'en-GB',
  product: 'Tour de table',
  bot: 'Tour de table',
  you: 'You',
  conversation: 'Conversation',
  skip: 'Skip to your answer',
  between: (asker) => `A consultation by ${asker}`,
  signedAs: (name) => `You are writing as ${name}`,
  leave: 'Leave this page',
  leaveWhy: 'Your answers are kept. Your personal link brings you back here.',
  earlier: 'Earlier messages',
  latest: 'Back to the latest messages',
  nothingYet: (first) => `Hello ${first}.`,
  nothingYetPartner: 'This page is yours: the invitation to answer will arrive here.',
  nothingYetTeam:
    'You run this consultation. “rounds” shows the rounds; “open”, then a round’s name, opens one after a preview.',
  message: 'Your message',
  placeholder: 'Write here',
  send: 'Send',
  keys: 'Enter sends, Shift + Enter starts a new line.',
  refresh: 'See new answers',
  edit: 'Edit',
  messageOf: (time) => `the message of ${time}`,
  editing: 'You are editing a message already sent.',
  editTitle: 'Edit your message',
  save: 'Save',
  delete: 'Delete this message',
  cancel: 'Cancel',
  edited: 'edited',
  deleted: 'Message deleted',
  erased: '[erased]',
  choices: 'Suggested answers',
  commands: 'Commands',
  help: { label: 'Help', text: 'help' },
  mine: { label: 'My proposals', text: 'my proposals' },
  team: [
    { label: 'Help', text: 'team help' },
    { label: 'Rounds', text: 'rounds' },
    { label: 'Status', text: 'status' },
    { label: 'Doubts', text: 'doubts' },
    { label: 'Proposals', text: 'proposals' },
    { label: 'Synthesis', text: 'show synthesis' },
  ],
  script: {
    sending: 'Sending…',
    waiting: 'Not sent yet. Trying again as soon as the connection is back.',
    refused: 'Not sent.',
    retry: 'Try again',
    takeBack: 'Take the text back',
    offline: 'Connection lost. Your messages wait here and leave as soon as it is back.',
    online: 'Connection restored.',
    newer: 'New message',
  },
  gate: {
    title: (first) => `Are you ${first}?`,
    about: (asker, title) =>
      `This personal link opens that person’s conversation with ${asker}, about: ${title}.`,
    yes: 'Yes, that’s me',
    no: 'No, that’s not me',
  },
  notMe: {
    title: 'Thank you for telling us',
    text: (asker) =>
      `Nothing was opened. This link is only for the person it was sent to: give it back to them, or delete it. To take part too, ask the consultation’s team for a link of your own (${asker}).`,
  },
  stop: {
    title: (first) => `Write no more to ${first}?`,
    about: (asker, title) =>
      `You will receive no more messages from ${asker}, about: ${title}. Your answers stay and count.`,
    yes: 'Write to me no more',
  },
  stopped: {
    title: 'Very well',
    text: (asker) =>
      `You will receive no more messages (${asker}). Should you change your mind, write “resume” on your page, which your personal link still opens.`,
  },
  left: {
    title: 'See you soon',
    text: 'You have left your page on this device. Your personal link brings you back.',
  },
  closed: {
    wrong: {
      title: 'This link is incomplete',
      text: 'A personal link is long, and messages sometimes break it in two. Open it from the message you received, or copy the whole of it. If it still fails, ask the team that invited you for another one.',
    },
    expired: {
      title: 'This link has expired',
      text: 'For your safety, a personal link lasts only so long. Your answers are kept: ask the team that invited you for a new link.',
    },
    revoked: {
      title: 'This link is no longer in use',
      text: 'It was replaced or withdrawn. Open the latest one you received, or ask the team that invited you for one. Your answers are kept.',
    },
    session: {
      title: 'Open your personal link',
      text: 'This page opens with the link that was sent to you. If you no longer have it, ask the team that invited you for another one.',
    },
  },
  errors: {
    unreadable: 'What was sent can’t be read. Reload the page and try again.',
    tooLong: 'This text is too long for one message: send it in several.',
    empty: 'The message is empty.',
    tooMany: 'Many messages in a short time. Wait a moment, then try again.',
    elsewhere: 'This request does not come from your page. Reload it and try again.',
    over: 'This question no longer waits for that answer. Write it in your own words.',
    missing: 'There is nothing at this address.',
    method: 'This address is not used that way.',
    away: 'The service is restarting or in trouble. Your message is not stored: try again in a moment.',
    failed: 'Something went wrong on our side. Try again in a moment.',
  },
  errorTitle: 'Something went wrong',
  back: 'Back to the conversation',
};
