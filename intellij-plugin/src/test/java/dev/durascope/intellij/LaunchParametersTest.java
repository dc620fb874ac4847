package dev.durascope.intellij;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LaunchParametersTest {
  @TempDir Path folder;

  @Test
  void aFileAloneIsEnoughToStart() throws IOException {
    var worker = Files.createDirectories(folder.resolve("workers/chat"));
    Files.writeString(worker.resolve("wrangler.toml"), "");
    assertThat(
            LaunchParameters.complete(
                Map.of("type", "undefined", "program", "index.ts"),
                Optional.of(worker.resolve("src/index.ts")),
                Optional.of(folder)))
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "type", "durable-object",
                "request", "launch",
                "program", "index.ts",
                "project", worker.toString()));
  }

  @Test
  void withoutAFileTheProjectOfTheIdeIsRun() {
    assertThat(LaunchParameters.complete(Map.of(), Optional.empty(), Optional.of(folder)))
        .containsEntry("project", folder.toString());
    assertThat(LaunchParameters.complete(Map.of(), Optional.empty(), Optional.empty()))
        .doesNotContainKey("project");
  }

  @Test
  void whatTheUserChoseStays() {
    var chosen =
        Map.<String, Object>of(
            "type", "durable-object", "request", "attach", "project", "/else", "port", 8787);
    assertThat(LaunchParameters.complete(chosen, Optional.empty(), Optional.of(folder)))
        .containsExactlyInAnyOrderEntriesOf(chosen);
  }
}
