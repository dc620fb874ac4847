package dev.durascope.model.modules;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What is known of a module while it is typed. */
class ModuleCacheTest {

  private static final Path FILE = Path.of("/project/index.ts");

  private static final String TEXT =
      """
      import { DurableObject } from "cloudflare:workers";
      import './é😀';
      export class Room extends DurableObject<Env> {
        count = 0;
        async fetch(request) {
          await this.ctx.storage.put("a", 1);
          return new Response("é");
        }
        async alarm() { for (const row of this.ctx.storage.sql.exec("x")) { await fetch(row.url); } }
      }

      export class Hall { m() { setTimeout(() => this.b(), 1); } b() {} }
      export default { async fetch(request, env) { return env.ROOM.get(id).fetch(request); } };
      """;

  private static final String[] TYPED = {
    "  async join(name: string) { await this.ctx.storage.put(`n${name}`, [1, { a: 'é' }]); }\n",
    "\nexport class Lobby extends DurableObject<Env> { x = (a, b) => ({ a, b }); }\n",
    "/* a comment */",
    "export default ",
    "const x = 'y'; // 😀\n",
    "{}",
    ")",
    "if (a) ",
  };

  /** Character by character, at any place; what is typed stays, or is taken out again. */
  @Test
  void whatIsInOrderIsReadAsIfItHadBeenThereAtOnce() {
    int inOrder = 0;
    int faulty = 0;
    for (int seed = 0; seed < 40; seed++) {
      var chance = new Random(seed);
      var text = TEXT;
      try (var cache = new ModuleCache()) {
        cache.module(files(text), FILE);
        for (int word = 0; word < 3; word++) {
          var typed = TYPED[chance.nextInt(TYPED.length)];
          int at = lineStart(text, chance.nextInt(text.length()));
          for (int length = 1; length <= typed.length(); length++) {
            if (!Character.isHighSurrogate(typed.charAt(length - 1))) {
              var now = text.substring(0, at) + typed.substring(0, length) + text.substring(at);
              boolean sound = isAsFresh(cache, now);
              inOrder += sound ? 1 : 0;
              faulty += sound ? 0 : 1;
            }
          }
          if (chance.nextBoolean()) {
            text = text.substring(0, at) + typed + text.substring(at);
          }
          isAsFresh(cache, text);
        }
      }
    }
    assertThat(inOrder).isGreaterThan(100);
    assertThat(faulty).isGreaterThan(200);
  }

  /** Whether the text is in order; then all that is known of it is compared. */
  private static boolean isAsFresh(ModuleCache cache, String text) {
    var module = cache.module(files(text), FILE).orElseThrow();
    var code = cache.code(files(text), FILE).orElseThrow();
    assertThat(code.calls()).as(text).allMatch(call -> call.span().end() <= text.length());
    assertThat(code.classes()).as(text).allMatch(type -> type.span().end() <= text.length());
    boolean undecided = cache.isUndecided();
    assertThat(cache.decide(() -> false)).as(text).isFalse();
    try (var tree = SyntaxTree.parse(text, Grammar.TYPESCRIPT)) {
      if (!tree.isSound()) {
        assertThat(module.complete()).as(text).isFalse();
        return false;
      }
      assertThat(undecided).as(text).isFalse();
      assertThat(module).as(text).isEqualTo(ModuleReader.read(text, tree));
      assertThat(code).as(text).isEqualTo(CodeReader.read(tree, Grammar.TYPESCRIPT));
      return true;
    }
  }

  @Test
  void whatWasExportedStaysSoWhileSomethingIsTypedBeforeIt() {
    try (var cache = new ModuleCache()) {
      cache.module(files(TEXT), FILE);
      var typed = TEXT.replace("export class Hall", "function open(a {\n\nexport class Hall");
      var module = cache.module(files(typed), FILE).orElseThrow();
      var hall = module.own("Hall").orElseThrow();
      assertThat(hall.place().of(typed)).isEqualTo("Hall");
      assertThat(module.own("Room")).isPresent();
      assertThat(module.complete()).isFalse();
      var alarm = cache.code(files(typed), FILE).orElseThrow().classes().getFirst().methods();
      assertThat(alarm).extracting(method -> method.span().of(typed)).contains("fetch", "alarm");
    }
  }

  @Test
  void whatIsTakenOutIsGoneAtOnce() {
    try (var cache = new ModuleCache()) {
      cache.module(files(TEXT), FILE);
      int hall = TEXT.indexOf("export class Hall");
      var torn = TEXT.substring(0, hall) + "(" + TEXT.substring(TEXT.indexOf("export default"));
      assertThat(cache.module(files(torn), FILE).orElseThrow().own("Hall")).isEmpty();
      assertThat(cache.code(files(torn), FILE).orElseThrow().classes()).hasSize(1);
    }
  }

  /** A piece too long to be looked through with a keystroke comes to light. */
  @Test
  void whatTakesLongIsDecidedLater() {
    var much = "export function f() { return [1, 2, 3].map((x) => x + 1); }\n".repeat(400);
    var hidden = "/*\n" + much + "// */\nexport class Room {}\n";
    try (var cache = new ModuleCache()) {
      cache.module(files(hidden), FILE);
      var shown = hidden.substring("/*".length());
      var before = cache.module(files(shown), FILE).orElseThrow();
      assertThat(cache.isUndecided()).isTrue();
      assertThat(before.complete()).isFalse();
      assertThat(before.own("f")).isEmpty();
      assertThat(cache.decide(() -> true)).isFalse();
      assertThat(cache.isUndecided()).isTrue();
      assertThat(cache.decide(() -> false)).isTrue();
      assertThat(cache.isUndecided()).isFalse();
      assertThat(cache.module(files(shown), FILE).orElseThrow().own("f")).isPresent();
    }
  }

  private static int lineStart(String text, int offset) {
    return text.lastIndexOf('\n', offset) + 1;
  }

  private static SourceFiles files(String text) {
    return SourceFiles.NONE.with(Map.of(FILE, text));
  }
}
