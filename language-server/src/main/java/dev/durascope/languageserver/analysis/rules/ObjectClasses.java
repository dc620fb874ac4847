package dev.durascope.languageserver.analysis.rules;

import dev.durascope.languageserver.analysis.Subject;
import dev.durascope.model.modules.CodeFile.ClassCode;
import java.util.Set;

/** What can be said of a class by its own text. */
final class ObjectClasses {

  /** Bases that bring none of an object's handlers along. */
  private static final Set<String> PLAIN = Set.of("DurableObject", "cloudflare.DurableObject");

  private ObjectClasses() {}

  /**
   * Whether this is surely a Durable Object, all of whose handlers stand in its own body. A class
   * without a base may as well be an object's helper, unless the configuration names it, and one
   * that passes {@code this} on may be given handlers.
   */
  static boolean isWhole(Subject subject, ClassCode type) {
    if (type.handsOutItself()) {
      return false;
    }
    return type.base()
        .map(base -> PLAIN.contains(withoutTypes(base)))
        .orElseGet(() -> subject.namesClass(type.name().value()));
  }

  /** Whether its base is the platform's own class. */
  static boolean extendsDurableObject(ClassCode type) {
    return type.base().filter(base -> PLAIN.contains(withoutTypes(base))).isPresent();
  }

  /** Whether this is surely a Durable Object, whatever else it inherits. */
  static boolean isObject(Subject subject, ClassCode type) {
    return extendsDurableObject(type) || subject.namesClass(type.name().value());
  }

  private static String withoutTypes(String base) {
    int bracket = base.indexOf('<');
    return (bracket < 0 ? base : base.substring(0, bracket)).strip();
  }
}
