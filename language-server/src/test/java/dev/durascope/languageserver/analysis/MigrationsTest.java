package dev.durascope.languageserver.analysis;

import static dev.durascope.languageserver.analysis.Fixture.check;
import static dev.durascope.languageserver.analysis.Fixture.checkFix;

import org.junit.jupiter.api.Test;

/** MIG: the history of classes as a list of steps. */
class MigrationsTest {

  @Test
  void migrationsWithoutATag() {
    check(
        """
        //- /wrangler.toml
        [[migrations]]
        # ^^^^^^^^^^ error[MIG01]: "migrations[0].tag" is a required field.
        new_sqlite_classes = ["Room"]
        [[migrations]]
        tag = 2
        #     ^ error[MIG01]: Expected "migrations[1].tag" to be of type string
        new_sqlite_classes = ["Lobby"]
        [[migrations]]
        new_sqlite_classes = ["Attic"]
        tag = "v3"
        //- /json/wrangler.jsonc
        { "migrations": [
          { "new_sqlite_classes": ["Room"] },
        //^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error[MIG01]: "migrations[0].tag" is a required field.
          { "tag": null, "new_sqlite_classes": ["Lobby"] },
        //         ^^^^ error[MIG01]: Expected "migrations[1].tag" to be of type string
        ] }
        """);
  }

  @Test
  void aTagTwice() {
    check(
        """
        //- /wrangler.toml
        [[migrations]]
        tag = "v1"
        new_sqlite_classes = ["Room"]
        [[migrations]]
        tag = "V1"
        new_sqlite_classes = ["Lobby"]
        [[migrations]]
        tag = "v1"
        #      ^^ error[MIG02]: The tag "v1" is used by an earlier migration
        new_sqlite_classes = ["Attic"]
        //- /json/wrangler.json
        { "migrations": [{ "tag": "a" }, { "tag": "b" }, { "tag": "a" }],
        //                                                         ^ error[MIG02]: The tag "a" is used by an earlier migration
          "env": { "e": { "migrations": [{ "tag": "a" }] } } }
        //                 ^^^^^^^^^^ warning[ENV02]: env.e repeats the migrations of the top level, which it would inherit: later tags there will not reach it
        """);
  }

  @Test
  void renamesAndTransfersOfAWrongShape() {
    check(
        """
        //- /wrangler.toml
        [[migrations]]
        tag = "v7"
        renamed_classes = ["Room", { from = "A" }, { from = "B", to = "C" }, { from = "D", to = 5 }]
        #                   ^^^^ error[MIG03]: Expected "renamed_classes" to be an array of "{from: string, to: string}" objects
        #                          ^^^^^^^^^^^^^^ error[MIG03]: Expected "renamed_classes" to be an array of "{from: string, to: string}" objects
        #                                                                    ^^^^^^^^^^^^^^^^^^^^^^ error[MIG03]: Expected "renamed_classes" to be an array of "{from: string, to: string}" objects
        transferred_classes = [{ from = "X", to = "Y" }, { from = "X", from_script = "s", to = "Z" }, 3]
        #                      ^^^^^^^^^^^^^^^^^^^^^^^^ error[MIG04]: Expected "transferred_classes" to be an array of "{from: string, from_script: string, to: string}" objects
        #                                                                                             ^ error[MIG04]: Expected "transferred_classes" to be an array of "{from: string, from_script: string, to: string}" objects
        //- /json/wrangler.jsonc
        { "migrations": [{
          "tag": "v7",
          "renamed_classes": [{ "to": "A" }, []],
        //                    ^^^^^^^^^^^^^ error[MIG03]: Expected "renamed_classes" to be an array of "{from: string, to: string}" objects
        //                                   ^^ error[MIG03]: Expected "renamed_classes" to be an array of "{from: string, to: string}" objects
          "transferred_classes": [{ "from_script": "s", "from": "A", "to": "B" }, null],
        //                                                                        ^^^^ error[MIG04]: Expected "transferred_classes" to be an array of "{from: string, from_script: string, to: string}" objects
        }] }
        """);
  }

  @Test
  void keyValueClasses() {
    check(
        """
        //- /wrangler.toml
        [[migrations]]
        tag = "v1"
        new_classes = ["Room", "Gone", "Old"]
        #               ^^^^ warning[MIG05]: "Room" gets the older key-value storage: create new classes by new_sqlite_classes
        [[migrations]]
        tag = "v2"
        deleted_classes = ["Gone"]
        renamed_classes = [{ from = "Old", to = "Newer" }]
        [[migrations]]
        tag = "v3"
        new_sqlite_classes = ["Lobby"]
        //- /json/wrangler.json
        { "migrations": [{ "tag": "v1", "new_classes": ["Room"] }] }
        //                                               ^^^^ warning[MIG05]: "Room" gets the older key-value storage: create new classes by new_sqlite_classes
        """);
  }

  @Test
  void classesCreatedTwice() {
    check(
        """
        //- /wrangler.toml
        [[migrations]]
        tag = "v1"
        new_sqlite_classes = ["Room", "Room", "Lobby", "Attic"]
        #                              ^^^^ error[MIG06]: "Room" is created already
        [[migrations]]
        tag = "v2"
        deleted_classes = ["Lobby"]
        renamed_classes = [{ from = "Attic", to = "Loft" }]
        [[migrations]]
        tag = "v3"
        new_sqlite_classes = ["Lobby", "Attic", "Loft"]
        #                                        ^^^^ error[MIG06]: "Loft" is created already
        new_classes = ["Room"]
        #               ^^^^ warning[MIG05]: "Room" gets the older key-value storage: create new classes by new_sqlite_classes
        #               ^^^^ error[MIG06]: "Room" is created already
        //- /json/wrangler.jsonc
        { "migrations": [
          { "tag": "v1", "transferred_classes": [{ "from": "A", "from_script": "s", "to": "B" }] },
          { "tag": "v2", "new_sqlite_classes": ["B"] },
        //                                       ^ error[MIG06]: "B" is created already
        ] }
        """);
  }

  @Test
  void classesThatNothingCreates() {
    check(
        """
        //- /wrangler.toml
        [[migrations]]
        tag = "v1"
        new_sqlite_classes = ["Room"]
        [[migrations]]
        tag = "v2"
        deleted_classes = ["Rooom"]
        #                   ^^^^^ warning[MIG07]: "Rooom" is deleted, but no earlier migration creates it
        renamed_classes = [{ from = "Lobby", to = "Hall" }, { from = "Room", to = "ChatRoom" }]
        #                            ^^^^^ warning[MIG08]: "Lobby" is renamed, but no earlier migration creates it
        [[migrations]]
        tag = "v3"
        renamed_classes = [{ from = "ChatRoom", to = "Room" }]
        //- /json/wrangler.json
        { "migrations": [
          { "tag": "0001", "new_sqlite_classes": ["Room"] },
          { "tag": "0002", "renamed_classes": [{ "from": "Roam", "to": "A" }] }
        //                                                ^^^^ warning[MIG08]: "Roam" is renamed, but no earlier migration creates it
        ] }
        """);
  }

  @Test
  void aHistoryThatWasCutOff() {
    check(
        """
        //- /wrangler.toml
        [[migrations]]
        tag = "v4"
        deleted_classes = ["Room"]
        [[migrations]]
        tag = "v5"
        renamed_classes = [{ from = "Lobby", to = "Hall" }]
        //- /json/wrangler.jsonc
        { "migrations": [
          { "tag": "2024-05-01-init", "renamed_classes": [{ "from": "Roam", "to": "A" }] },
        ] }
        """);
  }

  @Test
  void aBoundClassThatIsGone() {
    check(
        """
        //- /wrangler.toml
        [[durable_objects.bindings]]
        name = "ROOM"
        class_name = "Room"
        #             ^^^^ error[MIG09]: "Room" is bound, but a migration deletes it
        [[durable_objects.bindings]]
        name = "LOBBY"
        class_name = "Lobby"
        #             ^^^^^ error[MIG09]: "Lobby" is bound, but a migration renames it to "Hall"
        [[durable_objects.bindings]]
        name = "FAR"
        class_name = "Room"
        script_name = "other"
        [[durable_objects.bindings]]
        name = "AGAIN"
        class_name = "Again"
        [[migrations]]
        tag = "v1"
        new_sqlite_classes = ["Room", "Lobby", "Again"]
        [[migrations]]
        tag = "v2"
        deleted_classes = ["Room", "Again"]
        renamed_classes = [{ from = "Lobby", to = "Hall" }]
        [[migrations]]
        tag = "v3"
        new_sqlite_classes = ["Again"]
        //- /json/wrangler.json
        { "durable_objects": { "bindings": [{ "name": "A", "class_name": "Room" }] },
        //                                                                ^^^^ error[MIG09]: "Room" is bound, but a migration deletes it
          "migrations": [{ "tag": "v5", "deleted_classes": ["Room"] }, { "tag": "v6" }] }
        """);
  }

  @Test
  void aBindingFollowsTheRename() {
    checkFix(
        """
        //- /wrangler.toml
        durable_objects.bindings = [{ name = "LOBBY", class_name = "Lobby" }]
        [[migrations]]
        tag = "v1"
        new_sqlite_classes = ["Lobby"]
        [[migrations]]
        tag = "v2"
        renamed_classes = [{ from = "Lobby", to = "Hall" }]
        """,
        """
        durable_objects.bindings = [{ name = "LOBBY", class_name = "Hall" }]
        [[migrations]]
        tag = "v1"
        new_sqlite_classes = ["Lobby"]
        [[migrations]]
        tag = "v2"
        renamed_classes = [{ from = "Lobby", to = "Hall" }]
        """);
  }

  @Test
  void movesToAClassThatExists() {
    check(
        """
        //- /wrangler.toml
        [[migrations]]
        tag = "v1"
        new_sqlite_classes = ["Room", "Hall"]
        [[migrations]]
        tag = "v2"
        renamed_classes = [{ from = "Room", to = "Hall" }]
        #                                         ^^^^ error[MIG10]: "Hall" is created by a migration too: the rename alone creates it
        transferred_classes = [{ from = "X", from_script = "s", to = "Y" }, { from = "X", from_script = "s", to = "Z" }]
        #                                                             ^ error[MIG11]: "Y" is created by a migration too: the transfer alone creates it
        new_sqlite_classes = ["Y"]
        [[migrations]]
        tag = "v3"
        renamed_classes = [{ from = "Hall", to = "Room" }]
        //- /json/wrangler.jsonc
        { "migrations": [
          { "tag": "v8", "new_sqlite_classes": ["B"], "renamed_classes": [{ "from": "A", "to": "B" }] },
        //                                                                                      ^ error[MIG10]: "B" is created by a migration too: the rename alone creates it
        ] }
        """);
  }

  @Test
  void aSwapOfNames() {
    check(
        """
        //- /wrangler.toml
        [[migrations]]
        tag = "v1"
        new_sqlite_classes = ["A", "B"]
        [[migrations]]
        tag = "v2"
        renamed_classes = [{ from = "A", to = "B" }, { from = "B", to = "A" }]
        """);
  }

  @Test
  void transfersWithinOneWorker() {
    check(
        """
        //- /wrangler.toml
        name = "chat"
        [[migrations]]
        tag = "v2"
        transferred_classes = [{ from = "A", from_script = "chat", to = "B" }, { from = "A", from_script = "chat-e", to = "C" }]
        #                                                   ^^^^ error[MIG12]: "chat" is this Worker: within one, renamed_classes does it
        [env.e]
        //- /json/wrangler.json
        { "name": "a", "env": { "b": { "migrations": [
          { "tag": "v2", "transferred_classes": [{ "from": "A", "from_script": "a-b", "to": "B" }] } ] } } }
        //                                                                      ^^^ error[MIG12]: "a-b" is this Worker: within one, renamed_classes does it
        """);
  }

  @Test
  void deletionsInTheLastStep() {
    check(
        """
        //- /wrangler.toml
        [[migrations]]
        tag = "v1"
        new_sqlite_classes = ["Room", "Lobby"]
        [[migrations]]
        tag = "v2"
        deleted_classes = ["Room"]
        [[migrations]]
        tag = "v3"
        deleted_classes = ["Lobby"]
        #                   ^^^^^ warning[MIG19]: Deploying this deletes all objects of "Lobby" with their data
        //- /json/wrangler.jsonc
        { "migrations": [{ "tag": "v3", "deleted_classes": ["Room"], "new_sqlite_classes": ["Room", "Hall"] }] }
        //                                                                                   ^^^^ warning[MIG18]: "Room" is deleted and created by one migration: all its data goes
        """);
  }
}
