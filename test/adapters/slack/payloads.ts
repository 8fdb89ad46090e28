/** Each kind of request Slack makes, whole. */
import { MENU_SHORTCUT, MESSAGE_SHORTCUTS } from '../../../adapters/slack/inbound/shortcut.ts';
import { FORM } from '../../../adapters/slack/outbound/modal.ts';

/** A word nobody but these payloads says: it must be in no log. */
export const CANARY = 'canari7431';

export interface Sent {
  /** How it travels. */
  readonly as: 'event' | 'interactive' | 'command';
  readonly body: unknown;
}

/** Somebody, and where they and the bot talk. */
export interface Known {
  readonly team: string;
  readonly user: string;
  readonly direct: string;
}

const TS = '1700000000.000100';

/** Types of events that the bot has no use for, and words that are none. */
const OTHERS = (
  'app_deleted app_installed app_requested app_uninstalled_team assistant_thread_context_changed call_rejected ' +
  'channel_archive channel_created channel_deleted channel_history_changed channel_id_changed channel_left ' +
  'channel_rename channel_shared channel_unarchive channel_unshared dnd_updated dnd_updated_user email_domain_changed ' +
  'emoji_changed entity_details_requested file_change file_comment_added file_created file_deleted file_public ' +
  'file_shared file_unshared grid_migration_finished grid_migration_started group_archive group_close group_deleted ' +
  'group_history_changed group_left group_open group_rename group_unarchive im_close im_created im_history_changed ' +
  'im_open invite_requested link_shared message_metadata_deleted message_metadata_posted message_metadata_updated ' +
  'pin_added pin_removed resources_added resources_removed scope_denied scope_granted shared_channel_invite_accepted ' +
  'shared_channel_invite_approved shared_channel_invite_declined shared_channel_invite_received ' +
  'shared_channel_invite_requested star_added star_removed subteam_created subteam_members_changed subteam_self_added ' +
  'subteam_self_removed subteam_updated team_access_granted team_access_revoked team_domain_change team_join ' +
  'team_rename url_verification user_change user_connection user_huddle_changed user_profile_changed ' +
  'user_resource_denied user_resource_granted user_resource_removed user_status_changed workflow_deleted ' +
  'workflow_published workflow_step_deleted workflow_step_execute workflow_unpublished ' +
  'hello goodbye disconnect error close open pong reconnect_url slack_event __proto__ constructor toString'
).split(' ');

/** Of messages that nobody wrote. */
const SUBTYPES = (
  'assistant_app_thread bot_add bot_remove channel_archive channel_convert_to_private channel_join channel_leave ' +
  'channel_name channel_posting_permissions channel_purpose channel_topic channel_unarchive document_mention ' +
  'ekm_access_denied group_join group_topic huddle_thread message_replied pinned_item reminder_add reply_broadcast'
).split(' ');

function events({ user, direct }: Known): Record<string, unknown>[] {
  const message = {
    type: 'message',
    user,
    channel: direct,
    channel_type: 'im',
    text: CANARY,
    ts: TS,
    event_ts: TS,
    blocks: [{ type: 'rich_text', elements: [{ type: 'rich_text_section', elements: [] }] }],
  };
  const item = { type: 'message', channel: direct, ts: TS };
  const file = { id: 'F1', name: `${CANARY}.pdf`, mimetype: 'application/pdf', size: 12, url_private: 'x' };
  const of = (type: string, over: object = {}) => ({ type, user, channel: 'C1', event_ts: TS, ...over });
  return [
    message,
    { ...message, thread_ts: '1600000000.000100', parent_user_id: user },
    { ...message, subtype: 'file_share', files: [file], upload: true },
    { ...message, subtype: 'thread_broadcast', root: { ts: TS, text: CANARY } },
    { ...message, subtype: 'me_message' },
    { ...message, subtype: 'bot_message', bot_id: 'B1', username: CANARY },
    { ...message, channel: 'C1', channel_type: 'channel' },
    { ...message, channel: 'G1', channel_type: 'group' },
    {
      ...message,
      subtype: 'message_changed',
      message: { user, text: CANARY, ts: TS, edited: { user, ts: TS } },
      previous_message: { user, text: 'a', ts: TS },
    },
    { ...message, subtype: 'message_deleted', deleted_ts: TS, previous_message: { user, text: CANARY } },
    of('app_mention', { text: `<@U1> ${CANARY}`, ts: TS }),
    of('reaction_added', { reaction: '+1', item, item_user: 'U0TOURBOT' }),
    of('reaction_removed', { reaction: 'thumbsup::skin-tone-2', item }),
    of('member_joined_channel', { channel_type: 'C', team: 'T1', inviter: 'U1' }),
    of('member_left_channel', { channel_type: 'C', team: 'T1' }),
    of('app_home_opened', { channel: direct, tab: 'home', view: { id: 'V1', hash: 'x' } }),
    of('tokens_revoked', { tokens: { oauth: ['U1'], bot: [] } }),
    of('app_uninstalled', { user: undefined, channel: undefined }),
    ...OTHERS.map((type) =>
      of(type, {
        name: CANARY,
        links: [{ url: 'http://169.254.169.254', domain: 'x' }],
        item,
        file_id: 'F1',
      }),
    ),
    ...SUBTYPES.map((subtype) => ({
      ...message,
      subtype,
      channel: 'C1',
      channel_type: 'channel',
      old_name: CANARY,
      name: CANARY,
      members: [user],
      inviter: user,
    })),
    of('function_executed', { function: { id: 'F1', callback_id: 'x' }, inputs: { said: CANARY } }),
    of('assistant_thread_started', { assistant_thread: { user_id: user, context: {}, thread_ts: TS } }),
  ];
}

function interactions({ team, user, direct }: Known): Record<string, unknown>[] {
  const who = {
    user: { id: user, username: 'x', team_id: team },
    team: { id: team, domain: 'x' },
    api_app_id: 'A0TOUR',
    trigger_id: '1.2.a',
    response_url: 'http://127.0.0.1:1/response',
  };
  const button = (action_id: string, value: string) => ({
    action_id,
    value,
    block_id: 'b',
    type: 'button',
    text: { type: 'plain_text', text: CANARY },
    action_ts: TS,
  });
  const press = (action: object, where: object) => ({
    type: 'block_actions',
    ...who,
    actions: [action],
    ...where,
  });
  const at = {
    channel: { id: direct, name: 'directmessage' },
    message: { ts: TS, thread_ts: TS, text: CANARY },
    container: { type: 'message', message_ts: TS, channel_id: direct, is_ephemeral: false },
  };
  const values = {
    text: { answer: { type: 'plain_text_input', value: CANARY } },
    one: { answer: { type: 'static_select', selected_option: { value: 'a', text: { text: 'A' } } } },
    several: { answer: { type: 'checkboxes', selected_options: [{ value: 'a' }, { value: 'b' }] } },
    day: { answer: { type: 'datepicker', selected_date: '2026-12-20' } },
  };
  const view = (private_metadata: string) => ({
    id: 'V2',
    type: 'modal',
    callback_id: FORM,
    private_metadata,
    hash: '1.a',
    blocks: [],
    state: { values },
  });
  return [
    press(button('choice-0', 'oui'), at),
    press(button('form-0', 'all/mel plan-actions'), at),
    press(button('own-choice-0', 'statut'), at),
    press(button('own-choice-0', 'aide'), {
      container: { type: 'view', view_id: 'V3' },
      view: { id: 'V3', type: 'home', hash: 'x', state: { values: {} } },
    }),
    press(button('own-choice-1', 'aide'), {
      container: { type: 'view', view_id: 'V4' },
      view: { id: 'V4', type: 'modal', hash: 'x', state: { values: {} } },
    }),
    ...[
      'idea',
      'decide/x/P-0001/adopted',
      'behalf/x',
      'merge/x',
      'open/x',
      'remind/x',
      'close/x/y',
      `${CANARY}`,
    ].map((name) => ({
      type: 'view_submission',
      ...who,
      view: view(name),
      response_urls: [],
    })),
    { type: 'view_closed', ...who, view: view('idea'), is_cleared: false },
    { type: 'shortcut', ...who, callback_id: MENU_SHORTCUT, action_ts: TS },
    { type: 'shortcut', ...who, callback_id: 'x', action_ts: TS },
    ...[...Object.keys(MESSAGE_SHORTCUTS), 'x'].map((callback_id) => ({
      type: 'message_action',
      ...who,
      callback_id,
      channel: { id: direct, name: 'x' },
      message_ts: TS,
      message: { type: 'message', user, ts: TS, text: CANARY },
    })),
    { type: 'block_suggestion', ...who, action_id: 'x', block_id: 'b', value: CANARY },
    { type: 'dialog_suggestion', ...who, name: 'x', value: CANARY, callback_id: 'x' },
    { type: 'interactive_message', ...who, actions: [{ name: 'x', value: CANARY }], callback_id: 'x' },
    { type: 'workflow_step_edit', ...who, callback_id: 'x', workflow_step: {} },
    { type: 'dialog_submission', ...who, submission: { a: CANARY }, callback_id: 'x', state: CANARY },
    { type: 'dialog_cancellation', ...who, callback_id: 'x', state: CANARY },
    // Of somebody of another organisation, without a team; of a form without any field.
    {
      type: 'view_submission',
      ...who,
      team: null,
      enterprise: { id: 'E1' },
      view: { ...view('idea'), id: 'V5' },
    },
    { type: 'view_submission', ...who, view: { ...view('idea'), id: 'V6', state: { values: {} } } },
  ];
}

/** Each kind of request, whole. `envelope`: what Slack puts around an event. */
export function requests(known: Known, envelope: (event: unknown) => object): readonly Sent[] {
  const command = {
    token: 'x',
    team_id: known.team,
    channel_id: known.direct,
    user_id: known.user,
    command: '/tour',
    text: CANARY,
    trigger_id: '1.2.a',
    response_url: 'http://127.0.0.1:1/response',
  };
  return [
    ...events(known).map((event): Sent => ({ as: 'event', body: envelope(event) })),
    {
      as: 'event',
      body: { type: 'app_rate_limited', team_id: known.team, minute_rate_limited: 1_700_000_000 },
    },
    { as: 'event', body: { type: 'url_verification', challenge: 'a1', token: 'x' } },
    ...interactions(known).map((body): Sent => ({ as: 'interactive', body })),
    { as: 'command', body: command },
    { as: 'command', body: { ...command, text: '' } },
    { as: 'command', body: { ...command, command: '/other' } },
    { as: 'command', body: { ...command, team_id: '', enterprise_id: 'E1', is_enterprise_install: 'true' } },
    { as: 'command', body: { ssl_check: '1', token: 'x' } },
  ];
}
