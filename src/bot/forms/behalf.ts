/** What came on paper, by phone or in a meeting, recorded as a partner's. */
import { refusalOf } from '../../app/perform.ts';
import type { Partner } from '../../app/ports/people.ts';
import { display } from '../../chat/display.ts';
import { chosenIn, MOST_OPTIONS, type Option } from '../../chat/form.ts';
import type { Given } from '../../chat/surface.ts';
import { isRefusal } from '../../core/refusal.ts';
import { recordFor } from '../facilitator/behalf.ts';
import { line, local, type Reply, refusal } from '../talk.ts';
import { sayingAll, textFields } from './given.ts';
import type { Asking, BotForm } from './shape.ts';

export const SOURCES = ['paper', 'letter', 'phone', 'meeting', 'unsaid'] as const;

/** Everybody who was invited to a round that stands, by type of actor. */
async function invited(asking: Asking): Promise<Option[]> {
  const { tx, consultation } = asking;
  const places = new Set<string>();
  for (const { id, state } of await tx.rounds.of(consultation.id))
    if (state !== 'cancelled')
      for (const { partnerId } of await tx.participations.of(id)) places.add(partnerId);
  const partners = (await tx.people.partners(consultation.id)).filter(({ id }) => places.has(id));
  return consultation.content.colleges
    .flatMap(({ key, label }) => {
      const group = local(asking, label);
      return partners.filter(({ college }) => college === key).map((one) => optionOf(one, group));
    })
    .slice(0, MOST_OPTIONS);
}

const optionOf = ({ id, person, organisation }: Partner, group: string): Option => ({
  value: id,
  label: [person.name ?? '…', organisation].map((one) => display(one)).join(', '),
  group,
});

/** The place of whoever wrote the message, when they are a partner. */
async function placeOfAuthor(asking: Asking, { author }: Given): Promise<string | undefined> {
  if (author === null) return undefined;
  const { platform, workspace } = asking.conversation;
  const partners = await asking.tx.people.partners(asking.consultation.id);
  return partners.find(({ person }) =>
    person.addresses.some(
      (one) => one.platform === platform && one.workspace === workspace && one.userId === author,
    ),
  )?.id;
}

export const behalfForm: BotForm = {
  async open(asking, _about, given) {
    if (refusalOf(asking.actor, 'answer.record') !== null) return null;
    const options = await invited(asking);
    if (options.length === 0) return null;
    const author = given === null ? undefined : await placeOfAuthor(asking, given);
    const { forms } = asking.say;
    return {
      title: forms.behalfTitle,
      send: forms.record,
      intro: [line(forms.behalfIntro)],
      fields: [
        {
          type: 'one',
          key: 'who',
          label: forms.who,
          options,
          ...(author === undefined ? {} : { initial: author }),
        },
        {
          type: 'one',
          key: 'source',
          label: forms.source,
          options: SOURCES.map((value) => ({ value, label: forms.sources[value] })),
          initial: given === null ? 'paper' : 'meeting',
        },
        ...textFields(forms.theirWords, forms.theirWordsHint, given),
      ],
    };
  },

  async take(talk, _about, filled): Promise<Reply> {
    const [who] = chosenIn(filled, 'who');
    const [source = 'unsaid'] = chosenIn(filled, 'source');
    const said = await sayingAll(talk, filled);
    const recorded = await recordFor(said, ({ id }) => id === who, { source, textAt: 0 });
    return isRefusal(recorded) ? refusal(talk, recorded) : recorded;
  },
};
