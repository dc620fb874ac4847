/**
 * The control API, version 1, as this extension reads it: JSON over HTTP on loopback, and one
 * WebSocket of changes. Each message is declared once, as a decoder; its type follows from it.
 */
import { anything, listOf, nullable, number, oneOf, recordOf, ShapeError, string, type Decoded } from './shape.ts';

export const API_ROOT = '/api/v1';

const classInfo = recordOf({
  className: string,
  storage: oneOf('sqlite', 'kv'),
  bindings: listOf(string),
});

const workerInfo = recordOf({
  name: string,
  classes: listOf(classInfo),
});

/** `GET /project`: `ready` is the development server's address, once it answers. */
export const projectInfo = recordOf({
  name: string,
  ready: nullable(string),
  pid: number,
  workers: listOf(workerInfo),
});

const objectFields = {
  id: string,
  name: nullable(string),
  state: oneOf('running', 'paused', 'idle', 'hibernated', 'stored'),
  alarm: nullable(number),
};

const objectInfo = recordOf({ ...objectFields, sockets: number });

/** `GET /objects`. */
export const objectPage = recordOf({
  objects: listOf(objectInfo),
  cursor: nullable(string),
});

const socketInfo = recordOf({
  tags: listOf(string),
  attachment: nullable(string),
  accepted: oneOf('hibernatable', 'regular'),
});

/** `GET /objects/{worker}/{class}/{id}`. */
export const objectDetail = recordOf({ ...objectFields, sockets: listOf(socketInfo) });

const storageEntry = recordOf({
  key: string,
  type: string,
  preview: string,
  size: number,
});

/** `GET …/storage`. */
export const storagePage = recordOf({
  entries: listOf(storageEntry),
  cursor: nullable(string),
});

/** `GET …/storage/{key}`: `value` is lossless JSON in which every kind JSON lacks carries a tag. */
export const storedValue = recordOf({
  key: string,
  type: string,
  preview: string,
  value: anything,
});

/** The body of every answer that is not a success. */
export const errorBody = recordOf({
  error: recordOf({ code: string, message: string }),
});

export type ProjectInfo = Decoded<typeof projectInfo>;
export type WorkerInfo = Decoded<typeof workerInfo>;
export type ClassInfo = Decoded<typeof classInfo>;
export type ObjectInfo = Decoded<typeof objectInfo>;
export type ObjectPage = Decoded<typeof objectPage>;
export type ObjectState = ObjectInfo['state'];
export type ObjectDetail = Decoded<typeof objectDetail>;
export type SocketInfo = Decoded<typeof socketInfo>;
export type StorageEntry = Decoded<typeof storageEntry>;
export type StoragePage = Decoded<typeof storagePage>;
export type StoredValue = Decoded<typeof storedValue>;

/** Names one class of one worker. */
export interface ClassRef {
  readonly worker: string;
  readonly className: string;
}

/** Names one object. */
export interface ObjectRef extends ClassRef {
  readonly id: string;
}

/** What the server says on the WebSocket; the kinds a tree of objects can do something about. */
export type ControlEvent =
  | { readonly type: 'objectsChanged'; readonly worker: string; readonly className: string }
  | { readonly type: 'storageChanged'; readonly worker: string; readonly className: string; readonly id: string }
  | { readonly type: 'reloaded'; readonly worker: string };

const eventType = recordOf({ type: string });
const objectsChanged = recordOf({ worker: string, class: string });
const storageChanged = recordOf({ worker: string, class: string, id: string });
const reloaded = recordOf({ worker: string });

/** Reads one message; `undefined` for a kind that is none of this extension's concern. */
export function readEvent(text: string): ControlEvent | undefined {
  const value = parseJson(text);
  switch (eventType(value, 'event').type) {
    case 'objectsChanged': {
      const event = objectsChanged(value, 'event');
      return { type: 'objectsChanged', worker: event.worker, className: event.class };
    }
    case 'storageChanged': {
      const event = storageChanged(value, 'event');
      return { type: 'storageChanged', worker: event.worker, className: event.class, id: event.id };
    }
    case 'reloaded':
      return { type: 'reloaded', worker: reloaded(value, 'event').worker };
    default:
      return undefined;
  }
}

export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new ShapeError('message', 'JSON', text);
  }
}
