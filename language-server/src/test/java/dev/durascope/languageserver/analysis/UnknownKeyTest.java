package dev.durascope.languageserver.analysis;

import static dev.durascope.languageserver.analysis.Fixture.check;
import static dev.durascope.languageserver.analysis.Fixture.checkFix;

import org.junit.jupiter.api.Test;

/** CFG03: keys, by the schema of the project's wrangler. */
class UnknownKeyTest {

  @Test
  void keysThatNobodyKnows() {
    check(
        """
        //- /wrangler.toml
        name = "w"
        compatability_date = "2026-01-01"
        #@0+18 warning[CFG03]: Unexpected fields found in top-level field: "compatability_date"; did you mean "compatibility_date"?
        my_own = 1
        #@0+6 warning[CFG03]: Unexpected fields found in top-level field: "my_own"
        [[durable_objects.bindings]]
        name = "ROOM"
        class-name = "Room"
        #@0+10 warning[CFG03]: Unexpected fields found in durable_objects.bindings field: "class-name"
        class_name = "Room"
        class = "Room"
        #@0+5 warning[CFG03]: Unexpected fields found in durable_objects.bindings field: "class"
        script_name = "other"
        [env.e]
        #^^^^^ warning[ENV01]: "durable_objects" exists at the top level, but not on "env.e", which does not inherit it
        durable_object.bindings = []
        #@0+14 warning[CFG03]: Unexpected fields found in env.e field: "durable_object"; did you mean "durable_objects"?
        vars = { ANYTHING = "goes" }
        [env.e.define]
        ANYTHING = "'goes'"
        [alias]
        "any-package" = "./goes.ts"
        [[migrations]]
        tag = "v1"
        new_sqlite_class = ["Room"]
        #@0+16 warning[CFG03]: Unexpected fields found in migrations field: "new_sqlite_class"; did you mean "new_sqlite_classes"?
        main = "src/index.ts"
        #@0+4 warning[CFG03]: Unexpected fields found in migrations field: "main"; at the top level it has to stand above the first table
        //- /json/wrangler.jsonc
        {
          "$schema": "./node_modules/wrangler/config-schema.json",
          "durable_objects": { "binding": [], "bindings": [{ "name": "A", "class_name": "R", "script_name": "o", "Environment": "x" }] },
        //                      ^^^^^^^ warning[CFG03]: Unexpected fields found in durable_objects field: "binding"
        //                                                                                                        ^^^^^^^^^^^ warning[CFG03]: Unexpected fields found in durable_objects.bindings field: "Environment"; did you mean "environment"?
          "vars": { "deep": { "free": 1 } },
          "observability": { "enabled": true, "head_sampling_rate": 1 },
          "rules": [{ "type": "Text", "globs": ["**/*.md"], "fall_through": true }],
        //                                                   ^^^^^^^^^^^^ warning[CFG03]: Unexpected fields found in rules field: "fall_through"; did you mean "fallthrough"?
          "routes": [{ "pattern": "a.example/*", "zone_name": "a.example" }, "b.example/*"],
        }
        """);
  }

  @Test
  void aKeyIsRespelt() {
    checkFix(
        """
        //- /wrangler.toml
        compatability_date = "2026-01-01"
        """,
        """
        compatibility_date = "2026-01-01"
        """);
  }

  @Test
  void aKeyInsideABindingIsRespelt() {
    checkFix(
        "CFG03",
        """
        //- /wrangler.json
        { "durable_objects": { "bindings": [{ "name": "A", "class-name": "R", "script_name": "o" }] } }
        """,
        """
        { "durable_objects": { "bindings": [{ "name": "A", "class_name": "R", "script_name": "o" }] } }
        """);
  }

  @Test
  void theInstalledWranglerDecides() {
    check(
        """
        //- /a/wrangler.json
        { "name": "w", "future": true, "main": "worker.py" }
        //                              ^^^^ warning[CFG03]: Unexpected fields found in top-level field: "main"
        //                                      ^^^^^^^^^ error[BND11]: The entry-point file "worker.py" was not found
        //- /a/node_modules/wrangler/config-schema.json
        { "definitions": { "R": { "type": "object", "additionalProperties": false, "properties": { "name": {}, "future": {} } } }, "$ref": "#/definitions/R" }
        //- /b/wrangler.json
        { "name": "w", "future": true }
        //              ^^^^^^ warning[CFG03]: Unexpected fields found in top-level field: "future"
        //- /b/node_modules/wrangler/config-schema.json
        { "definitions": { "R": { "type": "obj
        """);
  }
}
