package dev.durascope.languageserver.analysis;

import static dev.durascope.languageserver.analysis.Fixture.check;
import static dev.durascope.languageserver.analysis.Fixture.checkFix;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** BND01, BND02, BND03: a bound class against what the entry exports. */
class ClassExportTest {

  private static final String MIGRATION =
      """
      [[migrations]]
      tag = "v1"
      new_sqlite_classes = ["Counter"]
      """;

  @Test
  void aClassThatIsNotExported() {
    check(
        """
        //- /wrangler.toml
        main = "src/index.js"
        [[durable_objects.bindings]]
        name = "ROOM"
        class_name = "Room"
        #             ^^^^ error[BND01]: "Room" is not exported by src/index.js
        [env.staging]
        durable_objects.bindings = [ { name = "ROOM", class_name = 'Lobby' } ]
        #                                                           ^^^^^ error[BND01]: "Lobby" is not exported by src/index.js
        //- /src/index.js
        class Room {}
        """);
  }

  @Test
  void inJsonAndJsoncAlike() {
    var body =
        """
        {
          "main": "./src/index.ts",
          "durable_objects": {
            "bindings": [ { "name": "ROOM", "class_name": "Room" } ]
        //                                                 ^^^^ error[BND01]: "Room" is not exported by src/index.ts
          }
        }
        //- /src/index.ts
        export default { fetch() {} };
        """;
    check("//- /wrangler.json\n" + body);
    check("//- /wrangler.staging.jsonc\n" + body);
  }

  @Test
  void aClassExportedAsATypeOnly() {
    check(
        """
        //- /wrangler.toml
        main = "index.ts"
        [[durable_objects.bindings]]
        name = "ROOM"
        class_name = "Room"
        #             ^^^^ error[BND02]: "Room" is exported by index.ts only as a type, which does not exist at run time
        //- /index.ts
        export type { Room } from "./room";
        //- /room.ts
        export class Room {}
        """);
  }

  @Test
  void aNearMissNamesTheNearestExport() {
    check(
        """
        //- /wrangler.toml
        main = "index.ts"
        [[durable_objects.bindings]]
        name = "ROOM"
        class_name = "Chatroom"
        #             ^^^^^^^^ error[BND03]: "Chatroom" is not exported by index.ts; did you mean "ChatRoom"?
        [[durable_objects.bindings]]
        name = "LIMITER"
        class_name = "RateLimtier"
        #             ^^^^^^^^^^^ error[BND03]: "RateLimtier" is not exported by index.ts; did you mean "RateLimiter"?
        [[migrations]]
        tag = "v1"
        new_sqlite_classes = ["ChatRoom", "RateLimiter"]
        //- /index.ts
        export class ChatRoom {}
        export * from "./limiter";
        //- /limiter.ts
        export class RateLimiter {}
        """);
  }

  @Test
  void aClassBoundAlreadyIsNotWhatASecondBindingMeans() {
    check(
        """
        //- /wrangler.toml
        main = "index.ts"
        durable_objects.bindings = [
          { name = "A", class_name = "Room1" },
          { name = "B", class_name = "Room2" },
        #                             ^^^^^ error[BND01]: "Room2" is not exported by index.ts
        ]
        migrations = [{ tag = "v1", new_sqlite_classes = ["Room1"] }]
        //- /index.ts
        export class Room1 {}
        """);
  }

  @Test
  void theFixReplacesTheName() {
    checkFix(
        """
        //- /wrangler.toml
        main = "index.ts"
        durable_objects.bindings = [{ name = "ROOM", class_name = "chatRoom" }]
        migrations = [{ tag = "v1", new_sqlite_classes = ["ChatRoom"] }]
        //- /index.ts
        export class ChatRoom {}
        """,
        """
        main = "index.ts"
        durable_objects.bindings = [{ name = "ROOM", class_name = "ChatRoom" }]
        migrations = [{ tag = "v1", new_sqlite_classes = ["ChatRoom"] }]
        """);
  }

  /** Each of these is a project that a plain search for {@code export class Counter} gets wrong. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "export const Counter = createAgent<Env>({ name: 'x' });",
        "export const Counter = Sentry.instrumentDurableObjectWithSentry((env: Env) => ({}), Base);",
        "const Counter = Base; export { Counter };",
        "export const { Counter } = wrapped.dos;",
        "class Impl {} export { Impl as Counter, main as default }; const main = {};",
        "export { default as Counter } from './counter';\n//- /counter.ts\nexport default class {}",
        "export * from './a';\n//- /a.ts\nexport * from './b.js';\n//- /b.ts\nexport class Counter {}",
        "export * from './not-built-yet.js';",
        "export * from '../outside/the/tree';",
        "export { Sandbox as Counter } from '@cloudflare/sandbox';",
        "export { Counter } from '#worker/counter';",
        "export * from '@/counter';",
        "export class Counter extends mixin(Base, {}) {}",
        "@decorated() export class Counter {}",
        "export class Counter { constructor(state) { this.state = state } }",
        "interface Counter {} export class Counter {}",
        "export default <ExportedHandler<Env>>{ fetch() {} }; export class Counter {}",
        "export class Half { fetch( { if (",
      })
  void noFalseErrorWhereTheClassIsOrMayBeThere(String entry) {
    check(
        """
        //- /wrangler.toml
        main = "index.ts"
        [[durable_objects.bindings]]
        name = "COUNTER"
        class_name = "Counter"
        """
            + MIGRATION
            + "//- /index.ts\n"
            + entry
            + "\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "main = 'dist/index.js'",
        "main = '.open-next/worker.js'",
        "main = 'build/worker/shim.mjs'",
        "main = 'worker.js'\nbuild.command = 'make'",
        "main = '<ENTRY>.js'",
        "main = '{{ entry }}.js'",
        "main = '@tanstack/react-start/server-entry'",
        "main = 'virtual:worker.js'",
        "assets = { directory = 'public' }",
      })
  void noFalseErrorWhereTheEntryIsMadeLaterOrElsewhere(String main) {
    check(
        "//- /wrangler.toml\n"
            + main
            + "\n"
            + """
            [[durable_objects.bindings]]
            name = "COUNTER"
            class_name = "Counter"
            """
            + MIGRATION
            + "//- /dist/index.js\nexport class Stale {}\n//- /worker.js\nexport class Stale {}\n");
  }

  @Test
  void namesThatATemplateLeavesOpenAreNotJudged() {
    check(
        """
        //- /wrangler.toml
        main = "worker.js"
        [[durable_objects.bindings]]
        name = "{{ binding }}"
        class_name = "<CLASS_NAME>"
        [[migrations]]
        tag = "v1"
        new_sqlite_classes = ["{{ class }}"]
        //- /worker.js
        export class Room {}
        """);
  }

  @Test
  void aBuildCommandDoesNotMakeTypeScript() {
    check(
        """
        //- /wrangler.toml
        main = "src/index.ts"
        [build]
        command = "npm run check"
        [[durable_objects.bindings]]
        name = "COUNTER"
        class_name = "Counter"
        #             ^^^^^^^ error[BND01]: "Counter" is not exported by src/index.ts
        //- /src/index.ts
        export class Room {}
        """);
  }

  @Test
  void classesOfOtherWorkersAreNotLookedForHere() {
    check(
        """
        //- /wrangler.toml
        name = "me"
        main = "index.ts"
        [[durable_objects.bindings]]
        name = "FAR"
        class_name = "Far"
        script_name = "other"
        [[durable_objects.bindings]]
        name = "OWN"
        class_name = "Near"
        #             ^^^^ error[BND01]: "Near" is not exported by index.ts
        script_name = "me"
        #              ^^ warning[BND06]: "me" is this Worker: script_name is for classes of another one
        [env.e]
        durable_objects.bindings = [{ name = "X", class_name = "Far", script_name = "me" }]
        #                                                       ^^^ error[BND07]: "Far" is not exported by index.ts of the Worker "me"
        //- /index.ts
        export class Room {}
        """);
  }

  @Test
  void eachEnvironmentIsCheckedAgainstItsOwnEntry() {
    check(
        """
        //- /wrangler.toml
        main = "a.ts"
        [[durable_objects.bindings]]
        name = "ROOM"
        class_name = "Room"
        [[migrations]]
        tag = "v1"
        new_sqlite_classes = ["Room"]
        #                      ^^^^ error[MIG13]: "Room" is not exported by b.ts
        [env.b]
        main = "b.ts"
        durable_objects.bindings = [{ name = "ROOM", class_name = "Room" }]
        #                                                          ^^^^ error[BND01]: "Room" is not exported by b.ts
        //- /a.ts
        export class Room {}
        //- /b.ts
        export default {};
        """);
  }

  @Test
  void onlyTheChosenEnvironmentIsChecked() {
    check(
        """
        //- /wrangler.toml
        main = "a.ts"
        durable_objects.bindings = [{ name = "ROOM", class_name = "Top" }]
        [env.b]
        durable_objects.bindings = [{ name = "ROOM", class_name = "Below" }]
        #                                                          ^^^^^ error[BND01]: "Below" is not exported by a.ts
        //- /a.ts
        export default {};
        """,
        new Scope.Named("b"));
  }

  @Test
  void aMissingEntryPoint() {
    check(
        """
        //- /wrangler.toml
        main = "src/idnex.ts"
        #       ^^^^^^^^^^^^ error[BND11]: The entry-point file "src/idnex.ts" was not found
        [env.a]
        main = "src/index.js"
        [env.b]
        main = "src/index"
        [env.c]
        main = "src"
        //- /src/index.ts
        export default {};
        """);
  }
}
