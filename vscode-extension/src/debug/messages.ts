/** What the extension makes of the debug adapter's messages, which the editor itself handles. Pure. */

/** `ready`: the development server answers. `pauseChanged`: an object stopped, or goes on. */
export type AdapterNews = 'ready' | 'pauseChanged' | 'other';

interface AdapterEvent {
  readonly type: 'event';
  readonly event: string;
  readonly body?: { readonly output?: unknown };
}

export function readAdapterMessage(message: unknown): AdapterNews {
  if (!isEvent(message)) {
    return 'other';
  }
  switch (message.event) {
    case 'output':
      return /\bReady on https?:\/\//.test(String(message.body?.output ?? '')) ? 'ready' : 'other';
    case 'stopped':
    case 'continued':
      return 'pauseChanged';
    default:
      return 'other';
  }
}

function isEvent(message: unknown): message is AdapterEvent {
  return (
    typeof message === 'object' &&
    message !== null &&
    'type' in message &&
    message.type === 'event' &&
    'event' in message
  );
}
