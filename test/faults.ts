/**
 * What a consultation meets on its way, and the story that shows it is withstood: data for `faults.test.ts`, and for whoever asks.
 * A story is under the kind of chat it plays on, where each chat has its own way to fail; else under `everywhere`.
 */
export interface Fault {
  readonly number: number;
  readonly what: string;
  readonly everywhere?: Stories;
  readonly slack?: Stories;
  readonly matrix?: Stories;
}

/** By file, below `test/`: titles as they stand there, `…` for what is put in while it runs, `[…]` at the end for a row. */
export type Stories = Readonly<Record<string, readonly string[]>>;

export const FAULTS: readonly Fault[] = [
  {
    number: 1,
    what: 'an event is delivered four times',
    everywhere: { 'host/receive.test.ts': ['four times the same event, at once, is one'] },
    slack: {
      'adapters/slack/requests.test.ts': ['gives a retry under the id of the first'],
      'adapters/slack/journey.test.ts': [
        'is answered by a button and in one’s own words; a receipt is told once, whatever Slack repeats',
      ],
    },
  },
  {
    number: 2,
    what: 'two processes are given one event',
    everywhere: {
      'host/receive.test.ts': ['the same event on two processes is one: the unique key decides'],
    },
    slack: {
      'adapters/slack/instances.test.ts': [
        'take the same event, given to both at once, for one; and answer in order',
      ],
    },
  },
  {
    number: 3,
    what: 'what an event brings takes long: stored first, the platform told in time',
    everywhere: { 'host/receive.test.ts': ['is answered, and the platform told once it is stored'] },
    slack: {
      'adapters/slack/requests.test.ts': ['only once it is stored, and to try again when it was not'],
      'adapters/slack/deeds.test.ts': [
        'a command that can’t be stored is acknowledged in time, with its words, and stored once it can be',
        'what a database never answers to is acknowledged all the same; a form stays, and is sent again',
      ],
      'adapters/slack/withstands.test.ts': [
        'a file that Slack is slow to give is acknowledged in time, and kept once it came',
      ],
    },
  },
  {
    number: 4,
    what: 'death around the moment the platform is told',
    everywhere: {
      'campaigns/kill.test.ts': [
        'a bot killed again and again loses no acknowledged message and says nothing twice',
      ],
    },
    slack: {
      'adapters/slack/killed.test.ts': [
        'killed amid answers, it has stored all that it acknowledged, and has answered none of it twice',
      ],
    },
  },
  {
    number: 5,
    what: 'an edit comes before what it edits',
    everywhere: { 'journeys/changes.test.ts': ['an edit before its original: the final text is read'] },
    slack: {
      'adapters/slack/withstands.test.ts': ['an edit that comes before what it changes is the final text'],
    },
  },
  {
    number: 6,
    what: 'two edits change places',
    everywhere: {
      'journeys/changes.test.ts': ['swapped edits: the latest by the platform’s time stands'],
    },
    slack: {
      'adapters/slack/withstands.test.ts': [
        'of edits that change places the last one counts; nothing brings back what was deleted',
      ],
    },
  },
  {
    number: 7,
    what: 'an edit of what was deleted',
    everywhere: {
      'journeys/changes.test.ts': [
        'a deleted message withdraws what was read in it; an edit after that changes nothing',
      ],
    },
    slack: {
      'adapters/slack/withstands.test.ts': [
        'of edits that change places the last one counts; nothing brings back what was deleted',
      ],
    },
  },
  {
    number: 8,
    what: 'an answer after the close',
    everywhere: {
      'journeys/late.test.ts': [
        'an answer after the close is kept, marked late, and says so',
        'the facilitator accepts it, or sets it aside, and its author is told, once',
      ],
    },
    slack: {
      'adapters/slack/under-way.test.ts': [
        'an answer after the close is kept as late; the facilitator takes it, and its author is told',
      ],
    },
  },
  {
    number: 9,
    what: 'the bot hears itself, or another program',
    everywhere: {
      'host/receive.test.ts': ["its own messages and those of other bots are nobody's business"],
      'contracts/chat/contract.ts': ['marks as automatic whatever it hears of its own messages'],
    },
    slack: { 'adapters/slack/requests.test.ts': ['by %s is nothing [another bot]'] },
  },
  {
    number: 10,
    what: 'the connection breaks amid what comes in',
    slack: {
      'adapters/slack/socket.test.ts': [
        'nothing is lost when it breaks amid a batch, nor when Slack asks for another',
      ],
    },
    matrix: {
      'adapters/matrix/faults.test.ts': ['a connection that drops in the middle of an answer loses nothing'],
    },
  },
  {
    number: 11,
    what: 'the homeserver tells only the last of what was missed, and says so',
    matrix: {
      'adapters/matrix/faults.test.ts': [
        'more was written while the bot was down than the server tells at once: each is given once, in order',
      ],
    },
  },
  {
    number: 12,
    what: 'death after the homeserver told, before all was handled',
    matrix: {
      'campaigns/matrix/matrix.test.ts': [
        'amid its invitations, then while people write, invites once, answers everything once, and is read',
      ],
      'adapters/matrix/ledger.test.ts': [
        'an event that was given is known at once, waits no more, and is on the disk a moment later',
      ],
      'contracts/chat/contract.ts': [
        'gives to the next process what the one before never stored, and nothing it stored',
      ],
    },
  },
  {
    number: 13,
    what: 'the homeserver leaves events out without a word',
    matrix: {
      'adapters/matrix/faults.test.ts': [
        'a server leaves events out and doesn’t say so: it is asked for them after an interruption',
      ],
    },
  },
  {
    number: 14,
    what: 'an event that no key opens yet',
    matrix: {
      'adapters/matrix/keys.test.ts': [
        'asks again for what no key opens, after a while',
        'finds a lost store again: a new device restored by the recovery key, the lost one removed',
      ],
    },
  },
  {
    number: 15,
    what: 'an event that makes no sense',
    everywhere: {
      'host/receive.test.ts': ['malformed, is kept as failed under its id, once, and the next is answered'],
    },
    slack: {
      'adapters/slack/unreadable.test.ts': [
        'is answered, and never brings the endpoint down: each place of each kind of event',
        'is kept as malformed under its id, and here.told of',
      ],
      'adapters/slack/payloads.test.ts': [
        'is answered within three seconds: … requests, and the bot goes on',
      ],
      'adapters/slack/socket.test.ts': ['what can not be read breaks nothing'],
    },
    matrix: {
      'adapters/matrix/faults.test.ts': ['what can’t be read is given by its name, and what follows as ever'],
    },
  },
  {
    number: 16,
    what: 'the line is cut after the platform took a message',
    everywhere: { 'host/drain.test.ts': ['and the person sees it once'] },
    slack: {
      'adapters/slack/sending.test.ts': ['%s is made once, and found again [broken after Slack took it]'],
      'adapters/slack/campaign.test.ts': [
        '… deliveries to … people end with every message posted, none twice',
      ],
    },
  },
  {
    number: 17,
    what: 'the platform fails after it took a message',
    everywhere: { 'host/tell.test.ts': ['whatever fails, and whenever, has each part once and in order'] },
    slack: {
      'adapters/slack/sending.test.ts': ['%s is made once, and found again [500 after Slack took it]'],
      'adapters/slack/campaign.test.ts': [
        '… deliveries to … people end with every message posted, none twice',
      ],
    },
  },
  {
    number: 18,
    what: 'death before or after a message left',
    everywhere: {
      'host/drain.test.ts': ['$when the platform took it, is sent once, when its lease has ended'],
    },
    slack: {
      'adapters/slack/killed.test.ts': [
        'told to end, then killed … times in a fan-out to … people, it leaves each with one invitation',
      ],
    },
    matrix: {
      'adapters/matrix/faults.test.ts': [
        'an answer of the server is lost: said again under the same key, the message is there once',
      ],
      'campaigns/matrix/matrix.test.ts': [
        'amid its invitations, then while people write, invites once, answers everything once, and is read',
      ],
    },
  },
  {
    number: 19,
    what: 'a platform that asks for patience, in any words',
    everywhere: {
      'host/drain.test.ts': ['for a place that is asked too much ($said ms), waits $waits ms, there alone'],
    },
    slack: {
      'adapters/slack/sending.test.ts': [
        'for its pace (Retry-After: %s) says how long, and that place alone waits',
      ],
    },
  },
  {
    number: 20,
    what: 'everything is refused for its pace at once',
    everywhere: {
      'host/drain.test.ts': ['under a storm of refusals costs one alarm, and everybody is served in turn'],
    },
    slack: {
      'adapters/slack/fan-out.test.ts': ['under a storm of refusals everybody is served, each once'],
    },
  },
  {
    number: 21,
    what: 'a call that is never answered',
    everywhere: {
      'host/drain.test.ts': [
        'and never answered for, is given up after ten seconds, looked for and sent once',
        'goes on where the wait is over while another call hangs',
      ],
    },
    slack: { 'adapters/slack/sending.test.ts': ['%s is made once, and found again [that never answers]'] },
  },
  {
    number: 22,
    what: 'one conversation is dead',
    everywhere: {
      'host/drain.test.ts': ['for a conversation that is dead, is reported, and the others proceed'],
    },
    slack: {
      'adapters/slack/fan-out.test.ts': [
        'a conversation that is lost holds up nobody, and the team sees who was not reached',
      ],
    },
  },
  {
    number: 23,
    what: 'the token is taken away',
    everywhere: {
      'host/drain.test.ts': ['for a platform that halts, waits as a whole, says so once, and goes on'],
    },
    slack: {
      'adapters/slack/revoked.test.ts': [
        'the team hears of it once, the other workspace goes on, and what waited arrives once',
      ],
      'adapters/slack/restart.test.ts': [
        'with another token, what the first one could not send leaves, each once and in order',
      ],
    },
  },
  {
    number: 24,
    what: 'the homeserver limits or forbids',
    matrix: {
      'adapters/matrix/faults.test.ts': [
        'a server that says to slow down is waited for as long as it says; nothing is said twice',
        'a server that makes no more rooms for a while holds up no answer',
        'a room that forbids it to speak is lost alone: it is said of that room, others go on',
      ],
    },
  },
  {
    number: 25,
    what: 'told to end amid a message to everybody',
    everywhere: {
      'host/drain.test.ts': [
        'is finished where it was begun and left queued elsewhere when the process is told to stop',
        'is not waited for beyond the grace when a call hangs',
      ],
    },
    slack: {
      'adapters/slack/killed.test.ts': [
        'told to end, then killed … times in a fan-out to … people, it leaves each with one invitation',
      ],
    },
    matrix: {
      'adapters/matrix/faults.test.ts': [
        'stopped amid a fan-out, it ends soon; begun again, each person has one room and one message',
      ],
    },
  },
  {
    number: 26,
    what: 'death amid a message to everybody',
    everywhere: { 'journeys/crash.test.ts': ['in the middle of a fan-out: everybody is invited once'] },
    slack: {
      'adapters/slack/killed.test.ts': [
        'told to end, then killed … times in a fan-out to … people, it leaves each with one invitation',
      ],
    },
    matrix: {
      'campaigns/matrix/matrix.test.ts': [
        'amid its invitations, then while people write, invites once, answers everything once, and is read',
      ],
    },
  },
  {
    number: 27,
    what: 'a lease ends while its holder still sends',
    everywhere: {
      'host/drain.test.ts': ['is not sent twice when a lease ends while its holder is still sending'],
      'contracts/store/outbox.ts': [
        "a lane lost to another owner can't begin a delivery",
        'an expired lease begins nothing, though nobody took the lane yet',
      ],
    },
    slack: {
      'adapters/slack/instances.test.ts': ['invite each person once'],
      'host/drain.test.ts': ['by several processes at once reaches each person once and in order'],
    },
    matrix: {
      'adapters/matrix/keys.test.ts': [
        'is taken over by the process that waits, once the one that has it stops or loses its volume',
      ],
    },
  },
  {
    number: 28,
    what: 'work that always fails',
    everywhere: {
      'jobs/jobs.test.ts': [
        'a failing job is tried again, a poisoned one is laid aside, and no text of theirs is kept',
      ],
    },
    slack: { 'adapters/slack/sending.test.ts': ['for %s says what must wait [invalid_blocks]'] },
  },
  {
    number: 29,
    what: 'what sends to everybody is pressed twice',
    everywhere: { 'journeys/loop.test.ts': ['the restitution is shown first, then sent once'] },
    slack: {
      'adapters/slack/team.test.ts': [
        'what is given back is shown first, and sent once, however often that is pressed',
      ],
    },
  },
  {
    number: 30,
    what: 'a round is cancelled while its messages wait',
    everywhere: {
      'contracts/store/outbox.ts': [
        'a cancelled round drops what was not sent yet, of those kinds; what is being sent is not counted',
      ],
      'adapters/web/mail/faults.test.ts': [
        'a cancelled round: what had not left stays, and those it had not reached are told nothing',
      ],
    },
    slack: {
      'adapters/slack/fan-out.test.ts': [
        'a round that is cancelled while its invitations wait sends none of them',
      ],
    },
  },
  {
    number: 31,
    what: 'a second process on the embedded database',
    everywhere: {
      'store/embedded.test.ts': [
        'a second process is refused, told which one holds the directory and what to do',
      ],
    },
  },
  {
    number: 32,
    what: 'death while rows are written',
    everywhere: {
      'store/embedded.test.ts': ['rows acknowledged before a kill -9 are there after it, three times over'],
    },
  },
  {
    number: 33,
    what: 'the power goes',
    everywhere: {
      'store/postgres.test.ts': [
        'waits for the disk before it says yes; the embedded one does not, and it is said',
      ],
      'store/backup-rules.test.ts': ['then every six hours, at a quiet moment'],
    },
  },
  {
    number: 34,
    what: 'the database’s connection is lost in a transaction',
    everywhere: {
      'contracts/store-faults.test.ts': [
        'the connection is terminated %s: rolled back, said to be transient, and the next one passes',
      ],
      'host/receive.test.ts': ['is left to the platform when the database stumbles, and nothing is stored'],
    },
  },
  {
    number: 35,
    what: 'two transactions can’t both pass',
    everywhere: {
      'contracts/store-faults.test.ts': [
        'two transactions that lock each other out both pass: the one that died runs again',
        'a lost race is run again, on what the winner left',
      ],
    },
  },
  {
    number: 36,
    what: 'the disk is full',
    everywhere: {
      'contracts/store-faults.test.ts': [
        'whose disk is full says nothing is stored, and goes on once there is room',
      ],
    },
    matrix: {
      'adapters/matrix/indexed-db.test.ts': ['never says complete of what the disk refused, and tells of it'],
    },
  },
  {
    number: 37,
    what: 'death amid a migration',
    everywhere: {
      'store/migrate.test.ts': ['one that fails half-way leaves nothing behind, and runs again once mended'],
      'store/embedded.test.ts': [
        'killed amid its first start, it leaves no maker behind, and the next start is whole',
      ],
    },
  },
  {
    number: 38,
    what: 'a database that is slow to say yes',
    everywhere: {
      'contracts/store-faults.test.ts': ['nothing is said to be stored before a slow database has said so'],
    },
  },
  {
    number: 39,
    what: 'a backup is put back',
    everywhere: {
      'contracts/store/outbox.ts': ['after a restore, what was queued before is held back'],
      'adapters/web/mail/faults.test.ts': ['after a restore nothing old is mailed again'],
      'store/backup.test.ts': [
        'a restored backup holds what was there, in a new generation, without the words erased since',
      ],
    },
  },
  {
    number: 40,
    what: 'a clock is a day off',
    everywhere: {
      'journeys/wrong-clock.test.ts': [
        'a day ahead, then set right: a reminder and a digest leave once',
        'a day behind, a day ahead, then set right: the round closes once, and stays closed',
      ],
    },
  },
  {
    number: 41,
    what: 'clocks are put forward, and back',
    everywhere: {
      'journeys/wrong-clock.test.ts': ['on the day of %s, a round closes once, at the end of that day'],
      'core/synthesis/digest.test.ts': [
        'over both changes of the clocks a daily one comes once a local day, at any hour',
      ],
    },
  },
  {
    number: 42,
    what: 'thousands of texts are grouped',
    everywhere: {
      'journeys/compiling.test.ts': [
        'an answer has its receipt before the draft is there, and the draft speaks of the moment it was read',
      ],
      'analysis/thread.test.ts': ['this thread goes on meanwhile: what it has to do comes before the groups'],
    },
  },
  {
    number: 43,
    what: 'a hundred thousand proposals',
    everywhere: {
      'analysis/duplicates/pairs.test.ts': ['a hundred thousand texts are compared in bounded memory'],
    },
  },
  {
    number: 44,
    what: 'ten minutes without the database',
    everywhere: {
      'host/drain.test.ts': [
        'while the database is away for ten minutes, waits, and all of it is sent once when it is back',
      ],
      'contracts/store-faults.test.ts': [
        'the network is cut in a transaction and stays so: transient each time, until it is mended',
      ],
    },
  },
  {
    number: 45,
    what: 'words that would call everybody in Slack',
    everywhere: { 'journeys/hostile.test.ts': ['%s [Slack mentions]'] },
    slack: {
      'adapters/slack/sending.test.ts': [
        'paragraphs, quotes, lists and buttons, as they are written for every chat',
        'nothing Slack would refuse, and every character, whatever is said',
      ],
      'adapters/slack/forms.test.ts': [
        'all prompts are answered at once, each in its own words; one message comes back',
      ],
    },
  },
  {
    number: 46,
    what: 'words that would call a room in Matrix, or be HTML',
    everywhere: {
      'adapters/web/browser.test.ts': ['hostile text is only text, whoever wrote it and however it comes'],
    },
    matrix: {
      'adapters/matrix/words.test.ts': [
        'is a notice that calls nobody, with people’s words as text in both of its forms',
      ],
      'adapters/matrix/journey.test.ts': [
        'is answered by a number put as a sign, then in one’s own words, shown as text',
      ],
    },
  },
  {
    number: 47,
    what: 'words that would end the quotation they stand in',
    everywhere: {
      'journeys/hostile.test.ts': ['%s [quote and backtick break-out]'],
      'report/synthesis.test.ts': [
        'the page keeps its markup, has no bidi control, and isolates every word of people',
        'the Markdown keeps its blocks, and holds no tag, link, image or mention of theirs',
      ],
    },
    slack: {
      'adapters/slack/sending.test.ts': ['nothing Slack would refuse, and every character, whatever is said'],
    },
  },
  {
    number: 48,
    what: 'characters that turn the line around, or can’t be seen',
    everywhere: {
      'journeys/hostile.test.ts': [
        'what can’t be seen is not shown, and what turns the line around stays inside',
      ],
      'chat/plain.test.ts': [
        'whatever is written, no control of direction gets out and showing costs at most two characters',
      ],
      'analysis/tokens.test.ts': ['invisible characters don’t hide a word, links are no words'],
      'commands/commands.test.ts': [
        'the synthesis shows on the terminal without what people wrote acting on it',
      ],
    },
  },
  {
    number: 49,
    what: 'one word in several spellings of its letters',
    everywhere: {
      'journeys/hostile.test.ts': ['commands are understood in any of their spellings'],
      'bot/understand.test.ts': [
        'a name in other widths, decomposed, or with what can’t be seen, is that name',
        'letters of another script are another name, and no command: nobody passes for somebody else',
      ],
      'analysis/tokens.test.ts': ['composed, decomposed and compatibility spellings read the same'],
      'analysis/reader.test.ts': ['composed and decomposed accents give equal readings'],
    },
  },
  {
    number: 50,
    what: 'NUL, and half a character',
    everywhere: {
      'journeys/hostile.test.ts': ['NUL and half a character are stored and shown safely'],
      'contracts/store/words.ts': ['any string survives: what is no text becomes U+FFFD, one unit for one'],
      'analysis/reader.test.ts': [
        '100 kB of %s are read in time [NUL]',
        '100 kB of %s are read in time [lone surrogates]',
      ],
    },
    slack: {
      'adapters/slack/withstands.test.ts': [
        'NUL and half a character are stored, and the rest of the sentence is shown',
      ],
    },
  },
  {
    number: 51,
    what: '40,001 characters',
    everywhere: {
      'chat/degrade.test.ts': [
        '40,001 characters arrive in parts that each fit, whole, with the buttons on the last',
        'a family, a flag and an accent are never cut in two',
      ],
      'contracts/store/words.ts': ['40,001 characters, quotes, wildcards and escapes are kept to the letter'],
    },
    slack: {
      'adapters/slack/withstands.test.ts': [
        '40,001 characters are one idea; what is shown of it is cut between characters people see',
      ],
    },
  },
  {
    number: 52,
    what: 'no words at all: nothing, a sign, a file',
    everywhere: {
      'journeys/answers.test.ts': [
        'thanks, a question back, emoji, nothing, a file: nothing is made up, and the question stays',
      ],
    },
    slack: {
      'adapters/slack/withstands.test.ts': [
        'no words, a sign, or a file alone: the question is asked again, and the file is kept',
      ],
    },
    matrix: {
      'adapters/matrix/journey.test.ts': [
        'is answered by a number put as a sign, then in one’s own words, shown as text',
        'a reply answers what it replies to; an encrypted file is kept and acknowledged',
      ],
    },
  },
  {
    number: 53,
    what: 'a file that is larger, or other, than it says',
    everywhere: {
      'commands/workbook.test.ts': ['a bomb is not unpacked, whether its directory tells the truth or not'],
      'commands/partners-import.test.ts': [
        'what is no CSV is told by name',
        'what is larger than any list of people is read no further, and said; nothing is stored',
      ],
      'journeys/attachments.test.ts': [
        'a claimed size is not believed, a torn download is tried again, a lost one said',
      ],
      'adapters/web/files.test.ts': [
        'what may act by itself leaves as bytes, sandboxed, under a name that hides nothing',
      ],
    },
  },
  {
    number: 54,
    what: 'cells that a spreadsheet would run',
    everywhere: {
      'report/formulas.test.ts': [
        '%j is text in each CSV, whichever separator a spreadsheet takes it to have, and is read back whole',
        '%j is text in each workbook',
      ],
    },
  },
  {
    number: 55,
    what: 'words made to be slow to read',
    everywhere: {
      'analysis/reader.test.ts': ['100 kB of %s are read in time'],
      'bot/understand.test.ts': ['100 kB made to be slow are read in time: %#'],
      'chat/plain.test.ts': ['100 kB of hostile characters take no time'],
      'core/person/registers.test.ts': ['hostile cells are read in no time'],
    },
  },
  {
    number: 56,
    what: 'words that are members of every object',
    everywhere: {
      'analysis/tokens.test.ts': ['words that are names of object members are plain words'],
      'journeys/hostile.test.ts': ['%s [names of objects]'],
      'content/anything.test.ts': ['names every object has are keys like others'],
      'commands/partners-import.test.ts': ['words that programs trip over are plain words'],
    },
  },
  {
    number: 57,
    what: 'words of SQL, and its wildcards',
    everywhere: {
      'journeys/hostile.test.ts': ['%s [SQL and LIKE wildcards]'],
      'contracts/store/words.ts': ['40,001 characters, quotes, wildcards and escapes are kept to the letter'],
      'commands/partners-import.test.ts': ['words that programs trip over are plain words'],
    },
  },
  {
    number: 58,
    what: 'addresses of this machine and of those around it',
    everywhere: {
      'journeys/hostile.test.ts': ['%s [links]'],
      'journeys/never-fetched.test.ts': [
        'in words, in the name of a file, in what the team writes: repeated, never asked for',
        'in the files of a consultation and of partners: read, kept, never asked for',
      ],
    },
    slack: {
      'adapters/slack/sending.test.ts': [
        'paragraphs, quotes, lists and buttons, as they are written for every chat',
        'a file is fetched from Slack, and from nowhere else',
      ],
    },
  },
  {
    number: 59,
    what: 'words that give orders to a machine',
    everywhere: { 'journeys/orders.test.ts': ['change nothing of what is cited, counted or signed'] },
    slack: {
      'adapters/slack/withstands.test.ts': [
        'words that give orders are an idea like others, and obeyed by nobody',
      ],
    },
  },
  {
    number: 60,
    what: 'one person writes without end',
    everywhere: {
      'journeys/flood.test.ts': [
        '220 messages of one person at once: in her order, nobody waits behind her, and none is lost',
      ],
      'adapters/web/http.test.ts': ['is throttled for one person, and for nobody else'],
    },
    slack: {
      'adapters/slack/withstands.test.ts': [
        'of 200 messages at once each is taken in its turn, none is lost, and nobody else waits for them',
      ],
    },
  },
  {
    number: 61,
    what: 'a signature that is wrong, of another time, or used again',
    everywhere: {
      'adapters/web/http.test.ts': [
        'is refused when anything in it was changed, and says what to do',
        'is no session, and a session no link; one from the future is neither',
        'expires, is revoked, and its sessions with it',
      ],
    },
    slack: {
      'adapters/slack/requests.test.ts': [
        'refuses %s [an hour ago]',
        'refuses %s [six minutes ahead]',
        'refuses %s [another secret]',
        'gives what is sent again with its signature, a command or a button too, under the id it had',
      ],
    },
  },
  {
    number: 62,
    what: 'a button or a form of somebody’s own making',
    everywhere: {
      'adapters/web/http.test.ts': ['by button must have been offered, to that person, and still be asked'],
    },
    slack: {
      'adapters/slack/fan-out.test.ts': [
        'a button pressed twice opens once; what is forged into one is refused to who may not',
      ],
      'adapters/slack/forms.test.ts': [
        'somebody who is not of the team gets no form of the team’s, whatever is forged',
      ],
    },
  },
  {
    number: 63,
    what: 'a partner does what is the team’s, or asks for what is others’',
    everywhere: {
      'journeys/rights.test.ts': [
        '%s: each verb is done and recorded, or refused and not',
        'a partner’s words are never commands of the team: the round stays open, nothing is shown',
      ],
      'journeys/own.test.ts': ['somebody else’s proposal is answered as one that isn’t there'],
      'commands/consultation-run.test.ts': [
        'a partner, or somebody of the committee, does not open, close or send anything',
      ],
    },
  },
  {
    number: 64,
    what: 'a name that is made to harm',
    everywhere: {
      'journeys/hostile.test.ts': ['a hostile display name greets nobody else'],
      'adapters/web/mail/letter.test.ts': [
        '%s in a name, a title and an asker stays words, in the bytes that leave',
      ],
      'adapters/web/browser.test.ts': ['hostile text is only text, whoever wrote it and however it comes'],
    },
  },
  {
    number: 65,
    what: 'two workspaces give two people one id',
    everywhere: {
      'journeys/two-workspaces.test.ts': ['is two people, whatever each of them says'],
      'contracts/store/people.ts': ['the same user id in two workspaces is two people'],
    },
    slack: {
      'adapters/slack/people.test.ts': [
        'the same user id in two workspaces is two people, and each is answered at home',
      ],
    },
  },
  {
    number: 66,
    what: 'words and secrets that would end in the log',
    everywhere: {
      'host/log.test.ts': ['a text does not compile, and is withheld where it got through'],
      'host/receive.test.ts': [
        'is kept when handling it fails: rolled back, its sender told, nothing of it in the log',
      ],
      'adapters/web/http.test.ts': ['neither links nor sessions nor what people write are logged'],
    },
    slack: {
      'adapters/slack/journey.test.ts': ['nothing of what people wrote is in the log, nor any token'],
      'adapters/slack/payloads.test.ts': ['and nothing of it is in the log'],
    },
    matrix: {
      'adapters/matrix/journey.test.ts': ['nothing of what people wrote is in the log, nor any secret'],
    },
  },
  {
    number: 67,
    what: 'secrets where data lies',
    everywhere: {
      'adapters/web/http.test.ts': [
        'no secret lies in the database: neither links nor sessions, nor what signs them',
      ],
    },
    slack: {
      'adapters/slack/tokens.test.ts': [
        'by %s, no token is in the database or the log once a round was opened and answered',
      ],
    },
    matrix: {
      'adapters/matrix/keys.test.ts': [
        'is kept sealed: no token nor key in clear, and another MATRIX_STORE_KEY opens nothing',
      ],
    },
  },
  {
    number: 68,
    what: 'somebody asks to be forgotten',
    everywhere: {
      'journeys/forgotten.test.ts': [
        'no row of any table holds a word of hers, her name, or her address, but for where the last word went',
        'what was queued for others shows [effacé] in the place of her words',
        'the published documents keep their structure, their counts and their hash, without her words',
        'of a backup made before, on the embedded database',
      ],
      'store/scrub.test.ts': ['no file holds the words of somebody erased, nor does the backup made next'],
    },
  },
  {
    number: 69,
    what: 'somebody asks for all that is kept of them',
    everywhere: {
      'commands/person.test.ts': [
        'everything of hers is there: words, versions, tags with their source, decisions, what she was sent, her acts',
        'and nothing of anybody else: what she was shown of others is left out',
        'each row about her in the database is counted in the file',
      ],
      'journeys/documents.test.ts': [
        'one’s own data comes as a file beside the words, and is one’s own only',
      ],
    },
  },
  {
    number: 70,
    what: 'somebody takes their agreement back amid a round',
    everywhere: {
      'journeys/personal.test.ts': [
        '"je retire mon accord": nothing of it is published or counted; coming back is possible',
      ],
      'core/round/validation.test.ts': ['whoever took their agreement back is invited, and not heard'],
    },
  },
  {
    number: 71,
    what: 'few people behind a figure',
    everywhere: {
      'journeys/withheld.test.ts': [
        'five answers of one type of actor are told; four are not; and one more, later, is not told by difference',
      ],
      'core/synthesis/suppress.test.ts': [
        'finds at least two values for each hidden figure, and no set of 1 to … people',
      ],
      'report/open-data-privacy.test.ts': [
        'no small figure is in a file, nor follows from two files or from two dates',
      ],
    },
  },
  {
    number: 72,
    what: 'few people between two dates',
    everywhere: {
      'journeys/withheld.test.ts': [
        'five answers of one type of actor are told; four are not; and one more, later, is not told by difference',
      ],
      'core/synthesis/suppress.test.ts': ['can compute no set of people that changed by 1 to 4'],
      'report/criteria.test.ts': ['notices a few people more than in an earlier synthesis'],
    },
  },
  {
    number: 73,
    what: 'death while what was kept long enough leaves',
    everywhere: {
      'store/retention.test.ts': [
        'killed amid it, nothing is half gone; then it leaves whole, and a second run does nothing',
      ],
      'journeys/attachments.test.ts': [
        'killed in the middle of letting contents go, it lets them go whole the next time, and once',
      ],
    },
  },
];
