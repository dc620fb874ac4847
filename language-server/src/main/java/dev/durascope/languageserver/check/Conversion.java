package dev.durascope.languageserver.check;

import dev.durascope.languageserver.analysis.ExportsConversion;
import dev.durascope.languageserver.analysis.Fix;
import dev.durascope.languageserver.analysis.LegacyConversion;
import dev.durascope.languageserver.analysis.Subject;
import dev.durascope.languageserver.syntax.SyntaxConversion;
import dev.durascope.model.config.Environment;
import dev.durascope.model.config.WranglerConfig;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A way to write a whole configuration differently, in the order in which several are done: the
 * engines are those of the editors' code actions, and here they have to say why not.
 */
public enum Conversion {
  /** The keys of wrangler 1, as today's wrangler has them. */
  LEGACY {
    @Override
    Outcome of(Subject subject) {
      if (LegacyConversion.entries(subject.config()).isEmpty()) {
        return new Outcome.Nothing("has no keys of wrangler 1");
      }
      return changed(
          LegacyConversion.of(subject.config()),
          "has keys of wrangler 1 that have no certain form today; durascope check explains each");
    }
  },
  /** {@code migrations} as {@code exports}. */
  EXPORTS {
    @Override
    Outcome of(Subject subject) {
      var config = subject.config();
      if (!has(config, "migrations")) {
        return new Outcome.Nothing("has no migrations");
      }
      if (has(config, "exports")) {
        return new Outcome.Refused("has exports beside its migrations, which wrangler refuses");
      }
      if (has(config, "containers")) {
        return new Outcome.Refused(
            "has containers, which exports would have to name at their class");
      }
      return changed(
          ExportsConversion.of(config),
          "has migrations that exports may not say the same as: one has a class that is"
              + " transferred, that was never created, or whose name is used again");
    }
  },
  /** The syntax of {@code wrangler.toml}. */
  TOML {
    @Override
    Outcome of(Subject subject) {
      return subject.config().isToml()
          ? new Outcome.Nothing("is TOML already")
          : syntax(subject, "a null, which TOML does not have, or a comment that would be lost");
    }
  },
  /** The syntax of {@code wrangler.jsonc}. */
  JSONC {
    @Override
    Outcome of(Subject subject) {
      return subject.config().isToml()
          ? syntax(subject, "a date, which JSON does not have, or a comment that would be lost")
          : new Outcome.Nothing("is JSON already");
    }
  };

  /** What becomes of a configuration. */
  sealed interface Outcome {

    record Changed(Fix fix) implements Outcome {}

    /** It is as it is wanted; {@code state} is said of it. */
    record Nothing(String state) implements Outcome {}

    /** It cannot be done; {@code state} is said of it. */
    record Refused(String state) implements Outcome {}
  }

  /** Says what this makes of a configuration that can be read. */
  abstract Outcome of(Subject subject);

  private static boolean has(WranglerConfig config, String key) {
    Predicate<Environment> own = environment -> environment.own().get(key).isPresent();
    return config.environments().stream().anyMatch(own);
  }

  private static Outcome changed(Optional<Fix> fix, String whyNot) {
    return fix.<Outcome>map(Outcome.Changed::new).orElseGet(() -> new Outcome.Refused(whyNot));
  }

  private static Outcome syntax(Subject subject, String obstacle) {
    var target = SyntaxConversion.target(subject.config());
    if (subject.isFile(target)) {
      return new Outcome.Refused("has " + target.getFileName() + " beside it already");
    }
    return changed(SyntaxConversion.of(subject), "has what cannot be carried over: " + obstacle);
  }

  /** All that are asked for, each once, in their order. */
  static List<Conversion> inOrder(List<Conversion> asked) {
    return asked.stream().distinct().sorted().toList();
  }
}
