package dev.durascope.languageserver.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import dev.durascope.languageserver.analysis.Severities;
import dev.durascope.languageserver.check.CheckOptions.Format;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.lib.PersonIdent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlanRunTest {

  private static final String HISTORY =
      """
      name = "chat"
      main = "index.ts"
      durable_objects.bindings = [{ name = "LOBBY", class_name = "Lobby" }]
      [[migrations]]
      tag = "v1"
      new_classes = ["Hall"]
      new_sqlite_classes = ["Room"]
      [[migrations]]
      tag = "v2"
      renamed_classes = [{ from = "Hall", to = "Lobby" }]
      [[migrations]]
      tag = "v3"
      deleted_classes = ["Room"]
      new_sqlite_classes = ["Attic"]
      """;

  @TempDir Path directory;

  private record Outcome(int code, String out, String err) {}

  private void project(String config, String code) throws IOException {
    Files.writeString(directory.resolve("wrangler.toml"), config);
    Files.writeString(directory.resolve("index.ts"), code);
  }

  private void commit() throws Exception {
    try (var git = Git.init().setDirectory(directory.toFile()).setInitialBranch("main").call()) {
      git.add().addFilepattern(".").call();
      var somebody = new PersonIdent("somebody", "somebody@example.com");
      git.commit().setMessage("a state").setAuthor(somebody).setCommitter(somebody).call();
    }
  }

  private Outcome plan(Optional<String> applied, Optional<String> base, Format format) {
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    var options =
        new CheckOptions(
            directory,
            List.of(directory),
            Optional.empty(),
            Optional.empty(),
            format,
            base,
            Severities.OWN);
    int code = PlanRun.run(options, applied, stream(out), stream(err));
    return new Outcome(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  private Outcome applied(String tag) {
    return plan(Optional.of(tag), Optional.empty(), Format.TEXT);
  }

  private Outcome since(String base) {
    return plan(Optional.empty(), Optional.of(base), Format.TEXT);
  }

  private static PrintStream stream(ByteArrayOutputStream bytes) {
    return new PrintStream(bytes, true, StandardCharsets.UTF_8);
  }

  @Test
  void theStagesAndTheNextDeployment() throws IOException {
    project(HISTORY, "export class Lobby {} export class Attic {}");
    assertThat(applied("v1"))
        .isEqualTo(
            new Outcome(
                0,
                """
                wrangler.toml: the Worker "chat"
                  after v1  Hall (key-value), Room
                  after v2  Room, Lobby (key-value)
                  after v3  Lobby (key-value), Attic
                  the next deployment applies v2, v3 on top of v1
                    rename Hall to Lobby
                    delete Room with all its objects
                    create Attic (SQLite)
                    note: wrangler versions upload is refused while migrations are to be applied (10211)
                    then there are: Lobby (key-value), Attic

                """,
                ""));
    assertThat(applied("v3").out()).endsWith("  the next deployment\n    changes no class\n\n");
  }

  /** What comes and goes within one deployment need not be in the code. */
  @Test
  void aFirstDeploymentAppliesEverything() throws IOException {
    project(HISTORY, "export class Lobby {} export class Attic {}");
    var first = plan(Optional.empty(), Optional.empty(), Format.TEXT);
    assertThat(first.code()).isEqualTo(0);
    assertThat(first.out())
        .contains("the next deployment applies v1, v2, v3 to a Worker that has no migrations yet");
  }

  @Test
  void whatIsRefusedHasItsCode() throws IOException {
    project(
        HISTORY.replace("class_name = \"Lobby\"", "class_name = \"Room\""),
        "export class Other {}");
    var refused = applied("v2");
    assertThat(refused.code()).isEqualTo(1);
    assertThat(refused.out())
        .contains(
            """
              the next deployment applies v3 on top of v2, and is refused
                delete Room with all its objects
                create Attic (SQLite)
                refused (10064): "Lobby" is deployed and not exported by the code any more
                refused (10070): "Attic" comes to life and is not exported by the code
                refused (10061): "Room" is deleted and still bound
            """);
  }

  @Test
  void aRevisionTellsWhatIsDeployed() throws Exception {
    project(HISTORY, "export class Lobby {} export class Attic {}");
    commit();
    project(HISTORY.replace("\"v3\"", "\"third\""), "export class Lobby {} export class Attic {}");
    assertThat(since("main").out())
        .contains(
            """
              the next deployment applies v1, v2, third on top of v3, and is refused
            """)
        .contains("refused (10074): \"Attic\" cannot be created: it exists already\n")
        .contains(
            "note: the migrations do not have the tag \"v3\", so wrangler sends all of them\n");
  }

  /** A list that has lost its first steps is sound, whatever they were. */
  @Test
  void firstTagsMayBeGone() throws IOException {
    project(
        """
        [[migrations]]
        tag = "v7"
        renamed_classes = [{ from = "Hall", to = "Lobby" }]
        [[migrations]]
        tag = "v8"
        deleted_classes = ["Ancient"]
        """,
        "");
    assertThat(applied("v7").out())
        .isEqualTo(
            """
            wrangler.toml
              after v7  Lobby
              after v8  Lobby
              the next deployment applies v8 on top of v7
                delete Ancient with all its objects
                note: wrangler versions upload is refused while migrations are to be applied (10211)
                then there are: Lobby

            """);
  }

  @Test
  void exportsAreComparedWithWhatIsDeployed() throws Exception {
    project(
        """
        [[migrations]]
        tag = "v1"
        new_classes = ["Hall"]
        new_sqlite_classes = ["Room", "Old", "Gone", "Away", "Lost"]
        """,
        "");
    commit();
    project(
        """
        main = "index.ts"
        [exports]
        Hall = { type = "durable-object", storage = "sqlite" }
        Room = { type = "durable-object", storage = "sqlite" }
        Old = { type = "durable-object", state = "renamed", renamed_to = "New" }
        New = { type = "durable-object", storage = "sqlite" }
        Gone = { type = "durable-object", state = "deleted" }
        Never = { type = "durable-object", state = "deleted" }
        Away = { type = "durable-object", state = "transferred", transferred_to = "other" }
        Next = { type = "durable-object", state = "expecting-transfer", storage = "sqlite", transfer_from = "other" }
        Fresh = { type = "durable-object", storage = "sqlite" }
        """,
        "export class Hall {} export class New {} export class Next {} export class Fresh {}");
    assertThat(since("HEAD"))
        .isEqualTo(
            new Outcome(
                1,
                """
                wrangler.toml
                  the next deployment is refused
                    delete Gone with all its objects
                    rename Old to New
                    hand Away over to the Worker "other"
                    expect Next, until the Worker "other" hands it over
                    create Fresh (SQLite)
                    refused (100402): "Hall" has key-value storage and cannot change to SQLite
                    refused (100402): "Room" is declared and not exported by the code
                    refused (100402): "Lost" is deployed and has no entry
                    note: the entry of Never (deleted) has no effect and can be removed

                """,
                ""));
  }

  @Test
  void environmentsAreWorkersOfTheirOwn() throws IOException {
    project(
        "name = 'chat'\nmigrations = [{ tag = 'v1', new_sqlite_classes = ['Room'] }]\n[env.a]\n[env.b]\nmigrations = []\n",
        "");
    var lines =
        plan(Optional.of("v1"), Optional.empty(), Format.JSON)
            .out()
            .lines()
            .map(line -> JsonParser.parseString(line).getAsJsonObject())
            .toList();
    assertThat(lines).hasSize(3);
    assertThat(lines.getFirst())
        .hasToString(
            "{\"file\":\"wrangler.toml\",\"environment\":null,\"worker\":\"chat\",\"form\":\"migrations\",\"stages\":[{\"tag\":\"v1\",\"classes\":{\"Room\":\"sqlite\"}}],\"next\":{\"applied\":\"v1\",\"pending\":[],\"changes\":[],\"refusals\":[],\"notes\":[],\"classes\":{\"Room\":\"sqlite\"}}}");
    assertThat(lines.get(1).get("worker").getAsString()).isEqualTo("chat-a");
    assertThat(lines.get(2).getAsJsonObject("next").get("applied").isJsonNull()).isTrue();
  }

  @Test
  void whatCannotBePlannedIsSaid() throws IOException {
    project(HISTORY, "");
    assertThat(applied("v9"))
        .isEqualTo(
            new Outcome(
                2, "", "durascope check: wrangler.toml has no migration with the tag \"v9\"\n"));
    assertThat(plan(Optional.of("v1"), Optional.of("main"), Format.TEXT).err())
        .isEqualTo("durascope check: say either --applied or --base: both tell what is deployed\n");
    assertThat(plan(Optional.empty(), Optional.empty(), Format.SARIF).err())
        .isEqualTo("durascope check: --plan has the formats text and json\n");
    project("name =", "");
    assertThat(applied("v1").err())
        .isEqualTo(
            "durascope check: wrangler.toml has syntax errors: check it without --plan first\n");
  }
}
