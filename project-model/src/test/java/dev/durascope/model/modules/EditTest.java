package dev.durascope.model.modules;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EditTest {

  @Test
  void whatIsPutInStandsBetweenWhatBothHave() {
    assertThat(Edit.between("ab", "axb")).isEqualTo(new Edit(1, 1, 2));
    assertThat(Edit.between("axb", "ab")).isEqualTo(new Edit(1, 2, 1));
    assertThat(Edit.between("axb", "ayyb")).isEqualTo(new Edit(1, 2, 3));
    assertThat(Edit.between("same", "same")).isEqualTo(new Edit(4, 4, 4));
  }

  @Test
  void aFunctionTypedAboveAnotherTouchesNeither() {
    var above = "class A {\n}\n";
    var below = "\nexport class B {}\n";
    var typed = "\nexport function f() {}\n";
    assertThat(Edit.between(above + below, above + typed + below))
        .isEqualTo(new Edit(above.length(), above.length(), above.length() + typed.length()));
    assertThat(Edit.between(above + typed + below, above + below))
        .isEqualTo(new Edit(above.length(), above.length() + typed.length(), above.length()));
  }

  @Test
  void longTextsThatBothHaveAreNoPartOfIt() {
    var much = "a line\n".repeat(1_000);
    for (int length : new int[] {1_000, 1_023, 1_024, 1_025, 5_000}) {
      var same = much.substring(0, length);
      assertThat(Edit.between(same + "-" + same, same + "+" + same))
          .isEqualTo(new Edit(length, length + 1, length + 1));
      assertThat(Edit.between(same, same)).isEqualTo(new Edit(length, length, length));
      assertThat(Edit.between(same, "+" + same)).isEqualTo(new Edit(0, 0, 1));
      assertThat(Edit.between(same, same + "+")).isEqualTo(new Edit(length, length, length + 1));
    }
  }

  @Test
  void noCharacterIsCutInTwo() {
    assertThat(Edit.between("😀", "😁")).isEqualTo(new Edit(0, 2, 2));
    assertThat(Edit.between("a\uD83D\uDE00", "a\uD83E\uDE00")).isEqualTo(new Edit(1, 3, 3));
  }
}
