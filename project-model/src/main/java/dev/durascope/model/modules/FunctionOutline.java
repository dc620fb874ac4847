package dev.durascope.model.modules;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.treesitter.TSNode;

/**
 * The functions of a file that have a name: declared ones, methods, and those that are the value of
 * a variable, a field or a property.
 */
public final class FunctionOutline {
  private static final Set<String> CLASSES =
      Set.of("class_declaration", "abstract_class_declaration", "class");
  private static final Set<String> FUNCTIONS =
      Set.of("arrow_function", "function_expression", "generator_function");
  private static final Set<String> HOLDERS =
      Set.of("variable_declarator", "public_field_definition", "field_definition", "pair");

  private final SyntaxTree tree;
  private final List<Function> found = new ArrayList<>();

  private FunctionOutline(SyntaxTree tree) {
    this.tree = tree;
  }

  /**
   * A function.
   *
   * @param owner the class, or the variable that holds the object, it is a member of; {@code
   *     default} for that of {@code export default}; empty for a function of its own
   * @param name its name
   * @param start of its first statement, in UTF-16 units; of the end of a body that has none
   */
  public record Function(String owner, String name, int start) {

    /**
     * Whether people mean it by {@code wanted}: {@code say}, {@code Room.say}, {@code Room#say}, or
     * {@code Room} for a constructor.
     */
    public boolean isCalled(String wanted) {
      return wanted.equals(name)
          || wanted.equals(owner + "." + name)
          || wanted.equals(owner + "#" + name)
          || (name.equals("constructor") && wanted.equals(owner));
    }
  }

  /** The functions of a file, in their order; none if it is no JavaScript or TypeScript. */
  public static List<Function> of(String fileName, String text) {
    var grammar = Grammar.of(fileName);
    if (grammar.isEmpty()) {
      return List.of();
    }
    try (var tree = SyntaxTree.parse(text, grammar.get())) {
      var outline = new FunctionOutline(tree);
      outline.visit(tree.root(), "");
      return List.copyOf(outline.found);
    }
  }

  private void visit(TSNode node, String owner) {
    var type = node.getType();
    var inside = owner;
    if (CLASSES.contains(type)) {
      inside = tree.field(node, "name").map(tree::text).orElse(owner);
    } else if (type.equals("export_statement") && tree.hasToken(node, "default")) {
      inside = "default";
    } else if (type.equals("function_declaration")
        || type.equals("generator_function_declaration")) {
      add("", node, node);
      inside = "";
    } else if (type.equals("method_definition")) {
      add(owner, node, node);
      inside = "";
    } else if (HOLDERS.contains(type)) {
      var value = tree.field(node, "value");
      boolean isVariable = type.equals("variable_declarator");
      if (value.filter(held -> FUNCTIONS.contains(held.getType())).isPresent()) {
        add(isVariable ? "" : owner, node, value.get());
        inside = "";
      } else {
        inside = name(node).orElse(owner);
      }
    }
    for (var child : tree.named(node)) {
      visit(child, inside);
    }
  }

  private Optional<String> name(TSNode node) {
    return tree.field(node, "name")
        .or(() -> tree.field(node, "key"))
        .or(() -> tree.field(node, "property"))
        .map(tree::name);
  }

  private void add(String owner, TSNode named, TSNode function) {
    var name = name(named);
    var body = tree.field(function, "body");
    if (name.isPresent() && body.isPresent()) {
      found.add(new Function(owner, name.get(), start(body.get())));
    }
  }

  private int start(TSNode body) {
    if (!body.getType().equals("statement_block")) {
      return tree.span(body).start();
    }
    return tree.named(body).stream()
        .filter(child -> !child.getType().equals("comment"))
        .findFirst()
        .map(first -> tree.span(first).start())
        .orElseGet(() -> tree.span(body).end() - 1);
  }
}
