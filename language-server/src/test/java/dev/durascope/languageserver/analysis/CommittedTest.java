package dev.durascope.languageserver.analysis;

import static dev.durascope.languageserver.analysis.Fixture.check;
import static dev.durascope.languageserver.analysis.Fixture.checkFix;

import org.junit.jupiter.api.Test;

/** MIG14 to MIG17, EXP11 and EXP15: a configuration beside what it was. */
class CommittedTest {

  @Test
  void theLastTagIsRenamed() {
    check(
        """
        //- /wrangler.toml
        [[migrations]]
        tag = "v1"
        new_sqlite_classes = ["Room"]
        [[migrations]]
        tag = "add-hall"
        #      ^^^^^^^^ error[MIG15]: "v2", the last tag in origin/main, is gone, so all migrations are applied again: "Room" cannot be created: it exists already (10074)
        new_sqlite_classes = ["Hall"]
        //- /wrangler.toml @origin/main
        [[migrations]]
        tag = "v1"
        new_sqlite_classes = ["Room"]
        [[migrations]]
        tag = "v2"
        new_sqlite_classes = ["Hall"]
        """);
  }

  @Test
  void theFixBringsTheLastTagBack() {
    checkFix(
        """
        //- /wrangler.jsonc
        { "migrations": [{ "tag": "one", "new_sqlite_classes": ["Room"] }] }
        //- /wrangler.jsonc @HEAD
        { "migrations": [{ "tag": "v1", "new_sqlite_classes": ["Room"] }] }
        """,
        """
        { "migrations": [{ "tag": "v1", "new_sqlite_classes": ["Room"] }] }
        """);
  }

  @Test
  void theLastTagIsRemoved() {
    check(
        """
        //- /wrangler.jsonc
        { "migrations": [
          { "tag": "v1", "new_sqlite_classes": ["Room"] },
        //          ^^ warning[MIG15]: "v2", the last tag in HEAD, is gone, so all migrations are applied again: "Room" cannot be created: it exists already (10074)
          { "tag": "v3", "new_sqlite_classes": ["Attic"] },
        ] }
        //- /wrangler.jsonc @HEAD
        { "migrations": [
          { "tag": "v1", "new_sqlite_classes": ["Room"] },
          { "tag": "v2", "new_sqlite_classes": ["Hall"] },
        ] }
        """);
  }

  @Test
  void appliedTagsAreMovedBehindTheLastOne() {
    check(
        """
        //- /wrangler.toml
        [[migrations]]
        tag = "v2"
        new_sqlite_classes = ["Hall"]
        [[migrations]]
        tag = "v1"
        #      ^^ warning[MIG15]: "v1" stands behind "v2", the last tag in HEAD, and is applied again: "Room" cannot be created: it exists already (10074)
        new_sqlite_classes = ["Room"]
        //- /wrangler.toml @HEAD
        [[migrations]]
        tag = "v1"
        new_sqlite_classes = ["Room"]
        [[migrations]]
        tag = "v2"
        new_sqlite_classes = ["Hall"]
        """);
  }

  /** What is no fault: the first tags cut off, all but the last, new ones behind, new text. */
  @Test
  void validSuccessors() {
    check(
        """
        //- /wrangler.toml
        [[migrations]]
        # the first two are history
        tag = "v3"
        renamed_classes = [{ from = "Hall", to = "Lobby" }]
        [[migrations]]
        tag = "v4"
        new_sqlite_classes = ["Attic"]
        deleted_classes = ["Room"]
        #                   ^^^^ warning[MIG19]: Deploying this deletes all objects of "Room" with their data
        [env.new]
        migrations = [{ tag = "x", new_sqlite_classes = ["Room"] }]
        //- /wrangler.toml @origin/main
        [[migrations]]
        tag = "v1"
        new_sqlite_classes = ["Room"]
        [[migrations]]
        tag = "v2"
        new_classes = ["Hall"]
        #               ^^^^ what was is not judged
        [[migrations]]
        tag = "v3"
        renamed_classes = [{ from = "Hall", to = "Lobby" }]
        """);
  }

  /** The last tag is gone, and what is left can be applied: wrangler says so, and does it. */
  @Test
  void allThatWasAppliedMayGo() {
    check(
        """
        //- /wrangler.toml
        [[migrations]]
        tag = "v3"
        new_sqlite_classes = ["Attic"]
        //- /wrangler.toml @origin/main
        [[migrations]]
        tag = "v1"
        new_sqlite_classes = ["Room"]
        [[migrations]]
        tag = "v2"
        new_sqlite_classes = ["Hall"]
        """);
  }

  @Test
  void anotherWorkerHasAnotherHistory() {
    check(
        """
        //- /wrangler.toml
        name = "copy"
        [[migrations]]
        tag = "first"
        new_sqlite_classes = ["Room"]
        //- /wrangler.toml @origin/main
        name = "original"
        [[migrations]]
        tag = "v1"
        new_sqlite_classes = ["Room"]
        """);
  }

  @Test
  void halfTypedTextIsNotCompared() {
    check(
        """
        //- /wrangler.jsonc
        { "migrations": [{ "tag": "v", "new_sqlite_classes": ["Room"] }] } }
        //                                                                 ^ error[CFG01]: Expected the end of the file here
        //- /wrangler.jsonc @HEAD
        { "migrations": [{ "tag": "v1", "new_sqlite_classes": ["Room"] }] }
        """);
  }

  @Test
  void aClassInATagThatIsApplied() {
    check(
        """
        //- /wrangler.toml
        main = "index.ts"
        [[migrations]]
        tag = "v0"
        new_sqlite_classes = ["Attic", "Passing"]
        #                      ^^^^^ error[MIG16]: "Attic" is never created: in origin/main "v1" is applied already, without it (10061)
        [[migrations]]
        tag = "v1"
        new_sqlite_classes = ["Room", "Hall"]
        #                              ^^^^ error[MIG16]: "Hall" is never created: in origin/main "v1" is applied already, without it (10061)
        [[migrations]]
        tag = "v2"
        deleted_classes = ["Passing"]
        #                   ^^^^^^^ warning[MIG19]: Deploying this deletes all objects of "Passing" with their data
        new_sqlite_classes = ["Cellar"]
        //- /index.ts
        export class Attic {}
        export class Room {}
        export class Hall {}
        export class Cellar {}
        //- /wrangler.toml @origin/main
        main = "index.ts"
        [[migrations]]
        tag = "v1"
        new_sqlite_classes = ["Room"]
        """);
  }

  /** A class of before the tags that are left may be written down again. */
  @Test
  void aHistoryThatIsWholeAgain() {
    check(
        """
        //- /wrangler.toml
        [[migrations]]
        tag = "v1"
        new_sqlite_classes = ["Room"]
        [[migrations]]
        tag = "v2"
        renamed_classes = [{ from = "Room", to = "Hall" }]
        //- /wrangler.toml @HEAD
        [[migrations]]
        tag = "v2"
        renamed_classes = [{ from = "Room", to = "Hall" }]
        """);
  }

  @Test
  void theStorageOfAClassThatIsThere() {
    check(
        """
        //- /wrangler.toml
        [[migrations]]
        tag = "v1"
        new_sqlite_classes = ["Room", "Hall"]
        #                      ^^^^ warning[MIG17]: "Room" was created with key-value storage in HEAD, and keeps it
        new_classes = ["Cellar"] # durascope-ignore MIG05
        #               ^^^^^^ warning[MIG17]: "Cellar" was created with SQLite storage in HEAD, and keeps it
        [[migrations]]
        tag = "v2"
        deleted_classes = ["Hall"]
        #                   ^^^^ warning[MIG19]: Deploying this deletes all objects of "Hall" with their data
        //- /wrangler.toml @HEAD
        [[migrations]]
        tag = "v1"
        new_classes = ["Room", "Hall"]
        new_sqlite_classes = ["Cellar"]
        [[migrations]]
        tag = "v2"
        deleted_classes = ["Hall"]
        """);
  }

  @Test
  void aClassIsDropped() {
    check(
        """
        //- /wrangler.jsonc
        {
          "main": "index.ts",
          "durable_objects": { "bindings": [{ "name": "GONE", "class_name": "Moved", "script_name": "other" }] },
          "migrations": [
        // ^^^^^^^^^^ warning[MIG14]: "Room" and "Attic" are alive in HEAD and not exported any more: delete or rename them in a new migration (10064)
            { "tag": "v5", "new_sqlite_classes": [] },
            { "tag": "v6", "deleted_classes": ["Hall"], "renamed_classes": [{ "from": "Old", "to": "New" }] },
        //                                      ^^^^ warning[MIG19]: Deploying this deletes all objects of "Hall" with their data
          ],
        }
        //- /index.ts
        export class Kept {}
        export class New {}
        //- /wrangler.jsonc @HEAD
        {
          "main": "index.ts",
          "migrations": [{ "tag": "v5", "new_sqlite_classes": ["Room", "Hall", "Old", "Attic", "Kept", "Moved", "Broken"] }],
        }
        //- /index.ts @HEAD
        export class Room {}
        export class Attic {}
        export class Hall {}
        export class Old {}
        export class Kept {}
        export class Moved {}
        """);
  }

  @Test
  void aClassIsDroppedWithAllMigrations() {
    check(
        """
        //- /wrangler.toml
        name = "rooms"
        #@0+14 error[MIG14]: "Room" is alive in origin/main and not exported any more: delete or rename it in a new migration (10064)
        main = "index.ts"
        //- /index.ts
        export default {};
        //- /wrangler.toml @origin/main
        name = "rooms"
        main = "index.ts"
        [exports.Room]
        type = "durable-object"
        storage = "sqlite"
        //- /index.ts @origin/main
        export class Room {}
        """);
  }

  /** What cannot be followed is not dropped. */
  @Test
  void aClassThatMayBeExported() {
    check(
        """
        //- /wrangler.toml
        main = "index.ts"
        //- /index.ts
        export * from "package";
        //- /wrangler.toml @HEAD
        main = "index.ts"
        [[migrations]]
        tag = "v1"
        new_sqlite_classes = ["Room"]
        """);
  }

  @Test
  void declaredStorageAndDroppedEntries() {
    check(
        """
        //- /wrangler.jsonc
        {
          "exports": {
        // ^^^^^^^ warning[EXP15]: "Gone" and "Lost" are alive in HEAD and have no entry here: say what has become of them (100402)
            "Room": { "type": "durable-object", "storage": "legacy-kv" },
        //                                                  ^^^^^^^^^ warning[EXP11]: "Room" has SQLite storage in HEAD, and keeps it
        //                                                  ^^^^^^^^^ warning[EXP12]: "Room" has the older key-value storage: declare new classes with "sqlite"
            "Hall": { "type": "durable-object", "state": "deleted" },
            "New": { "type": "durable-object", "storage": "sqlite" },
          },
        }
        //- /wrangler.jsonc @HEAD
        {
          "exports": {
            "Room": { "type": "durable-object", "storage": "sqlite" },
            "Hall": { "type": "durable-object", "storage": "sqlite" },
            "Gone": { "type": "durable-object", "storage": "sqlite" },
            "Lost": { "type": "durable-object", "storage": "sqlite" },
            "Old": { "type": "durable-object", "state": "renamed", "renamed_to": "Room" },
            "Coming": { "type": "durable-object", "state": "expecting-transfer", "storage": "sqlite", "transfer_from": "x" },
          },
        }
        """);
  }

  @Test
  void migrationsBecomeExports() {
    check(
        """
        //- /wrangler.toml
        [exports.Room]
        #^^^^^^^ error[EXP15]: "Hall" is alive in origin/main and has no entry here: say what has become of it (100402)
        type = "durable-object"
        storage = "sqlite"
        #          ^^^^^^ error[EXP11]: "Room" has key-value storage in origin/main, and keeps it
        [exports.Lobby]
        type = "durable-object"
        storage = "sqlite"
        //- /wrangler.toml @origin/main
        [[migrations]]
        tag = "v7"
        new_classes = ["Room"]
        new_sqlite_classes = ["Hall"]
        renamed_classes = [{ from = "Foyer", to = "Lobby" }]
        """);
  }

  @Test
  void theFixKeepsTheStorage() {
    checkFix(
        """
        //- /wrangler.toml
        [exports.Room]
        type = "durable-object"
        storage = "sqlite"
        //- /wrangler.toml @HEAD
        [[migrations]]
        tag = "v1"
        new_classes = ["Room"]
        """,
        """
        [exports.Room]
        type = "durable-object"
        storage = "legacy-kv"
        """);
  }
}
