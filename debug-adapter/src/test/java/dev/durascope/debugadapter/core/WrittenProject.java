package dev.durascope.debugadapter.core;

import dev.durascope.debugadapter.runtime.RuntimeDebuggee;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.io.TempDir;

/** A TypeScript project with one class of objects, written for a test and run for real. */
class WrittenProject {

  private static final String CONFIG =
      """
      name = "chat"
      main = "index.ts"
      compatibility_date = "2026-01-01"
      [[durable_objects.bindings]]
      name = "ROOMS"
      class_name = "Room"
      [[migrations]]
      tag = "v1"
      new_sqlite_classes = ["Room"]
      """;

  /** {@code /lobby} fetches from the room, {@code /lobby/say} calls its method. */
  private static final String WORKER =
      """
      interface Env { ROOMS: any }

      export default {
        async fetch(request: Request, env: Env): Promise<Response> {
          const [, name, method] = new URL(request.url).pathname.split("/");
          const room = env.ROOMS.get(env.ROOMS.idFromName(name));
          return method ? new Response(await room[method]("hi")) : room.fetch(request);
        },
      };
      """;

  @TempDir private Path temporary;
  private final HttpClient http = HttpClient.newHttpClient();

  Path file(String name) throws IOException {
    return temporary.toRealPath().resolve(name);
  }

  /** Writes the project, with a class Room at the beginning of its {@code index.ts}. */
  Debuggee prepare(String room) throws IOException, LaunchException {
    Files.writeString(file("wrangler.toml"), CONFIG);
    Files.writeString(file("index.ts"), room + WORKER);
    return RuntimeDebuggee.launcher()
        .prepare(
            new LaunchOptions(
                temporary.toRealPath(),
                Optional.empty(),
                Optional.empty(),
                OptionalInt.of(0),
                Optional.empty(),
                false,
                Map.of()));
  }

  CompletableFuture<String> get(URI base, String path) {
    return http.sendAsync(
            HttpRequest.newBuilder(base.resolve(path)).build(), BodyHandlers.ofString())
        .thenApply(response -> response.body());
  }

  static String description(Stop stop) {
    return stop.cause().map(Stop.Cause::description).orElse("");
  }

  static String text(Stop stop) {
    return stop.cause().map(Stop.Cause::text).orElse("");
  }

  static List<String> told(Stop stop) {
    return List.of(description(stop), text(stop));
  }
}
