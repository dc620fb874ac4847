package dev.durascope.languageserver.feature;

import dev.durascope.model.config.Environment;
import dev.durascope.model.config.WranglerConfig;
import dev.durascope.model.text.Located;
import dev.durascope.model.tree.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What an environment takes from the top level, said where the environment begins: nothing of it is
 * written there, and it is not what one would guess. Bindings and vars are not inherited, and an
 * own list replaces the inherited one.
 */
public final class InheritedHints {

  /**
   * Words between characters.
   *
   * @param offset behind which they stand
   * @param tooltip all of it, in Markdown
   */
  public record Hint(int offset, String label, String tooltip) {}

  /** Keys that a label names; the tooltip has all. */
  private static final int MAX_NAMED = 4;

  /** A longer value is named without it. */
  private static final int MAX_VALUE = 30;

  /**
   * The keys that environments inherit, as wrangler's {@code EnvironmentInheritable} has them, the
   * most telling first. {@code name} is made anew for each environment.
   */
  private static final List<String> INHERITED =
      List.of(
          "main",
          "migrations",
          "exports",
          "compatibility_date",
          "compatibility_flags",
          "routes",
          "route",
          "triggers",
          "limits",
          "workers_dev",
          "preview_urls",
          "assets",
          "build",
          "rules",
          "base_dir",
          "no_bundle",
          "find_additional_modules",
          "preserve_file_names",
          "minify",
          "keep_names",
          "tsconfig",
          "jsx_factory",
          "jsx_fragment",
          "placement",
          "observability",
          "logpush",
          "upload_source_maps",
          "account_id",
          "access",
          "cache",
          "compliance_region",
          "python_modules",
          "first_party_worker",
          "logfwdr",
          "previews");

  private InheritedHints() {}

  /** In the order of the environments. */
  public static List<Hint> of(WranglerConfig config) {
    var hints = new ArrayList<Hint>();
    for (var environment : config.named().values()) {
      var offset = offset(config, environment);
      var values = values(config, environment);
      if (offset.isPresent() && !values.isEmpty()) {
        var named = String.join(", ", values.subList(0, Math.min(MAX_NAMED, values.size())));
        int more = values.size() - MAX_NAMED;
        hints.add(
            new Hint(
                offset.get(),
                "inherits " + named + (more > 0 ? " and %d more".formatted(more) : ""),
                "From the top level:\n\n- `" + String.join("`\n- `", values) + "`"));
      }
    }
    return hints;
  }

  /** Behind the header or the opening brace; for dotted headers, behind the first. */
  private static Optional<Integer> offset(WranglerConfig config, Environment environment) {
    var table = environment.own();
    if (table.header().isPresent()) {
      return Optional.of(table.header().get().end());
    }
    var text = config.document().text();
    if (text.startsWith("{", table.span().start())) {
      return Optional.of(table.span().start() + 1);
    }
    return config
        .document()
        .root()
        .table("env")
        .flatMap(all -> all.entry(environment.name().orElseThrow()))
        .map(entry -> text.indexOf(']', entry.key().span().end()))
        .filter(end -> end >= 0)
        .map(end -> text.startsWith("]]", end) ? end + 2 : end + 1);
  }

  private static List<String> values(WranglerConfig config, Environment environment) {
    var values = new ArrayList<String>();
    if (environment.own().string("name").isEmpty()) {
      environment.workerName().ifPresent(name -> values.add("name = \"%s\"".formatted(name)));
    }
    for (var key : INHERITED) {
      if (environment.ownValue(key).isEmpty()) {
        environment.inherited(key).ifPresent(value -> values.add(shown(config, key, value)));
      }
    }
    return values;
  }

  private static String shown(WranglerConfig config, String key, Node value) {
    return switch (value) {
      case Node.Table _ -> key;
      case Node.Array array -> key.equals("migrations") ? migrations(key, array) : key;
      default -> {
        var written = value.span().of(config.document().text());
        yield written.length() > MAX_VALUE || written.contains("\n") ? key : key + " = " + written;
      }
    };
  }

  /** The last tag tells where the history stands. */
  private static String migrations(String key, Node.Array steps) {
    return steps.items().isEmpty()
        ? key
        : steps
            .items()
            .getLast()
            .asTable()
            .flatMap(step -> step.string("tag"))
            .map(Located::value)
            .map(tag -> "%s up to %s".formatted(key, tag))
            .orElse(key);
  }
}
