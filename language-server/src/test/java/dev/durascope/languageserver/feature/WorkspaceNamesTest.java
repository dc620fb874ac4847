package dev.durascope.languageserver.feature;

import static dev.durascope.languageserver.feature.Cursor.checkImplementation;
import static dev.durascope.languageserver.feature.Cursor.checkNames;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Names across the workspace, and the classes behind them. */
class WorkspaceNamesTest {

  private static final String TOML =
      """
      //- /wrangler.toml
      name = "chat"
      main = "i.ts"
      vars.LIMIT = 1
      [[durable_objects.bindings]]
      name = "ROOM"
      class_name = "Room"
      [env.e]
      durable_objects.bindings = [
        { name = "ROOM", class_name = "Room" }, { name = "FAR", class_name = "Room", script_name = "x" }
      ]
      """;

  private static final String JSON =
      """
      //- /wrangler.json
      { "main": "i.ts",
        "durable_objects": { "bindings": [{ "name": "ROOM", "class_name": "Room" }] } }
      """;

  private static final String CODE =
      """
      //- /i.ts
      export { Chamber as Room } from "./room";
      export default { fetch: (request, env) => env.ROOM.get(env.FAR) };
      //- /room.ts
      export class Chamber {}
      """;

  @Test
  void namesOfToml() {
    checkNames(
        TOML + CODE + "<|>",
        "rm",
        """
        CLASS Room (Durable Object) /room.ts:1:14 Chamber
        BINDING ROOM (Durable Object of chat) /wrangler.toml:5:9 ROOM
        BINDING ROOM (Durable Object of chat-e) /wrangler.toml:9:13 ROOM
        """);
    checkNames(
        TOML + CODE + "<|>",
        "lim",
        "BINDING LIMIT (Environment Variable of chat) /wrangler.toml:3:6 LIMIT");
    checkNames(TOML + CODE + "<|>", "mr", "");
  }

  @Test
  void namesOfJson() {
    checkNames(
        JSON + CODE + "<|>",
        "",
        """
        CLASS Room (Durable Object) /room.ts:1:14 Chamber
        BINDING ROOM (Durable Object of wrangler.json) /wrangler.json:2:48 ROOM
        """);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"name = \"RO<|>OM", "class_name = \"R<|>oom", "env.RO<|>OM", "class Cham<|>ber"})
  void theClassBehindAName(String at) {
    var project = TOML + CODE;
    var place = at.replace("<|>", "");
    int start = project.indexOf(place) + at.indexOf("<|>");
    checkImplementation(
        project.substring(0, start) + "<|>" + project.substring(start), "/room.ts:1:14 Chamber");
  }

  @Test
  void theClassBehindABindingOfJson() {
    checkImplementation(JSON.replace("ROOM", "<|>ROOM") + CODE, "/room.ts:1:14 Chamber");
  }

  @ParameterizedTest
  @ValueSource(strings = {"name = \"F<|>AR", "vars.LI<|>MIT", "env.F<|>AR"})
  void whatHasNoClassHere(String at) {
    var project = TOML + CODE;
    int start = project.indexOf(at.replace("<|>", "")) + at.indexOf("<|>");
    checkImplementation(project.substring(0, start) + "<|>" + project.substring(start), "");
  }
}
