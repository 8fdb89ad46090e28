/** What a table of a workshop said, in English. */
import type { TablePhrases } from './table-fr.ts';

export const table: TablePhrases = {
  how: [
    'To note what a table said: “table "workshop of 12 March, table 3": First Last, Organisation, 4 territories”, then, on the next line, what was said.',
    'After the colon, who was there, separated by commas: people known here, organisations, or a number for a type of actor. Name the same table again to add to it.',
  ],
  unknown: 'I know no person, organisation or type of actor of that name; nothing was noted:',
  several: 'Several have that name; add the organisation in brackets, nothing was noted:',
  noted: (late, again) =>
    `${again ? 'Added to this table' : 'Noted for this table'}${late ? ', late (“accept” or “set aside”)' : ''}:`,
  told: (told, known, ref) =>
    `${told === 0 ? 'I can’t write to anybody at this table.' : `${told} ${told > 1 ? 'people' : 'person'}${known > told ? ` of ${known}` : ''} at this table will be shown what was noted, and given the replies.`} Within the day, “withdraw ${ref}” takes it back.`,
  ask: (name, recorder) =>
    `${name ? `Hello ${name}. ` : ''}${recorder ?? 'Somebody'} from the facilitation team noted what was said at your table,`,
  askAgain: (name, recorder) =>
    `${name ? `Hello ${name}. ` : ''}${recorder ?? 'Somebody'} from the facilitation team corrected what was noted at your table,`,
  rewritten: (ref, told, known) =>
    `${ref} is rewritten, its earlier version is kept. ${told === 0 ? 'I can’t write to anybody at this table.' : `${told} ${told > 1 ? 'people' : 'person'}${known > told ? ` of ${known}` : ''} at this table will be shown it.`}`,
  doubtOf: 'The table is',
  doubtHow: (refs) =>
    refs.length === 0
      ? 'Nothing is noted there any more.'
      : `“correct ${refs[0]}: text” rewrites what was noted${refs.length > 1 ? ` (or ${refs.slice(1).join(', ')})` : ''}, and shows it to the whole table.`,
  moderatedHow: 'It had been noted at your table. If you disagree, write to me why: the team will read it.',
  question: 'Is that what was said?',
  choices: ['Yes', 'Correct'],
  confirmed: 'Thank you for reading it. You will get the replies, like the others at this table.',
  whatToChange: 'Write what should change: whoever noted it will read it.',
  correctionKept: 'Thank you, passed on to the team. The ideas stay those of the whole table.',
};
