package dev.durascope.model.modules;

import java.util.ArrayDeque;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import org.treesitter.TSNode;

/**
 * Where in a module somebody may want to stop: where a statement begins, the body of an arrow
 * function that is an expression, and a call inside a statement. A source map knows far more
 * places, nearly one a word, of which an editor would draw each.
 */
public final class BreakablePlaces {

  /** What tree-sitter calls statements and declarations, and nothing is run for. */
  private static final Set<String> NOTHING_TO_RUN =
      Set.of(
          "abstract_class_declaration",
          "ambient_declaration",
          "class_declaration",
          "empty_statement",
          "enum_declaration",
          "export_statement",
          "function_declaration",
          "generator_function_declaration",
          "import_statement",
          "interface_declaration",
          "labeled_statement",
          "type_alias_declaration");

  private static final Set<String> CALLS = Set.of("call_expression", "new_expression");

  /** What a statement is that does no more than its call. */
  private static final Set<String> MERE_CALL =
      Set.of("await_expression", "expression_statement", "return_statement");

  private BreakablePlaces() {}

  /**
   * The offsets, from the first to the last.
   *
   * @param fileName says which language the text is in; one that is not known has none
   */
  public static NavigableSet<Integer> of(String fileName, String text) {
    var found = new TreeSet<Integer>();
    var grammar = Grammar.of(fileName);
    if (grammar.isEmpty()) {
      return found;
    }
    try (var tree = SyntaxTree.parse(text, grammar.get())) {
      var open = new ArrayDeque<TSNode>();
      open.add(tree.root());
      while (!open.isEmpty()) {
        var node = open.removeLast();
        for (var child : tree.named(node)) {
          if (isBreakable(tree, node, child)) {
            found.add(tree.span(child).start());
          }
          open.add(child);
        }
      }
    }
    return found;
  }

  private static boolean isBreakable(SyntaxTree tree, TSNode parent, TSNode node) {
    var type = node.getType();
    if (CALLS.contains(type) || type.equals("await_expression")) {
      return !MERE_CALL.contains(parent.getType());
    }
    if (parent.getType().equals("arrow_function")) {
      return !type.equals("statement_block")
          && tree.field(parent, "body").filter(node::equals).isPresent();
    }
    return (type.endsWith("_statement") || type.endsWith("_declaration"))
        && !NOTHING_TO_RUN.contains(type);
  }
}
