package dev.durascope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durascope.cli.command.Console;
import dev.durascope.languageserver.running.ClassObjects;
import dev.durascope.languageserver.running.ControlAddress;
import dev.durascope.languageserver.running.RunningObjects;
import dev.durascope.languageserver.running.Timer;
import dev.durascope.runtime.project.DevServer;
import dev.durascope.runtime.project.ProjectOptions;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the language server hears of a project that the runtime runs. */
class RunningProjectTest {

  @TempDir Path dir;
  private final BlockingQueue<String> told = new LinkedBlockingQueue<>();

  @Test
  void anObjectThatComesIsToldAndCounted() throws Exception {
    Files.writeString(
        dir.resolve("wrangler.toml"),
        """
        name = "chat"
        main = "index.js"
        compatibility_date = "2026-01-01"
        [[durable_objects.bindings]]
        name = "ROOM"
        class_name = "Room"
        [[migrations]]
        tag = "v1"
        new_sqlite_classes = ["Room"]
        """);
    Files.writeString(
        dir.resolve("index.js"),
        """
        import { DurableObject } from "cloudflare:workers";
        export class Room extends DurableObject {
          hello() { return "hello"; }
        }
        export default {
          async fetch(request, env) {
            return new Response(await env.ROOM.getByName("lobby").hello());
          },
        };
        """);
    var silence = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    var log =
        new ConsoleLog(
            new Console(InputStream.nullInputStream(), silence, silence, dir),
            LogLevel.DEBUG,
            true);
    try (var server = DevServer.prepare(ProjectOptions.of(dir).withPort(0), log);
        var running = new RunningObjects(Timer.ofSystem(), () -> told.add("changed"));
        var client = HttpClient.newHttpClient()) {
      server.start();
      server.openControl();
      var project = ControlAddress.of(dir).orElseThrow();
      running.follow(project);
      awaitNews();
      running.follow(project);
      assertThat(live(running, project)).containsExactly(0);
      var request = HttpRequest.newBuilder(server.address()).build();
      assertThat(client.send(request, BodyHandlers.ofString()).body()).isEqualTo("hello");
      awaitNews();
      assertThat(live(running, project)).containsExactly(1);
    }
  }

  private static List<Integer> live(RunningObjects running, ControlAddress project) {
    return running.ask(project, List.of("Room")).join().values().stream()
        .map(ClassObjects::live)
        .toList();
  }

  private void awaitNews() throws InterruptedException {
    assertThat(told.poll(20, TimeUnit.SECONDS)).isEqualTo("changed");
  }
}
