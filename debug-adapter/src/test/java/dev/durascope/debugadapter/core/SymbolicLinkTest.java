package dev.durascope.debugadapter.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An editor may know the project by another path than the bundler. */
class SymbolicLinkTest extends WrittenProject {

  private static final String ROOM =
      """
      import { DurableObject } from "cloudflare:workers";

      export class Room extends DurableObject {
        async fetch() {
          const text = "here";
          return new Response(text);
        }
      }

      """;

  @TempDir private Path elsewhere;

  @Test
  void a_breakpoint_is_set_by_a_path_with_a_symbolic_link() throws Exception {
    var debuggee = prepare(ROOM);
    var link = elsewhere.resolve("linked");
    Files.createSymbolicLink(link, file("."));
    var linked = link.resolve("index.ts");
    try (var session = new DebuggeeSession(debuggee, DebuggerOptions.standard())) {
      assertThat(session.breakAt(linked, 5))
          .containsExactly(new BreakpointStatus(1, true, linked, 5, 5, ""));
      var base = debuggee.start();
      session.ignoreOutput();
      var answer = get(base, "/lobby");
      var stop = session.awaitStop();
      assertThat(session.where(stop)).isEqualTo("fetch:5");
      session.resume(stop.isolate(), Resumption.CONTINUE);
      assertThat(DebuggeeSession.get(answer)).isEqualTo("here");
    }
  }
}
