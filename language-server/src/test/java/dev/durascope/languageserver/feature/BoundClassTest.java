package dev.durascope.languageserver.feature;

import static dev.durascope.languageserver.feature.Cursor.checkRefactoring;
import static dev.durascope.languageserver.feature.Cursor.refactoringTitles;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A class of the code that no configuration names, bound and brought to life. */
class BoundClassTest {

  private static final String CODE =
      """
      //- /src/index.ts
      import { DurableObject } from "cloudflare:workers";
      export class Lobby extends DurableObject {}
      export class Chat<|>Room extends DurableObject<Env> {}
      """;

  @Test
  void aFirstClass() {
    checkRefactoring(
        """
        //- /wrangler.toml
        main = "src/index.ts" # the code
        """
            + CODE,
        "Bind \"ChatRoom\" as CHAT_ROOM, and create it by a migration",
        """
        //- /wrangler.toml
        main = "src/index.ts" # the code

        [[durable_objects.bindings]]
        name = "CHAT_ROOM"
        class_name = "ChatRoom"

        [[migrations]]
        tag = "v1"
        new_sqlite_classes = ["ChatRoom"]
        """);
    checkRefactoring(
        """
        //- /wrangler.jsonc
        {
        \t"main": "src/index.ts" // the code
        }
        """
            + CODE,
        "Bind \"ChatRoom\" as CHAT_ROOM, and create it by a migration",
        """
        //- /wrangler.jsonc
        {
        \t"main": "src/index.ts", // the code
        \t"durable_objects": {
        \t\t"bindings": [{ "name": "CHAT_ROOM", "class_name": "ChatRoom" }]
        \t},
        \t"migrations": [
        \t\t{ "tag": "v1", "new_sqlite_classes": ["ChatRoom"] }
        \t]
        }
        """);
  }

  @Test
  void oneMoreBesideOthers() {
    checkRefactoring(
        """
        //- /wrangler.toml
        main = "src/index.ts"

          [[durable_objects.bindings]]
          name = "LOBBY" # first
          class_name = "Lobby" # of all

        [vars]
        CHAT_ROOM = "taken"

        [[migrations]]
        tag = "v1"
        new_sqlite_classes = ["Lobby"]
        """
            + CODE,
        "Bind \"ChatRoom\" as CHAT_ROOM_2, and create it by a migration",
        """
        //- /wrangler.toml
        main = "src/index.ts"

          [[durable_objects.bindings]]
          name = "LOBBY" # first
          class_name = "Lobby" # of all

          [[durable_objects.bindings]]
          name = "CHAT_ROOM_2"
          class_name = "ChatRoom"

        [vars]
        CHAT_ROOM = "taken"

        [[migrations]]
        tag = "v1"
        new_sqlite_classes = ["Lobby"]

        [[migrations]]
        tag = "v2"
        new_sqlite_classes = ["ChatRoom"]
        """);
  }

  @Test
  void inEachEnvironmentThatHasObjectsAndByExportsWhereTheyAre() {
    checkRefactoring(
        """
        //- /wrangler.toml
        main = "src/index.ts"
        durable_objects.bindings = [{ name = "LOBBY", class_name = "Lobby" }]
        [exports.Lobby]
        type = "durable-object"
        storage = "sqlite"
        [env.plain.vars]
        A = 1
        [env.staging.durable_objects]
        bindings = []
        """
            + CODE,
        "Bind \"ChatRoom\" as CHAT_ROOM, and declare it in exports",
        """
        //- /wrangler.toml
        main = "src/index.ts"
        durable_objects.bindings = [{ name = "LOBBY", class_name = "Lobby" }, { name = "CHAT_ROOM", class_name = "ChatRoom" }]
        [exports.Lobby]
        type = "durable-object"
        storage = "sqlite"
        [env.plain.vars]
        A = 1
        [env.staging.durable_objects]
        bindings = [
          { name = "CHAT_ROOM", class_name = "ChatRoom" }
        ]

        [exports.ChatRoom]
        type = "durable-object"
        storage = "sqlite"
        """);
    checkRefactoring(
        """
        //- /wrangler.jsonc
        {
          "main": "src/index.ts",
          "exports": {
            "Lobby": { "type": "durable-object", "storage": "sqlite" },
          },
          "env": {
            "staging": {
              "durable_objects": { "bindings": [{ "name": "LOBBY", "class_name": "Lobby" }] },
            },
          },
        }
        """
            + CODE,
        "Bind \"ChatRoom\" as CHAT_ROOM, and declare it in exports",
        """
        //- /wrangler.jsonc
        {
          "main": "src/index.ts",
          "exports": {
            "Lobby": { "type": "durable-object", "storage": "sqlite" },
            "ChatRoom": { "type": "durable-object", "storage": "sqlite" },
          },
          "env": {
            "staging": {
              "durable_objects": { "bindings": [{ "name": "LOBBY", "class_name": "Lobby" }, { "name": "CHAT_ROOM", "class_name": "ChatRoom" }] },
            },
          },
        }
        """);
  }

  @Test
  void onlyAClassThatIsExportedAndThatNothingNames() {
    assertThat(
            refactoringTitles(
                """
                //- /wrangler.toml
                main = "src/index.ts"
                migrations = [{ tag = "v1", new_sqlite_classes = ["ChatRoom"] }]
                """
                    + CODE))
        .isEmpty();
    assertThat(
            refactoringTitles(
                "//- /wrangler.toml\nmain = \"src/index.ts\"\n"
                    + CODE.replace("export class Chat", "class Chat")))
        .isEmpty();
    assertThat(refactoringTitles("//- /wrangler.toml\nmain = \"src/index.ts\"\nname =\n" + CODE))
        .isEmpty();
  }
}
