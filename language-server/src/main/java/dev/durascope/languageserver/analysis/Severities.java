package dev.durascope.languageserver.analysis;

import dev.durascope.languageserver.analysis.rules.AllRules;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Collectors;

/**
 * How a user wants diagnostics to be shown, where not as the catalogue has it.
 *
 * @param byCode empty for what is not to be shown at all
 */
public record Severities(Map<String, Optional<Severity>> byCode) {

  /** Each diagnostic as the catalogue has it. */
  public static final Severities OWN = new Severities(Map.of());

  /** The words for a level. */
  public static final SequencedMap<String, Optional<Severity>> LEVELS = levels();

  public Severities {
    byCode = Map.copyOf(byCode);
  }

  private static SequencedMap<String, Optional<Severity>> levels() {
    var levels = new LinkedHashMap<String, Optional<Severity>>();
    levels.put("off", Optional.empty());
    levels.put("hint", Optional.of(Severity.HINT));
    levels.put("info", Optional.of(Severity.INFORMATION));
    levels.put("warning", Optional.of(Severity.WARNING));
    levels.put("error", Optional.of(Severity.ERROR));
    return levels;
  }

  /** What is said by codes and words, without what is no code or no level. */
  public static Severities read(Map<String, String> words) {
    return new Severities(
        words.entrySet().stream()
            .filter(each -> fault(each.getKey(), each.getValue()).isEmpty())
            .collect(
                Collectors.toUnmodifiableMap(
                    Map.Entry::getKey, each -> LEVELS.get(each.getValue()))));
  }

  /** What is wrong with a code and the word for its level; empty where nothing is. */
  public static Optional<String> fault(String code, String level) {
    if (AllRules.LIST.stream().noneMatch(rule -> rule.kind().code().equals(code))) {
      return Optional.of("there is no diagnostic \"" + code + "\"");
    }
    return LEVELS.containsKey(level)
        ? Optional.empty()
        : Optional.of(
            "\"%s\" is no severity; there are %s"
                .formatted(level, String.join(", ", LEVELS.keySet())));
  }

  /** The diagnostics as they are to be shown. */
  public List<Diagnostic> apply(List<Diagnostic> diagnostics) {
    return byCode.isEmpty()
        ? diagnostics
        : diagnostics.stream().flatMap(each -> apply(each).stream()).toList();
  }

  private Optional<Diagnostic> apply(Diagnostic diagnostic) {
    var wanted = byCode.get(diagnostic.code());
    return wanted == null ? Optional.of(diagnostic) : wanted.map(diagnostic::with);
  }
}
