package dev.durascope.runtime.bundle;

import dev.durascope.runtime.bundle.esbuild.BuildRequest.ResolveHook;
import dev.durascope.runtime.bundle.esbuild.ResolveAnswer;
import dev.durascope.runtime.bundle.esbuild.ResolveQuestion;
import dev.durascope.runtime.bundle.esbuild.ResolveQuestion.Resolution;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * The configuration's {@code alias}: an import path that equals a key is resolved as the key's
 * value, from the project's directory.
 *
 * <p>esbuild's own {@code --alias} will not do: it replaces prefixes, so that an alias for {@code
 * a} would catch {@code a/b}, and refuses keys that are relative paths.
 */
final class Aliases {
  private final BundleOptions options;

  Aliases(BundleOptions options) {
    this.options = options;
  }

  List<ResolveHook> resolvers() {
    if (options.alias().isEmpty()) {
      return List.of();
    }
    var keys =
        options.alias().keySet().stream()
            .sorted()
            .map(Aliases::quote)
            .collect(Collectors.joining("|"));
    return List.of(new ResolveHook("^(" + keys + ")$", this::resolve));
  }

  private ResolveAnswer resolve(ResolveQuestion question) throws InterruptedException {
    var target =
        Objects.requireNonNull(
            options.alias().get(question.path()), "the filter lets only keys through");
    return switch (question.resolver().resolve(target, options.projectDir())) {
      case Resolution.Found(Path file) -> new ResolveAnswer.File(file);
      case Resolution.External(String specifier) -> new ResolveAnswer.External(specifier);
      case Resolution.NotFound(String reason) ->
          ResolveAnswer.failure(
              "the alias of \"%s\" leads nowhere: %s, from %s"
                  .formatted(question.path(), reason, options.projectDir()));
    };
  }

  private static String quote(String literal) {
    return literal.replaceAll("[\\\\.+*?()|\\[\\]{}^$]", "\\\\$0");
  }
}
