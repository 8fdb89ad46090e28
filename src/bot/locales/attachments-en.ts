/** What is said of files people send, in English. */
import { LIMITS } from '../../core/attachment/keep.ts';
import type { AttachmentPhrases } from './attachments-fr.ts';

const MEGA = LIMITS.file / 1_000_000;
const one = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 1 });

export const attachments: AttachmentPhrases = {
  colon: ':',
  size: (bytes) =>
    bytes < 1000
      ? `${bytes} bytes`
      : bytes < 1_000_000
        ? `${Math.round(bytes / 1000)} kB`
        : `${one.format(bytes / 1_000_000)} MB`,
  kept: 'I have kept ',
  keptThen: '. Somebody on the team will read it, and will show you what they take from it.',
  keptSeveral: (n) => `I have kept these ${n} files:`,
  severalThen: 'Somebody on the team will read them, and will show you what they take from them.',
  twoLines: 'The gist of it in two lines, right here, gets you heard sooner.',
  faults: {
    empty: 'this file is empty. Please check it and send it again.',
    'too-big': `this file is over ${MEGA} MB, so I couldn’t keep it. Send it in parts, or paste the passage that matters here.`,
    'too-many': `I keep ${LIMITS.perMessage} files per message. Please send this one in another message.`,
    'over-quota':
      'you have used up the room for your files. “withdraw PJ-” and its number frees some, or paste the passage that matters here.',
    failed: 'I couldn’t receive it. Please send it again, or paste the passage that matters here.',
    cannot:
      'I can’t keep files in this chat. Paste the passage that matters here, or send it from your personal page; the team knows about it.',
  },
  takenBack: (refs, taken) =>
    `${refs.join(', ')}: erased, content and name.${taken ? ' What was taken from it stays among “my proposals”.' : ''}`,
  kinds: {
    pdf: 'PDF',
    png: 'image',
    jpeg: 'photo',
    gif: 'image',
    webp: 'image',
    heic: 'photo',
    audio: 'sound',
    video: 'video',
    text: 'text',
    word: 'Word document',
    sheet: 'spreadsheet',
    slides: 'slides',
    opendocument: 'LibreOffice document',
    rtf: 'document',
    archive: 'archive',
    macros: 'document with macros',
    'old-office': 'old Office document',
    html: 'HTML page',
    svg: 'SVG drawing',
    executable: 'program',
    unknown: 'unknown type',
  },
  risky: '– careful: open it only if you were expecting it',
  noneWait: 'No attachment is waiting.',
  wait: (n) =>
    n > 1
      ? `${n} attachments are waiting to be read, oldest first:`
      : 'One attachment is waiting to be read:',
  how: (ref) =>
    `On the page, the name of the file downloads it. “extract ${ref}: text” takes proposals from it for whoever sent it (“extract ${ref} for First Last: text” for somebody else); “file ${ref}: reason” when there is nothing to take.`,
  states: {
    waiting: 'Waiting to be read.',
    extracted: 'Proposals were taken from it',
    filed: 'Filed, nothing was taken from it:',
    erased: 'Erased.',
  },
  filed: (ref, told) =>
    `${ref} is filed. ${told ? 'Its sender is given the reason.' : 'I can’t write to its sender.'} “reopen ${ref}” puts it back in the queue.`,
  reopened: (ref) => `${ref} is waiting again.`,
  toldFiled: (name, ref) =>
    `${name ? `Hello ${name}. ` : ''}Your file ${ref} was read, and no proposal was taken from it. The reason:`,
  toldHow: 'If an idea in it matters to you, write it here in two lines and it will be noted.',
  waitToo: (n) =>
    n > 1
      ? `And ${n} attachments are waiting: “attachments”.`
      : 'And one attachment is waiting: “attachments”.',
};
