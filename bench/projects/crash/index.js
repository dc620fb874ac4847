import { DurableObject } from 'cloudflare:workers';

/** How far ahead alarms are set: some are due before the process is killed, most are not. */
const ALARM_MILLIS = 250;

/**
 * Writes the same number to many places without a pause: keys, a row, and an alarm that is to move
 * it on. So there is one write, and all of it must be there or nothing.
 */
export class Ledger extends DurableObject {
  constructor(ctx, env) {
    super(ctx, env);
    ctx.storage.sql.exec('CREATE TABLE IF NOT EXISTS entries (n INTEGER PRIMARY KEY, text TEXT)');
    ctx.storage.sql.exec('CREATE TABLE IF NOT EXISTS alarms (n INTEGER PRIMARY KEY, ran INTEGER NOT NULL DEFAULT 0)');
  }

  write(n) {
    this.ctx.storage.put('left', n);
    this.ctx.storage.sql.exec('INSERT INTO entries VALUES (?, ?)', n, `${n} `.repeat(n % 200));
    this.ctx.storage.put({ right: n, [`key ${n % 50}`]: n });
    this.ctx.storage.sql.exec('INSERT INTO alarms (n) VALUES (?)', n);
    this.ctx.storage.setAlarm(Date.now() + ALARM_MILLIS);
    return n;
  }

  alarm() {
    this.ctx.storage.sql.exec('UPDATE alarms SET ran = ran + 1 WHERE ran = 0');
  }

  async state() {
    const { sql } = this.ctx.storage;
    const { entries, last } = sql.exec('SELECT count(*) AS entries, coalesce(max(n), 0) AS last FROM entries').one();
    const texts = sql.exec("SELECT count(*) AS n FROM entries WHERE length(text) <> (n % 200) * (length(n) + 1)").one().n;
    return {
      left: (await this.ctx.storage.get('left')) ?? 0,
      right: (await this.ctx.storage.get('right')) ?? 0,
      key: last === 0 ? 0 : await this.ctx.storage.get(`key ${last % 50}`),
      entries,
      last,
      wrongTexts: texts,
      alarmsSet: sql.exec('SELECT count(*) AS n FROM alarms').one().n,
      alarmsWaiting: sql.exec('SELECT count(*) AS n FROM alarms WHERE ran = 0').one().n,
      alarm: await this.ctx.storage.getAlarm(),
      check: sql.exec('PRAGMA quick_check').one().quick_check,
    };
  }
}

/** Counts in the key-value way: it reads, and it writes what is one more. */
export class Counter extends DurableObject {
  async write() {
    const n = ((await this.ctx.storage.get('n')) ?? 0) + 1;
    await this.ctx.storage.put('n', n);
    await this.ctx.storage.put(`at ${n % 100}`, n);
    return n;
  }

  async state() {
    const n = (await this.ctx.storage.get('n')) ?? 0;
    return { n, at: n === 0 ? 0 : await this.ctx.storage.get(`at ${n % 100}`) };
  }
}

export default {
  async fetch(request, env) {
    const [, kind, name, action, n] = new URL(request.url).pathname.split('/');
    if (kind === '') return new Response('ready');
    const stub = env[kind].getByName(name);
    return Response.json(await (action === 'write' ? stub.write(Number(n)) : stub.state()));
  },
};
