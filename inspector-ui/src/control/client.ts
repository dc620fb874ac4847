/** Asks the control API; one method a request. */
import type {
  ClassRef,
  ClockInfo,
  ClockMove,
  Json,
  ObjectAction,
  ObjectDetail,
  ObjectInfo,
  ObjectRef,
  Page,
  ProjectInfo,
  StorageEntry,
  StoredValue,
} from './protocol.ts';

const API_ROOT = 'api/v1';

/** Objects, and keys, that are asked for at once. */
export const PAGE_SIZE = 100;

/** A request that got no answer it wanted; the message is for the user. */
export class ControlError extends Error {
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.name = 'ControlError';
    this.code = code;
  }
}

export interface Control {
  project(): Promise<ProjectInfo>;
  objects(of: ClassRef, cursor: string | null): Promise<Page<ObjectInfo>>;
  object(ref: ObjectRef): Promise<ObjectDetail>;
  storage(ref: ObjectRef, prefix: string, cursor: string | null): Promise<Page<StorageEntry>>;
  value(ref: ObjectRef, key: string): Promise<StoredValue>;
  write(ref: ObjectRef, key: string, value: Json): Promise<void>;
  remove(ref: ObjectRef, key: string): Promise<void>;
  act(ref: ObjectRef, action: ObjectAction): Promise<void>;
  clock(): Promise<ClockInfo>;
  /** Gives the clock as it stands then. */
  moveClock(move: ClockMove): Promise<ClockInfo>;
}

export class ControlClient implements Control {
  readonly #base: URL;
  readonly #token: string;

  /** `base` is the folder of the panel's page: an editor in a browser reaches the server below a path of its own. */
  constructor(base: URL, token: string) {
    this.#base = base;
    this.#token = token;
  }

  project(): Promise<ProjectInfo> {
    return this.#request<ProjectInfo>('GET', '/project');
  }

  async objects(of: ClassRef, cursor: string | null): Promise<Page<ObjectInfo>> {
    const query = pageQuery({ worker: of.worker, class: of.className }, cursor);
    const page = await this.#request<{ objects: ObjectInfo[]; cursor: string | null }>('GET', `/objects?${query}`);
    return { items: page.objects, cursor: page.cursor };
  }

  object(ref: ObjectRef): Promise<ObjectDetail> {
    return this.#request<ObjectDetail>('GET', objectPath(ref));
  }

  async storage(ref: ObjectRef, prefix: string, cursor: string | null): Promise<Page<StorageEntry>> {
    const path = `${objectPath(ref)}/storage?${pageQuery({ prefix }, cursor)}`;
    const page = await this.#request<{ entries: StorageEntry[]; cursor: string | null }>('GET', path);
    return { items: page.entries, cursor: page.cursor };
  }

  value(ref: ObjectRef, key: string): Promise<StoredValue> {
    return this.#request<StoredValue>('GET', keyPath(ref, key));
  }

  async write(ref: ObjectRef, key: string, value: Json): Promise<void> {
    await this.#request('PUT', keyPath(ref, key), { value });
  }

  async remove(ref: ObjectRef, key: string): Promise<void> {
    await this.#request('DELETE', keyPath(ref, key));
  }

  async act(ref: ObjectRef, action: ObjectAction): Promise<void> {
    await this.#request('POST', `${objectPath(ref)}/${action}`);
  }

  clock(): Promise<ClockInfo> {
    return this.#request<ClockInfo>('GET', '/clock');
  }

  moveClock(to: ClockMove): Promise<ClockInfo> {
    const body = to.move === 'step' ? { millis: to.millis } : undefined;
    return this.#request<ClockInfo>('POST', `/clock/${to.move}`, body);
  }

  /** The address of the WebSocket of changes. */
  eventsUrl(): URL {
    const url = new URL(`${API_ROOT}/events`, this.#base);
    url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:';
    url.searchParams.set('token', this.#token);
    return url;
  }

  async #request<T>(method: string, path: string, body?: Json): Promise<T> {
    let response: Response;
    try {
      response = await fetch(new URL(API_ROOT + path, this.#base), {
        method,
        headers: { authorization: `Bearer ${this.#token}` },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
    } catch {
      throw new ControlError('unreachable', 'The project does not answer. Is it still running?');
    }
    const answer = (await response.json()) as unknown;
    if (!response.ok) {
      const { error } = answer as { error: { code: string; message: string } };
      throw new ControlError(error.code, error.message);
    }
    return answer as T;
  }
}

function objectPath(ref: ObjectRef): string {
  return `/objects/${[ref.worker, ref.className, ref.id].map(encodeURIComponent).join('/')}`;
}

function keyPath(ref: ObjectRef, key: string): string {
  return `${objectPath(ref)}/storage/${encodeURIComponent(key)}`;
}

function pageQuery(parameters: Readonly<Record<string, string>>, cursor: string | null): string {
  const query = new URLSearchParams({ ...parameters, limit: String(PAGE_SIZE) });
  if (cursor !== null) {
    query.set('cursor', cursor);
  }
  return query.toString();
}
