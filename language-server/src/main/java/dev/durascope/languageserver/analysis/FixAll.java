package dev.durascope.languageserver.analysis;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The best fixes of many faults of one file, as one.
 *
 * <p>Two fixes that were made for one text need not fit together: both add the migration {@code
 * v2}, both take the last class that is free. So they are performed one after the other, each for
 * the text that the one before has left, and what comes out is compared with what was there. A fix
 * that does not make the faults fewer, or makes an error, is left out.
 */
public final class FixAll {

  /** Fixes, after which the rest has to be asked for again. */
  static final int MAX_FIXES = 200;

  /**
   * The faults that may be mended without being asked about one by one, as on save: what is removed
   * is ignored or refused by today's wrangler, what is replaced has one right spelling.
   */
  private static final Set<String> SAFE = Set.of("BND06", "JS18", "LEG01", "LEG08", "LEG09");

  /** The files that are mended, and what the rules say of them. */
  public interface Project {

    /** As they are. */
    Optional<String> text(Path file);

    /** What the rules would say, if some files had these texts. */
    List<Diagnostic> check(Map<Path, String> changed);
  }

  private final Project project;
  private final Predicate<Diagnostic> wanted;
  private Map<Path, String> changed = Map.of();

  private FixAll(Project project, Predicate<Diagnostic> wanted) {
    this.project = project;
    this.wanted = wanted;
  }

  /** All faults of one code in {@code file}; empty where nothing can be mended. */
  public static Optional<Fix> ofCode(Project project, Path file, String code, String title) {
    return new FixAll(project, each -> each.place().file().equals(file) && each.code().equals(code))
        .fix(title);
  }

  /** All faults of {@code file} that may be mended unasked. */
  public static Optional<Fix> safe(Project project, Path file) {
    return new FixAll(
            project, each -> each.place().file().equals(file) && SAFE.contains(each.code()))
        .fix("Fix all that is outdated or misspelt");
  }

  private Optional<Fix> fix(String title) {
    var found = project.check(changed);
    int skipped = 0;
    int done = 0;
    while (skipped < fixable(found).size() && done < MAX_FIXES) {
      var next = with(fixable(found).get(skipped).fixes().getFirst());
      var after = project.check(next);
      if (fixable(after).size() < fixable(found).size() && errors(after) <= errors(found)) {
        changed = next;
        found = after;
        done++;
      } else {
        skipped++;
      }
    }
    var edits = new ArrayList<Fix.Edit>();
    changed.forEach(
        (file, text) -> edits.addAll(TextDifference.of(file, project.text(file).orElse(""), text)));
    return edits.isEmpty() ? Optional.empty() : Optional.of(new Fix(title, edits));
  }

  private List<Diagnostic> fixable(List<Diagnostic> found) {
    return found.stream().filter(each -> !each.fixes().isEmpty()).filter(wanted).toList();
  }

  private static long errors(List<Diagnostic> found) {
    return found.stream().filter(each -> each.severity() == Severity.ERROR).count();
  }

  private Map<Path, String> with(Fix fix) {
    var next = new LinkedHashMap<>(changed);
    for (var edit : fix.edits()) {
      next.computeIfAbsent(edit.place().file(), file -> project.text(file).orElse(""));
    }
    next.replaceAll(
        (file, text) ->
            fix.edits().stream().anyMatch(edit -> edit.place().file().equals(file))
                ? fix.applyTo(file, text)
                : text);
    return next;
  }
}
