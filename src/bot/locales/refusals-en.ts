import type { Refusal } from '../../core/refusal.ts';

type Details = Refusal['details'];

const SAYINGS: Readonly<Record<string, (details: Details) => string>> = {
  'no-right': () => 'Only the team can do that. “help” shows what you can do.',
  'not-invited': () =>
    'This round wasn’t addressed to you. If you think that’s a mistake, tell me and I’ll pass it on.',
  'not-started': () => 'Before you answer, tell me whether you agree to take part: “start”.',
  'no-such-proposal': () => 'I can’t find that proposal among yours. “my proposals” shows them.',
  'no-such-attachment': ({ attachment }) =>
    `I can’t find ${attachment ?? 'that attachment'}. “attachments” shows those that wait.`,
  'attachment-erased': ({ attachment }) => `${attachment} was erased.`,
  'attachment-extracted': ({ attachment, proposals }) =>
    `Somebody else on the team has read ${attachment} already${proposals ? `, and took ${proposals} from it` : ''}. If there is more to take: “reopen ${attachment}”, then extract.`,
  'attachment-filed': ({ attachment }) =>
    `${attachment} is filed already. “reopen ${attachment}” puts it back.`,
  'attachment-waits': ({ attachment }) => `${attachment} is waiting already.`,
  'filing-needs-reason': ({ attachment }) =>
    `Say why nothing is taken from it: “file ${attachment}: your reason”. Its sender is given the reason.`,
  'already-split': ({ proposal }) =>
    `${proposal} was taken apart into several. “rejoin ${proposal}” undoes it.`,
  'not-split': ({ proposal }) => `${proposal} was not taken apart.`,
  'split-needs-parts': ({ proposal, most }) =>
    `Give two to ${most} parts with a slash between them: “split ${proposal}: first idea / second idea”.`,
  'part-not-in-words': ({ proposal }) =>
    `I can’t find each part in ${proposal}: copy its author’s words without changing them.`,
  'split-outdated': ({ proposal }) => `${proposal} was rewritten since: nothing was taken apart.`,
  'split-decided': ({ proposal }) =>
    `A part of ${proposal} has its reply already: it can no longer be rejoined.`,
  'table-needs-attendees': () =>
    'Say who sat at this table, after the colon: people, organisations, or a number for a type of actor.',
  'table-decided': ({ proposal }) =>
    `${proposal} has its answer already: what was noted at the table can no longer be rewritten. “correct decision ${proposal} adopted: reason” changes the answer.`,
  'table-undo-over': ({ proposal }) =>
    `${proposal} was noted more than a day ago and can no longer be taken back like this. “moderate ${proposal}: reason” remains.`,
  'already-erased': () => 'That is done already: nothing of yours is left here.',
  'last-of-staff': () =>
    'You are the only member of staff: somebody must take over first. After that, “erase” will do the rest.',
  'already-withdrawn': ({ proposal }) =>
    `${proposal} is already withdrawn. “restore ${proposal}” brings it back.`,
  'already-in-that-name': ({ proposal }) => `${proposal} is in that organisation’s name already.`,
  'already-merged': ({ proposal }) =>
    `${proposal} has been joined to another; it can’t be changed on its own any more.`,
  'not-withdrawn': ({ proposal }) => `${proposal} isn’t withdrawn.`,
  'not-in-force': ({ proposal }) =>
    `${proposal} is no longer in force (withdrawn, joined to another or erased).`,
  'merge-with-itself': ({ proposal }) => `${proposal} can’t be joined to itself.`,
  'attribution-not-allowed': () => 'This consultation doesn’t offer that way of being quoted.',
  'no-such-axis': ({ axes }) => `I don’t know that axis. The axes are: ${axes}.`,
  'no-such-round': () => 'I can’t find that round. “rounds” lists their keys.',
  'draft-lacks': () => 'Something is still missing in this round: “back to the draft” asks for it.',
  'axis-without-prompt': ({ axis }) => `Axis ${axis} has no question yet: “change questions”.`,
  'doubt-settled': () => 'Somebody has just settled this one. “next” shows the one after.',
  'doubt-author-unreachable': () =>
    'I can’t write to that person: nothing is sent, and it stays here. “dismiss: reason” takes it off the list.',
  'late-needs-a-decision': () => 'A late proposal waits for a decision: “accept” or “set aside”.',
  'doubt-without-words': () =>
    'There are no words left in it: erased, or none to begin with. “dismiss” takes it off the list.',
  'doubt-already-proposals': () =>
    'That message has made proposals already: “proposals” shows them. “dismiss” takes this one off.',
  'round-not-closed': ({ round }) => `“${round}” is not closed.`,
  'round-over': ({ round }) =>
    `“${round}” has run its course and can’t be opened again. A new round, perhaps: “open”.`,
  'reopen-too-late': ({ round }) =>
    `“${round}” was closed before today, and a round is opened again on the same day only. Late answers can still be accepted: “accept P-0042”.`,
  'round-form-not-yet': ({ round, form }) =>
    `“${round}” is a round of the form “${form}”: for now I can only open written ones.`,
  'round-already-opened': ({ round }) => `“${round}” has already been opened.`,
  'round-without-prompts': ({ round }) => `“${round}” has no question: add some before opening it.`,
  'close-in-the-past': () =>
    'That closing date has already passed: give one to come, for instance “open plan-actions until 2026-12-20”.',
  'nobody-to-invite': ({ round }) => `There is nobody to invite to “${round}”: import the partners first.`,
  'round-not-open': ({ round }) => `“${round}” isn’t open.`,
  'early-close-needs-reason': ({ round }) =>
    `“${round}” hasn’t run its course yet: why close it now? Your reason will be kept; “cancel” leaves it open.`,
  'no-synthesis': () =>
    'There is no synthesis yet. “synthesis” prepares one; if you have just asked for it, it is on its way.',
  'synthesis-signed': () =>
    'This synthesis is signed: it won’t change any more. “synthesis” prepares a new one.',
  'no-proposals': () => 'There is no proposal to put in a synthesis yet.',
  'disagreement-unsigned': ({ axes, count }) =>
    `No disagreement was found on ${Number(count) > 1 ? 'axes' : 'axis'} ${axes}: somebody has to confirm that, with “no disagreement ${axes}”.`,
  'axis-unknown': () => 'The synthesis has no such axis. “show synthesis” lists them.',
  'theme-unknown': () =>
    'I can’t find a theme of that name. “show synthesis” gives titles, and numbers such as “theme 2.1”.',
  'theme-on-lines': ({ lines }) =>
    `Several lines have that name: ${lines}. Which one? For example “decide theme ${String(lines).split(',')[0]} …”.`,
  'line-unknown': ({ line, lines }) =>
    lines
      ? `I can’t find that line. There is no ${line}; there are ${lines}. “show synthesis” shows them in full.`
      : 'I can’t find that line: the synthesis has none yet. “add axis 1: text (P-0042)” writes one.',
  'line-elsewhere': ({ line, beside }) =>
    line === beside
      ? `${line} is there already. For instance: “move ${line} before” and the number of another line of its axis.`
      : `${line} and ${beside} are in different parts: a line moves among those of its axis, agreements on one side, disagreements on the other.`,
  'order-incomplete': ({ axis, count }) =>
    `To change the order of axis ${axis}, list its ${count} lines, each of them once.`,
  'line-without-proposal': () =>
    'A line must cite at least one proposal: add its references in brackets, for instance (P-0042).',
  'proposal-unknown': ({ ref }) => `${ref} isn’t in this synthesis.`,
  'proposal-would-vanish': ({ ref, line }) =>
    `Only line ${line} cites ${ref}: reword it instead, or cite ${ref} elsewhere first.`,
  'objection-would-vanish': ({ ref, line }) =>
    `Line ${line} carries the objection ${ref}, and an objection doesn’t vanish from a synthesis. Reword it instead.`,
  'disagreement-exists': ({ axis }) => `Axis ${axis} has disagreements: nobody can sign that there are none.`,
  'no-theme-figures': () =>
    'No theme has enough people behind it for a chart to say anything. The themes are in “document synthesis”.',
  'synthesis-unsigned': () => 'This synthesis isn’t signed yet. “sign” comes first.',
  'unknown-proposal': ({ proposal }) => `I can’t find ${proposal}. “proposals” lists them.`,
  'late-not-accepted': ({ proposal }) =>
    `${proposal} is late and has not been accepted: “accept ${proposal}” first.`,
  'not-late': ({ proposal }) => `${proposal} came in time: there is nothing to settle.`,
  'words-not-shown': ({ proposal }) =>
    `The words of ${proposal} can’t be shown to others (a rule of the consultation, or its author’s choice).`,
  'author-unreachable': ({ proposal }) => `I can’t write to the author of ${proposal}.`,
  'synthesis-outdated': ({ proposals }) =>
    `Withdrawn, merged or set aside since the draft, and still cited: ${proposals}. “synthesis” prepares a new one.`,
  'synthesis-behind': ({ proposals }) =>
    `Not in the signed synthesis: ${proposals}. “synthesis” prepares a new one, to be signed before answers go back.`,
  'body-not-on-path': ({ body }) => `“${body}” has no say on this reply.`,
  'body-before-missing': ({ proposal, body }) => `${proposal}: “${body}” has to have its say first.`,
  'already-decided-by': ({ proposal, body }) => `${proposal}: “${body}” has already had its say.`,
  'reason-missing': () => 'A reply needs a reason: “decide P-0042 adopted: your reason”.',
  'no-such-status': ({ statuses }) => `I don’t know that reply. Choose from: ${statuses}.`,
  'no-such-body': ({ bodies }) => `I don’t know that body. Choose from: ${bodies}.`,
  'nothing-to-ratify': () => 'No reply is waiting for that body.',
  'answers-missing': ({ undecided, awaiting, body }) =>
    `Some replies are still missing.${undecided ? ` Without a reply: ${undecided} (“decide the rest to be studied: reason”, or one by one).` : ''}${awaiting ? ` Waiting for a body: ${awaiting}. Once it has spoken: “ratify ${body || 'BODY'}”, with the date if it was not today.` : ''}`,
  'restitution-sent': () => 'The replies have already been sent; nothing went out twice.',
  'extension-shortens': ({ round }) =>
    `That would be shorter: “${round}” can only grow. To end it sooner: “close ${round}: your reason”.`,
  'extension-changes-nothing': ({ round }) => `“${round}” already runs until then.`,
  'which-round': ({ rounds }) => `Several rounds are open: say which one (${rounds}).`,
  'nothing-open': () => 'No round is open. “rounds” shows those that are ready.',
  'nobody-to-remind': ({ round, enough }) =>
    `Nobody to remind for “${round}”${Number(enough) > 0 ? `: the ${enough} still silent have been reminded as often as allowed` : ''}.`,
  'college-not-invited': ({ college, round }) =>
    `“${round}” is not meant for “${college}”: nobody there was invited.`,
  'no-page': () => 'I have no page here for a link by e-mail to lead to: give “platform:identifier”.',
  'no-such-email': () => 'I don’t recognise that e-mail address: nothing has changed.',
  'no-such-platform': ({ platform, platforms }) => `I’m not on “${platform}”. Here: ${platforms}.`,
  'address-taken': () => 'That identifier is somebody else’s already: nothing has changed.',
  'account-known': () =>
    'That person already writes here from another account: I have changed nothing. Who are you, and which organisation do you speak for? The team will answer.',
  'person-stopped': () => 'They asked for no more messages: I’m not writing to them.',
  'nothing-provisional': () => 'None of your proposals is provisional: nothing to approve.',
  'several-places': ({ count }) =>
    `${count} places go by that name: say which organisation, as in “replace First Last, Organisation by …”.`,
  'replaced-by-themselves': () => 'They speak for that organisation already: nothing has changed.',
  'not-replaced': () => 'I can’t find a replacement of theirs to undo.',
  'already-invited': ({ round }) => `They are already invited to “${round}”.`,
  'no-such-partner': () => 'I know nobody of that name here: write it as it is in the list.',
  'several-of-that-name': ({ count }) =>
    `${count} people have that name: say which, as in “for First Last, Organisation: text”.`,
  'partner-not-invited': () => 'They are not invited to any round: “add” them first.',
  moderated: ({ proposal }) =>
    `${proposal} is not published, by a decision of the team: it no longer changes here. To answer them: “contest ${proposal}: your answer”.`,
  'already-moderated': ({ proposal }) =>
    `${proposal} is kept back already. “publish ${proposal}: reason” gives it back.`,
  'not-moderated': ({ proposal }) => `${proposal} was not moderated.`,
  'moderation-needs-reason': ({ proposal }) =>
    `A reason is needed: its author will read it, and so will the log. “moderate ${proposal}: your reason” or “publish ${proposal}: your reason”.`,
  'no-such-college': ({ colleges }) => `I don’t know that type of actor. They are: ${colleges}.`,
  'nothing-opened': () => 'No round has been opened yet. “rounds” shows those that are ready.',
  'support-own': ({ proposal }) => `${proposal} is yours already: it counts without your supporting it.`,
  'not-shown-to-you': ({ proposal }) =>
    `I have no ${proposal} to show you: there is none, or its author keeps it for the team.`,
  'already-supported': ({ proposal }) => `You support ${proposal} already.`,
  'support-closed': ({ proposal }) => `The round is closed: no more support can be added to ${proposal}.`,
  'not-supported': ({ proposal }) => `You didn’t support ${proposal}.`,
  'support-by-joining': ({ proposal, mine }) =>
    `You support ${proposal} because ${mine} was joined to it. To take it apart again: “separate ${mine}”.`,
  'not-merged': ({ proposal }) => `${proposal} isn’t joined to another.`,
  'kept-apart': ({ proposal, other }) =>
    `Its author chose to keep ${proposal} apart from ${other}: I won’t ask them again.`,
  'review-too-late': ({ round }) =>
    `“${round}”: the replies have already gone out, and it is too late to ask whether people were understood.`,
  'nobody-to-review': ({ round }) => `“${round}”: nobody has a proposal to read again.`,
  'round-still-open': ({ round }) => `“${round}” is still open: close it first.`,
  'exception-elsewhere': ({ proposal }) => `${proposal} is not among them: nothing to leave out.`,
  'nothing-to-decide': () => 'Nothing to decide there: all of it has its reply. “debt” shows what is left.',
  'not-decided-yet': ({ proposal }) => `${proposal} has no reply yet: “decide ${proposal} adopted: reason”.`,
  'nothing-to-dispute': () =>
    'I find no reply to dispute among those you were sent. “my proposals” shows yours.',
  'dispute-settled': ({ number }) =>
    `Your dispute (no. ${number}) has had its reply, which stands after a second reading. The team will read what you add all the same.`,
  'dispute-answered': ({ number }) => `Dispute ${number} has had its reply.`,
  'dispute-own-decision': () => 'You had a part in this decision: somebody else reads a dispute of it.',
  'dispute-reason-missing': ({ number }) =>
    `The person is owed a reason: “answer dispute ${number}: upheld: reason”.`,
  'no-such-dispute': ({ number }) => `I find no dispute ${number}. “disputes” shows them.`,
  'line-without-title': ({ line }) =>
    `${line} has no title: only lines that bring several proposals together do.`,
  'no-titles-to-accept': () => 'No title suggested by the machine is waiting.',
  'words-still-coming': ({ rounds }) => `Still open: ${rounds}. “sign anyway” signs all the same.`,
  'titles-unaccepted': ({ titles }) =>
    `Titles the machine suggested, which nobody has looked at yet: ${titles}. Replace them (“title 1.2: text”) or keep them (“accept titles”), then “sign”.`,
  'read-by-nobody-else': () =>
    'Here, whoever signs can’t be the only one to have read it: “ask to proofread First name” asks a colleague, then “sign”.',
  'no-such-colleague': ({ colleagues }) => `I find nobody of that name on the team: ${colleagues}.`,
  'proofread-by-another': () => 'Somebody else has to proofread it.',
  'not-a-workshop': ({ round }) =>
    `“${round}” is not a workshop, or has no sequences. “rounds” shows the keys.`,
  'round-is-workshop': ({ round }) =>
    `“${round}” is a workshop: it is held live. “workshop ${round}” opens it, here or in its room.`,
  'no-such-guest': () => 'I can’t find that person among those who are not registered: “doubts” shows them.',
  'no-workshop': () => 'No workshop is being held at the moment.',
  'workshop-not-started': () => 'The workshop has not started: “workshop start”.',
  'workshop-running': () => 'The workshop is under way already. “workshop next” goes to the next part.',
  'workshop-paused': () => 'The workshop is paused: “workshop resume”.',
  'workshop-ended': () => 'The workshop is over. “workshop back” reopens its last part.',
  'workshop-not-ended': () => 'The workshop is not over: “workshop end” first.',
  'workshop-first': () => 'This is the first part: there is none before.',
  'workshop-just-moved': () =>
    'The workshop has moved to its next part just now. Say it again in a moment if you do want another.',
  'workshop-minutes': ({ most }) => `Say how many minutes, from 1 to ${most}: “workshop +10”.`,
  'no-such-group': ({ group }) => `I can’t find ${group ?? 'that group'}. “workshop groups” shows them.`,
  'already-in-group': () => 'That idea is in that group already.',
  'not-in-a-group': ({ proposal }) => `${proposal} is in no group.`,
  'not-of-workshop': ({ proposal }) => `${proposal} was not said in this workshop, or no longer stands.`,
  'merge-group-with-itself': ({ group }) => `${group} can’t be joined to itself.`,
  'grouped-already': () => 'The groups are made already.',
  'too-many-dots': ({ most, asked, placed }) =>
    `That would be ${asked} dots and you have ${most}; nothing changes, you have placed ${placed}. “my dots” shows them, “remove my dots” takes them back.`,
  'dots-closed': () => 'No dots are being placed at the moment.',
  'no-such-note': ({ number, notes }) =>
    notes === 0
      ? 'The minutes have no note yet.'
      : `The minutes have no note ${number}: they go from 1 to ${notes}.`,
  'minutes-signed': () => 'The minutes are signed: they change no more.',
  'no-such-theme': ({ theme }) => `I can’t find ${theme}. “themes” shows them.`,
  'merge-theme-with-itself': ({ theme }) => `${theme} can’t be merged with itself.`,
  'themes-apart': ({ theme, other }) => `${theme} and ${other} belong to different axes: they stay apart.`,
  'not-of-that-axis': ({ theme }) =>
    `${theme} belongs to another axis. “move P-0042 axis 3” changes the axis first.`,
  'already-in-theme': ({ theme }) => `The team has put it in ${theme} already.`,
  'not-in-theme': ({ theme }) => `Not all of them are in ${theme}: “${theme}” shows what it holds.`,
  'in-no-theme': ({ proposal }) =>
    `${proposal} is in no theme: “${proposal} in T2”, or “${proposal} new theme”.`,
  'no-theme-change': () => 'Nobody has changed the themes: there is nothing to undo.',
  'nothing-to-undo': () => 'There is nothing to undo in this draft.',
  'no-plan': () => 'There is no plan yet: “npx tour plan import FILE” makes one of a table.',
  'no-such-plan': ({ version, last }) =>
    `There is no version ${version} of the plan: the last one is ${last}.`,
  'no-such-prompt': ({ prompt, prompts }) =>
    `There is no question ${prompt}: they go from 1 to ${prompts}. “preview” shows them.`,
  'prompt-language': ({ lang, languages }) => `This consultation isn’t read in “${lang}”: ${languages}.`,
  'no-validation': () =>
    'No validation was opened. “prepare the validation of the objectives” prepares one, “rounds” shows the rounds.',
  'synthesis-not-signed': () =>
    'The synthesis is not signed: “sign” first, then “prepare the validation of the synthesis”.',
  'too-many-prompts': ({ most }) =>
    `${most} questions at most, so that people go to the end. “drop question 2” makes room.`,
  'prompt-of-which-axis': ({ axes }) =>
    `This round is about axes (${axes}): say which one, for instance “add question axis ${String(axes).split(',')[0]}: text”.`,
  'round-without-axes': () =>
    'This round has no axes: “add question: text”, or “add question action KEY: text” for an action of the plan.',
  'no-such-action': ({ action }) => `The plan has no action “${action}”. “plan” shows them.`,
  'no-indicators': () =>
    'No action of the plan has an indicator: they are added in the consultation’s folder, or in the table that is imported.',
  'no-such-measured-action': ({ action, actions }) =>
    `“${action}” is no action with indicators. There are: ${actions}.`,
  'which-indicator': ({ action, indicators }) =>
    `The action “${action}” has several indicators, say which: ${indicators}.`,
  'no-such-indicator': ({ action, indicator, indicators }) =>
    `The action “${action}” has no indicator “${indicator}”. There are: ${indicators}.`,
  'no-such-phase': ({ phases }) => `I don’t know that phase. The phases: ${phases}.`,
  'phase-to-come': ({ phase }) => `The phase “${phase}” hasn’t begun yet.`,
  'phase-closed': ({ phase }) => `The phase “${phase}” is closed. “reopen phase ${phase}” takes it back.`,
  'phase-not-closed': ({ phase }) => `The phase “${phase}” is not closed.`,
  'phase-held': ({ answers, adjustments, disputes }) =>
    `Replies are still owed (contributions: ${answers}; adjustments: ${adjustments}; disputes overdue: ${disputes}). “debt” shows them.`,
  'no-report': () => 'There is no report yet: “prepare the report 2016” drafts one.',
  'report-year-to-come': ({ year }) => `The year ${year} hasn’t begun.`,
  'report-unsigned': ({ number }) => `Report no. ${number} is not signed: “report sign” first.`,
  'report-published': ({ number }) =>
    `Report no. ${number} is published already. “prepare the report 2016” drafts another.`,
  'report-held': ({ answers, adjustments, disputes }) =>
    `Replies are still owed (contributions: ${answers}; adjustments: ${adjustments}; disputes overdue: ${disputes}). “debt” shows them.`,
  'nothing-to-rate': () => 'It is too early: I’ll ask you along with the reply to your proposals.',
  'no-measure': () => 'There is no measure to take back. “indicators” says how they stand.',
  'not-measured': ({ action }) => `The action “${action}” has no measure yet: “measure ${action} 12” first.`,
  'progress-told': ({ action }) =>
    `That was told already: record a new measure (“measure ${action} 12”) before you announce it.`,
  'progress-changed': ({ action }) =>
    `A measure, or who is to be told, has changed meanwhile: nothing is sent. “announce progress ${action}” shows what holds now.`,
  'nobody-fed': ({ action }) =>
    `No adopted adjustment of the action “${action}” cites a proposal: there is nobody to tell.`,
  'nobody-reached': ({ action }) => `Nobody who fed the action “${action}” can be written to here.`,
  'plan-alone': () => 'There is one version of the plan only: nothing to compare.',
  'plan-unchanged': ({ version }) =>
    `This table says what version ${version} of the plan says: nothing is added.`,
  'plan-table-faulty': () => 'This table can’t be read as a whole: nothing is added.',
  'no-such-adjustment': ({ adjustment }) => `I can’t find ${adjustment}. “adjustments” shows them.`,
  'adjustment-withdrawn': ({ adjustment }) => `${adjustment} was withdrawn.`,
  'adjustment-applied': ({ adjustment, version }) =>
    `${adjustment} is in version ${version} of the plan, which was adopted: it changes no more.`,
  'adjustment-untitled': () => 'A new action has a title: write it on the first line.',
  'adjustment-empty': () => 'Write what changes: a text, or a line such as “budget: 110 k€”.',
  'adjustment-cites-nothing': ({ adjustment }) =>
    `${adjustment} cites no proposal: “cite ${adjustment}: P-0042” first.`,
  'not-cited': ({ proposal, adjustment }) => `${adjustment} doesn’t cite ${proposal}.`,
  'action-dropped': ({ action }) => `The action “${action}” was dropped: it can’t be adjusted.`,
  'not-the-last-body': ({ last }) => `The plan is adopted by the last body: “${last}”.`,
  'nothing-to-adopt': () =>
    'No adjustment is ready to be adopted: each body has to speak before. “adjustments” says how they stand.',
  'adjustments-clash': ({ one, other }) =>
    `${one} and ${other} change the same thing: withdraw one, or leave it out with “except ${other}”.`,
  'plan-adjusted': ({ adjustments }) =>
    `This table no longer has the actions that ${adjustments} change: withdraw those first, or put the actions back.`,
  'body-without-session': ({ body }) =>
    `“${body}” holds no session here: its word is recorded with “decide … by ${body}” or “ratify ${body} YYYY-MM-DD”.`,
  'session-in-the-past': () => 'That day is past: a session gives its members time.',
  'session-running': ({ session }) => `Session ${session} is running: “session” says how it stands.`,
  'no-members': () =>
    'Nobody sits in it yet: “npx tour people add NAME --role committee”, or the committee group column of the partners’ file.',
  'nothing-awaits': ({ body }) =>
    `Nothing awaits “${body}”: the team speaks first (“decide A-3 adopted: reason”).`,
  'session-closed': ({ session }) => `Session ${session} is closed.`,
  'not-a-member': ({ session }) => `Session ${session} is for its members.`,
  'proxy-to-oneself': () => 'You speak for yourself already.',
  'proxy-not-a-member': () => 'That person does not sit in this session.',
  'no-proxies': () => 'The committee has no proxies: everybody answers for themselves.',
  'proxy-gave-theirs': () => 'That person has a proxy of their own: choose another member.',
  'proxy-holds-one': () => 'You are somebody’s proxy: you can’t have one yourself.',
  'proxy-holds-enough': ({ most }) =>
    `That person already speaks for ${most === 1 ? 'one member' : `${most} members`}, the most the committee allows.`,
  'no-proxy-given': () => 'You have no proxy.',
  'no-session': () => 'No session is running.',
  'no-such-session': ({ session }) =>
    session === undefined
      ? 'No session was closed yet: there are no minutes.'
      : `There is no closed session ${session}.`,
  'not-in-session': ({ subject, session }) => `${subject} is not on the agenda of session ${session}.`,
  'no-answers-in-session': ({ session }) => `Session ${session} is about no answers.`,
  'nothing-left-to-say': () =>
    'You have answered everything: “session” shows it, “agree A-3” or “object A-3: reason” changes an answer.',
  'objection-needs-reason': () => 'An objection is worth its reason: “object A-3: what is wrong”.',
  'override-needs-reason': () => 'Say why: “override A-3: reason”. The reason goes into the minutes.',
  'nothing-to-override': () => 'No objection stands there: nothing to set aside.',
  'adjustment-in-session': ({ adjustment }) =>
    `${adjustment} is before the committee: “integrate ${adjustment}: text” rewords it and asks its members again.`,
  'plan-not-adopted': () =>
    'No version of the plan was adopted, or not that one: the annex is written from what a body decided.',
};

/** A refusal in words. Throws on a code nobody wrote a sentence for: a bug. */
export function refusals(refused: Refusal): string {
  const saying = Object.hasOwn(SAYINGS, refused.code) ? SAYINGS[refused.code] : undefined;
  if (!saying) throw new Error(`no sentence for the refusal ${refused.code}`);
  return saying(refused.details);
}
