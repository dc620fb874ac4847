package dev.durascope.languageserver.feature;

import dev.durascope.languageserver.analysis.Place;
import dev.durascope.languageserver.analysis.Subject;
import dev.durascope.model.modules.ExportLookup.Exported;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;

/**
 * The Durable Object classes and the bindings of a project, to be found by a part of their name.
 */
public final class WorkspaceNames {

  /** What a name stands for. */
  public enum Kind {
    CLASS,
    BINDING
  }

  /**
   * A name.
   *
   * @param container what it belongs to, for people
   */
  public record Name(String text, Kind kind, String container, Place place) {}

  private WorkspaceNames() {}

  /**
   * The names that fit, classes before bindings.
   *
   * @param query characters that the name has in this order, whatever stands between; in any case
   */
  public static List<Name> of(Subject subject, String query) {
    var names = new LinkedHashSet<Name>();
    for (var view : subject.bindingViews()) {
      var worker = view.environment().workerName().orElse(subject.config().fileName());
      for (var className : CodeCursor.classNames(subject)) {
        if (matches(className, query)
            && view.lookup(className) instanceof Exported(_, var file, var span)) {
          names.add(new Name(className, Kind.CLASS, "Durable Object", new Place(file, span)));
        }
      }
      for (var binding : view.environment().bindingNames()) {
        var name = binding.name();
        if (matches(name.value(), query)) {
          names.add(
              new Name(
                  name.value(),
                  Kind.BINDING,
                  "%s of %s".formatted(binding.kind(), worker),
                  subject.at(name.span())));
        }
      }
    }
    return List.copyOf(names);
  }

  private static boolean matches(String name, String query) {
    var lower = name.toLowerCase(Locale.ROOT);
    int at = 0;
    for (int i = 0; i < query.length(); i++) {
      at = lower.indexOf(Character.toLowerCase(query.charAt(i)), at) + 1;
      if (at == 0) {
        return false;
      }
    }
    return true;
  }
}
