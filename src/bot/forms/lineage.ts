/** Two proposals that say the same, and one that says several things: begun from a message that names them. */
import { refusalOf } from '../../app/perform.ts';
import { textIn } from '../../chat/form.ts';
import type { Given } from '../../chat/surface.ts';
import { numberOf, ref } from '../../core/ids.ts';
import { refuse } from '../../core/refusal.ts';
import { onMergeAsked } from '../facilitator/merge.ts';
import { onSplitMessage } from '../facilitator/split.ts';
import { line, type Reply, refusal } from '../talk.ts';
import { type Asking, type BotForm, saying } from './shape.ts';

const REF = /\bp ?[-‐–] ?\d{1,9}\b/giu;
const LONGEST_REF = 20;
const LONGEST_PARTS = 3_000;

const refsIn = (given: Given | null): string[] => [
  ...new Set([...(given?.text ?? '').matchAll(REF)].map(([found]) => ref(numberOf(found)!))),
];

const refField = (key: string, label: string, initial: string | undefined) => ({
  type: 'text' as const,
  key,
  label,
  lines: 'one' as const,
  most: LONGEST_REF,
  ...(initial === undefined ? {} : { initial }),
});

async function unknown(asking: Asking, text: string): Promise<string | null> {
  const number = numberOf(text);
  const row = number === null ? null : await asking.tx.proposals.byNumber(asking.consultation.id, number);
  return row ? null : asking.say.refusals(refuse('unknown-proposal', { proposal: text }));
}

const faultsOf =
  (...keys: readonly string[]): NonNullable<BotForm['faults']> =>
  async (asking, _about, filled) => {
    const found = new Map<string, string>();
    for (const key of keys) {
      const fault = await unknown(asking, textIn(filled, key));
      if (fault !== null) found.set(key, fault);
    }
    return found;
  };

export const mergeForm: BotForm = {
  async open(asking, _about, given) {
    if (refusalOf(asking.actor, 'merge.suggest') !== null) return null;
    const { forms } = asking.say;
    const [from, into] = refsIn(given);
    return {
      title: forms.mergeTitle,
      send: forms.askAuthor,
      intro: [line(forms.mergeIntro)],
      fields: [refField('from', forms.mergeFrom, from), refField('into', forms.mergeInto, into)],
    };
  },
  faults: faultsOf('from', 'into'),
  async take(talk, _about, filled): Promise<Reply> {
    const [from, into] = [numberOf(textIn(filled, 'from')), numberOf(textIn(filled, 'into'))];
    if (from === null || into === null) return refusal(talk, refuse('unknown-proposal', { proposal: '' }));
    return onMergeAsked(talk, { from, into });
  },
};

export const splitForm: BotForm = {
  async open(asking, _about, given) {
    if (refusalOf(asking.actor, 'split.suggest') !== null) return null;
    const { forms } = asking.say;
    const [name] = refsIn(given);
    return {
      title: forms.splitTitle,
      send: forms.askAuthor,
      intro: [line(forms.splitIntro)],
      fields: [
        refField('proposal', forms.splitWhich, name),
        {
          type: 'text',
          key: 'parts',
          label: forms.splitParts,
          hint: forms.splitHint,
          lines: 'many',
          most: LONGEST_PARTS,
        },
      ],
    };
  },
  faults: faultsOf('proposal'),
  async take(talk, _about, filled): Promise<Reply> {
    const name = textIn(filled, 'proposal');
    const text = `${talk.say.forms.splitVerb} ${ref(numberOf(name) ?? 0)} : ${textIn(filled, 'parts')}`;
    const reply = await onSplitMessage(saying(talk, 'parts', text));
    return reply ?? refusal(talk, refuse('unknown-proposal', { proposal: name }));
  },
};
