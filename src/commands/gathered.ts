/** What all documents are written from, as whoever the command is run for. */
import { type Gathered, gatherDocuments } from '../app/documents/gather-documents.ts';
import { acting } from './acting.ts';
import type { AsOptions } from './as-somebody.ts';
import { consultationNamed } from './consultation-named.ts';
import { type Context, unlessRefused } from './context.ts';

export const gatheredFor = (context: Context, options: AsOptions): Promise<Gathered> =>
  context.store.transaction(async (tx) => {
    const consultation = await consultationNamed(context, tx, options.consultation);
    const scene = await acting(context, tx, consultation, { as: options.as, verb: 'documents.export' });
    return unlessRefused(context, await gatherDocuments(scene));
  });
