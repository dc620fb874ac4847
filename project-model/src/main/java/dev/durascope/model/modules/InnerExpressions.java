package dev.durascope.model.modules;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.regex.Pattern;
import org.treesitter.TSNode;

/**
 * Which places of a module are not where a statement begins but where a part of one does: an
 * argument on a line of its own, the second half of what a minifier has joined by a comma.
 *
 * <p>A debugger stops at statements, and at parts of them only where somebody means these: else it
 * would stop where a function is made rather than where it runs.
 */
public final class InnerExpressions {

  /**
   * What stands before a statement; a brace that opens an object is told apart by what is before
   * it.
   */
  private static final String BEFORE_STATEMENTS = ";}";

  private static final Pattern BEFORE_OBJECT =
      Pattern.compile("(?s).*(?:[(,=:\\[?&|]|\\breturn)\\s*");
  private static final int BRACE_CONTEXT = 40;

  private static final Set<String> EXPRESSIONS =
      Set.of(
          "array",
          "assignment_expression",
          "augmented_assignment_expression",
          "await_expression",
          "binary_expression",
          "call_expression",
          "identifier",
          "member_expression",
          "new_expression",
          "object",
          "parenthesized_expression",
          "sequence_expression",
          "subscript_expression",
          "template_string",
          "ternary_expression",
          "this",
          "unary_expression",
          "update_expression",
          "yield_expression");

  private static final Set<String> FUNCTIONS =
      Set.of("arrow_function", "function_expression", "generator_function", "class");

  private InnerExpressions() {}

  /**
   * Whether a part of a statement begins at an offset of a JavaScript module, or after the blanks
   * there.
   */
  public static boolean begin(String text, int offset) {
    int at = offset;
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    if (at == text.length() || isAfterStatement(text, at)) {
      return false;
    }
    try (var tree = SyntaxTree.parse(text, Grammar.JAVASCRIPT)) {
      int bytes = text.substring(0, at).getBytes(StandardCharsets.UTF_8).length;
      return isInner(tree, tree.root().getNamedDescendantForByteRange(bytes, bytes));
    }
  }

  /** Most lines begin a statement, which can be seen without parsing. */
  private static boolean isAfterStatement(String text, int at) {
    int before = at - 1;
    while (before >= 0 && Character.isWhitespace(text.charAt(before))) {
      before--;
    }
    if (before < 0 || BEFORE_STATEMENTS.indexOf(text.charAt(before)) >= 0) {
      return true;
    }
    return text.charAt(before) == '{'
        && !BEFORE_OBJECT
            .matcher(text.substring(Math.max(0, before - BRACE_CONTEXT), before))
            .matches();
  }

  private static boolean isInner(SyntaxTree tree, TSNode smallest) {
    var node = smallest;
    int start = node.getStartByte();
    for (var parent = node.getParent();
        !parent.isNull() && parent.getStartByte() == start;
        parent = node.getParent()) {
      node = parent;
    }
    var parent = node.getParent();
    if (parent.isNull() || parent.getType().equals("arrow_function")) {
      return false; // the body of a function that has no other statement
    }
    if (node.getType().equals("pair")) {
      return tree.field(node, "value").filter(it -> !FUNCTIONS.contains(it.getType())).isPresent();
    }
    return EXPRESSIONS.contains(node.getType()) && !parent.getType().equals("formal_parameters");
  }
}
