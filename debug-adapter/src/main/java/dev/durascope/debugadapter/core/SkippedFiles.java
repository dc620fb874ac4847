package dev.durascope.debugadapter.core;

import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.List;

/**
 * The files that steps pass: those that match a pattern, unless a later one that begins with {@code
 * !} takes them out again. Steps go on through them to the next file that is not among them, also
 * into functions that they call back. Breakpoints and exceptions stop there all the same.
 *
 * <p>The patterns are globs over whole paths; one that begins with neither {@code /} nor {@code **}
 * is relative to the project. What the platform brings along, which other debuggers call {@code
 * <node_internals>}, is always passed and need not be named.
 */
public final class SkippedFiles {

  /** None. */
  public static final SkippedFiles NONE = new SkippedFiles(List.of());

  private static final String INTERNALS = "<node_internals>";

  private final List<Pattern> patterns;

  private record Pattern(PathMatcher matcher, boolean skips) {}

  private SkippedFiles(List<Pattern> patterns) {
    this.patterns = patterns;
  }

  /**
   * Reads patterns.
   *
   * @throws java.util.regex.PatternSyntaxException if one of them is no glob
   */
  public static SkippedFiles of(Path project, List<String> globs) {
    var patterns = new ArrayList<Pattern>();
    for (var glob : globs) {
      boolean skips = !glob.startsWith("!");
      var text = skips ? glob : glob.substring(1);
      if (!text.startsWith(INTERNALS)) {
        var whole = text.startsWith("/") || text.startsWith("**") ? text : project + "/" + text;
        patterns.add(new Pattern(FileSystems.getDefault().getPathMatcher("glob:" + whole), skips));
      }
    }
    return new SkippedFiles(List.copyOf(patterns));
  }

  /** Whether steps pass a file. */
  public boolean contains(Path file) {
    boolean skipped = false;
    for (var pattern : patterns) {
      if (pattern.matcher().matches(file)) {
        skipped = pattern.skips();
      }
    }
    return skipped;
  }
}
