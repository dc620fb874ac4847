package dev.durascope.languageserver.running;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.lang.System.Logger.Level;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Asks running projects how many objects their classes have, and tells when to ask again. One
 * connection for each project that was ever asked about, until it ends.
 */
public final class RunningObjects implements AutoCloseable {

  private static final System.Logger LOG = System.getLogger(RunningObjects.class.getName());

  /** Lenses come without it then; nothing else waits for them. */
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  /** Objects of one class that are counted. */
  private static final int MAX_OBJECTS = 1_000;

  private static final Set<String> IN_MEMORY = Set.of("running", "paused", "idle");

  private final Timer timer;
  private final Pace pace;
  private final Map<Path, EventSubscription> followed = new HashMap<>();
  private @Nullable HttpClient client;
  private boolean isClosed;

  /**
   * With what to do when the objects of a followed project have changed since somebody asked.
   *
   * @param changed runs on any thread, at most once a second
   */
  public RunningObjects(Timer timer, Runnable changed) {
    this.timer = timer;
    this.pace = new Pace(timer, changed);
  }

  /** From now on tells when this project's objects change. */
  public synchronized void follow(ControlAddress project) {
    if (isClosed) {
      return;
    }
    pace.looked();
    var known = followed.get(project.directory());
    if (known == null || !known.isOf(project)) {
      if (known != null) {
        known.close();
      }
      followed.put(
          project.directory(), EventSubscription.open(project, client(), timer, pace::changed));
    }
  }

  /** Nothing is told any more, and nothing connected. */
  @Override
  public synchronized void close() {
    isClosed = true;
    followed.values().forEach(EventSubscription::close);
    followed.clear();
    if (client != null) {
      client.shutdownNow();
    }
  }

  /**
   * The objects of each of the classes that the project has; none where it does not answer.
   *
   * @param classNames those that are wanted
   */
  public CompletableFuture<Map<String, ClassObjects>> ask(
      ControlAddress project, Collection<String> classNames) {
    return get(project, "/api/v1/project")
        .thenCompose(answer -> objects(project, answer, Set.copyOf(classNames)))
        .exceptionally(
            failure -> {
              LOG.log(Level.DEBUG, "the running project does not answer: {0}", failure.toString());
              return Map.of();
            });
  }

  private CompletableFuture<Map<String, ClassObjects>> objects(
      ControlAddress project, JsonObject answer, Set<String> wanted) {
    var found = new HashMap<String, CompletableFuture<ClassObjects>>();
    for (var each : answer.getAsJsonArray("workers")) {
      var worker = each.getAsJsonObject();
      for (var entry : worker.getAsJsonArray("classes")) {
        var className = entry.getAsJsonObject().get("className").getAsString();
        if (wanted.contains(className) && !found.containsKey(className)) {
          var path =
              "/api/v1/objects?worker=%s&class=%s&limit=%d"
                  .formatted(
                      encoded(worker.get("name").getAsString()), encoded(className), MAX_OBJECTS);
          found.put(className, get(project, path).thenApply(RunningObjects::count));
        }
      }
    }
    return CompletableFuture.allOf(found.values().toArray(CompletableFuture<?>[]::new))
        .thenApply(
            done -> {
              var counted = new HashMap<String, ClassObjects>();
              found.forEach((className, objects) -> counted.put(className, objects.join()));
              return counted;
            });
  }

  private static ClassObjects count(JsonObject page) {
    int live = 0;
    var alarms = new ArrayList<Long>();
    var objects = page.getAsJsonArray("objects");
    for (var each : objects) {
      var object = each.getAsJsonObject();
      live += IN_MEMORY.contains(object.get("state").getAsString()) ? 1 : 0;
      if (object.has("alarm") && !object.get("alarm").isJsonNull()) {
        alarms.add(object.get("alarm").getAsLong());
      }
    }
    var next = alarms.stream().mapToLong(Long::longValue).min();
    boolean more = page.has("cursor") && !page.get("cursor").isJsonNull();
    return new ClassObjects(objects.size(), more, live, next);
  }

  private CompletableFuture<JsonObject> get(ControlAddress project, String path) {
    var request =
        HttpRequest.newBuilder(project.url().resolve(path))
            .header("Authorization", "Bearer " + project.token())
            .timeout(PATIENCE)
            .build();
    return client()
        .sendAsync(request, BodyHandlers.ofString())
        .thenApply(
            response -> {
              if (response.statusCode() != 200) {
                throw new IllegalStateException("status " + response.statusCode());
              }
              return JsonParser.parseString(response.body()).getAsJsonObject();
            });
  }

  /** Made when first needed: it has threads of its own. */
  private synchronized HttpClient client() {
    var made = client;
    if (made == null) {
      made = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
      client = made;
    }
    return made;
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
