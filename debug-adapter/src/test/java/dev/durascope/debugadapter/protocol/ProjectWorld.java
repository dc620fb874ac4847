package dev.durascope.debugadapter.protocol;

import com.google.gson.JsonParser;
import dev.durascope.debugadapter.core.Attachment;
import dev.durascope.debugadapter.core.Debuggee;
import dev.durascope.debugadapter.core.DebuggeeLauncher;
import dev.durascope.debugadapter.core.LaunchException;
import dev.durascope.debugadapter.core.LaunchOptions;
import dev.durascope.debugadapter.runtime.RunningProject;
import dev.durascope.debugadapter.runtime.RuntimeDebuggee;
import dev.durascope.runtime.project.DevServer;
import dev.durascope.runtime.project.ProjectException;
import dev.durascope.runtime.project.ProjectLog;
import dev.durascope.runtime.project.ProjectOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A project on disk in the real runtime, asked by HTTP and WebSockets. Its directory is {@code
 * /project} in conversations, a port is {@code PORT}, and the time that a reload took is {@code N}.
 */
final class ProjectWorld implements World {

  /** What a project has that does not bring a configuration: one class, bound as {@code ROOMS}. */
  private static final String CONFIG =
      """
      name = "chat"
      main = "src/index.ts"
      compatibility_date = "2026-01-01"
      [[durable_objects.bindings]]
      name = "ROOMS"
      class_name = "Room"
      [[migrations]]
      tag = "v1"
      new_sqlite_classes = ["Room"]
      """;

  private static final long PATIENCE_SECONDS = 60;
  private static final Pattern PORT = Pattern.compile("(http://127\\.0\\.0\\.1:)\\d+");
  private static final Pattern RELOADED = Pattern.compile("(Reloaded in )\\d+ ms");
  private static final Pattern PROJECT = Pattern.compile("/project(?![A-Za-z0-9_-])");

  private final Path directory;
  private final HttpClient http = HttpClient.newHttpClient();
  private final Map<String, Deque<CompletableFuture<HttpResponse<String>>>> answers =
      new HashMap<>();
  private final Map<String, SocketClient> sockets = new HashMap<>();
  private @Nullable DevServer server;
  private @Nullable DebugServer door;
  private volatile @Nullable RunningProject running;

  ProjectWorld(Map<String, String> files) {
    try {
      directory = Files.createTempDirectory("conversation").toRealPath();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (files.keySet().stream().noneMatch(file -> file.contains("/wrangler."))) {
      write("/wrangler.toml", CONFIG);
    }
    files.forEach(this::write);
  }

  /** Saves a file of the project. */
  void write(String file, String text) {
    var path = directory.resolve(file.substring(1));
    try {
      Files.createDirectories(path.getParent());
      Files.writeString(path, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public DebuggeeLauncher launcher() {
    return new DebuggeeLauncher() {
      @Override
      public Debuggee prepare(LaunchOptions options) throws LaunchException {
        return RuntimeDebuggee.launcher().prepare(options);
      }

      @Override
      public Attachment attach() throws LaunchException {
        var project = running;
        return project == null ? DebuggeeLauncher.super.attach() : project.attach();
      }

      @Override
      public OptionalInt debugPort(Path project) throws LaunchException {
        return running == null
            ? RuntimeDebuggee.launcher().debugPort(project)
            : OptionalInt.empty();
      }
    };
  }

  /** The project is started without a debugger, by the adapter's own process. */
  private void run() {
    running = serve(_ -> {});
  }

  /** The project is started as {@code durascope dev --dap-port} does, by another process. */
  private void lend() {
    serve(
        project -> {
          try {
            var lent = DebugServer.open(0, new RunningProject(project));
            door = lent;
            project.server().debuggersAt(lent.address().getPort());
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }

  private void stop() {
    var running = server;
    server = null;
    if (running != null) {
      running.close();
    }
  }

  private RunningProject serve(Consumer<RuntimeDebuggee> beforeItIsFound) {
    try {
      var debuggee =
          RuntimeDebuggee.prepare(ProjectOptions.of(directory), List.of(), new Silence());
      var started = debuggee.server();
      server = started;
      debuggee.endBy(this::stop);
      started.start();
      beforeItIsFound.accept(debuggee);
      started.openControl();
      return new RunningProject(debuggee);
    } catch (ProjectException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /** What a project says that nobody listens to. */
  private record Silence() implements ProjectLog {
    @Override
    public void message(Level level, String text) {}

    @Override
    public void script(Level level, String source, String text) {}
  }

  @Override
  public String happens(String line) {
    var words = line.split(" ", 4);
    return switch (words[0]) {
      case "run" -> {
        run();
        yield line;
      }
      case "serve" -> {
        serve(_ -> {});
        yield line;
      }
      case "lend" -> {
        lend();
        yield line;
      }
      case "fetch" -> {
        fetch(words);
        yield line;
      }
      case "answer" -> "answer " + words[1] + " " + answer(words[1]);
      case "socket" -> {
        sockets.put(words[1], SocketClient.open(http, base().resolve(words[2])));
        yield line;
      }
      case "send" -> {
        socket(words[1]).send(line.substring("send ".length() + words[1].length() + 1));
        yield line;
      }
      case "hears" -> "hears " + words[1] + " " + stable(socket(words[1]).next());
      case "leave" -> {
        socket(words[1]).close();
        yield line;
      }
      case "control" -> "control " + words[1] + " " + words[2] + control(words);
      case "gone" -> Files.exists(directory.resolve(words[1].substring(1))) ? "still there" : line;
      default -> throw new IllegalArgumentException(line);
    };
  }

  /** {@code fetch /path}, or {@code fetch METHOD /path body}. */
  private void fetch(String[] words) {
    boolean get = words[1].startsWith("/");
    var path = get ? words[1] : words[2];
    var body = words.length == 4 ? words[3] : "";
    var request =
        HttpRequest.newBuilder(base().resolve(path))
            .method(
                get ? "GET" : words[1],
                get ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
            .build();
    answers
        .computeIfAbsent(path, _ -> new ArrayDeque<>())
        .add(http.sendAsync(request, BodyHandlers.ofString()));
  }

  private String answer(String path) {
    var waiting = answers.get(path);
    if (waiting == null || waiting.isEmpty()) {
      throw new IllegalArgumentException("Nobody has asked for " + path);
    }
    return waiting
        .removeFirst()
        .orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
        .handle(
            (response, failure) ->
                failure == null
                    ? stable((response.statusCode() + " " + response.body()).strip())
                        .replace("\n", "\\n")
                    : "failed " + failure.getMessage())
        .join();
  }

  /** {@code control METHOD /path {…}}: the project's control API, and what it answers. */
  private String control(String[] words) {
    var body = words.length == 4 ? words[3].replaceFirst(" ?→.*", "") : "";
    var response = control(words[1], words[2], body);
    return (body.isEmpty() ? "" : " " + body)
        + " → "
        + response.statusCode()
        + " "
        + stable(response.body().strip());
  }

  private HttpResponse<String> control(String method, String path, String body) {
    try {
      var file = directory.resolve(".wrangler/durascope/control.json");
      var found = JsonParser.parseString(Files.readString(file)).getAsJsonObject();
      var request =
          HttpRequest.newBuilder(URI.create(found.get("url").getAsString()).resolve(path))
              .header("Authorization", "Bearer " + found.get("token").getAsString())
              .method(method, BodyPublishers.ofString(body))
              .build();
      return http.send(request, BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private SocketClient socket(String name) {
    var socket = sockets.get(name);
    if (socket == null) {
      throw new IllegalArgumentException("There is no socket " + name);
    }
    return socket;
  }

  /** Where the project answers: it says so to tools. */
  private URI base() {
    var project = JsonParser.parseString(control("GET", "/api/v1/project", "").body());
    return URI.create(project.getAsJsonObject().get("ready").getAsString());
  }

  @Override
  public String stable(String text) {
    var placed = text.replace(directory.toString(), "/project");
    return RELOADED.matcher(PORT.matcher(placed).replaceAll("$1PORT")).replaceAll("$1N ms");
  }

  @Override
  public String real(String text) {
    return PROJECT.matcher(text).replaceAll(directory.toString());
  }

  @Override
  public void close() {
    sockets.values().forEach(SocketClient::close);
    http.shutdownNow();
    if (door != null) {
      door.close();
    }
    stop();
    try (var files = Files.walk(directory)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
