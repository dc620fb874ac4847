package dev.durascope.languageserver.feature;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durascope.model.config.WranglerConfig;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Configurations with each word's kind: {@code KIND text}, one a line. */
class HighlightingTest {

  private static String words(String file, String text) {
    return Highlighting.of(WranglerConfig.parse(Path.of(file), text)).stream()
        .map(word -> word.kind() + " " + word.span().of(text))
        .collect(Collectors.joining("\n"));
  }

  @Test
  void everyWordOfTomlHasAKind() {
    assertThat(
            words(
                "/wrangler.toml",
                """
                name = 'chat' # it
                site."a b".c = -1_0
                [[durable_objects.bindings]]
                name = "ROOM"
                class_name = "Room"
                [[durable_objects.bindings]]
                name = "HALL"
                class_name = "Hall"
                script_name = "other"
                [[migrations]]
                tag = "v1"
                new_sqlite_classes = [
                  "Room", # one
                ]
                renamed_classes = [{ from = "A", to = "Room" }]
                [env.test.vars]
                LIMIT = true
                TEXT = \"""
                one
                  two\"""
                """))
        .isEqualTo(
            """
            KEY name
            STRING 'chat'
            COMMENT # it
            KEY site.
            KEY "a b"
            KEY .c
            NUMBER -1_0
            TABLE durable_objects.bindings
            KEY name
            STRING "
            BINDING ROOM
            STRING "
            KEY class_name
            STRING "
            CLASS Room
            STRING "
            TABLE durable_objects.bindings
            KEY name
            STRING "
            BINDING HALL
            STRING "
            KEY class_name
            STRING "
            CLASS Hall
            STRING "
            KEY script_name
            STRING "other"
            TABLE migrations
            KEY tag
            STRING "
            TAG v1
            STRING "
            KEY new_sqlite_classes
            STRING "
            CLASS Room
            STRING "
            COMMENT # one
            KEY renamed_classes
            KEY from
            STRING "
            CLASS A
            STRING "
            KEY to
            STRING "
            CLASS Room
            STRING "
            TABLE env.test.vars
            BINDING LIMIT
            CONSTANT true
            BINDING TEXT
            STRING \"""
            STRING one
            STRING   two\"""\
            """);
  }

  @Test
  void aClassInAHeaderIsAClass() {
    assertThat(words("/wrangler.toml", "[exports.Room]\ntype = \"durable-object\"\n"))
        .isEqualTo("TABLE exports.\nCLASS Room\nKEY type\nSTRING \"durable-object\"");
  }

  @Test
  void halfTypedTextHasWordsToo() {
    assertThat(words("/wrangler.toml", "name = \n[[migr\ntag = \"v"))
        .isEqualTo("KEY name\nTABLE migr\nKEY tag\nSTRING \"v");
  }

  @Test
  void ofJsonItIsTheNamesAlone() {
    assertThat(
            words(
                "/wrangler.jsonc",
                """
                {
                  "name": "chat", // it
                  "durable_objects": { "bindings": [{ "class_name": "Room", "name": "ROOM" }] },
                  "migrations": [{ "tag": "v1", "new_sqlite_classes": ["Room"] }],
                  "vars": { "LIMIT": 1 }
                }
                """))
        .isEqualTo("CLASS Room\nBINDING ROOM\nTAG v1\nCLASS Room\nBINDING LIMIT");
  }
}
