package dev.durascope.languageserver.feature;

import dev.durascope.languageserver.analysis.Subject;
import dev.durascope.languageserver.feature.References.Found;
import dev.durascope.languageserver.feature.Rename.Edits;
import dev.durascope.languageserver.feature.Rename.Offered;
import dev.durascope.languageserver.feature.Rename.Refused;
import java.util.List;
import java.util.regex.Pattern;

/** Another name for a container, in all environments and at the class that has it. */
final class RenamedContainer {

  /** What needs no escape in either syntax. */
  private static final Pattern PLAIN = Pattern.compile("[^\"'\\\\\\p{Cntrl}]+");

  private RenamedContainer() {}

  static Rename to(Found found, List<Subject> subjects, String old, String newName) {
    if (!PLAIN.matcher(newName).matches()) {
      return new Refused("\"%s\" is no name for a container.".formatted(newName));
    }
    if (ContainerMentions.names(found.subject()).contains(newName)) {
      return new Refused("There is a container %s already.".formatted(newName));
    }
    return new Edits(
        List.of(),
        List.of(
            new Offered(
                "Rename the container " + old,
                "A deployment under another name makes another application, and leaves the one that"
                    + " there is.",
                Rename.merged(Rename.replace(References.all(found, subjects), old, newName)))));
  }
}
