/** Partners in a process of their own, so that what they cost isn't the bot's: asked one thing at a time. */
import { fork } from 'node:child_process';
import type { Account } from '../../adapters/matrix/synapse.ts';
import type { Waits } from './steady.ts';

export interface Crowd {
  enter(url: string, accounts: readonly Account[], bot: string): Promise<void>;
  /** Resolves when everybody has read an invitation. */
  invited(): Promise<void>;
  /** Between two of them, without the bot. */
  alone(seconds: number, every: number): Promise<Waits>;
  /** Everybody begins, and has the first question. */
  begin(): Promise<void>;
  /** Each says something every `every` ms. */
  talk(seconds: number, every: number): Promise<Waits>;
  /** So many messages each, without waiting for anything. */
  flood(each: number): Promise<void>;
  leave(): void;
}

export interface Asked {
  readonly what: string;
  readonly how: readonly unknown[];
}

export function crowd(): Crowd {
  const child = fork(`${import.meta.dirname}/crowd-process.ts`);
  const ask = <T>(what: string, ...how: readonly unknown[]): Promise<T> =>
    new Promise((resolve, reject) => {
      const ended = () => reject(new Error('the partners are gone'));
      child.once('exit', ended);
      child.once('message', ({ error, value }: { error?: string; value?: T }) => {
        child.off('exit', ended);
        if (error === undefined) resolve(value as T);
        else reject(new Error(error));
      });
      child.send({ what, how } satisfies Asked);
    });
  return {
    enter: (...how) => ask('enter', ...how),
    invited: () => ask('invited'),
    alone: (...how) => ask('alone', ...how),
    begin: () => ask('begin'),
    talk: (...how) => ask('talk', ...how),
    flood: (each) => ask('flood', each),
    leave: () => void child.kill(),
  };
}
