/**
 * Asks a running project's control API. One method a request; every answer's shape is checked.
 *
 * All failures are {@link ControlError}s: `refused` is the server's own answer, with its code and a
 * message meant for the user; `unreachable` says that nobody listens (the project has ended);
 * `malformed` says that server and extension do not understand each other.
 */
import type { ControlAddress } from './address.ts';
import {
  API_ROOT,
  errorBody,
  objectDetail,
  objectPage,
  projectInfo,
  storagePage,
  storedValue,
  type ClassRef,
  type ObjectDetail,
  type ObjectPage,
  type ObjectRef,
  type ProjectInfo,
  type StoragePage,
  type StoredValue,
} from './protocol.ts';
import { anything, ShapeError, type Decoder } from './shape.ts';

const REQUEST_TIMEOUT_MS = 10_000;

export type ControlErrorKind = 'refused' | 'unreachable' | 'malformed';

export class ControlError extends Error {
  readonly kind: ControlErrorKind;
  readonly code: string;

  constructor(kind: ControlErrorKind, code: string, message: string) {
    super(message);
    this.name = 'ControlError';
    this.kind = kind;
    this.code = code;
  }
}

/** Which part of a long list is wanted. */
export interface Page {
  readonly limit: number;
  readonly cursor: string | null;
}

export class ControlClient {
  readonly address: ControlAddress;

  constructor(address: ControlAddress) {
    this.address = address;
  }

  project(): Promise<ProjectInfo> {
    return this.#get('/project', new URLSearchParams(), projectInfo);
  }

  objects(of: ClassRef, page: Page): Promise<ObjectPage> {
    return this.#get('/objects', query({ worker: of.worker, class: of.className }, page), objectPage);
  }

  object(ref: ObjectRef): Promise<ObjectDetail> {
    return this.#get(objectPath(ref), new URLSearchParams(), objectDetail);
  }

  storage(ref: ObjectRef, page: Page): Promise<StoragePage> {
    return this.#get(`${objectPath(ref)}/storage`, query({}, page), storagePage);
  }

  value(ref: ObjectRef, key: string): Promise<StoredValue> {
    return this.#get(`${objectPath(ref)}/storage/${encodeURIComponent(key)}`, new URLSearchParams(), storedValue);
  }

  fireAlarm(ref: ObjectRef): Promise<void> {
    return this.#post(`${objectPath(ref)}/alarm`);
  }

  hibernate(ref: ObjectRef): Promise<void> {
    return this.#post(`${objectPath(ref)}/hibernate`);
  }

  evict(ref: ObjectRef): Promise<void> {
    return this.#post(`${objectPath(ref)}/evict`);
  }

  /** The address of the storage panel's page. It carries the token: show it, do not log it. */
  panelUrl(): URL {
    return this.#withToken('/');
  }

  /** The address of the WebSocket of changes. */
  eventsUrl(): URL {
    const url = this.#withToken(`${API_ROOT}/events`);
    url.protocol = 'ws:';
    return url;
  }

  #withToken(path: string): URL {
    const url = new URL(path, this.address.url);
    url.searchParams.set('token', this.address.token);
    return url;
  }

  #get<T>(path: string, parameters: URLSearchParams, decode: Decoder<T>): Promise<T> {
    const suffix = parameters.size === 0 ? '' : `?${parameters.toString()}`;
    return this.#request('GET', path + suffix, decode);
  }

  async #post(path: string): Promise<void> {
    await this.#request('POST', path, anything);
  }

  async #request<T>(method: string, path: string, decode: Decoder<T>): Promise<T> {
    const response = await this.#fetch(method, path);
    const body = await readBody(response, path);
    if (!response.ok) {
      throw refusal(response.status, body);
    }
    try {
      return decode(body, path);
    } catch (error) {
      throw malformed(error);
    }
  }

  async #fetch(method: string, path: string): Promise<Response> {
    try {
      return await fetch(new URL(API_ROOT + path, this.address.url), {
        method,
        headers: { authorization: `Bearer ${this.address.token}` },
        signal: AbortSignal.timeout(REQUEST_TIMEOUT_MS),
      });
    } catch (error) {
      const reason = error instanceof Error && error.name === 'TimeoutError' ? 'timeout' : 'noAnswer';
      throw new ControlError('unreachable', reason, `The running project at ${this.address.url} does not answer.`);
    }
  }
}

function objectPath(ref: ObjectRef): string {
  return `/objects/${[ref.worker, ref.className, ref.id].map(encodeURIComponent).join('/')}`;
}

function query(parameters: Readonly<Record<string, string>>, page: Page): URLSearchParams {
  const result = new URLSearchParams({ ...parameters, limit: String(page.limit) });
  if (page.cursor !== null) {
    result.set('cursor', page.cursor);
  }
  return result;
}

async function readBody(response: Response, path: string): Promise<unknown> {
  const text = await response.text();
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw malformed(new ShapeError(path, `JSON (HTTP ${response.status})`, text));
  }
}

function refusal(status: number, body: unknown): ControlError {
  try {
    const { error } = errorBody(body, 'answer');
    return new ControlError('refused', error.code, error.message);
  } catch (error) {
    return malformed(error, `HTTP ${status}: `);
  }
}

function malformed(error: unknown, prefix = ''): ControlError {
  const detail = error instanceof Error ? error.message : String(error);
  return new ControlError(
    'malformed',
    'shape',
    `The running project gave an answer that is not understood. ${prefix}${detail}`,
  );
}
