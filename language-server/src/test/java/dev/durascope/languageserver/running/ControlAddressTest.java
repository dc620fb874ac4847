package dev.durascope.languageserver.running;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ControlAddressTest {

  @TempDir Path directory;

  private void write(String text) throws IOException {
    var folder = Files.createDirectories(directory.resolve(".wrangler/durascope"));
    Files.writeString(folder.resolve("control.json"), text);
  }

  @Test
  void itIsReadFromTheFileOfARunningProject() throws IOException {
    assertThat(ControlAddress.of(directory)).isEmpty();
    write("{ \"url\": \"http://127.0.0.1:41234\", \"token\": \"t\", \"pid\": 1 }");
    assertThat(ControlAddress.of(directory))
        .contains(new ControlAddress(directory, URI.create("http://127.0.0.1:41234"), "t"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "[]",
        "{ \"url\": \"http://127.0.0.1:1\" }",
        "{ \"url\": {}, \"token\": \"t\" }",
        "{ \"url\": \"http://example.com:1\", \"token\": \"t\" }",
        "{ \"url\": \"https://127.0.0.1:1\", \"token\": \"t\" }",
        "{ \"url\": \"http://127.0.0.1 1\", \"token\": \"t\" }",
        "{ \"url\": \"http://127.0.0.1@example.com/\", \"token\": \"t\" }",
      })
  void theTokenIsSentToThisMachineOnly(String text) throws IOException {
    write(text);
    assertThat(ControlAddress.of(directory)).isEmpty();
  }
}
