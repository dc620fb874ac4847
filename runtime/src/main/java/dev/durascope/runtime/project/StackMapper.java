package dev.durascope.runtime.project;

import dev.durascope.runtime.bundle.Bundle;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Turns positions in bundles into positions in the user's files, wherever a text names them; the
 * prelude's own frames are left out. Usable on any thread.
 */
final class StackMapper {
  private static final Pattern POSITION =
      Pattern.compile("(?:file://)?(/[^\\s():]*/v\\d+/[^\\s():]+):(\\d+):(\\d+)");
  // The second is the engine's own frame below the first of a turn.
  private static final Pattern PRELUDE_FRAME =
      Pattern.compile("\\R\\h+at (?:.*durascope:.*|AsyncContext\\.Variable\\.run \\(native\\))");

  private final Path projectDir;
  private final Map<String, Bundle> bundles = new ConcurrentHashMap<>();
  private final Map<String, Path> files = new ConcurrentHashMap<>();

  StackMapper(Path projectDir) {
    this.projectDir = projectDir;
  }

  /** From now on positions in {@code main} are those of {@code bundle}. */
  void add(Path main, Bundle bundle) {
    bundles.put(main.toString(), bundle);
    for (var module : bundle.modules()) {
      files.put(
          root(main, bundle).resolve(module.specifier()).normalize().toString(), module.file());
    }
  }

  private static Path root(Path main, Bundle bundle) {
    var steps = "../".repeat(Path.of(bundle.name()).getNameCount());
    return main.resolve(steps).normalize();
  }

  /** Forgets a version that no isolate runs any more. */
  void remove(Path main) {
    var bundle = bundles.remove(main.toString());
    if (bundle != null) {
      var root = root(main, bundle).toString() + "/";
      files.keySet().removeIf(file -> file.startsWith(root));
    }
  }

  String map(String text) {
    if (text.indexOf("/v") < 0 && text.indexOf("durascope:") < 0) {
      return text;
    }
    var mapped = POSITION.matcher(text).replaceAll(this::position);
    return PRELUDE_FRAME.matcher(mapped).replaceAll("");
  }

  private String position(MatchResult match) {
    return Matcher.quoteReplacement(original(match).orElse(match.group()));
  }

  private Optional<String> original(MatchResult match) {
    var file = files.get(match.group(1));
    if (file != null) {
      return Optional.of(relative(file) + ":" + match.group(2) + ":" + match.group(3));
    }
    return Optional.ofNullable(bundles.get(match.group(1)))
        .flatMap(
            bundle ->
                bundle
                    .map()
                    .original(Integer.parseInt(match.group(2)), Integer.parseInt(match.group(3))))
        .map(place -> relative(place.source()) + ":" + place.line() + ":" + place.column());
  }

  private Path relative(Path file) {
    return file.startsWith(projectDir) ? projectDir.relativize(file) : file;
  }
}
