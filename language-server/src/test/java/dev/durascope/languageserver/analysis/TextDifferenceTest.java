package dev.durascope.languageserver.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What has to be replaced in a text to make another one of it. */
class TextDifferenceTest {

  private static final Path FILE = Path.of("/file");

  @Test
  void onlyWhatIsNew() {
    var edits = TextDifference.of(FILE, "a\nb = 1\nc\nd\n", "a\nb = 2\nc\nnew\nd\n");
    assertThat(edits)
        .extracting(each -> each.place().span().start() + "-" + each.text())
        .containsExactly("6-2", "10-new\n");
  }

  @Test
  void theSameTextHasNoDifference() {
    assertThat(TextDifference.of(FILE, "a\r\nb", "a\r\nb")).isEmpty();
    assertThat(TextDifference.of(FILE, "", "")).isEmpty();
  }

  @Test
  void aLineBreakAndACharacterAreNotSplit() {
    assertThat(TextDifference.of(FILE, "a\r\nb", "a\nb"))
        .extracting(each -> each.place().span().length())
        .containsExactly(2);
    assertThat(TextDifference.of(FILE, "\ud83d\ude00", "\ud83d\ude01"))
        .extracting(each -> each.text())
        .containsExactly("\ud83d\ude01");
  }

  @Test
  void theEditsMakeTheOneOfTheOther() {
    var random = new Random(7);
    for (int round = 0; round < 2000; round++) {
      var before = text(random);
      var after = text(random);
      assertThat(new Fix("", TextDifference.of(FILE, before, after)).applyTo(FILE, before))
          .as("%s to %s", before, after)
          .isEqualTo(after);
    }
  }

  private static String text(Random random) {
    return random
        .ints(random.nextInt(40), 0, 5)
        .mapToObj(i -> new String[] {"a", "bb", "\n", "\r\n", "\ud83d\ude00"}[i])
        .collect(Collectors.joining());
  }
}
