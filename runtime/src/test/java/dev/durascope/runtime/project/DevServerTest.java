package dev.durascope.runtime.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.durascope.runtime.message.Body;
import dev.durascope.runtime.message.RequestMessage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A project with its doors open. */
class DevServerTest {
  private static final RequestMessage REQUEST =
      new RequestMessage("GET", "http://localhost/", List.of(), Body.NONE, "follow");

  private static final ProjectLog SILENT =
      new ProjectLog() {
        @Override
        public void message(Level level, String text) {}

        @Override
        public void script(Level level, String source, String text) {}
      };

  @TempDir private Path directory;

  private DevServer prepare(String module) throws Exception {
    Files.writeString(directory.resolve("wrangler.toml"), "name = \"w\"\nmain = \"index.js\"\n");
    Files.writeString(directory.resolve("index.js"), module);
    return DevServer.prepare(ProjectOptions.of(directory), SILENT);
  }

  @Test
  void aRequestThatComesBeforeTheCodeIsLoadedWaitsForIt() throws Exception {
    try (var server = prepare("export default { fetch: () => new Response('ready') };")) {
      var response = server.handle(REQUEST);
      assertThat(response.isDone()).isFalse();
      server.start();
      assertThat(TestProject.text(response.get(30, TimeUnit.SECONDS))).isEqualTo("ready");
    }
  }

  @Test
  void aRequestThatWaitsForCodeThatCannotBeLoadedHearsWhy() throws Exception {
    try (var server = prepare("throw new Error('broken at the top');")) {
      var response = server.handle(REQUEST);
      assertThatThrownBy(server::start).hasMessageContaining("broken at the top");
      assertThatThrownBy(() -> response.get(30, TimeUnit.SECONDS))
          .hasMessageContaining("broken at the top");
    }
  }
}
