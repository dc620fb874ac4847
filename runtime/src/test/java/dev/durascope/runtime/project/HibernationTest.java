package dev.durascope.runtime.project;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durascope.runtime.durable.ObjectState;
import dev.durascope.runtime.message.Body;
import dev.durascope.runtime.message.RequestMessage;
import dev.durascope.runtime.message.ScriptFailure;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What of an object's sockets outlives its memory, and what keeps it in memory. */
class HibernationTest {
  private static final String SOCKETS =
      """
      memory = 0;
      fetch(request) {
        if (request.url.endsWith('/limit')) {
          this.ctx.setHibernatableWebSocketEventTimeout(1_000);
          this.ctx.setWebSocketAutoResponse(new WebSocketRequestResponsePair('ping', 'pong'));
          return new Response('set');
        }
        const { 0: client, 1: server } = new WebSocketPair();
        this.ctx.acceptWebSocket(server);
        return new Response(null, { status: 101, webSocket: client });
      }
      async webSocketMessage(socket, message) {
        socket.send(`${message} ${++this.memory} ${this.ctx.getHibernatableWebSocketEventTimeout()}`);
        if (message === 'hang') await new Promise(() => {});
      }
      """;

  @TempDir private Path directory;

  @Test
  void timeLimitAndAutomaticReplyOutliveHibernation() throws Exception {
    try (var project = TestProject.withSubject(directory, SOCKETS)) {
      assertThat(project.get("/a/limit")).isEqualTo("set");
      var client = SocketClient.connect(project, "/a");
      var object = project.onlyObject();
      assertThat(object.hibernate().get(30, TimeUnit.SECONDS)).isEmpty();
      assertThat(object.state()).isEqualTo(ObjectState.HIBERNATED);
      client.send("ping");
      assertThat(client.receive()).isEqualTo("pong");
      client.send("hello");
      assertThat(client.receive()).isEqualTo("hello 1 1000");
    }
  }

  @Test
  void anEventThatTakesTooLongCostsTheObjectItsMemoryAndNotItsSockets() throws Exception {
    try (var project = TestProject.withSubject(directory, SOCKETS)) {
      project.get("/a/limit");
      var client = SocketClient.connect(project, "/a");
      client.send("hang");
      assertThat(client.receive()).isEqualTo("hang 1 1000");
      project.clock().awaitTimerBetween(1_000, 1_000);
      project.clock().advance(1_000);
      client.send("hello");
      assertThat(client.receive()).isEqualTo("hello 1 1000");
      assertThat(project.log())
          .anyMatch(it -> it.contains("Actor exceeded event execution time and was disconnected."));
    }
  }

  @Test
  void socketsStayOverAnEvictionAndBreakWithAnAbort() throws Exception {
    try (var project = TestProject.withSubject(directory, SOCKETS)) {
      var client = SocketClient.connect(project, "/a");
      client.send("one");
      assertThat(client.receive()).isEqualTo("one 1 null");
      project.onlyObject().evict(ScriptFailure.error("Evicted"));
      client.send("two");
      assertThat(client.receive()).isEqualTo("two 1 null");
      project.onlyObject().abort(ScriptFailure.error("Aborted"));
      assertThat(client.receive())
          .isEqualTo("closed 1006 WebSocket disconnected without sending Close frame.");
      assertThat(project.onlyObject().sockets().count()).isZero();
    }
  }

  @Test
  void aCallOfAStubKeepsTheCallerInMemory() throws Exception {
    try (var project =
        TestProject.withSubject(
            directory,
            """
            async fetch(request) {
              if (request.url.endsWith('/call')) {
                this.answer = this.env.OBJECTS.getByName('a').wait();
                this.answer.catch(() => {});
              } else {
                this.release('done');
              }
              return new Response('ok');
            }
            wait() {
              return new Promise((resolve) => (this.release = resolve));
            }
            """)) {
      project.get("/b/call");
      var caller =
          Objects.requireNonNull(project.project().namespaces().get("Subject")).objects().stream()
              .filter(object -> "b".equals(object.id().name()))
              .findFirst()
              .orElseThrow();
      assertThat(caller.hibernate().get(30, TimeUnit.SECONDS))
          .contains("a call of a stub is under way: wait()");
      project
          .project()
          .fetch(new RequestMessage("GET", "http://localhost/a", List.of(), Body.NONE, "follow"))
          .get(30, TimeUnit.SECONDS);
      while (!caller.hibernate().get(30, TimeUnit.SECONDS).isEmpty()) {
        Thread.onSpinWait(); // the answer comes on another thread
      }
    }
  }
}
