/**
 * How a row of the objects tree looks: pure data, in words of the editor's icon and colour names.
 * `context` is what package.json's `when` clauses look at to offer commands.
 */
import type { ObjectInfo, ObjectState, SocketInfo } from '../control/protocol.ts';
import { shownAddress } from '../projects/projects.ts';
import type { NodeContent, ObjectNode } from './nodes.ts';

export interface Icon {
  readonly id: string;
  readonly color: string | undefined;
}

export interface Appearance {
  readonly label: string;
  readonly description: string;
  readonly tooltip: string;
  readonly icon: Icon;
  readonly context: string;
  /** How the row shows at first: open, closed, or without children at all. */
  readonly open: 'open' | 'closed' | 'leaf';
}

const ID_DIGITS_SHOWN = 12;

const STATE_ICONS: Readonly<Record<ObjectState, Icon>> = {
  running: { id: 'circle-filled', color: 'charts.green' },
  paused: { id: 'debug-pause', color: 'charts.yellow' },
  idle: { id: 'circle-outline', color: 'charts.green' },
  hibernated: { id: 'color-mode', color: 'charts.blue' },
  stored: { id: 'database', color: undefined },
};

const STATE_MEANINGS: Readonly<Record<ObjectState, string>> = {
  running: 'running: an event is being handled',
  paused: 'paused by the debugger',
  idle: 'idle: in memory, waiting for events',
  hibernated: 'hibernated: its sockets are held, the object is not in memory',
  stored: 'stored: on disk only',
};

/** The name it was made from, else the beginning of its id. */
export function objectLabel(object: { readonly id: string; readonly name: string | null }): string {
  return object.name ?? `${object.id.slice(0, ID_DIGITS_SHOWN)}…`;
}

export function appearanceOf(content: NodeContent, now: Date): Appearance {
  switch (content.kind) {
    case 'worker':
      return {
        label: content.worker.name,
        description: shownAddress(content.project),
        tooltip: `Worker ${content.worker.name} of project ${content.project.info.name}, ${shownAddress(content.project)}`,
        icon: plainIcon('server-process'),
        context: 'worker',
        open: 'open',
      };
    case 'class':
      return {
        label: content.className,
        description: content.bindings.map((binding) => `env.${binding}`).join(', '),
        tooltip: `Durable Object class ${content.className}, ${content.storage === 'sqlite' ? 'SQLite' : 'key-value'} storage`,
        icon: plainIcon('symbol-class'),
        context: 'class',
        open: 'open',
      };
    case 'object':
      return objectAppearance(content, now);
    case 'alarm':
      return {
        label: 'Alarm',
        description: describeTime(content.at, now),
        tooltip: new Date(content.at).toISOString(),
        icon: plainIcon('bell'),
        context: 'alarm',
        open: 'leaf',
      };
    case 'sockets':
      return {
        label: 'WebSockets',
        description: String(content.sockets.length),
        tooltip: `${content.sockets.length} connected`,
        icon: plainIcon('plug'),
        context: 'sockets',
        open: 'closed',
      };
    case 'socket':
      return {
        label: socketLabel(content.socket),
        description: content.socket.attachment ?? '',
        tooltip:
          content.socket.accepted === 'hibernatable'
            ? 'Hibernatable WebSocket'
            : 'WebSocket (keeps its object in memory)',
        icon: plainIcon('plug'),
        context: 'socket',
        open: 'leaf',
      };
    case 'key':
      return {
        label: content.entry.key,
        description: content.entry.preview,
        tooltip: `${content.entry.key}: ${content.entry.type}, ${count(content.entry.size, 'byte')}`,
        icon: plainIcon('key'),
        context: 'key',
        open: 'leaf',
      };
    case 'more':
      return {
        label: 'Load more…',
        description: '',
        tooltip: 'Show the next part of this list',
        icon: plainIcon('ellipsis'),
        context: 'more',
        open: 'leaf',
      };
    case 'problem':
      return {
        label: content.message,
        description: '',
        tooltip: content.message,
        icon: { id: 'warning', color: 'problemsWarningIcon.foreground' },
        context: 'problem',
        open: 'leaf',
      };
  }
}

function objectAppearance({ object, ref }: ObjectNode, now: Date): Appearance {
  const facts = [
    object.state,
    ...(object.sockets === 0 ? [] : [count(object.sockets, 'socket')]),
    ...(object.alarm === null ? [] : [`alarm ${describeTime(object.alarm, now)}`]),
  ];
  return {
    label: objectLabel(object),
    description: facts.join(' · '),
    tooltip: [
      `${ref.className} ${object.name === null ? '' : JSON.stringify(object.name)}`.trim(),
      object.id,
      STATE_MEANINGS[object.state],
    ].join('\n'),
    icon: STATE_ICONS[object.state],
    context: objectContext(object),
    open: 'closed',
  };
}

/** Which commands make sense: `live` can be evicted, `awake` hibernated, `alarm` fired. */
function objectContext(object: ObjectInfo): string {
  const traits = [
    'object',
    object.state,
    ...(object.state === 'stored' ? [] : ['live']),
    ...(object.state === 'stored' || object.state === 'hibernated' ? [] : ['awake']),
    ...(object.alarm === null ? [] : ['alarm']),
  ];
  return traits.join(' ');
}

function socketLabel(socket: SocketInfo): string {
  return socket.tags.length === 0 ? '(no tags)' : socket.tags.join(', ');
}

/** The time of day; with its date, unless it is today. */
function describeTime(at: number, now: Date): string {
  const date = new Date(at);
  const time = date.toLocaleTimeString('en-GB');
  return date.toDateString() === now.toDateString() ? time : `${date.toLocaleDateString('en-CA')} ${time}`;
}

function count(amount: number, noun: string): string {
  return `${amount} ${noun}${amount === 1 ? '' : 's'}`;
}

function plainIcon(id: string): Icon {
  return { id, color: undefined };
}
