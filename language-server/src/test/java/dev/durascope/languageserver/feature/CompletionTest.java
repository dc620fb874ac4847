package dev.durascope.languageserver.feature;

import static dev.durascope.languageserver.feature.Cursor.checkCompleted;
import static dev.durascope.languageserver.feature.Cursor.checkCompletion;
import static dev.durascope.languageserver.feature.Cursor.completion;
import static org.assertj.core.api.Assertions.assertThat;

import dev.durascope.languageserver.feature.Completion.Item;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CompletionTest {

  private static final String CODE =
      """

      //- /src/index.ts
      export { Room } from "./room";
      export const Wrapped = wrap(Room);
      export function helper() {}
      export default {};
      //- /src/room.ts
      export class Room {}
      """;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "durable_objects.bindings = [{ class_name = \"<|>\" }]",
        "durable_objects.bindings = [{ class_name = \"R<|>",
        "[[durable_objects.bindings]]\nclass_name = <|>",
        "[[env.e.durable_objects.bindings]]\nname = 'A'\nclass_name = 'Ro<|>o'\n",
        "[[migrations]]\ntag = 'v1'\nnew_sqlite_classes = ['A', '<|>']\n",
        "[[migrations]]\nnew_sqlite_classes = [\n  'A',\n  <|>\n",
        "[[migrations]]\nrenamed_classes = [{ from = 'A', to = '<|>' }]\n",
      })
  void classesOfTheEntryPointInToml(String config) {
    checkCompletion(
        "//- /wrangler.toml\nmain = 'src/index.ts'\n" + config + CODE,
        """
        Room (src/room.ts)
        Wrapped (src/index.ts)
        """);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"durable_objects\": { \"bindings\": [{ \"class_name\": \"<|>\" }] } }",
        "\"durable_objects\": { \"bindings\": [{ \"name\": \"A\", \"class_name\": \"R<|>",
        "\"env\": { \"e\": { \"durable_objects\": { \"bindings\": [{ \"class_name\": <|>",
        "// { \n\"migrations\": [{ \"tag\": \"v1\", \"new_sqlite_classes\": [\"A\", \"<|>\"] }] }",
      })
  void classesOfTheEntryPointInJson(String config) {
    checkCompletion(
        "//- /wrangler.jsonc\n{ \"main\": \"src/index.ts\", " + config + CODE,
        """
        Room (src/room.ts)
        Wrapped (src/index.ts)
        """);
  }

  @Test
  void whatIsTakenGetsItsQuotes() {
    checkCompleted(
        "//- /wrangler.toml\nmain = 'src/index.ts'\ncontainers = [{ class_name = Ro<|> }]\n" + CODE,
        "Room",
        "main = 'src/index.ts'\ncontainers = [{ class_name = \"Room\" }]\n\n");
    checkCompleted(
        "//- /wrangler.json\n"
            + "{ \"main\": \"src/index.ts\", \"containers\": [{ \"class_name\": \"R<|>x\" }] }\n"
            + CODE,
        "Room",
        "{ \"main\": \"src/index.ts\", \"containers\": [{ \"class_name\": \"Room\" }] }\n\n");
  }

  @Test
  void keysThatAreNotThereYet() {
    checkCompletion(
        """
        //- /wrangler.toml
        [[durable_objects.bindings]]
        class_name = "Room"
        <|>
        """,
        """
        name (string)
        script_name (string)
        environment (string)
        """);
    checkCompletion(
        """
        //- /wrangler.jsonc
        { "durable_objects": { "bindings": [{ "name": "A" }, { "name": "B", "<|>" }] } }
        """,
        """
        class_name (string)
        script_name (string)
        environment (string)
        """);
  }

  @Test
  void aKeyIsPutInWithWhatFollowsIt() {
    checkCompleted(
        "//- /wrangler.toml\ncompat<|>\n", "compatibility_date", "compatibility_date = \n");
    checkCompleted(
        "//- /wrangler.json\n{ comp<|> }\n",
        "compatibility_date",
        "{ \"compatibility_date\":  }\n");
    checkCompleted(
        "//- /wrangler.json\n{ \"comp<|>\": 1 }\n",
        "compatibility_date",
        "{ \"compatibility_date\": 1 }\n");
    checkCompleted("//- /wrangler.toml\n[[migr<|>]]\n", "migrations", "[[migrations]]\n");
    checkCompleted(
        "//- /wrangler.toml\n[env.e.dur<|>]\n", "durable_objects", "[env.e.durable_objects]\n");
  }

  @Test
  void valuesThatAreListed() {
    checkCompletion(
        """
        //- /wrangler.toml
        [exports.Room]
        type = "durable-object"
        storage = "<|>"
        """,
        """
        sqlite
        legacy-kv
        """);
    checkCompletion("//- /wrangler.toml\nworkers_dev = <|>\n", "true\nfalse");
    checkCompletion(
        "//- /wrangler.json\n{ \"compatibility_date\": \"<|>\" }", "2026-11-01 (today)");
    assertThat(completion("//- /wrangler.toml\ncompatibility_flags = ['nodejs<|>']\n"))
        .extracting(Item::label)
        .contains("nodejs_compat");
  }

  @Test
  void classesThatLiveCanBeDeletedAndRenamed() {
    checkCompletion(
        """
        //- /wrangler.toml
        [[migrations]]
        tag = "v1"
        new_sqlite_classes = ["Room", "Hall"]
        [[migrations]]
        tag = "v2"
        deleted_classes = ["<|>
        """,
        """
        Room
        Hall
        """);
  }

  @ParameterizedTest
  @CsvSource({"env.<|>", "this.env.R<|>", "env?.<|>", "'return env.RO<|>OM.get(id)'"})
  void bindingsInTheCode(String code) {
    checkCompletion(
        """
        //- /wrangler.toml
        main = "index.ts"
        kv_namespaces = [{ binding = "CACHE", id = "x" }]
        durable_objects.bindings = [{ name = "ROOM", class_name = "Room" }]
        vars = { STAGE = "dev" }
        //- /index.ts
        """
            + code,
        """
        ROOM (Durable Object)
        STAGE (Environment Variable)
        CACHE (KV Namespace)
        """);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "//- /wrangler.toml\n# <|>\n",
        "//- /wrangler.toml\nname = '<|>'\n",
        "//- /wrangler.toml\n[vars]\n<|>\n",
        "//- /wrangler.jsonc\n/* { <|> */ {}\n",
        "//- /wrangler.jsonc\n<|>\n",
        "//- /wrangler.toml\nmain = 'a.ts'\n//- /a.ts\nenvironment.<|>\n",
      })
  void nothingWhereNothingIsKnown(String project) {
    checkCompletion(project, "");
  }

  /** Whatever is typed so far, an answer comes, and what it replaces is around the cursor. */
  @ParameterizedTest
  @CsvSource({"/wrangler.toml", "/wrangler.jsonc"})
  void everyPlaceOfEveryPrefixIsAnswered(String file) {
    var text =
        file.endsWith("toml")
            ? """
            name = "w" # c
            "quoted key" = 'x'
            [[durable_objects.bindings]]
            name = "ROOM"
            class_name = \"""Ro
            om\"""
            list = [ { a = 1, b = [2, 3] }, ]
            [env."pre view".vars]
            A.B = 2026-01-01
            """
            : """
            { // c
              "name": "w\\"x", /* { */
              "durable_objects": { "bindings": [{ "name": "ROOM", "class_name": "Room" }, ], },
              "a": [1, true, null, {}],
            }
            """;
    for (int at = 0; at <= text.length(); at++) {
      for (var rest : new String[] {"", text.substring(at)}) {
        var project = "//- " + file + "\n" + text.substring(0, at) + "<|>" + rest;
        for (var item : completion(project)) {
          assertThat(item.replaced().touches(at)).as("%s in%n%s", item, project).isTrue();
        }
      }
    }
  }
}
