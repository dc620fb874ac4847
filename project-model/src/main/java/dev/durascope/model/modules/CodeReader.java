package dev.durascope.model.modules;

import dev.durascope.model.modules.CodeFile.Call;
import dev.durascope.model.modules.CodeFile.ClassCode;
import dev.durascope.model.modules.CodeFile.FieldUse;
import dev.durascope.model.modules.CodeFlow.Loop;
import dev.durascope.model.text.Located;
import dev.durascope.model.text.Span;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
          "blockConcurrencyWhile",
          "deleteAlarm",
          "deleteAll",
          "delete",
          "exec",
          "fetch",
          "get",
          "getByName",
          "idFromName",
          "idFromString",
          "jurisdiction",
          "list",
          "newUniqueID",
          "newUniqueId",
          "next",
          "one",
          "put",
          "raw",
          "setAlarm",
          "setWebSocketAutoResponse",
          "toArray",
          "transaction",
          "transactionSync");

  /** The functions of the global scope whose calls do. */
  private static final Set<String> FUNCTIONS =
      Set.of("addEventListener", "fetch", "setInterval", "setTimeout");

  /** The methods of a namespace that return a stub, whatever is called on which is of interest. */
  private static final Set<String> STUB_MAKERS = Set.of("get", "getByName");

  private static final String PATTERNS =
      """
      (call_expression
        function: (member_expression property: (property_identifier) @method)
        arguments: (arguments)) @call
      (call_expression function: (identifier) @function arguments: (arguments)) @call
      (class_declaration) @class
      (await_expression) @await
      (for_in_statement right: (_) @over body: (_) @body) @loop
      (try_statement body: (_) @attempt handler: (_))
      [(function_declaration) (generator_function_declaration) (function_expression)
        (generator_function) (arrow_function) (method_definition)] @scope
      (import_statement source: (string) @import)
      (export_statement source: (string) @import)
      (call_expression function: (import) arguments: (arguments . (string) @import))
      (statement_block) @block
      (variable_declarator name: (identifier) @variable value: (_) @value)
      (assignment_expression left: (identifier) @variable right: (_) @value)
      """;

  private static final Set<String> FIELDS = Set.of("field_definition", "public_field_definition");

  private static final Set<String> FUNCTION_VALUES =
      Set.of("arrow_function", "function_expression");

  private static final Pattern STATIC = Pattern.compile("\\bstatic\\b");

  private static final Pattern PASSES_ITSELF = Pattern.compile("[(,]\\s*this\\s*[,)]");

  private static final int MAX_DEPTH = 4;

  private final SyntaxTree tree;
  private final Grammar grammar;
  private final List<Located<String>> imports = new ArrayList<>();
  private final List<Call> calls = new ArrayList<>();
  private final List<ClassCode> classes = new ArrayList<>();
  private final List<Span> functions = new ArrayList<>();
  private final List<Span> awaits = new ArrayList<>();
  private final List<Span> attempts = new ArrayList<>();
  private final List<Loop> loops = new ArrayList<>();

  private final Nested<Span> blocks = new Nested<>();
  private final Nested<Given> given = new Nested<>();

  /** A variable that is given a value. */
  private record Given(String variable, TSNode value) {}

  /** The variables that may hold a stub. */
  private final Set<String> stubs = new HashSet<>();

  private CodeReader(SyntaxTree tree, Grammar grammar) {
    this.tree = tree;
    this.grammar = grammar;
  }

  static CodeFile read(SyntaxTree tree, Grammar grammar) {
    return new CodeReader(tree, grammar).read();
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

  /**
   * With type arguments the grammar takes {@code await a.b<T>(c)} for a call of {@code await a.b}.
   */
  private static String typed() {
    return PATTERNS
        + """
        (abstract_class_declaration) @class
        (call_expression
          function: (await_expression
            (member_expression property: (property_identifier) @method))
          arguments: (arguments)) @call
        """;
  }

  private CodeFile read() {
    matches(tree.root());
    return found(EnvironmentReader.read(tree));
  }

  /** What stands in {@code parts} of the tree, which know the variables in {@code stubs}. */
  static CodeFile read(SyntaxTree tree, Grammar grammar, List<TSNode> parts, Set<String> stubs) {
    var reader = new CodeReader(tree, grammar);
    reader.stubs.addAll(stubs);
    parts.forEach(reader::matches);
    return reader.found(List.of());
  }

  /** The variables that may hold a stub because of one of {@code calls}. */
  static Set<String> stubs(Stream<Call> calls) {
    return calls
        .filter(call -> STUB_MAKERS.contains(call.method().value()))
        .flatMap(call -> call.result().stream())
        .collect(Collectors.toSet());
  }

  private CodeFile found(List<Located<String>> environments) {
    return new CodeFile(
        imports,
        calls,
        classes,
        new CodeFlow(functions, awaits, loops, attempts),
        environments,
        new Words(tree.text()));
  }

  private void matches(TSNode part) {
    var query = query(grammar);
    // Asking for a name is a call into native code, too: once for each, not once for each match.
    var names = new String[query.getCaptureCount()];
    for (int i = 0; i < names.length; i++) {
      names[i] = query.getCaptureNameForId(i);
    }
    try (var cursor = new TSQueryCursor()) {
      cursor.exec(query, part);
      var match = new TSQueryMatch();
      while (cursor.nextMatch(match)) {
        match(names, match);
      }
    }
  }

  private void match(String[] names, TSQueryMatch match) {
    var captures = match.getCaptures();
    for (int i = 0; i < captures.length; i++) {
      var node = captures[i].getNode();
      switch (names[captures[i].getIndex()]) {
        case "import" -> imports.add(new Located<>(tree.name(node), inside(node)));
        case "class" -> classes.add(classCode(node));
        case "method" -> method(captures[0].getNode(), node);
        case "function" -> function(captures[0].getNode(), node);
        case "scope" -> functions.add(tree.span(node));
        case "await" -> awaits.add(tree.span(node));
        case "attempt" -> attempts.add(tree.span(node));
        case "block" -> blocks.add(tree.span(node), tree.span(node));
        case "variable" -> given(node, captures[i + 1].getNode());
        case "loop" -> loop(node, captures[i + 1].getNode(), captures[i + 2].getNode());
        default -> {}
      }
    }
  }

  private void method(TSNode call, TSNode node) {
    var name = tree.text(node);
    if (METHODS.contains(name) || isOfStub(call)) {
      var receiver = tree.field(callee(call), "object").map(tree::text).orElse("");
      var read = call(call, plain(receiver), new Located<>(name, tree.span(node)));
      calls.add(read);
      if (STUB_MAKERS.contains(name)) {
        read.result().ifPresent(stubs::add);
      }
    }
  }

  /** Whether the receiver may be a stub: such a variable, or what {@code get(…)} returned. */
  private boolean isOfStub(TSNode call) {
    return tree.field(callee(call), "object")
        .map(
            object ->
                object.getType().equals("non_null_expression")
                    ? tree.named(object).getFirst()
                    : object)
        .filter(
            receiver ->
                switch (receiver.getType()) {
                  case "identifier" -> !stubs.isEmpty() && stubs.contains(tree.text(receiver));
                  case "call_expression" ->
                      tree.field(callee(receiver), "property")
                          .filter(property -> STUB_MAKERS.contains(tree.text(property)))
                          .isPresent();
                  default -> false;
                })
        .isPresent();
  }

  private TSNode callee(TSNode call) {
    var function = tree.field(call, "function").orElse(call);
    return function.getType().equals("await_expression")
        ? tree.named(function).getFirst()
        : function;
  }

  private void function(TSNode call, TSNode node) {
    var name = tree.text(node);
    if (FUNCTIONS.contains(name)) {
      calls.add(call(call, "", new Located<>(name, tree.span(node))));
    }
  }

  private void loop(TSNode node, TSNode over, TSNode body) {
    if (tree.hasToken(node, "of")) {
      loops.add(new Loop(tree.span(over), tree.text(over), tree.span(body)));
    }
  }

  private Call call(TSNode node, String receiver, Located<String> method) {
    var arguments = new ArrayList<Expression>();
    for (var argument : tree.named(tree.field(node, "arguments").orElse(node))) {
      if (!argument.getType().equals("comment")) {
        arguments.add(expression(argument, MAX_DEPTH));
      }
    }
    return new Call(receiver, method, tree.span(node), block(node), arguments, result(node));
  }

  private void given(TSNode variable, TSNode value) {
    given.add(tree.span(value), new Given(tree.text(variable), value));
  }

  /** The variable that is given what {@code call} returns, with nothing done to it before. */
  private Optional<String> result(TSNode call) {
    var place = tree.span(call);
    return given
        .innermost(place)
        .filter(it -> isBare(it.value(), call, place))
        .map(Given::variable);
  }

  /** Whether {@code value} is what {@code call} in it returns. */
  private boolean isBare(TSNode value, TSNode call, Span place) {
    var at = Optional.of(value);
    while (at.isPresent() && !TSNode.eq(at.get(), call)) {
      var around = at.get();
      at =
          switch (around.getType()) {
            case "await_expression",
                "parenthesized_expression",
                "as_expression",
                "satisfies_expression",
                "non_null_expression" ->
                inner(around, place);
            case "binary_expression" ->
                tree.field(around, "operator")
                    .filter(operator -> tree.text(operator).matches("\\?\\?|\\|\\|"))
                    .flatMap(_ -> inner(around, place));
            default -> Optional.empty();
          };
    }
    return at.isPresent();
  }

  private Optional<TSNode> inner(TSNode node, Span place) {
    return tree.named(node).stream().filter(each -> tree.span(each).encloses(place)).findFirst();
  }

  private Span block(TSNode node) {
    return blocks.innermost(tree.span(node)).orElseGet(() -> tree.span(tree.root()));
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
    var text = tree.text(node);
    var fields =
        takesSockets(text) ? FieldReader.read(tree, node, node, grammar) : List.<FieldUse>of();
    return new ClassCode(name, base(node), methods, fields, handsOutItself(text), tree.span(node));
  }

  /** Whether a class of this text takes hibernatable sockets. */
  static boolean takesSockets(String text) {
    return text.contains("acceptWebSocket(");
  }

  static boolean handsOutItself(String text) {
    return text.contains("this") && PASSES_ITSELF.matcher(text).find();
  }

  /** The methods among {@code members} of a class. */
  static List<Located<String>> methods(SyntaxTree tree, Grammar grammar, List<TSNode> members) {
    var methods = new ArrayList<Located<String>>();
    var reader = new CodeReader(tree, grammar);
    members.stream().filter(TSNode::isNamed).forEach(each -> reader.member(each, methods));
    return methods;
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
    var type = node.getType();
    boolean method = type.equals("method_definition");
    if (!method && !FIELDS.contains(type)) {
      return;
    }
    boolean callable =
        method
            || tree.field(node, "value")
                .filter(value -> FUNCTION_VALUES.contains(value.getType()))
                .isPresent();
    var name = tree.field(node, "name").or(() -> tree.field(node, "property"));
    if (callable && name.isPresent() && !STATIC.matcher(tree.between(node, name.get())).find()) {
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
