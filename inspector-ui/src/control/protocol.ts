/**
 * The control API, version 1, as the panel reads it. Server and panel come from one build, so the
 * shapes are taken as they are.
 */

export type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json };

export interface ProjectInfo {
  readonly name: string;
  /** The development server's address, once it answers. */
  readonly ready: string | null;
  readonly pid: number;
  readonly workers: readonly WorkerInfo[];
}

export interface WorkerInfo {
  readonly name: string;
  readonly classes: readonly ClassInfo[];
}

export interface ClassInfo {
  readonly className: string;
  readonly storage: 'sqlite' | 'kv';
  readonly bindings: readonly string[];
}

export type ObjectState = 'running' | 'paused' | 'idle' | 'hibernated' | 'stored';

export interface ObjectInfo {
  readonly id: string;
  readonly name: string | null;
  readonly state: ObjectState;
  /** Milliseconds since the epoch. */
  readonly alarm: number | null;
  readonly sockets: number;
}

export interface ObjectDetail extends Omit<ObjectInfo, 'sockets'> {
  readonly sockets: readonly SocketInfo[];
}

export interface SocketInfo {
  readonly tags: readonly string[];
  readonly attachment: string | null;
  readonly accepted: 'hibernatable' | 'regular';
}

export interface StorageEntry {
  readonly key: string;
  readonly type: string;
  readonly preview: string;
  /** Of the serialized value, in bytes. */
  readonly size: number;
}

export interface StoredValue {
  readonly key: string;
  readonly type: string;
  readonly preview: string;
  /** Lossless: what JSON lacks is an object with one `$` tag. */
  readonly value: Json;
}

/** Part of a list; `cursor` asks for the next part. */
export interface Page<T> {
  readonly items: readonly T[];
  readonly cursor: string | null;
}

export interface ClassRef {
  readonly worker: string;
  readonly className: string;
}

export interface ObjectRef extends ClassRef {
  readonly id: string;
}

export type ControlEvent =
  | { readonly type: 'objectsChanged'; readonly worker: string; readonly class: string }
  | { readonly type: 'storageChanged'; readonly worker: string; readonly class: string; readonly id: string }
  | { readonly type: 'reloaded'; readonly worker: string }
  | { readonly type: 'log'; readonly level: string; readonly text: string; readonly worker: string };

/** What can be done to an object, by its name in the API's path. */
export type ObjectAction = 'alarm' | 'hibernate' | 'evict' | 'abort';

/** The clock that the project goes by. */
export interface ClockInfo {
  /** Since the epoch. */
  readonly millis: number;
  readonly frozen: boolean;
}

/** What can be done to the clock. */
export type ClockMove =
  { readonly move: 'freeze' | 'resume' | 'jump' } | { readonly move: 'step'; readonly millis: number };
