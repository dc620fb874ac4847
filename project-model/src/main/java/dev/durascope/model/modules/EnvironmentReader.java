package dev.durascope.model.modules;

import dev.durascope.model.text.Located;
import dev.durascope.model.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.treesitter.TSNode;

/**
 * Reads which names surely stand for the bindings: the second parameter of a handler in {@code
 * export default {…}}, and {@code env} imported from {@code cloudflare:workers}.
 *
 * <p>A parameter called {@code env} of any other function may be anything.
 */
final class EnvironmentReader {

  private static final Set<String> HANDLERS =
      Set.of("fetch", "scheduled", "queue", "email", "tail", "tailStream", "test");

  private static final Set<String> WRAPPERS =
      Set.of("satisfies_expression", "as_expression", "type_assertion", "parenthesized_expression");

  private final SyntaxTree tree;
  private final List<Located<String>> found = new ArrayList<>();

  private EnvironmentReader(SyntaxTree tree) {
    this.tree = tree;
  }

  static List<Located<String>> read(SyntaxTree tree) {
    var reader = new EnvironmentReader(tree);
    for (var statement : tree.named(tree.root())) {
      switch (statement.getType()) {
        case "import_statement" -> reader.imported(statement);
        case "export_statement" -> {
          if (tree.hasToken(statement, "default")) {
            tree.field(statement, "value").ifPresent(reader::handlers);
          }
        }
        default -> {}
      }
    }
    return reader.found;
  }

  private void imported(TSNode statement) {
    boolean platform =
        tree.field(statement, "source")
            .filter(source -> tree.name(source).equals("cloudflare:workers"))
            .isPresent();
    if (!platform || tree.hasToken(statement, "type")) {
      return;
    }
    tree.child(statement, "import_clause")
        .flatMap(clause -> tree.child(clause, "named_imports"))
        .ifPresent(
            names -> {
              for (var each : tree.named(names)) {
                var name = tree.field(each, "name");
                if (name.filter(it -> tree.text(it).equals("env")).isPresent()) {
                  var local = tree.field(each, "alias").orElse(name.get());
                  found.add(new Located<>(tree.text(local), tree.span(tree.root())));
                }
              }
            });
  }

  private void handlers(TSNode value) {
    if (WRAPPERS.contains(value.getType())) {
      // The object is what stands in them beside types.
      tree.named(value).stream()
          .filter(each -> each.getType().equals("object") || WRAPPERS.contains(each.getType()))
          .forEach(this::handlers);
      return;
    }
    if (!value.getType().equals("object")) {
      return;
    }
    for (var member : tree.named(value)) {
      switch (member.getType()) {
        case "method_definition" ->
            tree.field(member, "name").ifPresent(name -> handler(name, member));
        case "pair" ->
            tree.field(member, "value")
                .filter(
                    function -> function.getType().matches("arrow_function|function_expression"))
                .ifPresent(
                    function ->
                        tree.field(member, "key").ifPresent(name -> handler(name, function)));
        default -> {}
      }
    }
  }

  private void handler(TSNode name, TSNode function) {
    if (!HANDLERS.contains(tree.name(name))) {
      return;
    }
    var parameters =
        tree.field(function, "parameters").map(tree::named).orElse(List.of()).stream()
            .filter(each -> !each.getType().equals("comment"))
            .toList();
    if (parameters.size() >= 2) {
      var second = parameters.get(1);
      var pattern = tree.field(second, "pattern").orElse(second);
      if (pattern.getType().equals("identifier")) {
        Span scope = tree.span(function);
        found.add(new Located<>(tree.text(pattern), scope));
      }
    }
  }
}
