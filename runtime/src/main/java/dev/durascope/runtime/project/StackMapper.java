package dev.durascope.runtime.project;

import dev.durascope.runtime.bundle.Bundle;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Turns positions in bundles into positions in the user's files, wherever a text names them; the
 * prelude's own frames are left out. Usable on any thread.
 */
final class StackMapper {
  private static final Pattern POSITION =
      Pattern.compile("(?:file://)?(/[^\\s():]*/v\\d+/[^\\s():/]+):(\\d+):(\\d+)");
  private static final Pattern PRELUDE_FRAME = Pattern.compile("(?m)^\\s+at .*durascope:.*\\R?");

  private final Path projectDir;
  private final Map<String, Bundle> bundles = new ConcurrentHashMap<>();

  StackMapper(Path projectDir) {
    this.projectDir = projectDir;
  }

  /** From now on positions in {@code main} are those of {@code bundle}. */
  void add(Path main, Bundle bundle) {
    bundles.put(main.toString(), bundle);
  }

  /** Forgets a version that no isolate runs any more. */
  void remove(Path main) {
    bundles.remove(main.toString());
  }

  String map(String text) {
    if (text.indexOf("/v") < 0 && text.indexOf("durascope:") < 0) {
      return text;
    }
    var mapped = POSITION.matcher(text).replaceAll(this::position);
    return PRELUDE_FRAME.matcher(mapped).replaceAll("");
  }

  private String position(MatchResult match) {
    var bundle = bundles.get(match.group(1));
    var original =
        bundle == null
            ? java.util.Optional.<dev.durascope.runtime.bundle.sourcemap.OriginalPosition>empty()
            : bundle
                .map()
                .original(Integer.parseInt(match.group(2)), Integer.parseInt(match.group(3)));
    return java.util.regex.Matcher.quoteReplacement(
        original
            .map(place -> relative(place.source()) + ":" + place.line() + ":" + place.column())
            .orElse(match.group()));
  }

  private Path relative(Path file) {
    return file.startsWith(projectDir) ? projectDir.relativize(file) : file;
  }
}
