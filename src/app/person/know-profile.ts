import type { Lang } from '../../core/consultation/model.ts';
import { langAfter } from '../../core/person/known-by-chat.ts';
import type { Instant } from '../../core/time.ts';
import type { Address } from '../ports/people.ts';
import type { Profile } from '../ports/profiles.ts';
import type { Transaction } from '../ports/store.ts';

/** What a chat says of an account, for whoever it stands for: their language and zone there, whether it is closed. */
export async function knowProfile(
  tx: Pick<Transaction, 'profiles' | 'people' | 'consultations'>,
  address: Address,
  said: Profile,
  now: Instant,
): Promise<void> {
  for (const known of await tx.profiles.of(address)) {
    const consultation = await tx.consultations.byId(known.consultationId);
    const lang = langAfter(known, said.lang, consultation?.content.languages ?? []);
    if (lang !== known.lang) await tx.people.setLang(known.personId, lang as Lang);
    await tx.profiles.note(known, said, now);
  }
}
