package dev.durascope.model.modules;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class InnerExpressionsTest {

  /**
   * The marks are taken out of the text; each must be, or not be, where a part of a statement is.
   */
  private static void check(boolean expected, String marked) {
    var text = marked.replace("<|>", "");
    int marks = 0;
    for (int at = marked.indexOf("<|>"); at >= 0; at = marked.indexOf("<|>", at + 1)) {
      int offset = at - 3 * marks++;
      assertThat(InnerExpressions.begin(text, offset))
          .as("before " + text.substring(offset).lines().findFirst().orElse(""))
          .isEqualTo(expected);
    }
    assertThat(marks).isPositive();
  }

  @Test
  void statements_and_functions_are_no_parts_of_statements() {
    check(
        false,
        """
        <|>import { a } from "b";
        <|>  /* é */ const one = a(),
          <|>two = 2;
        <|>function f(<|>x = 1) { <|>return x; }
        <|>class Room {
          <|>async fetch(request) {
            <|>if (x) <|>{ <|>go(); } else { <|>stay(); }
          }
          <|>field = f();
        }
        export default {
          <|>fetch() { <|>a(); },
          <|>alarm: async () => <|>b(),
          <|>scheduled(controller) {},
        };
        list.map(<|>(x) => <|>x * 2, <|>function () { <|>y(); }, <|>class {});
        """);
  }

  @Test
  void arguments_operands_and_what_a_comma_has_joined_are() {
    check(
        true,
        """
        const é = f(
          <|>g(1),
        <|>    h);
        return <|>await this.put(1), <|>f(x);
        const o = { <|>a: 1,
          <|>b: g(2), ...<|>rest };
        a ? <|>b() : <|>c();
        x = <|>1 + <|>f();
        """
            .replace("<|>1 +", "1 +"));
  }
}
