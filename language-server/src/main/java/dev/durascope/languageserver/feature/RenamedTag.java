package dev.durascope.languageserver.feature;

import dev.durascope.languageserver.analysis.Subject;
import dev.durascope.languageserver.feature.References.Found;
import dev.durascope.languageserver.feature.Rename.Edits;
import dev.durascope.languageserver.feature.Rename.Offered;
import dev.durascope.languageserver.feature.Rename.Refused;
import dev.durascope.model.text.Located;
import java.util.List;
import java.util.regex.Pattern;

/** Another tag for a migration, in all environments that have that step. */
final class RenamedTag {

  /** What needs no escape in either syntax. */
  private static final Pattern PLAIN = Pattern.compile("[^\"'\\\\\\p{Cntrl}]+");

  private RenamedTag() {}

  static Rename to(Found found, List<Subject> subjects, String old, String newName) {
    if (!PLAIN.matcher(newName).matches()) {
      return new Refused("\"%s\" is no tag.".formatted(newName));
    }
    boolean taken =
        found.subject().views().stream()
            .flatMap(view -> view.environment().migrations().stream())
            .flatMap(step -> step.tag().map(Located::value).stream())
            .anyMatch(newName::equals);
    if (taken) {
      return new Refused("There is a migration %s already.".formatted(newName));
    }
    return new Edits(
        List.of(),
        List.of(
            new Offered(
                "Rename the migration " + old,
                "Cloudflare knows the last deployed migration by its tag. Only rename one that was never deployed.",
                Rename.merged(Rename.replace(References.all(found, subjects), old, newName)))));
  }
}
