package dev.durascope.languageserver.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Many faults of one file, mended at once. */
class FixAllTest {

  private static final String CODE =
      """
      //- /src/index.js
      export class Room {}
      export class Lobby {}
      export class Attic {}
      """;

  @Test
  void eachFixIsMadeForWhatTheOneBeforeHasLeft() {
    checkAll(
        "BND05",
        """
        //- /wrangler.toml
        main = "src/index.js"
        durable_objects.bindings = [ # all
          { name = "ROOM", class_name = "Room" },
          { name = "LOBBY", class_name = "Lobby" },
          { name = "ATTIC", class_name = "Attic" },
        ]

        [[migrations]]
        tag = "v2"
        new_sqlite_classes = ["Lobby"] # the first
        """
            + CODE,
        """
        main = "src/index.js"
        durable_objects.bindings = [ # all
          { name = "ROOM", class_name = "Room" },
          { name = "LOBBY", class_name = "Lobby" },
          { name = "ATTIC", class_name = "Attic" },
        ]

        [[migrations]]
        tag = "v2"
        new_sqlite_classes = ["Lobby"] # the first

        [[migrations]]
        tag = "v3"
        new_sqlite_classes = ["Room"]

        [[migrations]]
        tag = "v4"
        new_sqlite_classes = ["Attic"]
        """);
  }

  @Test
  void inJson() {
    checkAll(
        "BND05",
        """
        //- /wrangler.jsonc
        {
          "main": "src/index.js", // the code
          "durable_objects": {
            "bindings": [
              { "name": "ROOM", "class_name": "Room" },
              { "name": "LOBBY", "class_name": "Lobby" },
            ],
          },
        }
        """
            + CODE,
        """
        {
          "main": "src/index.js", // the code
          "durable_objects": {
            "bindings": [
              { "name": "ROOM", "class_name": "Room" },
              { "name": "LOBBY", "class_name": "Lobby" },
            ],
          },
          "migrations": [
            { "tag": "v1", "new_sqlite_classes": ["Room"] },
            { "tag": "v2", "new_sqlite_classes": ["Lobby"] }
          ],
        }
        """);
  }

  /** The second name is near nothing that is still free. */
  @Test
  void whatTheFirstFixTakesAwayFromTheSecondStaysAFault() {
    checkAll(
        "BND03",
        """
        //- /wrangler.toml
        main = "src/index.js"
        durable_objects.bindings = [
          { name = "A", class_name = "Rooom" },
          { name = "B", class_name = "Romm" },
        ]
        migrations = [{ tag = "v1", new_sqlite_classes = ["Room", "Lobby", "Attic"] }]
        """
            + CODE,
        """
        main = "src/index.js"
        durable_objects.bindings = [
          { name = "A", class_name = "Room" },
          { name = "B", class_name = "Romm" },
        ]
        migrations = [{ tag = "v1", new_sqlite_classes = ["Room", "Lobby", "Attic"] }]
        """);
  }

  @Test
  void onSaveOnlyWhatIsIgnoredRefusedOrMisspelt() {
    var project =
        project(
            """
            //- /wrangler.toml
            name = "chat"
            type = "javascript" # of old
            node_compat = true
            main = "src/index.js"
            legacy_env = true
            account_id = ""
            durable_objects.bindings = [
              { name = "A", class_name = "Rooom" },
              { name = "B", class_name = "Lobby", script_name = "chat" },
            ]
            migrations = [{ tag = "v1", new_sqlite_classes = ["Room", "Lobby", "Attic"] }]
            """
                + CODE);
    var file = Path.of("/wrangler.toml");
    assertThat(
            FixAll.safe(project, file)
                .orElseThrow()
                .applyTo(file, project.text(file).orElseThrow()))
        .isEqualTo(
            """
            name = "chat"
            # of old
            main = "src/index.js"
            account_id = ""
            durable_objects.bindings = [
              { name = "A", class_name = "Rooom" },
              { name = "B", class_name = "Lobby" },
            ]
            migrations = [{ tag = "v1", new_sqlite_classes = ["Room", "Lobby", "Attic"] }]
            """);
  }

  @Test
  void nothingToMendIsNoFix() {
    var project = project("//- /wrangler.toml\nmain = \"src/index.js\"\n" + CODE);
    assertThat(FixAll.safe(project, Path.of("/wrangler.toml"))).isEmpty();
    assertThat(FixAll.ofCode(project, Path.of("/wrangler.toml"), "BND05", "")).isEmpty();
  }

  private static void checkAll(String code, String fixture, String after) {
    var project = project(fixture);
    var file = project.fixture().configs().getFirst();
    var text = project.text(file).orElseThrow();
    var fix = FixAll.ofCode(project, file, code, "all").orElseThrow();
    assertThat(fix.applyTo(file, text)).isEqualTo(after);
  }

  private record Project(Fixture fixture) implements FixAll.Project {

    @Override
    public Optional<String> text(Path file) {
      return Optional.ofNullable(fixture.texts().get(file));
    }

    @Override
    public List<Diagnostic> check(Map<Path, String> changed) {
      var texts = new LinkedHashMap<>(fixture.texts());
      texts.putAll(changed);
      var then = fixture.with(texts);
      return then.configs().stream()
          .flatMap(config -> then.run(config, new Scope.Everything()).stream())
          .toList();
    }
  }

  private static Project project(String text) {
    return new Project(Fixture.of(text));
  }
}
