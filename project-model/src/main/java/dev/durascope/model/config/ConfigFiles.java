package dev.durascope.model.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Which files are wrangler configurations, and which of several wins. */
public final class ConfigFiles {

  /** The names that are looked up, in wrangler's order: the first that exists wins. */
  public static final List<String> NAMES =
      List.of("wrangler.json", "wrangler.jsonc", "wrangler.toml");

  private static final Pattern CONFIG_NAME =
      Pattern.compile("wrangler[^/\\\\]*\\.(toml|json|jsonc)");

  private ConfigFiles() {}

  /** The configuration that a command started in {@code directory} uses without being told. */
  public static Optional<Path> find(Path directory) {
    return NAMES.stream().map(directory::resolve).filter(Files::isRegularFile).findFirst();
  }

  /**
   * All configurations directly in {@code directory}, by name: {@code wrangler.staging.jsonc} is
   * one as well, though it has to be named to be used.
   */
  public static List<Path> list(Path directory) throws IOException {
    try (var files = Files.list(directory)) {
      return files.filter(ConfigFiles::isConfig).filter(Files::isRegularFile).sorted().toList();
    }
  }

  /** Whether a file of this name is taken for a wrangler configuration. */
  public static boolean isConfig(Path file) {
    var name = file.getFileName();
    return name != null && CONFIG_NAME.matcher(name.toString()).matches();
  }

  static boolean isToml(Path file) {
    return file.toString().endsWith(".toml");
  }
}
