/** The documents that the team may be sent, by what they are called. */
import type { Verb } from '../../app/rights.ts';
import { isRefusal, type Refusal, refuse } from '../../core/refusal.ts';
import type { Talk } from '../talk.ts';
import type { DocumentFile, DocumentName } from './files.ts';

export interface OfferedDocument {
  readonly name: DocumentName;
  /** In either language, without accents. */
  readonly called: RegExp;
  readonly verb: Verb;
  /** The usual one first. */
  readonly formats: readonly string[];
  file(talk: Talk, as: string): Promise<DocumentFile | Refusal>;
}

const synthesisFor =
  (audience: 'public' | 'internal') =>
  async ({ tx, consultation }: Talk, as: string): Promise<DocumentFile | Refusal> => {
    const { syntheses } = tx;
    const row =
      (audience === 'public' && (await syntheses.latestSigned(consultation.id))) ||
      (await syntheses.latest(consultation.id));
    return row ? { is: 'synthesis', number: row.number, audience, as } : refuse('no-synthesis');
  };

/** Once it is signed, with the figures that may be published; of a draft, with all of them. */
const chartOf =
  (of: 'themes' | 'convergence') =>
  async ({ tx, consultation }: Talk, as: string): Promise<DocumentFile | Refusal> => {
    const signed = await tx.syntheses.latestSigned(consultation.id);
    const row = signed ?? (await tx.syntheses.latest(consultation.id));
    if (!row) return refuse('no-synthesis');
    return { is: 'chart', of, number: row.number, audience: signed ? 'public' : 'internal', as };
  };

export const OFFERED: readonly OfferedDocument[] = [
  {
    name: 'synthesis',
    called: /^(?:synthese|synthesis|synthese interne|internal synthesis)$/u,
    verb: 'synthesis.show',
    formats: ['html', 'pdf', 'docx', 'md', 'json'],
    file: synthesisFor('internal'),
  },
  {
    name: 'public-synthesis',
    called: /^(?:synthese publique|public synthesis)$/u,
    verb: 'synthesis.show',
    formats: ['html', 'pdf', 'docx', 'md', 'json'],
    file: synthesisFor('public'),
  },
  {
    name: 'proposals',
    called: /^(?:(?:tableau|table) (?:de |of )?(?:the )?)?(?:propositions|proposals)$/u,
    verb: 'documents.export',
    formats: ['xlsx', 'csv', 'json'],
    file: async (_, as) => ({ is: 'proposals', as }),
  },
  {
    name: 'moderation',
    called: /^(?:(?:journal|log) (?:de |of )?)?(?:moderation)(?: log)?$/u,
    verb: 'documents.export',
    formats: ['html', 'md', 'json'],
    file: async (_, as) => ({ is: 'moderation', as }),
  },
  {
    name: 'themes-chart',
    called: /^(?:graphique|chart|graph)(?: (?:des? |du |of )?(?:the )?(?:themes?|synthese|synthesis))?$/u,
    verb: 'synthesis.show',
    formats: ['png', 'svg'],
    file: chartOf('themes'),
  },
  {
    name: 'convergence-chart',
    called: /^(?:graphique|chart|graph) (?:des? |du |of )?(?:the )?(?:convergences?|colleges)$/u,
    verb: 'synthesis.show',
    formats: ['png', 'svg'],
    file: chartOf('convergence'),
  },
  {
    name: 'open-data',
    called: /^(?:donnees(?: ouvertes| publiques)?|open data)$/u,
    verb: 'documents.export',
    formats: ['zip', 'xlsx', 'json'],
    file: async ({ tx, consultation }, as) =>
      (await tx.syntheses.latestSigned(consultation.id))
        ? { is: 'open-data', as }
        : refuse('synthesis-unsigned', {}),
  },
  {
    name: 'annex',
    called: /^(?:annexe|annex)(?: (?:de la |of the )?(?:deliberation|plan))?$/u,
    verb: 'plan.export',
    formats: ['html', 'pdf', 'docx', 'md'],
    async file({ tx, consultation }, as) {
      const adopted = (await tx.plans.of(consultation.id)).some(({ origin }) => origin === 'adoption');
      return adopted ? { is: 'annex', as } : refuse('plan-not-adopted', {});
    },
  },
  {
    name: 'report',
    called: /^(?:bilan|(?:annual )?report)(?: annuel)?$/u,
    verb: 'report.show',
    formats: ['html', 'pdf', 'docx', 'md'],
    async file({ tx, consultation }, as) {
      const row = await tx.reports.latest(consultation.id);
      return row ? { is: 'report', number: row.number, as } : refuse('no-report');
    },
  },
  {
    name: 'minutes',
    called: /^(?:proces[- ]verbal|pv|session minutes)(?: (?:de la|of the) (?:seance|session))?$/u,
    verb: 'session.export',
    formats: ['pdf', 'docx', 'html', 'md'],
    async file({ tx, consultation }, as) {
      const closed = (await tx.committee.of(consultation.id)).findLast(({ state }) => state === 'closed');
      return closed ? { is: 'minutes', number: closed.number, as } : refuse('no-such-session', {});
    },
  },
];

/** Those that are there to be sent, now. */
export async function ready(talk: Talk, offered: readonly OfferedDocument[]): Promise<OfferedDocument[]> {
  const found: OfferedDocument[] = [];
  for (const one of offered) if (!isRefusal(await one.file(talk, one.formats[0]!))) found.push(one);
  return found;
}
