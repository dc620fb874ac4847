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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

  private static final String BROKEN_SOCKETS =
      """
      fetch(request) {
        if (request.url.endsWith('/seen')) {
          return Response.json([this.ctx.storage.kv.get('seen'), this.ctx.getWebSockets().length]);
        }
        const { 0: client, 1: server } = new WebSocketPair();
        if (request.url.endsWith('/accepted')) this.accept(server);
        else this.ctx.acceptWebSocket(server, ['tag']);
        return new Response(null, { status: 101, webSocket: client });
      }
      accept(server) {
        server.accept();
        const seen = [];
        server.onclose = () => seen.push('close');
        server.onerror = ({ message, error }) => {
          server.send('nobody hears it');
          seen.push(message, String(error), server.readyState);
          this.ctx.storage.kv.put('seen', seen);
        };
      }
      webSocketClose() {
        this.ctx.storage.kv.put('seen', ['close']);
      }
      async webSocketError(socket, error) {
        const seen = [String(error), Object.keys(error).length, socket.readyState];
        seen.push(this.ctx.getTags(socket), this.ctx.getWebSockets('tag').length);
        socket.send('nobody hears it');
        socket.close(1000, 'done');
        seen.push(socket.readyState);
        await this.ctx.storage.sync();
        seen.push(this.ctx.getWebSockets().length);
        this.ctx.storage.kv.put('seen', seen);
      }
      """;

  @Test
  void webSocketErrorIsToldOfABrokenProtocolAndMayNotAnswer() throws Exception {
    try (var project = TestProject.withSubject(directory, BROKEN_SOCKETS)) {
      var client = SocketClient.connect(project, "/a");
      assertThat(project.onlyObject().hibernate().get(30, TimeUnit.SECONDS)).isEmpty();
      client.end().fail("WebSocket protocol error");
      assertThat(project.get("/a/seen"))
          .isEqualTo("[[\"Error: WebSocket protocol error\",0,2,[\"tag\"],1,2,0],0]");
      assertThat(client.received()).isEmpty();
    }
  }

  @Test
  void anAcceptedSocketHasAnErrorAndNoCloseWhenTheProtocolIsBroken() throws Exception {
    try (var project = TestProject.withSubject(directory, BROKEN_SOCKETS)) {
      var client = SocketClient.connect(project, "/a/accepted");
      client.end().fail("WebSocket protocol error");
      assertThat(project.get("/a/seen"))
          .isEqualTo(
              "[[\"Uncaught Error: WebSocket protocol error\","
                  + "\"Error: WebSocket protocol error\",3],0]");
      assertThat(client.received()).isEmpty();
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

  private static final String HOLDING =
      """
      disposed = 0;
      async fetch(request) {
        const { pathname } = new URL(request.url);
        const owner = this.env.OBJECTS.getByName('owner');
        if (pathname.endsWith('/keep')) this.target = await owner.target();
        return new Response(pathname.endsWith('/disposed') ? this.disposed : await this.target?.call());
      }
      target() {
        const owner = this;
        class Target extends RpcTarget {
          call() { return 'called'; }
          [Symbol.dispose]() { owner.disposed++; }
        }
        return new Target();
      }
      """;

  @Test
  void aStubThatIsKeptLetsItsHolderHibernateAndIsDisposedThen() throws Exception {
    try (var project =
        TestProject.withModule(
            directory,
            "import { DurableObject, RpcTarget } from 'cloudflare:workers';\n"
                + "export class Subject extends DurableObject {\n"
                + HOLDING
                + "}\nexport default { fetch(request, env) {\n"
                + "  const name = new URL(request.url).pathname.split('/')[1];\n"
                + "  return env.OBJECTS.getByName(name).fetch(request);\n} };")) {
      assertThat(project.get("/holder/keep")).isEqualTo("called");
      assertThat(project.get("/holder/call")).isEqualTo("called");
      assertThat(project.get("/owner/disposed")).isEqualTo("0");
      var holder =
          Objects.requireNonNull(project.project().namespaces().get("Subject")).objects().stream()
              .filter(object -> "holder".equals(object.id().name()))
              .findFirst()
              .orElseThrow();
      while (!holder.hibernate().get(30, TimeUnit.SECONDS).isEmpty()) {
        Thread.onSpinWait(); // the answer has left, and the turn that sent it is still to end
      }
      while (!project.get("/owner/disposed").equals("1")) {
        Thread.onSpinWait(); // the news travels on another thread
      }
    }
  }

  private static final String TIMER =
      """
      fetch(request) {
        if (request.url.endsWith('/short')) setTimeout(() => {}, 1_000);
        if (request.url.endsWith('/long')) setTimeout(() => {}, 500_000);
        return new Response('ok');
      }
      """;

  @Test
  void anObjectHibernatesTenSecondsAfterItsLastTimerHasRun() throws Exception {
    try (var project = TestProject.withSubject(directory, TIMER)) {
      var events = new ObjectEvents(project);
      project.get("/a/short");
      events.await(it -> it.state() == ObjectState.IDLE);
      project.clock().awaitTimerBetween(70_000, 70_000);
      project.clock().advance(1_000);
      project.clock().awaitTimerBetween(10_000, 10_000);
      project.clock().advance(10_000);
      events.await(it -> it.state() == ObjectState.STORED);
    }
  }

  @Test
  void anObjectThatOnlyATimerKeepsAwakeIsEvictedAfterSeventySeconds() throws Exception {
    try (var project = TestProject.withSubject(directory, TIMER)) {
      var events = new ObjectEvents(project);
      project.get("/a/long");
      events.await(it -> it.state() == ObjectState.IDLE);
      project.clock().awaitTimerBetween(70_000, 70_000);
      project.clock().advance(70_000);
      events.await(it -> it.state() == ObjectState.STORED);
    }
  }

  @ParameterizedTest
  @CsvSource({"2026-10-01, IDLE", "2026-09-30, STORED"})
  void whatIsUnderWayPreventsEvictionSinceOctober2026(String date, ObjectState then)
      throws Exception {
    try (var project =
        TestProject.withFiles(
            directory,
            """
            import { DurableObject } from 'cloudflare:workers';
            export class Callee extends DurableObject {
              wait() { return new Promise(() => {}); }
            }
            export class Subject extends DurableObject {
              fetch() {
                this.env.CALLEES.getByName('b').wait().catch(() => {});
                return new Response('ok');
              }
            }
            export default { fetch: (request, env) => env.OBJECTS.getByName('a').fetch(request) };
            """,
            """
            name = "test"
            main = "index.js"
            compatibility_date = "%s"
            durable_objects.bindings = [
              { name = "OBJECTS", class_name = "Subject" }, { name = "CALLEES", class_name = "Callee" }
            ]
            migrations = [{ tag = "v1", new_sqlite_classes = ["Subject", "Callee"] }]
            """
                .formatted(date))) {
      var events = new ObjectEvents(project);
      project.get("/");
      var object = project.onlyObject();
      while (object.state() != ObjectState.IDLE) {
        Thread.onSpinWait();
      }
      project.clock().awaitTimerBetween(70_000, 70_000);
      project.clock().advance(70_000);
      if (then == ObjectState.STORED) {
        events.await(it -> it.state() == then);
      } else {
        // Whatever the idle object does about its time, it has done when it answers this.
        assertThat(object.hibernate().get(30, TimeUnit.SECONDS)).isNotEmpty();
        assertThat(object.state()).isEqualTo(then);
      }
    }
  }
}
