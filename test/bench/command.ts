/** A command run as one of a team of one, on an embedded database of its own. */
import { loadConsultation } from '../../src/app/consultation/load-consultation.ts';
import { enrolPeople } from '../../src/app/person/enrol-people.ts';
import type { Context, Core } from '../../src/commands/context.ts';
import { openCore } from '../../src/compose/open-core.ts';
import type { Consultation } from '../../src/core/consultation/model.ts';

export const AS = 'Équipe fictive';
const clock = { now: () => Date.now() };

export async function openTeam(content: Consultation, dir: string) {
  const core = await openCore({ databaseUrl: null, dataDir: dir });
  await core.store.transaction(async (tx) => {
    const edge = { ids: core.ids, now: clock.now() };
    const consultation = await loadConsultation(tx, content, { ...edge, salt: core.newSalt() });
    const team = { name: AS, lang: 'fr', addresses: [], roles: ['staff' as const], partner: null };
    await enrolPeople(tx, consultation, [team], edge);
  });
  return core;
}

/** What the command says of itself as JSON. */
export async function told(
  core: Core,
  command: (context: Context) => Promise<unknown>,
  progress: () => void = () => {},
) {
  const said: string[] = [];
  const print = (line: string) => void said.push(line);
  await command({
    ...core,
    clock,
    json: true,
    lang: 'fr',
    account: 'bench',
    path: (given) => given,
    out: { print, error: () => {}, progress, colour: false, width: null },
  });
  return JSON.parse(said.join('\n'));
}
