package dev.durascope.intellij;

import com.intellij.openapi.application.PathManager;
import com.intellij.util.EnvironmentUtil;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Where the {@code durascope} command is, or why it is nowhere.
 *
 * <p>Three places are looked at, the first that has it wins: the variable {@value #VARIABLE}, the
 * folder {@code server} inside the plugin, the PATH. A variable that leads to nothing is an error
 * rather than a reason to look further: who sets it wants that command and no other.
 */
sealed interface DurascopeCommand {
  String VARIABLE = "DURASCOPE_COMMAND";
  String NAME = "durascope";

  /** The command, ready to be run. */
  record Found(Path executable) implements DurascopeCommand {}

  /** No command; the text says what to do. */
  record Missing(String remedy) implements DurascopeCommand {}

  /**
   * Looks in the IDE's environment, which on macOS is the login shell's, and beside this plugin.
   */
  static DurascopeCommand locate() {
    String jar = PathManager.getJarPathForClass(DurascopeCommand.class);
    Optional<Path> pluginFolder =
        Optional.ofNullable(jar).map(Path::of).map(Path::getParent).map(Path::getParent);
    return locate(EnvironmentUtil.getEnvironmentMap(), pluginFolder);
  }

  static DurascopeCommand locate(Map<String, String> environment, Optional<Path> pluginFolder) {
    String named = environment.get(VARIABLE);
    if (named != null && !named.isBlank()) {
      return executable(named)
          .<DurascopeCommand>map(Found::new)
          .orElseGet(
              () -> new Missing(VARIABLE + " names " + named + ", which is no executable file."));
    }
    Optional<Path> bundled =
        pluginFolder
            .map(folder -> folder.resolve("server/bin").resolve(NAME))
            .filter(Files::isExecutable);
    if (bundled.isPresent()) {
      return new Found(bundled.get());
    }
    for (String folder : environment.getOrDefault("PATH", "").split(File.pathSeparator, -1)) {
      Optional<Path> onPath = executable(folder.isEmpty() ? "." : folder, NAME);
      if (onPath.isPresent()) {
        return new Found(onPath.get());
      }
    }
    return new Missing(
        "The command \"durascope\" was not found. Put it on the PATH, or set "
            + VARIABLE
            + " to its path, and restart the IDE.");
  }

  private static Optional<Path> executable(String first, String... more) {
    try {
      Path path = Path.of(first, more);
      return Files.isRegularFile(path) && Files.isExecutable(path)
          ? Optional.of(path)
          : Optional.empty();
    } catch (InvalidPathException noPath) {
      return Optional.empty();
    }
  }
}
