/** "Tout répondre d'un coup": the form of all prompts that are left, offered beside one of them. */
import { MOST_FIELDS } from '../../chat/form.ts';
import type { Choice } from '../../chat/outbound.ts';
import type { Prompt } from '../../core/consultation/model.ts';
import type { Place, Talk } from '../talk.ts';
import { formName } from './shape.ts';

/** Neither answered nor passed. */
export const left = ({
  content,
  participation,
}: Pick<Place, 'content' | 'participation'>): readonly Prompt[] =>
  content.prompts
    .filter(({ key }) => !participation.answered.includes(key) && !participation.passed.includes(key))
    .slice(0, MOST_FIELDS);

/** Where several are left. */
export function allAtOnce(talk: Pick<Talk, 'consultation' | 'say'>, place: Place): readonly Choice[] {
  if (place.content.form !== 'written' || left(place).length < 2) return [];
  const { resume, allAtOnce: label } = talk.say.forms;
  const form = formName('answers', talk.consultation, place.round.id, place.partner.id);
  return [{ value: resume, label, form, spare: true }];
}
