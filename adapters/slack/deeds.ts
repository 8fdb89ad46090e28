/** What people do and Slack tells of once (commands, buttons, forms): answered in time, whether or not it is stored by then. */
import type { App } from '@slack/bolt';
import type { Told } from '../../src/chat/inbound.ts';
import type { Surfaces } from '../../src/chat/surface.ts';
import type { Insisting } from './connection/insist.ts';
import { onceOf } from './connection/once.ts';
import type { Homes } from './home.ts';
import { type Press, readPresses, type Where } from './inbound/choice.ts';
import { type Asked, readCommand, saidInPrivate } from './inbound/command.ts';
import { readSubmission } from './inbound/submission.ts';
import type { SlackPhrases } from './locales.ts';
import { blocksOf } from './outbound/blocks.ts';
import { fallbackOf } from './outbound/fallback.ts';
import { FORM } from './outbound/modal.ts';
import type { Views } from './views.ts';
import type { Asides, Shown, Spot } from './web/asides.ts';

export interface DeedParts {
  readonly platform: string;
  readonly now: () => number;
  /** Resolves when it is stored. */
  readonly tell: (event: Told) => Promise<void>;
  readonly openDirect: (workspace: string, userId: string) => Promise<string>;
  readonly phrases: SlackPhrases;
  readonly surfaces: Surfaces;
  readonly views: Views;
  readonly insisting: Pick<Insisting, 'keep'>;
  readonly asides: Asides;
  readonly homes: Pick<Homes, 'opened' | 'looks'>;
}

export function listenToDeeds(app: App, where: Where, parts: DeedParts): void {
  const { platform, now, tell, phrases, views, insisting, asides } = parts;
  const pointer = note(phrases.answeredInPrivate);
  const once = onceOf<ReadonlyMap<string, string>>((faults) => faults.size === 0);

  async function onPress(press: Press): Promise<void> {
    const { asker, form, trigger, modal, channel } = press;
    const opened = form !== null && trigger !== null && (await views.openForm({ ...press, trigger }, form));
    if (opened && !press.home) return;
    if (!press.private) return tell(press.told(''));
    const direct = await parts.openDirect(asker.workspace, asker.userId);
    if (press.home) parts.homes.looks(asker.workspace, asker.userId, direct);
    if (opened) return;
    if (channel !== null && channel !== direct) asides.await(spotOf(press, channel), direct, pointer);
    await tell(press.told(direct));
    if (modal !== null) await views.say(asker, modal, phrases.answeredInPrivate);
  }

  /** To who pressed, where they did. */
  async function say({ asker, modal, channel }: Press, text: string): Promise<void> {
    if (modal !== null) await views.say(asker, modal, text);
    else if (channel !== null)
      await asides.show({ workspace: asker.workspace, channel, userId: asker.userId }, note(text));
  }

  app.action({ type: 'block_actions' }, async ({ body, ack }) => {
    const presses = readPresses(body, where);
    for (const press of presses) if (press.channel !== null) asides.note(spotOf(press, press.channel), body);
    const all = presses.map(async (press) => {
      const how = await insisting.keep(
        () => onPress(press),
        async (ended) => {
          if (ended === null) await say(press, phrases.pressLost);
        },
      );
      if (how === 'trying') void say(press, phrases.pressTrying);
      if (how === 'lost') void say(press, phrases.pressLost);
    });
    await Promise.all(all);
    await ack();
  });

  app.view({ type: 'view_submission', callback_id: FORM }, async ({ body, ack }) => {
    const { name, asker, form, filled, told, fields } = readSubmission(body, where);
    const at = now();
    const how = await insisting.keep(
      () =>
        // What was taken may not be sent any more: looked at again, it would be refused to who was asked to send it again.
        once(name, async () => {
          const faults = await parts.surfaces.faults(asker, form, filled);
          if (faults.size === 0) await tell(told(await parts.openDirect(asker.workspace, asker.userId), at));
          return faults;
        }),
      // Sent again it is the same event: nothing more is to be said.
      async () => {},
    );
    const [first] = fields;
    if (typeof how === 'string') {
      // Without an answer Slack says that it does not work, and the form stays.
      if (first === undefined) throw Object.assign(new Error('not stored in time'), { transient: true });
      return ack({ response_action: 'errors', errors: { [first]: phrases.sendAgain } });
    }
    if (how.done.size > 0) return ack({ response_action: 'errors', errors: Object.fromEntries(how.done) });
    // Whatever lay under it was only the way to it.
    await ack({ response_action: 'clear' });
  });

  /** What is shown at once; null when the answer is said. */
  async function answerTo(asked: Asked, spot: Spot, at: number): Promise<Shown | null> {
    const menu = asked.text === '' ? await views.menu({ ...asked, platform }) : null;
    if (menu !== null) return menu;
    const direct = await parts.openDirect(asked.workspace, asked.userId);
    if (asked.channel !== direct) asides.await(spot, direct, pointer);
    await tell(saidInPrivate(asked, direct, asked.text === '' ? phrases.menu : asked.text, at, platform));
    return null;
  }

  app.command(/^/u, async ({ body, ack }) => {
    const asked = readCommand(body, where);
    const spot = { ...asked, channel: asked.channel ?? '' };
    asides.note(spot, body);
    const at = now();
    const how = await insisting.keep(
      () => answerTo(asked, spot, at),
      async (ended) => {
        const late = ended === null ? note(phrases.lost, asked.text) : ended.done;
        if (late !== null) await asides.show(spot, late);
      },
    );
    const shown =
      typeof how === 'string' ? note(how === 'lost' ? phrases.lost : phrases.trying, asked.text) : how.done;
    await (shown === null ? ack() : ack({ response_type: 'ephemeral', ...shown } as never));
  });
}

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
