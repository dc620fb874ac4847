package dev.durascope.runtime.bundle;

import dev.durascope.runtime.bundle.esbuild.BuildRequest.ResolveHook;
import dev.durascope.runtime.bundle.esbuild.ResolveAnswer;
import dev.durascope.runtime.bundle.esbuild.ResolveQuestion;
import dev.durascope.runtime.bundle.esbuild.ResolveQuestion.Resolution;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;

/**
 * Keeps what is not JavaScript out of the bundle: an import that a module rule matches stays an
 * import, of a specifier made from the file's contents, and the file becomes an {@link
 * AdditionalModule}.
 *
 * <p>Rules match the import's path as it is written. The first rule of a type ends that type unless
 * it falls through; a later one, the defaults among them, is then out of force, and an import that
 * only such a rule matches is an error, since the author most likely expects it to work.
 *
 * <p>esbuild asks about each import in each build, also in a repeated one, so collecting starts
 * anew with {@link #clear}.
 */
final class ModuleCollector {
  private static final int HASH_HEX_DIGITS = 20;

  private final BundleOptions options;
  private final Map<String, AdditionalModule> modules = new ConcurrentSkipListMap<>();

  ModuleCollector(BundleOptions options) {
    this.options = options;
  }

  /** Forgets the modules of the last build. */
  void clear() {
    modules.clear();
  }

  /** The modules that this build imports, in the order of their specifiers. */
  List<AdditionalModule> modules() {
    return List.copyOf(modules.values());
  }

  List<ResolveHook> resolvers() {
    var hooks = new ArrayList<ResolveHook>();
    var outOfForce = new ArrayList<ResolveHook>();
    var ended = EnumSet.noneOf(ModuleType.class);
    var rules = new ArrayList<>(options.rules());
    rules.addAll(ModuleRule.DEFAULTS);
    for (var rule : rules) {
      if (rule.type().isJavaScript()) {
        continue;
      }
      var inForce = !ended.contains(rule.type());
      for (var glob : rule.globs()) {
        if (inForce) {
          hooks.add(
              new ResolveHook(ModuleRule.regex(glob), question -> collect(question, rule.type())));
        } else {
          outOfForce.add(
              new ResolveHook(ModuleRule.regex(glob), question -> refuse(question, rule, glob)));
        }
      }
      if (inForce && !rule.fallthrough()) {
        ended.add(rule.type());
      }
    }
    hooks.addAll(outOfForce);
    return hooks;
  }

  private ResolveAnswer collect(ResolveQuestion question, ModuleType type)
      throws InterruptedException {
    var query = question.path().indexOf('?');
    var path = query < 0 ? question.path() : question.path().substring(0, query);
    var from =
        question.resolveDir().isEmpty() ? options.projectDir() : Path.of(question.resolveDir());
    return switch (question.resolver().resolve(path, from)) {
      case Resolution.Found(Path file) -> add(file, type);
      case Resolution.External(String specifier) -> new ResolveAnswer.External(specifier);
      case Resolution.NotFound(String reason) -> {
        // esbuild takes "assets/page.html" for a package; beside the importer it is a file all the
        // same.
        var beside = from.resolve(path);
        yield Files.isRegularFile(beside) ? add(beside, type) : ResolveAnswer.failure(reason);
      }
    };
  }

  private ResolveAnswer add(Path file, ModuleType type) {
    try {
      var content = Files.readAllBytes(file);
      var specifier = "./" + hash(content) + "-" + file.getFileName();
      modules.put(specifier, new AdditionalModule(specifier, type, file, content));
      return new ResolveAnswer.External(specifier);
    } catch (IOException e) {
      return ResolveAnswer.failure("cannot read " + file + ": " + e.getMessage());
    }
  }

  private static ResolveAnswer refuse(ResolveQuestion question, ModuleRule rule, String glob) {
    return new ResolveAnswer.Failure(
        "\"%s\" matches the %s rule \"%s\", which an earlier %s rule puts out of force"
            .formatted(question.path(), rule.type().ruleName(), glob, rule.type().ruleName()),
        List.of(
            "Add fallthrough = true to the earlier rule in the wrangler configuration, or the glob to its globs."));
  }

  private static String hash(byte[] content) {
    try {
      var digest = MessageDigest.getInstance("SHA-256").digest(content);
      return HexFormat.of().formatHex(digest).substring(0, HASH_HEX_DIGITS);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
