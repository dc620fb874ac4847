package dev.durascope.languageserver.analysis;

import static dev.durascope.languageserver.analysis.Fixture.check;

import org.junit.jupiter.api.Test;

/** Comments that silence diagnostics. */
class SuppressionTest {

  @Test
  void commentsSilenceWhatTheyName() {
    check(
        """
        //- /wrangler.toml
        main = "index.ts"
        [[migrations]]
        tag = "v1"
        new_classes = ["Room"] # durascope-ignore MIG05: deployed in 2022
        [[migrations]]
        # durascope-ignore MIG02, MIG05
        # the tag was given twice in 2023
        tag = "v1"
        new_classes = ["Hall"] # durascope-ignore BND01
        #               ^^^^ warning[MIG05]: "Hall" gets the older key-value storage: create new classes by new_sqlite_classes
        [[migrations]]
        tag = "v3" # durascope-ignore
        new_classes = ["Attic"] # durascope-ignore all
        #               ^^^^^ warning[MIG05]: "Attic" gets the older key-value storage: create new classes by new_sqlite_classes
        //- /json/wrangler.jsonc
        {
          // durascope-ignore MIG05
          "migrations": [{ "tag": "v1", "new_classes": ["Room"] }],
          "migrations2": [], /* durascope-ignore CFG03 */
          "migrations3": [],
        // ^^^^^^^^^^^ warning[CFG03]: Unexpected fields found in top-level field: "migrations3"
        }
        //- /index.ts
        // durascope-ignore-file MIG05, JS18 (the guide has it so)
        export class Room {}
        export class Hall {}
        export class Attic {}
        env.ROOM.newUniqueID();
        env.ROOM.idFromString("a"); // durascope-ignore JS19
        env.ROOM.idFromString("b");
        //                     ^ error[JS19]: Invalid Durable Object ID: must be 64 hex digits
        """);
  }
}
