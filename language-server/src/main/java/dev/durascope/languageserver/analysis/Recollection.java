package dev.durascope.languageserver.analysis;

import dev.durascope.languageserver.schema.SchemaNode;
import dev.durascope.model.config.WranglerConfig;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the rules have said that followed from a configuration alone, so that a keystroke in the
 * code runs only those which look at code. Which they are nobody declares: it is noticed, for this
 * configuration, by the {@link Outlook}.
 *
 * <p>A configuration is known by the very object that was read, so whoever wants to gain by this
 * keeps it while its text is the same, and analyses the whole of it. Of one thread.
 */
public final class Recollection {

  /** What was said of one configuration; void for another one, schema or day. */
  record Page(
      WranglerConfig config, SchemaNode schema, LocalDate today, Map<Rule, List<Diagnostic>> said) {

    @SuppressWarnings("ReferenceEquality") // It is about objects: to compare two is to read both.
    private boolean isOf(WranglerConfig other, SchemaNode otherSchema, LocalDate otherDay) {
      return config == other && schema == otherSchema && today.equals(otherDay);
    }

    /** What {@code rule} says of {@code subject}, now or before. */
    List<Diagnostic> said(Rule rule, Subject subject) {
      var known = said.get(rule);
      if (known != null) {
        return known;
      }
      var found = new ArrayList<Diagnostic>();
      subject.outlook().forget();
      rule.check(subject, found::add);
      if (!subject.outlook().wasTaken()) {
        said.put(rule, List.copyOf(found));
      }
      return found;
    }
  }

  private final Map<Path, Page> pages = new HashMap<>();

  /** What is kept of the subject's configuration. */
  Page of(Subject subject) {
    var schema = subject.schema();
    var today = subject.today();
    var known = pages.get(subject.config().file());
    if (known == null || !known.isOf(subject.config(), schema, today)) {
      known = new Page(subject.config(), schema, today, new HashMap<>());
      pages.put(subject.config().file(), known);
    }
    return known;
  }
}
