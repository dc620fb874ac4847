import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ControlError, type Control } from '../src/control/client.ts';
import type { ClockInfo, ClockMove, Json, ObjectDetail, ObjectRef } from '../src/control/protocol.ts';
import { Panel } from '../src/model/panel.ts';

const ROOM = { worker: 'chat', className: 'Room' };
const LOBBY: ObjectRef = { ...ROOM, id: 'aa' };

/** A project in memory that counts how often it is asked for its objects. */
class FakeControl implements Control {
  readonly done: string[] = [];
  readonly stored = new Map<string, Json>([
    ['count', 3],
    ['name', 'lobby'],
  ]);
  lists = 0;
  refusal: ControlError | null = null;
  detail: ObjectDetail | null = { id: 'aa', name: 'lobby', state: 'idle', alarm: null, sockets: [] };

  async project() {
    return {
      name: 'chat',
      ready: null,
      pid: 1,
      workers: [{ name: 'chat', classes: [{ className: 'Room', storage: 'sqlite' as const, bindings: ['ROOMS'] }] }],
    };
  }

  async objects(_of: unknown, cursor: string | null) {
    this.lists += 1;
    const id = cursor === null ? 'aa' : 'bb';
    const object = { id, name: null, state: 'idle' as const, alarm: null, sockets: 0 };
    return { items: [object], cursor: cursor === null ? 'aa' : null };
  }

  async object() {
    if (this.detail === null) {
      throw new ControlError('no-such-object', 'gone');
    }
    return this.detail;
  }

  async storage(_ref: ObjectRef, prefix: string) {
    const keys = [...this.stored.keys()].filter((key) => key.startsWith(prefix));
    return { items: keys.map((key) => ({ key, type: 'number', preview: '', size: 4 })), cursor: null };
  }

  async value(_ref: ObjectRef, key: string) {
    const value = this.stored.get(key);
    if (value === undefined) {
      throw new ControlError('no-such-key', 'gone');
    }
    return { key, type: 'number', preview: '', value };
  }

  async write(_ref: ObjectRef, key: string, value: Json) {
    this.stored.set(key, value);
  }

  async remove(_ref: ObjectRef, key: string) {
    this.stored.delete(key);
  }

  time: ClockInfo = { millis: 0, frozen: false };

  async clock() {
    return this.time;
  }

  async moveClock(to: ClockMove) {
    if (this.refusal !== null) {
      throw this.refusal;
    }
    const millis = this.time.millis + (to.move === 'step' ? to.millis : 0);
    this.time = { millis, frozen: to.move === 'freeze' || (to.move === 'step' && this.time.frozen) };
    this.done.push(to.move);
    return this.time;
  }

  async act(ref: ObjectRef, action: string) {
    if (this.refusal !== null) {
      throw this.refusal;
    }
    this.done.push(`${action} ${ref.id}`);
  }
}

async function opened() {
  const control = new FakeControl();
  const panel = new Panel(control, () => undefined);
  await panel.connected();
  return { control, panel };
}

test('opens with the first class and its objects', async () => {
  const { panel } = await opened();
  assert.equal(panel.state.connection, 'live');
  assert.deepEqual(panel.state.classRef, ROOM);
  assert.deepEqual(
    panel.state.objects?.items.map(({ id }) => id),
    ['aa'],
  );
});

test('adds the next objects to those that are there', async () => {
  const { panel } = await opened();
  await panel.moreObjects();
  assert.deepEqual(
    panel.state.objects?.items.map(({ id }) => id),
    ['aa', 'bb'],
  );
  assert.equal(panel.state.objects?.cursor, null);
  await panel.changed({ type: 'objectsChanged', worker: 'chat', class: 'Room' });
  assert.deepEqual(
    panel.state.objects?.items.map(({ id }) => id),
    ['aa', 'bb'],
  );
});

test('shows an object, its keys and a value, and follows changes', async () => {
  const { control, panel } = await opened();
  await panel.openObject(LOBBY);
  await panel.openKey('count');
  assert.equal(panel.state.object?.value?.value, 3);
  control.stored.set('count', 4);
  await panel.changed({ type: 'storageChanged', ...ROOM, class: 'Room', id: 'aa' });
  assert.equal(panel.state.object?.value?.value, 4);
});

test('does not read for changes that are not on the screen', async () => {
  const { control, panel } = await opened();
  const before = control.lists;
  await panel.changed({ type: 'objectsChanged', worker: 'chat', class: 'Other' });
  await panel.changed({ type: 'storageChanged', worker: 'chat', class: 'Room', id: 'zz' });
  assert.equal(control.lists, before);
});

test('reads twice, not a hundred times, for a burst of changes', async () => {
  const { control, panel } = await opened();
  const before = control.lists;
  const change = { type: 'objectsChanged', worker: 'chat', class: 'Room' } as const;
  await Promise.all(Array.from({ length: 100 }, () => panel.changed(change)));
  assert.equal(control.lists, before + 2);
});

test('filters keys by their beginning', async () => {
  const { panel } = await opened();
  await panel.openObject(LOBBY);
  await panel.filterKeys('na');
  assert.deepEqual(
    panel.state.object?.entries?.items.map(({ key }) => key),
    ['name'],
  );
});

test('acts on the open object, and says why it could not', async () => {
  const { control, panel } = await opened();
  await panel.openObject(LOBBY);
  await panel.act('hibernate');
  assert.deepEqual(control.done, ['hibernate aa']);
  assert.equal(panel.state.problem, null);
  control.refusal = new ControlError('object-paused', 'It is paused');
  await panel.act('evict');
  assert.equal(panel.state.problem, 'It is paused');
});

test('aborts the open object', async () => {
  const { control, panel } = await opened();
  await panel.openObject(LOBBY);
  await panel.act('abort');
  assert.deepEqual(control.done, ['abort aa']);
});

test('shows the clock, moves it, and says why it could not', async () => {
  const { control, panel } = await opened();
  assert.deepEqual(panel.state.clock, { millis: 0, frozen: false });
  await panel.moveClock({ move: 'freeze' });
  await panel.moveClock({ move: 'step', millis: 60_000 });
  assert.deepEqual(panel.state.clock, { millis: 60_000, frozen: true });
  control.refusal = new ControlError('no-alarm', 'No alarm waits.');
  await panel.moveClock({ move: 'jump' });
  assert.equal(panel.state.problem, 'No alarm waits.');
  assert.deepEqual(panel.state.clock, { millis: 60_000, frozen: true });
  control.refusal = null;
  await panel.moveClock({ move: 'resume' });
  assert.equal(panel.state.clock?.frozen, false);
  assert.equal(panel.state.problem, null);
});

test('writes and removes a key', async () => {
  const { panel } = await opened();
  await panel.openObject(LOBBY);
  await panel.openKey('count');
  await panel.writeKey('count', { $bigint: '9' });
  assert.deepEqual(panel.state.object?.value?.value, { $bigint: '9' });
  await panel.removeKey('count');
  assert.equal(panel.state.object?.key, null);
  assert.deepEqual(
    panel.state.object?.entries?.items.map(({ key }) => key),
    ['name'],
  );
});

test('an object that is gone is shown as gone, not as a problem', async () => {
  const { control, panel } = await opened();
  await panel.openObject(LOBBY);
  control.detail = null;
  await panel.changed({ type: 'objectsChanged', worker: 'chat', class: 'Room' });
  assert.equal(panel.state.object?.detail, null);
  assert.equal(panel.state.problem, null);
});

test('an answer that comes too late for what is on the screen is dropped', async () => {
  const { control, panel } = await opened();
  let answer = (): void => undefined;
  const slow = new Promise<void>((resolve) => {
    answer = resolve;
  });
  const storage = control.storage.bind(control);
  control.storage = async (ref, prefix) => {
    if (ref.id === 'aa') {
      await slow;
    }
    return storage(ref, prefix);
  };
  const first = panel.openObject(LOBBY);
  const second = panel.openObject({ ...ROOM, id: 'bb' });
  answer();
  await Promise.all([first, second]);
  assert.equal(panel.state.object?.ref.id, 'bb');
  assert.notEqual(panel.state.object?.entries, null);
});
