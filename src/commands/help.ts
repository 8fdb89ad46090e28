/** Commander's own words, in the language of the interface. */
import type { Command, Option } from 'commander';
import { type Lang, say } from './context.ts';
import type { Output } from './terminal.ts';

export type Say = (fr: string, en: string) => string;

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
    .showSuggestionAfterError(false)
    .configureOutput({
      writeOut: (text) => out.print(text.trimEnd()),
      // `tour` alone: its help is an error.
      writeErr: (text) => out.error(text.trimEnd()),
      outputError: () => {},
    })
    .configureHelp({
      styleTitle: (title) => (lang === 'fr' ? (TITLES[title] ?? title) : title),
      optionDescription: (option) => described(option, lang),
      helpWidth: 100,
    })
    .helpOption('-h, --help', say({ lang }, 'affiche cette aide', 'shows this help'))
    .helpCommand(false);
}

/** What an option is for, what may be given, and what it is when nothing is. */
function described({ description, argChoices, defaultValue }: Option, lang: Lang): string {
  const usual: unknown = defaultValue;
  const more = [
    ...(argChoices ? [`${say({ lang }, 'au choix : ', 'one of: ')}${argChoices.join(', ')}`] : []),
    ...(usual === undefined || usual === false
      ? []
      : [`${say({ lang }, 'd’ordinaire ', 'usually ')}${[usual].flat().join(', ')}`]),
  ];
  return more.length === 0 ? description : `${description} (${more.join(say({ lang }, ' ; ', '; '))})`;
}

export const introduction = (tr: Say): string =>
  tr(
    `
Pour commencer :
  npx tour check prompts/mel-ess-2015-2020
  npx tour partners import partenaires.csv --consultation prompts/mel-ess-2015-2020 --as "Votre Nom"
  npx tour proposals import textes.jsonl --consultation prompts/mel-ess-2015-2020 --as "Votre Nom"
  npx tour synthesis compile --as "Votre Nom"

« --as » dit qui agit : un nom, un identifiant de chat ou un id, avec les droits de cette personne. Sur une
consultation que personne ne mène encore, la première personne qui importe en devient l’équipe.
Codes de sortie : 0 fait, 1 échec ou refus, 2 commande mal formée.`,
    `
To begin with:
  npx tour check prompts/mel-ess-2015-2020
  npx tour partners import partners.csv --consultation prompts/mel-ess-2015-2020 --as "Your Name"
  npx tour proposals import texts.jsonl --consultation prompts/mel-ess-2015-2020 --as "Your Name"
  npx tour synthesis compile --as "Your Name"

"--as" says who acts: a name, a chat user id or an id, with that person's rights. On a consultation that nobody
runs yet, the first person who imports becomes its staff.
Exit codes: 0 done, 1 failed or refused, 2 wrong use.`,
  );

export const importHelp = (tr: Say): string =>
  tr(
    `
Une ligne devient une proposition, tout entière : c’est déjà une contribution. La machine y lit axe, thème, territoire
et nature, avec sa confiance, comme dans le chat ; « axis » l’emporte s’il est donné ; « label » ne sert qu’à mesurer.
Tout le fichier entre, ou rien. Le même fichier une seconde fois n’ajoute rien : l’id reconnaît chaque texte.
Avec --consultation DOSSIER, la consultation est d’abord mise en vigueur. Personne ne la mène encore ? Qui importe (--as,
sinon le compte de cette machine) en devient l’équipe.`,
    `
A line becomes one proposal, whole: it is a contribution already. The machine reads axis, theme, territory and kind in
it, with its confidence, as in chat; "axis" wins where it is given; "label" only serves to measure.
The whole file goes in, or nothing. The same file a second time adds nothing: the id knows each text.
With --consultation FOLDER the consultation is put in force first. Nobody runs it yet? Who imports (--as, else the
account of this machine) becomes its staff.`,
  );

export const partnersHelp = (tr: Say): string =>
  tr(
    `
Une ligne par personne et par organisation : qui parle pour deux organisations a deux lignes, avec le même e-mail.
Séparateur ; ou , et encodage (UTF-8, Windows-1252) sont reconnus. Colonnes, dans n’importe quel ordre, en français ou
en anglais : organisation, nom (ou prénom et nom), type d’acteur ; et, si vous les avez : sigle, SIRET ou RNA,
fonction, élu·e ou agent·e, titulaire ou suppléant·e, groupe du Comité, siège, territoires, e-mail, téléphone, langue,
canal préféré, Slack, Matrix.
Tout le fichier entre, ou rien : chaque erreur dit sa ligne et sa colonne. Le même fichier une autre fois met à jour :
une cellule vide ne change rien, ce que la personne a choisi elle-même reste, personne n’est retiré. Qui n’a ni Slack ni
Matrix répond sur la page, par un lien personnel (« npx tour partners links »).`,
    `
One line a person and organisation: who speaks for two organisations has two lines, with the same e-mail.
The separator, ; or , and the encoding (UTF-8, Windows-1252) are detected. Columns, in any order, in French or English:
organisation, name (or first name and last name), type of actor; and, if you have them: acronym, SIRET or RNA,
function, elected or agent, holder or substitute, committee group, seat, territories, e-mail, telephone, language,
preferred channel, Slack, Matrix.
The whole file goes in, or nothing: each error says its line and column. The same file another time updates: an empty
cell changes nothing, what the person chose stays, nobody is removed. Who has neither Slack nor Matrix answers on the
page, by a personal link ("npx tour partners links").`,
  );
