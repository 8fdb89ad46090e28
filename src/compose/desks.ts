import type { Study } from '../analysis/learning/study.ts';
import { createReader } from '../analysis/reader.ts';
import type { AnalysisThread } from '../analysis/thread.ts';
import type { LoadedConsultation } from '../app/ports/consultations.ts';
import type { Desk } from '../app/proposal/read-message.ts';

/** One warm reader a content version. It learns from many examples in the thread; `report` is told when that fails. */
export function desks(
  thread: AnalysisThread,
  report: (error: unknown) => void,
): (consultation: LoadedConsultation) => Desk {
  const known = new Map<string, Desk>();
  const learning = {
    study: (...given: Parameters<Study>) =>
      thread.run('study', ...given).catch((error: unknown) => {
        // Of a thread that died another is asked, with the next text.
        if (!(error instanceof Error && 'transient' in error)) report(error);
        throw error;
      }),
  };
  return ({ contentId, content }) => {
    const found = known.get(contentId) ?? { reader: createReader(content, learning), revision: 0 };
    known.set(contentId, found);
    return found;
  };
}
