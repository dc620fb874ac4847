import { DurableObject } from "cloudflare:workers";
import { specimens } from "./specimens.mjs";

/** An alarm far enough away never to fire while the sample is recorded: 2100-01-01. */
const ALARM_AT = Date.UTC(2100, 0, 1);

class Cabinet extends DurableObject {
  async fill() {
    for (const { name, make } of specimens) {
      await this.ctx.storage.put(name, make());
    }
    await this.ctx.storage.setAlarm(ALARM_AT);
    return specimens.length;
  }

  fillSql() {
    const sql = this.ctx.storage.sql;
    sql.exec("CREATE TABLE artists(id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL)");
    sql.exec("INSERT INTO artists(name) VALUES (?), (?)", "ada", "grace");
  }

  async keys(options) {
    return [...(await this.ctx.storage.list(options)).keys()];
  }

  async orders() {
    for (const key of ["\u{1F600}", "\uFF5E", "z", "\u00e9", "a\u0000b"]) {
      await this.ctx.storage.put(`order:${key}`, 1);
    }
    return this.keys({ prefix: "order:" });
  }

  alarm() {}
}

class LegacyCabinet extends Cabinet {}

/** Does nothing with its storage: shows what an object that stores nothing leaves on disk. */
class IdleCabinet extends DurableObject {
  touch() {
    return this.ctx.id.toString();
  }
}

export { Cabinet, LegacyCabinet, IdleCabinet };

export default {
  async fetch(request, env) {
    const named = env.CABINET.get(env.CABINET.idFromName("lobby"));
    await named.fill();
    await named.fillSql();
    const order = await named.orders();
    const nameless = env.CABINET.get(env.CABINET.idFromString(UNIQUE_ID));
    await nameless.fill();
    const legacy = env.LEGACY.get(env.LEGACY.idFromName("lobby"));
    await legacy.fill();
    const enhanced = env.ENHANCED.get(env.ENHANCED.idFromName("lobby"));
    await enhanced.fill();
    const idle = env.IDLE.get(env.IDLE.idFromName("idle"));
    await idle.touch();

    const outcome = (action) => {
      try {
        return String(action());
      } catch (error) {
        return `${error.name}: ${error.message}`;
      }
    };
    return Response.json({
      order,
      ids: Object.fromEntries(
        ["", "lobby", "ada", "a b/c?d", "é", "\u{1F600}", "\ud800", "x".repeat(300)].map((name) => [
          name,
          env.CABINET.idFromName(name).toString(),
        ]),
      ),
      legacy: env.LEGACY.idFromName("lobby").toString(),
      enhanced: env.ENHANCED.idFromName("lobby").toString(),
      idle: env.IDLE.idFromName("idle").toString(),
      unique: UNIQUE_ID,
      upper: outcome(() => env.CABINET.idFromString(UNIQUE_ID.toUpperCase())),
      errors: {
        short: outcome(() => env.CABINET.idFromString("abc")),
        notHex: outcome(() => env.CABINET.idFromString("g".repeat(64))),
        foreign: outcome(() => env.LEGACY.idFromString(UNIQUE_ID)),
      },
    });
  },
};

/** 00112233… with the check bytes of this namespace: a valid id that newUniqueId() could have made. */
const UNIQUE_ID = "00112233445566778899aabbccddeefff63833e228ff2729cf65ece6437aa88b";
