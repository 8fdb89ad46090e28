/** Commander's own words, in the language of the interface. */
import type { Command, CommanderError } from 'commander';
import { type Lang, say } from './context.ts';
import type { Output } from './terminal.ts';

const TITLES: Readonly<Record<string, string>> = {
  'Usage:': 'Usage :',
  'Arguments:': 'Arguments :',
  'Options:': 'Options :',
  'Commands:': 'Commandes :',
};

/** Sets the voice of a program and of the commands added to it later: they inherit it. */
export function speak(program: Command, lang: Lang, out: Output): Command {
  return program
    .exitOverride()
    .showHelpAfterError(false)
    .configureOutput({
      writeOut: (text) => out.print(text.trimEnd()),
      // `tour` alone: its help is an error.
      writeErr: (text) => out.error(text.trimEnd()),
      outputError: () => {},
    })
    .configureHelp({
      styleTitle: (title) => (lang === 'fr' ? (TITLES[title] ?? title) : title),
      helpWidth: 100,
    })
    .helpOption('-h, --help', say({ lang }, 'affiche cette aide', 'shows this help'))
    .helpCommand(false);
}

/** A wrong use in words, with where to look. */
export function usage(lang: Lang, { code, message }: CommanderError): string {
  const tr = (fr: string, en: string) => say({ lang }, fr, en);
  const what = /['‘"]([^'"]+)['"]/u.exec(message)?.[1] ?? '';
  const detail = message.replace(/^error: /u, '');
  const said: Readonly<Record<string, string>> = {
    'commander.help': tr('tour : il manque une commande.', 'tour: a command is missing.'),
    'commander.unknownCommand': tr(
      `tour : « ${what} » n’est pas une commande.`,
      `tour: "${what}" is no command.`,
    ),
    'commander.unknownOption': tr(
      `tour : « ${what} » n’est pas une option ici.`,
      `tour: "${what}" is no option here.`,
    ),
    'commander.missingArgument': tr(`tour : il manque ${what}.`, `tour: ${what} is missing.`),
    'commander.excessArguments': tr('tour : il y a un mot de trop.', 'tour: there is a word too many.'),
    'commander.optionMissingArgument': tr(
      `tour : « ${what} » attend une valeur.`,
      `tour: "${what}" wants a value.`,
    ),
    'commander.missingMandatoryOptionValue': tr(
      `tour : il manque « ${what} ».`,
      `tour: "${what}" is missing.`,
    ),
    'commander.invalidArgument': tr(
      `tour : mauvaise valeur. ${detail.replace(/^.*?is invalid\. ?/u, '').replace('Allowed choices are', 'Au choix :')}`,
      `tour: wrong value. ${detail.replace(/^.*?is invalid\. ?/u, '')}`,
    ),
  };
  const look = tr(
    '« npx tour --help », ou --help après une commande, dit comment faire.',
    '"npx tour --help", or --help after a command, says how.',
  );
  return `${said[code] ?? `tour: ${detail}`} ${look}`;
}
