package dev.durascope.cli;

import dev.durascope.runtime.bundle.BundleOptions;
import dev.durascope.runtime.bundle.Bundler;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * A program of its own that does once what the commands do, so that the JVM can record it: which
 * classes are loaded, how they are linked, which methods are hot. The launcher runs it with {@code
 * -XX:AOTCacheOutput}; every later start reads the recording.
 *
 * <p>Whatever ought to start fast belongs here. A scene that fails fails the rehearsal, since a
 * recording of a failure would pass for one of the real thing.
 */
final class Rehearsal {
  private static final List<String> FILES = List.of("wrangler.toml", "index.ts");

  private Rehearsal() {}

  /** Plays every scene on a small project in a directory that is removed afterwards. */
  public static void main(String[] args) throws Exception {
    var dir = Files.createTempDirectory("durascope-rehearsal");
    try {
      for (var file : FILES) {
        try (var in = Rehearsal.class.getResourceAsStream("rehearsal/" + file)) {
          Files.copy(Objects.requireNonNull(in, file), dir.resolve(file));
        }
      }
      help(dir);
      bundle(dir);
    } finally {
      remove(dir);
    }
    System.exit(ExitCode.OK);
  }

  private static void help(Path dir) {
    expect(ExitCode.OK, play(dir, "", "--help"), "--help");
  }

  private static void bundle(Path dir) throws Exception {
    try (var bundler = Bundler.start(BundleOptions.of(dir.resolve("index.ts"), dir))) {
      var bundle = bundler.build();
      bundle.map();
      bundle.inputs();
    }
  }

  private static int play(Path dir, String input, String... words) {
    var silence = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    var in = new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8));
    return Main.run(List.of(words), new Console(in, silence, System.err, dir));
  }

  private static void expect(int wanted, int found, String scene) {
    if (wanted != found) {
      throw new IllegalStateException(scene + " ended with " + found + " instead of " + wanted);
    }
  }

  private static void remove(Path dir) throws IOException {
    try (var files = Files.walk(dir)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
