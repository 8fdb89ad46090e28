/** Signs by the names Slack gives them: those that people answer with. */
const SIGNS: Readonly<Record<string, string>> = {
  '+1': '👍',
  thumbsup: '👍',
  '-1': '👎',
  thumbsdown: '👎',
  heart: '❤',
  green_heart: '💚',
  '100': '💯',
  white_check_mark: '✅',
  heavy_check_mark: '✔',
  ballot_box_with_check: '☑',
  x: '❌',
  clap: '👏',
  raised_hands: '🙌',
  pray: '🙏',
  ok_hand: '👌',
  ok: '🆗',
  one: '1️⃣',
  two: '2️⃣',
  three: '3️⃣',
  four: '4️⃣',
  five: '5️⃣',
  tada: '🎉',
  smile: '😄',
  slightly_smiling_face: '🙂',
  wink: '😉',
  thinking_face: '🤔',
  eyes: '👀',
  wave: '👋',
  bulb: '💡',
  memo: '📝',
  warning: '⚠',
  question: '❓',
  large_blue_circle: '🔵',
};

const NAMES = new Map(Object.entries(SIGNS).map(([name, sign]) => [sign, name]));

/** null for a sign that has no character here, a workspace's own for instance. */
export const emojiOf = (name: string): string | null =>
  Object.hasOwn(SIGNS, name) ? (SIGNS[name] ?? null) : null;

/** What Slack calls a sign; null when it isn't known here. */
export const nameOf = (emoji: string): string | null =>
  NAMES.get(emoji) ?? NAMES.get(emoji.replace(/[\ufe0f\u{1f3fb}-\u{1f3ff}]/gu, '')) ?? null;
