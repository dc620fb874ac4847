package dev.durascope.languageserver.feature;

import static dev.durascope.languageserver.feature.Cursor.checkReferences;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReferencesTest {

  private static final String TOML =
      """
      //- /wrangler.toml
      main = "src/index.ts"
      [[durable_objects.bindings]]
      name = "ROOM"
      class_name = "«Room»"
      [[migrations]]
      tag = "v1"
      new_sqlite_classes = ["Lobby", "«Room»"]
      [env.e]
      durable_objects.bindings = [
        { name = "ROOM", class_name = "«Room»" },
        { name = "ELSE", class_name = "Room", script_name = "else" },
      ]
      """;

  private static final String JSONC =
      """
      //- /wrangler.jsonc
      {
        "main": "src/index.ts", // Room
        "name": "Room",
        "durable_objects": { "bindings": [{ "name": "ROOM", "class_name": "«Room»" }] },
        "exports": {
          "«Room»": { "type": "durable-object" },
          "Old": { "type": "durable-object", "state": "renamed", "renamed_to": "«Room»" },
        },
      }
      """;

  private static final String CODE =
      """
      //- /src/index.ts
      import { «Room» as Chamber } from "./room";
      import * as rooms from "./room";
      export { «Room», Lobby } from "./room";
      // Room
      type R = Chamber | rooms.«Room» | import("./room").«Room»;
      const use = async () => (await import("./room")).«Room»;
      //- /src/room.ts
      export class «Room» {
        peer(Room: Room) { return Room; }
        other(): «Room» { return new «Room»("Room"); }
      }
      export class Lobby { Room = 1; }
      //- /test/room.test.ts
      import { «Room» } from "../src/room";
      new «Room»();
      use({ «Room» });
      //- /test/other.ts
      import { Room } from "./fake";
      new Room();
      """;

  /** {@code text} with the cursor where {@code place} first stands. */
  private static String at(String text, String place) {
    int start = text.indexOf(place.replace("<|>", ""));
    int cursor = start + place.indexOf("<|>");
    return text.substring(0, cursor) + "<|>" + text.substring(cursor);
  }

  @ParameterizedTest
  @ValueSource(strings = {"class_name = \"«Ro<|>om", "\"Lobby\", \"«Ro<|>om"})
  void aClassFromToml(String at) {
    checkReferences(at(TOML, at) + CODE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"class_name\": \"«Ro<|>om", "  \"«Ro<|>om", "renamed_to\": \"«<|>Room"})
  void aClassFromJson(String at) {
    checkReferences(at(JSONC, at) + CODE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "export class «Ro<|>om",
        "import { «<|>Room» as",
        "export { «Room<|>»",
        "rooms.«R<|>oom",
        "other(): «R<|>oom",
        "new «R<|>oom»()",
      })
  void aClassFromTheCode(String at) {
    checkReferences(TOML + at(CODE, at));
  }

  @Test
  void aClassUnderAnotherName() {
    checkReferences(
        """
        //- /wrangler.toml
        main = "index.ts"
        durable_objects.bindings = [{ name = "ROOM", class_name = "«Room»" }]
        //- /index.ts
        class «Cham<|>ber» {}
        export { «Chamber» as «Room», Other as Chamber };
        //- /test.ts
        import { «Room» as R, Chamber } from ".";
        new R(Chamber);
        """);
  }

  @Test
  void aClassThatTheCodeDoesNotHave() {
    checkReferences(
        """
        //- /wrangler.toml
        main = "index.ts"
        durable_objects.bindings = [{ name = "ROOM", class_name = "«R<|>oom»" }]
        migrations = [{ tag = "v1", new_sqlite_classes = ["«Room»"] }]
        //- /index.ts
        const Room = 1;
        """);
  }

  private static final String USES =
      """
      //- /src/index.ts
      import { env } from "cloudflare:workers";
      interface Env { «ROOM»: DurableObjectNamespace; OTHER: string; }
      type B = Env["«ROOM»"];
      interface Options { ROOM: string }
      export class Room {
        constructor(ctx, { «ROOM» }) {}
        a() { return this.env?.«ROOM».get(env["«ROOM»"]); }
        b(c) { const { «ROOM»: rooms, X } = c.env!; return ROOM; }
        c() { return process.env.ROOM + import.meta.env.ROOM + other.ROOM + "env.ROOM"; }
      }
      export default { fetch: (request, env) => env.«ROOM» }; // env.ROOM
      //- /worker-configuration.d.ts
      declare namespace Cloudflare { interface Env { «ROOM»: DurableObjectNamespace<import("./src").Room>; } }
      //- /sub/wrangler.toml
      main = "x.ts"
      //- /sub/x.ts
      env.ROOM;
      """;

  private static final String BOUND =
      """
      //- /wrangler.toml
      main = "src/index.ts"
      [[durable_objects.bindings]]
      name = "«ROOM»"
      class_name = "ROOM"
      [env.e]
      durable_objects.bindings = [{ name = "«ROOM»", class_name = "Room" }]
      [vars]
      OTHER = "ROOM"
      """;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{ «RO<|>OM»: Dur",
        "[\"«RO<|>OM»\"];",
        "(ctx, { «ROO<|>M",
        "this.env?.«ROO<|>M",
        "{ «RO<|>OM»: rooms",
        "=> env.«ROOM<|>",
      })
  void aBindingFromTheCode(String at) {
    checkReferences(BOUND + at(USES, at));
  }

  @Test
  void aBindingFromToml() {
    checkReferences(BOUND.replace("name = \"«ROOM»\"\n", "name = \"«RO<|>OM»\"\n") + USES);
  }

  @Test
  void aBindingFromJson() {
    checkReferences(
        """
        //- /wrangler.json
        {
          "main": "src/index.ts",
          "durable_objects": { "bindings": [{ "name": "«RO<|>OM»", "class_name": "Room" }] }
        }
        """
            + USES);
  }

  @Test
  void aVariableIsABindingToo() {
    checkReferences(
        """
        //- /wrangler.jsonc
        { "main": "i.js", "vars": { "«LIM<|>IT»": 1 }, "env": { "e": { "vars": { "«LIMIT»": 2 } } } }
        //- /i.js
        export default { fetch: (r, env) => env.«LIMIT» };
        """);
  }

  @Test
  void configurationsOfOneEntryPointSpeakOfTheSame() {
    checkReferences(
        """
        //- /wrangler.toml
        main = "i.js"
        durable_objects.bindings = [{ name = "«RO<|>OM»", class_name = "Room" }]
        //- /wrangler.staging.toml
        main = "i.js"
        durable_objects.bindings = [{ name = "«ROOM»", class_name = "Room" }]
        //- /wrangler.other.toml
        main = "other.js"
        durable_objects.bindings = [{ name = "ROOM", class_name = "Room" }]
        //- /i.js
        env.«ROOM»;
        //- /other.js
        """);
  }

  @Test
  void otherWorkersBindTheClassToo() {
    checkReferences(
        """
        //- /a/wrangler.toml
        name = "a"
        main = "i.js"
        durable_objects.bindings = [{ name = "ROOM", class_name = "«R<|>oom»" }]
        [env.e]
        durable_objects.bindings = [{ name = "ROOM", class_name = "«Room»", script_name = "a" }]
        //- /b/wrangler.json
        { "main": "i.js", "durable_objects": { "bindings": [
          { "name": "ROOM", "class_name": "«Room»", "script_name": "a-e" },
          { "name": "OTHER", "class_name": "Room", "script_name": "b" },
          { "name": "OWN", "class_name": "Room" } ] } }
        //- /a/i.js
        export class «Room» {}
        //- /b/i.js
        export class Room {}
        """);
  }

  @Test
  void whichOfTwoWorkersOfOneNameIsMeantNobodyKnows() {
    checkReferences(
        """
        //- /a/wrangler.toml
        name = "a"
        main = "i.js"
        durable_objects.bindings = [{ name = "ROOM", class_name = "«R<|>oom»" }]
        //- /b/wrangler.toml
        durable_objects.bindings = [{ name = "R", class_name = "Room", script_name = "a" }]
        //- /c/wrangler.toml
        name = "a"
        //- /a/i.js
        export class «Room» {}
        """);
  }

  @Test
  void aTag() {
    checkReferences(
        """
        //- /wrangler.toml
        migrations = [{ tag = "«v<|>1»" }, { tag = "v2" }]
        [env.e]
        migrations = [{ tag = "«v1»", new_classes = ["v1"] }]
        """);
  }

  @ParameterizedTest
  @ValueSource(strings = {"export class R<|>oom {", "export class Room { a<|>; }", "/* Ro<|>om */"})
  void whatNoConfigurationSpeaksOfIsLeftToOthers(String code) {
    checkReferences("//- /wrangler.toml\nmain = 'i.ts'\n//- /i.ts\n" + code + "\n");
  }

  @Test
  void halfTypedFilesAreSearchedToo() {
    checkReferences(
        """
        //- /wrangler.jsonc
        { "main": "i.ts", "durable_objects": { "bindings": [{ "class_name": "«R<|>oom»", "name":
        //- /i.ts
        export class «Room» { a() { this. } }
        f(new «Room», .
        """);
  }
}
