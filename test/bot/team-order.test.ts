/** Which topic hears a command of the team when two could: the order of `TEAM_TOPICS` in `bot/router.ts`. */
import { expect, test } from 'vitest';
import { committeeCommand } from '../../src/bot/committee/command.ts';
import { onCommittee } from '../../src/bot/committee/dialogue.ts';
import { documentsCommand } from '../../src/bot/documents/command.ts';
import { attachmentCommand, onAttachmentMessage } from '../../src/bot/facilitator/attachments.ts';
import { facilitatorCommand } from '../../src/bot/facilitator/command.ts';
import { onFacilitatorMessage } from '../../src/bot/facilitator/dialogue.ts';
import { doubtCommand } from '../../src/bot/facilitator/doubts/command.ts';
import { openingCommand } from '../../src/bot/facilitator/opening/command.ts';
import { replaceCommand } from '../../src/bot/facilitator/replace.ts';
import { reviewCommand } from '../../src/bot/facilitator/review.ts';
import { sharedAddressCommand } from '../../src/bot/facilitator/shared-address.ts';
import { splitCommand } from '../../src/bot/facilitator/split.ts';
import { tableCommand } from '../../src/bot/facilitator/table.ts';
import { themesCommand } from '../../src/bot/facilitator/themes/command.ts';
import { validationCommand } from '../../src/bot/facilitator/validation-command.ts';
import { en } from '../../src/bot/locales/en.ts';
import { fr } from '../../src/bot/locales/fr.ts';
import { adjustCommand } from '../../src/bot/plan/adjust-command.ts';
import { asksAlerts } from '../../src/bot/plan/alert-command.ts';
import { planCommand } from '../../src/bot/plan/command.ts';
import { measureCommand } from '../../src/bot/plan/measure-command.ts';
import { onMeasures } from '../../src/bot/plan/measures.ts';
import { asksMidterm } from '../../src/bot/plan/midterm-command.ts';
import { TEAM_TOPICS } from '../../src/bot/router.ts';
import { onStaffMessage } from '../../src/bot/staff/dialogue.ts';
import { digestCommand } from '../../src/bot/staff/digest-command.ts';
import { followUpCommand } from '../../src/bot/staff/follow-up-command.ts';
import { phaseCommand } from '../../src/bot/staff/phase-command.ts';
import { onProofreading } from '../../src/bot/staff/proofreading.ts';
import { proofreadingCommand } from '../../src/bot/staff/proofreading-command.ts';
import { reportCommand } from '../../src/bot/staff/report-command.ts';
import { teamCommand } from '../../src/bot/team-command.ts';
import { workshopCommand } from '../../src/bot/workshop/command.ts';

const TOPICS: Readonly<Record<string, (text: string) => unknown>> = {
  split: splitCommand,
  attachment: attachmentCommand,
  digest: digestCommand,
  documents: documentsCommand,
  table: tableCommand,
  proofreading: proofreadingCommand,
  followUp: followUpCommand,
  team: teamCommand,
  review: reviewCommand,
  facilitator: facilitatorCommand,
  replace: replaceCommand,
  sharedAddress: sharedAddressCommand,
  doubt: doubtCommand,
  opening: openingCommand,
  workshop: workshopCommand,
  plan: planCommand,
  adjust: adjustCommand,
  measure: measureCommand,
  midterm: (text) => asksMidterm(text) || null,
  alert: (text) => asksAlerts(text) || null,
  validation: validationCommand,
  phase: phaseCommand,
  report: reportCommand,
  theme: themesCommand,
  committee: committeeCommand,
};

/** A key of a round may be any word. */
const HEARD_BY_TWO = {
  'rouvrir PJ-3': ['attachment', 'facilitator'],
  'reopen PJ-3': ['attachment', 'facilitator'],
  'annuler modification': ['proofreading', 'team'],
  'annuler mesure': ['team', 'measure'],
};

test('each command the help names belongs to one topic, but for a few', () => {
  const named = [
    ...fr.teamHelp
      .flatMap(({ lines }) => lines)
      .join(' ')
      .matchAll(/« ?([^»]+?) ?»/gu),
    ...en.teamHelp
      .flatMap(({ lines }) => lines)
      .join(' ')
      .matchAll(/“([^”]+)”/gu),
  ].map(([, command]) =>
    command!
      .trim()
      .replace(/CLÉ|KEY/u, 'plan-actions')
      .replace(/AAAA-MM-JJ|YYYY-MM-DD/u, '2026-12-20')
      .replace(/INSTANCE|BODY/u, 'comite'),
  );
  const heard = named.map((text): [string, string[]] => [
    text,
    Object.keys(TOPICS).filter((topic) => TOPICS[topic]!(text) !== null),
  ]);
  expect(Object.fromEntries(heard.filter(([, by]) => by.length !== 1))).toEqual(HEARD_BY_TWO);
});

test('the narrower topic hears those first', () => {
  const place = (topic: (typeof TEAM_TOPICS)[number]) => TEAM_TOPICS.indexOf(topic);
  expect(place(onAttachmentMessage)).toBeLessThan(place(onFacilitatorMessage));
  expect(place(onProofreading)).toBeLessThan(place(onStaffMessage));
  expect(place(onProofreading)).toBeLessThan(place(onFacilitatorMessage));
  expect(place(onMeasures)).toBeLessThan(place(onFacilitatorMessage));
  expect(place(onCommittee)).toBeLessThan(place(onFacilitatorMessage));
});

test.each(['on en est où ?', 'où on en est', 'Alors, ça avance ?', 'where are we?'])(
  '%j asks how things stand',
  (text) => expect(teamCommand(text)).toEqual({ does: 'status' }),
);
