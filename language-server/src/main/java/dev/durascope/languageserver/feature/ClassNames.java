package dev.durascope.languageserver.feature;

import dev.durascope.languageserver.analysis.EnvironmentView;
import dev.durascope.languageserver.analysis.Subject;
import dev.durascope.model.config.Environment;
import dev.durascope.model.modules.ExportLookup.Exported;
import dev.durascope.model.text.Located;
import dev.durascope.model.text.Span;
import dev.durascope.model.tree.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The names of classes, and of the Workers that have them, that may be typed at a place of the
 * configuration: those of the environment that the place is in.
 */
final class ClassNames {

  private ClassNames() {}

  /** The classes that the entry point exports, each with its file, then other values. */
  static Map<String, String> exported(Subject subject, ConfigPlace place) {
    return exported(viewsAt(subject, place));
  }

  private static Map<String, String> exported(List<EnvironmentView> views) {
    var classes = new LinkedHashMap<String, String>();
    var others = new LinkedHashMap<String, String>();
    for (var view : views) {
      for (var name : view.exportedNames()) {
        if (view.lookup(name) instanceof Exported(var kind, var file, _)) {
          switch (kind) {
            case CLASS -> classes.putIfAbsent(name, view.relative(file));
            case VALUE -> others.putIfAbsent(name, view.relative(file));
            case FUNCTION, ENUM, TYPE -> {}
          }
        }
      }
    }
    others.forEach(classes::putIfAbsent);
    return classes;
  }

  /**
   * The classes that a binding may have: those of the Worker that its {@code script_name} names.
   */
  static Map<String, String> bindable(Subject subject, ConfigPlace place) {
    return script(subject, place)
        .map(script -> exported(viewsOf(subject, script)))
        .orElseGet(() -> exported(subject, place));
  }

  /** The other Worker that is named beside the place. */
  private static Optional<String> script(Subject subject, ConfigPlace place) {
    for (var view : subject.bindingViews()) {
      for (var binding : view.environment().durableObjects()) {
        boolean here =
            binding
                .className()
                .map(Located::span)
                .filter(span -> span.touches(place.typed().start()))
                .isPresent();
        if (here && !binding.isOwnClass(view.environment())) {
          return binding.scriptName().map(Located::value);
        }
      }
    }
    return Optional.empty();
  }

  private static List<EnvironmentView> viewsOf(Subject subject, String script) {
    return neighbours(subject)
        .filter(view -> view.environment().workerName().filter(script::equals).isPresent())
        .toList();
  }

  /** The names of the other Workers of the workspace. */
  static List<String> scripts(Subject subject) {
    return neighbours(subject)
        .flatMap(view -> view.environment().workerName().stream())
        .distinct()
        .toList();
  }

  private static Stream<EnvironmentView> neighbours(Subject subject) {
    return subject.neighbours().stream().flatMap(neighbour -> neighbour.views().stream());
  }

  /** The classes that are alive before the migration that the place is in. */
  static List<String> living(Subject subject, ConfigPlace place) {
    return viewsAt(subject, place).stream()
        .map(view -> before(view.environment(), place.typed().start()))
        .flatMap(environment -> environment.lifecycle().live().keySet().stream())
        .distinct()
        .toList();
  }

  /** The environment with the migrations that come before the one at {@code offset}. */
  private static Environment before(Environment environment, int offset) {
    var all = environment.inherited("migrations").map(Node::asItems).orElse(List.of());
    var begun = all.stream().filter(item -> item.span().start() <= offset).toList();
    var earlier = new Node.Array(Span.at(offset), begun.subList(0, Math.max(0, begun.size() - 1)));
    return begun.isEmpty()
        ? environment
        : new Environment(environment.name(), with(environment.own(), earlier), environment.top());
  }

  private static Node.Table with(Node.Table table, Node.Array migrations) {
    var entries = new ArrayList<>(table.entries());
    entries.removeIf(entry -> entry.key().name().equals("migrations"));
    entries.add(new Node.Entry(new Node.Key("migrations", migrations.span()), migrations));
    return new Node.Table(table.span(), table.anchor(), table.header(), entries);
  }

  /** The environment that the place is in; all, where that leads to no code. */
  private static List<EnvironmentView> viewsAt(Subject subject, ConfigPlace place) {
    var here =
        subject.views().stream()
            .filter(view -> view.environment().name().equals(place.environment()))
            .toList();
    boolean leads = here.stream().anyMatch(view -> view.entryFile().isPresent());
    return leads ? here : subject.views();
  }
}
