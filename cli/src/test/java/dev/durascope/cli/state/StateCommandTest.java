package dev.durascope.cli.state;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.durascope.cli.command.Command;
import dev.durascope.cli.command.CommandGroup;
import dev.durascope.cli.command.Console;
import dev.durascope.cli.command.ExitCode;
import dev.durascope.cli.command.UsageError;
import dev.durascope.cli.command.UserError;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The words of {@code durascope state}, on a project that does not run. */
class StateCommandTest {
  private static final String CONFIG =
      """
      name = "chat"
      main = "index.js"
      [[durable_objects.bindings]]
      name = "ROOMS"
      class_name = "ChatRoom"
      [[migrations]]
      tag = "v1"
      new_sqlite_classes = ["ChatRoom", "Lobby"]
      [env.staging]
      """;

  @TempDir Path dir;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private String input = "";

  @BeforeEach
  void writeProject() throws Exception {
    Files.writeString(dir.resolve("wrangler.toml"), CONFIG);
  }

  @Test
  void valuesAreGivenBackAsTheyWereGiven() {
    for (var value :
        List.of(
            "{name: \"ada\", at: new Date(\"2026-01-01T00:00:00.000Z\")}",
            "new Map([[\"a\", 1n]])",
            "-0",
            "undefined")) {
      run("put", "ChatRoom", "lobby", "k", value);
      assertThat(run("get", "ChatRoom", "lobby", "k")).isEqualTo(value + "\n");
    }
    run("put", "ChatRoom", "lobby", "k", "{\"plain\": [1, null]}");
    assertThat(run("get", "ChatRoom", "lobby", "k")).isEqualTo("{plain: [1, null]}\n");
    run("put", "ChatRoom", "lobby", "k", "--json", "{\"$set\": [1]}");
    assertThat(run("get", "ChatRoom", "lobby", "k")).isEqualTo("new Set([1])\n");
    assertThat(run("get", "ChatRoom", "lobby", "k", "--json")).isEqualTo("{\"$set\":[1]}\n");
    input = "'from a pipe'\n";
    run("put", "ChatRoom", "lobby", "k", "-");
    assertThat(run("get", "ChatRoom", "lobby", "k")).isEqualTo("\"from a pipe\"\n");
  }

  @Test
  void listsGoFromClassesToKeys() {
    run("put", "ChatRoom", "lobby", "count", "1");
    run("put", "ChatRoom", "lobby", "a b", "'text'");
    run("put", "ChatRoom", "kitchen", "count", "2");
    assertThat(run("list").lines().map(line -> line.split(" +", 5)[3]))
        .containsExactly("OBJECTS", "2", "0");
    assertThat(run("list", "--json").lines().toList().getLast())
        .isEqualTo(
            "{\"worker\":\"chat\",\"class\":\"Lobby\",\"storage\":\"sqlite\",\"objects\":0,"
                + "\"bytes\":0,\"nextAlarm\":null}");
    assertThat(run("list", "ChatRoom").lines().map(line -> line.replaceFirst(" .*", "")))
        .containsExactly("NAME", "kitchen", "lobby");
    assertThat(run("list", "ChatRoom", "lobby"))
        .isEqualTo(
            """
            KEY    TYPE    SIZE  VALUE
            a b    string  8 B   "text"
            count  number  4 B   1
            """);
    assertThat(run("list", "ChatRoom", "lobby", "--json", "--limit", "1"))
        .isEqualTo(
            "{\"key\":\"a b\",\"type\":\"string\",\"bytes\":8,\"preview\":\"\\\"text\\\"\"}\n");
    assertThat(err.toString(UTF_8)).isEqualTo("There are more keys, from \"count\" on: --start\n");
    assertThat(run("list", "ChatRoom", "lobby", "--start", "b", "--json").lines()).hasSize(1);
    assertThat(run("list", "ChatRoom", "lobby", "--prefix", "a", "--json").lines()).hasSize(1);
  }

  @Test
  void whatIsNotThereIsSaid() {
    run("put", "ChatRoom", "lobby", "count", "1");
    assertFails("ChatRoom \"lobby\" has no key \"cuont\".", "get", "ChatRoom", "lobby", "cuont");
    assertFails("ChatRoom \"lobby\" has no key \"x\".", "delete", "ChatRoom", "lobby", "x");
    assertFails("did you mean ChatRoom?", "list", "ChatRom");
    assertFails("there is no object ChatRoom \"loby\"", "get", "ChatRoom", "loby", "count");
    assertFails("did you mean lobby?", "get", "ChatRoom", "loby", "count");
    assertFails("is not valid for this namespace", "list", "ChatRoom", "0".repeat(64));
    assertFails("A text needs quotation marks", "put", "ChatRoom", "lobby", "k", "text");
    assertFails("no JSON of a value", "put", "ChatRoom", "lobby", "k", "{", "--json");
    assertFails("there is no folder", "list", "--persist-to", "nowhere", "--cwd", "/");
    assertFails("OBJECT has to be given", "get", "ChatRoom");
    assertFails("--limit wants a number from 1", "list", "ChatRoom", "lobby", "--limit", "x");
  }

  @Test
  void aDamagedFileIsNamed() throws Exception {
    run("put", "ChatRoom", "lobby", "count", "1");
    try (var files = Files.list(dir.resolve(".wrangler/state/v3/do/chat-ChatRoom"))) {
      Files.writeString(files.findFirst().orElseThrow(), "no database at all, but long enough");
    }
    assertFails("could not read", "get", "ChatRoom", "lobby", "count");
    assertThat(err.toString(UTF_8)).contains("Restore the file from a copy");
  }

  @Test
  void anEnvironmentHasItsOwnState() {
    run("put", "ChatRoom", "lobby", "count", "1");
    run("put", "ChatRoom", "lobby", "count", "2", "--env", "staging");
    assertThat(run("get", "ChatRoom", "lobby", "count")).isEqualTo("1\n");
    assertThat(run("get", "chat-staging-ChatRoom", "lobby", "count")).isEqualTo("2\n");
    assertThat(run("get", "ChatRoom", "lobby", "count", "-e", "staging")).isEqualTo("2\n");
  }

  @Test
  void sqlReadsAndWithLeaveWrites() {
    run("put", "ChatRoom", "lobby", "count", "1");
    run(
        "sql",
        "ChatRoom",
        "lobby",
        "--write",
        "CREATE TABLE t(a, b); INSERT INTO t VALUES (1, x'01'), (NULL, 'x')");
    assertThat(run("sql", "ChatRoom", "lobby", "SELECT * FROM t"))
        .isEqualTo(
            """
            a     b
            1     x'01'
            NULL  x
            """);
    assertThat(run("sql", "ChatRoom", "lobby", "SELECT * FROM t", "--json"))
        .isEqualTo("{\"a\":1,\"b\":{\"blob\":\"AQ==\"}}\n{\"a\":null,\"b\":\"x\"}\n");
    assertFails("Give --write to let it", "sql", "ChatRoom", "lobby", "DELETE FROM t");
    assertFails("more than one statement", "sql", "ChatRoom", "lobby", "SELECT 1; SELECT 2");
    assertFails("no such table: u", "sql", "ChatRoom", "lobby", "SELECT * FROM u");
    assertFails("not authorized", "sql", "ChatRoom", "lobby", "--write", "DELETE FROM _cf_KV");
    assertFails("UNIQUE", "sql", "ChatRoom", "lobby", "--write", "CREATE UNIQUE INDEX i ON t(1)");
  }

  @Test
  void exportsAreImportedAndObjectsCopied() {
    run("put", "ChatRoom", "lobby", "count", "1");
    run("export", "-o", "all.jsonl");
    run("put", "ChatRoom", "lobby", "count", "2");
    assertFails("Give --replace", "import", "all.jsonl");
    run("import", "all.jsonl", "--replace");
    assertThat(run("get", "ChatRoom", "lobby", "count")).isEqualTo("1\n");

    run("import", "all.jsonl", "--class", "Lobby");
    assertThat(run("get", "Lobby", "lobby", "count")).isEqualTo("1\n");
    run("copy", "ChatRoom", "lobby", "--as", "attic");
    assertThat(run("get", "ChatRoom", "attic", "count")).isEqualTo("1\n");
    run("copy", "ChatRoom", "--to", "Cellar");
    assertThat(run("get", "Cellar", "attic", "count")).isEqualTo("1\n");
    run("copy", "--to-persist", "elsewhere");
    assertThat(run("get", "Cellar", "attic", "count", "--persist-to", "elsewhere"))
        .isEqualTo("1\n");
    assertFails("copied onto itself", "copy", "ChatRoom");
    input = run("export", "ChatRoom", "lobby");
    assertThat(input).contains("{\"key\":\"count\",\"value\":1}");
    run("import", "-", "--persist-to", "elsewhere", "--replace");
  }

  @Test
  void aResetKeepsABackup() throws Exception {
    run("put", "ChatRoom", "lobby", "count", "1");
    assertFails("nothing was reset", "reset");
    input = "y\n";
    run("reset", "ChatRoom", "lobby");
    assertFails("there is no object", "get", "ChatRoom", "lobby", "count");
    try (var backups = Files.list(dir.resolve(".wrangler/state/backup"))) {
      var backup = backups.findFirst().orElseThrow().toString();
      assertThat(run("get", "ChatRoom", "lobby", "count", "--persist-to", backup)).isEqualTo("1\n");
      run("copy", "--persist-to", backup, "--to-persist", ".wrangler/state");
    }
    assertThat(run("get", "ChatRoom", "lobby", "count")).isEqualTo("1\n");
    run("reset", "--yes");
    run("reset", "--yes");
    assertThat(err.toString(UTF_8)).isEqualTo("There is nothing to reset.\n");
  }

  @Test
  void anObjectWhoseFileIsDamagedHidesNoOtherAndCanBeReset() throws Exception {
    run("put", "ChatRoom", "lobby", "count", "1");
    run("put", "ChatRoom", "kitchen", "count", "2");
    var classes = dir.resolve(".wrangler/state/v3/do/chat-ChatRoom");
    var lobby = run("list", "ChatRoom", "--json").lines().filter(it -> it.contains("lobby"));
    var id = lobby.findFirst().orElseThrow().substring("{'id':'".length()).substring(0, 64);
    Files.writeString(classes.resolve(id + ".sqlite"), "no database");
    assertThat(run("list", "ChatRoom")).contains("kitchen").contains(id);
    assertThat(err.toString(UTF_8)).contains(id + ".sqlite: could not").contains("not a database");
    assertThat(run("list", "ChatRoom", "--json")).contains("\"fault\":");
    assertFails("file is not a database", "get", "ChatRoom", id, "count");
    assertFails("file is not a database", "export");
    run("reset", "ChatRoom", id, "--yes");
    assertFails("there is no object", "get", "ChatRoom", id, "count");
    run("put", "ChatRoom", "lobby", "count", "3");
    assertThat(run("get", "ChatRoom", "lobby", "count")).isEqualTo("3\n");
  }

  @Test
  void migrationsAreAppliedAndTakenBack() throws Exception {
    run("put", "ChatRoom", "lobby", "count", "1");
    run("put", "Lobby", "main", "count", "2");
    var id = run("list", "ChatRoom", "--json");
    Files.writeString(
        dir.resolve("wrangler.toml"),
        CONFIG
            .replace("class_name = \"ChatRoom\"", "class_name = \"Hall\"")
            .replace(
                "[env.staging]",
                """
                [[migrations]]
                tag = "v2"
                renamed_classes = [{ from = "ChatRoom", to = "Hall" }]
                deleted_classes = ["Lobby"]
                """));
    var renamed =
        "Class ChatRoom is Hall now (migration \"v2\"): 1 object moved, with their ids.\n";
    assertThat(run("apply", "--dry-run")).contains(renamed).contains("Class Lobby is deleted");
    assertThat(run("get", "ChatRoom", "lobby", "count")).isEqualTo("1\n");
    input = "no\n";
    run("apply");
    assertThat(err.toString(UTF_8)).contains("Delete them? [y/N] ").contains(renamed);
    assertThat(run("get", "Hall", "lobby", "count")).isEqualTo("1\n");
    assertThat(run("list", "Hall", "--json")).isEqualTo(id);
    assertThat(run("get", "Lobby", "main", "count")).isEqualTo("2\n");
    run("apply", "--yes");
    assertFails("there is no class Lobby", "get", "Lobby", "main", "count");
    assertThat(run("undo", "--list").lines().map(line -> line.substring(0, 17)))
        .containsExactly("2  Class Lobby is", "1  Class ChatRoom");
    run("undo");
    assertThat(err.toString(UTF_8)).startsWith("Taken back: Class Lobby is deleted");
    run("undo");
    assertThat(run("get", "ChatRoom", "lobby", "count")).isEqualTo("1\n");
    assertFails("there is nothing to be taken back", "undo");
  }

  @Test
  void objectsOfARenamedClassAreCarriedToIdsOfTheNewName() throws Exception {
    run("put", "ChatRoom", "lobby", "count", "1");
    Files.writeString(
        dir.resolve("wrangler.toml"),
        CONFIG
            .replace("class_name = \"ChatRoom\"", "class_name = \"Hall\"")
            .replace(
                "[env.staging]",
                """
                [[migrations]]
                tag = "v2"
                renamed_classes = [{ from = "ChatRoom", to = "Hall" }]
                """));
    run("apply");
    run("copy", "Hall", "--to-persist", "elsewhere");
    assertThat(run("get", "Hall", "lobby", "count", "--persist-to", "elsewhere")).isEqualTo("1\n");
    var ids = List.of(run("list", "Hall"), run("list", "Hall", "--persist-to", "elsewhere"));
    assertThat(ids.get(0)).isNotEqualTo(ids.get(1));
  }

  @Test
  void theGroupHelps() {
    assertThat(StateCommand.group().help())
        .startsWith("Usage: durascope state COMMAND [words]\n")
        .contains("\n  export  ");
    for (var command : StateCommand.group().subcommands()) {
      assertThat(command.help())
          .startsWith("Usage: durascope " + command.syntax().name())
          .contains("--persist-to DIR");
    }
  }

  private void assertFails(String message, String... words) {
    err.reset();
    assertThat(code(words)).isNotEqualTo(ExitCode.OK);
    assertThat(err.toString(UTF_8)).contains(message);
  }

  private String run(String... words) {
    out.reset();
    err.reset();
    assertThat(code(words)).as(err.toString(UTF_8)).isEqualTo(ExitCode.OK);
    return out.toString(UTF_8);
  }

  private int code(String... words) {
    var console =
        new Console(
            new ByteArrayInputStream(input.getBytes(UTF_8)),
            new PrintStream(out, true, UTF_8),
            new PrintStream(err, true, UTF_8),
            dir);
    try {
      Command command = CommandGroup.find("state", words[0], StateCommand.group().subcommands());
      return command.run(command.syntax().parse(List.of(words).subList(1, words.length)), console);
    } catch (UserError | UsageError e) {
      err.writeBytes(String.valueOf(e.getMessage()).getBytes(UTF_8));
      return ExitCode.FAILED;
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }
}
