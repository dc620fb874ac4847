/**
 * Stored values as a tree to unfold: what a line says, and what is beneath it. The one place that
 * knows the tags of the lossless JSON.
 */
import type { Json } from '../control/protocol.ts';

/** What a value is, which its colour shows. */
export type ValueKind = 'string' | 'number' | 'keyword' | 'date' | 'container' | 'reference' | 'bytes' | 'error';

export interface ValueNode {
  readonly kind: ValueKind;
  readonly text: string;
  readonly children: readonly Child[];
}

export interface Child {
  readonly label: string;
  readonly value: Json;
}

/** Bytes of a buffer that its line shows. */
const MAX_BYTES_SHOWN = 32;

type Members = { readonly [name: string]: Json };

export function describe(value: Json): ValueNode {
  if (value === null || typeof value === 'boolean') {
    return leaf('keyword', String(value));
  }
  if (typeof value === 'number') {
    return leaf('number', String(value));
  }
  if (typeof value === 'string') {
    return leaf('string', JSON.stringify(value));
  }
  if (isArray(value)) {
    return container(`Array(${value.length})`, numbered(value));
  }
  const tag = Object.keys(value)[0];
  return tag?.startsWith('$') ? tagged(tag, value[tag] ?? null, value) : plainObject(Object.entries(value));
}

function tagged(tag: string, content: Json, members: Members): ValueNode {
  switch (tag) {
    case '$undefined':
      return leaf('keyword', 'undefined');
    case '$hole':
      return leaf('keyword', 'empty');
    case '$int':
    case '$real':
      return leaf('number', String(content));
    case '$bigint':
      return leaf('number', `${String(content)}n`);
    case '$utf16':
      return leaf('string', JSON.stringify(String.fromCharCode(...(content as number[]))));
    case '$date':
      return leaf('date', dateText(content));
    case '$regexp':
      return leaf('string', `/${describedText(content)}/${String(members['flags'] ?? '')}`);
    case '$boxed':
      return container(`Object(${describe(content).text})`, []);
    case '$object':
      return plainObject(pairs(content).map(([name, value]) => [labelOf(name), value]));
    case '$array':
      return container(`Array(${list(content).length})`, [...numbered(list(content)), ...properties(members)]);
    case '$sparse':
      return container(`Array(${String(content)})`, properties(members));
    case '$map':
      return container(
        `Map(${list(content).length})`,
        pairs(content).map(([key, value]) => ({ label: describe(key).text, value })),
      );
    case '$set':
      return container(`Set(${list(content).length})`, numbered(list(content)));
    case '$buffer':
      return buffer(content);
    case '$view':
      return container(`${String(content)}(${String(members['length'])})`, [
        { label: 'buffer', value: members['buffer'] ?? null },
        { label: 'byteOffset', value: members['offset'] ?? null },
      ]);
    case '$error':
    case '$hostError':
      return error(content, members);
    case '$ref':
      return leaf('reference', `the same as object ${String(content)}`);
    default:
      return leaf('reference', JSON.stringify(members));
  }
}

function leaf(kind: ValueKind, text: string): ValueNode {
  return { kind, text, children: [] };
}

function container(text: string, children: readonly Child[]): ValueNode {
  return { kind: 'container', text, children };
}

function plainObject(entries: readonly (readonly [string, Json])[]): ValueNode {
  const names = entries.map(([name]) => name).join(', ');
  return container(
    entries.length === 0 ? '{}' : `{${names}}`,
    entries.map(([label, value]) => ({ label, value })),
  );
}

function dateText(content: Json): string {
  if (content === null) {
    return 'Invalid Date';
  }
  return new Date(content as number | string).toISOString();
}

function buffer(content: Json): ValueNode {
  const bytes = Uint8Array.from(atob(String(content)), (character) => character.charCodeAt(0));
  const shown = [...bytes.subarray(0, MAX_BYTES_SHOWN)].map((byte) => byte.toString(16).padStart(2, '0'));
  const more = bytes.length > MAX_BYTES_SHOWN ? ' …' : '';
  return leaf('bytes', `ArrayBuffer(${bytes.length})${bytes.length === 0 ? '' : ' '}${shown.join(' ')}${more}`);
}

function error(content: Json, members: Members): ValueNode {
  const name = content === '' ? 'Error' : String(content);
  const message = members['message'];
  const children = ['stack', 'cause', 'properties'].flatMap((label) => {
    const value = members[label];
    return value === undefined ? [] : [{ label, value }];
  });
  return { kind: 'error', text: message === undefined ? name : `${name}: ${describedText(message)}`, children };
}

function describedText(text: Json): string {
  return typeof text === 'string' ? text : describe(text).text;
}

function labelOf(name: Json): string {
  return typeof name === 'string' ? name : describe(name).text;
}

function properties(members: Members): Child[] {
  return pairs(members['properties'] ?? []).map(([name, value]) => ({ label: labelOf(name), value }));
}

function numbered(items: readonly Json[]): Child[] {
  return items.map((value, index) => ({ label: String(index), value }));
}

function list(value: Json): readonly Json[] {
  return isArray(value) ? value : [];
}

function pairs(value: Json): (readonly [Json, Json])[] {
  return list(value).map((pair) => [list(pair)[0] ?? null, list(pair)[1] ?? null]);
}

function isArray(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}
