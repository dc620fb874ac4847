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
import java.util.Map;
import java.util.Optional;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.lib.PersonIdent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckRunTest {

  private static final String CONFIG =
      """
      main = "src/index.ts"
      [[durable_objects.bindings]]
      	name = "ROOM"
      	class_name = "Room" # é😀
      [env.quiet]
      main = "src/index.ts"
      durable_objects.bindings = []
      """;

  @TempDir Path directory;

  private record Outcome(int code, String out, String err) {}

  private void project(String name, String config) throws IOException {
    Files.createDirectories(directory.resolve("src"));
    Files.writeString(directory.resolve("src/index.ts"), "export class Lobby {}\n");
    Files.writeString(directory.resolve(name), config);
  }

  private Outcome run(CheckOptions options) {
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    int code = CheckRun.run(options, stream(out), stream(err));
    return new Outcome(
        code,
        out.toString(StandardCharsets.UTF_8),
        err.toString(StandardCharsets.UTF_8).replace(directory.toString(), "DIR"));
  }

  private static PrintStream stream(ByteArrayOutputStream bytes) {
    return new PrintStream(bytes, true, StandardCharsets.UTF_8);
  }

  private CheckOptions options(Format format) {
    return new CheckOptions(directory, Optional.empty(), Optional.empty(), format);
  }

  @Test
  void textShowsThePlaceTheMessageAndTheLine() throws IOException {
    project("wrangler.toml", CONFIG);
    assertThat(run(options(Format.TEXT)))
        .isEqualTo(
            new Outcome(
                1,
                """
                wrangler.toml:4:16: error[BND01]: "Room" is not exported by src/index.ts
                  4 | \tclass_name = "Room" # é😀
                    | \t              ^^^^
                1 error, 0 warnings
                """,
                ""));
  }

  @Test
  void jsonIsOneObjectALineAndNothingElse() throws IOException {
    project("wrangler.toml", CONFIG);
    assertThat(run(options(Format.JSON)))
        .isEqualTo(
            new Outcome(
                1,
                "{\"file\":\"wrangler.toml\",\"line\":4,\"column\":16,\"endLine\":4,\"endColumn\":20,\"severity\":\"error\",\"code\":\"BND01\",\"message\":\"\\\"Room\\\""
                    + " is not exported by src/index.ts\"}\n",
                ""));
  }

  @Test
  void annotationsForGithub() throws IOException {
    project("wrangler.toml", CONFIG);
    assertThat(run(options(Format.GITHUB)))
        .isEqualTo(
            new Outcome(
                1,
                "::error"
                    + " file=wrangler.toml,line=4,col=16,endLine=4,endColumn=20,title=BND01::\"Room\""
                    + " is not exported by src/index.ts\n",
                ""));
  }

  @Test
  void sarifNamesRulesPlacesAndRelatedPlaces() throws IOException {
    project(
        "wrangler.toml",
        """
        [[migrations]]
        tag = "v1"
        [[migrations]]
        tag = "v1"
        """);
    var outcome = run(options(Format.SARIF));
    var log = JsonParser.parseString(outcome.out()).getAsJsonObject();
    var run = log.getAsJsonArray("runs").get(0).getAsJsonObject();
    var result = run.getAsJsonArray("results").get(0).getAsJsonObject();
    assertThat(outcome.code()).isEqualTo(1);
    assertThat(log.get("version").getAsString()).isEqualTo("2.1.0");
    assertThat(result.get("ruleId").getAsString()).isEqualTo("MIG02");
    assertThat(result.getAsJsonArray("locations").get(0))
        .hasToString(
            "{\"physicalLocation\":{\"artifactLocation\":{\"uri\":\"wrangler.toml\",\"uriBaseId\":\"SRCROOT\"},\"region\":{\"startLine\":4,\"startColumn\":8,\"endLine\":4,\"endColumn\":10}}}");
    assertThat(result.getAsJsonArray("relatedLocations").get(0).toString())
        .contains("\"startLine\":2,\"startColumn\":8", "it is used here first");
  }

  @Test
  void theCodeIsCheckedAndNamed() throws IOException {
    project("wrangler.toml", "main = 'src/index.ts'\n");
    Files.writeString(directory.resolve("src/index.ts"), "import './é x';\nconst a = 1;\n");
    Files.writeString(directory.resolve("src/é x.ts"), "\tenv.ROOM.newUniqueID();\n");
    assertThat(run(options(Format.TEXT)).out())
        .isEqualTo(
            """
            src/é x.ts:1:11: error[JS18]: The method is called newUniqueId
              1 | \tenv.ROOM.newUniqueID();
                | \t         ^^^^^^^^^^^
            1 error, 0 warnings
            """);
    assertThat(run(options(Format.SARIF)).out()).contains("\"uri\": \"src/%C3%A9%20x.ts\"");
  }

  @Test
  void warningsAloneAreNoFailure() throws IOException {
    project("wrangler.toml", CONFIG.replace("Room", "Lobby"));
    var outcome = run(options(Format.TEXT));
    assertThat(outcome.code()).isEqualTo(0);
    assertThat(outcome.out()).contains("warning[BND05]").endsWith("0 errors, 1 warning\n");
  }

  @Test
  void noProblemsAreSaidToBeNone() throws IOException {
    project("wrangler.json", "{ \"main\": \"src/index.ts\" }");
    assertThat(run(options(Format.TEXT)))
        .isEqualTo(new Outcome(0, "No problems in wrangler.json\n", ""));
    assertThat(run(options(Format.JSON))).isEqualTo(new Outcome(0, "", ""));
  }

  @Test
  void jsonWinsOverToml() throws IOException {
    project("wrangler.toml", CONFIG);
    project("wrangler.jsonc", "{}");
    assertThat(run(options(Format.TEXT)).out()).isEqualTo("No problems in wrangler.jsonc\n");
  }

  @Test
  void aNamedConfigurationAndEnvironment() throws IOException {
    project("wrangler.staging.toml", CONFIG);
    var config = Optional.of(Path.of("wrangler.staging.toml"));
    var all = new CheckOptions(directory, config, Optional.empty(), Format.TEXT);
    var quiet = new CheckOptions(directory, config, Optional.of("quiet"), Format.TEXT);
    assertThat(run(all).code()).isEqualTo(1);
    assertThat(run(quiet).code()).isEqualTo(0);
  }

  @Test
  void theLastCommitWarnsAndANamedRevisionFails() throws Exception {
    project("wrangler.toml", "migrations = [{ tag = 'v1', new_sqlite_classes = ['Lobby'] }]\n");
    try (var git = Git.init().setDirectory(directory.toFile()).setInitialBranch("main").call()) {
      git.add().addFilepattern(".").call();
      var somebody = new PersonIdent("somebody", "somebody@example.com");
      git.commit().setMessage("a state").setAuthor(somebody).setCommitter(somebody).call();
    }
    project("wrangler.toml", "migrations = [{ tag = 'one', new_sqlite_classes = ['Lobby'] }]\n");
    var last = run(options(Format.TEXT));
    assertThat(last.code()).isEqualTo(0);
    assertThat(last.out())
        .startsWith("wrangler.toml:1:24: warning[MIG15]: \"v1\", the last tag in HEAD");
    var named = run(since("main"));
    assertThat(named.code()).isEqualTo(1);
    assertThat(named.out())
        .startsWith("wrangler.toml:1:24: error[MIG15]: \"v1\", the last tag in main");
    assertThat(run(since("gone")))
        .isEqualTo(
            new Outcome(
                2,
                "",
                "durascope check: the git repository in DIR has no commit \"gone\"; a shallow clone"
                    + " has only the last ones\n"));
  }

  @Test
  void severalFoldersAreAWorkspace() throws IOException {
    Files.createDirectories(directory.resolve("app"));
    Files.createDirectories(directory.resolve("rooms"));
    project(
        "app/wrangler.toml",
        "durable_objects.bindings = [{ name = 'R', class_name = 'Rom', script_name = 'rooms' }]");
    project("rooms/wrangler.toml", "name = 'rooms'\nmain = '../src/index.ts'\n");
    var workers = List.of(directory.resolve("app"), directory.resolve("rooms"));
    var both =
        new CheckOptions(
            directory,
            workers,
            Optional.empty(),
            Optional.empty(),
            Format.TEXT,
            Optional.empty(),
            Severities.OWN);
    assertThat(run(both).out())
        .startsWith(
            "app/wrangler.toml:1:57: error[BND07]: \"Rom\" is not exported by ../src/index.ts")
        .contains("  rooms/wrangler.toml:1:9: the Worker \"rooms\"\n");
    project("app/wrangler.toml", "");
    assertThat(run(both).out())
        .isEqualTo("No problems in app/wrangler.toml, rooms/wrangler.toml\n");
    var one =
        new CheckOptions(
            directory,
            workers,
            Optional.of(Path.of("x.toml")),
            Optional.empty(),
            Format.TEXT,
            Optional.empty(),
            Severities.OWN);
    assertThat(run(one).err())
        .isEqualTo(
            "durascope check: --config names a configuration in one folder, and here are several\n");
  }

  @Test
  void hintsAreTheEditorsUnlessTheyAreAskedFor() throws IOException {
    project(
        "wrangler.jsonc",
        "{ \"migrations\": [{ \"tag\": \"v1\", \"new_sqlite_classes\": [\"Room\"] }] }");
    assertThat(run(options(Format.JSON))).isEqualTo(new Outcome(0, "", ""));
    var asked =
        new CheckOptions(
            directory,
            List.of(directory),
            Optional.empty(),
            Optional.empty(),
            Format.TEXT,
            Optional.empty(),
            Severities.read(Map.of("MIG21", "info")));
    assertThat(run(asked).out()).startsWith("wrangler.jsonc:1:4: information[MIG21]: ");
  }

  private CheckOptions since(String base) {
    return new CheckOptions(
        directory,
        List.of(directory),
        Optional.empty(),
        Optional.empty(),
        Format.TEXT,
        Optional.of(base),
        Severities.OWN);
  }

  @Test
  void whatCannotBeCheckedIsSaidInOneLine() throws IOException {
    assertThat(run(options(Format.JSON)))
        .isEqualTo(
            new Outcome(
                2,
                "",
                "durascope check: no configuration found in DIR (looked for wrangler.json,"
                    + " wrangler.jsonc, wrangler.toml); name one with --config\n"));
    var missing =
        new CheckOptions(directory, Optional.of(Path.of("x.toml")), Optional.empty(), Format.TEXT);
    assertThat(run(missing))
        .isEqualTo(new Outcome(2, "", "durascope check: there is no configuration DIR/x.toml\n"));
    project("wrangler.toml", CONFIG);
    var unknown = new CheckOptions(directory, Optional.empty(), Optional.of("prod"), Format.TEXT);
    assertThat(run(unknown))
        .isEqualTo(
            new Outcome(
                2,
                "",
                "durascope check: wrangler.toml has no environment \"prod\"; it has quiet\n"));
    Files.write(directory.resolve("wrangler.toml"), new byte[] {(byte) 0xC3, 0x28});
    assertThat(run(options(Format.TEXT)).err())
        .isEqualTo("durascope check: DIR/wrangler.toml is not UTF-8 text\n");
  }
}
