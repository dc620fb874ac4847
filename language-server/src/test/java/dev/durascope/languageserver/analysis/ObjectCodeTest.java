package dev.durascope.languageserver.analysis;

import static dev.durascope.languageserver.analysis.Fixture.check;
import static dev.durascope.languageserver.analysis.Fixture.checkFix;

import org.junit.jupiter.api.Test;

/** JS, BND12: what the code of objects does with sockets, storage and time. */
class ObjectCodeTest {

  @Test
  void listenersOfSocketsThatHibernate() {
    check(
        """
        //- /wrangler.toml
        main = "index.ts"
        //- /index.ts
        import { DurableObject } from "cloudflare:workers";
        export class Room extends DurableObject<Env> {
          async fetch(request: Request) {
            const [client, server] = Object.values(new WebSocketPair());
            server.addEventListener("close", () => {});
        //         ^^^^^^^^^^^^^^^^ warning[JS03]: The socket hibernates: its "close" goes to webSocketClose() of the class
            this.ctx.acceptWebSocket(server);
            server.addEventListener("message", (event) => this.on(event));
        //         ^^^^^^^^^^^^^^^^ warning[JS03]: The socket hibernates: its "message" goes to webSocketMessage() of the class
            server.addEventListener("open", () => {});
            client.addEventListener("message", () => {});
            return new Response(null, { status: 101, webSocket: client });
          }
          either(server: WebSocket) {
            if (this.hibernates) {
              this.ctx.acceptWebSocket(server);
              return;
            }
            server.accept();
            server.addEventListener("message", () => {});
          }
          webSocketMessage() {}
        }
        """);
  }

  @Test
  void socketsWithoutAHandler() {
    check(
        """
        //- /wrangler.jsonc
        { "main": "index.ts" }
        //- /index.ts
        import { DurableObject } from "cloudflare:workers";
        import { Server } from "./server";
        export class Push extends DurableObject {
          fetch() {
            this.ctx.acceptWebSocket(server);
        //           ^^^^^^^^^^^^^^^ warning[JS04]: Messages of this socket are dropped: the class has no webSocketMessage()
          }
        }
        export class Chat extends DurableObject {
          fetch() {
            this.ctx.acceptWebSocket(server);
          }
          webSocketMessage = async (ws: WebSocket, message: string) => {};
        }
        export class Inherits extends Server {
          fetch() {
            this.ctx.acceptWebSocket(server);
          }
        }
        export class Mixed extends DurableObject {
          #chat = install(this);
          fetch() {
            this.ctx.acceptWebSocket(server);
          }
        }
        //- /server.ts
        export class Server {}
        """);
  }

  @Test
  void socketsAnsweredByTheRuntime() {
    check(
        """
        //- /wrangler.jsonc
        { "main": "index.ts" }
        //- /index.ts
        import { DurableObject } from "cloudflare:workers";
        export class Room extends DurableObject {
          fetch() {
            this.ctx.setWebSocketAutoResponse(new WebSocketRequestResponsePair("ping", "pong"));
            this.ctx.acceptWebSocket(server);
          }
        }
        """);
  }

  @Test
  void deleteAllInATransaction() {
    check(
        """
        //- /wrangler.toml
        main = "index.js"

        [[migrations]]
        tag = "v1"
        new_sqlite_classes = ["Room"]
        new_classes = ["Old"]
        # durascope-ignore-file MIG05
        //- /index.js
        export class Room {
          async clear() {
            await this.ctx.storage.transaction(async (txn) => {
              await txn.deleteAll();
        //              ^^^^^^^^^ error[JS08]: Cannot call deleteAll() within a transaction
              await this.ctx.storage.deleteAll();
        //                           ^^^^^^^^^ error[JS08]: Cannot call deleteAll() within a transaction
              await other.deleteAll();
            });
            await this.ctx.storage.deleteAll();
            await this.ctx.storage.transaction(this.clearAll);
          }
        }
        export class Old {
          async clear() {
            await this.state.storage.transaction(async function (t) {
              await t.deleteAll();
        //            ^^^^^^^^^ error[JS08]: Cannot call deleteAll() within a transaction
              await this.state.storage.deleteAll();
            });
          }
        }
        """);
  }

  @Test
  void parametersBeforeTheLastStatement() {
    check(
        """
        //- /wrangler.toml
        main = "index.js"
        //- /index.js
        export class Room {
          add(name) {
            const sql = this.ctx.storage.sql;
            this.ctx.storage.sql.exec("INSERT INTO a VALUES (?); INSERT INTO b VALUES (?)", name, name);
        //                                                   ^ error[JS10]: When executing multiple SQL statements in a single call, only the last statement can have parameters.
            this.ctx.storage.sql.exec("DELETE FROM a; INSERT INTO b VALUES (?);", name);
            this.ctx.storage.sql.exec("INSERT INTO a VALUES (?);", name);
            this.ctx.storage.sql.exec("INSERT INTO a VALUES ('what?'); SELECT * FROM b WHERE c = ?", name);
            this.ctx.storage.sql.exec("SELECT 1 -- really?\\n; SELECT ?", name);
            this.ctx.storage.sql.exec("SELECT 1 /* ? */; SELECT ?1", name);
            this.ctx.storage.sql.exec(`UPDATE a SET b = ? WHERE c = ?; SELECT 1`, 1, 2);
        //                                              ^ error[JS10]: When executing multiple SQL statements in a single call, only the last statement can have parameters.
            this.ctx.storage.sql.exec(`UPDATE ${table} SET b = ?; SELECT 1`, 1);
            this.ctx.storage.sql.exec('SELECT "a?b", [c?]; SELECT 2');
            sql.exec("SELECT ?; SELECT 1", name);
          }
        }
        """);
  }

  @Test
  void cursorsKeptOverAnAwait() {
    check(
        """
        //- /wrangler.toml
        main = "index.ts"
        //- /index.ts
        export class Room {
          async direct() {
            for (const row of this.ctx.storage.sql.exec("SELECT * FROM a")) {
        //                                         ^^^^ warning[JS12]: The cursor is read while the object may do other things: take the rows first, by toArray()
              await this.env.MAIL.send(row);
            }
            for (const row of this.ctx.storage.sql.exec("SELECT * FROM a").toArray()) {
              await this.env.MAIL.send(row);
            }
            for (const row of this.ctx.storage.sql.exec("SELECT * FROM a")) {
              this.ctx.waitUntil((async () => await this.env.MAIL.send(row))());
            }
          }
          async named() {
            const cursor = this.ctx.storage.sql.exec<Row>("SELECT * FROM a");
        //                                      ^^^^ warning[JS12]: The cursor is read while the object may do other things: take the rows first, by toArray()
            for (const row of cursor) {
              await send(row);
            }
          }
          async reads() {
            const cursor = this.ctx.storage.sql.exec("SELECT * FROM a");
            const first = cursor.next();
            await send(first);
            const second = cursor.next();
        //                        ^^^^ warning[JS12]: The cursor is read while the object may do other things: take the rows first, by toArray()
          }
          async fine() {
            await prepare();
            const rows = this.ctx.storage.sql.exec("SELECT * FROM a").toArray();
            await send(rows);
            rows.next();
            let cursor = this.ctx.storage.sql.exec("SELECT * FROM a");
            const all = cursor.toArray();
            await send(all);
            cursor = this.ctx.storage.sql.exec("SELECT * FROM b");
            cursor.one();
          }
        }
        """);
  }

  @Test
  void timersOfObjectsThatHibernate() {
    check(
        """
        //- /wrangler.toml
        main = "index.ts"
        //- /index.ts
        import { DurableObject } from "cloudflare:workers";
        export class Room extends DurableObject {
          fetch() {
            this.ctx.acceptWebSocket(server);
            setInterval(() => this.tick(), 1000);
        //  ^^^^^^^^^^^ warning[JS13]: The object cannot hibernate while this timer runs: an alarm would wake it
            setTimeout(() => this.tick(), 5 * 60 * 1000);
        //  ^^^^^^^^^^ warning[JS13]: The object cannot hibernate while this timer runs: an alarm would wake it
            setTimeout(() => this.tick(), 100);
            setTimeout(() => this.tick(), this.delay);
            scheduler.setInterval(1);
          }
          webSocketMessage() {}
        }
        export class Awake extends DurableObject {
          fetch() {
            server.accept();
            setInterval(() => this.tick(), 1000);
          }
        }
        setInterval(() => {}, 1000);
        """);
  }

  @Test
  void valuesOverwrittenAfterAFetch() {
    check(
        """
        //- /wrangler.toml
        main = "index.ts"
        //- /index.ts
        export class Room {
          async count() {
            let count = (await this.ctx.storage.get<number>("count")) ?? 0;
            const answer = await fetch("https://example.com");
            await this.ctx.storage.put("count", count + 1);
        //                         ^^^ warning[JS14]: What another event wrote to this key during the fetch is overwritten
          }
          async list(key: string) {
            const list = await this.ctx.storage.get(key);
            await fetch("https://example.com");
            list.push(1);
            this.ctx.storage.put(key, { items: list });
        //                   ^^^ warning[JS14]: What another event wrote to this key during the fetch is overwritten
          }
          async again() {
            const before = await this.ctx.storage.get("count");
            await fetch("https://example.com");
            const count = await this.ctx.storage.get("count");
            await this.ctx.storage.put("count", count + 1);
          }
          async cached() {
            const cached = await this.ctx.storage.get("answer");
            if (cached) return cached;
            const answer = await (await fetch("https://example.com")).text();
            await this.ctx.storage.put("answer", answer);
          }
          async other() {
            const count = await this.ctx.storage.get("count");
            await fetch("https://example.com");
            await this.ctx.storage.put("counted", count);
          }
          async branch() {
            const count = await this.ctx.storage.get("count");
            if (later) {
              await fetch("https://example.com");
              return;
            }
            await this.ctx.storage.put("count", count + 1);
          }
          async alone() {
            await this.ctx.blockConcurrencyWhile(async () => {
              const count = await this.ctx.storage.get("count");
              await this.ctx.storage.put("count", count + 1);
            });
          }
        }
        """);
  }

  @Test
  void fetchesThatBlockAllEvents() {
    check(
        """
        //- /wrangler.toml
        main = "index.ts"
        //- /index.ts
        export class Room {
          constructor(ctx: DurableObjectState, env: Env) {
            ctx.blockConcurrencyWhile(async () => {
              this.settings = await (await fetch("https://example.com")).json();
        //                                 ^^^^^ warning[JS15]: All events of the object wait for this fetch
              this.known = await ctx.storage.get("known");
              this.fetch(new Request("https://example.com"));
            });
            ctx.waitUntil(fetch("https://example.com"));
            other.blockConcurrencyWhile(() => fetch("https://example.com"));
          }
        }
        """);
  }

  @Test
  void sqlOnAKeyValueClass() {
    check(
        """
        //- /wrangler.toml
        main = "src/index.ts"

        [[migrations]]
        tag = "v1"
        new_classes = ["Room", "Tried"] # durascope-ignore MIG05
        new_sqlite_classes = ["Table"]
        //- /src/index.ts
        export * from "./room";
        export class Table {
          fetch() {
            this.ctx.storage.sql.exec("SELECT 1");
            this.ctx.storage.kv.get("a");
          }
        }
        export class Tried {
          fetch() {
            try {
              this.ctx.storage.sql.exec("SELECT 1");
            } catch {
              return new Response("no SQL");
            }
          }
        }
        class Helper {
          run() {
            this.ctx.storage.sql.exec("SELECT 1");
          }
        }
        //- /src/room.ts
        export class Room {
          fetch() {
            this.ctx.storage.sql.exec("SELECT 1");
        //                       ^^^^ error[JS16]: SQL is not enabled for this Durable Object class
            this.ctx.storage.kv.get("a");
        //                      ^^^ error[JS16]: The storage.kv (synchronous KV) API is only available for SQLite-backed Durable Objects
            this.kv.get("a");
          }
        }
        """);
  }

  @Test
  void sqlOfTheOlderStorageInExports() {
    check(
        """
        //- /wrangler.jsonc
        {
          "main": "index.js",
          "exports": {
            "Room": { "type": "durable-object", "storage": "legacy-kv" },
        //                                                  ^^^^^^^^^ warning[EXP12]: "Room" has the older key-value storage: declare new classes with "sqlite"
            "Table": { "type": "durable-object", "storage": "sqlite" }
          }
        }
        //- /index.js
        export class Room {
          fetch() {
            return this.state.storage.sql.exec("SELECT 1").one();
        //                                ^^^^ error[JS16]: SQL is not enabled for this Durable Object class
          }
        }
        export class Table {
          fetch() {
            return this.state.storage.sql.exec("SELECT 1").one();
          }
        }
        """);
  }

  @Test
  void remoteCallsBeforeTheirDate() {
    check(
        """
        //- /wrangler.toml
        main = "index.ts"
        compatibility_date = "2024-04-02"

        [[durable_objects.bindings]]
        name = "ROOM"
        class_name = "Room"
        script_name = "rooms"

        [[kv_namespaces]]
        binding = "CACHE"
        id = "x"

        [env.new]
        compatibility_date = "2024-04-03"
        durable_objects.bindings = [{ name = "ROOM", class_name = "Room", script_name = "rooms" }]

        [env.flag]
        compatibility_flags = ["rpc"]
        durable_objects.bindings = [{ name = "ROOM", class_name = "Room", script_name = "rooms" }]
        //- /index.ts
        export default {
          async fetch(request: Request, env: Env) {
            const stub = env.ROOM.get(env.ROOM.idFromName("a"));
            await stub.hello();
        //             ^^^^^ warning[JS20]: A stub has no method "hello" before the compatibility date 2024-04-03
            await stub.fetch(request);
            await env.ROOM.getByName("a")!.sayHello("b");
        //                                 ^^^^^^^^ warning[JS20]: A stub has no method "sayHello" before the compatibility date 2024-04-03
            const text = await env.ROOM.get(id).fetch(request).text();
            const value = env.CACHE.get("a");
            value.then(console.log);
            env.CACHE.get("b").catch(console.log);
            return new Response(await this.other.get("c").hello());
          },
        };
        """);
  }

  @Test
  void alarmsThatDeleteAllLeaves() {
    check(
        """
        //- /wrangler.toml
        main = "index.ts"
        compatibility_date = "2026-02-23"
        //- /index.ts
        export class Room {
          async fetch() {
            await this.ctx.storage.setAlarm(1);
            await this.ctx.storage.deleteAll();
        //                         ^^^^^^^^^ information[JS21]: The alarm stays: it is deleted along since the compatibility date 2026-02-24
          }
          async alarm() {}
        }
        export class Careful extends Room {
          async fetch() {
            await this.ctx.storage.setAlarm(1);
            await this.ctx.storage.deleteAlarm();
            await this.ctx.storage.deleteAll();
          }
          async alarm() {}
        }
        export class Plain {
          async fetch() {
            await this.ctx.storage.deleteAll();
          }
        }
        """);
  }

  @Test
  void alarmsThatDeleteAllTakesAlong() {
    check(
        """
        //- /wrangler.toml
        main = "index.ts"
        compatibility_date = "2026-01-01"
        compatibility_flags = ["delete_all_deletes_alarm"]
        //- /index.ts
        export class Room {
          async fetch() {
            await this.ctx.storage.setAlarm(1);
            await this.ctx.storage.deleteAll();
          }
          async alarm() {}
        }
        """);
  }

  @Test
  void fieldsLostOnHibernation() {
    check(
        """
        //- /wrangler.toml
        main = "index.ts"
        //- /index.ts
        import { DurableObject } from "cloudflare:workers";
        export class Room extends DurableObject {
          started = 0;
          #private = "";
          constructor(ctx: DurableObjectState, env: Env) {
            super(ctx, env);
            this.rebuilt = new Map();
          }
          async fetch(request: Request) {
            this.ctx.acceptWebSocket(server);
            this.topic = request.url;
        //       ^^^^^ information[JS22]: "topic" is lost when the object hibernates: nothing sets it again before webSocketMessage reads it
            this.#private = request.url;
        //       ^^^^^^^^ information[JS22]: "#private" is lost when the object hibernates: nothing sets it again before webSocketMessage reads it
            this.started += 1;
        //       ^^^^^^^ information[JS22]: "started" is lost when the object hibernates: nothing sets it again before webSocketMessage reads it
            this.rebuilt = new Map();
            this.lazy = 1;
            this.unread = 1;
            this.reset = 1;
          }
          async webSocketMessage(ws: WebSocket, message: string) {
            ws.send(this.topic);
            ws.send(this.#private + this.started);
            this.rebuilt.get(message);
            this.lazy ??= await this.load();
            ws.send(this.lazy);
            this.reset = 2;
            ws.send(this.reset);
          }
        }
        export class Awake extends DurableObject {
          async fetch(request: Request) {
            server.accept();
            this.topic = request.url;
          }
          webSocketMessage(ws: WebSocket) {
            ws.send(this.topic);
          }
        }
        """);
  }

  @Test
  void remoteCallsOnClassesWithoutABase() {
    check(
        """
        //- /wrangler.toml
        main = "src/index.ts"

        [[durable_objects.bindings]]
        name = "ROOM"
        class_name = "Room"

        [[durable_objects.bindings]]
        name = "CHAT"
        class_name = "Chat"

        [[durable_objects.bindings]]
        name = "AGENT"
        class_name = "Agent"

        [[durable_objects.bindings]]
        name = "OTHER"
        class_name = "Room"
        script_name = "other"

        [[migrations]]
        tag = "v1"
        new_sqlite_classes = ["Room", "Chat", "Agent"]
        //- /src/index.ts
        import { Base } from "agents";
        export { Room } from "./room";
        export class Chat extends DurableObject {
          hello() {}
        }
        export class Agent extends Base {}
        export default {
          async fetch(request: Request, env: Env) {
            const room = env.ROOM.get(env.ROOM.idFromName("a"));
            await room.hello();
        //             ^^^^^ error[BND12]: The receiving Durable Object does not support RPC, because its class was not declared with `extends DurableObject`
            await room.fetch(request);
            await env.ROOM.getByName("b").hello();
        //                                ^^^^^ error[BND12]: The receiving Durable Object does not support RPC, because its class was not declared with `extends DurableObject`
            await env.CHAT.getByName("b").hello();
            await env.AGENT.getByName("b").hello();
            await env.OTHER.getByName("b").hello();
            const chat = env.CHAT.getByName("b");
            {
              const room = env.CHAT.getByName("b");
              await room.hello();
            }
          },
        };
        //- /src/room.ts
        export class Room {
          hello() {}
        }
        """);
  }

  @Test
  void aLoopTakesItsRowsFirst() {
    checkFix(
        """
        //- /wrangler.toml
        main = "index.js"
        //- /index.js
        export class Room {
          async notify() {
            for (const row of this.ctx.storage.sql.exec("SELECT * FROM users")) await send(row);
          }
        }
        """,
        """
        export class Room {
          async notify() {
            for (const row of this.ctx.storage.sql.exec("SELECT * FROM users").toArray()) await send(row);
          }
        }
        """);
  }

  @Test
  void theDateOfRemoteCallsIsSet() {
    checkFix(
        """
        //- /wrangler.jsonc
        {
          // as of the first deployment
          "main": "index.js",
          "compatibility_date": "2023-10-30",
          "durable_objects": {
            "bindings": [{ "name": "ROOM", "class_name": "Room", "script_name": "rooms" }],
          },
        }
        //- /index.js
        export default { fetch: (request, env) => env.ROOM.getByName("a").hello() };
        """,
        """
        {
          // as of the first deployment
          "main": "index.js",
          "compatibility_date": "2024-04-03",
          "durable_objects": {
            "bindings": [{ "name": "ROOM", "class_name": "Room", "script_name": "rooms" }],
          },
        }
        """);
  }

  @Test
  void aPlainClassGetsItsBase() {
    checkFix(
        "BND12",
        """
        //- /wrangler.toml
        main = "index.js"
        durable_objects.bindings = [{ name = "ROOM", class_name = "Room" }]
        migrations = [{ tag = "v1", new_sqlite_classes = ["Room"] }]
        //- /index.js
        export class Room {
          hello() {}
        }
        export default { fetch: (request, env) => env.ROOM.getByName("a").hello() };
        """,
        """
        import { DurableObject } from "cloudflare:workers";
        export class Room extends DurableObject {
          hello() {}
        }
        export default { fetch: (request, env) => env.ROOM.getByName("a").hello() };
        """);
  }
}
