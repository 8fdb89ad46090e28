/** The menu, in English. */
import type { MenuPhrases } from './menu-fr.ts';

const says = (value: string, label: string) => ({ value, label });
const mainly = (value: string, label: string) => ({ value, label, main: true }) as const;

export const menu: MenuPhrases = {
  title: (consultation) => `${consultation}: what would you like to do?`,
  how: 'All of it can be said in words too, here or after /tour.',
  begin: mainly('yes', 'Begin'),
  answer: mainly('resume', 'Answer'),
  mine: says('my proposals', 'My proposals'),
  data: says('my data', 'My data'),
  status: says('status', 'Where are we?'),
  silence: says('silence', 'Who is silent?'),
  doubts: says('doubts', 'Doubts'),
  behalf: says('record', 'Record for somebody'),
  open: says('open', 'Open a round'),
  digest: says('digest', 'Digest'),
  decide: says('decide', 'Decide'),
  synthesis: says('show synthesis', 'Synthesis'),
  restitution: says('give back', 'Give back'),
  help: { partner: says('help', 'Help'), team: says('team help', 'Help') },
  recordHow:
    'Write “for First Last (paper): their text”, with (phone), (letter) or (meeting) if it comes from there. They will receive it and say whether it is right.',
};
