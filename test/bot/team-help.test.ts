import { describe, expect, test } from 'vitest';
import { committeeCommand } from '../../src/bot/committee/command.ts';
import { documentsCommand } from '../../src/bot/documents/command.ts';
import { attachmentCommand } from '../../src/bot/facilitator/attachments.ts';
import { facilitatorCommand } from '../../src/bot/facilitator/command.ts';
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
import { asksMidterm } from '../../src/bot/plan/midterm-command.ts';
import { digestCommand } from '../../src/bot/staff/digest-command.ts';
import { followUpCommand } from '../../src/bot/staff/follow-up-command.ts';
import { phaseCommand } from '../../src/bot/staff/phase-command.ts';
import { proofreadingCommand } from '../../src/bot/staff/proofreading-command.ts';
import { reportCommand } from '../../src/bot/staff/report-command.ts';
import { teamCommand } from '../../src/bot/team-command.ts';
import { workshopCommand } from '../../src/bot/workshop/command.ts';
import { cpuOf, SOON } from '../cpu.ts';

const linesOf = (help: typeof fr.teamHelp) => help.flatMap(({ lines }) => lines);

const filled = (command: string) =>
  command
    .replace(/CLÉ|KEY/u, 'plan-actions')
    .replace(/AAAA-MM-JJ|YYYY-MM-DD/u, '2026-12-20')
    .replace(/INSTANCE|BODY/u, 'comite');

describe.each([
  ['French', fr.teamHelp, /« ?([^»]+?) ?»/gu],
  ['English', en.teamHelp, /“([^”]+)”/gu],
] as const)('the help for the team, in %s', (_, help, quoted) => {
  const commands = [...linesOf(help).join(' ').matchAll(quoted)].map(([, command]) => command!.trim());

  test('it names the commands', () => expect(commands.length).toBeGreaterThan(28));

  test.each(commands)('“%s” is understood', (command) => {
    const text = filled(command);
    const understood =
      committeeCommand(text) ??
      workshopCommand(text) ??
      teamCommand(text) ??
      facilitatorCommand(text) ??
      reviewCommand(text) ??
      attachmentCommand(text) ??
      splitCommand(text) ??
      tableCommand(text) ??
      followUpCommand(text) ??
      replaceCommand(text) ??
      sharedAddressCommand(text) ??
      digestCommand(text) ??
      documentsCommand(text) ??
      doubtCommand(text) ??
      openingCommand(text) ??
      proofreadingCommand(text) ??
      themesCommand(text) ??
      planCommand(text) ??
      measureCommand(text) ??
      (asksAlerts(text) || null) ??
      (asksMidterm(text) || null) ??
      validationCommand(text) ??
      phaseCommand(text) ??
      reportCommand(text) ??
      adjustCommand(text);
    expect(understood).not.toBeNull();
  });

  test.each(help)('“$command” asks for its group', ({ command, topic }) =>
    expect(teamCommand(command)).toEqual({ does: 'help-team', topic }),
  );

  test('no paragraph is longer than a phone shows at once', () => {
    for (const paragraph of linesOf(help)) expect(paragraph.length).toBeLessThan(330);
  });
});

test.each([
  [
    'prolonger plan-actions jusqu’au 2026-12-20',
    { does: 'extend', key: 'plan-actions', until: '2026-12-20' },
  ],
  [
    'Prolonger plan-actions jusqu’au 20/12/2026.',
    { does: 'extend', key: 'plan-actions', until: '20/12/2026' },
  ],
  ['relancer', { does: 'remind', key: null }],
  ['silence Territoires et communes', { does: 'silence', college: 'Territoires et communes' }],
  [
    'ajouter Ann Smith, Lys, service ESS, territoires, matrix:@ann:tchap.fr',
    {
      does: 'add',
      name: 'Ann Smith',
      organisation: 'Lys, service ESS',
      college: 'territoires',
      at: { platform: 'matrix', userId: '@ann:tchap.fr' },
      lang: null,
    },
  ],
  [
    'ajouter Ann Smith, Lys, territoires, Ann@Lys.fr, en',
    {
      does: 'add',
      name: 'Ann Smith',
      organisation: 'Lys',
      college: 'territoires',
      at: { email: 'ann@lys.fr' },
      lang: 'en',
    },
  ],
  [
    'pour Claire Dupont (téléphone) : une idée',
    { does: 'behalf', name: 'Claire Dupont', source: 'phone', textAt: 33 },
  ],
  ['modérer P-0042 : hors sujet', { does: 'moderate', number: 42, reason: 'hors sujet' }],
])('%s', (text, expected) => expect(facilitatorCommand(text)).toEqual(expected));

test('a long message is understood, or not, in no time', () => {
  const texts = ['ajouter ', 'pour ', 'silence ', 'modérer P-1 ', 'remplacer '].flatMap((head) => [
    head + 'a, '.repeat(30_000),
    head + ' '.repeat(100_000),
    head + ':'.repeat(100_000),
  ]);
  for (const text of texts) {
    const cpu = cpuOf(() => {
      facilitatorCommand(text);
      replaceCommand(text);
    });
    expect(cpu, text.slice(0, 20)).toBeLessThan(SOON);
  }
});
