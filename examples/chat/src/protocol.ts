/** What passes between a visitor and a room, as JSON texts on the WebSocket. */

/** A message of a room's history. `time` is in milliseconds and grows from message to message. */
export interface Message {
  readonly sender: string;
  readonly text: string;
  readonly time: number;
}

/** From the room. */
export type RoomEvent =
  | { readonly type: 'welcome'; readonly present: string[]; readonly history: Message[] }
  | { readonly type: 'joined'; readonly name: string }
  | { readonly type: 'left'; readonly name: string }
  | { readonly type: 'message'; readonly message: Message }
  | { readonly type: 'refused'; readonly reason: string };

export const MAX_NAME_LENGTH = 32;
export const MAX_TEXT_LENGTH = 1_000;

/** The text that a visitor sent as `{"text": …}`, or why it is none. */
export function readText(sent: string | ArrayBuffer): { readonly text: string } | { readonly refusal: string } {
  let value: unknown;
  try {
    value = typeof sent === 'string' ? JSON.parse(sent) : undefined;
  } catch {
    value = undefined;
  }
  if (typeof value !== 'object' || value === null || !('text' in value) || typeof value.text !== 'string') {
    return { refusal: 'A message looks like {"text": "Hello"}.' };
  }
  const text = value.text.trim();
  if (text === '') return { refusal: 'A message needs a text.' };
  if (text.length > MAX_TEXT_LENGTH) return { refusal: `A message has at most ${MAX_TEXT_LENGTH} characters.` };
  return { text };
}
