package dev.durascope.runtime.project;

import dev.durascope.model.config.ConfigFiles;
import dev.durascope.model.json.JsonReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where the configuration of a run is.
 *
 * <p>A build may write a configuration of its own, beside what it has built, and lead to it by
 * {@code .wrangler/deploy/config.json}: Cloudflare's plugin for Vite does. What is kept for the
 * project, its storage above all, stays with the configuration that the user has written, since the
 * next build may clear away the other.
 *
 * @param file the configuration; not there where a file of code alone is run
 * @param home the folder of the project, as the user sees it
 */
record ConfigPlace(Path file, Path home) {
  private static final Path REDIRECTION = Path.of(".wrangler", "deploy", "config.json");

  /** Whether a build has written the configuration. */
  boolean isRedirected() {
    return !home.equals(file.getParent());
  }

  /** The one that is named, or else the nearest above what is to be run. */
  static ConfigPlace find(ProjectOptions options) throws ProjectException {
    if (options.config().isPresent()) {
      var file = options.config().get().toAbsolutePath();
      if (!Files.isRegularFile(file)) {
        throw new ProjectException("There is no configuration file " + file);
      }
      return at(file);
    }
    var target = options.target().toAbsolutePath().normalize();
    var start = Files.isRegularFile(target) ? directory(target) : target;
    var written = nearest(start);
    var redirection = above(start, REDIRECTION);
    if (redirection.isPresent()) {
      return redirected(redirection.get(), written);
    }
    if (written.isPresent()) {
      return at(written.get());
    }
    if (Files.isRegularFile(target)) {
      // A file that is named is enough: a configuration that says nothing stands beside it.
      return at(start.resolve("wrangler.jsonc"));
    }
    throw new ProjectException(
        "There is no wrangler.json, wrangler.jsonc or wrangler.toml in "
            + start
            + " or above it. Create one, or name it with --config.");
  }

  private static ConfigPlace at(Path file) {
    return new ConfigPlace(file, directory(file));
  }

  private static Path directory(Path file) {
    var parent = file.getParent();
    return parent == null ? file : parent;
  }

  private static Optional<Path> nearest(Path start) {
    for (Path at = start; at != null; at = at.getParent()) {
      var found = ConfigFiles.find(at);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private static Optional<Path> above(Path start, Path name) {
    for (Path at = start; at != null; at = at.getParent()) {
      var found = at.resolve(name);
      if (Files.isRegularFile(found)) {
        return Optional.of(found);
      }
    }
    return Optional.empty();
  }

  private static ConfigPlace redirected(Path redirection, Optional<Path> written)
      throws ProjectException {
    String text;
    try {
      text = Files.readString(redirection);
    } catch (IOException e) {
      throw new ProjectException(redirection + " cannot be read: " + e, e);
    }
    var named = JsonReader.read(text).root().string("configPath");
    if (named.isEmpty()) {
      throw new ProjectException(
          "A deploy configuration file was found at \""
              + redirection
              + "\". But this is not valid - the required \"configPath\" property was not found.");
    }
    var file = redirection.resolveSibling(named.get().value()).normalize();
    if (!Files.isRegularFile(file)) {
      throw new ProjectException(
          "There is a deploy configuration at \"%s\". But the redirected configuration path it points to, \"%s\", does not exist."
              .formatted(redirection, file));
    }
    var home = directory(directory(directory(redirection)));
    if (written.isPresent() && !home.equals(written.get().getParent())) {
      throw new ProjectException(
          "Found both a user configuration file at \"%s\" and a deploy configuration file at \"%s\". But these do not share the same base path so it is not clear which should be used."
              .formatted(written.get(), redirection));
    }
    return new ConfigPlace(file, home);
  }
}
