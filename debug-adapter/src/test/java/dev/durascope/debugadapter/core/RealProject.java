package dev.durascope.debugadapter.core;

import dev.durascope.debugadapter.runtime.RuntimeDebuggee;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;

/**
 * A project with one class of objects in the real runtime, under the debugger: the paths of its
 * requests name the objects.
 */
final class RealProject implements AutoCloseable {

  private static final String CONFIG =
      """
      name = "chat"
      main = "index.js"
      compatibility_date = "2026-01-01"
      [[durable_objects.bindings]]
      name = "ROOMS"
      class_name = "Room"
      [[migrations]]
      tag = "v1"
      new_sqlite_classes = ["Room"]
      """;

  private static final String WORKER =
      """

      export default {
        fetch(request, env) {
          const name = new URL(request.url).pathname.slice(1);
          return env.ROOMS.getByName(name).fetch(request);
        },
      };
      """;

  final Path file;
  final DebuggeeSession session;
  private final Debuggee debuggee;
  private final HttpClient http = HttpClient.newHttpClient();
  private URI base = URI.create("http://unset");

  /**
   * Writes a project.
   *
   * @param room a module that exports the class Room
   */
  RealProject(Path directory, String room) {
    try {
      var root = directory.toRealPath();
      file = root.resolve("index.js");
      Files.writeString(root.resolve("wrangler.toml"), CONFIG);
      Files.writeString(file, room + WORKER);
      debuggee =
          RuntimeDebuggee.launcher()
              .prepare(
                  new LaunchOptions(
                      root,
                      Optional.empty(),
                      Optional.empty(),
                      OptionalInt.of(0),
                      Optional.empty(),
                      false,
                      Map.of()));
    } catch (IOException | LaunchException e) {
      throw new AssertionError(e);
    }
    session = new DebuggeeSession(debuggee, DebuggerOptions.standard());
  }

  /** Lets it run. */
  RealProject start() {
    try {
      base = debuggee.start();
    } catch (LaunchException e) {
      throw new AssertionError(e);
    }
    session.ignoreOutput();
    return this;
  }

  URI base() {
    return base;
  }

  CompletableFuture<String> get(String path) {
    return http.sendAsync(
            HttpRequest.newBuilder(base.resolve(path)).build(), BodyHandlers.ofString())
        .thenApply(response -> response.body());
  }

  /** The parts of a line, all of them. */
  List<Variable> parts(int reference) {
    var indexed = DebuggeeSession.get(session.debugger.indexed(reference, 0, 1_000));
    var named = DebuggeeSession.get(session.debugger.named(reference));
    var all = new ArrayList<>(indexed);
    all.addAll(named);
    return all;
  }

  /** A part of a line by its name. */
  Variable part(int reference, String name) {
    return parts(reference).stream()
        .filter(part -> part.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no " + name + " in " + parts(reference)));
  }

  /** The line that a path of names leads to. */
  Variable at(int reference, String first, String... path) {
    var found = part(reference, first);
    for (var name : path) {
      found = part(found.reference(), name);
    }
    return found;
  }

  @Override
  public void close() {
    session.close();
  }
}
