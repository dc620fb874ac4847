package dev.durascope.languageserver.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durascope.model.config.WranglerConfig;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Migrations written as the map {@code exports}. */
class ExportsConversionTest {

  @Test
  void whatIsAliveGoneAndRenamed() {
    checkConversion(
        """
        //- /wrangler.toml
        name = "chat"

        # The classes.
        [[migrations]]
        tag = "v1" # the first
        new_sqlite_classes = ["Room", "Lobby"]
        new_classes = ["Old"] # durascope-ignore MIG05

        # Lobby was a bad name.
        [[migrations]]
        tag = "v2"
        renamed_classes = [{ from = "Lobby", to = "Foyer" }]

        [[migrations]]
        tag = "v3"
        renamed_classes = [
          { from = "Foyer", to = "Hall" },
        ]
        deleted_classes = ["Room"]

        [vars]
        A = "#"
        """,
        """
        name = "chat"

        # The classes.
        # the first
        # durascope-ignore MIG05
        # Lobby was a bad name.
        [exports.Old]
        type = "durable-object"
        storage = "legacy-kv"

        [exports.Room]
        type = "durable-object"
        state = "deleted"

        [exports.Lobby]
        type = "durable-object"
        state = "renamed"
        renamed_to = "Hall"

        [exports.Foyer]
        type = "durable-object"
        state = "renamed"
        renamed_to = "Hall"

        [exports.Hall]
        type = "durable-object"
        storage = "sqlite"

        [vars]
        A = "#"
        """);
  }

  @Test
  void theListsOfEnvironments() {
    checkConversion(
        """
        //- /wrangler.toml
        migrations = [ # all
          { tag = "v1", new_sqlite_classes = ["Room"] },
          { tag = "v2", deleted_classes = ["Room"], new_sqlite_classes = ["Hall"] },
        ]
        [env.a]
        vars.B = 1
          [[env.a.migrations]]
          tag = "v1"
          new_classes = ["Den"]
          [[env.a.migrations]]
          tag = "v2"
          new_classes = ["Room"]
        """,
        """
        # all
        exports.Room = { type = "durable-object", state = "deleted" }
        exports.Hall = { type = "durable-object", storage = "sqlite" }
        [env.a]
        vars.B = 1
          [env.a.exports.Den]
          type = "durable-object"
          storage = "legacy-kv"

          [env.a.exports.Room]
          type = "durable-object"
          storage = "legacy-kv"
        """);
  }

  @Test
  void renamesAsTablesOfTheirOwn() {
    checkConversion(
        """
        //- /wrangler.toml
        [[migrations]]
        tag = "v1"
        new_sqlite_classes = ["Room"]
        [[migrations]]
        tag = "v2"
        [[migrations.renamed_classes]]
        from = "Room"
        to = "Den"
        """,
        """
        [exports.Room]
        type = "durable-object"
        state = "renamed"
        renamed_to = "Den"

        [exports.Den]
        type = "durable-object"
        storage = "sqlite"
        """);
  }

  @Test
  void inJsonWithItsCommentsAndIndentation() {
    checkConversion(
        """
        //- /wrangler.jsonc
        {
        \t"name": "chat", // the name
        \t"migrations": [
        \t\t// first
        \t\t{ "tag": "v1", "new_sqlite_classes": ["Room"], "new_classes": ["Old"] },
        \t\t{ "tag": "v2", "renamed_classes": [{ "from": "Old", "to": "New" }] /* better */ },
        \t], // the end
        \t"env": {
        \t\t"staging": {
        \t\t\t"migrations": [{ "tag": "v1", "new_sqlite_classes": ["Room"] }]
        \t\t}
        \t}
        }
        """,
        """
        {
        \t"name": "chat", // the name
        \t"exports": {
        \t\t// first
        \t\t/* better */
        \t\t"Old": { "type": "durable-object", "state": "renamed", "renamed_to": "New" },
        \t\t"Room": { "type": "durable-object", "storage": "sqlite" },
        \t\t"New": { "type": "durable-object", "storage": "legacy-kv" }
        \t}, // the end
        \t"env": {
        \t\t"staging": {
        \t\t\t"exports": {
        \t\t\t\t"Room": { "type": "durable-object", "storage": "sqlite" }
        \t\t\t}
        \t\t}
        \t}
        }
        """);
  }

  @Test
  void inJsonOfOneLine() {
    checkConversion(
        """
        //- /wrangler.json
        { "name": "chat", "migrations": [{ "tag": "v1", "new_sqlite_classes": ["Room"] }] }
        """,
        """
        { "name": "chat", "exports": { "Room": { "type": "durable-object", "storage": "sqlite" } } }
        """);
  }

  @Test
  void theLineBreaksOfTheText() {
    var text = "name = \"w\"\r\n[[migrations]]\r\ntag = \"v1\"\r\nnew_classes = [\"A\"]\r\n";
    var config = WranglerConfig.parse(Path.of("/wrangler.toml"), text);
    assertThat(ExportsConversion.of(config).orElseThrow().applyTo(config.file(), text))
        .isEqualTo(
            "name = \"w\"\r\n[exports.A]\r\ntype = \"durable-object\"\r\nstorage = \"legacy-kv\"\r\n");
  }

  /** A story that a map does not tell, or that is not known to its beginning. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "migrations = []",
        "migrations = [{ tag = 'v1' }]",
        "migrations = [{ tag = 'v1', renamed_classes = [{ from = 'A', to = 'B' }] }]",
        "migrations = [{ tag = 'v1', deleted_classes = ['A'] }]",
        "migrations = [{ tag = 'v1', new_classes = ['A'], new_sqlite_classes = ['A'] }]",
        "migrations = [{ tag = 'v1', new_classes = ['A'] }, { tag = 'v2', deleted_classes = ['A'] }, { tag = 'v3', new_sqlite_classes = ['A'] }]",
        "migrations = [{ tag = 'v1', new_classes = ['A', 'B'] }, { tag = 'v2', renamed_classes = [{ from = 'A', to = 'B' }] }]",
        "migrations = [{ tag = 'v1', transferred_classes = [{ from = 'A', from_script = 's', to = 'B' }] }]",
        "migrations = [{ tag = 'v1', new_sqlite_class = ['A'] }]",
        "migrations = [{ tag = 'v1', new_sqlite_classes = ['A', 1] }]",
        "migrations = [{ tag = 'v1', new_sqlite_classes = ['<NAME>'] }]",
        "exports.W = { type = 'worker' }\nmigrations = [{ tag = 'v1', new_sqlite_classes = ['A'] }]",
        "containers = [{ class_name = 'A' }]\nmigrations = [{ tag = 'v1', new_sqlite_classes = ['A'] }]",
        "[[migrations]]\ntag = 'v1'\nnew_sqlite_classes = ['A']\ncompatibility_date = '2026-01-01'",
        "[[migrations]]\ntag = 'v1'\nnew_sqlite_classes = ['A']\n[env.a]\nmigrations = [{ tag = 'v1' }]",
        "[[migrations]]\ntag = 'v1'\nnew_sqlite_classes = ['A']\n[vars]\nA = 1\n[[migrations]]\ntag = 'v2'\nnew_classes = [",
      })
  void nothingIsConvertedWhereItIsNotCertain(String text) {
    assertThat(ExportsConversion.of(WranglerConfig.parse(Path.of("/wrangler.toml"), text)))
        .isEmpty();
  }

  /** What stands between two steps stays where it is. */
  @Test
  void stepsThatAreFarApart() {
    checkConversion(
        """
        //- /wrangler.toml
        [[migrations]]
        tag = "v1"
        new_sqlite_classes = ["A"]
        [vars]
        A = 1
        [[migrations]]
        tag = "v2"
        new_sqlite_classes = ["B"]
        """,
        """
        [exports.A]
        type = "durable-object"
        storage = "sqlite"

        [exports.B]
        type = "durable-object"
        storage = "sqlite"
        [vars]
        A = 1
        """);
  }

  /** The first line of {@code before} names the file. */
  private static void checkConversion(String before, String after) {
    int line = before.indexOf('\n');
    var file = Path.of(before.substring("//- ".length(), line));
    var text = before.substring(line + 1);
    var fix = ExportsConversion.of(WranglerConfig.parse(file, text)).orElseThrow();
    assertThat(fix.applyTo(file, text)).isEqualTo(after);
  }
}
