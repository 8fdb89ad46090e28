import { PATH } from '../../../adapters/slack/connection/http.ts';
import type { ChatPort } from '../../../src/chat/port.ts';
import { botOf } from '../../adapters/slack/bot.ts';
import { roomsOf } from '../../adapters/slack/rooms.ts';
import { openSocketSide } from '../../adapters/slack/socket.ts';
import { openWorkspace } from '../../adapters/slack/workspace.ts';
import { chatContract, type Harness } from './contract.ts';

async function make(by: 'http' | 'socket'): Promise<Harness> {
  let at = '';
  const slack = await openWorkspace({ bot: by === 'http' ? () => `${at}${PATH}` : await openSocketSide() });
  /** What is posted to the bot finds it where it listens last. */
  const started = (): ChatPort => {
    const own = botOf(slack, by === 'http' ? {} : { connection: { by, appToken: slack.appToken } });
    return {
      ...own,
      async start(receive) {
        await own.start(receive);
        at = own.url ?? '';
      },
    };
  };
  return {
    port: started(),
    workspace: slack.team,
    newcomer: async () => slack.newcomer(),
    say: (userId, text) => slack.say(userId, text),
    edit: (userId, message, text) => slack.edit(userId, message, text),
    delete: (userId, message) => slack.remove(userId, message),
    press: (userId, message, value) => slack.press(userId, message, value),
    seen: async (userId) => (await slack.seen(userId)).map(({ ref, text }) => ({ ref, text })),
    files: (userId) => slack.given(userId),
    rooms: roomsOf(slack),
    async restart() {
      // The process that died opens no socket any more, and what it was told is lost with it.
      slack.appToken = 'xapp-2';
      at = 'http://127.0.0.1:1';
      slack.courier.sever();
      return started();
    },
    async close() {
      await slack.close();
      if (slack.gateway.refused.length > 0) throw new Error(slack.gateway.refused.join('\n'));
    },
  };
}

chatContract('of Slack, over HTTP', () => make('http'));
chatContract('of Slack, over a socket', () => make('socket'));
