package dev.durascope.languageserver.analysis;

import static dev.durascope.languageserver.analysis.Fixture.check;
import static dev.durascope.languageserver.analysis.Fixture.checkFix;

import org.junit.jupiter.api.Test;

/** ENV: what environments inherit, and what they do not. */
class EnvironmentTest {

  @Test
  void anEnvironmentWithoutTheTopLevelsObjects() {
    check(
        """
        //- /wrangler.toml
        [[durable_objects.bindings]]
        name = "ROOM"
        class_name = "Room"
        [[migrations]]
        tag = "v1"
        new_sqlite_classes = ["Room"]
        [env.quiet]
        #^^^^^^^^^ warning[ENV01]: "durable_objects" exists at the top level, but not on "env.quiet", which does not inherit it
        vars = { A = "1" }
        [env.empty.durable_objects]
        bindings = []
        [env.own.durable_objects]
        bindings = [{ name = "ROOM", class_name = "Room" }]
        //- /json/wrangler.jsonc
        {
          "durable_objects": { "bindings": [{ "name": "ROOM", "class_name": "Room" }] },
          "migrations": [{ "tag": "v1", "new_sqlite_classes": ["Room"] }],
          "env": {
            "quiet": {},
        //           ^^ warning[ENV01]: "durable_objects" exists at the top level, but not on "env.quiet", which does not inherit it
            "none": { "durable_objects": null },
          },
        }
        """);
  }

  @Test
  void objectsInEnvironmentsOnlyAreFine() {
    check(
        """
        //- /wrangler.toml
        [env.a.durable_objects]
        bindings = [{ name = "ROOM", class_name = "Room" }]
        [env.b]
        vars = { A = "1" }
        [[migrations]]
        tag = "v1"
        new_sqlite_classes = ["Room"]
        //- /json/wrangler.json
        { "durable_objects": { "bindings": [] }, "env": { "a": {} } }
        """);
  }

  @Test
  void theObjectsAreCopied() {
    checkFix(
        """
        //- /wrangler.toml
        name = "w"

        [[durable_objects.bindings]]
        name = "ROOM"
        class_name = "Room" # the lobby too

        [[durable_objects.bindings]]
        name = "FAR"
        class_name = "Far"
        script_name = "other"

        [[migrations]]
        tag = "v1"
        new_sqlite_classes = ["Room"]

        [env."pre view"]
        vars = { A = "1" }
        """,
        """
        name = "w"

        [[durable_objects.bindings]]
        name = "ROOM"
        class_name = "Room" # the lobby too

        [[durable_objects.bindings]]
        name = "FAR"
        class_name = "Far"
        script_name = "other"

        [[migrations]]
        tag = "v1"
        new_sqlite_classes = ["Room"]

        [env."pre view"]
        vars = { A = "1" }

        [[env."pre view".durable_objects.bindings]]
        name = "ROOM"
        class_name = "Room"

        [[env."pre view".durable_objects.bindings]]
        name = "FAR"
        class_name = "Far"
        script_name = "other"
        """);
  }

  @Test
  void theObjectsAreCopiedInJson() {
    checkFix(
        """
        //- /wrangler.jsonc
        {
          "durable_objects": {
            "bindings": [{ "name": "ROOM", "class_name": "Room" }],
          },
          "migrations": [{ "tag": "v1", "new_sqlite_classes": ["Room"] }],
          "env": {
            "quiet": {
              "vars": { "A": "1" },
            },
          },
        }
        """,
        """
        {
          "durable_objects": {
            "bindings": [{ "name": "ROOM", "class_name": "Room" }],
          },
          "migrations": [{ "tag": "v1", "new_sqlite_classes": ["Room"] }],
          "env": {
            "quiet": {
              "vars": { "A": "1" },
              "durable_objects": {
                "bindings": [{ "name": "ROOM", "class_name": "Room" }],
              },
            },
          },
        }
        """);
  }

  @Test
  void copiedMigrations() {
    check(
        """
        //- /wrangler.toml
        [[migrations]]
        tag = "v1"
        new_sqlite_classes = ["Room"]
        [[migrations]]
        tag = "v2"
        new_sqlite_classes = ["Lobby"]
        [[env.copy.migrations]]
        #          ^^^^^^^^^^ warning[ENV02]: env.copy repeats the migrations of the top level, which it would inherit: later tags there will not reach it
        tag = "v1"
        new_sqlite_classes = ["Room"]
        [[env.other.migrations]]
        tag = "v1"
        new_sqlite_classes = ["Lobby"]
        [[env.longer.migrations]]
        tag = "v1"
        new_sqlite_classes = ["Room"]
        [[env.longer.migrations]]
        tag = "v2"
        new_sqlite_classes = ["Lobby"]
        [[env.longer.migrations]]
        tag = "v3"
        new_sqlite_classes = ["Attic"]
        //- /json/wrangler.jsonc
        {
          "migrations": [{ "tag": "v1", "new_sqlite_classes": ["Room"] }],
          "env": { "e": { "migrations": [{ "new_sqlite_classes": ["Room"], "tag": "v1" }] } },
        //                 ^^^^^^^^^^ warning[ENV02]: env.e repeats the migrations of the top level, which it would inherit: later tags there will not reach it
        }
        """);
  }

  @Test
  void aClassThatOwnMigrationsLack() {
    check(
        """
        //- /wrangler.toml
        [[migrations]]
        tag = "v1"
        new_sqlite_classes = ["Room", "Lobby"]
        [env.staging.durable_objects]
        bindings = [{ name = "ROOM", class_name = "Room" }, { name = "LOBBY", class_name = "Lobby" }]
        #                                          ^^^^ error[ENV03]: "Room" is created at the top level, but env.staging has migrations of its own, which lack it
        [[env.staging.migrations]]
        tag = "v0"
        new_sqlite_classes = ["Lobby"]
        [env.inherits.durable_objects]
        bindings = [{ name = "ROOM", class_name = "Room" }]
        //- /json/wrangler.json
        {
          "migrations": [{ "tag": "v1", "new_sqlite_classes": ["Room"] }],
          "env": { "e": {
            "durable_objects": { "bindings": [{ "name": "ROOM", "class_name": "Room" }] },
        //                                                                     ^^^^ error[ENV03]: "Room" is created at the top level, but env.e has migrations of its own, which lack it
            "migrations": []
          } }
        }
        """);
  }

  @Test
  void anEnvironmentsOwnMigrationsGetTheClass() {
    checkFix(
        "ENV03",
        """
        //- /wrangler.toml
        [[migrations]]
        tag = "v1"
        new_sqlite_classes = ["Room"]

        [env.staging.durable_objects]
        bindings = [{ name = "ROOM", class_name = "Room" }]

        [[env.staging.migrations]]
        tag = "v0"
        new_sqlite_classes = ["Lobby"]
        """,
        """
        [[migrations]]
        tag = "v1"
        new_sqlite_classes = ["Room"]

        [env.staging.durable_objects]
        bindings = [{ name = "ROOM", class_name = "Room" }]

        [[env.staging.migrations]]
        tag = "v0"
        new_sqlite_classes = ["Lobby"]

        [[env.staging.migrations]]
        tag = "v2"
        new_sqlite_classes = ["Room"]
        """);
  }

  @Test
  void anEnvironmentsOwnMigrationsGetTheClassInJson() {
    checkFix(
        "ENV03",
        """
        //- /wrangler.jsonc
        {
          "migrations": [{ "tag": "v1", "new_sqlite_classes": ["Room"] }],
          "env": {
            "staging": {
              "durable_objects": { "bindings": [{ "name": "ROOM", "class_name": "Room" }] },
              "migrations": [
                { "tag": "v0", "new_sqlite_classes": ["Lobby"] },
              ],
            },
          },
        }
        """,
        """
        {
          "migrations": [{ "tag": "v1", "new_sqlite_classes": ["Room"] }],
          "env": {
            "staging": {
              "durable_objects": { "bindings": [{ "name": "ROOM", "class_name": "Room" }] },
              "migrations": [
                { "tag": "v0", "new_sqlite_classes": ["Lobby"] },
                { "tag": "v2", "new_sqlite_classes": ["Room"] },
              ],
            },
          },
        }
        """);
  }
}
