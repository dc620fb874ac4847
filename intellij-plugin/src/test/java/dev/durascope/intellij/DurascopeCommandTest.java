package dev.durascope.intellij;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durascope.intellij.DurascopeCommand.Found;
import dev.durascope.intellij.DurascopeCommand.Missing;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DurascopeCommandTest {
  @TempDir Path folder;

  @Test
  void theVariableWinsOverThePluginAndThePluginOverThePath() throws IOException {
    var named = executable("named/my-durascope");
    var bundled = executable("plugin/server/bin/durascope");
    var onPath = executable("bin/durascope");
    var plugin = Optional.of(folder.resolve("plugin"));
    var path = folder.resolve("elsewhere") + File.pathSeparator + folder.resolve("bin");

    assertThat(
            DurascopeCommand.locate(
                Map.of("DURASCOPE_COMMAND", named.toString(), "PATH", path), plugin))
        .isEqualTo(new Found(named));
    assertThat(DurascopeCommand.locate(Map.of("PATH", path), plugin)).isEqualTo(new Found(bundled));
    assertThat(DurascopeCommand.locate(Map.of("PATH", path), Optional.empty()))
        .isEqualTo(new Found(onPath));
  }

  @Test
  void aVariableThatLeadsToNothingIsAnErrorThatNamesIt() throws IOException {
    executable("bin/durascope");
    var text = Files.writeString(folder.resolve("notes.txt"), "no program");
    for (var wrong :
        new String[] {folder.resolve("gone").toString(), text.toString(), folder.toString()}) {
      assertThat(
              DurascopeCommand.locate(
                  Map.of("DURASCOPE_COMMAND", wrong, "PATH", folder.resolve("bin").toString()),
                  Optional.empty()))
          .isEqualTo(
              new Missing("DURASCOPE_COMMAND names " + wrong + ", which is no executable file."));
    }
  }

  @Test
  void withoutACommandTheUserLearnsWhatToDo() {
    assertThat(DurascopeCommand.locate(Map.of(), Optional.of(folder)))
        .isInstanceOfSatisfying(
            Missing.class,
            missing -> assertThat(missing.remedy()).contains("PATH", "DURASCOPE_COMMAND"));
  }

  private Path executable(String name) throws IOException {
    var file = folder.resolve(name);
    Files.createDirectories(Objects.requireNonNull(file.getParent()));
    Files.writeString(file, "#!/bin/sh\n");
    assertThat(file.toFile().setExecutable(true)).isTrue();
    return file;
  }
}
