package dev.durascope.model.modules;

import dev.durascope.model.modules.CodeFile.FieldUse;
import dev.durascope.model.modules.CodeFile.FieldUse.How;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.treesitter.TSNode;
import org.treesitter.TSQuery;
import org.treesitter.TSQueryCursor;
import org.treesitter.TSQueryMatch;

/** Reads what a class does with its own fields: every {@code this.name}, and in which member. */
final class FieldReader {

  private static final String PATTERN =
      """
      (member_expression
        object: (this)
        property: [(property_identifier) (private_property_identifier)] @name) @use
      """;

  private static final Set<String> ONLY_IF_ABSENT = Set.of("??=", "||=");

  private FieldReader() {}

  /**
   * @param part the class itself, or one of its members
   * @param type the class
   */
  static List<FieldUse> read(SyntaxTree tree, TSNode part, TSNode type, Grammar grammar) {
    var uses = new ArrayList<FieldUse>();
    try (var cursor = new TSQueryCursor()) {
      cursor.exec(query(grammar), part);
      var match = new TSQueryMatch();
      while (cursor.nextMatch(match)) {
        var use = match.getCaptures()[0].getNode();
        var name = match.getCaptures()[1].getNode();
        member(tree, use, type)
            .ifPresent(
                member ->
                    uses.add(
                        new FieldUse(tree.text(name), how(tree, use), member, tree.span(name))));
      }
    }
    return uses;
  }

  private static How how(SyntaxTree tree, TSNode use) {
    var parent = use.getParent();
    return switch (parent.getType()) {
      case "assignment_expression" -> isField(tree, parent, "left", use) ? How.WRITTEN : How.READ;
      case "augmented_assignment_expression" ->
          !isField(tree, parent, "left", use)
              ? How.READ
              : tree.field(parent, "operator")
                      .map(tree::text)
                      .filter(ONLY_IF_ABSENT::contains)
                      .isPresent()
                  ? How.REBUILT
                  : How.WRITTEN;
      case "update_expression" -> How.WRITTEN;
      case "call_expression" -> isField(tree, parent, "function", use) ? How.CALLED : How.READ;
      default -> How.READ;
    };
  }

  private static boolean isField(SyntaxTree tree, TSNode parent, String field, TSNode child) {
    return tree.field(parent, field).filter(found -> TSNode.eq(found, child)).isPresent();
  }

  /** The member of {@code type} itself that {@code node} stands in, not one of a nested class. */
  private static Optional<String> member(SyntaxTree tree, TSNode node, TSNode type) {
    var at = node;
    for (var up = node.getParent(); !up.isNull(); up = up.getParent()) {
      if (up.getType().equals("class_body")) {
        var member = at;
        return TSNode.eq(up.getParent(), type)
            ? tree.field(member, "name").or(() -> tree.field(member, "property")).map(tree::name)
            : Optional.empty();
      }
      at = up;
    }
    return Optional.empty();
  }

  /** The query for each grammar, made when it is first needed. */
  private static TSQuery query(Grammar grammar) {
    return switch (grammar) {
      case JAVASCRIPT -> Javascript.QUERY;
      case TYPESCRIPT -> Typescript.QUERY;
      case TSX -> Tsx.QUERY;
    };
  }

  private static final class Javascript {
    static final TSQuery QUERY = new TSQuery(Grammar.JAVASCRIPT.language(), PATTERN);
  }

  private static final class Typescript {
    static final TSQuery QUERY = new TSQuery(Grammar.TYPESCRIPT.language(), PATTERN);
  }

  private static final class Tsx {
    static final TSQuery QUERY = new TSQuery(Grammar.TSX.language(), PATTERN);
  }
}
