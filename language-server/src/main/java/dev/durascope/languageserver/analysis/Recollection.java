package dev.durascope.languageserver.analysis;

import dev.durascope.languageserver.analysis.Outlook.Sight;
import dev.durascope.languageserver.schema.SchemaNode;
import dev.durascope.model.config.WranglerConfig;
import dev.durascope.model.modules.SourceCode;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the rules have said that followed from a configuration alone, or from code alone, so that a
 * keystroke in one of them does not run those which look at the other. Which they are nobody
 * declares: it is noticed, for this configuration and this code, by the {@link Outlook}.
 *
 * <p>A configuration is known by the very object that was read, and so is a module's code. Whoever
 * wants to gain by this keeps them while their texts are the same, and analyses the whole of a
 * configuration. Of one thread.
 */
public final class Recollection {

  /** What was said of one configuration; void for another one, schema or day. */
  private record OfConfig(
      WranglerConfig config, SchemaNode schema, LocalDate today, Map<Rule, List<Diagnostic>> said) {

    private static OfConfig of(Subject subject) {
      return new OfConfig(subject.config(), subject.schema(), subject.today(), new HashMap<>());
    }

    @SuppressWarnings("ReferenceEquality") // It is about objects: to compare two is to read both.
    private boolean isStillOf(Subject subject) {
      return config == subject.config()
          && schema == subject.schema()
          && today.equals(subject.today());
    }
  }

  /** What was said of the modules that a configuration leads to; void if one of them is another. */
  private record OfCode(List<SourceCode> code, Map<Rule, List<Diagnostic>> said) {

    private static OfCode of(Subject subject) {
      return new OfCode(subject.sources(), new HashMap<>());
    }
  }

  /** What is kept of a subject. */
  record Page(Map<Rule, List<Diagnostic>> ofConfig, Map<Rule, List<Diagnostic>> ofCode) {

    /** What {@code rule} says of {@code subject}, now or before. */
    List<Diagnostic> said(Rule rule, Subject subject) {
      var known = ofConfig.get(rule);
      if (known == null) {
        known = ofCode.get(rule);
      }
      if (known != null) {
        return known;
      }
      var found = new ArrayList<Diagnostic>();
      subject.outlook().forget();
      rule.check(subject, found::add);
      if (subject.outlook().isOnly(Sight.CONFIGURATION)) {
        ofConfig.put(rule, List.copyOf(found));
      } else if (subject.outlook().isOnly(Sight.CODE)) {
        ofCode.put(rule, List.copyOf(found));
      }
      return found;
    }
  }

  private final Map<Path, OfConfig> configs = new HashMap<>();
  private final Map<Path, OfCode> codes = new HashMap<>();

  /** What is kept of the subject's configuration, and of its code. */
  Page of(Subject subject) {
    var file = subject.config().file();
    var config = configs.get(file);
    if (config == null || !config.isStillOf(subject)) {
      config = OfConfig.of(subject);
      configs.put(file, config);
    }
    var code = codes.get(file);
    if (code == null || !subject.code().isThatOf(code.code())) {
      code = OfCode.of(subject);
      codes.put(file, code);
    }
    return new Page(config.said(), code.said());
  }
}
