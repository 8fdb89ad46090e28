/** A modal that was sent: Slack's `view_submission`. */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Filled } from '../../../src/chat/form.ts';
import type { Told } from '../../../src/chat/inbound.ts';
import type { Asker } from '../../../src/chat/surface.ts';
import type { Where } from './choice.ts';
import { id, maybe, placeOf, teamOf } from './shapes.ts';

const option = z.object({ value: z.string() });
const Answer = z.object({
  value: maybe(z.string()),
  selected_option: maybe(option),
  selected_options: maybe(z.array(option)),
  selected_date: maybe(z.string()),
});
const Submitted = z.object({
  user: z.object({ id, team_id: maybe(id) }),
  team: maybe(z.object({ id })),
  view: z.object({
    id,
    app_installed_team_id: maybe(id),
    private_metadata: z.string().max(3000),
    state: z.object({ values: z.record(z.string(), z.record(z.string(), Answer)) }),
  }),
});

export interface Submission {
  /** The same for the same view, sent with the same content. */
  readonly name: string;
  readonly asker: Asker;
  /** Slack's name of it. */
  readonly view: string;
  readonly form: string;
  readonly filled: Filled;
  /** Names of what was asked, as shown. */
  readonly fields: readonly string[];
  /** Once it is known where that person and the bot talk. */
  readonly told: (direct: string, at: number) => Told;
}

/** Throws ZodError when it can't be read. */
export function readSubmission(body: unknown, { platform, workspaceOf }: Where): Submission {
  const { user, team, view } = Submitted.parse(body);
  const asker = { platform, workspace: workspaceOf(teamOf({ user, team, view })), userId: user.id };
  const filled: Filled = Object.fromEntries(
    Object.entries(view.state.values).flatMap(([key, elements]) => {
      const given = Object.values(elements).map(givenBy);
      const [answer = null] = given;
      return answer === null ? [] : [[key, answer]];
    }),
  );
  const content = createHash('sha256').update(JSON.stringify(filled)).digest('hex').slice(0, 16);
  const name = `view/${view.id}/${content}`;
  return {
    name,
    asker,
    view: view.id,
    form: view.private_metadata,
    filled,
    fields: Object.keys(view.state.values),
    told: (direct, at) => ({
      id: name,
      platform,
      workspace: asker.workspace,
      type: 'form',
      at,
      from: { userId: user.id, automatic: false },
      place: placeOf(direct, 'im', null),
      message: name,
      form: view.private_metadata,
      fields: Object.entries(filled).map(([key, answer]) =>
        typeof answer === 'string' ? { key, text: answer } : { key, chosen: [...answer] },
      ),
    }),
  };
}

/** null for what was left empty. */
function givenBy(answer: z.infer<typeof Answer>): string | string[] | null {
  const { value, selected_option, selected_options, selected_date } = answer;
  if (value) return value;
  if (selected_option) return [selected_option.value];
  if (selected_date) return [selected_date];
  return selected_options && selected_options.length > 0 ? selected_options.map((one) => one.value) : null;
}
