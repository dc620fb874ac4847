package dev.durascope.runtime.state;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.durascope.runtime.message.Body;
import dev.durascope.runtime.message.RequestMessage;
import dev.durascope.runtime.project.Project;
import dev.durascope.runtime.project.ProjectLog;
import dev.durascope.runtime.project.ProjectOptions;
import dev.durascope.runtime.wire.WireValue;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A worker compares in its objects what it reads with what was written: values of every kind, hard
 * keys, SQL tables, alarms, names. {@code src/test/peer/interchange.mjs} has recorded what a {@code
 * wrangler dev} that was killed left, with all of it in write-ahead logs; it also lets the same
 * worker read under wrangler what was written here, and has recorded that nothing differed.
 */
class InterchangeTest {
  private static final Path PEER = Path.of("src/test/peer");
  private static final Path RECORDED =
      Path.of("src/test/resources/dev/durascope/runtime/storage/interchange");

  private static final ProjectLog SILENT =
      new ProjectLog() {
        @Override
        public void message(Level level, String text) {}

        @Override
        public void script(Level level, String source, String text) {}
      };

  @TempDir Path directory;

  @BeforeEach
  void writeProject() throws IOException {
    for (var file : List.of("wrangler.jsonc", "index.js", "same.js")) {
      Files.copy(PEER.resolve("interchange").resolve(file), directory.resolve(file));
    }
    Files.copy(PEER.resolve("worker/specimens.mjs"), directory.resolve("specimens.mjs"));
  }

  private void unpackRecorded() throws IOException {
    var state = RECORDED.resolve("state");
    try (var files = Files.walk(state)) {
      for (var file : files.filter(Files::isRegularFile).toList()) {
        var name = state.relativize(file).toString();
        var target =
            directory
                .resolve(".wrangler/state")
                .resolve(name.substring(0, name.length() - ".gz".length()));
        Files.createDirectories(Objects.requireNonNull(target.getParent()));
        try (var in = new GZIPInputStream(Files.newInputStream(file))) {
          Files.copy(in, target);
        }
      }
    }
  }

  @Test
  void allThatAKilledWranglerLeftIsRead() throws Exception {
    unpackRecorded();
    assertThat(ask("/read").getAsJsonArray("found")).isEmpty();
  }

  @Test
  void whatIsWrittenHereIsReadHere() throws Exception {
    assertThat(ask("/write").get("values").getAsInt()).isGreaterThan(80);
    assertThat(ask("/read").getAsJsonArray("found")).isEmpty();
  }

  @Test
  void whatWranglerReadIsRecorded() throws IOException {
    var result = JsonParser.parseString(Files.readString(RECORDED.resolve("result.json")));
    for (var way : List.of("fromDurascope", "fromKilledDurascope", "fromWrangler")) {
      var outcome = result.getAsJsonObject().getAsJsonObject(way);
      assertThat(outcome.get("values").getAsInt()).as(way).isGreaterThan(80);
      assertThat(outcome.getAsJsonArray("differences")).as(way).isEmpty();
    }
  }

  @Test
  void anExportOfItArrivesWhole() throws Exception {
    unpackRecorded();
    var state = locate();
    var text = new StringWriter();
    var totals = new StateExport(text).write(state, state.classes(), Optional.empty());
    assertThat(totals.objects()).isEqualTo(6);
    var _ = StateReset.of(state, state.classes(), Optional.empty()).run(Clock.systemUTC());
    var _ =
        StateImport.read(
            state,
            new BufferedReader(new StringReader(text.toString())),
            new ExportReader.Options(Optional.empty(), Optional.empty(), false, false));
    assertThat(ask("/read").getAsJsonArray("found")).isEmpty();
  }

  @Test
  void aDifferenceWouldBeSeen() throws Exception {
    unpackRecorded();
    var state = locate();
    var lobby = state.existing(state.type("Vault"), "lobby");
    state.objects().write(lobby, "double negative zero", new WireValue.Int(0));
    assertThat(state.objects().delete(lobby, "object")).isTrue();
    var _ = ObjectSql.write(state, lobby, "UPDATE texts SET body = 'the cat' WHERE rowid = 3");
    assertThat(ask("/read").getAsJsonArray("found").asList())
        .extracting(found -> found.getAsString().replaceAll("(: [^:]*:).*", "$1"))
        .containsExactly(
            "Vault lobby: double negative zero:",
            "Vault lobby: object:",
            "Vault lobby: number of keys:",
            "Vault lobby: SELECT body FROM texts WHERE texts MATCH 'the' ORDER BY rowid:");
  }

  private ProjectState locate() throws StateException {
    return ProjectState.locate(
        new StateOptions(directory, Optional.empty(), Optional.empty(), Optional.empty()));
  }

  private JsonObject ask(String path) throws Exception {
    try (var project = Project.prepare(ProjectOptions.of(directory), SILENT)) {
      project.start();
      var request =
          new RequestMessage("GET", "http://localhost" + path, List.of(), Body.NONE, "follow");
      var response = project.fetch(request).get(60, TimeUnit.SECONDS);
      assertThat(response.body()).isInstanceOf(Body.Bytes.class);
      var text = new String(((Body.Bytes) response.body()).bytes(), UTF_8);
      assertThat(response.status()).as(text).isEqualTo(200);
      return JsonParser.parseString(text).getAsJsonObject();
    }
  }
}
