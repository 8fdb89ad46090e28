import { describe, expect, test } from 'vitest';
import { faultsOfMessage, faultsOfView } from './block-kit.ts';

const plain = (text: string) => ({ type: 'plain_text', text });
const section = (text: string) => ({ type: 'section', text: { type: 'mrkdwn', text } });
const button = (text: string, action_id = 'a') => ({ type: 'button', text: plain(text), action_id });
const rich = (text: string) => ({
  type: 'rich_text',
  elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text }] }],
});
const message = (...blocks: unknown[]) => ({ text: 'bonjour', blocks });
const modal = (over: object) => ({
  type: 'modal',
  title: plain('Répondre'),
  blocks: [section('x')],
  ...over,
});
const input = { type: 'input', label: plain('Motif'), element: { type: 'plain_text_input', action_id: 'a' } };

describe('what Slack takes of a message', () => {
  test.each([
    ['text alone', { text: 'bonjour' }],
    ['a section of 3,000 characters', message(section('x'.repeat(3000)))],
    ['rich text of 13,000', message(rich('x'.repeat(13_000)))],
    [
      '25 buttons',
      message({ type: 'actions', elements: Array.from({ length: 25 }, (_, i) => button('x', `${i}`)) }),
    ],
    ['a label of 75', message({ type: 'actions', elements: [button('x'.repeat(75))] })],
    ['50 blocks', message(...Array.from({ length: 50 }, () => ({ type: 'divider' })))],
  ])('takes %s', (_, given) => {
    expect(faultsOfMessage(given)).toEqual([]);
  });

  test.each([
    ['no text for notifications', { blocks: [section('x')] }],
    ['a section of 3,001', message(section('x'.repeat(3001)))],
    ['an empty section', message(section(''))],
    [
      '13,201 characters in blocks that are each short enough',
      message(...Array.from({ length: 5 }, () => section('x'.repeat(2_641)))),
    ],
    ['an empty run', message(rich(''))],
    [
      '26 buttons',
      message({ type: 'actions', elements: Array.from({ length: 26 }, (_, i) => button('x', `${i}`)) }),
    ],
    ['no button at all', message({ type: 'actions', elements: [] })],
    ['a label of 76', message({ type: 'actions', elements: [button('x'.repeat(76))] })],
    ['two buttons of one id', message({ type: 'actions', elements: [button('x'), button('y')] })],
    ['two blocks of one id', message({ type: 'divider', block_id: 'a' }, { type: 'divider', block_id: 'a' })],
    ['51 blocks', message(...Array.from({ length: 51 }, () => ({ type: 'divider' })))],
    [
      'an option of 76 characters',
      message({
        type: 'actions',
        elements: [
          { type: 'static_select', action_id: 'a', options: [{ text: plain('x'.repeat(76)), value: 'a' }] },
        ],
      }),
    ],
    ['a field that Slack does not know', message({ type: 'divider', colour: 'red' })],
    [
      'a picture without alternative text',
      message({ type: 'image', image_url: 'https://example.org/a.png' }),
    ],
  ])('refuses %s', (_, given) => {
    expect(faultsOfMessage(given)).not.toEqual([]);
  });
});

describe('what Slack takes of a view', () => {
  test('takes a form', () => {
    expect(faultsOfView(modal({ blocks: [input], submit: plain('Envoyer') }))).toEqual([]);
  });

  test.each([
    ['a title of 25', modal({ title: plain('x'.repeat(25)) })],
    ['a question without a button to send it', modal({ blocks: [input] })],
    ['101 blocks', modal({ blocks: Array.from({ length: 101 }, () => section('x')) })],
    ['3,001 characters of private metadata', modal({ private_metadata: 'x'.repeat(3001) })],
    ['no title', { type: 'modal', blocks: [section('x')] }],
  ])('refuses %s', (_, given) => {
    expect(faultsOfView(given)).not.toEqual([]);
  });
});
