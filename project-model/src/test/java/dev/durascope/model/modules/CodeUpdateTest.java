package dev.durascope.model.modules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever is typed, what is read of the changed part alone is what reading all of it gives. */
class CodeUpdateTest {

  private static final String TEXT =
      """
      import { DurableObject, env as E } from "cloudflare:workers";
      import './é😀';
      const stub = E.ROOM.get(E.ROOM.idFromName("é"));
      await stub.join({ name: "x", list: [1, ...more] }, `plain`);

      export class Room extends DurableObject<Env> {
        count = 0;
        #held = new Map();
        handler = async () => { await this.ctx.storage.put("a", 1); };
        constructor(ctx, env) { super(ctx, env); hand(this); }
        async fetch(request) {
          this.ctx.acceptWebSocket(server);
          this.count++;
          for (const row of this.ctx.storage.sql.exec("select 1")) { await fetch(row.url); }
          try { const other = this.env.ROOM.getByName("b"); await other.say(this.count); } catch {}
        }
        static make() { return class Inner { m() { return this.x; } }; }
      }

      class Plain { a() { setTimeout(() => this.b(), 1); } b() {} }
      function helper(s) { return s.get("x").call(1); }
      export default {
        async fetch(request, env) { return env.ROOM.get(id).fetch(request); },
        scheduled: (event, bindings) => { bindings.ROOM.jurisdiction("eu").newUniqueId(); },
      };
      """;

  private static final String[] PIECES = {
    "",
    "x",
    "é",
    "😀",
    "\n",
    " ",
    "{",
    "}",
    "(",
    ")",
    "'",
    "class N { m() {} }",
    "/*",
    "*/",
    "await f();",
    "this.y = 1;",
    "stub",
    "acceptWebSocket(",
    "import 'z';",
    "default ",
    "env",
    "const stub = a.get(b);",
    "m() { return this.count; }",
    ";",
    "stub.say();",
    "//"
  };

  /** Both read the same tree: where a text is broken, how it came to be may shape its tree. */
  @Test
  void editsGiveWhatReadingAllGives() {
    var chance = new Random(11);
    var grammar = Grammar.TYPESCRIPT;
    var text = TEXT;
    var tree = SyntaxTree.parse(text, grammar);
    var code = CodeReader.read(tree, grammar);
    int updates = 0;
    int rounds = 1_500;
    for (int round = 0; round < rounds; round++) {
      var before = text;
      int start = boundary(text, chance.nextInt(text.length() + 1));
      int end = boundary(text, Math.min(text.length(), start + chance.nextInt(3)));
      text =
          round % 8 == 7
              ? TEXT
              : text.substring(0, start)
                  + PIECES[chance.nextInt(PIECES.length)]
                  + text.substring(Math.max(start, end));
      tree = tree.edited(text);
      var whole = CodeReader.read(tree, grammar);
      var updated = CodeUpdate.of(code, before, tree, grammar);
      if (updated.isPresent()) {
        updates++;
        assertThat(updated.get()).as("round %d: %s", round, text).isEqualTo(whole);
      }
      code = whole;
    }
    tree.close();
    assertThat(updates).as("of %d edits", rounds).isGreaterThan(rounds / 2);
  }

  @Test
  void blanksPutAnywhereOrTakenAwayGiveWhatReadingAllGives() {
    var grammar = Grammar.TYPESCRIPT;
    var text =
        TEXT
            + """
            abstract class Base { m() { return this.ctx.storage.get("a"); } }
            async function load() { await fetch("x"); }

            type Name = string
            declare class Told { n(): void }
            let a = 1
            let b = stub
            (load)()
            """;
    for (int at = 0; at <= text.length(); at++) {
      for (var blank : new String[] {"", " ", "\n"}) {
        int end = blank.isEmpty() ? Math.min(at + 1, text.length()) : at;
        if (Character.isLowSurrogate(text.charAt(Math.min(at, text.length() - 1)))
            || !text.substring(at, end).isBlank()) {
          continue;
        }
        try (var tree = SyntaxTree.parse(text, grammar)) {
          var code = CodeReader.read(tree, grammar);
          var now = text.substring(0, at) + blank + text.substring(end);
          try (var edited = tree.edited(now)) {
            CodeUpdate.of(code, text, edited, grammar)
                .ifPresent(
                    updated ->
                        assertThat(updated).as(now).isEqualTo(CodeReader.read(edited, grammar)));
          }
        }
      }
    }
  }

  /** As a session does: each update is made from the one before it, and nothing is read anew. */
  @Test
  void manyEditsInARowGiveWhatReadingAllGives() {
    int lengthOfChains = 0;
    int chains = 60;
    for (int seed = 0; seed < chains; seed++) {
      lengthOfChains += chain(new Random(seed), "seed " + seed);
    }
    assertThat(lengthOfChains).as("updates in %d chains", chains).isGreaterThan(chains * 8);
  }

  /** How many updates were made, the last of which is compared. */
  private static int chain(Random chance, String seed) {
    var grammar = Grammar.TYPESCRIPT;
    var text = TEXT;
    var tree = SyntaxTree.parse(text, grammar);
    var code = CodeReader.read(tree, grammar);
    int updates = 0;
    for (int i = 0; i < 40; i++) {
      var before = text;
      text = edited(text, chance);
      tree = tree.edited(text);
      var updated = CodeUpdate.of(code, before, tree, grammar);
      updates += updated.isPresent() ? 1 : 0;
      var read = tree;
      code = updated.orElseGet(() -> CodeReader.read(read, grammar));
    }
    assertThat(code).as("%s: %s", seed, text).isEqualTo(CodeReader.read(tree, grammar));
    tree.close();
    return updates;
  }

  /** With a piece put in, or a few characters taken out, or a piece that stands there. */
  private static String edited(String text, Random chance) {
    int start = boundary(text, chance.nextInt(text.length() + 1));
    int end = boundary(text, Math.min(text.length(), start + chance.nextInt(3)));
    var piece = PIECES[chance.nextInt(PIECES.length)];
    int standing = piece.isEmpty() ? -1 : text.indexOf(piece, start);
    return chance.nextInt(3) == 0 && standing >= 0
        ? text.substring(0, standing) + text.substring(standing + piece.length())
        : text.substring(0, start) + piece + text.substring(Math.max(start, end));
  }

  private static int boundary(String text, int offset) {
    boolean inside =
        offset > 0 && offset < text.length() && Character.isLowSurrogate(text.charAt(offset));
    return inside ? offset - 1 : offset;
  }
}
