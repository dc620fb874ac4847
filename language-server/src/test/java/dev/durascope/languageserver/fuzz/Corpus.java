package dev.durascope.languageserver.fuzz;

import com.google.gson.Gson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/** The projects that wrangler has judged, sound ones and such with one mistake, to begin from. */
final class Corpus {

  private static final Path RECORDED = Path.of("src/test/oracle/projects.jsonl");

  /**
   * @param config the path of the configuration
   * @param files text by path, absolute
   */
  record Project(Path config, Map<Path, String> files) {

    String text(Path file) {
      return files.getOrDefault(file, "");
    }

    Project with(Path file, String text) {
      var changed = new LinkedHashMap<>(files);
      changed.put(file, text);
      return new Project(config, changed);
    }
  }

  private record Line(String file, Map<String, String> files) {}

  private final List<Project> projects;

  Corpus() {
    var gson = new Gson();
    try (var lines = Files.lines(RECORDED)) {
      projects = lines.map(line -> project(gson.fromJson(line, Line.class))).toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static Project project(Line line) {
    var files = new LinkedHashMap<Path, String>();
    line.files().forEach((path, text) -> files.put(Path.of("/" + path), text));
    return new Project(Path.of("/" + line.file()), files);
  }

  Project any(RandomGenerator random) {
    return projects.get(random.nextInt(projects.size()));
  }
}
