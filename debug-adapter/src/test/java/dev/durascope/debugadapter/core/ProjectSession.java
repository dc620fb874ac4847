package dev.durascope.debugadapter.core;

import dev.durascope.debugadapter.runtime.RuntimeDebuggee;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;

/**
 * A debugger on a project of one file, {@code index.js}, in the real runtime. Its exported classes
 * are bound under their own names.
 */
final class ProjectSession extends DebuggeeSession {

  private final Debuggee debuggee;
  private final HttpClient http = HttpClient.newHttpClient();
  private final URI base;
  final Path file;

  private ProjectSession(Debuggee debuggee, Path file, DebuggerOptions options, int... lines)
      throws LaunchException {
    super(debuggee, options);
    this.debuggee = debuggee;
    this.file = file;
    breakAt(lines);
    this.base = debuggee.start();
    ignoreOutput();
  }

  /** Writes the project and runs it, with breakpoints in some lines of its file. */
  static ProjectSession run(
      Path directory, DebuggerOptions options, String code, String classes, int... lines)
      throws IOException, LaunchException {
    var folder = directory.toRealPath();
    var config = new StringBuilder("name = \"test\"\nmain = \"index.js\"\n");
    config.append("compatibility_date = \"2026-01-01\"\n");
    for (var name : classes.split(" ", -1)) {
      config.append("[[durable_objects.bindings]]\n");
      config.append("name = \"%s\"\nclass_name = \"%s\"\n".formatted(name, name));
    }
    var quoted = "\"" + classes.replace(" ", "\", \"") + "\"";
    config.append("[[migrations]]\ntag = \"v1\"\nnew_sqlite_classes = [%s]\n".formatted(quoted));
    Files.writeString(folder.resolve("wrangler.toml"), config);
    var file = folder.resolve("index.js");
    Files.writeString(file, code);
    var debuggee =
        RuntimeDebuggee.launcher()
            .prepare(
                new LaunchOptions(
                    folder,
                    Optional.empty(),
                    Optional.empty(),
                    OptionalInt.of(0),
                    Optional.empty(),
                    false,
                    Map.of()));
    return new ProjectSession(debuggee, file, options, lines);
  }

  void breakAt(int... lines) {
    breakAt(file, lines);
  }

  /** The body of what the project answers. */
  CompletableFuture<String> get(String path) {
    return http.sendAsync(
            HttpRequest.newBuilder(base.resolve(path)).build(), BodyHandlers.ofString())
        .thenApply(response -> response.body());
  }

  /** The project as the debugger sees it. */
  Debuggee debuggee() {
    return debuggee;
  }

  /** Where the project answers. */
  URI base() {
    return base;
  }

  /** Asks the control API to do something. */
  String control(String path, String body) {
    ControlAddress control;
    try {
      control = debuggee.control();
    } catch (ControlException e) {
      throw new AssertionError(e);
    }
    var request =
        HttpRequest.newBuilder(control.url().resolve("/api/v1/" + path))
            .header("Authorization", "Bearer " + control.token())
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    return get(http.sendAsync(request, BodyHandlers.ofString())).body();
  }

  /** The isolate of an object or of the Worker. */
  int isolate(String title) {
    return debugger.isolates().stream()
        .filter(isolate -> isolate.title().equals(title))
        .findFirst()
        .orElseThrow()
        .id();
  }
}
