package dev.durascope.runtime.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The file of facets' numbers, against bytes that workerd has written. */
class FacetIndexTest {
  /** Of the facets {@code a}, {@code b} and {@code as} of an object, and {@code d} of {@code a}. */
  private static final byte[] RECORDED =
      HexFormat.of()
          .parseHex(
              "57efb0c55bcecdc4" + "0000010061" + "0000010062" + "000002006173" + "0100010064");

  @TempDir private Path folder;

  private Path file() {
    return folder.resolve("0.facets");
  }

  @Test
  void writesWhatWorkerdWrites() throws IOException {
    var index = FacetIndex.in(file());
    assertThat(index.number(0, "a")).isEqualTo(1);
    assertThat(index.number(0, "b")).isEqualTo(2);
    assertThat(index.number(0, "as")).isEqualTo(3);
    assertThat(index.number(1, "d")).isEqualTo(4);
    assertThat(index.number(0, "b")).isEqualTo(2);

    assertThat(Files.readAllBytes(file())).isEqualTo(RECORDED);
  }

  @Test
  void readsWhatWorkerdHasWritten() throws IOException {
    Files.write(file(), RECORDED);

    var index = FacetIndex.in(file());

    assertThat(index.children(0)).containsExactly(1, 2, 3);
    assertThat(index.children(1)).containsExactly(4);
    assertThat(index.name(4)).isEqualTo("d");
    assertThat(index.number(0, "new")).isEqualTo(5);
  }

  @Test
  void writesOverADamagedTail() throws IOException {
    Files.write(file(), RECORDED);
    Files.write(file(), new byte[] {0, 0, 9, 0, 'x'}, StandardOpenOption.APPEND);

    assertThat(FacetIndex.in(file()).number(0, "new")).isEqualTo(5);

    var again = FacetIndex.in(file());
    assertThat(again.children(0)).containsExactly(1, 2, 3, 5);
  }

  @Test
  void makesNoFileBeforeThereIsAFacet() {
    assertThat(FacetIndex.in(file()).children(0)).isEmpty();
    assertThat(file()).doesNotExist();
  }
}
