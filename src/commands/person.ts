/** `tour person export WHO` and `tour person erase WHO`: for requests that come by post. */
import { writeFile } from 'node:fs/promises';
import { erasePerson } from '../app/person/erase-person.ts';
import { exportPerson } from '../app/person/export-person.ts';
import type { Person } from '../app/ports/people.ts';
import type { Transaction } from '../app/ports/store.ts';
import type { Verb } from '../app/rights.ts';
import type { DeliveryId } from '../core/ids.ts';
import { countsOf } from '../core/person/dossier.ts';
import { inFigures } from '../core/person/outline.ts';
import { acting } from './acting.ts';
import { consultationNamed } from './consultation-named.ts';
import { type Context, result, Stop, s, say, unlessRefused } from './context.ts';
import { type ExitCode, onOneLine } from './terminal.ts';
import { type Naming, named } from './who.ts';

interface Named {
  readonly consultation?: string;
  readonly as?: string;
}

async function sceneFor(context: Context, tx: Transaction, who: string, options: Named & Naming, verb: Verb) {
  const consultation = await consultationNamed(context, tx, options.consultation);
  const scene = await acting(context, tx, consultation, { as: options.as, verb });
  return { scene, person: await named(context, tx, consultation, who, options) };
}

/** Printed, or written to a file: JSON with --json or a name in `.json`, else Markdown. */
export async function personExport(
  context: Context,
  who: string,
  options: Named & { readonly out?: string },
): Promise<ExitCode> {
  const dossier = await context.store.transaction(async (tx) => {
    const { scene, person } = await sceneFor(context, tx, who, options, 'person.export');
    return unlessRefused(context, await exportPerson(scene, person, context.readBack));
  });
  const { out } = options;
  if (out === undefined) {
    if (context.json) context.out.print(context.personJson(dossier).trimEnd());
    else context.out.print(context.personMarkdown(dossier).trimEnd());
    return 0;
  }
  const asJson = context.json || out.endsWith('.json');
  const text = asJson ? context.personJson(dossier) : context.personMarkdown(dossier);
  await writeFile(context.path(out), text, { mode: 0o600 });
  return result(context, { file: out, bytes: Buffer.byteLength(text), ...countsOf(dossier) }, () => [
    say(
      context,
      `Écrit dans ${out} : ${inFigures(countsOf(dossier), 'fr')}.`,
      `Written to ${out}: ${inFigures(countsOf(dossier), 'en')}.`,
    ),
  ]);
}

/** Without --yes it says what would go, and changes nothing. */
export async function personErase(
  context: Context,
  who: string,
  options: Named & { readonly yes?: boolean },
): Promise<ExitCode> {
  const { store, ledger, ids } = context;
  const erased = await store.transaction(async (tx) => {
    const { scene, person } = await sceneFor(context, tx, who, { ...options, exactly: true }, 'person.erase');
    if (!options.yes) throw unsure(context, person, await tx.personal.of(person.id));
    const done = unlessRefused(context, await erasePerson(scene, person, ledger));
    // Somebody who wants no more messages gets none.
    const told = person.stoppedAt === null ? done.conversations.slice(0, 1) : [];
    await tx.outbox.add(
      told.map((conversationId) => ({
        id: ids.next<DeliveryId>(),
        consultationId: null,
        conversationId,
        kind: 'farewell',
        document: context.farewell(person.lang),
        inboundId: null,
        roundId: null,
        notBefore: null,
        createdAt: scene.now,
      })),
    );
    return { words: done.words, proposals: done.proposals.length, told: told.length > 0 };
  });
  const { words, proposals } = erased;
  return result(context, erased, () => [
    say(
      context,
      `Effacé : ${words} texte${s(words)}, le nom et les adresses. Propositions qui restent comptées, sans texte : ${proposals}. Les sauvegardes d’avant expirent ; une restauration effacera de nouveau.`,
      `Erased: ${words} ${words === 1 ? 'text' : 'texts'}, the name and the addresses. Proposals that stay counted, without text: ${proposals}. Backups made before expire; a restore will erase again.`,
    ),
  ]);
}

function unsure(context: Context, { name }: Person, kept: { readonly words: readonly unknown[] }): Stop {
  const called = onOneLine(name ?? '', 80);
  return new Stop(
    2,
    'yes-missing',
    say(
      context,
      `Rien n’est effacé. Pour ${called} partiraient, définitivement : ${kept.words.length} texte${s(kept.words.length)}, le nom et les adresses ; les idées restent comptées sans texte. Si c’est bien cela, ajoutez --yes.`,
      `Nothing was erased. Of ${called}, these would go, for good: ${kept.words.length} ${kept.words.length === 1 ? 'text' : 'texts'}, the name and the addresses; the ideas stay counted without text. If that is right, add --yes.`,
    ),
  );
}
