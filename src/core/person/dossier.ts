import type { Stand } from '../committee/model.ts';
import type { Attribution, DecisionStatus, Lang, Standing } from '../consultation/model.ts';
import type { DisputeOutcome } from '../decision/dispute.ts';
import type { Ref, WordsId } from '../ids.ts';
import type { Participation } from '../participation/model.ts';
import type { Extract, Lateness, ProposalState, Tag } from '../proposal/model.ts';
import type { Grade, Rated } from '../rating/rating.ts';
import type { View } from '../round/validation.ts';
import type { Instant } from '../time.ts';

/** A text of theirs; null once erased. */
export interface OwnText extends Extract {
  readonly text: string | null;
}

/** Everything kept about one person, for them to read: their words and nobody else's. Labels are in `lang`. */
export interface PersonDossier {
  readonly at: Instant;
  readonly lang: Lang;
  readonly consultation: { readonly key: string; readonly title: string; readonly zone: string };
  readonly person: {
    readonly id: string;
    readonly name: string | null;
    readonly lang: Lang;
    readonly zone: string | null;
    readonly email: string | null;
    readonly telephone: string | null;
    /** The chat to write to first. */
    readonly preferred: string | null;
    readonly since: Instant;
    readonly stoppedAt: Instant | null;
    readonly roles: readonly { readonly role: string; readonly group: string | null }[];
    readonly addresses: readonly {
      readonly platform: string;
      readonly workspace: string;
      readonly userId: string;
      /** The language the chat said they have there; null when it said none. */
      readonly locale: string | null;
      /** Since when the account is closed there. */
      readonly goneAt: Instant | null;
    }[];
  };
  readonly organisations: readonly {
    readonly organisation: string;
    readonly acronym: string | null;
    readonly siret: string | null;
    readonly rna: string | null;
    readonly seat: string | null;
    readonly territories: readonly string[];
    readonly jobTitle: string | null;
    readonly capacity: 'elected' | 'agent' | null;
    readonly college: string;
    readonly substitute: boolean;
    readonly attribution: Attribution;
    readonly standing: Standing;
    readonly since: Instant;
  }[];
  readonly rounds: readonly (Pick<
    Participation,
    'state' | 'answered' | 'passed' | 'invitedAt' | 'reachedAt' | 'consentedAt' | 'endedAt'
  > & { readonly round: string; readonly organisation: string })[];
  /** Every message, correction and file name, oldest first. */
  readonly messages: readonly (OwnText & {
    readonly at: Instant;
    readonly lang: Lang | null;
    /** `message`, `edit`, `choice`…; null for a part of a message kept on its own. */
    readonly how: string | null;
    /** The question it was taken as an answer to. */
    readonly answers: string | null;
  })[];
  readonly proposals: readonly {
    readonly ref: Ref;
    readonly state: ProposalState;
    readonly lateness: Lateness;
    readonly round: string | null;
    readonly prompt: string | null;
    readonly submittedAt: Instant;
    readonly mergedInto: Ref | null;
    /** People behind it, its author too. */
    readonly supporters: number;
    /** Proposals of others to which they said it brings a nuance. */
    readonly nuanceOf: readonly Ref[];
    /** How many others said theirs brings a nuance to it. */
    readonly nuances: number;
    readonly versions: readonly (OwnText & { readonly n: number; readonly at: Instant })[];
    readonly tags: readonly (Tag & {
      readonly label: string;
      readonly at: Instant;
      readonly replacedAt: Instant | null;
    })[];
    readonly decisions: readonly {
      readonly body: string;
      readonly status: DecisionStatus;
      readonly reason: OwnReason;
      readonly decidedOn: string;
    }[];
    /** Kept from publication by the team, or given back to it. */
    readonly moderations: readonly {
      readonly published: boolean;
      readonly reason: OwnReason | null;
      readonly at: Instant;
    }[];
  }[];
  /** What they answered when asked whether they had been understood. */
  readonly reviews: readonly {
    readonly round: string | null;
    readonly answer: 'confirmed' | 'corrected' | 'withdrawn';
    /** null for all of theirs. */
    readonly proposal: Ref | null;
    readonly at: Instant;
  }[];
  /** What they thought of statements, each time they said so. */
  readonly views: readonly {
    readonly round: string | null;
    readonly statement: string;
    readonly view: View;
    /** The proposal that says why. */
    readonly reason: Ref | null;
    readonly at: Instant;
  }[];
  /** What they said of the process. */
  readonly ratings: readonly { readonly question: Rated; readonly grade: Grade; readonly at: Instant }[];
  readonly supported: readonly {
    readonly proposal: Ref;
    readonly at: Instant;
    readonly retractedAt: Instant | null;
  }[];
  readonly received: readonly {
    readonly kind: string;
    readonly state: string;
    readonly at: Instant;
    readonly sentAt: Instant | null;
    /** As the bot wrote it, their own words in place, those of others left out. */
    readonly text: string;
  }[];
  /** E-mails to them: the same messages, and recaps of what they said. */
  readonly letters: readonly {
    readonly kind: string;
    readonly state: string;
    readonly at: Instant;
    readonly sentAt: Instant | null;
  }[];
  /** Files they sent; the name is null once erased, the hash once the content is gone. */
  readonly files: readonly {
    readonly ref: string;
    readonly name: OwnText;
    readonly kind: string;
    readonly bytes: number;
    readonly sha256: string | null;
    readonly state: string;
    /** Why nothing was taken from it. */
    readonly reason: OwnReason | null;
    readonly at: Instant;
    readonly proposals: readonly Ref[];
  }[];
  /** What they read of what is new, as members of the team. */
  readonly digest: {
    readonly weekday: number | null;
    readonly minute: number | null;
    readonly always: boolean;
    readonly nextAt: Instant | null;
    readonly readAt: Instant | null;
  } | null;
  /** What they said as members of the committee. */
  readonly positions: readonly {
    readonly session: number;
    /** `A-3`, a proposal, or null for the answers together. */
    readonly about: string | null;
    readonly stand: Stand;
    readonly reason: OwnText | null;
    readonly at: Instant;
  }[];
  /** Answers they disputed. */
  readonly disputes: readonly {
    readonly number: number;
    readonly proposal: Ref;
    readonly texts: readonly OwnText[];
    readonly raisedAt: Instant;
    readonly dueAt: Instant;
    /** null while it is open. */
    readonly outcome: DisputeOutcome | null;
    readonly reason: OwnReason | null;
    readonly answeredAt: Instant | null;
  }[];
  /** Tables of workshops they sat at, as the team calls them. */
  readonly tables: readonly {
    readonly name: OwnReason;
    readonly at: Instant;
    /** When they said that what was noted is right. */
    readonly confirmedAt: Instant | null;
    readonly proposals: readonly Ref[];
  }[];
  /** Workshops whose room they were in, or put dots in: on groups, by name. */
  readonly workshops: readonly {
    readonly round: string;
    readonly enteredAt: Instant | null;
    /** null while they are there. */
    readonly leftAt: Instant | null;
    readonly dots: readonly { readonly group: string; readonly points: number }[];
  }[];
  /** What of theirs the team was asked to look at. */
  readonly doubts: readonly {
    readonly kind: string;
    readonly at: Instant;
    readonly resolvedAt: Instant | null;
  }[];
  readonly acts: readonly {
    readonly verb: string;
    readonly role: string;
    readonly subject: string;
    readonly at: Instant;
  }[];
}

/** Why a body answered so: written for this person. */
export interface OwnReason {
  readonly words: WordsId;
  readonly text: string | null;
}

/** What is kept, in figures. */
export interface DossierCounts {
  readonly messages: number;
  readonly proposals: number;
  readonly supported: number;
  readonly rounds: number;
  readonly received: number;
  /** Proposals with an answer, however many bodies gave it. */
  readonly decisions: number;
}

export const countsOf = (dossier: PersonDossier): DossierCounts => ({
  messages: dossier.messages.filter(({ text }) => text !== null).length,
  proposals: dossier.proposals.length,
  supported: dossier.supported.filter(({ retractedAt }) => retractedAt === null).length,
  rounds: dossier.rounds.length,
  received: dossier.received.filter(({ sentAt }) => sentAt !== null).length,
  decisions: dossier.proposals.filter(({ decisions }) => decisions.length > 0).length,
});
