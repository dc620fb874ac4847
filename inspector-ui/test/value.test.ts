import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Json } from '../src/control/protocol.ts';
import { describe } from '../src/model/value.ts';

/** A value as the tree shows it, unfolded, one line a node. */
function drawn(value: Json, label = '', indent = ''): string {
  const node = describe(value);
  const line = `${indent}${label === '' ? '' : `${label}: `}${node.text}`;
  return [line, ...node.children.map((child) => drawn(child.value, child.label, `${indent}  `))].join('\n');
}

test('shows what JSON has as JSON does', () => {
  assert.equal(
    drawn({ name: 'a"da', tags: [1, true, null], none: {} }),
    `{name, tags, none}
  name: "a\\"da"
  tags: Array(3)
    0: 1
    1: true
    2: null
  none: {}`,
  );
});

test('shows each kind that JSON lacks', () => {
  const kinds: [Json, string][] = [
    [{ $undefined: true }, 'undefined'],
    [{ $real: '-0' }, '-0'],
    [{ $int: 7 }, '7'],
    [{ $bigint: '123' }, '123n'],
    [{ $utf16: [55296] }, '"\\ud800"'],
    [{ $date: 0 }, '1970-01-01T00:00:00.000Z'],
    [{ $date: null }, 'Invalid Date'],
    [{ $regexp: 'a+', flags: 'g' }, '/a+/g'],
    [{ $boxed: 'x' }, 'Object("x")'],
    [{ $buffer: 'AAEC' }, 'ArrayBuffer(3) 00 01 02'],
    [{ $buffer: '' }, 'ArrayBuffer(0)'],
    [{ $ref: 2 }, 'the same as object 2'],
    [{ $unheardOf: 1 }, '{"$unheardOf":1}'],
  ];
  for (const [value, text] of kinds) {
    assert.equal(drawn(value), text);
  }
});

test('unfolds maps, sets, arrays with more, views and errors', () => {
  assert.equal(
    drawn({
      $object: [
        [
          '$m',
          {
            $map: [
              ['ada', 1],
              [{ $date: 0 }, 2],
            ],
          },
        ],
        ['s', { $set: [3] }],
        ['a', { $array: [1, { $hole: true }], properties: [['x', 2]] }],
        ['sparse', { $sparse: 1000, properties: [[999, 5]] }],
        ['v', { $view: 'Uint8Array', buffer: { $buffer: 'AAE=' }, offset: 1, length: 1 }],
        ['e', { $error: 'TypeError', message: 'bad', cause: 4 }],
        ['h', { $hostError: '', message: 'odd', properties: { code: 1 } }],
      ],
    }),
    `{$m, s, a, sparse, v, e, h}
  $m: Map(2)
    "ada": 1
    1970-01-01T00:00:00.000Z: 2
  s: Set(1)
    0: 3
  a: Array(2)
    0: 1
    1: empty
    x: 2
  sparse: Array(1000)
    999: 5
  v: Uint8Array(1)
    buffer: ArrayBuffer(2) 00 01
    byteOffset: 1
  e: TypeError: bad
    cause: 4
  h: Error: odd
    properties: {code}
      code: 1`,
  );
});

test('shows the beginning of many bytes', () => {
  const text = describe({ $buffer: btoa('\0'.repeat(100)) }).text;
  assert.equal(text, `ArrayBuffer(100) ${'00 '.repeat(32)}…`);
});
