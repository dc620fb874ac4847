package dev.durascope.debugadapter.protocol;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import dev.durascope.debugadapter.runtime.RuntimeDebuggee;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * One session of a fuzzing client with an adapter, on a project in the real runtime. Whatever is
 * asked, every request is answered in time, no answer is that of a failed adapter, every message is
 * what its schema says, and after the end nothing is left: no connection, no process, no file.
 */
final class FuzzSession {

  private static final int INTERNAL_FAILURE = 9001;
  private static final long POLL_MILLIS = 20;
  private static final int MAX_POLLS = 25;
  private static final Duration END_LIMIT = Duration.ofSeconds(30);

  private final FuzzProject project;
  private final Wire wire;
  private final HttpClient http;
  private final Duration limit;
  private final Stalls stalls;
  private final Map<Integer, Asked> unanswered = new ConcurrentHashMap<>();
  private final Map<String, List<JsonPrimitive>> heard = new HashMap<>();
  private final List<CompletableFuture<HttpResponse<String>>> answers = new ArrayList<>();
  private Optional<URI> base = Optional.empty();
  private boolean configured;
  private boolean leaving;
  private boolean closed;
  private int stops;

  private record Asked(int seq, String command, long at) {}

  private FuzzSession(FuzzProject project, Wire wire, HttpClient http, Duration limit) {
    this.project = project;
    this.wire = wire;
    this.http = http;
    this.limit = limit;
    this.stalls = new Stalls(limit);
  }

  /** Plays a plan; what is wrong with the adapter, or nothing. */
  static Optional<String> play(List<FuzzStep> plan, Duration limit) {
    try (var project = FuzzProject.create();
        var http = HttpClient.newHttpClient()) {
      try {
        try (var wire = new Wire(RuntimeDebuggee.launcher())) {
          var session = new FuzzSession(project, wire, http, limit);
          session.play(plan);
          session.end();
        }
        requireNothingLeft(project);
        return Optional.empty();
      } catch (AssertionError e) {
        return Optional.of(String.valueOf(e.getMessage()).strip());
      } finally {
        http.shutdownNow();
      }
    }
  }

  private void play(List<FuzzStep> plan) {
    for (var step : plan) {
      if (closed) {
        return;
      }
      switch (step) {
        case FuzzStep.Ask ask -> ask(ask);
        case FuzzStep.Save save -> project.save(save.version());
        case FuzzStep.Get get -> get(get.path());
        case FuzzStep.Started _ -> started();
        case FuzzStep.Stopped _ -> stopped();
      }
    }
  }

  private void ask(FuzzStep.Ask ask) {
    try {
      var arguments = (JsonObject) resolved(ask.arguments());
      int seq =
          ask.allowed()
              ? wire.send(ask.command(), arguments)
              : wire.sendWrong(ask.command(), arguments);
      leaving |= ask.command().equals("disconnect");
      unanswered.put(seq, new Asked(seq, ask.command(), System.nanoTime()));
      stalls.watch(seq, () -> !unanswered.containsKey(seq));
      while (ask.awaited() && unanswered.containsKey(seq) && !closed) {
        hear();
      }
    } catch (UncheckedIOException e) {
      closed = true; // it has hung up upon an earlier request
    }
  }

  /** Who has a thread stopped may have stopped the launch, which then waits for the client. */
  private void started() {
    while (!closed
        && configured
        && stops == 0
        && unanswered.values().stream().anyMatch(asked -> asked.command().equals("launch"))) {
      hear();
    }
  }

  private void stopped() {
    int before = stops;
    // A thread that has stopped before may hold what is not answered: there is no waiting for that.
    for (int polls = 0; polls < MAX_POLLS && !closed && stops == before; polls++) {
      if (answers.stream().allMatch(CompletableFuture::isDone)) {
        return;
      }
      hear(wire.next(POLL_MILLIS));
    }
  }

  /** The project tells tools where it answers; as long as it does not, nobody asks. */
  private void get(String path) {
    base = base.or(this::ready);
    base.ifPresent(
        at ->
            answers.add(
                http.sendAsync(
                    HttpRequest.newBuilder(at.resolve(path)).build(), BodyHandlers.ofString())));
  }

  private JsonElement resolved(JsonElement element) {
    return switch (element) {
      case JsonObject object -> {
        var out = new JsonObject();
        object.asMap().forEach((name, value) -> out.add(name, resolved(value)));
        yield out;
      }
      case JsonArray array -> {
        var out = new JsonArray();
        array.forEach(item -> out.add(resolved(item)));
        yield out;
      }
      case JsonPrimitive text when text.isString() -> resolved(text.getAsString());
      default -> element;
    };
  }

  private JsonPrimitive resolved(String text) {
    if (!text.matches("\\$[a-z]+:\\d+")) {
      return new JsonPrimitive(
          text.replace("FILE", project.file().toString())
              .replace("PROJECT", project.directory().toString()));
    }
    var kind = text.substring(1, text.indexOf(':'));
    int number = Integer.parseInt(text.substring(text.indexOf(':') + 1));
    var known = heard.getOrDefault(kind, List.of());
    if (known.isEmpty()) {
      return switch (kind) {
        case "memory", "data" -> new JsonPrimitive(String.valueOf(number));
        case "object" -> new JsonPrimitive("fuzz/Room/" + "0".repeat(64));
        default -> new JsonPrimitive(number);
      };
    }
    return known.get(known.size() - 1 - number % known.size());
  }

  private void hear() {
    var next = wire.next();
    if (next instanceof Wire.Heard.Silence) {
      throw new AssertionError("The adapter is silent. Unanswered: " + unanswered.values());
    }
    hear(next);
  }

  private void hear(Wire.Heard next) {
    switch (next) {
      case Wire.Heard.Closed _ -> closed = true;
      case Wire.Heard.Silence _ -> requireInTime();
      case Wire.Heard.Message(JsonObject message) -> {
        remember(message, "");
        if (message.has("event") && message.get("event").getAsString().equals("stopped")) {
          stops++;
        }
        if (message.get("type").getAsString().equals("response")) {
          answered(message);
        }
      }
    }
  }

  private void answered(JsonObject message) {
    var asked = unanswered.remove(message.get("request_seq").getAsInt());
    if (asked == null) {
      throw new AssertionError("Answered, though nobody asked: " + message);
    }
    if (!message.get("success").getAsBoolean() && failure(message) == INTERNAL_FAILURE) {
      throw new AssertionError("The adapter has failed: " + message);
    }
    requireInTime(asked);
    configured |= asked.command().equals("configurationDone");
  }

  private void requireInTime() {
    unanswered.values().forEach(this::requireInTime);
  }

  /** What a client has not configured is not launched. */
  private void requireInTime(Asked asked) {
    var took = Duration.ofNanos(System.nanoTime() - asked.at());
    boolean waitsForClient = List.of("launch", "attach").contains(asked.command());
    if (took.compareTo(limit) > 0 && !waitsForClient) {
      throw new AssertionError(asked.command() + " took " + took + stalls.of(asked.seq()));
    }
  }

  private static int failure(JsonObject message) {
    return message.has("body") && message.getAsJsonObject("body").has("error")
        ? message.getAsJsonObject("body").getAsJsonObject("error").get("id").getAsInt()
        : 0;
  }

  private Optional<URI> ready() {
    JsonObject control;
    try {
      control = JsonParser.parseString(Files.readString(controlFile(project))).getAsJsonObject();
    } catch (IOException e) {
      return Optional.empty(); // it has not started yet, or has ended
    }
    var request =
        HttpRequest.newBuilder(URI.create(control.get("url").getAsString() + "/api/v1/project"))
            .header("Authorization", "Bearer " + control.get("token").getAsString())
            .build();
    try {
      var body = http.send(request, BodyHandlers.ofString()).body();
      var ready = JsonParser.parseString(body).getAsJsonObject().get("ready");
      return ready == null || ready.isJsonNull()
          ? Optional.empty()
          : Optional.of(URI.create(ready.getAsString()));
    } catch (IOException e) {
      return Optional.empty(); // the project has ended
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /** Notes what later requests can name. */
  private void remember(JsonElement element, String owner) {
    switch (element) {
      case JsonObject object ->
          object
              .asMap()
              .forEach(
                  (name, value) -> {
                    kind(name, owner).ifPresent(kind -> note(kind, value));
                    remember(value, name);
                  });
      case JsonArray array -> array.forEach(item -> remember(item, owner));
      default -> {}
    }
  }

  private static Optional<String> kind(String name, String owner) {
    return switch (name) {
      case "threadId" -> Optional.of("thread");
      case "variablesReference" -> Optional.of("value");
      case "memoryReference" -> Optional.of("memory");
      case "dataId" -> Optional.of("data");
      case "id" ->
          switch (owner) {
            case "threads" -> Optional.of("thread");
            case "stackFrames" -> Optional.of("frame");
            case "targets" -> Optional.of("target");
            default -> Optional.empty();
          };
      default -> Optional.empty();
    };
  }

  private void note(String kind, JsonElement value) {
    if (value instanceof JsonPrimitive known && !known.getAsString().equals("0")) {
      heard.computeIfAbsent(kind, _ -> new ArrayList<>()).add(known);
    }
  }

  /** Says goodbye, and hears of everything that is still to be answered. */
  private void end() {
    if (!closed && !leaving) {
      ask(new FuzzStep.Ask("disconnect", new JsonObject(), true, false));
    }
    while (!closed) {
      hear();
    }
    // Who leaves hangs up on what has been asked a moment ago, but not on what was asked long ago.
    requireInTime();
    for (var answer : answers) {
      try {
        answer.handle((response, failed) -> response).get(END_LIMIT.toSeconds(), TimeUnit.SECONDS);
      } catch (TimeoutException e) {
        throw new AssertionError("The project has ended and holds a request");
      } catch (InterruptedException | ExecutionException e) {
        throw new AssertionError(e);
      }
    }
  }

  private static Path controlFile(FuzzProject project) {
    return project.directory().resolve(".wrangler/durascope/control.json");
  }

  private static void requireNothingLeft(FuzzProject project) {
    for (var child : ProcessHandle.current().children().toList()) {
      try {
        child.onExit().get(END_LIMIT.toSeconds(), TimeUnit.SECONDS);
      } catch (TimeoutException e) {
        throw new AssertionError("A process is left: " + child.info());
      } catch (InterruptedException | ExecutionException e) {
        throw new AssertionError(e);
      }
    }
    if (Files.exists(controlFile(project))) {
      throw new AssertionError("The control API's file is left");
    }
  }
}
