/** What the team may say, in groups short enough for a phone. Each line is a heading, then commands. Read it aloud. */
import type { HelpGroup } from './team-help-fr.ts';

export const teamHelp: readonly HelpGroup[] = [
  {
    topic: 'rounds',
    command: 'help rounds',
    covers: 'open, extend, close',
    staff: false,
    lines: [
      'Before: “rounds”, “open” (question by question), “open KEY”, “back to the draft”, “drop the draft”, “cancel KEY”.',
      'At the end: “extend KEY until YYYY-MM-DD”, “close KEY: reason”, “reopen KEY”, “accept P-0042”, “set aside P-0042”, “review” (were people understood?).',
      'A phase: “phases”, “close phase KEY”, “reopen phase KEY”.',
      'A validation: “prepare the validation of the objectives”, “prepare the validation of the synthesis”, “partners’ views”, “partners’ views KEY”.',
    ],
  },
  {
    topic: 'people',
    command: 'help people',
    covers: 'who answers, who is silent, reminders',
    staff: false,
    lines: [
      'Following and inviting: “status”, “silence”, “silence GROUP”, “remind KEY”, “add First Last, Organisation, group, platform:identifier”, “for First Last (phone): text”, “table”.',
      'Who speaks: “replace First Last by First Last, platform:identifier”, “shared address First Last”.',
    ],
  },
  {
    topic: 'proposals',
    command: 'help proposals',
    covers: 'sort, merge, split, moderate',
    staff: false,
    lines: [
      'One proposal: “proposals”, “P-0042”, “move P-0042 axis 3”, “move P-0042 axis 3 and axis 1”, “why P-0042”, “merge P-0042 into P-0007”, “split P-0042: beginning / rest”, “rejoin P-0042”, “moderate P-0042: reason”, “publish P-0042: reason”, “moderation log”.',
      'What waits for you: “doubts”, “doubt 1”, “next”, “reply 1: text”, “proposal 1”, “dismiss 1: reason”, “correct P-0042: text”.',
      'The themes: “themes”, “themes axis 2”, “T3”, “rename T3: text”, “merge T3 into T1”, “split T3: P-0004, P-0007”, “P-0042 in T2”, “P-0042 new theme”, “pin T3”, “undo theme”, “find themes”.',
      'Files received: “attachments”, “extract PJ-3: text”, “extract PJ-3 for First Last: text”, “file PJ-3: reason”, “reopen PJ-3”.',
    ],
  },
  {
    topic: 'workshop',
    command: 'help workshop',
    covers: 'run it, then its minutes',
    staff: false,
    lines: [
      'Running it: “workshop KEY”, “workshop start”, “workshop pause”, “workshop resume”, “workshop +10”, “workshop next”, “workshop back”, “workshop end”, “workshop room”, “workshop groups”, “workshop results”.',
      'What it keeps: “P-0042 in G2”, “P-0042 apart”, “P-0042 new group”, “rename G2: text”, “merge G2 and G3”, “minutes”, “minutes introduction: text”, “minutes note: text”, “sign minutes”.',
    ],
  },
  {
    topic: 'synthesis',
    command: 'help synthesis',
    covers: 'write, proofread, sign; digest and documents',
    staff: false,
    lines: [
      'Writing it: “synthesis”, “show synthesis”, “reword 1.2: text”, “introduce: text”, “add 1: text (P-0042)”, “no disagreement 3”, “sign”.',
      'Among colleagues: “put 1.3 before 1.1”, “order 1: 1.3, 1.1, 1.2”, “drop 1.3”, “title 1.2: text”, “accept titles”, “ask to proofread First Last”, “proofread”, “proofread except 2.3: remark”, “show edits”, “undo edit”.',
      'The digest: “digest”, “digest 7 days”, “digest axis 2”, “digest every Monday 9am”, “digest stop”.',
      'Documents, as files: “documents”, “document synthesis”, “document proposals”, “document proposals in csv”, “document report”.',
    ],
  },
  {
    topic: 'replies',
    command: 'help replies',
    covers: 'decide, give back, disputes',
    staff: true,
    lines: [
      'Deciding: “decide” (one after the other), “decide P-0042 adopted: reason”, “decide theme 2.1 adopted except P-0042: reason”, “decide axis 3 to be studied: reason”, “decide the rest to be studied: reason”, “correct reply P-0042 adopted: reason”, “ratify BODY YYYY-MM-DD”.',
      'Giving back: “debt”, “give back”, “give back to First Last”.',
      'Disputes: “disputes”, “dispute 2”, “answer dispute 2: upheld: reason”.',
    ],
  },
  {
    topic: 'plan',
    command: 'help plan',
    covers: 'adjust it, measure it, report on it',
    staff: true,
    lines: [
      'Reading it: “plan”, “plan axis 1”, “plan KEY”, “plan 2”, “plan versions”, “compare plan 1 and 2”.',
      'Adjusting it: “adjust theme 2.1”, “adjust P-0042”, “adjust action KEY”, “adjustments”, “A-3”, “edit A-3: text”, “cite A-3: P-0042”, “uncite A-3: P-0042”, “withdraw A-3”, “coverage”.',
      'Deciding on adjustments: “decide A-3 adopted: reason”, “ratify adjustments BODY YYYY-MM-DD”, “adopt the plan by BODY on YYYY-MM-DD”.',
      'Measuring it: “indicators”, “measure KEY 12”, “measure KEY INDICATOR 12.5 on 3 May 2016”, “undo measure”, “alerts”, “prepare the mid-term”, “announce progress KEY”.',
      'The annual report: “prepare the report 2016”, “annual report”, “report introduce: text”, “report reword 1.2: text”, “report sign”, “publish the report”.',
    ],
  },
  {
    topic: 'committee',
    command: 'help committee',
    covers: 'convene, follow the session, minutes',
    staff: true,
    lines: [
      'A session: “convene BODY until YYYY-MM-DD”, “session”, “answers”, “integrate A-3: text”, “override A-3: reason”, “close the session”, “cancel the session”, “session minutes”.',
    ],
  },
];
