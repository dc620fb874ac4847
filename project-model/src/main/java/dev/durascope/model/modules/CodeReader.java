package dev.durascope.model.modules;

import dev.durascope.model.modules.CodeFile.Call;
import dev.durascope.model.modules.CodeFile.ClassCode;
import dev.durascope.model.text.Located;
import dev.durascope.model.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.treesitter.TSNode;
import org.treesitter.TSQuery;
import org.treesitter.TSQueryCursor;
import org.treesitter.TSQueryMatch;

/**
 * Reads a {@link CodeFile} from a syntax tree.
 *
 * <p>A query finds the few nodes that matter, in native code: a walk over all of a long file's
 * nodes would take longer than a keystroke may.
 */
final class CodeReader {

  /** The methods whose calls say something about Durable Objects. */
  private static final Set<String> METHODS =
      Set.of(
          "accept",
          "acceptWebSocket",
          "addEventListener",
          "deleteAll",
          "delete",
          "exec",
          "fetch",
          "get",
          "getByName",
          "idFromName",
          "idFromString",
          "jurisdiction",
          "newUniqueID",
          "newUniqueId",
          "put",
          "setAlarm",
          "transaction");

  private static final String PATTERNS =
      """
      (call_expression
        function: (member_expression property: (property_identifier) @method)
        arguments: (arguments)) @call
      (class_declaration) @class
      (import_statement source: (string) @import)
      (export_statement source: (string) @import)
      (call_expression function: (import) arguments: (arguments . (string) @import))
      """;

  private static final Pattern PASSES_ITSELF = Pattern.compile("[(,]\\s*this\\s*[,)]");

  private static final int MAX_DEPTH = 4;

  private final SyntaxTree tree;
  private final List<Located<String>> imports = new ArrayList<>();
  private final List<Call> calls = new ArrayList<>();
  private final List<ClassCode> classes = new ArrayList<>();

  private CodeReader(SyntaxTree tree) {
    this.tree = tree;
  }

  static CodeFile read(SyntaxTree tree, Grammar grammar) {
    return new CodeReader(tree).read(grammar);
  }

  /** The query for each grammar, made when it is first needed. */
  static TSQuery query(Grammar grammar) {
    return switch (grammar) {
      case JAVASCRIPT -> Javascript.QUERY;
      case TYPESCRIPT -> Typescript.QUERY;
      case TSX -> Tsx.QUERY;
    };
  }

  private static final class Javascript {
    static final TSQuery QUERY = new TSQuery(Grammar.JAVASCRIPT.language(), PATTERNS);
  }

  private static final class Typescript {
    static final TSQuery QUERY = new TSQuery(Grammar.TYPESCRIPT.language(), typed());
  }

  private static final class Tsx {
    static final TSQuery QUERY = new TSQuery(Grammar.TSX.language(), typed());
  }

  private static String typed() {
    return PATTERNS + "(abstract_class_declaration) @class\n";
  }

  private CodeFile read(Grammar grammar) {
    var query = query(grammar);
    try (var cursor = new TSQueryCursor()) {
      cursor.exec(query, tree.root());
      var match = new TSQueryMatch();
      while (cursor.nextMatch(match)) {
        match(query, match);
      }
    }
    return new CodeFile(imports, calls, classes);
  }

  private void match(TSQuery query, TSQueryMatch match) {
    Optional<TSNode> call = Optional.empty();
    for (var capture : match.getCaptures()) {
      var node = capture.getNode();
      switch (query.getCaptureNameForId(capture.getIndex())) {
        case "import" -> imports.add(new Located<>(tree.name(node), inside(node)));
        case "class" -> classes.add(classCode(node));
        case "call" -> call = Optional.of(node);
        case "method" -> {
          var name = tree.text(node);
          if (METHODS.contains(name)) {
            var method = new Located<>(name, tree.span(node));
            call.ifPresent(found -> calls.add(call(found, method)));
          }
        }
        default -> {}
      }
    }
  }

  private Call call(TSNode node, Located<String> method) {
    var function = tree.field(node, "function").orElse(node);
    var receiver = tree.field(function, "object").map(tree::text).orElse("");
    var arguments = new ArrayList<Expression>();
    for (var argument : tree.named(tree.field(node, "arguments").orElse(node))) {
      if (!argument.getType().equals("comment")) {
        arguments.add(expression(argument, MAX_DEPTH));
      }
    }
    return new Call(plain(receiver), method, tree.span(node), block(node), arguments);
  }

  private Span block(TSNode node) {
    var at = node;
    while (!at.getType().equals("statement_block")) {
      var parent = at.getParent();
      if (parent == null || parent.isNull()) {
        break;
      }
      at = parent;
    }
    return tree.span(at);
  }

  static String plain(String receiver) {
    return receiver.replaceAll("\\s+", "").replace("?.", ".").replace("!", "");
  }

  private Expression expression(TSNode node, int depth) {
    var span = tree.span(node);
    if (depth == 0) {
      return new Expression.Other(span, tree.text(node));
    }
    return switch (node.getType()) {
      case "string" -> new Expression.Text(span, inside(node), tree.name(node));
      case "template_string" -> template(node);
      case "array" -> items(node, depth);
      case "object" -> properties(node, depth);
      default -> new Expression.Other(span, tree.text(node));
    };
  }

  private Expression template(TSNode node) {
    var span = tree.span(node);
    return tree.child(node, "template_substitution").isPresent()
        ? new Expression.Other(span, tree.text(node))
        : new Expression.Text(span, inside(node), stripped(tree.text(node)));
  }

  private Expression items(TSNode node, int depth) {
    var items = new ArrayList<Expression>();
    boolean open = false;
    for (var item : tree.named(node)) {
      switch (item.getType()) {
        case "comment" -> {}
        case "spread_element" -> open = true;
        default -> items.add(expression(item, depth - 1));
      }
    }
    return new Expression.Items(tree.span(node), items, open);
  }

  private Expression properties(TSNode node, int depth) {
    var properties = new ArrayList<Expression.Property>();
    boolean open = false;
    for (var item : tree.named(node)) {
      switch (item.getType()) {
        case "comment" -> {}
        case "pair" -> {
          var key = tree.field(item, "key").orElse(item);
          var value = tree.field(item, "value").orElse(item);
          if (key.getType().equals("computed_property_name")) {
            open = true;
          } else {
            properties.add(new Expression.Property(tree.name(key), expression(value, depth - 1)));
          }
        }
        case "shorthand_property_identifier" ->
            properties.add(new Expression.Property(tree.text(item), expression(item, depth - 1)));
        default -> open = true;
      }
    }
    return new Expression.Properties(tree.span(node), properties, open);
  }

  private ClassCode classCode(TSNode node) {
    var name =
        tree.field(node, "name")
            .map(found -> new Located<>(tree.text(found), tree.span(found)))
            .orElseGet(() -> new Located<>("", Span.at(tree.span(node).start())));
    var methods = new ArrayList<Located<String>>();
    tree.field(node, "body").ifPresent(body -> tree.named(body).forEach(it -> member(it, methods)));
    boolean handsOutItself = PASSES_ITSELF.matcher(tree.text(node)).find();
    return new ClassCode(name, base(node), methods, handsOutItself, tree.span(node));
  }

  /** JavaScript has the expression right in the heritage, TypeScript in a clause of its own. */
  private Optional<String> base(TSNode node) {
    return tree.child(node, "class_heritage")
        .map(
            heritage ->
                tree.child(heritage, "extends_clause")
                    .flatMap(clause -> tree.field(clause, "value"))
                    .map(tree::text)
                    .orElseGet(
                        () ->
                            tree.named(heritage).stream()
                                .filter(each -> !each.getType().equals("implements_clause"))
                                .findFirst()
                                .map(tree::text)
                                .orElse("")))
        .filter(base -> !base.isEmpty());
  }

  private void member(TSNode node, List<Located<String>> methods) {
    boolean method = node.getType().equals("method_definition");
    boolean field = List.of("field_definition", "public_field_definition").contains(node.getType());
    if ((!method && !field) || tree.hasToken(node, "static")) {
      return;
    }
    boolean callable =
        method
            || tree.field(node, "value")
                .filter(
                    value ->
                        List.of("arrow_function", "function_expression").contains(value.getType()))
                .isPresent();
    var name = tree.field(node, "name").or(() -> tree.field(node, "property"));
    if (callable && name.isPresent()) {
      methods.add(new Located<>(tree.name(name.get()), tree.span(name.get())));
    }
  }

  private Span inside(TSNode node) {
    var span = tree.span(node);
    return span.length() >= 2 ? new Span(span.start() + 1, span.end() - 1) : span;
  }

  private static String stripped(String quoted) {
    return quoted.length() >= 2 ? quoted.substring(1, quoted.length() - 1) : quoted;
  }
}
