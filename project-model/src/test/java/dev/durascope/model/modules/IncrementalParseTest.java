package dev.durascope.model.modules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * However a text came to be, keystroke by keystroke, it is read as if it had been there at once.
 */
class IncrementalParseTest {

  private static final String TEXT =
      """
      import { A as B, type C } from './é😀';
      export * from "./stars";
      export { B as Room, default as Lobby } from './rooms';
      /* 😀 */ export class Chat<in out T> extends Base { accessor x = 1; static accessor y = 2; }
      export const { D, e: [F] } = make<A>(1), G = class {};
      export default <Handler<Env>>{ fetch() { return `${1}`; } };
      """;

  private static final String[] PIECES = {
    "", "x", "é", "😀", "\n", "export ", "{", "}", "'", "class N {}", "/*", "*/", "type "
  };

  /** Repeatable: the seed is fixed. */
  @Test
  void editsGiveWhatAFreshParseGives() {
    var chance = new Random(7);
    var text = TEXT;
    var tree = SyntaxTree.parse(text, Grammar.TYPESCRIPT);
    for (int round = 0; round < 400; round++) {
      int start = boundary(text, chance.nextInt(text.length() + 1));
      int end = boundary(text, Math.min(text.length(), start + chance.nextInt(6)));
      text =
          text.substring(0, start)
              + PIECES[chance.nextInt(PIECES.length)]
              + text.substring(Math.max(start, end));
      if (round % 20 == 19) {
        text = TEXT;
      }
      tree = tree.edited(text);
      if (round % 20 == 0 || round % 20 == 19) {
        assertThat(ModuleReader.read(text, tree)).isEqualTo(fresh(text));
      }
    }
    tree.close();
  }

  private static Module fresh(String text) {
    try (var tree = SyntaxTree.parse(text, Grammar.TYPESCRIPT)) {
      return ModuleReader.read(text, tree);
    }
  }

  private static int boundary(String text, int offset) {
    boolean inside =
        offset > 0 && offset < text.length() && Character.isLowSurrogate(text.charAt(offset));
    return inside ? offset - 1 : offset;
  }
}
