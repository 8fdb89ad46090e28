/** A shortcut of the app's, taken on a message: Slack's `message_action`. */
import type { Workspace } from './workspace.ts';

export interface OnMessage {
  readonly channel: string;
  /** Of whoever wrote it. */
  readonly user?: string;
  readonly text: string;
  readonly ts?: string;
  readonly bot_id?: string;
}

/** Resolves once Slack was answered: what it opened is open by then. */
export const takeShortcut = (
  slack: Workspace,
  userId: string,
  callback: string,
  { channel, ts = '1.2', ...message }: OnMessage,
) =>
  slack.interact(userId, {
    type: 'message_action',
    callback_id: callback,
    channel: { id: channel, name: 'somewhere' },
    message_ts: ts,
    message: { type: 'message', ts, ...message },
    response_url: `${slack.gateway.url}response/${channel}/${userId}`,
  });
