package dev.durascope.languageserver.analysis;

import static dev.durascope.languageserver.analysis.Fixture.check;
import static dev.durascope.languageserver.analysis.Fixture.checkFix;

import org.junit.jupiter.api.Test;

/** EXP: the history of classes as a map of what is true now. */
class ExportsTest {

  @Test
  void migrationsBesideExports() {
    check(
        """
        //- /wrangler.toml
        [[migrations]]
        tag = "v1"
        new_sqlite_classes = ["Room"]
        [exports.Room]
        #^^^^^^^ error[EXP01]: `migrations` and `exports` are mutually exclusive. Choose one or the other to declare your Durable Object lifecycle, but not both.
        type = "durable-object"
        storage = "sqlite"
        //- /json/wrangler.jsonc
        {
          "migrations": [],
          "exports": { "Room": { "type": "durable-object", "storage": "sqlite" } },
        // ^^^^^^^ error[EXP01]: `migrations` and `exports` are mutually exclusive. Choose one or the other to declare your Durable Object lifecycle, but not both.
          "env": { "e": { "migrations": [{ "tag": "v1" }] } },
        }
        """);
  }

  @Test
  void entrypointsBesideMigrations() {
    check(
        """
        //- /wrangler.toml
        [[migrations]]
        tag = "v1"
        new_sqlite_classes = ["Room"]
        [exports.Api]
        type = "worker"
        cache = { enabled = true }
        """);
  }

  @Test
  void storageOfLiveClasses() {
    check(
        """
        //- /wrangler.toml
        [exports.A]
        #        ^ error[EXP02]: "exports.A.storage" is required for state "created" and must be one of sqlite and legacy-kv
        type = "durable-object"
        [exports.B]
        type = "durable-object"
        storage = "kv"
        #          ^^ error[EXP02]: "exports.B.storage" is required for state "created" and must be one of sqlite and legacy-kv
        [exports.C]
        type = "durable-object"
        storage = "legacy-kv"
        #          ^^^^^^^^^ warning[EXP12]: "C" has the older key-value storage: declare new classes with "sqlite"
        [exports.D]
        type = "durable-object"
        state = "deleted"
        [exports.E]
        #        ^ error[EXP02]: "exports.E.storage" is required for state "expecting-transfer" and must be one of sqlite and legacy-kv
        type = "durable-object"
        state = "expecting-transfer"
        transfer_from = "other"
        [exports.F]
        type = "durable-object"
        storage = true
        #         ^^^^ error[EXP02]: "exports.F.storage" is required for state "created" and must be one of sqlite and legacy-kv
        //- /json/wrangler.jsonc
        { "exports": { "A": { "type": "durable-object", "state": "created" }, "B": { "type": "worker" } } }
        //              ^ error[EXP02]: "exports.A.storage" is required for state "created" and must be one of sqlite and legacy-kv
        """);
  }

  @Test
  void storageIsAdded() {
    checkFix(
        """
        //- /wrangler.toml
        [exports.Room]
        type = "durable-object"

        [vars]
        A = 1
        """,
        """
        [exports.Room]
        type = "durable-object"
        storage = "sqlite"

        [vars]
        A = 1
        """);
  }

  @Test
  void storageIsAddedInline() {
    checkFix(
        """
        //- /wrangler.toml
        exports = { Room = { type = "durable-object" } }
        """,
        """
        exports = { Room = { type = "durable-object", storage = "sqlite" } }
        """);
  }

  @Test
  void storageIsAddedToDottedKeys() {
    checkFix(
        """
        //- /wrangler.toml
        exports.Room.type = "durable-object"
        """,
        """
        exports.Room.type = "durable-object"
        exports.Room.storage = "sqlite"
        """);
  }

  @Test
  void storageIsAddedInJson() {
    checkFix(
        """
        //- /wrangler.jsonc
        {
          "exports": {
            "Room": {
              "type": "durable-object", // live
            },
          },
        }
        """,
        """
        {
          "exports": {
            "Room": {
              "type": "durable-object", // live
              "storage": "sqlite",
            },
          },
        }
        """);
  }

  @Test
  void storageIsReplaced() {
    checkFix(
        """
        //- /wrangler.json
        { "exports": { "Room": { "type": "durable-object", "storage": "kv" } } }
        """,
        """
        { "exports": { "Room": { "type": "durable-object", "storage": "sqlite" } } }
        """);
  }

  @Test
  void statesThatThereAreNot() {
    check(
        """
        //- /wrangler.toml
        exports.A = { type = "durable-object", state = "removed" }
        #                                               ^^^^^^^ error[EXP03]: "exports.A.state" must be one of "created", "deleted", "renamed", "transferred", or "expecting-transfer" but got "removed".
        exports.B = { type = "durable-object", state = "delted" }
        #                                               ^^^^^^ error[EXP03]: "exports.B.state" must be one of "created", "deleted", "renamed", "transferred", or "expecting-transfer" but got "delted".
        exports.C = { type = "durable-object", state = "deleted" }
        //- /json/wrangler.json
        { "exports": { "A": { "type": "durable-object", "state": "Created", "storage": "sqlite" } } }
        //                                                        ^^^^^^^ error[EXP03]: "exports.A.state" must be one of "created", "deleted", "renamed", "transferred", or "expecting-transfer" but got "Created".
        """);
  }

  @Test
  void aStateIsMended() {
    checkFix(
        """
        //- /wrangler.toml
        exports.B = { type = "durable-object", state = "delted" }
        """,
        """
        exports.B = { type = "durable-object", state = "deleted" }
        """);
  }

  @Test
  void fieldsThatTheirStateForbids() {
    check(
        """
        //- /wrangler.toml
        [exports.A]
        type = "durable-object"
        state = "deleted"
        storage = "sqlite"
        #@0+7 error[EXP04]: "exports.A.storage" is forbidden on state "deleted".
        [exports.B]
        type = "durable-object"
        storage = "sqlite"
        container = "box"
        renamed_to = "C"
        #@0+10 error[EXP04]: "exports.B.renamed_to" is forbidden on state "created".
        [exports.D]
        type = "durable-object"
        state = "transferred"
        transferred_to = "other"
        class = "X"
        #@0+5 warning[CFG03]: Unexpected fields found in exports.D field: "class"
        #@0+5 error[EXP04]: "exports.D.class" is forbidden on state "transferred".
        [[containers]]
        name = "box"
        image = "./Dockerfile"
        //- /json/wrangler.jsonc
        { "exports": { "A": { "type": "durable-object", "state": "renamed", "renamed_to": "B", "storage": "sqlite" },
        //                                                                                      ^^^^^^^ error[EXP04]: "exports.A.storage" is forbidden on state "renamed".
          "B": { "type": "durable-object", "storage": "sqlite" }, "W": { "type": "worker", "storage": 1 } } }
        """);
  }

  @Test
  void aForbiddenFieldGoes() {
    checkFix(
        """
        //- /wrangler.toml
        [exports.A]
        type = "durable-object"
        state = "deleted"
        storage = "sqlite"
        """,
        """
        [exports.A]
        type = "durable-object"
        state = "deleted"
        """);
  }

  @Test
  void aForbiddenFieldGoesInJson() {
    checkFix(
        """
        //- /wrangler.json
        { "exports": { "A": { "type": "durable-object", "storage": "sqlite", "state": "deleted" } } }
        """,
        """
        { "exports": { "A": { "type": "durable-object", "state": "deleted" } } }
        """);
  }

  @Test
  void renamesInExports() {
    check(
        """
        //- /wrangler.toml
        exports.A = { type = "durable-object", state = "renamed" }
        #       ^ error[EXP05]: "exports.A.renamed_to" is required for state "renamed" and must be a non-empty string.
        exports.B = { type = "durable-object", state = "renamed", renamed_to = "B" }
        #                                                                       ^ error[EXP05]: "exports.B.renamed_to" cannot equal the source class name "B".
        exports.C = { type = "durable-object", state = "renamed", renamed_to = "my-class" }
        #                                                                       ^^^^^^^^ error[EXP05]: "exports.C.renamed_to" must be a valid JavaScript identifier (got "my-class").
        exports.D = { type = "durable-object", state = "renamed", renamed_to = "E" }
        exports.E = { type = "durable-object", storage = "sqlite" }
        exports.F = { type = "durable-object", state = "renamed", renamed_to = "" }
        #                                                                       | error[EXP05]: "exports.F.renamed_to" is required for state "renamed" and must be a non-empty string.
        exports.G = { type = "durable-object", state = "renamed", renamed_to = "Nowhere" }
        #                                                                       ^^^^^^^ error[EXP06]: "Nowhere" has no live entry in exports
        exports.H = { type = "durable-object", state = "renamed", renamed_to = "I" }
        exports.I = { type = "durable-object", state = "renamed", renamed_to = "E" }
        //- /json/wrangler.jsonc
        { "exports": { "A": { "type": "durable-object", "state": "renamed", "renamed_to": "Hall" } } }
        //                                                                                 ^^^^ error[EXP06]: "Hall" has no live entry in exports
        """);
  }

  @Test
  void theNewNameGetsItsEntry() {
    checkFix(
        """
        //- /wrangler.toml
        [exports.Room]
        type = "durable-object"
        state = "renamed"
        renamed_to = "Hall"
        """,
        """
        [exports.Room]
        type = "durable-object"
        state = "renamed"
        renamed_to = "Hall"

        [exports.Hall]
        type = "durable-object"
        storage = "sqlite"
        """);
  }

  @Test
  void theNewNameGetsItsEntryInJson() {
    checkFix(
        """
        //- /wrangler.json
        {
          "exports": {
            "Room": { "type": "durable-object", "state": "renamed", "renamed_to": "Hall" }
          }
        }
        """,
        """
        {
          "exports": {
            "Room": { "type": "durable-object", "state": "renamed", "renamed_to": "Hall" },
            "Hall": { "type": "durable-object", "storage": "sqlite" }
          }
        }
        """);
  }

  @Test
  void exportsAgainstTheCode() {
    check(
        """
        //- /wrangler.toml
        main = "index.ts"
        [exports.Room]
        type = "durable-object"
        storage = "sqlite"
        [exports.Hal]
        #        ^^^ error[EXP07]: "Hal" is not exported by index.ts; did you mean "Hall"?
        type = "durable-object"
        storage = "sqlite"
        [exports.Shape]
        #        ^^^^^ error[EXP07]: "Shape" is exported by index.ts only as a type
        type = "durable-object"
        storage = "sqlite"
        [exports.Missing]
        #        ^^^^^^^ error[EXP07]: "Missing" is not exported by index.ts
        type = "durable-object"
        storage = "sqlite"
        [exports.Gone]
        #        ^^^^ warning[EXP09]: "Gone" is deleted here, but index.ts still exports it
        type = "durable-object"
        state = "deleted"
        [exports.LongGone]
        type = "durable-object"
        state = "deleted"
        //- /json/wrangler.jsonc
        { "main": "../index.ts", "exports": { "Nobody": { "type": "durable-object", "storage": "sqlite" }, "Room": { "type": "durable-object", "storage": "sqlite" } } }
        //                                     ^^^^^^ error[EXP07]: "Nobody" is not exported by ../index.ts
        //- /index.ts
        export class Room {}
        export class Hall {}
        export class Gone {}
        export interface Shape {}
        """);
  }

  @Test
  void aDeclaredClassIsRespelt() {
    checkFix(
        """
        //- /wrangler.jsonc
        { "main": "index.ts", "exports": { "Rom": { "type": "durable-object", "storage": "sqlite" } } }
        //- /index.ts
        export class Room {}
        """,
        """
        { "main": "index.ts", "exports": { "Room": { "type": "durable-object", "storage": "sqlite" } } }
        """);
  }

  @Test
  void typesThatThereAreNot() {
    check(
        """
        //- /wrangler.toml
        exports.A = { type = "durable_object", storage = "sqlite" }
        #                     ^^^^^^^^^^^^^^ error[EXP17]: "exports.A.type" must be "durable-object", "worker", or "workflow", but got "durable_object"
        exports.B = { storage = "sqlite" }
        #       ^ error[EXP17]: "exports.B.type" must be "durable-object", "worker", or "workflow"
        exports.C = { type = "worker" }
        exports.D = { type = "do", storage = "sqlite" }
        #                     ^^ error[EXP17]: "exports.D.type" must be "durable-object", "worker", or "workflow", but got "do"
        //- /json/wrangler.json
        { "exports": { "A": { "type": "Worker" }, "B": {} } }
        //                             ^^^^^^ error[EXP17]: "exports.A.type" must be "durable-object", "worker", or "workflow", but got "Worker"
        //                                         ^ error[EXP17]: "exports.B.type" must be "durable-object", "worker", or "workflow"
        """);
  }

  @Test
  void aTypeIsMended() {
    checkFix(
        """
        //- /wrangler.toml
        exports.A = { type = "durable_object", storage = "sqlite" }
        """,
        """
        exports.A = { type = "durable-object", storage = "sqlite" }
        """);
  }

  @Test
  void aTypeIsMendedInJson() {
    checkFix(
        """
        //- /wrangler.jsonc
        { "exports": { "A": { "type": "durableobject", "storage": "sqlite" } } }
        """,
        """
        { "exports": { "A": { "type": "durable-object", "storage": "sqlite" } } }
        """);
  }
}
