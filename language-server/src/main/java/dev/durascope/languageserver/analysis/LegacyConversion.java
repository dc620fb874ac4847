package dev.durascope.languageserver.analysis;

import dev.durascope.model.config.EntryPoint;
import dev.durascope.model.config.Environment;
import dev.durascope.model.config.WranglerConfig;
import dev.durascope.model.text.Located;
import dev.durascope.model.tree.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Writes all that is of wrangler 1 in a configuration as today's wrangler has it: {@code
 * build.upload} as {@code main} and {@code rules}, {@code node_compat} as the flag for Node's
 * modules, and {@code type} and {@code legacy_env}, which mean nothing any more, not at all.
 *
 * <p>What comes out is read again: beside these keys it has to say what it said.
 */
public final class LegacyConversion {

  public static final String TITLE = "Write the keys of wrangler 1 as today's";

  private static final String NODE_FLAG = "nodejs_compat";

  private Draft draft;

  private LegacyConversion(WranglerConfig config) {
    draft = Draft.of(config);
  }

  /** The conversion; empty where there is nothing to convert, or no certain way to do it. */
  public static Optional<Fix> of(WranglerConfig config) {
    return config.document().problems().isEmpty()
        ? new LegacyConversion(config).converted()
        : Optional.empty();
  }

  /** The keys of wrangler 1, for which the conversion is. */
  public static List<Node.Entry> entries(WranglerConfig config) {
    var found = new ArrayList<Node.Entry>();
    var root = config.document().root();
    root.entry("type").filter(entry -> entry.value() instanceof Node.Text).ifPresent(found::add);
    root.entry("legacy_env").ifPresent(found::add);
    for (var environment : config.environments()) {
      environment.own().entry("node_compat").ifPresent(found::add);
      environment
          .own()
          .table("build")
          .flatMap(build -> build.entry("upload"))
          .filter(upload -> upload.value() instanceof Node.Table)
          .ifPresent(found::add);
    }
    return found;
  }

  private Optional<Fix> converted() {
    var original = draft.original();
    if (entries(original).isEmpty()) {
      return Optional.empty();
    }
    var expected = new LinkedHashMap<String, Map<String, @Nullable Object>>();
    for (var environment : original.environments()) {
      expected.put(environment.name().orElse(""), expected(environment));
    }
    for (var name : original.environments().stream().map(Environment::name).toList()) {
      var main = main(original, at(original, name));
      if (!rules(name) || !removeUpload(name)) {
        return Optional.empty();
      }
      if (main.isPresent()) {
        change(StatementEdit.add(draft.current(), at(name), "main", quoted(main.get())));
      }
      nodeFlag(name);
    }
    var root = draft.current().document().root();
    root.entry("type")
        .filter(entry -> entry.value() instanceof Node.Text)
        .ifPresent(entry -> change(TextRemoval.entry(draft.current(), entry)));
    draft
        .current()
        .document()
        .root()
        .entry("legacy_env")
        .ifPresent(entry -> change(TextRemoval.entry(draft.current(), entry)));
    return says(expected) ? Optional.of(new Fix(TITLE, draft.edits())) : Optional.empty();
  }

  /** {@code main}, where only the section has it: relative to the configuration. */
  private static Optional<String> main(WranglerConfig config, Environment environment) {
    boolean hasOwn =
        environment.own().table("build").filter(b -> b.table("upload").isPresent()).isPresent();
    return !hasOwn || environment.inherited("main").isPresent()
        ? Optional.empty()
        : EntryPoint.of(config, environment)
            .map(entry -> config.directory().relativize(entry.file()).toString())
            .map(path -> path.replace('\\', '/'));
  }

  private boolean rules(Optional<String> name) {
    var config = draft.current();
    var rules = upload(at(name)).flatMap(table -> table.entry("rules"));
    if (rules.isEmpty()) {
      return true;
    }
    if (at(name).inherited("rules").isPresent()) {
      return false;
    }
    var key = name.map(each -> "env." + LifecycleEdit.tomlKey(each) + ".").orElse("") + "rules";
    var value = rules.get().value();
    boolean isHeaded = value.asItems().stream().anyMatch(LegacyConversion::isHeaded);
    if (isHeaded) {
      draft =
          draft.with(
              value.asItems().stream()
                  .map(item -> new Fix.Edit(new Place(config.file(), item.anchor()), key))
                  .toList());
      return true;
    }
    change(StatementEdit.add(config, at(name), "rules", StatementEdit.raw(config, rules.get())));
    upload(at(name))
        .flatMap(table -> table.entry("rules"))
        .ifPresent(entry -> change(TextRemoval.entry(draft.current(), entry)));
    return true;
  }

  private static boolean isHeaded(Node node) {
    return node instanceof Node.Table table && table.header().isPresent();
  }

  private boolean removeUpload(Optional<String> name) {
    var config = draft.current();
    var build = at(name).own().table("build");
    var upload = build.flatMap(table -> table.entry("upload"));
    if (upload.isEmpty() || !(upload.get().value() instanceof Node.Table table)) {
      return true;
    }
    boolean isAlone = build.get().entries().size() == 1;
    if (config.isToml() && !config.document().text().startsWith("{", table.span().start())) {
      if (table.header().isEmpty()) {
        return false;
      }
      draft = draft.with(StatementEdit.removeTable(config, table));
    } else {
      var gone =
          isAlone && build.get().header().isEmpty()
              ? at(name).own().entry("build").orElseThrow()
              : upload.get();
      change(TextRemoval.entry(config, gone));
    }
    at(name)
        .own()
        .table("build")
        .filter(left -> left.entries().isEmpty() && left.header().isPresent())
        .ifPresent(left -> draft = draft.with(StatementEdit.removeTable(draft.current(), left)));
    return true;
  }

  private void nodeFlag(Optional<String> name) {
    var entry = at(name).own().entry("node_compat");
    if (entry.isEmpty()) {
      return;
    }
    boolean isOn = entry.get().value().asBoolean().orElse(false);
    change(TextRemoval.entry(draft.current(), entry.get()));
    if (isOn && !flags(at(name)).contains(NODE_FLAG)) {
      var own = at(name).own().get("compatibility_flags");
      if (own.isPresent() && own.get() instanceof Node.Array list) {
        change(TextInsertion.intoArray(draft.current(), list, List.of(quoted(NODE_FLAG))));
      } else {
        var all = new ArrayList<>(flags(at(name)));
        all.add(NODE_FLAG);
        var value = "[" + String.join(", ", all.stream().map(flag -> quoted(flag)).toList()) + "]";
        change(StatementEdit.add(draft.current(), at(name), "compatibility_flags", value));
      }
    }
  }

  private static List<String> flags(Environment environment) {
    return environment
        .inherited("compatibility_flags")
        .map(Node::asItems)
        .orElse(List.of())
        .stream()
        .flatMap(item -> item.asString().stream())
        .map(Located::value)
        .toList();
  }

  /** What the keys in question have to be. */
  private static Map<String, @Nullable Object> expected(Environment environment) {
    var expected = plain(environment.own());
    upload(environment)
        .flatMap(upload -> upload.get("rules"))
        .ifPresent(rules -> expected.put("rules", rules.toPlain()));
    expected.remove("node_compat");
    if (environment.isTop()) {
      if (environment.own().get("type").filter(Node.Text.class::isInstance).isPresent()) {
        expected.remove("type");
      }
      expected.remove("legacy_env");
    }
    if (expected.get("build") instanceof Map<?, ?> build) {
      var rest = new LinkedHashMap<Object, @Nullable Object>(build);
      rest.remove("upload");
      expected.remove("build");
      if (!rest.isEmpty()) {
        expected.put("build", rest);
      }
    }
    expected.remove("main");
    expected.remove("compatibility_flags");
    return expected;
  }

  private boolean says(Map<String, Map<String, @Nullable Object>> expected) {
    var after = draft.current();
    return after.document().problems().isEmpty()
        && after.environments().stream()
            .allMatch(
                environment -> {
                  var plain = plain(environment.own());
                  plain.remove("main");
                  plain.remove("compatibility_flags");
                  return plain.equals(expected.get(environment.name().orElse("")))
                      && main(draft.original(), at(draft.original(), environment.name()))
                          .map(
                              main ->
                                  environment
                                      .own()
                                      .string("main")
                                      .filter(written -> written.value().equals(main))
                                      .isPresent())
                          .orElse(true);
                });
  }

  private static Map<String, @Nullable Object> plain(Node.Table own) {
    var plain = new LinkedHashMap<String, @Nullable Object>();
    for (var entry : own.entries()) {
      if (!entry.key().name().equals("env")) {
        plain.put(entry.key().name(), entry.value().toPlain());
      }
    }
    return plain;
  }

  private static Optional<Node.Table> upload(Environment environment) {
    return environment.own().table("build").flatMap(build -> build.table("upload"));
  }

  private Environment at(Optional<String> name) {
    return at(draft.current(), name);
  }

  private static Environment at(WranglerConfig config, Optional<String> name) {
    return name.flatMap(each -> Optional.ofNullable(config.named().get(each)))
        .orElseGet(config::top);
  }

  private void change(Fix.Edit edit) {
    draft = draft.with(edit);
  }

  private static String quoted(String text) {
    return "\"" + text + "\"";
  }
}
