package dev.durascope.languageserver.types;

import dev.durascope.languageserver.analysis.EnvironmentView;
import dev.durascope.model.text.Located;
import dev.durascope.model.tree.Node;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** Whether variables and secrets are in {@code process.env}, and their types there: all texts. */
final class ProcessEnv {

  private static final String SINCE = "2025-04-01";

  private ProcessEnv() {}

  static boolean isPopulated(EnvironmentView view) {
    var flags =
        view
            .environment()
            .inherited("compatibility_flags")
            .map(Node::asItems)
            .orElse(List.of())
            .stream()
            .flatMap(item -> item.asString().stream())
            .map(Located::value)
            .toList();
    boolean hasNode = flags.contains("nodejs_compat") || flags.contains("nodejs_compat_v2");
    if (flags.contains("nodejs_compat_populate_process_env") && hasNode) {
      return true;
    }
    return hasNode
        && !flags.contains("nodejs_compat_do_not_populate_process_env")
        && view.compatibilityDate().filter(date -> date.value().compareTo(SINCE) >= 0).isPresent();
  }

  static String types(Collection<String> names) {
    return """

        type StringifyValues<EnvType extends Record<string, unknown>> = {
        \t[Binding in keyof EnvType]: EnvType[Binding] extends string ? EnvType[Binding] : string;
        };
        declare namespace NodeJS {
        \tinterface ProcessEnv extends StringifyValues<Pick<Cloudflare.Env, %s>> {}
        }"""
        .formatted(
            names.stream().map(name -> "\"" + name + "\"").collect(Collectors.joining(" | ")));
  }
}
