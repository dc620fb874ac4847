package dev.durascope.languageserver.feature;

import static dev.durascope.languageserver.feature.Cursor.checkDefinition;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DefinitionTest {

  private static final String CODE =
      """
      //- /src/index.ts
      export { Room } from "./room";
      export default {
        fetch: (request, env) => env.ROOM.getByName("a").fetch(request),
      };
      //- /src/room.ts
      /** A room. */
      export class Room {}
      """;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[[durable_objects.bindings]]\nname = 'ROOM'\nclass_name = 'Ro<|>om'\n",
        "durable_objects.bindings = [{ class_name = '<|>Room' }]\n",
        "[env.e]\ndurable_objects.bindings = [{ class_name = 'Room<|>' }]\n",
        "[[migrations]]\ntag = 'v1'\nnew_sqlite_classes = ['A', 'Ro<|>om']\n",
        "[[migrations]]\nrenamed_classes = [{ from = 'A', to = 'R<|>oom' }]\n",
        "[exports.Ro<|>om]\ntype = 'durable-object'\n",
      })
  void aClassIsDefinedInTheCode(String config) {
    checkDefinition(
        "//- /wrangler.toml\nmain = 'src/index.ts'\n" + config + CODE, "/src/room.ts:2:14 Room");
  }

  @Test
  void aClassOfJson() {
    checkDefinition(
        """
        //- /wrangler.jsonc
        { "main": "src/index.ts", "exports": { "<|>Room": { "type": "durable-object" } } }
        """
            + CODE,
        "/src/room.ts:2:14 Room");
  }

  @Test
  void theEntryPoint() {
    checkDefinition(
        "//- /wrangler.json\n{ \"main\": \"src/in<|>dex.js\" }\n" + CODE, "/src/index.ts:1:1");
  }

  @Test
  void aBindingIsDefinedInTheConfiguration() {
    checkDefinition(
        """
        //- /wrangler.toml
        main = "src/index.ts"
        durable_objects.bindings = [{ name = "ROOM", class_name = "Room" }]
        [env.e]
        durable_objects.bindings = [{ name = "ROOM", class_name = "Room" }]
        """
            + CODE.replace("env.ROOM", "env.RO<|>OM"),
        """
        /wrangler.toml:2:39 ROOM
        /wrangler.toml:4:39 ROOM
        """);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "name = 'Ro<|>om'\n",
        "durable_objects.bindings = [{ class_name = 'Nobo<|>dy' }]\n",
        "durable_objects.bindings = [{ class_<|>name = 'Room' }]\n",
        "# Ro<|>om\n",
      })
  void nothingElseIsDefinedAnywhere(String config) {
    checkDefinition("//- /wrangler.toml\nmain = 'src/index.ts'\n" + config + CODE, "");
  }
}
