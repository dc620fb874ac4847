package dev.durascope.languageserver.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durascope.model.config.WranglerConfig;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Configurations of wrangler 1, written as today's wrangler has them. */
class LegacyConversionTest {

  private static final String TOML =
      """
      # The chat.
      name = "chat" # ours
      type = "javascript"
      node_compat = true

      [build]
      command = "make"

      # how it is uploaded
      [build.upload]
      format = "modules"
      dir = "src"
      main = "./index.mjs"

      # texts
      [[build.upload.rules]]
      type = "Text" # all
      globs = ["**/*.md"]

      [env.staging]
      node_compat = true
      vars = { A = 1 }
      """;

  private static final String TOML_TODAY =
      """
      # The chat.
      name = "chat" # ours
      main = "src/index.mjs"
      compatibility_flags = ["nodejs_compat"]

      [build]
      command = "make"

      # how it is uploaded

      # texts
      [[rules]]
      type = "Text" # all
      globs = ["**/*.md"]

      [env.staging]
      vars = { A = 1 }
      """;

  @Test
  void allKeysInOneGo() {
    check("/wrangler.toml", TOML, TOML_TODAY);
  }

  @Test
  void withTheLineBreaksOfWindows() {
    check("/wrangler.toml", TOML.replace("\n", "\r\n"), TOML_TODAY.replace("\n", "\r\n"));
  }

  @Test
  void inJson() {
    check(
        "/wrangler.jsonc",
        """
        {
          "name": "chat", // ours
          "type": "webpack",
          "legacy_env": false,
          "compatibility_flags": ["alarm"],
          "node_compat": true,
          "build": {
            "upload": {
              "main": "worker.js",
              "rules": [
                { "type": "Data", "globs": ["*.bin"] }, // raw
              ],
            },
          },
          "vars": { "A": 1 },
        }
        """,
        """
        {
          "name": "chat", // ours
          "compatibility_flags": ["alarm", "nodejs_compat"],
          "vars": { "A": 1 },
          "rules": [
            { "type": "Data", "globs": ["*.bin"] }, // raw
          ],
          "main": "dist/worker.js",
        }
        """);
  }

  @Test
  void inAnEnvironment() {
    check(
        "/wrangler.toml",
        """
        main = "a.js"
        [env.b.build.upload]
        format = "service-worker"
        [[env.b.build.upload.rules]]
        type = "Text"
        globs = ["*.txt"]
        """,
        """
        main = "a.js"
        [[env.b.rules]]
        type = "Text"
        globs = ["*.txt"]
        """);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "name = 'of today'\nmain = 'a.js'",
        "type = 'webpack'\nname =",
        "build.upload.main = 'a.js'",
        "[[rules]]\ntype = 'Text'\nglobs = []\n[[build.upload.rules]]\ntype = 'Data'\nglobs = []",
      })
  void nothingIsConvertedWhereItIsNotCertain(String text) {
    assertThat(LegacyConversion.of(WranglerConfig.parse(Path.of("/wrangler.toml"), text)))
        .isEmpty();
  }

  private static void check(String name, String before, String after) {
    var file = Path.of(name);
    var fix = LegacyConversion.of(WranglerConfig.parse(file, before));
    assertThat(fix.orElseThrow().applyTo(file, before)).isEqualTo(after);
  }
}
