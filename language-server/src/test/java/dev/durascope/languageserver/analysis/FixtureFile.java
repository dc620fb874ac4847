package dev.durascope.languageserver.analysis;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A {@link Fixture} in a file of its own: {@code src/test/fixtures/CODE/what it proves.txt}.
 *
 * <p>What stands before the first {@code //-} is for the reader; {@code //! one syntax only} there
 * says that the project has no twin in the other syntax. A last part {@code //- fixed /path} is
 * that file after the first fix of the first diagnostic of the folder's code.
 *
 * @param code the diagnostic that the fixture is about
 * @param project the parts of the project, with their annotations
 * @param fixed the file after its fix, as {@code /path}, a line's end, and the text
 */
record FixtureFile(
    Path file, String code, String preamble, String project, Optional<String> fixed) {

  static final Path FOLDER = Path.of("src/test/fixtures");

  private static final String FIXED = "//- fixed ";

  static List<FixtureFile> all() throws IOException {
    try (var files = Files.walk(FOLDER)) {
      return files
          .filter(file -> file.toString().endsWith(".txt"))
          .sorted()
          .map(FixtureFile::read)
          .toList();
    }
  }

  private static FixtureFile read(Path file) {
    try {
      var text = Files.readString(file);
      int start = text.startsWith("//- ") ? 0 : text.indexOf("\n//- ") + 1;
      int fixed = text.startsWith(FIXED) ? 0 : text.indexOf("\n" + FIXED) + 1;
      return new FixtureFile(
          file,
          String.valueOf(file.getName(file.getNameCount() - 2)),
          text.substring(0, start),
          text.substring(start, fixed == 0 ? text.length() : fixed),
          fixed == 0 ? Optional.empty() : Optional.of(text.substring(fixed + FIXED.length())));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String title() {
    return code + " " + String.valueOf(file.getFileName()).replace(".txt", "");
  }

  /** Whether the fault can be made, and is written, in TOML only, or in JSON only. */
  boolean hasOneSyntax() {
    return preamble.contains("//! one syntax only");
  }

  boolean isHit() {
    return project.contains("[" + code + "]: ");
  }

  /** Writes the fixture anew, with what is really reported and what the fix really makes. */
  void update(String project, Optional<String> fixed) throws IOException {
    Files.writeString(file, preamble + project + fixed.map(text -> FIXED + text).orElse(""));
  }
}
