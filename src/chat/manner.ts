/** How a document is told where it is not simply posted at the end of its conversation. JSON, stored with it. */

/** The message a thread hangs on: what an earlier delivery of that conversation posted, or somebody's message. */
export type Root = { readonly delivery: string } | { readonly message: string };

export interface Thread {
  readonly root: Root;
  /** Said before the text where the chat has no threads; '' for nothing. */
  readonly name: string;
}

export type Manner =
  /** `asked`: said in the direct conversation, and asked in that room: the way to it is shown there. */
  | { readonly as: 'post'; readonly thread?: Thread; readonly pin?: true; readonly asked?: string }
  /** In the place of what that delivery posted; one that waits gives way to a newer one of the same. */
  | { readonly as: 'edit'; readonly of: string }
  /** For the eyes of one person of the room, by their user id; of a direct conversation, in that room (`in`), where they asked. */
  | { readonly as: 'whisper'; readonly to: string; readonly thread?: Thread; readonly in?: string }
  /** A sign on a message, by its reference; the document says the same in words. */
  | {
      readonly as: 'sign';
      readonly on: string;
      readonly emoji: string;
      readonly thread?: Thread;
    };

/** The delivery whose message it hangs on or changes; null when it needs none. */
export function anchorOf(manner: Manner | undefined): string | null {
  if (manner === undefined) return null;
  if (manner.as === 'edit') return manner.of;
  return manner.thread !== undefined && 'delivery' in manner.thread.root ? manner.thread.root.delivery : null;
}
