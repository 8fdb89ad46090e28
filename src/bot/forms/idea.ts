/** A message said elsewhere, taken up by its author as a proposal. */
import { chosenIn } from '../../chat/form.ts';
import { takesPart } from '../../core/participation/progress.ts';
import { read, takeIdeas } from '../partner/answer.ts';
import { onConsent } from '../partner/consent.ts';
import { at, latestPlace } from '../partner/place.ts';
import { answer, line, local, type Reply } from '../talk.ts';
import { sayingAll, textFields } from './given.ts';
import type { BotForm } from './shape.ts';

/** In answer to no prompt in particular. */
const NONE = '-';

export const ideaForm: BotForm = {
  async open(asking, _about, given) {
    const place = await latestPlace(asking);
    const mine = given === null || given.author === asking.conversation.userId;
    if (!place || !mine) return null;
    const { forms } = asking.say;
    return {
      title: forms.ideaTitle,
      send: forms.send,
      intro: [line(forms.ideaIntro(local(asking, place.content.title)))],
      fields: [
        ...textFields(forms.yourWords, null, given),
        {
          type: 'one',
          key: 'prompt',
          label: forms.answering,
          options: [
            { value: NONE, label: forms.noPrompt },
            ...place.content.prompts.map(({ key, text }) => ({ value: key, label: local(asking, text) })),
          ],
          initial: NONE,
        },
      ],
    };
  },

  async take(talk, _about, filled): Promise<Reply> {
    const place = await latestPlace(talk);
    if (!place) return answer(talk.say.nothingOpen);
    const said = await sayingAll(talk, filled);
    if (!takesPart(place.participation))
      return onConsent(said, { waits: 'consent', ...at(place, null), before: [] }, place);
    const { event, wordsId, text } = said;
    if (event.type !== 'message' || wordsId === null) return answer(talk.say.wordless);
    const chosen = chosenIn(filled, 'prompt')[0];
    const prompt = place.content.prompts.find(({ key }) => key === chosen) ?? null;
    const about = prompt && { key: prompt.key, axis: prompt.axis };
    const { ideas } = await read(talk, place, prompt?.key ?? null, text);
    const found =
      ideas.length > 0 ? ideas : [talk.desk.reader.readWhole(text, { lang: talk.lang, prompt: about })];
    const source = { words: wordsId, messageRef: event.message, textAt: event.at };
    return takeIdeas(talk, place, prompt?.key ?? null, [{ ideas: found, source }]);
  },
};
