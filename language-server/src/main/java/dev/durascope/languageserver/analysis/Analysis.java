package dev.durascope.languageserver.analysis;

import dev.durascope.languageserver.analysis.rules.AllRules;
import dev.durascope.model.config.WranglerConfig;
import dev.durascope.model.text.LineIndex;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;

/**
 * Runs all rules over one configuration.
 *
 * <p>The editor and the command line share this one engine, so they never disagree.
 */
public final class Analysis {

  private Analysis() {}

  /** The faults of {@code config}, in the order of their places. */
  public static List<Diagnostic> run(
      WranglerConfig config, Surroundings surroundings, Scope scope) {
    return run(Subject.of(config, surroundings, scope));
  }

  /** The faults of {@code subject}, in the order of their places. */
  public static List<Diagnostic> run(Subject subject) {
    return run(subject, new Recollection());
  }

  /** The same; what is recollected of the configuration is not found out again. */
  public static List<Diagnostic> run(Subject subject, Recollection recollection) {
    record Reported(String code, Place place) {}
    var seen = new HashSet<Reported>();
    var found = new ArrayList<Diagnostic>();
    var known = recollection.of(subject);
    for (var rule : AllRules.LIST) {
      for (var diagnostic : known.said(rule, subject)) {
        if (seen.add(new Reported(diagnostic.code(), diagnostic.place()))) {
          found.add(diagnostic);
        }
      }
    }
    var suppressions = new HashMap<Path, Suppression>();
    found.removeIf(
        diagnostic ->
            suppressions
                .computeIfAbsent(diagnostic.place().file(), file -> suppression(subject, file))
                .covers(diagnostic));
    found.sort(Comparator.comparing(Diagnostic::place).thenComparing(Diagnostic::code));
    return List.copyOf(found);
  }

  private static Suppression suppression(Subject subject, Path file) {
    var document = subject.config().document();
    if (file.equals(subject.config().file())) {
      return new Suppression(document.text(), document.lines());
    }
    var text = subject.text(file).orElse("");
    return new Suppression(text, LineIndex.of(text));
  }
}
