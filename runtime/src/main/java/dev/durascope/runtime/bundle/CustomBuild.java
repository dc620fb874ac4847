package dev.durascope.runtime.bundle;

import static java.util.stream.Collectors.joining;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The configuration's {@code [build]}: a command of the project's own that makes the entry before
 * it is bundled.
 *
 * <p>It runs in a shell, with the variable {@code WRANGLER_COMMAND} that such commands look at. The
 * programs of the project's packages ({@code node_modules/.bin}, here and in the directories above)
 * come first on its path, as npm puts them there for the scripts that start wrangler: such commands
 * name them plainly. Its output, of both kinds, is handed on line by line while it runs. It gets no
 * input.
 *
 * @param cwd where it runs, absolute
 */
public record CustomBuild(String command, Path cwd) {

  /** Runs the command to its end. */
  public void run(Consumer<String> output) throws BundleException, InterruptedException {
    if (!Files.isDirectory(cwd)) {
      throw failure("cannot run, since its directory %s does not exist".formatted(cwd), null);
    }
    var builder = new ProcessBuilder(shell()).directory(cwd.toFile()).redirectErrorStream(true);
    builder.redirectInput(Redirect.from(nullDevice().toFile()));
    builder.environment().put("WRANGLER_COMMAND", "dev");
    builder
        .environment()
        .merge("PATH", packagePrograms(), (path, ours) -> ours + File.pathSeparator + path);
    Process process;
    try {
      process = builder.start();
    } catch (IOException e) {
      throw failure("cannot be started: " + e.getMessage(), e);
    }
    var copier = Thread.ofVirtual().name("custom-build-output").start(() -> copy(process, output));
    int exit;
    try {
      exit = process.waitFor();
      copier.join();
    } catch (InterruptedException e) {
      process.descendants().forEach(ProcessHandle::destroy);
      process.destroy();
      throw e;
    }
    if (exit != 0) {
      throw failure("failed with exit code " + exit + "; its own output says why", null);
    }
  }

  private static void copy(Process process, Consumer<String> output) {
    try (BufferedReader reader = process.inputReader()) {
      reader.lines().forEach(output);
    } catch (IOException | UncheckedIOException e) {
      // The command was stopped.
    }
  }

  /** Where packages have their programs, nearest first. */
  private String packagePrograms() {
    return Stream.iterate(cwd, Objects::nonNull, Path::getParent)
        .map(directory -> directory.resolve("node_modules/.bin").toString())
        .collect(joining(File.pathSeparator));
  }

  private List<String> shell() {
    return isWindows() ? List.of("cmd", "/d", "/s", "/c", command) : List.of("sh", "-c", command);
  }

  private static Path nullDevice() {
    return Path.of(isWindows() ? "NUL" : "/dev/null");
  }

  private static boolean isWindows() {
    return System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows");
  }

  private BundleException failure(String what, @Nullable Throwable cause) {
    return new BundleException(
        "The custom build `%s` ([build] command in the wrangler configuration) %s."
            .formatted(command, what),
        cause);
  }
}
