import { DurableObject } from "cloudflare:workers";
import { difference } from "./same.js";
import { specimens } from "./specimens.mjs";

/** Far enough away never to be due: 2100-01-01. */
const ALARM_AT = Date.UTC(2100, 0, 1);

/** What the wire format's own specimens leave out: sizes. */
const LARGE = [
  { name: "large one byte", make: () => "é".repeat(100_000) },
  { name: "large two byte", make: () => "日本\ud83d\ude00".repeat(10_000) },
  { name: "large buffer", make: () => Uint8Array.from({ length: 100_000 }, (_, i) => i).buffer },
  { name: "large array", make: () => Array.from({ length: 10_000 }, (_, i) => i * 0.5) },
  { name: "deep", make: () => Array.from({ length: 200 }).reduce((inner) => ({ inner }), null) },
];

const VALUES = [...specimens, ...LARGE];

/** Keys that are harder to keep than words. */
const KEYS = ["key:a\u0000b", "key: ", "key:'\"\\", "key:日本", "key:\u{1F600}", `key:${"k".repeat(2000)}`];

const ROWS = [
  [1, "text", 1.5, null, [0, 255]],
  [-(2 ** 53) + 1, "", -0.25, null, []],
  [2, "line\nbreak 日本 \u{1F600}", 1e300, "x", [1, 2, 3]],
];

const TEXTS = ["the quick brown fox", "jumps over", "the lazy dog"];

const inventory = (cursor) => cursor.toArray().map((row) => Object.values(row).map((cell) => (cell instanceof ArrayBuffer ? [...new Uint8Array(cell)] : cell)));

class Keeper extends DurableObject {
  async write() {
    for (const { name, make } of VALUES) await this.ctx.storage.put(name, make());
    for (const key of KEYS) await this.ctx.storage.put(key, key);
    await this.ctx.storage.put("gone", true);
    await this.ctx.storage.delete("gone");
    await this.ctx.storage.setAlarm(ALARM_AT);
  }

  /** What is not as it was written. */
  async read(name) {
    const found = [];
    const expect = (actual, expected, what) => {
      const where = difference(actual, expected);
      if (where !== undefined) found.push(`${what}: ${where}`);
    };
    for (const { name: key, make } of VALUES) expect(await this.ctx.storage.get(key), structuredClone(make()), key);
    for (const key of KEYS) expect(await this.ctx.storage.get(key), key, JSON.stringify(key));
    expect([...(await this.ctx.storage.list()).keys()].length, VALUES.length + KEYS.length, "number of keys");
    expect(await this.ctx.storage.getAlarm(), ALARM_AT, "alarm");
    expect(this.ctx.id.name, name, "name");
    return found;
  }

  alarm() {}
}

export class LegacyVault extends Keeper {}

export class Vault extends Keeper {
  async write() {
    await super.write();
    const sql = this.ctx.storage.sql;
    sql.exec("CREATE TABLE items(id INTEGER PRIMARY KEY, text TEXT NOT NULL, amount REAL, note, bytes BLOB, twice AS (id * 2))");
    sql.exec("CREATE INDEX by_text ON items(text)");
    sql.exec("CREATE TABLE pairs(a, b, PRIMARY KEY (a, b)) WITHOUT ROWID");
    sql.exec("CREATE TABLE counted(id INTEGER PRIMARY KEY AUTOINCREMENT, at INTEGER)");
    sql.exec("CREATE TRIGGER count AFTER INSERT ON pairs BEGIN INSERT INTO counted(at) VALUES (new.a); END");
    sql.exec("CREATE VIEW amounts AS SELECT amount FROM items ORDER BY id");
    sql.exec("CREATE VIRTUAL TABLE texts USING fts5(body, tokenize = 'porter unicode61')");
    sql.exec("CREATE VIRTUAL TABLE boxes USING rtree(id, x0, x1)");
    for (const [id, text, amount, note, bytes] of ROWS) {
      sql.exec("INSERT INTO items VALUES (?, ?, ?, ?, ?)", id, text, amount, note, new Uint8Array(bytes));
    }
    for (let i = 0; i < 100; i++) sql.exec("INSERT INTO pairs VALUES (?, ?)", i, `pair ${i}`);
    sql.exec("DELETE FROM counted WHERE id > 90");
    for (const text of TEXTS) sql.exec("INSERT INTO texts VALUES (?)", text);
    sql.exec("INSERT INTO boxes VALUES (1, 0, 10), (2, 20, 30)");
  }

  async read(name) {
    const found = await super.read(name);
    const ask = (query, expected) => {
      const where = difference(inventory(this.ctx.storage.sql.exec(query)), expected);
      if (where !== undefined) found.push(`${query}: ${where}`);
    };
    ask("SELECT id, text, amount, note, bytes FROM items ORDER BY id", ROWS.toSorted((a, b) => a[0] - b[0]));
    ask("SELECT twice FROM items WHERE text = 'text'", [[2]]);
    ask("SELECT count(*), sum(a), max(b) FROM pairs", [[100, 4950, "pair 99"]]);
    ask("SELECT count(*), max(id) FROM counted", [[90, 90]]);
    ask("SELECT amount FROM amounts", [[-0.25], [1.5], [1e300]]);
    ask("SELECT body FROM texts WHERE texts MATCH 'jump OR quickly' ORDER BY rowid", [[TEXTS[1]]]);
    ask("SELECT body FROM texts WHERE texts MATCH 'the' ORDER BY rowid", [[TEXTS[0]], [TEXTS[2]]]);
    ask("SELECT id FROM boxes WHERE x0 > 15", [[2]]);
    ask("SELECT name FROM sqlite_master WHERE type IN ('index', 'trigger', 'view') AND name NOT LIKE 'sqlite_%' ORDER BY name", [["amounts"], ["by_text"], ["count"]]);
    return found;
  }

  keep(key, value) {
    return this.ctx.storage.put(key, value);
  }

  tell(key) {
    return this.ctx.storage.get(key);
  }
}

const NAMES = ["lobby", "späti/ö ?#"];

export default {
  /** `/write` fills the objects; `/read` answers with all that is not as it was written. */
  async fetch(request, env) {
    const index = env.VAULTS.getByName("index");
    if (new URL(request.url).pathname === "/write") {
      for (const name of NAMES) {
        await env.VAULTS.getByName(name).write();
        await env.LEGACY.getByName(name).write();
      }
      const id = env.VAULTS.newUniqueId();
      await env.VAULTS.get(id).write();
      await index.keep("unique", id.toString());
      return Response.json({ values: VALUES.length });
    }
    const found = [];
    for (const name of NAMES) {
      found.push(...(await env.VAULTS.getByName(name).read(name)).map((each) => `Vault ${name}: ${each}`));
      found.push(...(await env.LEGACY.getByName(name).read(name)).map((each) => `LegacyVault ${name}: ${each}`));
    }
    const id = env.VAULTS.idFromString(await index.tell("unique"));
    found.push(...(await env.VAULTS.get(id).read(undefined)).map((each) => `Vault without a name: ${each}`));
    return Response.json({ values: VALUES.length, found });
  },
};
