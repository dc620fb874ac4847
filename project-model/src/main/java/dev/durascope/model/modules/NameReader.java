package dev.durascope.model.modules;

import dev.durascope.model.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.treesitter.TSNode;

/**
 * Finds the {@link NameUse}s of one name in a syntax tree: the text is searched for the word, and
 * the tree is asked what each find is. So it costs what the word is frequent, not what the file is
 * long.
 */
final class NameReader {

  private static final Set<String> FUNCTIONS =
      Set.of(
          "function_declaration",
          "function_expression",
          "generator_function",
          "generator_function_declaration",
          "arrow_function",
          "method_definition",
          "method_signature",
          "function_signature",
          "function_type");

  private static final Set<String> DECLARATIONS =
      Set.of(
          "class_declaration",
          "abstract_class_declaration",
          "function_declaration",
          "generator_function_declaration",
          "function_signature",
          "interface_declaration",
          "type_alias_declaration",
          "enum_declaration",
          "internal_module",
          "variable_declarator");

  private final SyntaxTree tree;
  private final Descent descent;
  private final String text;
  private final String name;
  private final List<NameUse> uses = new ArrayList<>();

  /** Where the name means an inner declaration. */
  private final List<Span> shadows = new ArrayList<>();

  private NameReader(SyntaxTree tree, Descent descent, String text, String name) {
    this.tree = tree;
    this.descent = descent;
    this.text = text;
    this.name = name;
  }

  static List<NameUse> read(SyntaxTree tree, String text, String name) {
    if (name.isEmpty()) {
      return List.of();
    }
    try (var descent = new Descent(tree)) {
      return new NameReader(tree, descent, text, name).read();
    }
  }

  private List<NameUse> read() {
    for (int at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length())) {
      int end = at + name.length();
      if ((at == 0 || !isPart(text.charAt(at - 1)))
          && (end == text.length() || !isPart(text.charAt(end)))) {
        var span = new Span(at, end);
        descent.exactly(span).ifPresent(node -> use(node, span));
      }
    }
    return uses.stream()
        .filter(use -> !isScoped(use) || shadows.stream().noneMatch(it -> it.encloses(use.span())))
        .toList();
  }

  private static boolean isPart(char c) {
    return Character.isJavaIdentifierPart(c);
  }

  private static boolean isScoped(NameUse use) {
    return switch (use) {
      case NameUse.Reference _, NameUse.Shorthand _ -> true;
      case NameUse.Declaration _,
          NameUse.Imported _,
          NameUse.ImportedAs _,
          NameUse.ExportedLocal _,
          NameUse.ExportedAs _,
          NameUse.ReExported _,
          NameUse.ReExportedAs _,
          NameUse.Member _,
          NameUse.Destructured _,
          NameUse.Signature _,
          NameUse.Unclear _ ->
          false;
    };
  }

  private void use(TSNode node, Span span) {
    var parent = parent(node);
    switch (kind(node)) {
      case "string_fragment" -> indexed(parent, span);
      case "property_identifier" -> property(node, parent, span);
      case "shorthand_property_identifier" -> uses.add(new NameUse.Shorthand(span));
      case "shorthand_property_identifier_pattern" -> {
        uses.add(new NameUse.Destructured(span, true, source(node)));
        declare(node, span);
      }
      case "identifier", "type_identifier" -> identifier(node, parent, span);
      default -> {}
    }
  }

  private void indexed(TSNode string, Span span) {
    var parent = parent(string);
    if (kind(parent).equals("literal_type")) {
      parent = parent(parent);
    }
    switch (kind(parent)) {
      case "subscript_expression" ->
          tree.field(parent, "object")
              .filter(object -> !tree.span(object).encloses(span))
              .ifPresent(object -> uses.add(new NameUse.Member(span, plain(object))));
      case "lookup_type" -> {
        var object = tree.named(parent).getFirst();
        if (!tree.span(object).encloses(span)) {
          uses.add(new NameUse.Member(span, plain(object)));
        }
      }
      default -> {}
    }
  }

  private void property(TSNode node, TSNode parent, Span span) {
    switch (kind(parent)) {
      case "member_expression" ->
          tree.field(parent, "object")
              .ifPresent(object -> uses.add(new NameUse.Member(span, plain(object))));
      case "pair_pattern" -> {
        if (isField(parent, "key", span)) {
          uses.add(new NameUse.Destructured(span, false, source(parent)));
        }
      }
      case "property_signature" ->
          uses.add(
              new NameUse.Signature(
                  span, owner(parent), tree.field(parent, "type").map(this::type).orElse("")));
      default -> unclear(node, span);
    }
  }

  private void identifier(TSNode node, TSNode parent, Span span) {
    switch (kind(parent)) {
      case "import_specifier" -> imported(parent, span);
      case "import_clause" ->
          uses.add(new NameUse.ImportedAs(span, specifier(parent(parent)), "default"));
      case "namespace_import" ->
          uses.add(new NameUse.ImportedAs(span, specifier(parent(parent(parent))), "*"));
      case "export_specifier" -> exported(parent, span);
      case "nested_type_identifier", "nested_identifier" -> nested(parent, span);
      case "member_expression" -> {
        // The type import("./module").Name is an expression to this grammar, in parts of it.
        if (isField(parent, "property", span)) {
          tree.field(parent, "object")
              .ifPresent(object -> uses.add(new NameUse.Member(span, plain(object))));
        } else {
          uses.add(new NameUse.Reference(span));
        }
      }
      case "ERROR" -> uses.add(new NameUse.Unclear(span));
      default -> {
        if (declares(parent, span)) {
          declare(node, span);
        } else {
          uses.add(new NameUse.Reference(span));
        }
      }
    }
  }

  private void imported(TSNode importSpecifier, Span span) {
    var specifier = importedFrom(importSpecifier);
    if (isField(importSpecifier, "name", span)) {
      boolean aliased = tree.field(importSpecifier, "alias").isPresent();
      uses.add(new NameUse.Imported(span, specifier, aliased));
    } else {
      uses.add(new NameUse.ImportedAs(span, specifier, fieldText(importSpecifier, "name")));
    }
  }

  private void exported(TSNode exportSpecifier, Span span) {
    var source = tree.field(parent(parent(exportSpecifier)), "source").map(tree::name);
    if (isField(exportSpecifier, "name", span)) {
      boolean aliased = tree.field(exportSpecifier, "alias").isPresent();
      uses.add(
          source.isPresent()
              ? new NameUse.ReExported(span, source.get(), aliased)
              : new NameUse.ExportedLocal(span, aliased));
    } else {
      var local = fieldText(exportSpecifier, "name");
      uses.add(
          source.isPresent()
              ? new NameUse.ReExportedAs(span, source.get(), local)
              : new NameUse.ExportedAs(span, local));
    }
  }

  private void nested(TSNode parent, Span span) {
    var parts = tree.named(parent);
    if (tree.span(parts.getLast()).equals(span)) {
      uses.add(new NameUse.Member(span, plain(parts.getFirst())));
    } else {
      uses.add(new NameUse.Reference(span));
    }
  }

  private void unclear(TSNode node, Span span) {
    if (kind(parent(node)).equals("ERROR")) {
      uses.add(new NameUse.Unclear(span));
    }
  }

  /** Whether the name in {@code parent} is one that it gives. */
  private boolean declares(TSNode parent, Span span) {
    return switch (kind(parent)) {
      case "class", "function_expression", "type_parameter" -> isField(parent, "name", span);
      case "required_parameter", "optional_parameter" -> isField(parent, "pattern", span);
      case "arrow_function", "catch_clause" -> isField(parent, "parameter", span);
      case "formal_parameters", "array_pattern", "rest_pattern" -> true;
      case "pair_pattern" -> isField(parent, "value", span);
      case "assignment_pattern", "for_in_statement" -> isField(parent, "left", span);
      default -> DECLARATIONS.contains(kind(parent)) && isField(parent, "name", span);
    };
  }

  private void declare(TSNode node, Span span) {
    var scope = scope(node);
    if (!kind(scope).equals("program")) {
      shadows.add(tree.span(scope));
    } else if (!kind(node).equals("shorthand_property_identifier_pattern")) {
      uses.add(new NameUse.Declaration(span));
    }
  }

  /** What a name declared at {@code node} is visible in. */
  private TSNode scope(TSNode node) {
    var at = parent(node);
    // A class expression's own name is visible in it; a declaration's is where the class stands.
    boolean named = DECLARATIONS.contains(kind(at));
    at = named ? parent(at) : at;
    while (!kind(at).equals("program")) {
      boolean encloses =
          FUNCTIONS.contains(kind(at))
              || switch (kind(at)) {
                case "statement_block",
                    "class",
                    "class_declaration",
                    "interface_declaration",
                    "type_alias_declaration",
                    "for_statement",
                    "for_in_statement",
                    "catch_clause" ->
                    true;
                default -> false;
              };
      if (encloses) {
        break;
      }
      var next = parent(at);
      if (next.isNull()) {
        break;
      }
      at = next;
    }
    return at;
  }

  /** What the pattern around {@code node} takes apart. */
  private String source(TSNode node) {
    var pattern = parent(node);
    while (!pattern.isNull() && !kind(pattern).equals("object_pattern")) {
      pattern = parent(pattern);
    }
    var holder = parent(pattern);
    while (Set.of("assignment_pattern", "required_parameter", "optional_parameter")
        .contains(kind(holder))) {
      pattern = holder;
      holder = parent(holder);
    }
    return switch (kind(holder)) {
      case "variable_declarator" -> tree.field(holder, "value").map(this::plain).orElse("");
      case "assignment_expression" -> tree.field(holder, "right").map(this::plain).orElse("");
      case "pair_pattern" -> fieldText(holder, "key");
      case "formal_parameters" -> parameter(holder, tree.span(pattern));
      default -> "";
    };
  }

  private String parameter(TSNode parameters, Span pattern) {
    var function = parent(parameters);
    var named = tree.field(function, "name").map(tree::text);
    var holder = parent(function);
    var called =
        named.or(
            () ->
                kind(holder).equals("pair")
                    ? tree.field(holder, "key").map(tree::name)
                    : Optional.empty());
    int index = 0;
    for (var each : tree.named(parameters)) {
      if (tree.span(each).equals(pattern)) {
        break;
      }
      index += kind(each).equals("comment") ? 0 : 1;
    }
    return called.orElse("") + "(" + index + ")";
  }

  /** The name of the interface or type that a signature is in. */
  private String owner(TSNode signature) {
    for (var at = parent(signature); !at.isNull(); at = parent(at)) {
      switch (kind(at)) {
        case "interface_declaration", "type_alias_declaration" -> {
          return fieldText(at, "name");
        }
        case "program", "statement_block", "property_signature", "type_annotation" -> {
          return "";
        }
        default -> {}
      }
    }
    return "";
  }

  private String type(TSNode annotation) {
    var written = tree.text(annotation);
    return (written.startsWith(":") ? written.substring(1) : written).strip();
  }

  /**
   * The module of the import around a node; empty where the text breaks off before there is one.
   */
  private String importedFrom(TSNode inside) {
    var node = inside;
    while (!node.isNull() && !kind(node).equals("import_statement")) {
      node = parent(node);
    }
    return node.isNull() ? "" : specifier(node);
  }

  private String specifier(TSNode statement) {
    return tree.field(statement, "source")
        .or(() -> tree.child(statement, "string"))
        .map(tree::name)
        .orElse("");
  }

  private String fieldText(TSNode node, String field) {
    return tree.field(node, field).map(tree::name).orElse("");
  }

  private boolean isField(TSNode node, String field, Span span) {
    return tree.field(node, field).filter(it -> tree.span(it).equals(span)).isPresent();
  }

  private String plain(TSNode node) {
    return CodeReader.plain(tree.text(node));
  }

  /** A null node, as tree-sitter calls it, above the topmost one. */
  private TSNode parent(TSNode node) {
    return descent.parent(node);
  }

  /**
   * Empty for a null node: where a text breaks off, what should be around a node may be missing.
   */
  private static String kind(TSNode node) {
    return node.isNull() ? "" : node.getType();
  }
}
