package dev.durascope.model.compatibility;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * All compatibility flags there are, read from {@code flags.tsv} when the first is asked for. A new
 * flag is a line there; nothing else knows their names but the code that obeys them.
 */
public final class FlagCatalogue {
  private static final String FILE = "flags.tsv";
  private static final int COLUMNS = 7;

  private FlagCatalogue() {}

  /** The file, read once. */
  private static final class Read {
    static final Map<String, CompatibilityFlag> FLAGS = read();

    private static Map<String, CompatibilityFlag> read() {
      try (var stream = FlagCatalogue.class.getResourceAsStream(FILE)) {
        if (stream == null) {
          throw new IllegalStateException(FILE + " is not where it was built");
        }
        var flags = new LinkedHashMap<String, CompatibilityFlag>();
        new String(stream.readAllBytes(), StandardCharsets.UTF_8)
            .lines()
            .filter(line -> !line.startsWith("#"))
            .map(FlagCatalogue::parse)
            .forEach(flag -> flags.put(flag.name(), flag));
        return Collections.unmodifiableMap(flags);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** Every flag, in the order of the names. */
  public static Collection<CompatibilityFlag> all() {
    return Read.FLAGS.values();
  }

  /** The flag that {@code name} turns on. */
  public static Optional<CompatibilityFlag> find(String name) {
    return Optional.ofNullable(Read.FLAGS.get(name));
  }

  private static CompatibilityFlag parse(String line) {
    var cells = new String[COLUMNS];
    var written = line.split("\t", -1);
    for (var i = 0; i < COLUMNS; i++) {
      cells[i] = i < written.length ? written[i] : "";
    }
    var always = cells[2].equals("always");
    return new CompatibilityFlag(
        cells[0],
        Optional.of(cells[1]).filter(name -> !name.isEmpty()),
        always ? Optional.empty() : CompatibilityDate.parse(cells[2]),
        always,
        cells[3].equals("experimental"),
        Stream.of(cells[4].split(" ")).filter(it -> !it.isEmpty()).map(FlagCatalogue::by).toList(),
        Conduct.valueOf(cells[5].toUpperCase(Locale.ROOT)),
        cells[6]);
  }

  private static CompatibilityFlag.Implication by(String written) {
    var at = written.indexOf('@');
    return new CompatibilityFlag.Implication(
        written.substring(0, at), new CompatibilityDate(written.substring(at + 1)));
  }
}
