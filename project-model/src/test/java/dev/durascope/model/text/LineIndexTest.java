package dev.durascope.model.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LineIndexTest {

  private static final String TEXT = "ab\r\n😀c\rd\n\n";

  @Test
  void everyOffsetComesBackFromItsPosition() {
    var lines = LineIndex.of(TEXT);
    assertThat(lines.lineCount()).isEqualTo(5);
    for (int offset = 0; offset <= TEXT.length(); offset++) {
      boolean insideBreak = offset == 3;
      if (!insideBreak) {
        assertThat(lines.offset(lines.position(offset))).isEqualTo(offset);
      }
    }
  }

  @Test
  void columnsAreUtf16Units() {
    assertThat(LineIndex.of(TEXT).position(6)).isEqualTo(new Position(1, 2));
  }

  @Test
  void columnsMayBeBytesOrCodePoints() {
    var bytes = LineIndex.of("é\n😀c").counting(ColumnUnit.UTF_8);
    assertThat(bytes.position(1)).isEqualTo(new Position(0, 2));
    assertThat(bytes.position(4)).isEqualTo(new Position(1, 4));
    assertThat(bytes.offset(new Position(1, 5))).isEqualTo(5);
    assertThat(bytes.offset(new Position(1, 2))).as("within a character").isEqualTo(2);
    var points = LineIndex.of("é\n😀c").counting(ColumnUnit.UTF_32);
    assertThat(points.position(5)).isEqualTo(new Position(1, 2));
    assertThat(points.offset(new Position(1, 1))).isEqualTo(4);
    assertThat(points.offset(new Position(1, 9))).isEqualTo(5);
  }

  @Test
  void linesExcludeTheirBreak() {
    var lines = LineIndex.of(TEXT);
    assertThat(lines.line(0).of(TEXT)).isEqualTo("ab");
    assertThat(lines.line(1).of(TEXT)).isEqualTo("😀c");
    assertThat(lines.line(4).of(TEXT)).isEmpty();
  }

  @Test
  void whatLiesBehindTheTextIsClamped() {
    var lines = LineIndex.of("ab\nc");
    assertThat(lines.offset(new Position(0, 99))).isEqualTo(2);
    assertThat(lines.offset(new Position(9, 0))).isEqualTo(4);
    assertThat(lines.position(99)).isEqualTo(new Position(1, 1));
  }
}
