import { webChat } from '../../../adapters/web/chat.ts';
import { WORKSPACE } from '../../../adapters/web/workspace.ts';
import { TransientError } from '../../../src/app/ports/store.ts';
import type { Guests } from '../../../src/chat/guest.ts';
import type { Inbound } from '../../../src/chat/inbound.ts';
import type { ChatPort, Place } from '../../../src/chat/port.ts';
import { choiceId, type Entry, type History } from '../../../src/chat/transcript.ts';
import { Person } from '../../adapters/web/person.ts';
import { chatContract, type Harness } from './contract.ts';

const SECRET = 'a secret of the tests, long enough to be one';

/** Keeps what the store keeps in earnest: what was stored of people, and what was handed over to be posted. */
function memory(): History & { stored(event: Inbound): void; posted(place: Place, entry: Entry): void } {
  const entries = new Map<string, Entry[]>();
  const of = (place: string) => entries.get(place) ?? [];
  const put = (place: string, entry: Entry) =>
    entries.set(place, [...of(place).filter(({ id }) => id !== entry.id), entry]);
  return {
    page: async ({ ref }, limit) => of(ref).slice(-limit),
    since: async ({ ref }, at) => of(ref).filter((entry) => entry.at >= at),
    said: async ({ ref }, id) => of(ref).find((entry) => entry.id === id) ?? null,
    posted: ({ ref }, entry) => put(ref, entry),
    stored(event) {
      if (event.type === 'reaction' || event.type === 'presence' || event.type === 'form') return;
      const id = event.type === 'choice' ? choiceId(event.message!) : event.message;
      const text = event.type === 'choice' ? event.value : event.type === 'delete' ? null : event.text;
      const how = { edited: event.type === 'edit', deleted: event.type === 'delete' };
      const type = event.type === 'choice' ? 'choice' : 'message';
      const files: [] = [];
      put(event.place.ref, { side: 'person', id, at: event.at, row: event.id, type, text, files, ...how });
    },
  };
}

async function make(): Promise<Harness> {
  const history = memory();
  const people = new Map<string, Person>();
  const guests: Guests = {
    find: async (consultation, userId) => ({
      consultation,
      userId,
      generation: 1,
      name: `Claire ${userId}`,
      lang: 'fr',
      zone: 'Europe/Paris',
      team: false,
      title: 'Un plan',
      asker: 'la Métropole',
    }),
    revoke: async () => {},
  };
  const site = (port = 0) =>
    webChat({
      host: '127.0.0.1',
      port,
      publicUrl: null,
      secret: SECRET,
      guests,
      files: { limits: { file: 1000, perMessage: 5 }, open: async () => null, enclosed: async () => null },
      boards: { of: async () => null },
      history,
      now: Date.now,
      stop: async () => {},
      visited: async () => {},
      mail: null,
      report: () => {},
    });
  let chat = site();
  let running: Promise<void> | null = null;
  const stored = new Set<string>();

  /** The bot's side as the host uses it: what is posted is on record before, what is received afterwards. */
  const recording = (own: ReturnType<typeof site>): ChatPort => ({
    ...own,
    async start(receive) {
      running = own.start(async (event) => {
        await receive(event);
        history.stored(event as Inbound);
        stored.add((event as { message: string }).message);
      });
      await running;
      for (const person of people.values()) person.moveTo(own.url);
    },
    async stop() {
      await own.stop();
      running = null;
    },
    async post(place, message, key) {
      // One delivery a message, and of one part.
      const ref = await own.post(place, message, `${key}/0`);
      history.posted(place, { side: 'bot', id: key, at: Date.now(), row: key, message });
      return ref;
    },
    async edit(place, ref, message) {
      await own.edit!(place, ref, message);
      const key = ref.slice(0, -'/0'.length);
      history.posted(place, { side: 'bot', id: key, at: Date.now(), row: key, message });
    },
  });

  /** People can only come and look while the page is served. */
  async function served<T>(look: () => Promise<T>): Promise<T> {
    if (running !== null) {
      await running;
      return look();
    }
    await chat.start(() => Promise.reject(new TransientError('the bot is not there yet')));
    for (const person of people.values()) person.moveTo(chat.url);
    const found = await look();
    await chat.stop();
    return found;
  }

  const port = recording(chat);
  return {
    port,
    workspace: WORKSPACE,
    newcomer: async () => {
      const userId = `person-${people.size + 1}`;
      await served(async () => {
        const person = new Person(chat.url);
        await person.come((await chat.links.issue('plan', userId))!);
        people.set(userId, person);
      });
      return userId;
    },
    say: async (userId, text) => people.get(userId)!.say(text),
    edit: async (userId, message, text) =>
      people.get(userId)!.insist('edit', { id: message, edit: crypto.randomUUID(), text }),
    delete: async (userId, message) => people.get(userId)!.insist('delete', { id: message }),
    press: async (userId, message, value) => people.get(userId)!.insist('choices', { message, value }),
    seen: (userId) =>
      served(async () => {
        const lines = await people.get(userId)!.read();
        return lines.filter(({ side }) => side === 'bot').map(({ ref, text }) => ({ ref, text }));
      }),
    restart: async () => {
      // The process died after it had answered for what it had stored.
      const answered = () =>
        ![...people.values()].some(({ owed }) => [...owed].some((one) => stored.has(one.split(' ')[1]!)));
      while (!answered()) await new Promise(setImmediate);
      chat = site();
      running = null;
      return recording(chat);
    },
    close: async () => {
      for (const person of people.values()) person.close();
      await chat.stop();
    },
  };
}

chatContract('of the page, over HTTP', make);
