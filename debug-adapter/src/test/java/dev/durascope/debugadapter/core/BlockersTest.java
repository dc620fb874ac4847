package dev.durascope.debugadapter.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Why an object of the real runtime cannot hibernate, with the lines that are the cause. */
class BlockersTest {

  private static final String ROOM =
      """
      import { DurableObject } from "cloudflare:workers";

      export class Room extends DurableObject {
        async fetch(request) {
          setTimeout(() => {}, 1e9);
          await null;
          this.ticking = setInterval(() => {
            clearInterval(this.ticking);
            this.ticked();
          }, 1);
          await new Promise((ticked) => (this.ticked = ticked));
          const pair = new WebSocketPair();
          pair[0].accept();
          this.env.ROOMS.getByName("attic").wait();
          return new Response("ok");
        }

        wait() {
          return new Promise(() => setTimeout(() => {}, 1e9));
        }
      }
      """;

  @TempDir private Path directory;

  private static String line(HibernationBlocker blocker) {
    return blocker.kind()
        + " "
        + blocker.place().map(at -> at.file().getFileName() + ":" + at.line()).orElse("-")
        + " "
        + blocker.text();
  }

  @Test
  void each_is_told_with_the_line_that_began_it() {
    try (var project = new RealProject(directory, ROOM).start()) {
      assertThat(DebuggeeSession.get(project.get("/lobby"))).isEqualTo("ok");
      var debugger = project.session.debugger;
      var lobby =
          debugger.isolates().stream()
              .filter(isolate -> isolate.title().equals("Room \"lobby\""))
              .findFirst()
              .orElseThrow();
      assertThat(DebuggeeSession.get(debugger.blockers(lobby.id())))
          .extracting(BlockersTest::line)
          .containsExactlyInAnyOrder(
              "timer index.js:5 a timer is waiting: setTimeout(…, 1000000000)",
              "socket index.js:13 a WebSocket taken with accept() is open",
              "call index.js:14 a call of a stub is under way: wait()");
      var scope = DebuggeeSession.get(debugger.evaluateIn(lobby.id(), "$blockers().length"));
      assertThat(scope.value()).isEqualTo("3");
    }
  }
}
