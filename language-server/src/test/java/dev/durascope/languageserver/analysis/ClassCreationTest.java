package dev.durascope.languageserver.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The class of a binding, exported or made, in a project that lacks it. */
class ClassCreationTest {

  private static final String TOML =
      """
      //- /wrangler.toml
      main = "src/index.%s"
      durable_objects.bindings = [{ name = "ROOM", class_name = "ChatRoom" }]
      """;

  private static final String JSON =
      """
      //- /wrangler.jsonc
      { // half-typed below
        "main": "src/index.%s",
        "durable_objects": { "bindings": [{ "name": "ROOM", "class_name": "ChatRoom" }] },
        "vars":
      }
      """;

  @Test
  void inTheEntryPoint() {
    check(
        0,
        "ts",
        """
        import { Hono } from 'hono'
        import { WorkerEntrypoint } from 'cloudflare:workers'

        export default new Hono<{ Bindings: Env }>()
        """,
        "Create class \"ChatRoom\" in src/index.ts",
        """
        import { Hono } from 'hono'
        import { DurableObject, WorkerEntrypoint } from 'cloudflare:workers'

        export default new Hono<{ Bindings: Env }>()

        export class ChatRoom extends DurableObject<Env> {}
        """);
  }

  @Test
  void theImportIsAddedOnce() {
    check(
        0,
        "js",
        """
        import {
          DurableObject as Base,
          env,
        } from "cloudflare:workers";

        export class Other extends Base {}
        """,
        "Create class \"ChatRoom\" in src/index.js",
        """
        import {
          DurableObject as Base,
          env,
        } from "cloudflare:workers";

        export class Other extends Base {}

        export class ChatRoom extends Base {}
        """);
    check(
        0,
        "js",
        """
        import * as cf from 'cloudflare:workers'
        export const a = cf.env
        """,
        "Create class \"ChatRoom\" in src/index.js",
        """
        import * as cf from 'cloudflare:workers'
        export const a = cf.env

        export class ChatRoom extends cf.DurableObject {}
        """);
  }

  @Test
  void anImportOfSeveralLinesKeepsThem() {
    check(
        0,
        "js",
        """
        import {
          env,
        } from "cloudflare:workers";
        export const a = env;
        """,
        "Create class \"ChatRoom\" in src/index.js",
        """
        import {
          DurableObject,
          env,
        } from "cloudflare:workers";
        export const a = env;

        export class ChatRoom extends DurableObject {}
        """);
  }

  @Test
  void aModuleWithoutImportsAndWithTheLineBreaksOfWindows() {
    check(
        0,
        "js",
        "export default { fetch: () => new Response('ok') }\r\n",
        "Create class \"ChatRoom\" in src/index.js",
        """
        import { DurableObject } from 'cloudflare:workers'\r

        export default { fetch: () => new Response('ok') }\r

        export class ChatRoom extends DurableObject {}\r
        """
            .replace("\n\n", "\n\r\n"));
  }

  @Test
  void anEmptyModule() {
    check(
        0,
        "js",
        """

        """,
        "Create class \"ChatRoom\" in src/index.js",
        """
        import { DurableObject } from "cloudflare:workers";

        export class ChatRoom extends DurableObject {}
        """);
  }

  @Test
  void inAModuleOfItsOwn() {
    check(
        1,
        "ts",
        """
        import { answer } from "./answer.js";

        export interface Env { ROOM: DurableObjectNamespace }

        export default { fetch: () => answer() };
        //- /src/answer.ts
        export const answer = () => new Response("ok");
        """,
        "Create class \"ChatRoom\" in src/chat-room.ts",
        """
        import { answer } from "./answer.js";
        export { ChatRoom } from "./chat-room.js";

        export interface Env { ROOM: DurableObjectNamespace }

        export default { fetch: () => answer() };
        //- /src/answer.ts
        export const answer = () => new Response("ok");
        //- /src/chat-room.ts
        import { DurableObject } from "cloudflare:workers";
        import type { Env } from "./index.js";

        export class ChatRoom extends DurableObject<Env> {}
        """);
  }

  @Test
  void aModuleIsNamedAsItsNeighboursAre() {
    check(
        1,
        "mjs",
        """
        export * from './Lobby'
        import './Other'
        //- /src/Lobby.mjs
        export class Lobby {}
        //- /worker-configuration.d.ts
        interface Env {}
        """,
        "Create class \"ChatRoom\" in src/ChatRoom.mjs",
        """
        export * from './Lobby'
        import './Other'
        export { ChatRoom } from './ChatRoom'
        //- /src/Lobby.mjs
        export class Lobby {}
        //- /worker-configuration.d.ts
        interface Env {}
        //- /src/ChatRoom.mjs
        import { DurableObject } from 'cloudflare:workers'

        export class ChatRoom extends DurableObject {}
        """);
  }

  @Test
  void theTypesThatWranglerWritesAreEverywhere() {
    check(
        1,
        "ts",
        """
        export default { fetch: () => new Response("ok") };
        //- /worker-configuration.d.ts
        interface Env {}
        """,
        "Create class \"ChatRoom\" in src/chat-room.ts",
        """
        export { ChatRoom } from "./chat-room";

        export default { fetch: () => new Response("ok") };
        //- /worker-configuration.d.ts
        interface Env {}
        //- /src/chat-room.ts
        import { DurableObject } from "cloudflare:workers";

        export class ChatRoom extends DurableObject<Env> {}
        """);
  }

  @Test
  void aClassThatIsThereIsExported() {
    check(
        0,
        "ts",
        """
        import './a';
        abstract class ChatRoom {}
        export default {};
        """,
        "Export \"ChatRoom\"",
        """
        import './a';
        export abstract class ChatRoom {}
        export default {};
        """);
    check(
        0,
        "ts",
        """
        export default {};
        //- /src/chat-room.ts
        export class ChatRoom {}
        """,
        "Export \"ChatRoom\" from src/chat-room.ts",
        """
        export { ChatRoom } from "./chat-room";

        export default {};
        //- /src/chat-room.ts
        export class ChatRoom {}
        """);
  }

  @Test
  void nothingIsMadeWhereTheNameIsNoneOfAClass() {
    var config = TOML.replace("ChatRoom", "chat/room\\u0000");
    assertThat(fixes(config, "js", "export default {};\n")).isEmpty();
  }

  @Test
  void nothingIsMadeWhereTheNameIsTakenOrTheEntryIsNoModule() {
    assertThat(fixes(TOML, "js", "const ChatRoom = 1;\nexport default {};\n")).isEmpty();
    assertThat(fixes(TOML, "ts", "export default {};\nfunction f() { class ChatRoom {} }\n"))
        .isEmpty();
    assertThat(fixes(TOML, "js", "addEventListener('fetch', () => {});\n")).isEmpty();
  }

  private static void check(int index, String ending, String before, String title, String after) {
    for (var config : new String[] {TOML, JSON}) {
      assertThat(fixes(config, ending, before))
          .element(index)
          .isEqualTo(Map.entry(title, "//- /src/index." + ending + "\n" + after));
    }
  }

  /** Each fix, and the code after it. */
  private static List<Map.Entry<String, String>> fixes(String config, String ending, String code) {
    var fixture = Fixture.of(config.formatted(ending) + "//- /src/index." + ending + "\n" + code);
    return fixture.run(fixture.configs().getFirst(), new Scope.Everything()).stream()
        .filter(each -> each.code().equals("BND01"))
        .flatMap(each -> each.fixes().stream())
        .map(fix -> Map.entry(fix.title(), after(fixture.texts(), fix)))
        .toList();
  }

  private static String after(Map<Path, String> texts, Fix fix) {
    var after = new LinkedHashMap<>(texts);
    after.replaceAll(fix::applyTo);
    for (var change : fix.files()) {
      if (change instanceof Fix.Created(var file, var text)) {
        after.put(file, text);
      }
    }
    return after.entrySet().stream()
        .filter(each -> !each.getKey().toString().contains("wrangler"))
        .map(each -> "//- " + each.getKey() + "\n" + each.getValue())
        .collect(Collectors.joining());
  }
}
