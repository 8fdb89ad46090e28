/** Which action of the plan a proposal answers a question on, where it does: said by the round, guessed by nobody. */
import type { Proposal } from '../../core/proposal/model.ts';
import type { LoadedConsultation } from '../ports/consultations.ts';
import type { Transaction } from '../ports/store.ts';

/** Key of the action; null for what answers another question, or none. */
export type AskedAbout = (row: Pick<Proposal, 'roundId' | 'promptKey'>) => string | null;

export async function askedAbout({
  tx,
  consultation,
}: {
  readonly tx: Pick<Transaction, 'rounds'>;
  readonly consultation: LoadedConsultation;
}): Promise<AskedAbout> {
  const { rounds } = consultation.content;
  const asking = rounds.filter(({ prompts }) => prompts.some(({ action }) => action !== undefined));
  if (asking.length === 0) return () => null;
  const keys = new Map((await tx.rounds.of(consultation.id)).map(({ id, key }) => [id, key]));
  const actions = new Map(
    asking.flatMap(({ key, prompts }) =>
      prompts.flatMap((prompt) =>
        prompt.action === undefined ? [] : [[`${key}/${prompt.key}`, prompt.action] as const],
      ),
    ),
  );
  return ({ roundId, promptKey }) =>
    roundId === null || promptKey === null
      ? null
      : (actions.get(`${keys.get(roundId) ?? ''}/${promptKey}`) ?? null);
}
