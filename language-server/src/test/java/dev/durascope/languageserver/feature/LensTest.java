package dev.durascope.languageserver.feature;

import static dev.durascope.languageserver.feature.Cursor.checkLenses;

import org.junit.jupiter.api.Test;

class LensTest {

  private static final String TOML =
      """
      //- /wrangler.toml
      main = "index.ts"
      durable_objects.bindings = [
        { name = "ROOM", class_name = "Room" },
        { name = "LOBBY", class_name = "Room" },
        { name = "OTHER", class_name = "Room", script_name = "other" },
        { name = "GONE", class_name = "Gone" },
      ]
      [[migrations]]
      tag = "v1"
      new_classes = ["Chat"]
      new_sqlite_classes = ["Quiet"]
      [[migrations]]
      tag = "v2"
      renamed_classes = [{ from = "Chat", to = "Room" }]
      """;

  private static final String CODE =
      """
      //- /index.ts
      export { Chamber as Room } from "./room";
      export class Quiet {}
      class Other {}
      //- /room.ts
      export class Chamber {}
      """;

  @Test
  void onTheClass() {
    checkLenses(
        TOML + CODE.replace("Chamber {}", "Chamber {}<|>"),
        """
        Chamber: 2 bindings · migrated v2 (key-value) \
        [/wrangler.toml:3:34 Room, /wrangler.toml:4:35 Room]
        Chamber: objects of Room
        Chamber: debug
        """);
  }

  @Test
  void onAClassWithoutBinding() {
    checkLenses(
        TOML + CODE.replace("Quiet {}", "Quiet {}<|>"),
        """
        Quiet: not bound · migrated v1 (SQLite) []
        Quiet: objects of Quiet
        Quiet: debug
        """);
  }

  @Test
  void onTheBindings() {
    checkLenses(
        TOML.replace("main", "<|>main") + CODE,
        """
        Room: Room in room.ts · migrated v2 (key-value) [/room.ts:1:14 Chamber]
        Room: objects of Room
        Room: Room in room.ts · migrated v2 (key-value) [/room.ts:1:14 Chamber]
        Room: objects of Room
        Room: Room of the Worker other []
        """);
  }

  @Test
  void ofJson() {
    checkLenses(
        """
        //- /wrangler.jsonc
        {<|>
          "main": "index.ts",
          "durable_objects": { "bindings": [{ "name": "Q", "class_name": "Quiet" }] },
          "exports": { "Room": { "type": "durable-object" } },
          "env": { "e": { "durable_objects": { "bindings": [{ "name": "R", "class_name": "Room" }] } } }
        }
        """
            + CODE,
        """
        Quiet: Quiet in index.ts · no migration creates it [/index.ts:2:14 Quiet]
        Quiet: objects of Quiet
        Room: Room in room.ts · declared (SQLite) [/room.ts:1:14 Chamber]
        Room: objects of Room
        """);
  }

  @Test
  void halfTyped() {
    checkLenses(
        """
        //- /wrangler.json
        { "main": "index.ts", "durable_objects": { "bindings": [{ "class_name": "Quiet" }, { "class_name": "<|>
        """
            + CODE,
        """
        Quiet: Quiet in index.ts · no migration creates it [/index.ts:2:14 Quiet]
        Quiet: objects of Quiet
        """);
  }
}
