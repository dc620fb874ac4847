package dev.durascope.model.env;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which files give values, and how they are read. */
class LocalVarsTest {
  @TempDir private Path directory;

  private void write(String name, String text) throws IOException {
    Files.writeString(directory.resolve(name), text);
  }

  private LocalVars.Request request(String... files) {
    return new LocalVars.Request(
        directory,
        Optional.of("staging"),
        List.of(files),
        Map.of("HOME", "/home/me"),
        Set.of("DECLARED"),
        Optional.empty());
  }

  @Test
  void theFileOfTheEnvironmentReplacesTheGeneralOne() throws Exception {
    write(".dev.vars", "A=1\nB=1");
    write(".env", "C=1");
    assertThat(LocalVars.read(request()).values()).isEqualTo(Map.of("A", "1", "B", "1"));
    write(".dev.vars.staging", "A=2");
    var read = LocalVars.read(request());
    assertThat(read.values()).isEqualTo(Map.of("A", "2"));
    assertThat(read.files()).containsExactly(directory.resolve(".dev.vars.staging"));
  }

  @Test
  void dotEnvFilesAddUp() throws Exception {
    write(".env", "A=1\nB=1\nC=1\nD=1");
    write(".env.local", "B=2");
    write(".env.staging", "C=3");
    write(".env.staging.local", "D=4");
    assertThat(LocalVars.read(request()).values())
        .isEqualTo(Map.of("A", "1", "B", "2", "C", "3", "D", "4"));
  }

  @Test
  void namedFilesReplaceTheUsualOnes() throws Exception {
    write(".dev.vars", "A=1");
    write("one.env", "B=1\nC=1");
    write("two.env", "C=2");
    assertThat(LocalVars.read(request("one.env", "two.env", "none.env")).values())
        .isEqualTo(Map.of("B", "1", "C", "2"));
  }

  @Test
  void requiredSecretsComeFromTheProcessToo() throws Exception {
    write(".env", "DECLARED=1\nOTHER=2");
    var request =
        new LocalVars.Request(
            directory,
            Optional.empty(),
            List.of(),
            Map.of("TOKEN", "t", "HOME", "h"),
            Set.of("DECLARED"),
            Optional.of(List.of("TOKEN", "KEY")));
    var read = LocalVars.read(request);
    assertThat(read.values()).isEqualTo(Map.of("DECLARED", "1", "TOKEN", "t"));
    assertThat(read.missing()).containsExactly("KEY");
  }

  @Test
  void allThatWouldBeReadIsWatched() throws Exception {
    assertThat(LocalVars.read(request()).candidates())
        .extracting(file -> file.getFileName().toString())
        .containsExactly(
            ".dev.vars.staging",
            ".dev.vars",
            ".env",
            ".env.local",
            ".env.staging",
            ".env.staging.local");
  }

  @Test
  void linesAreReadAsDotenvReadsThem() {
    var text =
        """
        # comment
        PLAIN=plain value   # comment
        export EXPORTED=yes
        EMPTY=
        COLON: value
        SINGLE='a # b \\n'
        DOUBLE="a\\nb"
        BACK=`'"`
        SPACED =  padded\s\s
        MULTI="one
        two"
        JSON={"a": 1}
        HASH=a#b
        PLAIN=last wins
        no line at all
        """;
    assertThat(DotEnv.parse(text))
        .containsExactlyInAnyOrderEntriesOf(
            Map.ofEntries(
                Map.entry("PLAIN", "last wins"),
                Map.entry("EXPORTED", "yes"),
                Map.entry("EMPTY", ""),
                Map.entry("COLON", "value"),
                Map.entry("SINGLE", "a # b \\n"),
                Map.entry("DOUBLE", "a\nb"),
                Map.entry("BACK", "'\""),
                Map.entry("SPACED", "padded"),
                Map.entry("MULTI", "one\ntwo"),
                Map.entry("JSON", "{\"a\": 1}"),
                Map.entry("HASH", "a")));
  }

  @Test
  void referencesAreResolved() throws Exception {
    write(
        ".env",
        """
        HOST=example.com
        URL=https://$HOST/${HOST}
        PORT=${PORT_OF:-8080}
        WITH=${HOST:+yes}
        WITHOUT=${NOTHING:+yes}
        COST=\\$5
        """);
    assertThat(LocalVars.read(request()).values())
        .isEqualTo(
            Map.of(
                "HOST", "example.com",
                "URL", "https://example.com/example.com",
                "PORT", "8080",
                "WITH", "yes",
                "WITHOUT", "",
                "COST", "$5"));
  }
}
