//! {"$variants": ["disk", "hibernated"]}
import { DurableObject } from 'cloudflare:workers';

export class Subject extends DurableObject {
  alarm() {}

  set(entries) {
    return this.ctx.storage.put(entries);
  }

  sql(text, ...values) {
    return this.ctx.storage.sql.exec(text, ...values).toArray();
  }

  setAlarm(time) {
    return this.ctx.storage.setAlarm(time);
  }

  getAlarm() {
    return this.ctx.storage.getAlarm();
  }

  all() {
    return this.ctx.storage.list();
  }

  clear() {
    return this.ctx.storage.deleteAll();
  }

  bookmark() {
    return this.ctx.storage.getCurrentBookmark();
  }

  bookmarkAt(time) {
    return this.ctx.storage.getBookmarkForTime(time);
  }

  restore(bookmark) {
    return this.ctx.storage.onNextSessionRestoreBookmark(bookmark);
  }

  restart() {
    this.ctx.abort('to restore');
  }
}

/** Restores the object, and gives the bookmark that undoes it. */
async function restored(env, bookmark) {
  const undo = await env.OBJECTS.getByName('one').restore(bookmark);
  await env.OBJECTS.getByName('one').restart().catch(() => {});
  return undo;
}

export async function behaviour(assert, env) {
  const object = () => env.OBJECTS.getByName('one');
  await object().set({ a: 1, b: new Uint8Array(100_000).fill(3) });
  const then = await object().bookmark();
  await object().clear();
  assert.equal((await object().all()).size, 0);
  await restored(env, then);
  const all = await object().all();
  assert.equal(all.get('a'), 1);
  assert.equal(all.get('b').every((byte) => byte === 3), true);
}
