package dev.durascope.model.modules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durascope.model.modules.ExportLookup.Exported;
import dev.durascope.model.modules.ExportLookup.NotExported;
import dev.durascope.model.modules.ExportLookup.TypeOnly;
import dev.durascope.model.modules.ExportLookup.Unknown;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ModuleGraphTest {

  /** Files in one text: {@code //- /path} begins one. The first file is the entry. */
  private static String lookup(String fixture, String name, Map<String, String> aliases) {
    var buffers = new LinkedHashMap<Path, String>();
    for (var part : fixture.split("(?m)^//- ", -1)) {
      int line = part.indexOf('\n');
      if (line > 0) {
        buffers.put(Path.of(part.substring(0, line).strip()), part.substring(line + 1));
      }
    }
    var entry = buffers.keySet().iterator().next();
    try (var modules = new ModuleCache()) {
      var resolver = new Resolver(aliases, Path.of("/"));
      var answer =
          new ModuleGraph(SourceFiles.NONE.with(buffers), modules, resolver).find(entry, name);
      return switch (answer) {
        case Exported(var kind, var file, var place) ->
            "%s %s %s".formatted(kind, file, place.of(buffers.getOrDefault(file, "")));
        case TypeOnly(var file, var place) ->
            "type %s %s".formatted(file, place.of(buffers.getOrDefault(file, "")));
        case NotExported(var exports) -> "not exported " + exports;
        case Unknown(var reason) -> "unknown: " + reason;
      };
    }
  }

  private static String lookup(String fixture, String name) {
    return lookup(fixture, name, Map.of());
  }

  private static String inEntry(String extension, String text, String name) {
    return lookup("//- /index." + extension + "\n" + text, name);
  }

  /** What the grammars do not know is read past; a name that is missing is still missing. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "import defer * as lazy from './lazy';",
        "import source wasm from './it.wasm';",
        "const later = await import.defer('./lazy'), it = await import.source('./it.wasm');",
        "class Box<in T> {} class Pipe<in A, out B> {} interface Both<in out T> {} type Out<out T> = T;",
        "class Count { static accessor all = 0; }",
        "abstract class Count { protected abstract accessor all: number; }",
        "for (using file of files) {} for (await using file of files) {}",
        "const words = ['static accessor x', 'import defer * as x'], found = [1, 'a' in words];",
        "enum Colour { Red = 'r' } declare namespace Deep.Inner { let x: number; }",
        "await using file = open(); using other = open();",
        "const shape = { a: 1 } as const satisfies Shape; abstract class A<T = {}> { abstract a(): T; }",
        "@log() @(bound) class Decorated { @once method() {} @field() accessor x = 1; }",
      })
  void readsSyntaxThatIsYoungerThanTheGrammars(String statements) {
    var text = statements + "\nexport class Room {}\n";
    assertThat(inEntry("ts", text, "Room")).isEqualTo("CLASS /index.ts Room");
    assertThat(inEntry("ts", text, "Hall")).isEqualTo("not exported [Room]");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "export class Room {}                                         | CLASS",
        "export abstract class Room<T> extends mixin(Base, {}) {}     | CLASS",
        "@dec() export class Room {}                                  | CLASS",
        "export @dec class Room {}                                    | CLASS",
        "class Room {} export { Room }                                | CLASS",
        "export { Impl as Room }; class Impl {}                       | CLASS",
        "export const Room = class {}                                 | CLASS",
        "export const Room = createAgent<Env>({ a: 1 })               | VALUE",
        "export const Room = Sentry.instrumentDurableObjectWithSentry((e: Env) => ({}), Base) | VALUE",
        "const Room = Base; export { Room };                          | VALUE",
        "export const { Room } = wrapped.dos                          | VALUE",
        "export const { a: { Room }, ...rest } = x                    | VALUE",
        "export const [x = 1, Room] = y                               | VALUE",
        "export let Room                                              | VALUE",
        "export function Room() {}                                    | FUNCTION",
        "export enum Room {}                                          | ENUM",
        "interface Room {} class Room {} export { Room }              | CLASS",
        "export interface Room {} export class Room {}                | CLASS",
        "export class Room { accessor x = 1; static #y = 2; }         | CLASS",
        "export default <ExportedHandler<Env>>{ fetch() {} }; export class Room {} | CLASS",
      })
  void namesDeclaredHereAreExported(String text, String kind) {
    assertThat(inEntry("ts", text, "Room")).isEqualTo(kind + " /index.ts Room");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "export interface Room {}",
        "export type Room = Base",
        "export declare class Room {}",
        "class Room {} export type { Room }",
        "class Room {} export { type Room }",
        "import type { Room } from './room'; export { Room }\n//- /room.ts\nexport class Room {}",
        "import { type Room } from './room'; export { Room }\n//- /room.ts\nexport class Room {}",
        "export type * from './room'\n//- /room.ts\nexport class Room {}",
        "export * from './room'\n//- /room.ts\nexport interface Room {}",
      })
  void typesAreTypeOnly(String text) {
    assertThat(inEntry("ts", text, "Room")).startsWith("type ");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "class Room {}                                        | []",
        "export class room {} export class Other {}           | [Other, room]",
        "export default class Room {}                         | []",
        "export { Room as Other }; class Room {}              | [Other]",
        "`// export class Room {}`                            | []",
        "const s = 'export class Room {}'; export { s }       | [s]",
        "export namespace ns { export class Room {} }         | [ns]",
        "addEventListener('fetch', e => {})                   | []",
      })
  void namesNotExportedComeWithWhatIs(String text, String exports) {
    assertThat(inEntry("ts", text, "Room")).isEqualTo("not exported " + exports);
  }

  @Test
  void followsTwoHopsOfStars() {
    assertThat(
            lookup(
                """
                //- /src/index.ts
                export * from "./objects";
                export default {};
                //- /src/objects/index.ts
                export * from './room.js'
                //- /src/objects/room.ts
                export class Room {}
                """,
                "Room"))
        .isEqualTo("CLASS /src/objects/room.ts Room");
  }

  @Test
  void aDefaultClassIsReExportedUnderAName() {
    var files =
        """
        //- /index.js
        export { default as Room } from './room.mjs';
        import Base from './room.mjs';
        export { Base as Second };
        //- /room.mjs
        export default class RoomImpl {}
        """;
    assertThat(lookup(files, "Room")).startsWith("CLASS /room.mjs");
    assertThat(lookup(files, "Second")).startsWith("CLASS /room.mjs");
    assertThat(lookup(files, "RoomImpl")).isEqualTo("not exported [Room, Second]");
  }

  @Test
  void aNamespaceHidesWhatIsInIt() {
    var files = "//- /i.ts\nexport * as ns from './room';\n//- /room.ts\nexport class Room {}\n";
    assertThat(lookup(files, "Room")).isEqualTo("not exported []");
    assertThat(lookup(files, "ns")).startsWith("VALUE /i.ts ns");
  }

  @Test
  void aReExportOfANameThatItsModuleLacksIsNotExported() {
    assertThat(
            lookup(
                "//- /i.ts\nexport { Room } from './room';\n//- /room.ts\nexport class Rom {}\n",
                "Room"))
        .isEqualTo("not exported []");
  }

  @Test
  void circlesEnd() {
    assertThat(
            lookup(
                """
                //- /a.ts
                export * from './b';
                export { X } from './b';
                //- /b.ts
                export * from './a';
                export { X } from './a';
                """,
                "X"))
        .isEqualTo("not exported []");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "export * from './built.js'                     | \"./built.js\" was not found",
        "export { Room } from 'not-installed'           | \"not-installed\" was not found",
        "export { Room } from './room.sql?raw'          | \"./room.sql?raw\" is not a file",
        "export { Room } from 'cloudflare:workers'      | \"cloudflare:workers\" is not a file",
        "module.exports = { Room: class {} }            | index.ts is a CommonJS module",
        "export class Half { foo( { export class Room   | index.ts could not be parsed completely",
        "export = { Room }                              | index.ts could not be parsed completely",
      })
  void whatCannotBeFollowedIsUnknown(String text, String reason) {
    assertThat(inEntry("ts", text, "Room")).isEqualTo("unknown: " + reason);
  }

  @Test
  void anEntryInAnotherLanguageIsUnknown() {
    assertThat(inEntry("py", "class Room: pass", "Room"))
        .isEqualTo("unknown: index.py is not JavaScript or cannot be read");
  }

  @Test
  void aFoundNameWinsOverWhatCannotBeFollowed() {
    assertThat(inEntry("ts", "export * from 'not-installed'; export class Room {}", "Room"))
        .isEqualTo("CLASS /index.ts Room");
  }

  @Test
  void followsPathsOfAnExtendedTsconfig() {
    var files =
        """
        //- /app/src/index.ts
        export { Room } from "@objects/room";
        export { Lobby } from "lobby";
        //- /app/tsconfig.json
        { "extends": "../base", /* c */ }
        //- /base.json
        { "compilerOptions": { "baseUrl": "app/lib", "paths": { "@objects/*": ["objects/*"] } } }
        //- /app/lib/objects/room.ts
        export class Room {}
        //- /app/lib/lobby.ts
        export class Lobby {}
        """;
    assertThat(lookup(files, "Room")).isEqualTo("CLASS /app/lib/objects/room.ts Room");
    assertThat(lookup(files, "Lobby")).isEqualTo("CLASS /app/lib/lobby.ts Lobby");
  }

  @Test
  void followsInstalledPackages() {
    var files =
        """
        //- /app/index.ts
        export { Sandbox as UserSandbox } from "@cloudflare/sandbox";
        export { Deep } from "@cloudflare/sandbox/deep";
        export { Old } from "old/lib/thing";
        export { Main } from "old";
        export { Gone } from "@cloudflare/sandbox";
        export { Hidden } from "@cloudflare/sandbox/hidden";
        //- /node_modules/@cloudflare/sandbox/package.json
        { "exports": {
            ".": { "types": "./x.d.ts", "import": { "workerd": "./dist/w.js", "default": "./d.js" } },
            "./*": "./dist/sub/*.js", "./hidden": null } }
        //- /node_modules/@cloudflare/sandbox/dist/w.js
        import { t } from "./chunk.js"; export { t as Sandbox };
        //- /node_modules/@cloudflare/sandbox/dist/chunk.js
        var t = class extends B {}; export { t };
        //- /node_modules/@cloudflare/sandbox/dist/sub/deep.js
        export class Deep {}
        //- /app/node_modules/old/package.json
        { "main": "main.js", "module": "module" }
        //- /app/node_modules/old/lib/thing.js
        export class Old {}
        //- /app/node_modules/old/module.js
        export class Main {}
        """;
    assertThat(lookup(files, "UserSandbox"))
        .isEqualTo("CLASS /node_modules/@cloudflare/sandbox/dist/chunk.js t");
    assertThat(lookup(files, "Deep")).startsWith("CLASS ");
    assertThat(lookup(files, "Old")).startsWith("CLASS ");
    assertThat(lookup(files, "Main")).startsWith("CLASS ");
    assertThat(lookup(files, "Gone")).startsWith("not exported ");
    assertThat(lookup(files, "Hidden"))
        .isEqualTo("unknown: \"@cloudflare/sandbox/hidden\" was not found");
  }

  @Test
  void followsPackageImportsAndAliases() {
    var files =
        """
        //- /app/index.ts
        export { Room } from "#worker/room";
        export { Lobby } from "swap";
        //- /app/package.json
        { "imports": { "#worker/*": { "types": "./no.d.ts", "default": "./src/*.ts" } } }
        //- /app/src/room.ts
        export class Room {}
        //- /lobby.ts
        export class Lobby {}
        """;
    assertThat(lookup(files, "Room")).isEqualTo("CLASS /app/src/room.ts Room");
    assertThat(lookup(files, "Lobby", Map.of("swap", "./lobby")))
        .isEqualTo("CLASS /lobby.ts Lobby");
  }

  @Test
  void placesAreInUtf16Units() {
    assertThat(inEntry("ts", "const s = 'é😀';\nexport class Room {}", "Room"))
        .isEqualTo("CLASS /index.ts Room");
  }

  @Test
  void jsxAndTsxHaveTheirGrammars() {
    assertThat(inEntry("tsx", "const a = <b>{c}</b>; export class Room {}", "Room"))
        .startsWith("CLASS ");
    assertThat(inEntry("js", "const a = <b>{c}</b>; export class Other {}", "Room"))
        .isEqualTo("not exported [Other]");
  }

  /** More of them than are read at a time, over several levels, with a circle. */
  @Test
  void theModulesOfAProjectComeInTheOrderOfTheirImports() {
    var files = new LinkedHashMap<Path, String>();
    var entry = new StringBuilder();
    for (int i = 0; i < 200; i++) {
      entry.append("import './m%d';%n".formatted(i));
      files.put(
          Path.of("/m" + i + ".ts"),
          "import './m%d'; import './deep/d%d'; export class C%d {}".formatted(i / 2, i % 3, i));
    }
    files.put(Path.of("/index.ts"), entry + "import './missing'; import 'installed'; env.ROOM;");
    for (int i = 0; i < 3; i++) {
      files.put(Path.of("/deep/d" + i + ".ts"), "import '../index'; import './d2';");
    }
    files.put(Path.of("/node_modules/installed/index.js"), "export class No {}");
    try (var modules = new ModuleCache()) {
      var graph =
          new ModuleGraph(
              SourceFiles.NONE.with(files), modules, new Resolver(Map.of(), Path.of("/")));
      var expected = new ArrayList<>(List.of("/index.ts"));
      IntStream.range(0, 200).mapToObj("/m%d.ts"::formatted).forEach(expected::add);
      expected.addAll(List.of("/deep/d0.ts", "/deep/d1.ts", "/deep/d2.ts"));
      assertThat(graph.sources(Path.of("/index.ts")))
          .extracting(source -> source.file().toString())
          .containsExactlyElementsOf(expected);
      assertThat(graph.find(Path.of("/m199.ts"), "C199")).isInstanceOf(Exported.class);
    }
  }
}
