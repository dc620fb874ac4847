package dev.durascope.languageserver.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The half-typed file is the normal case: whatever stands there, the rules answer. */
class HalfTypedTest {

  private static final String TOML =
      """
      name = "w"
      main = "src/index.ts"
      rules = [{ type = "Text", globs = ["**/*.md"] }]
      [[durable_objects.bindings]]
      name = "ROOM"
      class_name = "Room"
      [[migrations]]
      tag = "v1"
      renamed_classes = [{ from = "A", to = "Room" }]
      [env.staging.durable_objects]
      bindings = [{ name = "R", class_name = "Room", script_name = "x" }]
      """;

  private static final String JSON =
      """
      { "name": "w", "main": "src/index.ts", // c
        "durable_objects": { "bindings": [{ "name": "ROOM", "class_name": "Room" }] },
        "migrations": [{ "tag": "v1", "renamed_classes": [{ "from": "A", "to": "Room" }] }],
        "env": { "e": { "exports": { "Room": { "type": "durable-object", "storage": "sqlite" }, }, }, },
      }
      """;

  private static final Set<String> ABOUT_EXPORTED_CLASSES =
      Set.of("BND01", "BND02", "BND03", "MIG13", "EXP07");

  @ParameterizedTest
  @CsvSource({"/wrangler.toml", "/wrangler.json"})
  void everyPrefixAndEveryHoleIsChecked(String file) {
    var text = file.endsWith("toml") ? TOML : JSON;
    for (int cut = 0; cut < text.length(); cut++) {
      answers(file, text.substring(0, cut));
      answers(file, text.substring(0, cut) + text.substring(cut + 1));
    }
  }

  private static void answers(String file, String text) {
    var path = Path.of(file);
    var fixture =
        Fixture.of("//- " + file + "\n" + text + "\n//- /src/index.ts\nexport class Room {}\n");
    for (var diagnostic : fixture.run(path, new Scope.Everything())) {
      assertThat(diagnostic.span().end()).isLessThanOrEqualTo(text.length() + 1);
      // Room is exported: whatever is broken around it, no error may say otherwise.
      boolean accusesRoom =
          ABOUT_EXPORTED_CLASSES.contains(diagnostic.code())
              && diagnostic.span().of(text + "\n").equals("Room");
      assertThat(accusesRoom).as("%s in%n%s", diagnostic, text).isFalse();
    }
  }
}
