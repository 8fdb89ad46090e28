/** What proposals share with the plan in force, in lines that cite them: found by words, so said with how sure it is. */
import type { Ref, WordsId } from '../ids.ts';
import type { Line, SynthesisProposal } from './model.ts';
import type { Sentences } from './sentences.ts';

/** An action of the plan that a proposal speaks of; `confidence` 0…1, as measured (see `analysis/echoes.ts`). */
export interface NearestAction {
  readonly action: string;
  readonly label: string;
  readonly confidence: number;
  /** It answers a question on that action. */
  readonly asked?: true;
}

/** By reference: the nearest action, or null where no action is near. */
export type BesidePlan = ReadonlyMap<Ref, NearestAction | null>;

/** A section names no more actions than that, those most spoken of first. */
const MOST = 5;

export interface NamedTheme {
  readonly name: string;
  /** What a person called it: words that no sentence of the machine's may hold. */
  readonly title: WordsId | null;
  readonly members: readonly SynthesisProposal[];
}

/** Answers on an action, the actions echoed, then the themes that no action is near to. Objections and questions echo none. */
export function besidePlan(
  members: readonly SynthesisProposal[],
  themes: readonly NamedTheme[],
  plan: BesidePlan | null,
  say: Sentences,
): Omit<Line, 'id'>[] {
  if (plan === null) return [];
  const beside = members.flatMap((one) => {
    const found = plan.get(one.ref);
    return found && (found.asked || asks(one)) ? [{ ref: one.ref, ...found }] : [];
  });
  const answers = [
    ...Map.groupBy(
      beside.filter((one) => one.asked),
      ({ action }) => action,
    ).values(),
  ].map((all) =>
    drafted(
      'echo',
      say.askedAbout({ label: all[0]!.label, proposals: all.length }),
      all.map(({ ref }) => ref),
    ),
  );
  const near = beside.filter((one) => !one.asked);
  const echoes = [...Map.groupBy(near, ({ action }) => action).values()]
    .map((all) => all.toSorted((a, b) => b.confidence - a.confidence))
    .sort((a, b) => b.length - a.length || b[0]!.confidence - a[0]!.confidence)
    .slice(0, MOST)
    .map((all) =>
      drafted(
        'echo',
        say.echo({ label: all[0]!.label, proposals: all.length, confidence: all[0]!.confidence }),
        all.map(({ ref }) => ref),
      ),
    );
  const absent = themes.filter(
    (theme) => theme.members.some(asks) && theme.members.every(({ ref }) => !plan.get(ref)),
  );
  if (absent.length === 0) return [...answers, ...echoes];
  // The line of each theme cites all of it.
  const cites = absent.map((theme) => theme.members.find(asks)!.ref);
  return [
    ...answers,
    ...echoes,
    drafted('absent', say.absent(absent.map((theme) => called(theme, say))), cites),
  ];
}

const called = ({ name, title, members }: NamedTheme, say: Sentences): string =>
  name === '' || title !== null ? say.around(members[0]!.ref) : name;

const asks = ({ kind }: SynthesisProposal): boolean => kind !== 'objection' && kind !== 'question';

const drafted = (kind: 'echo' | 'absent', text: string, cites: readonly Ref[]): Omit<Line, 'id'> => ({
  kind,
  theme: null,
  text,
  words: null,
  quote: null,
  cites,
});
