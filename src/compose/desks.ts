import { createReader } from '../analysis/reader.ts';
import type { LoadedConsultation } from '../app/ports/consultations.ts';
import type { Desk } from '../app/proposal/read-message.ts';

/** One warm reader a content version. */
export function desks(): (consultation: LoadedConsultation) => Desk {
  const known = new Map<string, Desk>();
  return ({ contentId, content }) => {
    const found = known.get(contentId) ?? { reader: createReader(content), revision: 0 };
    known.set(contentId, found);
    return found;
  };
}
