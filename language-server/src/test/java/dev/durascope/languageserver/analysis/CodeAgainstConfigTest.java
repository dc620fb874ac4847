package dev.durascope.languageserver.analysis;

import static dev.durascope.languageserver.analysis.Fixture.check;
import static dev.durascope.languageserver.analysis.Fixture.checkFix;

import org.junit.jupiter.api.Test;

/**
 * BND, EXP, LEG: what the code and the scripts have, and the configuration has not, or the other
 * way round.
 */
class CodeAgainstConfigTest {

  @Test
  void scriptsCannotHaveObjects() {
    check(
        """
        //- /wrangler.toml
        main = "index.js"

        [[durable_objects.bindings]]
        name = "ROOM"
        class_name = "Room"
        #             ^^^^ error[BND01]: "Room" is not exported by index.js

        [[migrations]]
        tag = "v1"
        new_sqlite_classes = ["Room"]
        #                      ^^^^ error[MIG13]: "Room" is not exported by index.js
        //- /index.js
        import helper from "./helper.js";
        class Room {}
        addEventListener("fetch", (event) => event.respondWith(helper(event)));
        //@0+16 error[BND04]: You seem to be trying to use Durable Objects in a Worker written as a service-worker
        //- /helper.js
        export default (event) => addEventListener("fetch", event);
        """);
  }

  @Test
  void scriptsMayUseObjectsOfOthers() {
    check(
        """
        //- /wrangler.jsonc
        {
          "main": "index.js",
          "durable_objects": { "bindings": [{ "name": "ROOM", "class_name": "Room", "script_name": "rooms" }] }
        }
        //- /index.js
        addEventListener("fetch", (event) => event.respondWith(ROOM.getByName("a").fetch(event.request)));
        """);
  }

  @Test
  void modulesWithoutDefaultExport() {
    check(
        """
        //- /wrangler.json
        {
          "main": "index.js",
          "durable_objects": { "bindings": [{ "name": "ROOM", "class_name": "Room" }] },
          "migrations": [{ "tag": "v1", "new_sqlite_classes": ["Room"] }]
        }
        //- /index.js
        export class Room {}
        addEventListener("fetch", () => {});
        console.log(ROOM);
        """);
  }

  @Test
  void namespacesNobodyDeclares() {
    check(
        """
        //- /wrangler.toml
        main = "src/index.ts"

        [[durable_objects.bindings]]
        name = "ROOM"
        class_name = "Room"

        [[migrations]]
        tag = "v1"
        new_sqlite_classes = ["Room"]

        [[env.staging.durable_objects.bindings]]
        name = "STAGED"
        class_name = "Room"
        //- /src/index.ts
        import { env as bindings, DurableObject } from "cloudflare:workers";
        export class Room extends DurableObject {}
        interface Typed {
          TYPED: DurableObjectNamespace<Room>;
        }
        const early = bindings.EARLY.idFromName("a");
        //                     ^^^^^ error[BND08]: No binding "EARLY" is declared
        function other(env: Env) {
          return env.UNSURE.idFromName("a");
        }
        export default {
          async fetch(request, env) {
            env.ROOM.idFromName("a");
            env.ROOMS.idFromName("a");
        //      ^^^^^ error[BND08]: No binding "ROOMS" is declared; did you mean "ROOM"?
            env.STAGED.idFromName("a");
            env.TYPED.idFromName("a");
            env.SECRET.get("a");
            if (env.MAYBE) env.MAYBE.idFromName("a");
            env.OPTIONAL?.idFromName("a");
            env.LOBBY.getByName("a");
        //      ^^^^^ error[BND08]: No binding "LOBBY" is declared
          },
          scheduled: async (event, { ROOM }) => ROOM.getByName("a"),
        } satisfies ExportedHandler<Env>;
        """);
  }

  @Test
  void namespacesOfATestsConfiguration() {
    check(
        """
        //- /wrangler.jsonc
        { "main": "index.js" }
        //- /index.js
        export default { fetch: (request, env) => env.ROOM.getByName("a").fetch(request) };
        """);
  }

  @Test
  void bindingsNobodyUses() {
    check(
        """
        //- /wrangler.toml
        main = "src/index.ts"

        [[durable_objects.bindings]]
        name = "ROOM"
        class_name = "Room"
        script_name = "rooms"

        [[durable_objects.bindings]]
        name = "LOBBY"
        class_name = "Lobby"
        script_name = "rooms"

        [[durable_objects.bindings]]
        name = "GLOBAL"
        class_name = "Global"
        script_name = "rooms"
        //- /src/index.ts
        import { env } from "cloudflare:workers";
        import { handle } from "./handle";
        export default { fetch: (request: Request) => handle(request, env) };
        //- /src/handle.ts
        export const handle = (request: Request, { ROOM }: Env) => ROOM.getByName("GLOBAL").fetch(request);
        """);
  }

  @Test
  void bindingsThatPackagesMayUse() {
    check(
        """
        //- /wrangler.jsonc
        {
          "main": "index.ts",
          "durable_objects": { "bindings": [{ "name": "ROOM", "class_name": "Room", "script_name": "rooms" }] }
        }
        //- /index.ts
        import { routePartykitRequest } from "partyserver";
        export default { fetch: (request, env) => routePartykitRequest(request, env) };
        """);
  }

  @Test
  void bindingsThatAreAskedForByAnyName() {
    check(
        """
        //- /wrangler.jsonc
        {
          "main": "index.js",
          "durable_objects": { "bindings": [{ "name": "ROOM", "class_name": "Room", "script_name": "rooms" }] }
        }
        //- /index.js
        export default { fetch: (request, env) => env[request.headers.get("binding")].getByName("a").fetch(request) };
        """);
  }

  @Test
  void classesThatExportsLacks() {
    check(
        """
        //- /wrangler.jsonc
        {
          "main": "src/index.ts",
          "exports": {
            "Room": { "type": "durable-object", "storage": "sqlite" },
            "Gone": { "type": "durable-object", "state": "deleted" }
          }
        }
        //- /src/index.ts
        import { DurableObject, WorkerEntrypoint } from "cloudflare:workers";
        export { Lobby } from "./lobby";
        export class Room extends DurableObject<Env> {}
        export class Api extends WorkerEntrypoint {}
        class Inner extends DurableObject {}
        export class Derived extends Room {}
        //- /src/lobby.ts
        import { DurableObject } from "cloudflare:workers";
        export class Lobby extends DurableObject<Env> {}
        //           ^^^^^ information[EXP08]: "Lobby" has no entry in exports
        export class Unexported extends DurableObject<Env> {}
        """);
  }

  @Test
  void theOlderStorageInExports() {
    check(
        """
        //- /wrangler.toml
        [exports.Room]
        type = "durable-object"
        storage = "legacy-kv"
        #          ^^^^^^^^^ warning[EXP12]: "Room" has the older key-value storage: declare new classes with "sqlite"

        [exports.Table]
        type = "durable-object"
        storage = "sqlite"

        [exports.Old] # durascope-ignore-file EXP99
        type = "durable-object"
        storage = "legacy-kv" # durascope-ignore EXP12: deployed in 2022
        """);
  }

  @Test
  void theOlderStorageInJson() {
    check(
        """
        //- /wrangler.jsonc
        {
          "exports": {
            "Room": { "type": "durable-object", "storage": "legacy-kv" },
        //                                                  ^^^^^^^^^ warning[EXP12]: "Room" has the older key-value storage: declare new classes with "sqlite"
            "Moved": {
              "type": "durable-object",
              "state": "expecting-transfer",
              "storage": "legacy-kv",
              "transfer_from": "old"
            }
          }
        }
        """);
  }

  @Test
  void newClassesOnTheCommandLine() {
    check(
        """
        //- /wrangler.toml
        main = "index.js"
        //- /package.json
        {
          "scripts": {
            "deploy": "wrangler publish --new-class Room --new-class Lobby",
        //                              ^^^^^^^^^^^^^^^^ warning[LEG07]: wrangler has no option --new-class any more: "Room" is created by a migration
        //                                               ^^^^^^^^^^^^^^^^^ warning[LEG07]: wrangler has no option --new-class any more: "Lobby" is created by a migration
            "other": "tool --new-class Room",
            "dev": "wrangler dev"
          }
        }
        //- /index.js
        export class Room {}
        """);
  }

  @Test
  void theNearestNamespaceIsOffered() {
    checkFix(
        "BND08",
        """
        //- /wrangler.jsonc
        {
          "main": "index.js",
          "durable_objects": { "bindings": [{ "name": "ROOM", "class_name": "Room", "script_name": "rooms" }] }
        }
        //- /index.js
        export default { fetch: (request, env) => env.ROOMS.getByName("a").fetch(request) };
        """,
        """
        export default { fetch: (request, env) => env.ROOM.getByName("a").fetch(request) };
        """);
  }

  @Test
  void aClassIsDeclaredInExports() {
    checkFix(
        "EXP08",
        """
        //- /wrangler.toml
        main = "index.js"

        [exports.Room]
        type = "durable-object"
        storage = "sqlite"
        //- /index.js
        import { DurableObject } from "cloudflare:workers";
        export class Room extends DurableObject {}
        export class Lobby extends DurableObject {}
        """,
        """
        main = "index.js"

        [exports.Room]
        type = "durable-object"
        storage = "sqlite"

        [exports.Lobby]
        type = "durable-object"
        storage = "sqlite"
        """);
  }

  @Test
  void anOptionIsTakenFromItsScript() {
    checkFix(
        "LEG07",
        """
        //- /wrangler.jsonc
        {
          "main": "index.js",
          "migrations": [{ "tag": "v1", "new_sqlite_classes": ["Room"] }]
        }
        //- /package.json
        { "scripts": { "deploy": "wrangler publish --new-class Room --env production" } }
        //- /index.js
        export class Room {}
        """,
        """
        { "scripts": { "deploy": "wrangler publish --env production" } }
        """);
  }
}
