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
  await object().sql('CREATE TABLE t (x)');
  for (let i = 0; i < 50; i++) await object().sql('INSERT INTO t VALUES (?)', 'row '.repeat(100) + i);
  await object().set({ n: 50 });
  const then = await object().bookmark();
  await object().sql('DELETE FROM t WHERE rowid % 2');
  await object().sql('CREATE TABLE u (y)');
  await object().set({ n: 25 });
  await restored(env, then);
  assert.deepEqual(await object().sql('SELECT count(*) AS n, count(DISTINCT x) AS d FROM t'), [{ n: 50, d: 50 }]);
  assert.deepEqual(await object().sql("SELECT name FROM sqlite_schema WHERE name = 'u'"), []);
  assert.equal((await object().all()).get('n'), 50);
}
