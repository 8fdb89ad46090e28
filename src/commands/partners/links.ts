/** `tour partners links FILE` and `tour partners revoke WHO`: personal links, for one's own mail merge. */
import { chmod, writeFile } from 'node:fs/promises';
import { linksFor, revokeLinks } from '../../app/person/partner-links.ts';
import { acting } from '../acting.ts';
import { consultationNamed } from '../consultation-named.ts';
import { type Context, count, type PersonalLinks, result, Stop, say, unlessRefused } from '../context.ts';
import { type ExitCode, onOneLine } from '../terminal.ts';
import { named } from '../who.ts';

interface Named {
  readonly consultation?: string;
  readonly as?: string;
}

const DAY = 86_400_000;

export async function partnersLinks(
  context: Context,
  file: string,
  options: Named & { readonly college?: string },
): Promise<ExitCode> {
  const links = linksHere(context);
  const { found, consultation } = await context.store.transaction(async (tx) => {
    const consultation = await consultationNamed(context, tx, options.consultation);
    const scene = await acting(context, tx, consultation, { as: options.as, verb: 'partners.link' });
    const { page } = context;
    const { college } = options;
    const asked = college === undefined ? { page } : { page, college };
    return { found: unlessRefused(context, await linksFor(scene, asked)), consultation };
  });
  const { people, stopped } = found;
  if (people.length === 0)
    throw new Stop(
      1,
      'nobody-on-page',
      say(
        context,
        'Personne n’a besoin d’un lien : aucun partenaire ne répond sur la page. « npx tour partners list » dit où est chacun.',
        'Nobody needs a link: no partner answers on the page. "npx tour partners list" says where each one is.',
      ),
    );
  const expiresAt = context.clock.now() + links.days * DAY;
  const { key, zone } = consultation.content;
  const expires = new Intl.DateTimeFormat('fr-CA', { timeZone: zone }).format(expiresAt);
  const rows = people.map(({ name, organisations, email, lang, userId, generation }) => ({
    name,
    organisation: organisations.join(', '),
    email: email ?? '',
    link: links.sign({ consultation: key, userId, generation }),
    lang,
    expires,
  }));
  const path = context.path(file);
  await writeFile(path, context.linksCsv(rows, context.lang), { mode: 0o600 });
  // The mode above is that of a file just made.
  await chmod(path, 0o600);
  const withoutEmail = people.filter(({ email }) => email === null).length;
  const report = { file, people: people.length, withoutEmail, stopped, expires, origin: links.origin };
  return result(context, { ...report, localOnly: links.localOnly }, () => {
    const n = (figure: number) => count(context, figure);
    const lines: string[] = [];
    const tell = (fr: string, en: string) => lines.push(say(context, fr, en));
    tell(
      people.length > 1
        ? `${n(people.length)} liens écrits dans ${file}, lisible par ce seul compte ; ils valent jusqu’au ${expires}.`
        : `Un lien écrit dans ${file}, lisible par ce seul compte ; il vaut jusqu’au ${expires}.`,
      people.length > 1
        ? `${n(people.length)} links written to ${file}, readable by this account alone; they hold until ${expires}.`
        : `One link written to ${file}, readable by this account alone; it holds until ${expires}.`,
    );
    tell(
      'Chaque lien est personnel : il ouvre la page au nom de la personne. Un message par personne, jamais une liste en copie ; supprimez le fichier après l’envoi. « npx tour partners revoke QUI » annule ceux d’une personne.',
      'Each link is personal: it opens the page in that person’s name. One message per person, never a list in copy; delete the file once sent. "npx tour partners revoke WHO" voids those of a person.',
    );
    if (withoutEmail > 0)
      tell(
        `Sans e-mail, à remettre autrement : ${n(withoutEmail)}.`,
        `Without e-mail, to hand over otherwise: ${n(withoutEmail)}.`,
      );
    if (stopped > 0)
      tell(
        `Laissées de côté, elles ne veulent plus de messages : ${n(stopped)}.`,
        `Left aside, they want no more messages: ${n(stopped)}.`,
      );
    if (links.localOnly)
      tell(
        `Attention : ces liens commencent par ${links.origin} et ne s’ouvrent que sur cette machine. Mettez l’adresse de la page dans PUBLIC_URL, puis recommencez.`,
        `Careful: these links begin with ${links.origin} and only open on this machine. Put the address of the page in PUBLIC_URL, then do it again.`,
      );
    return lines;
  });
}

function linksHere(context: Context): PersonalLinks {
  const links = context.links(context.clock);
  if (links !== null) return links;
  throw new Stop(
    1,
    'links-unsigned',
    say(
      context,
      'Ce qui signe les liens n’est pas ici : lancez la commande avec les réglages du robot (DATA_DIR, ou WEB_SECRET).',
      'What signs the links is not here: run the command with the settings of the bot (DATA_DIR, or WEB_SECRET).',
    ),
  );
}

export async function partnersRevoke(context: Context, who: string, options: Named): Promise<ExitCode> {
  const { name, addresses } = await context.store.transaction(async (tx) => {
    const consultation = await consultationNamed(context, tx, options.consultation);
    const scene = await acting(context, tx, consultation, { as: options.as, verb: 'partners.revoke' });
    const person = await named(context, tx, consultation, who);
    return {
      name: person.name ?? '',
      addresses: unlessRefused(context, await revokeLinks(scene, person, context.page)),
    };
  });
  if (addresses === 0)
    throw new Stop(
      1,
      'not-on-page',
      say(
        context,
        `${onOneLine(name, 80)} n’est pas sur la page : il n’y a pas de lien à annuler.`,
        `${onOneLine(name, 80)} is not on the page: there is no link to void.`,
      ),
    );
  return result(context, { name, revoked: true }, () => [
    say(
      context,
      `Les liens et les visites en cours de ${onOneLine(name, 80)} ne valent plus. « npx tour partners links FICHIER » en écrit d’autres.`,
      `The links and open visits of ${onOneLine(name, 80)} hold no more. "npx tour partners links FILE" writes others.`,
    ),
  ]);
}
