package dev.durascope.languageserver.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durascope.model.config.ConfigFiles;
import dev.durascope.model.config.WranglerConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Configurations in the other syntax, with their comments and in their order. */
class SyntaxConversionTest {

  private static final String TOML =
      """
      #:schema node_modules/wrangler/config-schema.json

      # The chat.
      # It has rooms.

      name = "chat" # in lower case
      main = 'src\\index.ts'
      compatibility_flags = ["nodejs_compat", "alarm"]

      # what nobody may know
      [vars] # plain
      LIMIT = 0x10
      RATIO = 1.5
      TEXT = "a \\"quoted\\" # word\\n"
      MORE = { "a b" = [1, 2], deep = { c = true } }

      # Objects.
      [[durable_objects.bindings]] # the first
      name = "ROOM"
      class_name = "Room" # exported
      [[durable_objects.bindings]]
      name = "LOBBY"
      class_name = "Lobby"

      [[migrations]]
      tag = "v1"
      new_sqlite_classes = [
        "Room", # of old
        # and
        "Lobby",
        # no more
      ]

      [env.staging]
      [env.staging.vars]
      LIMIT = 2
      # the end
      """;

  private static final String JSON =
      """
      {
        "$schema": "node_modules/wrangler/config-schema.json",

        // The chat.
        // It has rooms.

        "name": "chat", // in lower case
        "main": "src\\\\index.ts",
        "compatibility_flags": ["nodejs_compat", "alarm"],

        // what nobody may know
        "vars": { // plain
          "LIMIT": 16,
          "RATIO": 1.5,
          "TEXT": "a \\"quoted\\" # word\\n",
          "MORE": { "a b": [1, 2], "deep": { "c": true } }
        },

        // Objects.
        "durable_objects": {
          "bindings": [
            { // the first
              "name": "ROOM",
              "class_name": "Room" // exported
            },
            {
              "name": "LOBBY",
              "class_name": "Lobby"
            }
          ]
        },

        "migrations": [
          {
            "tag": "v1",
            "new_sqlite_classes": [
              "Room", // of old
              // and
              "Lobby"
              // no more
            ]
          }
        ],

        "env": {
          "staging": {
            "vars": {
              "LIMIT": 2
            }
          }
        }
        // the end
      }
      """;

  @Test
  void tomlAsJson() {
    check("/wrangler.toml", TOML, JSON);
  }

  @Test
  void withTheLineBreaksOfWindows() {
    check("/wrangler.toml", TOML.replace("\n", "\r\n"), JSON.replace("\n", "\r\n"));
  }

  @Test
  void jsonAsToml() {
    check(
        "/wrangler.jsonc",
        """
        /**
         * The chat.
         */
        {
          "$schema": "./schema.json",
          "name": "chat", // in lower case
          "vars": { "A": "1", /* inside */ "B": [1, 2] },

          // Where it starts.
          "main": "src/index.ts",
          "assets": {},
          "durable_objects": { // ours
            // the list
            "bindings": [
              { "name": "ROOM", "class_name": "Room" }, // first
              // second
              { "name": "LOBBY", "class_name": "Lobby" }
            ]
          },
          "migrations": [
            {
              "tag": "v1",
              "renamed_classes": [
                // a bad name
                { "from": "Old", /* to */ "to": "Room" },
              ],
              "new_sqlite_classes": ["Lobby"] // new
            }
          ],
          "mixed": [1, { "a": 2 }],
          "env": {
            "a b": { "vars": { "A": "é\\u0001\\"" } },
            "none": {}
          },
          // the end
        }
        """,
        """
        #:schema ./schema.json
        # The chat.
        name = "chat" # in lower case

        # Where it starts.
        main = "src/index.ts"
        assets = {}
        mixed = [1, { a = 2 }]

        [vars]
        A = "1"
        # inside
        B = [1, 2]

        [durable_objects] # ours

        # the list
        [[durable_objects.bindings]] # first
        name = "ROOM"
        class_name = "Room"

        # second
        [[durable_objects.bindings]]
        name = "LOBBY"
        class_name = "Lobby"

        [[migrations]]
        tag = "v1"
        # to
        renamed_classes = [
          # a bad name
          { from = "Old", to = "Room" },
        ]
        new_sqlite_classes = ["Lobby"] # new

        [env]
        none = {}

        [env."a b".vars]
        A = "é\\u0001\\""

        # the end
        """);
  }

  @Test
  void backAndForthSaysTheSame() {
    var json = textOf(parse("/wrangler.toml", TOML)).orElseThrow();
    var toml = textOf(parse("/wrangler.jsonc", json)).orElseThrow();
    assertThat(parse("/wrangler.toml", toml).document().root().toPlain())
        .isEqualTo(parse("/wrangler.toml", TOML).document().root().toPlain());
  }

  /** Each conversion reads what it wrote: it is there only where that says the same. */
  @Test
  void everyConfigurationOfTheFixturesHasATwinWithItsComments() throws IOException {
    int converted = 0;
    for (var config : configurations()) {
      boolean isWhole = config.document().problems().isEmpty();
      boolean hasNull = config.document().text().contains("null");
      var twin = textOf(config);
      assertThat(twin.isPresent())
          .as("%s of %s", twin, config.document().text())
          .isEqualTo(isWhole && !hasNull);
      if (twin.isPresent()) {
        var back = textOf(parse(SyntaxConversion.target(config).toString(), twin.get()));
        assertThat(back).as("back from %s", twin.get()).isPresent();
        converted++;
      }
    }
    assertThat(converted).isGreaterThan(300);
  }

  private static List<WranglerConfig> configurations() throws IOException {
    var configs = new ArrayList<WranglerConfig>();
    try (var files = Files.walk(Path.of("src/test/fixtures"))) {
      for (var file : files.filter(Files::isRegularFile).toList()) {
        for (var part : Files.readString(file).split("(?m)^//- (?:fixed )?", -1)) {
          int line = part.indexOf('\n');
          var path = Path.of(part.substring(0, Math.max(line, 0)).replaceFirst(" @.*", ""));
          if (path.isAbsolute() && ConfigFiles.isConfig(path)) {
            configs.add(WranglerConfig.parse(path, part.substring(line + 1)));
          }
        }
      }
    }
    return configs;
  }

  @Test
  void theTargetHasTheNameOfTheSource() {
    assertThat(SyntaxConversion.target(parse("/p/wrangler.staging.toml", "")))
        .isEqualTo(Path.of("/p/wrangler.staging.jsonc"));
    assertThat(SyntaxConversion.target(parse("/p/wrangler.json", "{}")))
        .isEqualTo(Path.of("/p/wrangler.toml"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"a = 2024-01-01", "a = inf", "a =", "[vars]\nA = 1\n[vars]\nB = 2", "a = [1,"})
  void whatJsonCannotSayIsNotConverted(String toml) {
    assertThat(textOf(parse("/wrangler.toml", toml))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"{ \"a\": null }", "{ \"a\": [null] }", "{ \"a\": 1, \"a\": 2 }", "{"})
  void whatTomlCannotSayIsNotConverted(String json) {
    assertThat(textOf(parse("/wrangler.jsonc", json))).isEmpty();
  }

  private static void check(String file, String before, String after) {
    assertThat(textOf(parse(file, before))).hasValue(after);
  }

  private static Optional<String> textOf(WranglerConfig config) {
    return SyntaxConversion.textOf(config);
  }

  private static WranglerConfig parse(String file, String text) {
    return WranglerConfig.parse(Path.of(file), text);
  }
}
