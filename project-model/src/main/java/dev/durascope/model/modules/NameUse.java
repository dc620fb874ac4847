package dev.durascope.model.modules;

import dev.durascope.model.text.Span;

/**
 * One place where a certain name stands in a module, and what it does there. Nothing in here has
 * looked at another module.
 *
 * <p>Comments, and strings that are no key, are no uses of a name; neither is an identifier that
 * belongs to an inner scope with a declaration of its own.
 */
public sealed interface NameUse {

  Span span();

  /** The declaration at the top of the module. */
  record Declaration(Span span) implements NameUse {}

  /** An identifier that means the top of the module, as a value or as a type. */
  record Reference(Span span) implements NameUse {}

  /** {@code { Name }} in an object: the property's name, and a reference. */
  record Shorthand(Span span) implements NameUse {}

  /**
   * {@code import { Name } from "specifier"}.
   *
   * @param aliased whether {@code as} gives it another name in this module
   */
  record Imported(Span span, String specifier, boolean aliased) implements NameUse {}

  /**
   * The local name that an import gives.
   *
   * @param imported the exported name, {@code default}, or {@code *}
   */
  record ImportedAs(Span span, String specifier, String imported) implements NameUse {}

  /** {@code export { Name }}, perhaps with {@code as} another. */
  record ExportedLocal(Span span, boolean aliased) implements NameUse {}

  /** {@code export { local as Name }}. */
  record ExportedAs(Span span, String local) implements NameUse {}

  /** {@code export { Name } from "specifier"}, perhaps with {@code as} another. */
  record ReExported(Span span, String specifier, boolean aliased) implements NameUse {}

  /** {@code export { imported as Name } from "specifier"}. */
  record ReExportedAs(Span span, String specifier, String imported) implements NameUse {}

  /**
   * {@code object.Name}, {@code object["Name"]}, or the same of types.
   *
   * @param object as it is written, without blanks, {@code ?.} as {@code .}, and without {@code !}
   */
  record Member(Span span, String object) implements NameUse {}

  /**
   * {@code { Name } = from} or {@code { Name: local } = from}.
   *
   * @param shorthand whether it is the local name as well
   * @param from what is taken apart, as {@link Member} has its object; of a parameter {@code
   *     function(index)}
   */
  record Destructured(Span span, boolean shorthand, String from) implements NameUse {}

  /**
   * {@code Name: type} in an interface or an object type.
   *
   * @param owner the name of the interface or alias; empty where it has none
   */
  record Signature(Span span, String owner, String type) implements NameUse {}

  /** A part of the text that could not be parsed. */
  record Unclear(Span span) implements NameUse {}
}
