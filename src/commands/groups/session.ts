import { Argument } from 'commander';
import { STANDS } from '../../core/committee/model.ts';
import type { Grammar, Options } from '../grammar.ts';
import { sessionCancel, sessionClose, sessionConvene, sessionMinutes, sessionShow } from '../session.ts';
import { sessionProxy, sessionSay, sessionTakeBack } from '../session-member.ts';
import { sessionIntegrate, sessionOverride } from '../session-objections.ts';

export function sessionCommands({ group, command, acted, tr, inCore }: Grammar): void {
  const session = group('session', 'les séances du Comité', 'sessions of the committee');
  const subject = tr('A-3, P-0042, « réponses » ou « tout »', 'A-3, P-0042, "answers" or "all"');
  acted(
    command(
      session,
      'convene',
      'convoque ses membres, avec ce qui attend l’instance',
      'calls its members, with what awaits the body',
    ),
  )
    .argument('<BODY>', tr('l’instance', 'the body'))
    .requiredOption('--until <DAY>', tr('jusqu’à quand : 2026-12-20', 'until when: 2026-12-20'))
    .action((body: string, options: Options<Parameters<typeof sessionConvene>[2]>) =>
      inCore(options, (context) => sessionConvene(context, body, options)),
    );
  acted(command(session, 'show', 'où elle en est', 'how it stands')).action(
    (options: Options<Parameters<typeof sessionShow>[1]>) =>
      inCore(options, (context) => sessionShow(context, options)),
  );
  acted(command(session, 'say', 'un·e membre répond', 'a member takes a position'))
    .argument('<SUBJECT>', subject)
    .addArgument(new Argument('<POSITION>', tr('la réponse', 'the position')).choices([...STANDS]))
    .option('--reason <TEXT>', tr('le motif d’une objection', 'the reason of an objection'))
    .action(
      (on: string, stand: (typeof STANDS)[number], options: Options<Parameters<typeof sessionSay>[3]>) =>
        inCore(options, (context) => sessionSay(context, on, stand, options)),
    );
  acted(
    command(session, 'proxy', 'confie sa voix à un·e autre membre', 'gives one’s voice to another member'),
  )
    .argument('<MEMBER>', tr('à qui', 'to whom'))
    .action((who: string, options: Options<Parameters<typeof sessionProxy>[2]>) =>
      inCore(options, (context) => sessionProxy(context, who, options)),
    );
  acted(command(session, 'take-back', 'reprend sa voix', 'takes one’s voice back')).action(
    (options: Options<Parameters<typeof sessionTakeBack>[1]>) =>
      inCore(options, (context) => sessionTakeBack(context, options)),
  );
  acted(
    command(
      session,
      'integrate',
      'change le texte pour répondre aux objections ; on se prononce de nouveau',
      'changes the text to meet the objections; members speak anew',
    ),
  )
    .argument('<A-N>', 'A-3')
    .option('--label <TEXT>', tr('le titre', 'the title'))
    .option('--description <TEXT>', tr('le texte', 'the text'))
    .option('--operator <TEXT>', tr('qui la porte', 'who runs it'))
    .option('--partners <TEXT>', tr('les partenaires', 'the partners'))
    .option('--budget <TEXT>', tr('le budget', 'the budget'))
    .option('--means <TEXT>', tr('les moyens', 'the means'))
    .option('--calendar <TEXT>', tr('le calendrier', 'the calendar'))
    .action((on: string, options: Options<Parameters<typeof sessionIntegrate>[2]>) =>
      inCore(options, (context) => sessionIntegrate(context, on, options)),
    );
  acted(
    command(
      session,
      'override',
      'écarte les objections, motif au procès-verbal',
      'sets objections aside, the reason in the minutes',
    ),
  )
    .argument('<SUBJECT>', subject)
    .requiredOption('--reason <TEXT>', tr('le motif', 'the reason'))
    .action((on: string, options: Options<Parameters<typeof sessionOverride>[2]>) =>
      inCore(options, (context) => sessionOverride(context, on, options)),
    );
  acted(command(session, 'close', 'la conclut maintenant', 'ends it now')).action(
    (options: Options<Parameters<typeof sessionClose>[1]>) =>
      inCore(options, (context) => sessionClose(context, options)),
  );
  acted(command(session, 'cancel', 'l’annule, rien n’est décidé', 'calls it off, nothing is decided')).action(
    (options: Options<Parameters<typeof sessionCancel>[1]>) =>
      inCore(options, (context) => sessionCancel(context, options)),
  );
  acted(command(session, 'minutes', 'écrit le procès-verbal', 'writes the minutes'))
    .argument('<DIR>', tr('où écrire', 'where to write'))
    .option(
      '--session <N>',
      tr('laquelle (sinon la dernière close)', 'which one (else the last that was closed)'),
    )
    .action((dir: string, options: Options<Parameters<typeof sessionMinutes>[2]>) =>
      inCore(options, (context) => sessionMinutes(context, dir, options)),
    );
}
