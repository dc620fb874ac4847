package dev.durascope.languageserver.analysis;

import static dev.durascope.languageserver.analysis.Fixture.check;
import static dev.durascope.languageserver.analysis.Fixture.checkFix;

import org.junit.jupiter.api.Test;

/** BND07, EXP10, EXP13 and EXP14: several Workers in one workspace. */
class NeighboursTest {

  @Test
  void theNamedWorkerLacksTheClass() {
    check(
        """
        //- /app/wrangler.toml
        name = "app"
        [[durable_objects.bindings]]
        name = "ROOM"
        class_name = "Room"
        script_name = "chat"
        [[durable_objects.bindings]]
        name = "HALL"
        class_name = "Hal"
        #             ^^^ error[BND07]: "Hal" is not exported by index.ts of the Worker "chat-staging"; did you mean "Hall"?
        script_name = "chat-staging"
        [[durable_objects.bindings]]
        name = "SHAPE"
        class_name = "Shape"
        #             ^^^^^ error[BND07]: "Shape" is not exported by index.ts of the Worker "chat"
        script_name = "chat"
        [[durable_objects.bindings]]
        name = "FAR"
        class_name = "Anything"
        script_name = "elsewhere"
        //- /chat/wrangler.jsonc
        { "name": "chat", "main": "index.ts", "env": { "staging": {} } }
        //- /chat/index.ts
        export class Room {}
        export class Hall {}
        export type Shape = {};
        """);
  }

  /** Another environment is another Worker, in the same file. */
  @Test
  void anotherEnvironmentLacksTheClass() {
    check(
        """
        //- /wrangler.jsonc
        {
          "name": "chat",
          "main": "index.ts",
          "durable_objects": { "bindings": [
            { "name": "OLD", "class_name": "Old", "script_name": "chat-old" },
            { "name": "NEW", "class_name": "New", "script_name": "chat-old" },
        //                                  ^^^ error[BND07]: "New" is not exported by old.ts of the Worker "chat-old"
            { "name": "LEGACY", "class_name": "New", "script_name": "chat-old", "environment": "x" },
          ] },
          "env": { "old": { "main": "old.ts", "durable_objects": { "bindings": [] } } },
        }
        //- /index.ts
        export class New {}
        //- /old.ts
        export class Old {}
        """);
  }

  /** Two of one name, a generated entry point, half-typed text: nobody knows. */
  @Test
  void whatIsNotCertainIsNotSaid() {
    check(
        """
        //- /app/wrangler.toml
        name = "app"
        [[durable_objects.bindings]]
        name = "ROOM"
        class_name = "Room"
        script_name = "twice"
        [[durable_objects.bindings]]
        name = "BUILT"
        class_name = "Room"
        script_name = "built"
        [[durable_objects.bindings]]
        name = "HALF"
        class_name = "Room"
        script_name = "half"
        [[durable_objects.bindings]]
        name = "OPEN"
        class_name = "<CLASS>"
        script_name = "twice"
        //- /one/wrangler.toml
        name = "twice"
        main = "index.ts"
        //- /one/index.ts
        export class Room {}
        //- /two/wrangler.toml
        name = "twice"
        main = "index.ts"
        //- /two/index.ts
        export class Other {}
        //- /built/wrangler.toml
        name = "built"
        main = "dist/index.js"
        //- /built/dist/index.js
        export class Old {}
        //- /half/wrangler.toml
        name = "half"
        main = "index.ts"
        x =
        #@0+1 warning[CFG03]: Unexpected fields found in top-level field: "x"
        #  | error[CFG01]: Unexpected end of line, expected a value
        //- /half/index.ts
        export class Old {}
        """);
  }

  @Test
  void theFixNamesTheClassThatIsThere() {
    checkFix(
        """
        //- /app/wrangler.toml
        name = "app"
        [[durable_objects.bindings]]
        name = "ROOM"
        class_name = "room"
        script_name = "chat"
        //- /chat/wrangler.toml
        name = "chat"
        main = "index.ts"
        //- /chat/index.ts
        export class Room {}
        """,
        """
        name = "app"
        [[durable_objects.bindings]]
        name = "ROOM"
        class_name = "Room"
        script_name = "chat"
        """);
  }

  @Test
  void aDeletedClassIsStillBound() {
    check(
        """
        //- /app/wrangler.toml
        name = "app"
        [[durable_objects.bindings]]
        name = "ROOM"
        class_name = "Room"
        script_name = "chat"
        [[durable_objects.bindings]]
        name = "HALL"
        class_name = "Hall"
        script_name = "old"
        [[durable_objects.bindings]]
        name = "LOBBY"
        class_name = "Lobby"
        script_name = "old"
        //- /chat/wrangler.jsonc
        { "name": "chat", "exports": { "Room": { "type": "durable-object", "state": "deleted" } } }
        //                              ^^^^ error[EXP10]: "Room" is deleted here, and the Worker "app" still binds it
        //- /old/wrangler.jsonc
        {
          "name": "old",
          "migrations": [
            { "tag": "v5", "deleted_classes": ["Hall", "Attic"], "renamed_classes": [{ "from": "Lobby", "to": "Foyer" }] },
        //                                      ^^^^ error[EXP10]: "Hall" is deleted here, and the Worker "app" still binds it
        //                                      ^^^^ warning[MIG19]: Deploying this deletes all objects of "Hall" with their data
        //                                              ^^^^^ warning[MIG19]: Deploying this deletes all objects of "Attic" with their data
          ],
        }
        """);
  }

  @Test
  void transfersHaveTwoHalves() {
    check(
        """
        //- /giver/wrangler.jsonc
        {
          "name": "giver",
          "exports": {
            "Sound": { "type": "durable-object", "state": "transferred", "transferred_to": "taker" },
            "Done": { "type": "durable-object", "state": "transferred", "transferred_to": "taker" },
            "Lost": { "type": "durable-object", "state": "transferred", "transferred_to": "taker" },
        //                                                                                 ^^^^^ error[EXP13]: "taker" does not expect "Lost": its exports have no live entry of that class
            "Away": { "type": "durable-object", "state": "transferred", "transferred_to": "elsewhere" },
            "Later": { "type": "durable-object", "storage": "sqlite" },
            "Gone": { "type": "durable-object", "state": "deleted" },
          },
        }
        //- /taker/wrangler.jsonc
        {
          "name": "taker",
          "exports": {
            "Sound": { "type": "durable-object", "state": "expecting-transfer", "storage": "sqlite", "transfer_from": "giver" },
            "Done": { "type": "durable-object", "storage": "sqlite" },
            "Later": { "type": "durable-object", "state": "expecting-transfer", "storage": "sqlite", "transfer_from": "giver" },
            "Gone": { "type": "durable-object", "state": "expecting-transfer", "storage": "sqlite", "transfer_from": "giver" },
        //                                                                                                            ^^^^^ warning[EXP14]: "giver" has no "Gone" to hand over to this Worker
            "Never": { "type": "durable-object", "state": "expecting-transfer", "storage": "sqlite", "transfer_from": "giver" },
        //                                                                                                             ^^^^^ warning[EXP14]: "giver" has no "Never" to hand over to this Worker
            "Away": { "type": "durable-object", "state": "expecting-transfer", "storage": "sqlite", "transfer_from": "giver" },
        //                                                                                                            ^^^^^ warning[EXP14]: "giver" has no "Away" to hand over to this Worker
            "Far": { "type": "durable-object", "state": "expecting-transfer", "storage": "sqlite", "transfer_from": "elsewhere" },
          },
        }
        """);
  }
}
