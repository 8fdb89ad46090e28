/** What people do and Slack tells of once (commands, buttons, forms): answered in time, whether or not it is stored by then. */
import type { App } from '@slack/bolt';
import type { Told } from '../../src/chat/inbound.ts';
import type { Asker, Surfaces } from '../../src/chat/surface.ts';
import type { Insisting, Kept } from './connection/insist.ts';
import { onceOf } from './connection/once.ts';
import type { Homes } from './home.ts';
import { type Press, readPresses, type Where } from './inbound/choice.ts';
import { type Asked, readCommand, saidInPrivate } from './inbound/command.ts';
import { readSubmission } from './inbound/submission.ts';
import type { SlackPhrases } from './locales.ts';
import { blocksOf } from './outbound/blocks.ts';
import { fallbackOf } from './outbound/fallback.ts';
import { FORM } from './outbound/modal.ts';
import type { Readers } from './reader.ts';
import type { Views } from './views.ts';
import type { Asides, Shown, Spot } from './web/asides.ts';

export interface DeedParts {
  readonly platform: string;
  readonly now: () => number;
  /** Resolves when it is stored. */
  readonly tell: (event: Told) => Promise<void>;
  readonly openDirect: (workspace: string, userId: string) => Promise<string>;
  readonly readers: Readers;
  readonly surfaces: Surfaces;
  readonly views: Views;
  readonly insisting: Pick<Insisting, 'keep'>;
  readonly asides: Asides;
  readonly homes: Pick<Homes, 'opened' | 'looks'>;
}

/** What `/tour` alone stands for, in both languages. */
const MENU = 'menu';

export function listenToDeeds(app: App, where: Where, parts: DeedParts): void {
  const { platform, now, tell, readers, views, insisting, asides } = parts;
  const noted = async (asker: Asker, sentence: keyof SlackPhrases, typed?: string): Promise<Shown> =>
    note((await readers.phrasesFor(asker))[sentence], typed);
  const once = onceOf<ReadonlyMap<string, string>>((faults) => faults.size === 0);

  async function onPress(press: Press, body: unknown): Promise<void> {
    const { asker, form, trigger, modal, channel } = press;
    const opened = form !== null && trigger !== null && (await views.openForm({ ...press, trigger }, form));
    if (opened && !press.home) return;
    if (!press.private) return tell(press.told('', null));
    const direct = await parts.openDirect(asker.workspace, asker.userId);
    if (press.home) parts.homes.looks(asker.workspace, asker.userId, direct);
    if (opened) return;
    await tell(press.told(direct, elsewhere(channel, direct, body)));
    if (modal !== null) await views.say(asker, modal, 'answeredInPrivate');
  }

  /** Where it was done, when that is not where the two talk. */
  const elsewhere = (channel: string | null, direct: string, body: unknown): string | null =>
    channel === null || channel === direct ? null : asides.placeOf(channel, body);

  /** To who pressed, where they did. */
  async function say(press: Press, sentence: keyof SlackPhrases): Promise<void> {
    const { asker, modal, channel } = press;
    if (modal !== null) await views.say(asker, modal, sentence);
    else if (channel !== null) await asides.show(spotOf(press, channel), await noted(asker, sentence));
  }

  app.action({ type: 'block_actions' }, async ({ body, ack }) => {
    const presses = readPresses(body, where);
    for (const press of presses) if (press.channel !== null) asides.note(spotOf(press, press.channel), body);
    const all = presses.map(async (press) => {
      const how = await insisting.keep(
        () => onPress(press, body),
        async (ended) => {
          if (ended === null) await say(press, 'pressLost');
        },
      );
      if (how === 'trying') void say(press, 'pressTrying');
      if (how === 'lost') void say(press, 'pressLost');
    });
    await Promise.all(all);
    await ack();
  });

  app.view({ type: 'view_submission', callback_id: FORM }, async ({ body, ack }) => {
    const { name, asker, view, form, filled, told, fields } = readSubmission(body, where);
    const at = now();
    const how = await insisting.keep(
      () =>
        // What was taken may not be sent any more: looked at again, it would be refused to who was asked to send it again.
        once(name, async () => {
          const faults = await parts.surfaces.faults(asker, form, filled);
          if (faults.size === 0) await tell(told(await parts.openDirect(asker.workspace, asker.userId), at));
          return faults;
        }),
      // With its fields it is still there, and sent again it is the same event; without any, a sentence took its place.
      async (ended) => {
        if (ended === null && fields.length === 0) await views.say(asker, view, 'formLost');
      },
    );
    await ack((await answerToForm(asker, fields, how)) as never);
  });

  /** Every way of Slack's to answer a form but an error, which would leave people with Slack's own « trouble connecting ». */
  async function answerToForm(
    asker: Asker,
    fields: readonly string[],
    how: Kept<ReadonlyMap<string, string>>,
  ): Promise<object> {
    const [first] = fields;
    if (typeof how === 'string') {
      if (first !== undefined) return errors({ [first]: (await readers.phrasesFor(asker)).sendAgain });
      const sentence = how === 'lost' ? 'formLost' : 'formTrying';
      return { response_action: 'update', view: await views.notice(asker, sentence) };
    }
    const [sentence] = how.done.values();
    // Whatever lay under it was only the way to it.
    if (sentence === undefined) return { response_action: 'clear' };
    if (first === undefined)
      return { response_action: 'update', view: await views.notice(asker, { text: sentence }) };
    const shown = [...how.done].filter(([key]) => fields.includes(key));
    return errors(shown.length > 0 ? Object.fromEntries(shown) : { [first]: sentence });
  }

  const askerOf = ({ workspace, userId }: Asked): Asker => ({ platform, workspace, userId });

  /** What is shown at once; null when the answer is said. */
  async function answerTo(asked: Asked, body: unknown, at: number): Promise<Shown | null> {
    const asker = askerOf(asked);
    const menu = asked.text === '' ? await views.menu(asker) : null;
    if (menu !== null) return menu;
    const direct = await parts.openDirect(asked.workspace, asked.userId);
    const aside = elsewhere(asked.channel, direct, body);
    await tell(saidInPrivate(asked, direct, asked.text === '' ? MENU : asked.text, at, platform, aside));
    return null;
  }

  app.command(/^/u, async ({ body, ack }) => {
    const asked = readCommand(body, where);
    const spot = { ...asked, channel: asked.channel ?? '' };
    asides.note(spot, body);
    const at = now();
    const how = await insisting.keep(
      () => answerTo(asked, body, at),
      async (ended) => {
        const late = ended === null ? await noted(askerOf(asked), 'lost', asked.text) : ended.done;
        if (late !== null) await asides.show(spot, late);
      },
    );
    const shown = typeof how === 'string' ? await noted(askerOf(asked), how, asked.text) : how.done;
    await (shown === null ? ack() : ack({ response_type: 'ephemeral', ...shown } as never));
  });
}

const errors = (errors: Readonly<Record<string, string>>) => ({ response_action: 'errors', errors });

const spotOf = ({ asker }: Press, channel: string): Spot => ({
  workspace: asker.workspace,
  channel,
  userId: asker.userId,
});

/** For the eyes of who did it, with what they typed. */
function note(lead: string, typed = ''): Shown {
  const quote =
    typed === '' ? [] : [{ type: 'quote' as const, content: [{ text: typed, person: true as const }] }];
  const message = {
    blocks: [{ type: 'paragraph' as const, content: [{ text: lead }] }, ...quote],
    choices: [],
  };
  return { text: fallbackOf(message), blocks: blocksOf(message) };
}
