package dev.durascope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durascope.cli.command.Console;
import dev.durascope.runtime.lifecycle.Deletion;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AgreementTest {
  @ParameterizedTest
  @CsvSource({"y, true", "Yes, true", "n, false", "'', false", "no way, false"})
  void onlyAYesIsAYes(String answer, boolean agreed) {
    var out = new ByteArrayOutputStream();
    var printed = new PrintStream(out, true, StandardCharsets.UTF_8);
    var in = new ByteArrayInputStream((answer + "\n").getBytes(StandardCharsets.UTF_8));
    var console = new Console(in, printed, printed, Path.of("").toAbsolutePath());
    var deletions = List.of(new Deletion("chat", "Room", 12, "migration \"v2\"", "x"));
    assertThat(Agreement.asking(console).to(deletions)).isEqualTo(agreed);
    assertThat(out.toString(StandardCharsets.UTF_8))
        .isEqualTo(
            "The configuration deletes Room (12 objects). Delete the data of this machine? (y/N) ");
  }
}
