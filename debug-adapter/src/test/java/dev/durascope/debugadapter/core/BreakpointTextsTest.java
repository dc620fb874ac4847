package dev.durascope.debugadapter.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class BreakpointTextsTest {

  @Test
  void hit_conditions_choose_their_hits() {
    assertThat(hits("3")).containsExactly(3L);
    assertThat(hits("== 3")).containsExactly(3L);
    assertThat(hits(">3")).containsExactly(4L, 5L, 6L);
    assertThat(hits(">= 3 ")).containsExactly(3L, 4L, 5L, 6L);
    assertThat(hits("<3")).containsExactly(1L, 2L);
    assertThat(hits("<= 3")).containsExactly(1L, 2L, 3L);
    assertThat(hits("%2")).containsExactly(2L, 4L, 6L);
  }

  @Test
  void other_texts_are_no_hit_conditions() {
    assertThat(HitCondition.parse("often")).isEmpty();
    assertThat(HitCondition.parse("% 0")).isEmpty();
    assertThat(HitCondition.parse("-1")).isEmpty();
    assertThat(HitCondition.parse("")).isEmpty();
  }

  private static LongStream hits(String condition) {
    var parsed = HitCondition.parse(condition).orElseThrow();
    return LongStream.rangeClosed(1, 6).filter(parsed::matches);
  }

  @Test
  void log_messages_are_text_and_expressions() {
    assertThat(LogMessage.parse("a {b} c").parts())
        .containsExactly(
            new LogMessage.Text("a "), new LogMessage.Expression("b"), new LogMessage.Text(" c"));
    assertThat(LogMessage.parse("{f({x: 1})}").parts())
        .containsExactly(new LogMessage.Expression("f({x: 1})"));
    assertThat(LogMessage.parse("\\{a} and {open").parts())
        .containsExactly(new LogMessage.Text("{a} and {open"));
  }
}
