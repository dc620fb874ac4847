package dev.durascope.model.config;

import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What a Worker may be called, and the name of one whose configuration has none: its directory's,
 * made fit.
 */
public final class WorkerName {

  /** Characters of a Worker's name. */
  static final int MAX_LENGTH = 63;

  private static final String WITHOUT_ANY = "my-worker";
  private static final Pattern UNFIT = Pattern.compile("[^a-z0-9-]");
  private static final Pattern FIT = Pattern.compile("[a-z0-9_][a-z0-9_-]*");
  private static final Pattern EDGE = Pattern.compile("^-+|-+$");

  private WorkerName() {}

  static String ofDirectory(Path directory) {
    var last = directory.getFileName();
    return fit(last == null ? "" : last.toString());
  }

  /** Whether wrangler takes {@code name}; underscores, which its message denies, it does take. */
  public static boolean isFit(String name) {
    return FIT.matcher(name).matches();
  }

  /** The nearest name that Cloudflare takes. */
  public static String fit(String raw) {
    var dashed = UNFIT.matcher(raw.toLowerCase(Locale.ROOT)).replaceAll("-");
    var trimmed = EDGE.matcher(dashed).replaceAll("");
    if (trimmed.isEmpty()) {
      return WITHOUT_ANY;
    }
    return trimmed.substring(0, Math.min(trimmed.length(), MAX_LENGTH));
  }
}
