import type { Lang } from '../../core/consultation/model.ts';
import type { Refusal } from '../../core/refusal.ts';
import { perform, type Scene } from '../perform.ts';

/** In what language the person is written to, from now on. */
export function chooseLanguage(scene: Scene<'people'>, lang: Lang): Promise<Lang | Refusal> {
  const { person } = scene.actor;
  const act = {
    verb: 'language.choose',
    subjectType: 'person',
    subjectId: person.id,
    refs: { lang },
  } as const;
  return perform(scene, act, async () => {
    await scene.tx.people.setLang(person.id, lang);
    return lang;
  });
}
