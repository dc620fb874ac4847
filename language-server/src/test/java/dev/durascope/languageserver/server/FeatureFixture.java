package dev.durascope.languageserver.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durascope.model.config.ConfigFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A question of an editor with its answer: {@code src/test/features/FEATURE/what it proves.txt}.
 *
 * <p>{@code //- /path} begins a file of a small project, {@code <|>} is the cursor, two of them a
 * selection; {@code //- answer} begins what the server says. Before the first file stand words for
 * the reader, and lines of {@code //! name: value}:
 *
 * <ul>
 *   <li>{@code one syntax only}: the configuration has no twin, as it is half typed or as the
 *       question is about its very text
 *   <li>{@code line ends: CRLF}, {@code begins with: BOM}: how the configurations are written
 *   <li>what the question needs beside the cursor: {@code new name}, {@code query}, {@code take},
 *       {@code do}, {@code moves}, {@code tab size}
 * </ul>
 *
 * @param feature the folder's name
 * @param options the lines of {@code //!}
 * @param text what is before the answer, as it is written
 * @param files without marks, by absolute path, with the line ends they are to have
 * @param asked the file with the cursor; without one the first configuration
 * @param start where the cursor is, or the selection begins
 */
record FeatureFixture(
    Path file,
    String feature,
    Map<String, String> options,
    String text,
    Map<Path, String> files,
    Path asked,
    int start,
    int end,
    String answer) {

  static final Path FOLDER = Path.of("src/test/features");

  private static final String MARK = "<|>";
  private static final String ANSWER = "//- answer\n";
  private static final String OPTION = "//! ";

  static List<FeatureFixture> all() throws IOException {
    try (var found = Files.walk(FOLDER)) {
      return found
          .filter(each -> each.toString().endsWith(".txt"))
          .sorted()
          .map(FeatureFixture::read)
          .toList();
    }
  }

  private static FeatureFixture read(Path file) {
    try {
      return parse(file, Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static FeatureFixture parse(Path file, String whole) {
    int answer = whole.indexOf(ANSWER);
    var text = answer < 0 ? whole : whole.substring(0, answer);
    var parts = List.of(text.split("(?m)^//- ", -1));
    var options = options(parts.getFirst());
    var files = new LinkedHashMap<Path, String>();
    var asked = Optional.<Path>empty();
    int start = 0;
    int end = 0;
    for (var part : parts.subList(1, parts.size())) {
      int line = part.indexOf('\n');
      var path = Path.of(part.substring(0, line).strip());
      var content = written(path, part.substring(line + 1), options);
      int mark = content.indexOf(MARK);
      if (mark >= 0) {
        asked = Optional.of(path);
        start = mark;
        int second = content.indexOf(MARK, mark + 1);
        end = second < 0 ? start : second - MARK.length();
      }
      files.put(path, content.replace(MARK, ""));
    }
    assertThat(files).as("the files of %s", file).isNotEmpty();
    return new FeatureFixture(
        file,
        String.valueOf(file.getName(file.getNameCount() - 2)),
        options,
        text,
        files,
        asked.orElseGet(() -> firstConfig(files)),
        start,
        end,
        answer < 0 ? "" : whole.substring(answer + ANSWER.length()));
  }

  private static Map<String, String> options(String preamble) {
    var options = new LinkedHashMap<String, String>();
    preamble
        .lines()
        .filter(line -> line.startsWith(OPTION))
        .map(line -> line.substring(OPTION.length()).split(": ", 2))
        .forEach(option -> options.put(option[0], option.length == 1 ? "" : option[1]));
    return options;
  }

  private static String written(Path path, String content, Map<String, String> options) {
    if (!ConfigFiles.isConfig(path)) {
      return content;
    }
    var lines = options.containsKey("line ends") ? content.replace("\n", "\r\n") : content;
    return options.containsKey("begins with") ? "\uFEFF" + lines : lines;
  }

  private static Path firstConfig(Map<Path, String> files) {
    return files.keySet().stream().filter(ConfigFiles::isConfig).findFirst().orElseThrow();
  }

  String title() {
    return feature + " " + String.valueOf(file.getFileName()).replace(".txt", "");
  }

  /** What the question needs beside the cursor. */
  String option(String name) {
    return Optional.ofNullable(options.get(name))
        .orElseThrow(() -> new AssertionError("%s has no \"//! %s: …\"".formatted(file, name)));
  }

  boolean hasOneSyntax() {
    return options.containsKey("one syntax only");
  }

  /** Whether its first configuration is in TOML. */
  boolean isToml() {
    return firstConfig(files).toString().endsWith(".toml");
  }

  /** The same question about the same project in other words. */
  FeatureFixture with(Map<Path, String> otherFiles, Path otherAsked, int otherStart, int otherEnd) {
    return new FeatureFixture(
        file, feature, options, text, otherFiles, otherAsked, otherStart, otherEnd, answer);
  }

  /** Writes the fixture anew, with what is really answered. */
  void update(String really) throws IOException {
    Files.writeString(file, text + ANSWER + really);
  }
}
