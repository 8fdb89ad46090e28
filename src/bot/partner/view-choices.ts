import type { Choice } from '../../chat/outbound.ts';
import { VIEWS } from '../../core/round/validation.ts';
import type { Phrases } from '../locales/fr.ts';

/** Under a statement, in every chat: a button, or a number. */
export const viewChoices = (say: Phrases): Choice[] =>
  VIEWS.map((view, index) => ({ value: String(index + 1), label: say.views.choices[view] }));
