package dev.durascope.debugadapter.core;

import static dev.durascope.debugadapter.core.Resumption.CONTINUE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.durascope.debugadapter.fixture.TestDebuggee;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What goes on around objects while they are paused. */
class PausedObjectsTest {

  private static final String PROJECT =
      """
      import { DurableObject } from "cloudflare:workers";
      export class Room extends DurableObject {
        constructor(ctx, env) {
          super(ctx, env);
          ctx.setWebSocketAutoResponse(new WebSocketRequestResponsePair("are you there?", "yes"));
        }
        fetch(request) {
          if (request.headers.get("Upgrade") === "websocket") {
            const pair = new WebSocketPair();
            this.ctx.acceptWebSocket(pair[1]);
            return new Response(null, { status: 101, webSocket: pair[0] });
          }
          return new Response("here");
        }
        webSocketMessage(socket, message) {
          socket.send(message.toUpperCase());
        }
      }
      export default {
        fetch(request, env) {
          return env.Room.getByName(new URL(request.url).pathname).fetch(request);
        }
      };
      """;

  private static final int ANSWER = 13;
  private static final int MESSAGE = 16;

  @TempDir private Path directory;

  private ProjectSession run(int... lines) throws Exception {
    return ProjectSession.run(directory, DebuggerOptions.standard(), PROJECT, "Room", lines);
  }

  @Test
  void many_objects_stop_at_once_and_all_run_on_when_the_debugger_leaves() throws Exception {
    int count = 20;
    try (var session = run(ANSWER)) {
      var answers = new ArrayList<CompletableFuture<String>>();
      for (int i = 0; i < count; i++) {
        answers.add(session.get("/" + i));
      }
      var stopped = new HashSet<Integer>();
      for (int i = 0; i < count; i++) {
        var stop = session.awaitStop();
        assertThat(session.where(stop)).isEqualTo("fetch:" + ANSWER);
        stopped.add(stop.isolate());
      }
      assertThat(stopped).hasSize(count);
      assertThat(answers).noneMatch(CompletableFuture::isDone);
      session.debugger.close();
      for (var answer : answers) {
        assertThat(DebuggeeSession.get(answer)).isEqualTo("here");
      }
    }
  }

  @Test
  void a_paused_object_is_not_taken_out_of_memory() throws Exception {
    try (var session = run(ANSWER)) {
      var answer = session.get("/lobby");
      int lobby = session.awaitStop().isolate();
      session.breakAt();
      var key =
          session.debugger.isolates().stream()
              .filter(isolate -> isolate.id() == lobby)
              .findFirst()
              .flatMap(IsolateView::object)
              .orElseThrow()
              .key();
      assertThatThrownBy(() -> session.debuggee().evict(key)).hasMessageContaining("is paused");
      assertThatThrownBy(() -> session.debuggee().hibernate(key)).hasMessageContaining("is paused");
      session.resume(lobby, CONTINUE);
      assertThat(DebuggeeSession.get(answer)).isEqualTo("here");
      session.debuggee().evict(key);
      assertThat(DebuggeeSession.get(session.get("/lobby"))).isEqualTo("here");
    }
  }

  @Test
  void a_save_waits_for_a_paused_object_and_no_other() throws Exception {
    try (var session = run(ANSWER)) {
      var old = session.get("/lobby");
      int lobby = session.awaitStop().isolate();
      session.awaitScript();
      Files.writeString(session.file, PROJECT.replace("\"here\"", "\"new\""));
      session.awaitScript();
      session.awaitLine("Reloaded");
      session.breakAt();
      assertThat(DebuggeeSession.get(session.get("/attic"))).isEqualTo("new");
      assertThat(session.stack(lobby)).first().isEqualTo("fetch:" + ANSWER);
      session.resume(lobby, CONTINUE);
      assertThat(DebuggeeSession.get(session.get("/lobby"))).isEqualTo("new");
      assertThat(DebuggeeSession.get(old)).isNotEmpty();
    }
  }

  @Test
  void the_sockets_of_a_paused_object_stay_alive() throws Exception {
    try (var session = run(MESSAGE)) {
      var heard = new LinkedBlockingQueue<String>();
      var address = URI.create("ws" + session.base().toString().substring(4) + "/lobby");
      var socket =
          HttpClient.newHttpClient()
              .newWebSocketBuilder()
              .buildAsync(address, new Ear(heard))
              .join();
      socket.sendText("hello", true).join();
      int lobby = session.awaitStop().isolate();
      socket.sendPing(ByteBuffer.wrap("1".getBytes(StandardCharsets.UTF_8))).join();
      assertThat(heard.poll(30, TimeUnit.SECONDS)).isEqualTo("pong");
      socket.sendText("are you there?", true).join();
      assertThat(heard.poll(30, TimeUnit.SECONDS)).isEqualTo("yes");
      session.breakAt();
      session.resume(lobby, CONTINUE);
      assertThat(heard.poll(30, TimeUnit.SECONDS)).isEqualTo("HELLO");
      socket.abort();
    }
  }

  private record Ear(LinkedBlockingQueue<String> heard) implements WebSocket.Listener {
    @Override
    public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
      heard.add(data.toString());
      return WebSocket.Listener.super.onText(socket, data, last);
    }

    @Override
    public CompletionStage<?> onPong(WebSocket socket, ByteBuffer message) {
      heard.add("pong");
      return WebSocket.Listener.super.onPong(socket, message);
    }
  }

  @Test
  void a_thread_that_is_paused_as_it_starts_stops_at_the_programs_first_statement() {
    var program = new TestDebuggee(DebugSession.FILE, "let ready = 1;\nready++;\n");
    try (var session =
        new DebuggeeSession(program, DebuggerOptions.standard()) {
          @Override
          public void isolateStarted(IsolateView isolate) {
            pause(isolate.id());
          }
        }) {
      program.add("Worker");
      var stop = session.awaitStop();
      assertThat(stop.reason()).isEqualTo(Stop.Reason.PAUSE);
      assertThat(session.where(stop)).isEqualTo("(module):1");
      assertThat(session.then(1, Resumption.STEP_OVER)).isEqualTo("(module):2");
      session.resume(1, CONTINUE);
    }
  }
}
