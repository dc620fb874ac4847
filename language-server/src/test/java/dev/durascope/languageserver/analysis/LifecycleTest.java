package dev.durascope.languageserver.analysis;

import static dev.durascope.languageserver.analysis.Fixture.check;
import static dev.durascope.languageserver.analysis.Fixture.checkFix;
import static org.assertj.core.api.Assertions.assertThat;

import dev.durascope.model.config.WranglerConfig;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** BND05 and MIG13: bindings, migrations and exports against each other and against the code. */
class LifecycleTest {

  @Test
  void aMigratedClassThatIsNotExported() {
    check(
        """
        //- /wrangler.toml
        main = "index.ts"
        [[migrations]]
        tag = "v1"
        new_classes = ["Old", "Gone"]
        new_sqlite_classes = ["Room", "Typo"]
        #                      ^^^^ error[MIG13]: "Room" is not exported by index.ts
        [[migrations]]
        tag = "v2"
        renamed_classes = [{ from = "Old", to = "Newer" }]
        #                                        ^^^^^ error[MIG13]: "Newer" is not exported by index.ts; did you mean "Never"?
        deleted_classes = ["Gone"]
        #                   ^^^^ warning[MIG19]: Deploying this deletes all objects of "Gone" with their data
        //- /index.ts
        export class Never {}
        export class Typo {}
        """);
  }

  @Test
  void validHistories() {
    check(
        """
        //- /wrangler.jsonc
        {
          "main": "index.ts",
          "durable_objects": { "bindings": [
            { "name": "A", "class_name": "Room" },
            { "name": "B", "class_name": "Room" },
            { "name": "C", "class_name": "Trimmed" },
            { "name": "D", "class_name": "Moved" },
          ] },
          "migrations": [
            { "new_sqlite_classes": ["Room", "NotBound"], "tag": "v7" },
            { "tag": "v9", "renamed_classes": [{ "from": "BeforeTheFirstTag", "to": "Trimmed" }] },
            { "tag": "v10", "deleted_classes": ["NeverSeen", "Brief"], "new_classes": ["Brief"] },
        //                                                                              ^^^^^ warning[MIG18]: "Brief" is deleted and created by one migration: all its data goes
            { "tag": "v11", "deleted_classes": ["Brief"] },
            { "tag": "v12", "transferred_classes": [{ "from": "X", "from_script": "y", "to": "Moved" }] },
          ],
        }
        //- /index.ts
        export class Room {}
        export class NotBound {}
        export class Trimmed {}
        export class Moved {}
        export class NeitherBoundNorMigrated {}
        """);
  }

  @Test
  void theDeclarativeForm() {
    check(
        """
        //- /wrangler.jsonc
        {
          "main": "index.ts",
          "durable_objects": { "bindings": [
            { "name": "A", "class_name": "Room" },
            { "name": "B", "class_name": "Gone" },
        //                                ^^^^ warning[BND05]: "Gone" is bound, but has no live entry in exports
          ] },
          "exports": {
            "Room": { "type": "durable-object", "storage": "sqlite" },
            "Gone": { "type": "durable-object", "state": "deleted" },
        //   ^^^^ warning[EXP09]: "Gone" is deleted here, but index.ts still exports it
          },
        }
        //- /index.ts
        export class Room {}
        export class Gone {}
        """);
  }

  @Test
  void anEnvironmentsOwnMigrationsReplaceTheTopLevels() {
    check(
        """
        //- /wrangler.toml
        main = "index.ts"
        [[durable_objects.bindings]]
        name = "ROOM"
        class_name = "Room"
        [[migrations]]
        tag = "v1"
        new_sqlite_classes = ["Room"]
        [env.a.durable_objects]
        bindings = [{ name = "ROOM", class_name = "Room" }]
        [env.b.durable_objects]
        bindings = [{ name = "ROOM", class_name = "Room" }]
        #                                          ^^^^ error[ENV03]: "Room" is created at the top level, but env.b has migrations of its own, which lack it
        [[env.b.migrations]]
        tag = "v1"
        new_sqlite_classes = ["Lobby"]
        //- /index.ts
        export class Room {}
        export class Lobby {}
        """);
  }

  @Test
  void theFixAppendsTheFirstMigration() {
    checkFix(
        """
        //- /wrangler.toml
        name = "w"
        main = "index.ts"

        [[durable_objects.bindings]]
        name = "ROOM"
        class_name = "Room"
        //- /index.ts
        export class Room {}
        """,
        """
        name = "w"
        main = "index.ts"

        [[durable_objects.bindings]]
        name = "ROOM"
        class_name = "Room"

        [[migrations]]
        tag = "v1"
        new_sqlite_classes = ["Room"]
        """);
  }

  @Test
  void theFixAppendsAStepWithAFreeTag() {
    checkFix(
        """
        //- /wrangler.toml
        [[migrations]]
        tag = "v2"
        new_sqlite_classes = ["Lobby"]
        [[durable_objects.bindings]]
        name = "ROOM"
        class_name = "Room"
        """,
        """
        [[migrations]]
        tag = "v2"
        new_sqlite_classes = ["Lobby"]
        [[durable_objects.bindings]]
        name = "ROOM"
        class_name = "Room"

        [[migrations]]
        tag = "v3"
        new_sqlite_classes = ["Room"]
        """);
  }

  @Test
  void theFixKeepsTheLineBreaksOfTheText() {
    var text =
        "durable_objects.bindings = [{ name = \"R\", class_name = \"Room\" }]\r\nname = \"w\"\r\n";
    var config = WranglerConfig.parse(Path.of("/wrangler.toml"), text);
    assertThat(LifecycleEdit.create(config, config.top(), "Room").applyTo(config.file(), text))
        .isEqualTo(
            text + "\r\n[[migrations]]\r\ntag = \"v1\"\r\nnew_sqlite_classes = [\"Room\"]\r\n");
  }

  @Test
  void theFixFollowsAnInlineArray() {
    checkFix(
        """
        //- /wrangler.toml
        durable_objects.bindings = [{ name = "ROOM", class_name = "Room" }]
        migrations = [
          { tag = "v1", new_sqlite_classes = ["Lobby"] }, # first
        ]
        """,
        """
        durable_objects.bindings = [{ name = "ROOM", class_name = "Room" }]
        migrations = [
          { tag = "v1", new_sqlite_classes = ["Lobby"] }, # first
          { tag = "v2", new_sqlite_classes = ["Room"] },
        ]
        """);
  }

  @Test
  void theFixInJsonWithoutMigrations() {
    checkFix(
        """
        //- /wrangler.jsonc
        {
        	"durable_objects": { "bindings": [{ "name": "ROOM", "class_name": "Room" }] }
        	// the end
        }
        """,
        """
        {
        	"durable_objects": { "bindings": [{ "name": "ROOM", "class_name": "Room" }] },
        	"migrations": [
        		{ "tag": "v1", "new_sqlite_classes": ["Room"] }
        	]
        	// the end
        }
        """);
  }

  @Test
  void theFixInJsonWithMigrationsOfAnEnvironment() {
    checkFix(
        """
        //- /wrangler.json
        { "env": { "e": {
            "durable_objects": { "bindings": [{ "name": "ROOM", "class_name": "Room" }] },
            "migrations": [
              { "tag": "v1", "new_classes": ["Lobby"] }
            ] } } }
        """,
        """
        { "env": { "e": {
            "durable_objects": { "bindings": [{ "name": "ROOM", "class_name": "Room" }] },
            "migrations": [
              { "tag": "v1", "new_classes": ["Lobby"] },
              { "tag": "v2", "new_sqlite_classes": ["Room"] }
            ] } } }
        """);
  }

  @Test
  void theFixInTheDeclarativeForm() {
    checkFix(
        """
        //- /wrangler.jsonc
        {
          "durable_objects": { "bindings": [{ "name": "ROOM", "class_name": "Room" }] },
          "exports": {
            "Lobby": { "type": "durable-object", "storage": "sqlite" },
          },
        }
        """,
        """
        {
          "durable_objects": { "bindings": [{ "name": "ROOM", "class_name": "Room" }] },
          "exports": {
            "Lobby": { "type": "durable-object", "storage": "sqlite" },
            "Room": { "type": "durable-object", "storage": "sqlite" },
          },
        }
        """);
    checkFix(
        """
        //- /wrangler.toml
        durable_objects.bindings = [{ name = "ROOM", class_name = "Room" }]
        exports.Lobby = { type = "durable-object", storage = "sqlite" }
        """,
        """
        durable_objects.bindings = [{ name = "ROOM", class_name = "Room" }]
        exports.Lobby = { type = "durable-object", storage = "sqlite" }

        [exports.Room]
        type = "durable-object"
        storage = "sqlite"
        """);
  }

  @Test
  void nothingIsConcludedFromWhatABrokenTextLacks() {
    check(
        """
        //- /wrangler.toml
        main = "index.ts"
        [[durable_objects.bindings]]
        name = "ROOM"
        class_name = "Room"
        [[migrations
        #           | error[CFG01]: Unexpected end of line, expected ]]
        tag = "v1"
        new_sqlite_classes = ["Room"]
        //- /index.ts
        export class Room {}
        """);
  }
}
