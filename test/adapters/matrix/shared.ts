/** The Synapse that the files of a run share. It has no limits, and knows nobody before they are registered. */
import { inject } from 'vitest';
import { isSlow } from '../../slowly.ts';
import { type Between, between } from './between.ts';
import { type Account, register } from './synapse.ts';

export interface SharedSynapse {
  /** `http://127.0.0.1:43210` */
  readonly url: string;
  /** Somebody new, whose password is known. */
  register(as?: { readonly admin: boolean }): Promise<Account>;
}

let people = 0;
let heldUp: Promise<Between> | null = null;

export async function sharedSynapse(): Promise<SharedSynapse> {
  const response = await fetch(inject('synapse'));
  const told = await response.text();
  if (!response.ok) throw new Error(told);
  const { url: synapse } = JSON.parse(told) as { url: string };
  if (isSlow) heldUp ??= between(synapse);
  const url = heldUp === null ? synapse : (await heldUp).url;
  return {
    url,
    register(as = { admin: false }) {
      people += 1;
      return register(url, `person-${process.pid}-${people}`, as.admin);
    },
  };
}
