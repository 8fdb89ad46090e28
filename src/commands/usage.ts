/** What is wrong with how a command was typed, and where it is told how. */
import type { Command, CommanderError } from 'commander';
import { nearest } from '../content/nearest.ts';
import { type Lang, say } from './context.ts';
import type { Say } from './help.ts';
import { onOneLine } from './terminal.ts';

/** Of the groups and commands under `program`, the last one that the words name. */
export function commandMeant(program: Command, words: readonly string[]): Command {
  let meant = program;
  for (const word of words) {
    if (word.startsWith('-')) continue;
    const next = meant.commands.find((one) => one.name() === word);
    if (next === undefined) break;
    meant = next;
  }
  return meant;
}

const pathOf = (command: Command): string =>
  command.parent === null ? command.name() : `${pathOf(command.parent)} ${command.name()}`;

/** A wrong use of that command in words, with where to look. */
export function usage(lang: Lang, { code, message }: CommanderError, command: Command): string {
  const tr = (fr: string, en: string) => say({ lang }, fr, en);
  const what = onOneLine(/['‘"](.+?)['"](?:$|[ .,])/su.exec(message)?.[1] ?? '', 80);
  const said: Readonly<Record<string, string>> = {
    'commander.help': tr('tour : il manque une commande.', 'tour: a command is missing.'),
    'commander.unknownCommand': unknown(tr, what, command),
    'commander.unknownOption': tr(
      `tour : « ${what} » n’est pas une option ici.${perhaps(tr, nearestOption(what, command))}`,
      `tour: "${what}" is no option here.${perhaps(tr, nearestOption(what, command))}`,
    ),
    'commander.missingArgument': tr(`tour : il manque ${what}.`, `tour: ${what} is missing.`),
    'commander.excessArguments': excess(tr, command),
    'commander.optionMissingArgument': tr(
      `tour : « ${what} » attend une valeur.`,
      `tour: "${what}" wants a value.`,
    ),
    'commander.missingMandatoryOptionValue': tr(
      `tour : il manque « ${what} ».`,
      `tour: "${what}" is missing.`,
    ),
    'commander.invalidArgument': wrongValue(tr, message),
    'commander.conflictingOption': tr(
      `tour : « ${what} » ne va pas avec « ${/option '([^']+)'$/u.exec(message)?.[1] ?? ''} ».`,
      `tour: "${what}" does not go with "${/option '([^']+)'$/u.exec(message)?.[1] ?? ''}".`,
    ),
  };
  const look = tr(
    `« npx ${pathOf(command)} --help » dit comment faire.`,
    `"npx ${pathOf(command)} --help" says how.`,
  );
  return `${said[code] ?? `tour: ${message.replace(/^error: /u, '')}`} ${look}`;
}

const perhaps = (tr: Say, near: string | null): string =>
  near === null ? '' : tr(` Peut-être « ${near} » ?`, ` Perhaps "${near}"?`);

function nearestOption(what: string, command: Command): string | null {
  const names = command.options.flatMap(({ long }) => (long ? [long.slice(2)] : []));
  const near = nearest(what.replace(/^-+/u, ''), [...names, 'help']);
  return near === null ? null : `--${near}`;
}

/** In a group its commands are few, and said. */
function unknown(tr: Say, what: string, command: Command): string {
  const names = command.commands.map((one) => one.name());
  const near = nearest(what, names);
  const choices =
    near === null && command.parent !== null
      ? tr(` Au choix : ${names.join(', ')}.`, ` One of: ${names.join(', ')}.`)
      : perhaps(tr, near);
  return tr(
    `tour : « ${what} » n’est pas une commande.${choices}`,
    `tour: "${what}" is no command.${choices}`,
  );
}

function excess(tr: Say, { args, registeredArguments }: Command): string {
  const expected = registeredArguments.length;
  const more = args.slice(expected).map((word) => onOneLine(word, 80));
  const fr = more.map((word) => `« ${word} »`).join(', ');
  const en = more.map((word) => `"${word}"`).join(', ');
  const whole = onOneLine(args.slice(expected - 1).join(' '), 120);
  const together =
    expected === 0
      ? ''
      : tr(
          ` Des mots qui vont ensemble se mettent entre guillemets : "${whole}".`,
          ` Words that go together are put in quotes: "${whole}".`,
        );
  return more.length > 1
    ? tr(`tour : ${fr} sont de trop.${together}`, `tour: ${en} are too many.${together}`)
    : tr(`tour : ${fr} est de trop.${together}`, `tour: ${en} is one too many.${together}`);
}

/** Commander tells an option's value and an argument's in two ways. */
const WRONG = [
  /^error: option '(?<of>.+?)' argument '(?<given>.*)' is invalid\. ?(?<expected>.*)$/su,
  /^error: command-argument value '(?<given>.*)' is invalid for argument '(?<of>.+?)'\. ?(?<expected>.*)$/su,
];

function wrongValue(tr: Say, message: string): string {
  const groups = WRONG.map((one) => one.exec(message)?.groups).find((one) => one !== undefined);
  const { of = '', given = '', expected = '' } = groups ?? {};
  const [flag] = of.replace(/^-\w, /u, '').split(' ');
  const value = onOneLine(given, 80);
  return tr(
    `tour : « ${value} » ne va pas pour ${flag}. ${expected.replace('Allowed choices are', 'Au choix :')}`,
    `tour: "${value}" does not do for ${flag}. ${expected.replace('Allowed choices are', 'One of:')}`,
  );
}
