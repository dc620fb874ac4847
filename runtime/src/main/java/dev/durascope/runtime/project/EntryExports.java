package dev.durascope.runtime.project;

import dev.durascope.model.config.EffectiveConfig;
import dev.durascope.model.config.EffectiveConfig.DurableObjectBinding;
import dev.durascope.runtime.bundle.Bundle;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What an entry exports, against what the configuration needs of it. As in wrangler, an entry
 * without a default export is a Worker in the service-worker format, which can have no classes.
 */
final class EntryExports {
  private static final String MIGRATING =
      "https://developers.cloudflare.com/workers/learning/migrating-to-module-workers/";

  private EntryExports() {}

  /** Whether the Worker registers listeners instead of exporting handlers. */
  static boolean isServiceWorker(Bundle bundle) {
    return !bundle.exports().contains("default");
  }

  /** The classes of its own that the configuration makes objects of. */
  static Set<String> classes(EffectiveConfig config, Bundle bundle) {
    var bound =
        config.durableObjects().stream()
            .filter(it -> WorkerBindings.isOwn(config, it))
            .map(DurableObjectBinding::className);
    var migrated =
        bundle.exports().stream()
            .filter(
                name -> config.sqliteClasses().contains(name) || config.kvClasses().contains(name));
    return Stream.concat(bound, migrated).collect(Collectors.toUnmodifiableSet());
  }

  static void require(EffectiveConfig config, Bundle bundle, ProjectLog log)
      throws ProjectException {
    var own =
        config.durableObjects().stream().filter(it -> WorkerBindings.isOwn(config, it)).toList();
    if (isServiceWorker(bundle)) {
      requireNoClasses(config, own);
      if (!bundle.exports().isEmpty()) {
        log.message(
            ProjectLog.Level.WARN,
            "The entrypoint "
                + entry(config)
                + " has exports like an ES Module, but hasn't defined a default export like a"
                + " module worker normally would. Building the worker using \"service-worker\""
                + " format...");
      }
      return;
    }
    var missing =
        own.stream()
            .map(DurableObjectBinding::className)
            .filter(name -> !bundle.exports().contains(name))
            .distinct()
            .collect(Collectors.joining(", "));
    if (!missing.isEmpty()) {
      throw new ProjectException(
          "Your Worker depends on the following Durable Objects, which are not exported in your"
              + " entrypoint file: "
              + missing
              + ".\nExport the class from "
              + entry(config)
              + ", or correct class_name in "
              + config.configFile()
              + ".");
    }
  }

  private static void requireNoClasses(EffectiveConfig config, List<DurableObjectBinding> own)
      throws ProjectException {
    if (!own.isEmpty()) {
      throw new ProjectException(
          "You seem to be trying to use Durable Objects in a Worker written as a service-worker.\n"
              + "You can use Durable Objects defined in other Workers by specifying a `script_name`"
              + " in your "
              + config.configFile().getFileName()
              + " file, where `script_name` is the name of the Worker that implements that Durable"
              + " Object. For example:\n"
              + own.stream().map(EntryExports::withScriptName).collect(Collectors.joining("\n"))
              + "\nAlternatively, migrate your worker to ES Module syntax to implement a Durable"
              + " Object in this Worker:\n"
              + MIGRATING);
    }
    if (!config.sqliteClasses().isEmpty() || !config.kvClasses().isEmpty()) {
      throw new ProjectException(
          "Durable Object migrations require ES Module format Workers, but yours is being built as"
              + " service-worker format. Migrations cannot be applied to service-worker format"
              + " Workers.\n"
              + "To use Durable Object migrations, deploy in ES Module format by adding a default"
              + " export handler (e.g. \"export default { fetch() {} }\"), or remove \"migrations\""
              + " from your config if you don't need them. See:\n"
              + MIGRATING);
    }
  }

  private static String withScriptName(DurableObjectBinding binding) {
    var script = binding.name().toLowerCase(Locale.ROOT).replace('_', '-') + "-worker";
    return "{ name = %1$s, class_name = %2$s } ==> { name = %1$s, class_name = %2$s, script_name = %3$s }"
        .formatted(binding.name(), binding.className(), script);
  }

  private static String entry(EffectiveConfig config) {
    return config.main().map(Path::toString).orElse("the entry point");
  }
}
