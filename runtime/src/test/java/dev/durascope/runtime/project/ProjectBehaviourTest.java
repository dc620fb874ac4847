package dev.durascope.runtime.project;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.durascope.runtime.durable.Hibernation;
import dev.durascope.runtime.message.Body;
import dev.durascope.runtime.message.RequestMessage;
import dev.durascope.runtime.storage.redis.RedisPeer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Runs the behaviour files that need a project around them, each as the module of a worker of its
 * own: those in folders with a {@code wrangler.json}, which is the worker's configuration. A first
 * line {@code //! {…}} replaces keys of it.
 *
 * <p>Where objects are bound, each is run in every {@link Variant} (in Redis only where no class
 * has SQL; in memory, objects share isolates), or in those alone that the key {@code $variants} of
 * that line names: for a behaviour that is about an object's memory.
 *
 * <p>{@code -Dbehaviours=REGEX} runs only those whose path has a match.
 */
class ProjectBehaviourTest {
  private static final Path FOLDER = Path.of("src/test/behaviour");

  /** What a behaviour exports for the platform to find: classes, by the case of their names. */
  private static final Pattern EXPORTED_CLASS =
      Pattern.compile("^export (?:class|const|let) ([A-Z]\\w*)", Pattern.MULTILINE);

  private static final Pattern EXPORT = Pattern.compile("^export ", Pattern.MULTILINE);

  @TempDir private Path directory;
  @AutoClose private final TcpPeer peer = TcpPeer.start();

  /** Where objects keep what they store, when they leave the memory, and where they live. */
  enum Variant {
    DISK,
    MEMORY,
    HIBERNATED,
    REDIS;

    ProjectOptions options(Path directory, Optional<RedisPeer> redis) {
      var options = ProjectOptions.of(directory);
      return switch (this) {
        case DISK -> options;
        case MEMORY ->
            options.withStorage(Optional.of(new ObjectStorage.Memory())).withOwnIsolates(0);
        case HIBERNATED -> options.withHibernation(Hibernation.ALWAYS);
        case REDIS ->
            options.withStorage(redis.map(peer -> new ObjectStorage.Redis(peer.address())));
      };
    }

    static Variant of(String name) {
      return valueOf(name.toUpperCase(Locale.ROOT));
    }
  }

  /** A file in one of its variants. */
  record Behaviour(String name, Variant variant) {
    @Override
    public String toString() {
      return name + " [" + variant.name().toLowerCase(Locale.ROOT) + "]";
    }
  }

  static Stream<Behaviour> behaviours() throws IOException {
    var chosen = Pattern.compile(System.getProperty("behaviours", ""));
    try (var files = Files.walk(FOLDER, 2)) {
      return files
          .filter(file -> file.toString().endsWith(".js"))
          .filter(file -> Files.exists(file.resolveSibling("wrangler.json")))
          .map(file -> FOLDER.relativize(file).toString().replaceFirst("\\.js$", ""))
          .sorted()
          .flatMap(ProjectBehaviourTest::variants)
          .filter(behaviour -> chosen.matcher(behaviour.toString()).find())
          .toList()
          .stream();
    }
  }

  private static Stream<Behaviour> variants(String name) {
    try {
      var file = FOLDER.resolve(name + ".js");
      var config = configured(file, Files.readString(file));
      var named = config.get("$variants");
      if (named != null) {
        return named.getAsJsonArray().asList().stream()
            .map(variant -> new Behaviour(name, Variant.of(variant.getAsString())));
      }
      return config.has("durable_objects")
          ? Arrays.stream(Variant.values())
              .filter(variant -> variant != Variant.REDIS || !hasSql(config))
              .map(variant -> new Behaviour(name, variant))
          : Stream.of(new Behaviour(name, Variant.DISK));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean hasSql(JsonObject config) {
    return config.toString().contains("new_sqlite_classes")
        || config.toString().contains("\"sqlite\"");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("behaviours")
  void behaves(Behaviour behaviour) throws Exception {
    var file = FOLDER.resolve(behaviour.name() + ".js");
    var source = Files.readString(file);
    Files.writeString(directory.resolve("wrangler.json"), configuration(file, source));
    Files.writeString(directory.resolve("behaviour.js"), source);
    Files.copy(FOLDER.resolve("assert.js"), directory.resolve("assert.js"));
    copyFiles(file.resolveSibling("files"));
    Files.writeString(directory.resolve("main.js"), main(source));
    var log = Collections.synchronizedList(new ArrayList<String>());
    var redis = redis(behaviour.variant());
    try (var project =
        Project.prepare(behaviour.variant().options(directory, redis), new CollectedLog(log))) {
      project.start();
      var response =
          project
              .fetch(
                  new RequestMessage(
                      "GET", "http://localhost/__behaviour", List.of(), Body.NONE, "follow"))
              .get(60, TimeUnit.SECONDS);
      assertThat(TestProject.text(response)).as("log: %s", log).isEqualTo("passed");
    } finally {
      if (redis.isPresent()) {
        redis.get().close();
      }
    }
  }

  private Optional<RedisPeer> redis(Variant variant) throws IOException {
    return variant == Variant.REDIS
        ? Optional.of(RedisPeer.start(directory.resolve("redis")))
        : Optional.empty();
  }

  /** What the behaviours of a group import beside each other. */
  private void copyFiles(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (var files = Files.walk(folder)) {
      for (var file : files.filter(Files::isRegularFile).toList()) {
        var copy = directory.resolve(folder.relativize(file).toString());
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy);
      }
    }
  }

  /** A file that exports nothing is a service worker. */
  private static String main(String source) throws IOException {
    return EXPORT.matcher(source).find()
        ? Files.readString(FOLDER.resolve("main.js")) + exportsOf(source)
        : Files.readString(FOLDER.resolve("service-worker.js"));
  }

  private String configuration(Path file, String source) throws IOException {
    var config = configured(file, source);
    config.remove("$variants");
    config.addProperty("name", "test");
    config.addProperty("main", "main.js");
    if (!config.has("compatibility_date")) {
      config.addProperty("compatibility_date", "2026-11-01");
    }
    var variables = config.getAsJsonObject("vars");
    if (variables != null && variables.has("TCP_PEER")) {
      variables.addProperty("TCP_PEER", peer.address());
    }
    return config.toString();
  }

  /** The group's configuration, with what the file changes of it. */
  private static JsonObject configured(Path file, String source) throws IOException {
    var config = parse(Files.readString(file.resolveSibling("wrangler.json")));
    if (source.startsWith("//!")) {
      parse(source.lines().findFirst().orElseThrow().substring(3)).asMap().forEach(config::add);
    }
    return config;
  }

  private static JsonObject parse(String json) {
    return JsonParser.parseString(json).getAsJsonObject();
  }

  private static String exportsOf(String source) {
    var names = EXPORTED_CLASS.matcher(source).results().map(match -> match.group(1)).toList();
    return names.stream()
        .collect(Collectors.joining(", ", "export { ", " } from './behaviour.js';\n"));
  }

  /** Keeps what is said, to be shown with a failure. */
  private record CollectedLog(List<String> lines) implements ProjectLog {
    @Override
    public void message(Level level, String text) {
      lines.add(level + " " + text);
    }

    @Override
    public void script(Level level, String source, String text) {
      lines.add(level + " [" + source + "] " + text);
    }
  }
}
