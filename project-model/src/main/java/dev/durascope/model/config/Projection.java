package dev.durascope.model.config;

import dev.durascope.model.config.EffectiveConfig.Assets;
import dev.durascope.model.config.EffectiveConfig.BuildCommand;
import dev.durascope.model.config.EffectiveConfig.Bundling;
import dev.durascope.model.config.EffectiveConfig.DurableObjectBinding;
import dev.durascope.model.config.EffectiveConfig.Rule;
import dev.durascope.model.config.Lifecycle.LiveClass;
import dev.durascope.model.config.Lifecycle.Storage;
import dev.durascope.model.text.Located;
import dev.durascope.model.text.Span;
import dev.durascope.model.tree.Node;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes an {@link EffectiveConfig}: picks the environment, and turns located facts into values. */
final class Projection {

  private static final String DEFAULT_WATCH_DIRECTORY = "./src";

  private final WranglerConfig config;
  private final Environment environment;
  private final List<ConfigProblem> problems = new ArrayList<>();

  Projection(WranglerConfig config, Optional<String> requested) {
    this.config = config;
    for (var problem : config.document().problems()) {
      problems.add(config.problem(problem.span(), problem.message()));
    }
    this.environment = requested.map(this::choose).orElseGet(config::top);
  }

  private Environment choose(String requested) {
    var known = config.named();
    var found = known.get(requested);
    if (found != null) {
      return found;
    }
    var remedy =
        known.isEmpty()
            ? "; it has none: add [env." + requested + "] or leave --env out"
            : "; it has " + String.join(", ", known.keySet());
    problems.add(
        config.problem(Span.at(0), "There is no environment \"" + requested + "\" here" + remedy));
    // Not even non-inherited keys are lost: the top level stands for the missing environment.
    var root = config.document().root();
    var nameless =
        new Node.Table(
            root.span(),
            root.anchor(),
            root.header(),
            root.entries().stream().filter(e -> !e.key().name().equals("name")).toList());
    return new Environment(Optional.of(requested), nameless, root);
  }

  EffectiveConfig project() {
    var lifecycle = environment.lifecycle();
    var triggers = new Triggers(environment);
    return new EffectiveConfig(
        config.file(),
        environment.name(),
        environment.workerName(),
        EntryPoint.of(config, environment).map(EntryPoint::file),
        inheritedString("compatibility_date"),
        environment.inherited("compatibility_flags").map(Projection::strings).orElse(List.of()),
        durableObjects(),
        vars(),
        rules(),
        stringMap(config.document().root().get("alias")),
        stringMap(environment.ownValue("define")),
        classes(lifecycle, Storage.SQLITE),
        classes(lifecycle, Storage.KEY_VALUE),
        ClassHistory.of(environment),
        build(),
        bundling(),
        inheritedString("tsconfig").flatMap(this::path),
        limit("cpu_ms"),
        limit("subrequests"),
        OtherBindings.of(environment),
        requiredSecrets(),
        triggers.crons(),
        triggers.queueConsumers(),
        assets(),
        Containers.imagesByClass(environment),
        problems);
  }

  private List<DurableObjectBinding> durableObjects() {
    var bindings = new ArrayList<DurableObjectBinding>();
    for (var entry : environment.durableObjects()) {
      var name = entry.name();
      var className = entry.className();
      if (name.isPresent() && className.isPresent()) {
        var script =
            entry.isOwnClass(environment)
                ? Optional.<String>empty()
                : entry.scriptName().map(Located::value);
        bindings.add(new DurableObjectBinding(name.get().value(), className.get().value(), script));
      } else {
        var field = name.isEmpty() ? "name" : "class_name";
        problems.add(
            config.problem(
                entry.table().anchor(), "binding should have a string \"" + field + "\" field."));
      }
    }
    return bindings;
  }

  private Map<String, @Nullable Object> vars() {
    var vars = new LinkedHashMap<String, @Nullable Object>();
    environment
        .ownValue("vars")
        .flatMap(Node::asTable)
        .ifPresent(
            table ->
                table
                    .entries()
                    .forEach(entry -> vars.put(entry.key().name(), entry.value().toPlain())));
    return Collections.unmodifiableMap(vars);
  }

  private Optional<List<String>> requiredSecrets() {
    return environment
        .inherited("secrets")
        .flatMap(Node::asTable)
        .map(table -> table.get("required").map(Projection::strings).orElse(List.of()));
  }

  private Optional<Assets> assets() {
    var written = environment.inherited("assets").flatMap(Node::asTable);
    return written.flatMap(
        table ->
            table
                .string("directory")
                .flatMap(directory -> path(directory.value()))
                .map(
                    directory ->
                        new Assets(
                            directory,
                            table.string("binding").map(Located::value),
                            table.string("html_handling").map(Located::value),
                            table.string("not_found_handling").map(Located::value),
                            runWorkerFirst(table.get("run_worker_first")))));
  }

  private static List<String> runWorkerFirst(Optional<Node> written) {
    if (written.flatMap(Node::asBoolean).orElse(false)) {
      return List.of("/*");
    }
    return written.map(Projection::strings).orElse(List.of());
  }

  private List<Rule> rules() {
    var rules = new ArrayList<Rule>();
    var build = environment.inherited("build").flatMap(Node::asTable);
    var legacy = build.flatMap(table -> table.table("upload")).map(table -> table.items("rules"));
    var written = environment.inherited("rules").map(Node::asItems).or(() -> legacy);
    for (var item : written.orElse(List.of())) {
      var rule = item.asTable().orElse(Node.Table.EMPTY);
      rule.string("type")
          .ifPresent(
              type ->
                  rules.add(
                      new Rule(
                          type.value(),
                          rule.get("globs").map(Projection::strings).orElse(List.of()),
                          rule.get("fallthrough").flatMap(Node::asBoolean).orElse(false))));
    }
    return rules;
  }

  private Optional<Long> limit(String name) {
    return environment
        .inherited("limits")
        .flatMap(Node::asTable)
        .flatMap(table -> table.get(name))
        .flatMap(
            node ->
                node instanceof Node.Numeric number
                    ? Optional.of(number.value().longValue())
                    : Optional.empty());
  }

  private Optional<BuildCommand> build() {
    var build = environment.inherited("build").flatMap(Node::asTable);
    return build
        .flatMap(table -> table.string("command"))
        .map(
            command ->
                new BuildCommand(
                    command.value(),
                    build
                        .flatMap(table -> table.string("cwd"))
                        .flatMap(cwd -> path(cwd.value()))
                        .orElse(config.directory()),
                    watchDirectories(build.get().get("watch_dir"))));
  }

  private Bundling bundling() {
    var noBundle = flag("no_bundle").orElse(false);
    return new Bundling(
        noBundle,
        flag("find_additional_modules").orElse(noBundle),
        inheritedString("base_dir").flatMap(this::path),
        flag("preserve_file_names").orElse(false),
        flag("minify").orElse(false),
        flag("keep_names").orElse(true),
        inheritedString("jsx_factory"),
        inheritedString("jsx_fragment"),
        environment.inherited("pages_build_output_dir").isPresent());
  }

  private Optional<Boolean> flag(String key) {
    return environment.inherited(key).flatMap(Node::asBoolean);
  }

  private List<Path> watchDirectories(Optional<Node> written) {
    var names =
        written
            .map(node -> node.asString().map(text -> List.of(text.value())).orElse(strings(node)))
            .orElse(List.of(DEFAULT_WATCH_DIRECTORY));
    return names.stream().flatMap(name -> path(name).stream()).toList();
  }

  private Optional<String> inheritedString(String key) {
    return environment.inherited(key).flatMap(Node::asString).map(Located::value);
  }

  private Optional<Path> path(String written) {
    try {
      return Optional.of(config.directory().resolve(written).normalize());
    } catch (InvalidPathException notAPath) {
      problems.add(config.problem(Span.at(0), "\"" + written + "\" is not a path"));
      return Optional.empty();
    }
  }

  private static Set<String> classes(Lifecycle lifecycle, Storage storage) {
    return lifecycle.live().values().stream()
        .filter(live -> live.storage() == storage)
        .map(LiveClass::name)
        .collect(Collectors.toUnmodifiableSet());
  }

  private static List<String> strings(Node node) {
    return node.asItems().stream()
        .flatMap(item -> item.asString().stream())
        .map(Located::value)
        .toList();
  }

  private static Map<String, String> stringMap(Optional<Node> node) {
    var map = new LinkedHashMap<String, String>();
    node.flatMap(Node::asTable)
        .ifPresent(
            table ->
                table
                    .entries()
                    .forEach(
                        entry ->
                            entry
                                .value()
                                .asString()
                                .ifPresent(text -> map.put(entry.key().name(), text.value()))));
    return map;
  }
}
