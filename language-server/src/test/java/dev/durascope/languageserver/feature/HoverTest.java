package dev.durascope.languageserver.feature;

import static dev.durascope.languageserver.feature.Cursor.checkHover;

import org.junit.jupiter.api.Test;

class HoverTest {

  @Test
  void aClassTellsItsBindingsAndItsStorage() {
    checkHover(
        """
        //- /wrangler.toml
        main = "index.ts"
        durable_objects.bindings = [{ name = "ROOM", class_name = "Ro<|>om" }, { name = "R2", class_name = "Room" }]
        migrations = [{ tag = "v1", new_sqlite_classes = ["Room"] }]
        //- /index.ts
        export class Room {}
        """,
        """
        [Room]
        `class Room`, exported by index.ts

        Bound as `ROOM`, `R2`.

        Storage: SQLite.
        """);
  }

  @Test
  void theStorageMayDifferByEnvironment() {
    checkHover(
        """
        //- /wrangler.jsonc
        {
          "migrations": [{ "tag": "v1", "new_classes": ["<|>Room"] }],
          "env": {
            "staging": { "migrations": [{ "tag": "v1", "new_sqlite_classes": ["Room"] }] },
            "bare": { "migrations": [] },
          },
        }
        """,
        """
        [Room]
        `class Room`; there is no entry point to look into

        Not bound.

        - top level: Storage: key-value, without SQL.
        - staging: Storage: SQLite.
        - bare: Not alive after the history that is written here.
        """);
  }

  @Test
  void aBindingInTheCode() {
    checkHover(
        """
        //- /wrangler.toml
        main = "index.ts"
        durable_objects.bindings = [{ name = "ROOM", class_name = "Room" }]
        //- /index.ts
        export default { fetch: (request, env) => env["RO<|>OM"].getByName("a").fetch(request) };
        """,
        """
        [ROOM]
        `ROOM`: the Durable Object namespace of `Room`

        No migration creates it.
        """);
    checkHover(
        """
        //- /wrangler.toml
        main = "index.ts"
        durable_objects.bindings = [{ name = "FAR", class_name = "Room", script_name = "rooms" }]
        //- /index.ts
        export class A { x = this.env.F<|>AR; }
        """,
        """
        [FAR]
        `FAR`: the Durable Object namespace of `Room` of the Worker `rooms`
        """);
  }

  @Test
  void aKeyIsDescribedByTheSchema() {
    checkHover(
        """
        //- /wrangler.json
        { "durable_objects": { "bindings": [{ "class_<|>name": "Room" }] } }
        """,
        """
        [class_name]
        The exported class name of the Durable Object
        """);
    checkHover(
        """
        //- /wrangler.toml
        [[env.e.durable_objects.bindings]]
        script<|>_name = "a"
        """,
        """
        [script_name]
        The script where the Durable Object is defined (if it's external to this Worker)
        """);
    checkHover("//- /wrangler.toml\nno_such_<|>key = 1\n", "");
    checkHover("//- /wrangler.toml\nname = 'w'\n//- /a.ts\nconst a = en<|>v;\n", "");
  }
}
