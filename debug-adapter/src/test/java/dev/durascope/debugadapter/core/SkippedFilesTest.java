package dev.durascope.debugadapter.core;

import static dev.durascope.debugadapter.core.Resumption.CONTINUE;
import static dev.durascope.debugadapter.core.Resumption.STEP_IN;
import static dev.durascope.debugadapter.core.Resumption.STEP_OUT;
import static dev.durascope.debugadapter.core.Resumption.STEP_OVER;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SkippedFilesTest {

  @TempDir private Path directory;

  @Test
  void the_last_pattern_that_matches_decides() {
    var project = Path.of("/project");
    var skipped =
        SkippedFiles.of(
            project,
            List.of(
                "<node_internals>/**", "**/node_modules/**", "!**/node_modules/mine/**", "gen/*"));
    assertThat(skipped.contains(Path.of("/project/node_modules/a/index.js"))).isTrue();
    assertThat(skipped.contains(Path.of("/project/node_modules/mine/index.js"))).isFalse();
    assertThat(skipped.contains(Path.of("/project/gen/types.js"))).isTrue();
    assertThat(skipped.contains(Path.of("/project/src/gen/types.js"))).isFalse();
    assertThat(skipped.contains(Path.of("/project/src/index.js"))).isFalse();
  }

  @Test
  void steps_pass_a_library_and_stop_in_what_it_calls_back() throws Exception {
    var folder = directory.toRealPath();
    var library = folder.resolve("node_modules/each/index.js");
    Files.createDirectories(library.getParent());
    Files.writeString(
        library,
        """
        export async function each(list, visit) {
          let sum = 0;
          for (const item of list) {
            sum += visit(item);
          }
          await null;
          return sum;
        }
        """);
    Files.writeString(
        library.resolveSibling("package.json"),
        "{\"name\": \"each\", \"version\": \"1.0.0\", \"type\": \"module\", \"main\":"
            + " \"index.js\"}");
    var options =
        DebuggerOptions.standard().skipping(SkippedFiles.of(folder, List.of("**/node_modules/**")));
    var code =
        """
        import { DurableObject } from "cloudflare:workers";
        import { each } from "each";
        export class Room extends DurableObject {}
        export default {
          async fetch() {
            const sum = await each([1, 2], (item) => {
              return item * 10;
            });
            return new Response(sum);
          }
        };
        """;
    try (var session = ProjectSession.run(folder, options, code, "Room", 6)) {
      var answer = session.get("/");
      assertThat(session.where()).isEqualTo("fetch:6");
      int worker = session.isolate("Worker test");
      session.breakAt();
      assertThat(session.then(worker, STEP_IN)).isEqualTo("(anonymous):7");
      assertThat(session.stack(worker)).containsExactly("(anonymous):7", "each:4", "fetch:6");
      assertThat(session.then(worker, STEP_OUT)).isEqualTo("fetch:6");
      assertThat(session.then(worker, STEP_OVER)).isEqualTo("fetch:9");
      session.resume(worker, CONTINUE);
      assertThat(DebuggeeSession.get(answer)).isEqualTo("30");
    }
  }
}
