package dev.durascope.model.modules;

import dev.durascope.model.text.Span;
import java.util.List;
import java.util.Optional;

/**
 * What one module's text says about its exports; nothing in here has looked at another file.
 *
 * @param format whether it is an ES module
 * @param complete false where a part could not be parsed, so that an export may be hidden there
 */
public record Module(List<Export> exports, List<Star> stars, Format format, boolean complete) {

  public Module {
    exports = List.copyOf(exports);
    stars = List.copyOf(stars);
  }

  /** How a module tells what it exports. */
  public enum Format {
    /** It has {@code import} or {@code export}. */
    ES,
    /** It has {@code module.exports}, {@code exports.x} or {@code require}. */
    COMMON_JS,
    /** Neither: a script. */
    SCRIPT
  }

  /** What kind of thing an exported name stands for, as far as its own module tells. */
  public enum Kind {
    CLASS,
    FUNCTION,
    /** A variable: it may well hold a class that some function made. */
    VALUE,
    ENUM,
    /** An interface, a type alias, or a {@code declare}: nothing of it exists at run time. */
    TYPE
  }

  /** One exported name. */
  public sealed interface Export {

    String name();

    /** Where the name is given: what a reader looks for. */
    Span place();
  }

  /** Something declared in this very module. */
  public record Declared(String name, Kind kind, Span place) implements Export {}

  /** {@code export { imported as name } from "specifier"}, or the same by way of an import. */
  public record ReExport(
      String name, String imported, String specifier, boolean typeOnly, Span place)
      implements Export {}

  /** {@code export * as name from "specifier"}: an object, never a class. */
  public record NamespaceExport(String name, boolean typeOnly, Span place) implements Export {}

  /** {@code export * from "specifier"}. */
  public record Star(String specifier, boolean typeOnly) {}

  /**
   * The export of this name in this module alone. Of a type and a value of one name it is the
   * value.
   */
  Optional<Export> own(String name) {
    Optional<Export> found = Optional.empty();
    for (var export : exports) {
      if (export.name().equals(name) && (found.isEmpty() || isType(found.get()))) {
        found = Optional.of(export);
      }
    }
    return found;
  }

  private static boolean isType(Export export) {
    return switch (export) {
      case Declared declared -> declared.kind() == Kind.TYPE;
      case ReExport reExport -> reExport.typeOnly();
      case NamespaceExport namespace -> namespace.typeOnly();
    };
  }
}
