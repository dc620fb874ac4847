import { Readable, addAbortSignal } from 'node:stream';

export async function behaviour(assert) {
  const stream = new Readable({ read() {} });
  const heard = new Promise((resolve) => stream.on('error', resolve));
  stream.destroy(new RangeError('gone'));
  assert.equal((await heard).message, 'gone');
  assert.equal(stream.destroyed, true);

  const controller = new AbortController();
  const abortable = addAbortSignal(controller.signal, new Readable({ read() {} }));
  const aborted = new Promise((resolve) => abortable.on('error', resolve));
  controller.abort();
  assert.equal((await aborted).name, 'AbortError');
}
