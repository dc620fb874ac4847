import assert from 'node:assert/strict';
import { test } from 'node:test';
import { problemText, valueText } from '../src/objects/valueText.ts';
import { framePage } from '../src/panel/page.ts';

test('a value is shown as JSON below a heading', () => {
  const value = { key: 'config\n', type: 'Object', preview: '{a: 1,\n b: 2}', value: { a: 1, b: 2 } };
  assert.equal(
    valueText(value, { className: 'ChatRoom', object: 'lobby' }),
    ['// "config\\n" of ChatRoom lobby', '// Object: {a: 1, b: 2}', '{', '  "a": 1,', '  "b": 2', '}', ''].join('\n'),
  );
});

test('a problem stays a comment, whatever its text', () => {
  assert.equal(problemText('gone\nalert()'), '// gone alert()\n');
});

test("the frame lets in the panel's origin alone, and the token cannot break out of the attribute", () => {
  const html = framePage(new URL('http://127.0.0.1:9000/?token=a&x="><script>'), 'nonce');
  assert.match(html, /default-src 'none'; frame-src http:\/\/127\.0\.0\.1:9000;/);
  assert.doesNotMatch(html, /<script/);
  assert.match(html, /src="http:\/\/127\.0\.0\.1:9000\/\?token=a&amp;x=/);
});
