package dev.durascope.runtime.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.durascope.runtime.durable.ObjectState;
import dev.durascope.runtime.message.Body;
import dev.durascope.runtime.message.RequestMessage;
import dev.durascope.runtime.message.ScriptFailure;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How Durable Objects behave, seen from outside: through requests, sockets and the clock. */
class DurableObjectBehaviourTest {
  private static final String COUNTER =
      """
      async fetch() {
        const n = ((await this.ctx.storage.get('n')) ?? 0) + 1;
        await this.ctx.storage.put('n', n);
        return new Response(String(n));
      }
      """;

  @TempDir private Path directory;

  @Test
  void anObjectKeepsWhatItStoresOverARestart() throws Exception {
    try (var project = TestProject.withSubject(directory, COUNTER)) {
      assertThat(project.get("/a")).isEqualTo("1");
      assertThat(project.get("/a")).isEqualTo("2");
      assertThat(project.get("/b")).isEqualTo("1");
      project.restart();
      assertThat(project.get("/a")).isEqualTo("3");
    }
  }

  @Test
  void valuesOfEveryKindComeBackAsTheyWere() throws Exception {
    try (var project =
        TestProject.withSubject(
            directory,
            """
            async fetch() {
              const value = { date: new Date(5), map: new Map([[1, new Set(['x'])]]), big: 12n,
                bytes: new Uint8Array([1, 2]), error: new RangeError('no'), list: [1, , 'ü'], nothing: null };
              value.self = value;
              await this.ctx.storage.put('v', value);
              const back = await this.ctx.storage.get('v');
              return Response.json([back.date.getTime(), [...back.map.get(1)], String(back.big), [...back.bytes],
                back.error instanceof RangeError, back.error.message, 1 in back.list, back.list[2],
                back.nothing, back.self === back]);
            }
            """)) {
      assertThat(project.get("/a"))
          .isEqualTo("[5,[\"x\"],\"12\",[1,2],true,\"no\",false,\"ü\",null,true]");
    }
  }

  @Test
  void twoObjectsRunSideBySideWhileOneRequestHangs() throws Exception {
    try (var project =
        TestProject.withSubject(
            directory,
            """
            async fetch(request) {
              if (request.url.endsWith('/wait')) await new Promise((resolve) => setTimeout(resolve, 5000));
              return new Response(this.ctx.id.name);
            }
            """)) {
      var waiting =
          project
              .project()
              .fetch(
                  new RequestMessage(
                      "GET", "http://localhost/slow/wait", List.of(), Body.NONE, "follow"));
      assertThat(project.get("/quick")).isEqualTo("quick");
      assertThat(project.get("/slow")).isEqualTo("slow");
      assertThat(waiting.isDone()).isFalse();
      project.clock().advance(5000);
      assertThat(TestProject.text(waiting.get(30, TimeUnit.SECONDS))).isEqualTo("slow");
    }
  }

  @Test
  void noEventIsDeliveredWhileBlockConcurrencyWhileRuns() throws Exception {
    try (var project =
        TestProject.withSubject(
            directory,
            """
            constructor(ctx, env) {
              super(ctx, env);
              this.order = [];
              ctx.blockConcurrencyWhile(async () => {
                this.order.push('begin');
                await new Promise((resolve) => setTimeout(resolve, 100));
                this.order.push('end');
              });
            }
            fetch() {
              this.order.push('fetch');
              return Response.json(this.order);
            }
            """)) {
      var timers = project.clock();
      var response =
          project
              .project()
              .fetch(
                  new RequestMessage("GET", "http://localhost/a", List.of(), Body.NONE, "follow"));
      timers.awaitTimers(2);
      assertThat(response.isDone()).isFalse();
      timers.advance(100);
      assertThat(TestProject.text(response.get(30, TimeUnit.SECONDS)))
          .isEqualTo("[\"begin\",\"end\",\"fetch\"]");
    }
  }

  @Test
  void aConstructorThatThrowsFailsTheRequestAndIsTriedAgain() throws Exception {
    try (var project =
        TestProject.withSubject(
            directory,
            """
            constructor(ctx, env) {
              super(ctx, env);
              globalThis.tries = (globalThis.tries ?? 0) + 1;
              throw new TypeError('not today');
            }
            """)) {
      assertThatThrownBy(() -> project.get("/a"))
          .hasCauseInstanceOf(ScriptFailure.class)
          .hasMessageContaining("not today");
      assertThatThrownBy(() -> project.get("/a")).hasMessageContaining("not today");
    }
  }

  @Test
  void anAlarmRunsAtItsTimeAndIsGoneWithinItsHandler() throws Exception {
    try (var project =
        TestProject.withSubject(
            directory,
            """
            async fetch() {
              if ((await this.ctx.storage.get('asked')) === undefined) await this.ctx.storage.setAlarm(1_800_000_001_000);
              await this.ctx.storage.put('asked', true);
              return Response.json([await this.ctx.storage.getAlarm() !== null, (await this.ctx.storage.get('ran')) ?? null]);
            }
            async alarm(info) {
              await this.ctx.storage.put('ran', [await this.ctx.storage.getAlarm(), info.retryCount, info.isRetry]);
            }
            """)) {
      assertThat(project.get("/a")).isEqualTo("[true,null]");
      project.clock().advance(999);
      assertThat(project.get("/a")).isEqualTo("[true,null]");
      var events = new ObjectEvents(project);
      project.clock().advance(1);
      events.awaitStored();
      assertThat(project.get("/a")).isEqualTo("[false,[null,0,false]]");
    }
  }

  @Test
  void anAlarmThatFailsComesAgainAfterTwoSecondsAndThenLater() throws Exception {
    try (var project =
        TestProject.withSubject(
            directory,
            """
            async fetch() {
              await this.ctx.storage.setAlarm(1);
              return new Response('set');
            }
            async alarm(info) {
              if (info.retryCount < 2) throw new Error('failure ' + info.retryCount);
              await this.ctx.storage.put('count', info.retryCount);
            }
            """)) {
      assertThat(project.get("/a")).isEqualTo("set");
      project.clock().advance(0);
      project.clock().awaitTimerBetween(1_500, 2_500);
      project.clock().advance(2_500);
      project.clock().awaitTimerBetween(3_000, 5_000);
      var events = new ObjectEvents(project);
      project.clock().advance(5_000);
      events.awaitStored();
      assertThat(project.log())
          .anyMatch(line -> line.contains("failure 0"))
          .anyMatch(line -> line.contains("failure 1"))
          .noneMatch(line -> line.contains("failure 2"));
    }
  }

  @Test
  void aStoredAlarmRunsAfterARestart() throws Exception {
    try (var project =
        TestProject.withSubject(
            directory,
            """
            async fetch(request) {
              if (request.url.endsWith('/set')) await this.ctx.storage.setAlarm(1_800_000_060_000);
              return new Response(String(await this.ctx.storage.get('ran')));
            }
            async alarm() {
              await this.ctx.storage.put('ran', 'yes');
            }
            """)) {
      project.get("/a/set");
      project.restart();
      var events = new ObjectEvents(project);
      project.clock().advance(60_000);
      events.awaitStored();
      assertThat(project.get("/a")).isEqualTo("yes");
    }
  }

  @Test
  void aHibernatedObjectKeepsItsSocketsAttachmentsAndTagsButNotItsMemory() throws Exception {
    try (var project =
        TestProject.withSubject(
            directory,
            """
            memory = 0;
            fetch() {
              const { 0: client, 1: server } = new WebSocketPair();
              this.ctx.acceptWebSocket(server, ['red', 'blue']);
              server.serializeAttachment({ visits: 1 });
              return new Response(null, { status: 101, webSocket: client });
            }
            webSocketMessage(socket, message) {
              const attachment = socket.deserializeAttachment();
              socket.serializeAttachment({ visits: attachment.visits + 1 });
              socket.send(JSON.stringify([message, ++this.memory, attachment.visits, this.ctx.getTags(socket),
                this.ctx.getWebSockets('red').length, this.ctx.getWebSockets('green').length]));
            }
            """)) {
      var client = SocketClient.connect(project, "/a");
      client.send("one");
      assertThat(client.receive()).isEqualTo("[\"one\",1,1,[\"red\",\"blue\"],1,0]");
      client.send("two");
      assertThat(client.receive()).isEqualTo("[\"two\",2,2,[\"red\",\"blue\"],1,0]");
      var object = project.onlyObject();
      assertThat(object.hibernate().get(30, TimeUnit.SECONDS)).isEmpty();
      assertThat(object.state()).isEqualTo(ObjectState.HIBERNATED);
      client.send("three");
      assertThat(client.receive()).isEqualTo("[\"three\",1,3,[\"red\",\"blue\"],1,0]");
    }
  }

  @Test
  void anObjectHibernatesAfterTenIdleSecondsButNotWhileATimerWaits() throws Exception {
    try (var project =
        TestProject.withSubject(
            directory,
            """
            fetch(request) {
              if (request.url.endsWith('/timer')) setTimeout(() => {}, 60_000);
              return new Response('ok');
            }
            """)) {
      var events = new ObjectEvents(project);
      project.get("/a");
      var object = project.onlyObject();
      events.await(it -> it.state() == ObjectState.IDLE);
      project.clock().awaitTimerBetween(10_000, 10_000);
      project.clock().advance(10_000);
      events.await(it -> it.state() == ObjectState.STORED);
      project.get("/a/timer");
      events.await(it -> it.state() == ObjectState.IDLE);
      assertThat(object.hibernate().get(30, TimeUnit.SECONDS))
          .containsExactly("a timer is waiting");
    }
  }

  @Test
  void anObjectDoesNotHibernateWhileItsConnectionIsOpen() throws Exception {
    try (var peer = TcpPeer.start();
        var project =
            TestProject.withSubject(
                directory,
                """
                async fetch(request) {
                  if (request.url.endsWith('/close')) {
                    await this.connection.close();
                  } else {
                    const { connect } = await import('cloudflare:sockets');
                    this.connection = connect('PEER');
                    await this.connection.opened;
                  }
                  return new Response('ok');
                }
                """
                    .replace("PEER", peer.address()))) {
      var events = new ObjectEvents(project);
      project.get("/a");
      events.await(it -> it.state() == ObjectState.IDLE);
      assertThat(project.onlyObject().hibernate().get(30, TimeUnit.SECONDS))
          .containsExactly("1 connection(s) opened with connect() are open");
      project.get("/a/close");
      while (!project.onlyObject().hibernate().get(30, TimeUnit.SECONDS).isEmpty()) {
        Thread.onSpinWait(); // the connection is closed on another thread
      }
    }
  }

  @Test
  void twoEqualMessagesInProgressAreTwoEvents() throws Exception {
    try (var project =
        TestProject.withSubject(
            directory,
            """
            fetch() {
              const { 0: client, 1: server } = new WebSocketPair();
              this.ctx.acceptWebSocket(server);
              return new Response(null, { status: 101, webSocket: client });
            }
            async webSocketMessage(socket, message) {
              this.waiting ??= [];
              const number = this.waiting.length;
              await new Promise((resolve) => {
                this.waiting.push(resolve);
                if (number === 1) this.waiting[0]();
                socket.send('taken ' + number);
              });
              socket.send('done ' + number);
            }
            """)) {
      var client = SocketClient.connect(project, "/a");
      client.send("same");
      assertThat(client.receive()).isEqualTo("taken 0");
      client.send("same");
      assertThat(client.receive()).isEqualTo("taken 1");
      assertThat(client.receive()).isEqualTo("done 0");
      assertThat(project.onlyObject().hibernate().get(30, TimeUnit.SECONDS))
          .containsExactly("an event is in progress: webSocketMessage");
    }
  }

  @Test
  void aSocketsCloseReachesTheObjectWithCodeAndReason() throws Exception {
    try (var project =
        TestProject.withSubject(
            directory,
            """
            fetch() {
              const { 0: client, 1: server } = new WebSocketPair();
              this.ctx.acceptWebSocket(server);
              return new Response(null, { status: 101, webSocket: client });
            }
            async webSocketClose(socket, code, reason, wasClean) {
              await this.ctx.storage.put('closed', [code, reason, wasClean]);
            }
            """)) {
      var events = new ObjectEvents(project);
      var client = SocketClient.connect(project, "/a");
      client.end().close(4001, "bye", true);
      events.awaitStored();
      assertThat(project.onlyObject().sockets().all()).isEmpty();
    }
  }

  @Test
  void anAutoResponseDoesNotWakeTheObject() throws Exception {
    try (var project =
        TestProject.withSubject(
            directory,
            """
            fetch() {
              const { 0: client, 1: server } = new WebSocketPair();
              this.ctx.acceptWebSocket(server);
              this.ctx.setWebSocketAutoResponse(new WebSocketRequestResponsePair('ping', 'pong'));
              return new Response(null, { status: 101, webSocket: client });
            }
            """)) {
      var client = SocketClient.connect(project, "/a");
      var object = project.onlyObject();
      object.hibernate().get(30, TimeUnit.SECONDS);
      client.send("ping");
      assertThat(client.receive()).isEqualTo("pong");
      assertThat(object.state()).isEqualTo(ObjectState.HIBERNATED);
      assertThat(object.sockets().all().getFirst().autoResponseTimestamp())
          .isEqualTo(project.clock().millis());
    }
  }

  @Test
  void aSaveExchangesTheCodeAndKeepsStorageAndSockets() throws Exception {
    var module =
        """
        export class Subject {
          constructor(state) { this.state = state; }
          async fetch(request) {
            if (request.headers.get('Upgrade')) {
              const { 0: client, 1: server } = new WebSocketPair();
              this.state.acceptWebSocket(server);
              return new Response(null, { status: 101, webSocket: client });
            }
            await this.state.storage.put('k', 'kept');
            return new Response('old');
          }
          webSocketMessage(socket) { socket.send('old'); }
        }
        export default { fetch: (request, env) => env.OBJECTS.getByName('x').fetch(request) };
        """;
    try (var project = TestProject.withModule(directory, module)) {
      var client = SocketClient.connect(project, "/x");
      assertThat(project.get("/x")).isEqualTo("old");
      project.save(
          module
              .replace("new Response('old')", "new Response('new')")
              .replace(
                  "socket.send('old')", "this.state.storage.get('k').then(k => socket.send(k))"));
      assertThat(project.get("/x")).isEqualTo("new");
      client.send("hi");
      assertThat(client.receive()).isEqualTo("kept");
    }
  }

  @Test
  void whatARequestHasLeftOpenIsClosedAfterItsEnd() throws Exception {
    try (var project =
        TestProject.withModule(
            directory,
            """
            import { DurableObject, RpcTarget } from 'cloudflare:workers';
            let disposed = 0;
            class Handle extends RpcTarget {
              ping() { return 'pong'; }
              [Symbol.dispose]() { disposed++; }
            }
            export class Subject extends DurableObject {
              handle() { return new Handle(); }
              disposed() { return disposed; }
            }
            export default {
              async fetch(request, env) {
                const stub = env.OBJECTS.getByName('x');
                if (request.url.endsWith('/disposed')) return new Response(await stub.disposed());
                const handle = await stub.handle();
                return new Response(await handle.ping());
              },
            };
            """)) {
      assertThat(project.get("/")).isEqualTo("pong");
      assertThat(project.get("/disposed")).isEqualTo("0");
      var object =
          Objects.requireNonNull(project.project().namespaces().get("Subject")).objects().stream()
              .findFirst()
              .orElseThrow();
      assertThat(object.hibernate().get(30, TimeUnit.SECONDS))
          .containsExactly("a stub of an RpcTarget or function of the object is held elsewhere");
      // The answer may be here before the turn that gave it has ended and the quiet time begun.
      assertTimeoutPreemptively(
          Duration.ofSeconds(30),
          () -> {
            while (!object.hibernate().get().isEmpty()) {
              project.clock().advance(6_000);
            }
          });
    }
  }

  @Test
  void aRemoteCallReturnsAStructuredCloneAndThrowsTheCalleesError() throws Exception {
    try (var project =
        TestProject.withModule(
            directory,
            """
            import { DurableObject } from 'cloudflare:workers';
            class Plain {}
            export class Subject extends DurableObject {
              add(a, b) { return { sum: a + b, when: new Date(7) }; }
              fail() { throw new RangeError('too far'); }
            }
            export default {
              async fetch(request, env) {
                const stub = env.OBJECTS.getByName('x');
                const result = await stub.add(1, 2);
                const errors = [];
                for (const call of [() => stub.fail(), () => stub.missing(), () => stub.add(new Plain()), () => stub.add(Symbol('s'))]) {
                  try { await call(); } catch (error) { errors.push(error.name + ': ' + error.message); }
                }
                return Response.json([result.sum, result.when.getTime(), ...errors]);
              },
            };
            """)) {
      assertThat(project.get("/"))
          .isEqualTo(
              "[3,7,\"RangeError: too far\",\"TypeError: The RPC receiver does not implement the"
                  + " method \\\"missing\\\".\",\"DataCloneError: Could not serialize object of"
                  + " type \\\"Plain\\\". This type does not support"
                  + " serialization.\",\"DataCloneError: Symbol(s) could not be cloned.\"]");
    }
  }

  @Test
  void aTransactionRollsBackWholeWhenItsClosureThrows() throws Exception {
    try (var project =
        TestProject.withSubject(
            directory,
            """
            async fetch() {
              const storage = this.ctx.storage;
              await storage.put('a', 1);
              let message;
              try {
                await storage.transaction(async (txn) => {
                  await txn.put('a', 2);
                  await txn.put('b', 2);
                  throw new Error('undo');
                });
              } catch (error) {
                message = error.message;
              }
              return Response.json([message, [...(await storage.list())]]);
            }
            """)) {
      assertThat(project.get("/a")).isEqualTo("[\"undo\",[[\"a\",1]]]");
    }
  }

  @Test
  void aClassThatIsNotExportedIsRefusedBeforeAnythingRuns() {
    assertThatThrownBy(
            () -> TestProject.withModule(directory, "export default { fetch() {} };").close())
        .isInstanceOf(ProjectException.class)
        .hasMessageContaining("not exported in your entrypoint file: Subject")
        .hasMessageContaining("wrangler.toml");
  }

  @Test
  void aModuleThatDoesNotExistIsNamedOnce() {
    assertThatThrownBy(
            () ->
                TestProject.withModule(
                        directory,
                        """
                        import 'cloudflare:nothing';
                        export class Subject {}
                        export default { fetch() {} };
                        """)
                    .close())
        .isInstanceOf(ProjectException.class)
        .hasMessageContaining("'cloudflare:nothing'")
        .hasMessageNotContaining("No such module");
  }

  @Test
  void anErrorsStackNamesTheUsersFileAndLine() throws Exception {
    try (var project =
        TestProject.withSubject(
            directory,
            """
            fetch() {
              throw new Error('here');
            }
            """)) {
      assertThatThrownBy(() -> project.get("/a")).hasMessageContaining("here");
      assertThat(project.log()).anyMatch(line -> line.contains("index.js:4:"));
    }
  }
}
