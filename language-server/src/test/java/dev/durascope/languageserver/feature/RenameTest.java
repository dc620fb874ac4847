package dev.durascope.languageserver.feature;

import static dev.durascope.languageserver.feature.Cursor.checkRefused;
import static dev.durascope.languageserver.feature.Cursor.checkRename;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RenameTest {

  private static final String CODE =
      """
      //- /index.ts
      export { Room } from "./room";
      //- /room.ts
      export class Room { static make() { return { Room, it: new Room() }; } }
      //- /room.test.ts
      import { Room as R } from "./room";
      """;

  private static final String CODE_AFTER =
      """
      //- /index.ts
      export { Hall } from "./room";
      //- /room.ts
      export class Hall { static make() { return { Room: Hall, it: new Hall() }; } }
      //- /room.test.ts
      import { Hall as R } from "./room";
      """;

  private static final String KEEP = "Keep the objects of Room";

  @Test
  void aClassWithMigrationsInToml() {
    checkRename(
        """
        //- /wrangler.toml
        main = "index.ts"
        [[durable_objects.bindings]]
        name = "ROOM"
        class_name = "Ro<|>om" # rooms
        [[migrations]]
        tag = "v1"
        new_sqlite_classes = ["Room"]
        [env.e]
        durable_objects.bindings = [{ name = "ROOM", class_name = "Room" }]
        containers = [{ class_name = "Room" }]
        """
            + CODE,
        "Hall",
        """
        //- /wrangler.toml
        main = "index.ts"
        [[durable_objects.bindings]]
        name = "ROOM"
        class_name = "Hall" # rooms
        [[migrations]]
        tag = "v1"
        new_sqlite_classes = ["Room"]
        [env.e]
        durable_objects.bindings = [{ name = "ROOM", class_name = "Hall" }]
        containers = [{ class_name = "Hall" }]

        [[migrations]]
        tag = "v2"
        renamed_classes = [{ from = "Room", to = "Hall" }]
        """
            + CODE_AFTER,
        KEEP);
  }

  @Test
  void aClassWithMigrationsInJsonc() {
    checkRename(
        """
        //- /wrangler.jsonc
        {
          "main": "index.ts",
          "durable_objects": { "bindings": [{ "name": "ROOM", "class_name": "Room" }] },
          "migrations": [
            { "tag": "v1", "new_sqlite_classes": ["Ro<|>om"] }, // first
          ],
        }
        """
            + CODE,
        "Hall",
        """
        //- /wrangler.jsonc
        {
          "main": "index.ts",
          "durable_objects": { "bindings": [{ "name": "ROOM", "class_name": "Hall" }] },
          "migrations": [
            { "tag": "v1", "new_sqlite_classes": ["Room"] }, // first
            { "tag": "v2", "renamed_classes": [{ "from": "Room", "to": "Hall" }] },
          ],
        }
        """
            + CODE_AFTER,
        KEEP);
  }

  @Test
  void eachListOfMigrationsGetsItsStep() {
    checkRename(
        """
        //- /wrangler.toml
        main = "index.ts"
        [[migrations]]
        tag = "v1"
        new_classes = ["Room"]
        [env.a]
        [[env.b.migrations]]
        tag = "b1"
        new_classes = ["Ro<|>om"]
        [[env.b.migrations]]
        tag = "v3"
        """
            + CODE,
        "Hall",
        """
        //- /wrangler.toml
        main = "index.ts"
        [[migrations]]
        tag = "v1"
        new_classes = ["Room"]
        [env.a]
        [[env.b.migrations]]
        tag = "b1"
        new_classes = ["Room"]
        [[env.b.migrations]]
        tag = "v3"

        [[migrations]]
        tag = "v2"
        renamed_classes = [{ from = "Room", to = "Hall" }]

        [[env.b.migrations]]
        tag = "v4"
        renamed_classes = [{ from = "Room", to = "Hall" }]
        """
            + CODE_AFTER,
        KEEP);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        """
        `[exports.Ro<>om]
        type = "durable-object"
        storage = "sqlite"
        `|`[exports.Hall]
        type = "durable-object"
        storage = "sqlite"

        [exports.Room]
        type = "durable-object"
        state = "renamed"
        renamed_to = "Hall"
        `""",
        """
        `[exports]
        Ro<>om = { type = "durable-object", storage = "sqlite" }
        `|`[exports]
        Hall = { type = "durable-object", storage = "sqlite" }

        [exports.Room]
        type = "durable-object"
        state = "renamed"
        renamed_to = "Hall"
        `""",
        """
        `exports = { <>Room = { type = "durable-object" } }
        `|`exports = { Hall = { type = "durable-object" }, Room = { type = "durable-object", state = "renamed", renamed_to = "Hall" } }
        `""",
      })
  void aDeclaredClassInToml(String before, String after) {
    checkRename(
        "//- /wrangler.toml\nmain = 'index.ts'\n" + before.replace("<>", "<|>") + CODE,
        "Hall",
        "//- /wrangler.toml\nmain = 'index.ts'\n" + after + CODE_AFTER,
        KEEP);
  }

  @Test
  void aDeclaredClassInJson() {
    checkRename(
        """
        //- /wrangler.json
        {
          "main": "index.ts",
          "exports": {
            "Old": { "type": "durable-object", "state": "renamed", "renamed_to": "Room" },
            "Room": { "type": "durable-object" }
          }
        }
        """
            + CODE.replace("class Room", "class Ro<|>om"),
        "Hall",
        """
        //- /wrangler.json
        {
          "main": "index.ts",
          "exports": {
            "Old": { "type": "durable-object", "state": "renamed", "renamed_to": "Room" },
            "Hall": { "type": "durable-object" },
            "Room": { "type": "durable-object", "state": "renamed", "renamed_to": "Hall" }
          }
        }
        """
            + CODE_AFTER,
        KEEP);
  }

  @Test
  void aDeclaredClassInDottedKeysIsLeftAlone() {
    checkRefused(
        """
        //- /wrangler.toml
        main = "index.ts"
        exports.Ro<|>om.type = "durable-object"
        exports.Room.storage = "sqlite"
        """
            + CODE,
        "Hall",
        "wrangler.toml is written in a form in which \"Room\" cannot be replaced safely.");
  }

  @Test
  void otherWorkersFollow() {
    checkRename(
        """
        //- /wrangler.toml
        name = "a"
        main = "index.ts"
        durable_objects.bindings = [{ name = "ROOM", class_name = "R<|>oom" }]
        //- /b/wrangler.json
        { "durable_objects": { "bindings": [
          { "name": "ROOM", "class_name": "Room", "script_name": "a" } ] } }
        """
            + CODE,
        "Hall",
        """
        //- /wrangler.toml
        name = "a"
        main = "index.ts"
        durable_objects.bindings = [{ name = "ROOM", class_name = "Hall" }]
        //- /b/wrangler.json
        { "durable_objects": { "bindings": [
          { "name": "ROOM", "class_name": "Hall", "script_name": "a" } ] } }
        """
            + CODE_AFTER);
  }

  @Test
  void aClassWithoutLifecycleOffersNothing() {
    checkRename(
        """
        //- /wrangler.toml
        main = "index.ts"
        durable_objects.bindings = [{ name = "ROOM", class_name = "R<|>oom" }]
        """
            + CODE,
        "Hall",
        """
        //- /wrangler.toml
        main = "index.ts"
        durable_objects.bindings = [{ name = "ROOM", class_name = "Hall" }]
        """
            + CODE_AFTER);
  }

  @Test
  void aNameThatOnlyTheCodeHas() {
    checkRename(
        """
        //- /wrangler.toml
        main = "index.ts"
        migrations = [{ tag = "v1", new_sqlite_classes = ["Room"] }]
        //- /index.ts
        class Ch<|>amber {}
        export { Chamber as Room };
        """,
        "Hall",
        """
        //- /wrangler.toml
        main = "index.ts"
        migrations = [{ tag = "v1", new_sqlite_classes = ["Room"] }]
        //- /index.ts
        class Hall {}
        export { Hall as Room };
        """);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2nd   | export class Room {} | \"2nd\" is no name for a class.",
        "class | export class Room {} | \"class\" is no name for a class.",
        "Hall  | export class Lobby {} | The code has no class Room.",
        "Hall  | export * from './gone' | It cannot be told where Room is declared: \"./gone\" was not found.",
        "Hall  | export class Room { a: Hall } | i.ts has a name Hall already.",
        "Lobby | export class Room {} | There is a class Lobby already.",
        "Hall  | export class Room {} const Room; ) Room.( | i.ts cannot be read completely, so a place may be missed.",
        "Hall  | export { Room } from './node_modules/rooms/index' | Room is a class of an installed package.",
      })
  void aClassIsRefused(String newName, String code, String reason) {
    checkRefused(
        """
        //- /wrangler.toml
        main = "i.ts"
        durable_objects.bindings = [
          { name = "ROOM", class_name = "Ro<|>om" }, { name = "LOBBY", class_name = "Lobby" }
        ]
        //- /node_modules/rooms/index.js
        export class Room {}
        //- /i.ts
        """
            + code
            + "\n",
        newName,
        reason);
  }

  private static final String USES =
      """
      //- /src/index.ts
      interface Env { ROOM: DurableObjectNamespace }
      export class Room {
        constructor(ctx, { ROOM }) { this.env["ROOM"].get(ROOM); }
      }
      export default { fetch: (request, env) => { const { ROOM: r = 1 } = env; } };
      """;

  private static final String USES_AFTER =
      """
      //- /src/index.ts
      interface Env { HALL: DurableObjectNamespace }
      export class Room {
        constructor(ctx, { HALL: ROOM }) { this.env["HALL"].get(ROOM); }
      }
      export default { fetch: (request, env) => { const { HALL: r = 1 } = env; } };
      """;

  @Test
  void aBindingFromItsUse() {
    checkRename(
        """
        //- /wrangler.toml
        [[durable_objects.bindings]]
        name = "ROOM"
        class_name = "ROOM"
        [env.e]
        durable_objects.bindings = [{ name = "ROOM", class_name = "Room" }]
        """
            + USES.replace("[\"ROOM\"]", "[\"ROO<|>M\"]"),
        "HALL",
        """
        //- /wrangler.toml
        [[durable_objects.bindings]]
        name = "HALL"
        class_name = "ROOM"
        [env.e]
        durable_objects.bindings = [{ name = "HALL", class_name = "Room" }]
        """
            + USES_AFTER);
  }

  @Test
  void aBindingOfJsonFromItsType() {
    checkRename(
        """
        //- /wrangler.jsonc
        { "main": "src/index.ts", "kv_namespaces": [{ "binding": "ROOM" }] } // ROOM
        """
            + USES.replace("{ ROOM: Dur", "{ RO<|>OM: Dur"),
        "HALL",
        """
        //- /wrangler.jsonc
        { "main": "src/index.ts", "kv_namespaces": [{ "binding": "HALL" }] } // ROOM
        """
            + USES_AFTER);
  }

  @Test
  void aBindingFromTheConfiguration() {
    checkRename(
        "//- /wrangler.toml\nmain = 'src/index.ts'\nvars.ROO<|>M = 'x'\n" + USES,
        "HALL",
        "//- /wrangler.toml\nmain = 'src/index.ts'\nvars.HALL = 'x'\n" + USES_AFTER);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a-b   | i.ts      | a        | \"a-b\" cannot be read as env.a-b.",
        "KV    | i.ts      | a        | There is a binding KV already.",
        "HALL  | .dev.vars | ROOM = 1 | .dev.vars gives ROOM a value, and is not changed.",
        "HALL  | a.ts      | env.HALL | a.ts reads env.HALL already.",
      })
  void aBindingIsRefused(String newName, String file, String text, String reason) {
    checkRefused(
        """
        //- /wrangler.toml
        main = "i.ts"
        vars.RO<|>OM = "1"
        kv_namespaces = [{ binding = "KV" }]
        //- /%s
        %s
        """
            .formatted(file, text),
        newName,
        reason);
  }

  @Test
  void aTagOfSeveralLists() {
    checkRename(
        """
        //- /wrangler.json
        { "migrations": [{ "tag": "v1<|>" }, { "tag": "v2" }],
          "env": { "e": { "migrations": [{ "tag": "v1" }] } } }
        """,
        "first",
        """
        //- /wrangler.json
        { "migrations": [{ "tag": "first" }, { "tag": "v2" }],
          "env": { "e": { "migrations": [{ "tag": "first" }] } } }
        """,
        "Rename the migration v1");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "v2   | There is a migration v2 already.",
        "a\"b | \"a\"b\" is no tag.",
      })
  void aTagIsRefused(String newName, String reason) {
    checkRefused(
        "//- /wrangler.toml\nmigrations = [{ tag = 'v<|>1' }, { tag = 'v2' }]\n", newName, reason);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ma<|>in = 'i.ts'", "main = 'i<|>.ts'", "# Ro<|>om"})
  void nothingElseHasAName(String config) {
    checkRefused("//- /wrangler.toml\n" + config + "\n", "x", "There is nothing to rename here.");
  }
}
