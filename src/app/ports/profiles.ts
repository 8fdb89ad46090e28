import type { Lang } from '../../core/consultation/model.ts';
import type { ConsultationId, PersonId } from '../../core/ids.ts';
import type { Instant } from '../../core/time.ts';
import type { Address } from './people.ts';

/** What a chat says of somebody with an account there. */
export interface Profile {
  /** The language of their client, `fr`; null where the chat doesn't say. */
  readonly lang: string | null;
  readonly zone: string | null;
  /** One they are known to read, by the word of whoever runs the workspace; null otherwise. */
  readonly email: string | null;
  /** The account is closed. */
  readonly gone: boolean;
}

/** Somebody an address stands for, with what their chat said before. */
export interface Profiled {
  /** Of the address. */
  readonly id: string;
  readonly personId: PersonId;
  readonly consultationId: ConsultationId;
  readonly lang: Lang;
  /** The language the team last gave. */
  readonly enrolledLang: Lang | null;
  /** The language the chat last gave. */
  readonly locale: string | null;
}

export interface Profiles {
  of(address: Address): Promise<readonly Profiled[]>;
  /** What was said of the account, and the zone of whoever has it. */
  note(known: Profiled, said: Omit<Profile, 'email'>, at: Instant): Promise<void>;
  /** Accounts of that chat to ask about: never asked about first, then those asked about before that time. */
  due(platform: string, before: Instant, limit: number): Promise<readonly Address[]>;
  /** The only one of each consultation who has that e-mail, and no open account in that workspace. */
  alone(
    email: string,
    at: Pick<Address, 'platform' | 'workspace'>,
  ): Promise<readonly { readonly personId: PersonId; readonly consultationId: ConsultationId }[]>;
  /** E-mails of people without an account on that chat, not looked for since that time. */
  toSeek(platform: string, before: Instant, limit: number): Promise<readonly string[]>;
  setSought(email: string, at: Instant): Promise<void>;
  /** Gives somebody one more address; false when it is somebody's of that consultation already. */
  link(
    person: { readonly personId: PersonId; readonly consultationId: ConsultationId },
    address: Address & { readonly id: string },
  ): Promise<boolean>;
  /** They are written to there first: always, unless the team said where, or unless they already write elsewhere either. */
  prefer(person: PersonId, platform: string, when: 'always' | 'untold' | 'silent'): Promise<void>;
  /** Consultations with somebody in that workspace. */
  consultationsIn(at: Pick<Address, 'platform' | 'workspace'>): Promise<readonly ConsultationId[]>;
}
