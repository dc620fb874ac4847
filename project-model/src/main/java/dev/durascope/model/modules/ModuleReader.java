package dev.durascope.model.modules;

import dev.durascope.model.modules.Module.Declared;
import dev.durascope.model.modules.Module.Export;
import dev.durascope.model.modules.Module.Format;
import dev.durascope.model.modules.Module.Kind;
import dev.durascope.model.modules.Module.NamespaceExport;
import dev.durascope.model.modules.Module.ReExport;
import dev.durascope.model.modules.Module.Star;
import dev.durascope.model.text.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.treesitter.TSNode;

/**
 * Reads a module's import and export statements from its syntax tree.
 *
 * <p>One pass over the statements at the top: declarations are remembered by name, because {@code
 * export { X }} may stand before {@code class X}; the lists are resolved at the end.
 */
final class ModuleReader {

  private static final Pattern COMMON_JS =
      Pattern.compile("\\bmodule\\.exports\\b|\\bexports\\.|\\brequire\\s*\\(|\\b__export\\w*\\(");

  /** An import's local name: where it comes from. */
  private record Imported(String specifier, String name, boolean typeOnly) {}

  /** {@code export { local as name }}, resolved when all declarations are known. */
  private record Listed(String name, String local, boolean typeOnly, Span place) {}

  private static final String NAMESPACE = "*";

  private final SyntaxTree tree;
  private final List<Export> exports = new ArrayList<>();
  private final List<Star> stars = new ArrayList<>();
  private final List<Listed> listed = new ArrayList<>();
  private final Map<String, Imported> imports = new HashMap<>();
  private final Map<String, Kind> locals = new HashMap<>();
  private boolean esModule;
  private boolean complete = true;

  private ModuleReader(SyntaxTree tree) {
    this.tree = tree;
  }

  static Module read(String text, SyntaxTree tree) {
    return new ModuleReader(tree).module(text);
  }

  private Module module(String text) {
    var root = tree.root();
    for (var statement : tree.children(root)) {
      statement(statement);
    }
    listed.forEach(this::resolve);
    var format =
        esModule ? Format.ES : COMMON_JS.matcher(text).find() ? Format.COMMON_JS : Format.SCRIPT;
    return new Module(exports, stars, format, complete && !root.isError());
  }

  private void statement(TSNode node) {
    switch (node.getType()) {
      case "import_statement" -> {
        esModule = true;
        importStatement(node);
      }
      case "export_statement" -> {
        esModule = true;
        exportStatement(node);
      }
      case "comment", "hash_bang_line" -> {}
      default -> {
        complete &= !node.hasError();
        declaration(node, (name, kind) -> locals.merge(name.text(), kind, ModuleReader::value));
      }
    }
  }

  /** Of a type and a value of one name, the value is what exists. */
  private static Kind value(Kind a, Kind b) {
    return a == Kind.TYPE ? b : a;
  }

  private void importStatement(TSNode node) {
    complete &= !node.hasError();
    var source = tree.field(node, "source").or(() -> tree.child(node, "string"));
    var clause = tree.child(node, "import_clause");
    if (clause.isEmpty() || source.isEmpty()) {
      tree.child(node, "import_require_clause")
          .flatMap(require -> tree.child(require, "identifier"))
          .ifPresent(name -> locals.put(tree.text(name), Kind.VALUE));
      return;
    }
    var specifier = tree.name(source.get());
    boolean typeOnly = tree.hasToken(node, "type");
    for (var part : tree.named(clause.get())) {
      switch (part.getType()) {
        case "identifier" -> imported(part, specifier, "default", typeOnly);
        case "namespace_import" ->
            tree.child(part, "identifier")
                .ifPresent(name -> imported(name, specifier, NAMESPACE, typeOnly));
        case "named_imports" ->
            tree.named(part).stream()
                .filter(each -> each.getType().equals("import_specifier"))
                .forEach(each -> importSpecifier(each, specifier, typeOnly));
        default -> {}
      }
    }
  }

  private void importSpecifier(TSNode node, String specifier, boolean typeOnly) {
    var name = tree.field(node, "name");
    if (name.isPresent()) {
      boolean type = typeOnly || tree.hasToken(node, "type");
      var local = tree.field(node, "alias").orElse(name.get());
      imported(local, specifier, tree.name(name.get()), type);
    }
  }

  private void imported(TSNode local, String specifier, String name, boolean typeOnly) {
    imports.put(tree.text(local), new Imported(specifier, name, typeOnly));
  }

  private void exportStatement(TSNode node) {
    var source = tree.field(node, "source").map(tree::name);
    boolean type = isTypeExport(node);
    var star = tree.hasToken(node, "*");
    var namespace = tree.child(node, "namespace_export");
    if (star && source.isPresent()) {
      // The grammar has no `export type *`: the word is an error node, and the rest is right.
      stars.add(new Star(source.get(), type));
      return;
    }
    if (namespace.isPresent()) {
      var name = tree.named(namespace.get()).getLast();
      exports.add(new NamespaceExport(tree.name(name), type, tree.span(name)));
      return;
    }
    var clause = tree.child(node, "export_clause");
    if (clause.isPresent()) {
      complete &= !node.hasError();
      exportClause(clause.get(), source, type);
      return;
    }
    complete &= !node.hasError();
    if (tree.hasToken(node, "=")) {
      complete = false;
    } else if (tree.hasToken(node, "default")) {
      defaultExport(node);
    } else {
      tree.field(node, "declaration")
          .ifPresent(
              declaration ->
                  declaration(
                      declaration,
                      (name, kind) -> {
                        locals.merge(name.text(), kind, ModuleReader::value);
                        exports.add(new Declared(name.text(), kind, name.span()));
                      }));
    }
  }

  private boolean isTypeExport(TSNode node) {
    return tree.children(node).stream()
        .anyMatch(
            child ->
                child.getType().equals("type")
                    || (child.isError() && tree.text(child).strip().equals("type")));
  }

  private void exportClause(TSNode clause, Optional<String> source, boolean typeOnly) {
    for (var specifier : tree.named(clause)) {
      // `default` is a keyword to one grammar and an identifier to the other: ask for the field.
      var local = tree.field(specifier, "name");
      if (local.isEmpty()) {
        continue;
      }
      var as = tree.field(specifier, "alias").orElse(local.get());
      var name = tree.name(as);
      boolean type = typeOnly || tree.hasToken(specifier, "type");
      var place = tree.span(as);
      if (source.isPresent()) {
        exports.add(new ReExport(name, tree.name(local.get()), source.get(), type, place));
      } else {
        listed.add(new Listed(name, tree.name(local.get()), type, place));
      }
    }
  }

  private void defaultExport(TSNode node) {
    var declared = tree.field(node, "declaration");
    var place = tree.span(node);
    if (declared.isPresent()) {
      var names = new ArrayList<Kind>();
      declaration(
          declared.get(),
          (name, kind) -> {
            locals.merge(name.text(), kind, ModuleReader::value);
            names.add(kind);
          });
      exports.add(new Declared("default", names.isEmpty() ? Kind.VALUE : names.getFirst(), place));
      return;
    }
    var value = tree.field(node, "value");
    if (value.filter(each -> each.getType().equals("identifier")).isPresent()) {
      listed.add(new Listed("default", tree.text(value.get()), false, tree.span(value.get())));
      return;
    }
    boolean isClass = value.filter(each -> each.getType().equals("class")).isPresent();
    exports.add(new Declared("default", isClass ? Kind.CLASS : Kind.VALUE, place));
  }

  private void resolve(Listed list) {
    var local = locals.get(list.local());
    var imported = imports.get(list.local());
    if (local == null && imported != null) {
      boolean type = list.typeOnly() || imported.typeOnly();
      exports.add(
          imported.name().equals(NAMESPACE)
              ? new NamespaceExport(list.name(), type, list.place())
              : new ReExport(
                  list.name(), imported.name(), imported.specifier(), type, list.place()));
      return;
    }
    var kind = list.typeOnly() ? Kind.TYPE : local == null ? Kind.VALUE : local;
    exports.add(new Declared(list.name(), kind, list.place()));
  }

  /** A declared name and its place. */
  private record Name(String text, Span span) {}

  @FunctionalInterface
  private interface Declaring {
    void declare(Name name, Kind kind);
  }

  private void declaration(TSNode node, Declaring out) {
    switch (node.getType()) {
      case "class_declaration", "abstract_class_declaration", "class" ->
          declareNamed(node, Kind.CLASS, out);
      case "function_declaration",
          "generator_function_declaration",
          "function_expression",
          "function_signature" ->
          declareNamed(node, Kind.FUNCTION, out);
      case "enum_declaration" -> declareNamed(node, Kind.ENUM, out);
      case "interface_declaration", "type_alias_declaration" -> declareNamed(node, Kind.TYPE, out);
      case "internal_module", "import_alias" -> declareNamed(node, Kind.VALUE, out);
      case "expression_statement" ->
          // A namespace without `export` is an expression to this grammar.
          tree.child(node, "internal_module")
              .ifPresent(module -> declareNamed(module, Kind.VALUE, out));
      case "lexical_declaration", "variable_declaration" -> {
        for (var declarator : tree.named(node)) {
          if (declarator.getType().equals("variable_declarator")) {
            var value = tree.field(declarator, "value");
            boolean isClass = value.filter(each -> each.getType().equals("class")).isPresent();
            tree.field(declarator, "name")
                .ifPresent(name -> pattern(name, isClass ? Kind.CLASS : Kind.VALUE, out));
          }
        }
      }
      case "ambient_declaration" -> {
        for (var inner : tree.named(node)) {
          declaration(inner, (name, kind) -> out.declare(name, Kind.TYPE));
        }
      }
      default -> {}
    }
  }

  private void declareNamed(TSNode node, Kind kind, Declaring out) {
    tree.field(node, "name")
        .or(() -> tree.child(node, "identifier", "type_identifier"))
        .ifPresent(name -> out.declare(new Name(tree.text(name), tree.span(name)), kind));
  }

  /** The names that a destructuring pattern binds. */
  private void pattern(TSNode node, Kind kind, Declaring out) {
    switch (node.getType()) {
      case "identifier", "shorthand_property_identifier_pattern" ->
          out.declare(new Name(tree.text(node), tree.span(node)), kind);
      case "pair_pattern" ->
          tree.field(node, "value").ifPresent(value -> pattern(value, Kind.VALUE, out));
      case "assignment_pattern", "object_assignment_pattern" ->
          tree.field(node, "left").ifPresent(left -> pattern(left, Kind.VALUE, out));
      case "object_pattern", "array_pattern", "rest_pattern" ->
          tree.named(node).forEach(part -> pattern(part, Kind.VALUE, out));
      default -> {}
    }
  }
}
