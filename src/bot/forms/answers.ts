/** All prompts that are left, answered in one go. */
import { passPrompt } from '../../app/participation/take-part.ts';
import { LONGEST_TEXT, textIn } from '../../chat/form.ts';
import type { Participation } from '../../core/participation/model.ts';
import { takesPart } from '../../core/participation/progress.ts';
import { isRefusal, type Refusal } from '../../core/refusal.ts';
import { read, takeIdeas } from '../partner/answer.ts';
import { askConsent } from '../partner/consent.ts';
import { goOn, isOpen, type Place, placeOf, promptOf } from '../partner/place.ts';
import { answer, line, local, type Reply, refusal, type Talk } from '../talk.ts';
import { said, wordless } from '../understand.ts';
import { left } from './all-at-once.ts';
import { type Asking, type BotForm, type Sketch, saying } from './shape.ts';

const placeNamed = async (asking: Asking, [round = '', partner = '']: readonly string[]) =>
  placeOf(asking, { round, partner });

export const answersForm: BotForm = {
  async open(asking, about): Promise<Sketch | null> {
    const place = await placeNamed(asking, about);
    if (!place || !isOpen(asking, place) || !takesPart(place.participation)) return null;
    const prompts = left(place);
    if (prompts.length === 0) return null;
    const { forms } = asking.say;
    return {
      title: local(asking, place.content.title),
      send: forms.send,
      intro: [line(forms.answersIntro(prompts.length))],
      fields: prompts.map(({ key, text, hint }) => ({
        type: 'text',
        key,
        label: local(asking, text),
        ...(hint ? { hint: local(asking, hint) } : {}),
        lines: 'many',
        most: LONGEST_TEXT,
        optional: true,
      })),
    };
  },

  async faults(asking, about, filled) {
    const place = await placeNamed(asking, about);
    const keys = place ? left(place).map(({ key }) => key) : [];
    const [first] = keys;
    const nothing = first !== undefined && keys.every((key) => textIn(filled, key) === '');
    return new Map(nothing ? [[first, asking.say.forms.nothingFilled]] : []);
  },

  async take(talk, about, filled): Promise<Reply> {
    let place = await placeNamed(talk, about);
    if (!place || place.round.state === 'cancelled') return answer(talk.say.nothingOpen);
    if (!takesPart(place.participation)) return askConsent(talk);
    const messages: Parameters<typeof takeIdeas>[3][number][] = [];
    for (const { key } of place.content.prompts) {
      const text = textIn(filled, key);
      if (wordless(text)) continue;
      const word = said(text);
      if (word === 'pass' || word === 'no') {
        const passed: Participation | Refusal = isOpen(talk, place)
          ? await passPrompt(talk, place.participation, place.content.prompts, key)
          : place.participation;
        if (isRefusal(passed)) return refusal(talk, passed);
        place = { ...place, participation: passed };
        continue;
      }
      const one = await answerTo(talk, place, key, text);
      if (one) messages.push(one);
    }
    if (messages.length === 0) return goOn(talk, place);
    return takeIdeas(talk, place, null, messages);
  },
};

/** Written under a question: a text that reads as no idea is one all the same. */
async function answerTo(
  talk: Talk,
  place: Place,
  prompt: string,
  text: string,
): Promise<Parameters<typeof takeIdeas>[3][number] | null> {
  const { event, wordsId } = saying(talk, prompt, text);
  if (event.type !== 'message' || wordsId === null) return null;
  const whole = (await talk.tx.words.texts([wordsId])).get(wordsId) ?? text;
  const { ideas } = await read(talk, place, prompt, whole);
  const asked = promptOf(place, prompt);
  const about = asked ? { key: asked.key, axis: asked.axis } : null;
  const found =
    ideas.length > 0 ? ideas : [talk.desk.reader.readWhole(whole, { lang: talk.lang, prompt: about })];
  return {
    ideas: found,
    source: { words: wordsId, messageRef: event.message, textAt: event.at },
    prompt,
  };
}
