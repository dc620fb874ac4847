package dev.durascope.languageserver.types;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import dev.durascope.languageserver.analysis.EnvironmentView;
import dev.durascope.model.config.Environment;
import dev.durascope.model.modules.ExportLookup.Exported;
import dev.durascope.model.text.Located;
import dev.durascope.model.text.Span;
import dev.durascope.model.tree.Node;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The members of {@code env} in one environment, with the types that wrangler gives them, each at
 * the place where its name is written.
 *
 * <p>A class is named by the module that it is exported from, {@code import("./src/index").Room},
 * so that calls of its methods have types; where it surely is not exported, or cannot be found, it
 * is named in a comment, as wrangler does.
 *
 * @param worker the name by which the Worker binds itself
 * @param others whose classes may be bound too
 * @param declaration the file that the types are for: modules are named as seen from there
 * @param strictVars whether a variable's type is its value
 */
record EnvMembers(
    EnvironmentView view,
    String worker,
    FurtherWorkers others,
    Path declaration,
    boolean strictVars) {

  private static final Gson JSON =
      new GsonBuilder().disableHtmlEscaping().serializeNulls().create();

  /** The types by name. Secrets have no place in the configuration: theirs is its beginning. */
  SequencedMap<String, Located<String>> types(Collection<String> secrets, boolean isOneOfMany) {
    var types = new LinkedHashMap<String, Located<String>>();
    var environment = view.environment();
    BindingType.addTo(types, environment, isOneOfMany);
    if (!isOneOfMany) {
      pipelines(types, environment);
    }
    for (var variable :
        environment.ownValue("vars").flatMap(Node::asTable).orElse(Node.Table.EMPTY).entries()) {
      if (!secrets.contains(variable.key().name())) {
        put(
            types,
            new Located<>(variable.key().name(), variable.key().span()),
            variable(variable.value()));
      }
    }
    secrets.forEach(name -> put(types, new Located<>(name, Span.at(0)), "string"));
    for (var binding : environment.durableObjects()) {
      binding
          .name()
          .ifPresent(
              name ->
                  binding
                      .className()
                      .ifPresent(
                          type -> put(types, name, namespace(type.value(), binding.scriptName()))));
    }
    for (var service : tables(environment, "services")) {
      service.string("binding").ifPresent(name -> put(types, name, service(service)));
    }
    for (var workflow : tables(environment, "workflows")) {
      workflow.string("binding").ifPresent(name -> put(types, name, workflow(workflow)));
    }
    for (var unsafe :
        environment
            .ownValue("unsafe")
            .flatMap(Node::asTable)
            .map(table -> table.items("bindings"))
            .orElse(List.of())) {
      unsafe
          .asTable()
          .ifPresent(
              table -> table.string("name").ifPresent(name -> put(types, name, unsafe(table))));
    }
    if (isOneOfMany) {
      pipelines(types, environment);
    }
    return types;
  }

  private static void put(
      Map<String, Located<String>> types, Located<String> name, String typeOfIt) {
    types.putIfAbsent(name.value(), new Located<>(typeOfIt, name.span()));
  }

  /** Their records' types are known to Cloudflare only. */
  private static void pipelines(Map<String, Located<String>> types, Environment environment) {
    for (var pipeline : tables(environment, "pipelines")) {
      pipeline
          .string("binding")
          .ifPresent(
              name ->
                  put(
                      types,
                      name,
                      "import(\"cloudflare:pipelines\").Pipeline<import(\"cloudflare:pipelines\").PipelineRecord>"));
    }
  }

  private String namespace(String className, Optional<Located<String>> script) {
    return module(script)
        .flatMap(module -> exported(module, className))
        .map("DurableObjectNamespace<%s>"::formatted)
        .orElseGet(() -> "DurableObjectNamespace /* %s */".formatted(origin(className, script)));
  }

  private String service(Node.Table service) {
    var script = text(service, "service").orElse("");
    var entrypoint = text(service, "entrypoint");
    var module = script.equals(worker) ? Optional.of(view) : others.find(script);
    var type = module.flatMap(each -> exported(each, entrypoint.orElse("default")));
    if (type.isPresent()) {
      return "Service<typeof %s>".formatted(type.get());
    }
    return entrypoint
        .map(name -> "Service /* entrypoint %s from %s */".formatted(name, script))
        .orElseGet(() -> "Fetcher /* %s */".formatted(script));
  }

  private String workflow(Node.Table workflow) {
    var className = text(workflow, "class_name").orElse("");
    var script = workflow.string("script_name");
    return module(script)
        .flatMap(module -> exported(module, className))
        .map("Workflow<Parameters<%s['run']>[0]['payload']>"::formatted)
        .orElseGet(() -> "Workflow /* %s */".formatted(origin(className, script)));
  }

  /** The Worker that has a class: this one only where the binding names none. */
  private Optional<EnvironmentView> module(Optional<Located<String>> script) {
    return script.isEmpty() ? Optional.of(view) : others.find(script.get().value());
  }

  private static String origin(String className, Optional<Located<String>> script) {
    return className + script.map(name -> " from " + name.value()).orElse("");
  }

  private static String unsafe(Node.Table binding) {
    return switch (text(binding, "type").orElse("")) {
      case "ratelimit" -> "RateLimit";
      case "service" -> "Fetcher";
      default -> "any";
    };
  }

  /** What a Worker's entry point exports as {@code name}, seen from the declaration. */
  private Optional<String> exported(EnvironmentView from, String name) {
    return from.lookup(name) instanceof Exported
        ? entryModule(from).map(module -> "import(\"%s\").%s".formatted(module, name))
        : Optional.empty();
  }

  /** The entry point as an import in the declaration names it. */
  Optional<String> entryModule() {
    return entryModule(view);
  }

  private Optional<String> entryModule(EnvironmentView of) {
    return of.entryFile()
        .map(
            file -> {
              var from = declaration.getParent();
              var relative = (from == null ? file : from.relativize(file)).toString();
              var path = relative.replace('\\', '/').replaceFirst("\\.[^./]*$", "");
              return path.startsWith("../") ? path : "./" + path;
            });
  }

  private String variable(Node value) {
    var plain = normal(value.toPlain());
    if (strictVars) {
      return JSON.toJson(plain);
    }
    return plain instanceof List<?> items ? ofItems(items) : typeof(plain);
  }

  /** {@code (number|string)[]}. */
  private static String ofItems(List<?> items) {
    var types =
        items.stream().map(EnvMembers::typeof).collect(Collectors.toCollection(TreeSet::new));
    if (types.isEmpty()) {
      return "unknown[]";
    }
    return types.size() == 1 ? types.getFirst() + "[]" : "(" + String.join("|", types) + ")[]";
  }

  private static String typeof(@Nullable Object value) {
    return switch (value) {
      case String _ -> "string";
      case Number _ -> "number";
      case Boolean _ -> "boolean";
      case null, default -> "object";
    };
  }

  /** JavaScript knows one kind of numbers: {@code 5.0} is written {@code 5}. */
  private static @Nullable Object normal(@Nullable Object value) {
    return switch (value) {
      case null -> null;
      case Number number when number.doubleValue() == number.longValue() -> number.longValue();
      case Number number -> number.doubleValue();
      case List<?> items -> items.stream().map(EnvMembers::normal).toList();
      case Map<?, ?> map -> {
        var normal = new LinkedHashMap<Object, @Nullable Object>();
        map.forEach((key, each) -> normal.put(key, normal(each)));
        yield normal;
      }
      case Boolean flag -> flag;
      default -> value.toString();
    };
  }

  private static Optional<String> text(Node.Table table, String key) {
    return table.string(key).map(Located::value);
  }

  private static List<Node.Table> tables(Environment environment, String key) {
    return environment.ownValue(key).map(Node::asItems).orElse(List.of()).stream()
        .flatMap(item -> item.asTable().stream())
        .toList();
  }
}
