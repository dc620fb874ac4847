package dev.durascope.languageserver.analysis;

import static dev.durascope.languageserver.analysis.Fixture.check;
import static dev.durascope.languageserver.analysis.Fixture.checkFix;

import org.junit.jupiter.api.Test;

/** JS: what the code does with its objects, as far as its text leaves no doubt. */
class CodeTest {

  @Test
  void alarmsNeedAHandler() {
    check(
        """
        //- /wrangler.toml
        main = "src/index.ts"
        migrations = [{ tag = "v1", new_sqlite_classes = ["Legacy"] }]
        //- /src/index.ts
        import { DurableObject } from "cloudflare:workers";
        import { Base } from "./base";
        export class Room extends DurableObject<Env> {
          async fetch() {
            await this.ctx.storage.setAlarm(Date.now() + 1000);
        //                         ^^^^^^^^ error[JS01]: Your Durable Object class must have an alarm() handler in order to call setAlarm()
            await this.scheduler.setAlarm(1);
          }
        }
        export class Ringing extends DurableObject {
          fetch = async () => this.ctx.storage.setAlarm(1);
          alarm = async () => {};
        }
        export class Derived extends Base {
          fetch() { this.ctx.storage.setAlarm(1); }
        }
        export class Legacy {
          constructor(private state: DurableObjectState) {}
          fetch() { this.state.storage!.setAlarm(1); }
        //                              ^^^^^^^^ error[JS01]: Your Durable Object class must have an alarm() handler in order to call setAlarm()
          static alarm() {}
        }
        export class Composed extends DurableObject {
          lifecycle = Lifecycle.install(this);
          fetch() { this.ctx.storage.setAlarm(1); }
        }
        class Helper {
          constructor(private ctx: DurableObjectState) {}
          schedule() { this.ctx.storage.setAlarm(1); }
        }
        //- /src/base.ts
        export class Base {
          alarm() {}
        }
        """);
  }

  @Test
  void socketsAreAcceptedOnce() {
    check(
        """
        //- /wrangler.json
        { "main": "index.js" }
        //- /index.js
        export class Room {
          fetch(request) {
            const [client, server] = Object.values(new WebSocketPair());
            server.accept();
            this.ctx.acceptWebSocket(server, ["a"]);
        //           ^^^^^^^^^^^^^^^ error[JS02]: Cannot call `acceptWebSocket()` if the WebSocket was already accepted via `accept()`
            client.accept();
          }
          either(hibernate) {
            const [client, server] = Object.values(new WebSocketPair());
            if (hibernate) {
              this.ctx.acceptWebSocket(server);
            } else {
              server.accept();
            }
          }
          inside() {
            socket.accept();
            if (later) {
              state.acceptWebSocket(socket);
        //          ^^^^^^^^^^^^^^^ error[JS02]: Cannot call `acceptWebSocket()` if the WebSocket was already accepted via `accept()`
            }
          }
          early(server) {
            if (plain) {
              server.accept();
              return;
            }
            this.ctx.acceptWebSocket(server);
          }
        }
        """);
  }

  @Test
  void tagsOfSockets() {
    check(
        """
        //- /wrangler.toml
        main = "index.js"
        //- /index.js
        export class Room {
          fetch() {
            this.ctx.acceptWebSocket(ws, ["1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11"]);
        //           ^^^^^^^^^^^^^^^ error[JS05]: a Hibernatable WebSocket cannot have more than 10 tags: here are 11
            this.ctx.acceptWebSocket(ws, ["1", "2", "3", "4", "5", "6", "7", "8", "9", "10"]);
            this.ctx.acceptWebSocket(ws, tags);
          }
        }
        """);
  }

  @Test
  void undefinedIsNoValue() {
    check(
        """
        //- /wrangler.toml
        main = "index.js"
        //- /index.js
        export class Room {
          fetch(request, env) {
            this.ctx.storage.put("a", undefined);
        //                   ^^^ error[JS06]: put() called with undefined value.
            this.ctx.storage.put("a");
        //                   ^^^ error[JS06]: put() called with undefined value.
            this.ctx.storage.put({ a: 1 });
            this.ctx.storage.put(entries);
            this.ctx.storage.put("a", null);
            this.cache.put("a", undefined);
            env.KV.put("a", undefined);
          }
        }
        """);
  }

  @Test
  void transactionsOfSql() {
    check(
        """
        //- /wrangler.toml
        main = "index.js"
        //- /index.js
        export class Room {
          fetch() {
            this.ctx.storage.sql.exec("BEGIN");
        //                       ^^^^ error[JS09]: To execute a transaction, please use the state.storage.transaction() or state.storage.transactionSync() APIs
            this.ctx.storage.sql.exec(`INSERT INTO a VALUES (1); COMMIT;`);
        //                       ^^^^ error[JS09]: To execute a transaction, please use the state.storage.transaction() or state.storage.transactionSync() APIs
            this.ctx.storage.sql.exec("begin transaction");
        //                       ^^^^ error[JS09]: To execute a transaction, please use the state.storage.transaction() or state.storage.transactionSync() APIs
            this.ctx.storage.sql.exec("CREATE TRIGGER t AFTER INSERT ON a BEGIN SELECT 1; END");
            this.ctx.storage.sql.exec("SELECT 'BEGIN'");
            pattern.exec("BEGIN");
          }
        }
        """);
  }

  @Test
  void tablesOfThePlatform() {
    check(
        """
        //- /wrangler.jsonc
        { "main": "index.ts" }
        //- /index.ts
        export class Room {
          fetch() {
            this.ctx.storage.sql.exec("SELECT * FROM _cf_KV");
        //                                           ^^^^^^ error[JS11]: access to _cf_KV is prohibited: names that begin with _cf_ are the platform's
            this.ctx.storage.sql.exec('DROP TABLE IF EXISTS "_cf_METADATA"');
        //                                                   ^^^^^^^^^^^^ error[JS11]: access to _cf_METADATA is prohibited: names that begin with _cf_ are the platform's
            this.ctx.storage.sql.exec("SELECT '_cf_KV' FROM mine_cf_");
            this.sql.exec("SELECT * FROM _cf_KV");
          }
        }
        """);
  }

  @Test
  void addressesOfStubs() {
    check(
        """
        //- /wrangler.toml
        main = "index.ts"
        //- /index.ts
        export default {
          async fetch(request: Request, env: Env) {
            await env.ROOM.get(env.ROOM.idFromName("a")).fetch("/messages");
        //                                                      ^^^^^^^^^ error[JS17]: "/messages" is no whole URL
            await env.ROOM.getByName("a").fetch("https://room/messages");
            await this.env.ROOM.getByName(name)!.fetch(`/messages`);
        //                                              ^^^^^^^^^ error[JS17]: "/messages" is no whole URL
            await api.fetch("/messages");
            return env.ROOM.getByName("a").fetch(request);
          },
        };
        """);
  }

  @Test
  void idsAndHints() {
    check(
        """
        //- /wrangler.toml
        main = "index.js"
        //- /index.js
        export default {
          fetch(request, env) {
            env.ROOM.newUniqueID();
        //           ^^^^^^^^^^^ error[JS18]: The method is called newUniqueId
            env.ROOM.newUniqueId({ jurisdiction: "de" });
        //                                        ^^ error[JS24]: There is no jurisdiction "de": they are eu, us, fedramp, fedramp-high
            env.ROOM.newUniqueId({ jurisdiction: "eu" });
            env.ROOM.idFromString("lobby");
        //                         ^^^^^ error[JS19]: Invalid Durable Object ID: must be 64 hex digits
            env.ROOM.idFromString("0123456789abcdef0123456789abcdef0123456789ABCDEF0123456789abcdef");
            env.ROOM.idFromString(text);
            env.ROOM.get(id, { locationHint: "europe" });
        //                                    ^^^^^^ error[JS24]: There is no locationHint "europe": they are wnam, enam, sam, weur, eeur, apac, apac-ne, apac-se, oc, afr, me
            env.ROOM.get(id, { locationHint: "weur" });
            cache.get("a", { locationHint: hint });
          },
        };
        """);
  }

  @Test
  void aMisspeltMethodIsMended() {
    checkFix(
        """
        //- /wrangler.toml
        main = "index.js"
        //- /index.js
        export default { fetch: (request, env) => env.ROOM.get(env.ROOM.newUniqueID()).fetch(request) };
        """,
        """
        export default { fetch: (request, env) => env.ROOM.get(env.ROOM.newUniqueId()).fetch(request) };
        """);
  }

  @Test
  void aNameBecomesAnId() {
    checkFix(
        """
        //- /wrangler.toml
        main = "index.js"
        //- /index.js
        export default { fetch: (request, env) => env.ROOM.get(env.ROOM.idFromString("lobby")).fetch(request) };
        """,
        """
        export default { fetch: (request, env) => env.ROOM.get(env.ROOM.idFromName("lobby")).fetch(request) };
        """);
  }

  @Test
  void aRelativeAddressGetsAHost() {
    checkFix(
        """
        //- /wrangler.toml
        main = "index.js"
        //- /index.js
        export default { fetch: (request, env) => env.ROOM.getByName("a").fetch("/messages?since=1") };
        """,
        """
        export default { fetch: (request, env) => env.ROOM.getByName("a").fetch("https://object/messages?since=1") };
        """);
  }

  @Test
  void onlyWhatTheEntryPointComesTo() {
    check(
        """
        //- /wrangler.toml
        main = "src/index.ts"
        //- /src/index.ts
        import "./used";
        export * from "pkg";
        const lazy = () => import("./lazy.js");
        //- /src/used.ts
        import type { T } from "./lazy.js";
        env.ROOM.newUniqueID();
        //       ^^^^^^^^^^^ error[JS18]: The method is called newUniqueId
        //- /src/lazy.ts
        env.ROOM.newUniqueID();
        //       ^^^^^^^^^^^ error[JS18]: The method is called newUniqueId
        //- /src/unused.ts
        env.ROOM.newUniqueID();
        //- /node_modules/pkg/index.js
        env.ROOM.newUniqueID();
        """);
  }

  @Test
  void codeThatABuildMakesIsLeftAlone() {
    check(
        """
        //- /wrangler.toml
        main = "dist/index.js"
        //- /dist/index.js
        env.ROOM.newUniqueID();
        """);
  }

  @Test
  void brokenCodeIsReadAsFarAsItGoes() {
    check(
        """
        //- /wrangler.toml
        main = "index.ts"
        //- /index.ts
        export class Room {
          fetch() {
            const x = ;
            env.ROOM.newUniqueID();
        //           ^^^^^^^^^^^ error[JS18]: The method is called newUniqueId
            this.ctx.storage.put("a", undefined
          }
        """);
  }
}
