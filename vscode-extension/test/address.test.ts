import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readControlAddress, readControlFile } from '../src/control/address.ts';

test('reads the control file', () => {
  assert.deepEqual(readControlFile('{"url":"http://127.0.0.1:9000/","token":"t","pid":7}'), {
    url: 'http://127.0.0.1:9000',
    token: 't',
    pid: 7,
  });
});

test('a token goes to this machine only', () => {
  for (const url of ['http://example.com:9000', 'https://127.0.0.1:9000', 'http://127.0.0.1.example.com', 'nonsense']) {
    assert.throws(() => readControlAddress({ url, token: 't' }), /url: expected an http address on this machine/, url);
  }
  for (const url of ['http://127.0.0.1:9000', 'http://localhost:9000', 'http://[::1]:9000']) {
    assert.equal(readControlAddress({ url, token: 't' }).url, url);
  }
});

test('a half-written control file is refused with the reason', () => {
  assert.throws(() => readControlFile('{"url":"http://127'), /expected JSON/);
  assert.throws(
    () => readControlFile('{"url":"http://127.0.0.1:1"}'),
    /control\.json\.token: expected a string, got nothing/,
  );
});
