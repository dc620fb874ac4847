import assert from 'node:assert/strict';
import { test } from 'node:test';
import { blockerList, placeOf, placeText, threadOfRow } from '../src/debug/objectTarget.ts';

test("a row of the call stack names its thread in the editor's way", () => {
  assert.deepEqual(threadOfRow({ sessionId: 'a:b', threadId: 'thread:0d1f-22:7' }), { threadId: 7 });
  assert.equal(threadOfRow({ sessionId: 'a' }), undefined);
  assert.equal(threadOfRow({ threadId: 'thread:a:x' }), undefined);
  assert.equal(threadOfRow(undefined), undefined);
});

test('a blocker leads to the line that began it, if it has one', () => {
  const answer = {
    blockers: [
      { kind: 'timer', text: 'a timer', source: { name: 'room.ts', path: '/p/src/room.ts' }, line: 12, column: 5 },
      { kind: 'event', text: 'an event is in progress: fetch' },
    ],
  };
  const [timer, event] = blockerList(answer, 'answer').blockers;
  assert.ok(timer !== undefined && event !== undefined);
  const place = placeOf(timer);
  assert.deepEqual(place, { path: '/p/src/room.ts', line: 12, column: 5 });
  assert.equal(
    placeText(place, (path) => path.slice('/p/'.length)),
    'src/room.ts:12',
  );
  assert.equal(placeOf(event), undefined);
});

test('an answer of another shape is refused, with the place that is wrong', () => {
  assert.throws(() => blockerList({ blockers: [{ kind: 'timer' }] }, 'answer'), /answer\.blockers\[0\]\.text/);
});
