package dev.durascope.runtime.project;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.durascope.runtime.message.Body;
import dev.durascope.runtime.message.RequestMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
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

  static Stream<String> behaviours() throws IOException {
    var chosen = Pattern.compile(System.getProperty("behaviours", ""));
    try (var files = Files.walk(FOLDER, 2)) {
      return files
          .filter(file -> file.toString().endsWith(".js"))
          .filter(file -> Files.exists(file.resolveSibling("wrangler.json")))
          .map(file -> FOLDER.relativize(file).toString().replaceFirst("\\.js$", ""))
          .filter(name -> chosen.matcher(name).find())
          .sorted()
          .toList()
          .stream();
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("behaviours")
  void behaves(String name) throws Exception {
    var file = FOLDER.resolve(name + ".js");
    var source = Files.readString(file);
    Files.writeString(directory.resolve("wrangler.json"), configuration(file, source));
    Files.writeString(directory.resolve("behaviour.js"), source);
    Files.copy(FOLDER.resolve("assert.js"), directory.resolve("assert.js"));
    copyFiles(file.resolveSibling("files"));
    Files.writeString(directory.resolve("main.js"), main(source));
    var log = Collections.synchronizedList(new ArrayList<String>());
    try (var project = Project.prepare(ProjectOptions.of(directory), new CollectedLog(log))) {
      project.start();
      var response =
          project
              .fetch(
                  new RequestMessage(
                      "GET", "http://localhost/__behaviour", List.of(), Body.NONE, "follow"))
              .get(60, TimeUnit.SECONDS);
      assertThat(TestProject.text(response)).as("log: %s", log).isEqualTo("passed");
    }
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
    var config = parse(Files.readString(file.resolveSibling("wrangler.json")));
    if (source.startsWith("//!")) {
      parse(source.lines().findFirst().orElseThrow().substring(3)).asMap().forEach(config::add);
    }
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
