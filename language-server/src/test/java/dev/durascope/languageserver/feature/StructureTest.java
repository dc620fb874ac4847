package dev.durascope.languageserver.feature;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durascope.model.config.WranglerConfig;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** How configurations are built: outlines, folds, growing selections, links. */
class StructureTest {

  private static final String TOML =
      """
      name = "chat"
      # What it does
      # and why.
      main = "src/index.ts"

      [[durable_objects.bindings]]
      name = "ROOM"
      class_name = "Room"

      [vars]
      LIMIT = 3

      [[migrations]]
      tag = "v1"
      new_sqlite_classes = [
        "Room",
        "Lobby",
      ]

      [env.staging]
      vars = { LIMIT = 4 }
      """;

  private static final String JSONC =
      """
      {
        "name": "chat",
        /* What it does
           and why. */
        "durable_objects": {
          "bindings": [
            { "name": "ROOM", "class_name": "Room" },
            {
              "class_name": "Lobby"
            }
          ]
        },
        "exports": { "Room": { "type": "durable-object" } },
        // one
        // two
        "env": {
        }
      }
      """;

  private static WranglerConfig toml(String text) {
    return WranglerConfig.parse(Path.of("/wrangler.toml"), text);
  }

  private static WranglerConfig json(String text) {
    return WranglerConfig.parse(Path.of("/wrangler.jsonc"), text);
  }

  private static String outline(WranglerConfig config) {
    return outline(config, Outline.of(config), "");
  }

  private static String outline(
      WranglerConfig config, List<Outline.Symbol> symbols, String indent) {
    return symbols.stream()
        .map(
            symbol -> {
              assertThat(symbol.span().encloses(symbol.selection())).isTrue();
              return "%s%s %s (%s) at %s\n%s"
                  .formatted(
                      indent,
                      symbol.kind(),
                      symbol.name(),
                      symbol.detail(),
                      symbol.selection().of(config.document().text()),
                      outline(config, symbol.children(), indent + "  "));
            })
        .collect(Collectors.joining());
  }

  @Test
  void anOutlineOfToml() {
    assertThat(outline(toml(TOML)))
        .isEqualTo(
            """
            VALUE name (chat) at name
            VALUE main (src/index.ts) at main
            TABLE durable_objects () at durable_objects
              LIST bindings () at bindings
                BINDING ROOM (Room) at ROOM
            TABLE vars () at vars
              BINDING LIMIT (3) at LIMIT
            LIST migrations () at migrations
              MIGRATION v1 () at v1
            TABLE env () at env
              ENVIRONMENT staging () at staging
                TABLE vars () at vars
                  BINDING LIMIT (4) at LIMIT
            """);
  }

  @Test
  void anOutlineOfJson() {
    assertThat(outline(json(JSONC)))
        .isEqualTo(
            """
            VALUE name (chat) at name
            TABLE durable_objects () at durable_objects
              LIST bindings () at bindings
                BINDING ROOM (Room) at ROOM
                BINDING Lobby (Lobby) at Lobby
            TABLE exports () at exports
              CLASS Room () at Room
                VALUE type (durable-object) at type
            TABLE env () at env
            """);
  }

  @Test
  void anOutlineOfWhatIsHalfTyped() {
    assertThat(outline(toml("[[migrations]]\n[[migrations]]\ntag = \n[env.\nname = 'x'\n")))
        .startsWith("LIST migrations () at migrations\n  MIGRATION 1 ()");
    assertThat(outline(json("{ \"name\": , \"migrations\": [{ \"tag\": \"v1\", ")))
        .isEqualTo(
            """
            VALUE name () at name
            LIST migrations () at migrations
              MIGRATION v1 () at v1
            """);
  }

  private static List<String> folds(WranglerConfig config) {
    return Folding.of(config).stream()
        .map(
            fold ->
                "%d-%d%s".formatted(fold.first(), fold.last(), fold.comment() ? " comment" : ""))
        .toList();
  }

  @Test
  void foldsOfToml() {
    assertThat(folds(toml(TOML)))
        .containsExactly("1-2 comment", "5-7", "9-10", "12-17", "14-16", "19-20");
  }

  @Test
  void foldsOfJson() {
    assertThat(folds(json(JSONC)))
        .containsExactly("2-3 comment", "4-10", "5-9", "7-8", "13-14 comment");
  }

  private static List<String> selections(WranglerConfig config, String before) {
    var text = config.document().text();
    return Selection.of(config, text.indexOf(before) + before.length()).stream()
        .map(span -> span.of(text).replaceAll("\\s+", " ").strip())
        .map(part -> part.length() > 40 ? part.substring(0, 40) + "…" : part)
        .toList();
  }

  @Test
  void selectionsOfToml() {
    assertThat(selections(toml(TOML), "class_name = \"Ro"))
        .startsWith(
            "Room",
            "\"Room\"",
            "class_name = \"Room\"",
            "[[durable_objects.bindings]] name = \"ROO…")
        .last()
        .isEqualTo("name = \"chat\" # What it does # and why. …");
  }

  @Test
  void selectionsOfJson() {
    assertThat(selections(json(JSONC), "\"class_name\": \"Lo"))
        .startsWith(
            "Lobby", "\"Lobby\"", "\"class_name\": \"Lobby\"", "{ \"class_name\": \"Lobby\" }")
        .hasSizeGreaterThan(6);
  }

  @Test
  void linksOfToml() {
    Cursor.checkLinks(
        """
        //- /wrangler.toml
        main = "src/index"<|>
        tsconfig = "tsconfig.json"
        assets.directory = "./public"
        alias = { a = "./a.ts", b = "./gone.ts", c = "c" }
        name = "tsconfig.json"
        //- /src/index.ts
        //- /tsconfig.json
        //- /a.ts
        """,
        """
        src/index file:///src/index.ts
        tsconfig.json file:///tsconfig.json
        ./public file:///public
        ./a.ts file:///a.ts
        """);
  }

  @Test
  void linksOfJson() {
    Cursor.checkLinks(
        """
        //- /wrangler.json
        { "$schema": "./schema.json", "main": "gone.js", <|>
          "containers": [{ "image": "./Dockerfile" }, { "image": "registry/x:1" }],
          "env": { "e": { "$schema": "https://example.com/a b", "main": "i.js" } }, "assets": { "directory": "" }
        //- /schema.json
        //- /Dockerfile
        //- /i.js
        """,
        """
        ./schema.json file:///schema.json
        ./Dockerfile file:///Dockerfile
        i.js file:///i.js
        """);
    Cursor.checkLinks(
        "//- /wrangler.json\n{ \"$schema\": \"https://e.org/s.json\" }<|>\n",
        "https://e.org/s.json https://e.org/s.json");
  }
}
