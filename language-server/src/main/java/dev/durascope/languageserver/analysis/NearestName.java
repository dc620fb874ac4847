package dev.durascope.languageserver.analysis;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Which of some names a misspelt one stands for.
 *
 * <p>The distance is optimal string alignment (insert, delete, replace, swap neighbours), without
 * regard to case. A short name leaves little room for chance, so it may differ less.
 */
public final class NearestName {

  private NearestName() {}

  /** The one of {@code candidates} that {@code written} is a slip of, if one is near enough. */
  public static Optional<String> of(String written, List<String> candidates) {
    record Scored(String name, int distance) {}
    var wanted = written.toLowerCase(Locale.ROOT);
    int limit = limit(written.length());
    return candidates.stream()
        .filter(name -> Math.abs(name.length() - wanted.length()) <= limit)
        .map(name -> new Scored(name, distance(wanted, name.toLowerCase(Locale.ROOT))))
        .filter(scored -> scored.distance() <= limit)
        .min(Comparator.comparingInt(Scored::distance).thenComparing(Scored::name))
        .map(Scored::name);
  }

  private static int limit(int length) {
    if (length <= 2) {
      return 0;
    }
    return length <= 5 ? 1 : length <= 9 ? 2 : 3;
  }

  static int distance(String a, String b) {
    var rows = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      rows[i][0] = i;
    }
    for (int j = 0; j <= b.length(); j++) {
      rows[0][j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      for (int j = 1; j <= b.length(); j++) {
        int replaced = rows[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        int best = Math.min(replaced, Math.min(rows[i - 1][j], rows[i][j - 1]) + 1);
        boolean swapped =
            i > 1
                && j > 1
                && a.charAt(i - 1) == b.charAt(j - 2)
                && a.charAt(i - 2) == b.charAt(j - 1);
        rows[i][j] = swapped ? Math.min(best, rows[i - 2][j - 2] + 1) : best;
      }
    }
    return rows[a.length()][b.length()];
  }
}
