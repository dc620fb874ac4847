package dev.durascope.languageserver.server;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.Locale;
import org.eclipse.lsp4j.ClientCapabilities;

/**
 * How long a keystroke takes to become diagnostics, through the real streams. Run by hand; not a
 * test, because a figure depends on the machine.
 *
 * <p>Two kinds of keystroke: in the configuration (modules are known already), and in an entry
 * module of 2,000 lines (which is parsed anew).
 */
final class KeystrokeBench {

  private static final int WARM_UP = 50;
  private static final int ROUNDS = 200;
  private static final int ENTRY_LINES = 2_000;

  private KeystrokeBench() {}

  public static void main(String[] args) throws IOException {
    var project = Files.createTempDirectory("keystroke");
    try (var editor = new Editor(project)) {
      editor.initialize(new ClientCapabilities());
      var entry = entry();
      editor.write("src/index.ts", entry);
      editor.open("wrangler.toml", config());
      editor.expect("wrangler.toml");
      measure(
          "configuration",
          () -> {
            editor.replace("wrangler.toml", "\"Room7\"", "\"Roam7\"");
            editor.expect("wrangler.toml", "32:14-19 BND03");
          },
          () -> {
            editor.replace("wrangler.toml", "\"Roam7\"", "\"Room7\"");
            editor.expect("wrangler.toml");
          });
      editor.open("src/index.ts", entry).expect("wrangler.toml");
      measure(
          "entry module of " + ENTRY_LINES + " lines",
          () -> {
            editor.replace("src/index.ts", "class Room7 ", "class Roam7 ");
            editor.expect("wrangler.toml", "32:14-19 BND03", "65:23-28 MIG13");
          },
          () -> {
            editor.replace("src/index.ts", "class Roam7 ", "class Room7 ");
            editor.expect("wrangler.toml");
          });
    } finally {
      Files.deleteIfExists(project.resolve("src/index.ts"));
      Files.deleteIfExists(project.resolve("src"));
      Files.deleteIfExists(project);
    }
  }

  private static void measure(String what, Runnable breaking, Runnable mending) {
    for (int i = 0; i < WARM_UP; i++) {
      breaking.run();
      mending.run();
    }
    var nanos = new long[ROUNDS];
    for (int i = 0; i < ROUNDS; i++) {
      long start = System.nanoTime();
      breaking.run();
      nanos[i] = System.nanoTime() - start;
      mending.run();
    }
    Arrays.sort(nanos);
    System.out.printf(
        Locale.ROOT,
        "%s: median %.2f ms, 99th percentile %.2f ms%n",
        what,
        nanos[ROUNDS / 2] / 1e6,
        nanos[ROUNDS * 99 / 100] / 1e6);
  }

  private static String config() {
    var text = new StringBuilder("main = \"src/index.ts\"\n\n");
    for (int i = 0; i < 10; i++) {
      text.append(
          "[[durable_objects.bindings]]\nname = \"ROOM%d\"\nclass_name = \"Room%d\"\n\n"
              .formatted(i, i));
    }
    for (int i = 0; i < 10; i++) {
      text.append(
          "[[migrations]]\ntag = \"v%d\"\nnew_sqlite_classes = [\"Room%d\"]\n".formatted(i, i));
    }
    return text.toString();
  }

  private static String entry() {
    var text = new StringBuilder();
    for (int i = 0; i < 10; i++) {
      text.append("export class Room%d {\n".formatted(i));
      for (int line = 0; line < ENTRY_LINES / 10 - 2; line++) {
        text.append(
            "  method%d(a: number, b?: string): number { return this.#x(a) + %d; }\n"
                .formatted(line, line));
      }
      text.append("}\n");
    }
    return text.toString();
  }
}
