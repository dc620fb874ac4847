package dev.durascope.model.env;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The values that a developer keeps beside the configuration, with wrangler's precedence:
 *
 * <ol>
 *   <li>where no files are named: {@code .dev.vars.ENVIRONMENT}, else {@code .dev.vars};
 *   <li>else the named files, or {@code .env}, {@code .env.local}, {@code .env.ENVIRONMENT} and
 *       {@code .env.ENVIRONMENT.local}, later ones over earlier ones; on request with the process's
 *       environment beneath.
 * </ol>
 *
 * @param values to be put over the configuration's {@code vars}
 * @param files those that were read
 * @param candidates those that would be read if they were there, to be watched
 * @param missing secrets that the configuration requires and nobody gives
 * @see <a href="https://developers.cloudflare.com/workers/configuration/environment-variables/">the
 *     rules</a>
 */
public record LocalVars(
    Map<String, String> values, List<Path> files, List<Path> candidates, List<String> missing) {

  private static final String INCLUDE_PROCESS = "CLOUDFLARE_INCLUDE_PROCESS_ENV";
  private static final String LOAD_DOT_ENV = "CLOUDFLARE_LOAD_DEV_VARS_FROM_DOT_ENV";

  /**
   * What decides where to look.
   *
   * @param directory the configuration's
   * @param files in place of the usual ones, relative to the directory; empty for the usual ones
   * @param process the process's environment
   * @param declared the names under {@code vars} of the configuration
   * @param required the names under {@code secrets.required}, where the configuration has {@code
   *     secrets}: then nothing else is taken than these and the declared ones
   */
  public record Request(
      Path directory,
      Optional<String> environment,
      List<String> files,
      Map<String, String> process,
      Set<String> declared,
      Optional<List<String>> required) {}

  /** Reads what is there; files that are not there are no error. */
  public static LocalVars read(Request request) throws IOException {
    var candidates = new ArrayList<Path>();
    if (request.files().isEmpty()) {
      request
          .environment()
          .ifPresent(name -> candidates.add(request.directory().resolve(".dev.vars." + name)));
      candidates.add(request.directory().resolve(".dev.vars"));
      for (var file : List.copyOf(candidates)) {
        var text = text(file);
        if (text.isPresent()) {
          candidates.addAll(dotEnvFiles(request));
          return chosen(request, DotEnv.parse(text.get()), List.of(file), candidates);
        }
      }
    }
    var files = dotEnvFiles(request);
    candidates.addAll(files);
    if (!isTrue(request.process().get(LOAD_DOT_ENV), true)) {
      return chosen(request, Map.of(), List.of(), candidates);
    }
    var parsed = new LinkedHashMap<String, String>();
    var found = new ArrayList<Path>();
    for (var file : files) {
      var text = text(file);
      if (text.isPresent()) {
        parsed.putAll(DotEnv.parse(text.get()));
        found.add(file);
      }
    }
    var included =
        request.required().isPresent() || isTrue(request.process().get(INCLUDE_PROCESS), false);
    var surroundings = included ? request.process() : Map.<String, String>of();
    return chosen(request, Expansion.expand(parsed, surroundings), found, candidates);
  }

  private static List<Path> dotEnvFiles(Request request) {
    var names = new ArrayList<>(request.files());
    if (names.isEmpty()) {
      names.add(".env");
      names.add(".env.local");
      request
          .environment()
          .ifPresent(
              name -> {
                names.add(".env." + name);
                names.add(".env." + name + ".local");
              });
    }
    return names.stream().map(name -> request.directory().resolve(name).normalize()).toList();
  }

  private static LocalVars chosen(
      Request request, Map<String, String> values, List<Path> files, List<Path> candidates) {
    if (request.required().isEmpty()) {
      return new LocalVars(values, files, candidates, List.of());
    }
    var required = request.required().get();
    var chosen = new LinkedHashMap<String, String>();
    values.forEach(
        (name, value) -> {
          if (request.declared().contains(name) || required.contains(name)) {
            chosen.put(name, value);
          }
        });
    var missing = required.stream().filter(name -> !values.containsKey(name)).toList();
    return new LocalVars(chosen, files, candidates, missing);
  }

  private static Optional<String> text(Path file) throws IOException {
    try {
      return Optional.of(Files.readString(file));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      if (Files.isDirectory(file)) {
        return Optional.empty();
      }
      throw e;
    }
  }

  private static boolean isTrue(@Nullable String text, boolean absent) {
    return text == null ? absent : text.equalsIgnoreCase("true");
  }
}
