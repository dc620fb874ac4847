package dev.durascope.debugadapter.protocol;

import dev.durascope.debugadapter.core.LaunchOptions;
import dev.durascope.debugadapter.core.SkippedFiles;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The attributes of a launch configuration, checked. Those of others, such as the editor's own, are
 * passed over.
 *
 * @param options how to run the project
 * @param stopOnEntry whether to stop at the first statement
 * @param noDebug whether to run without breakpoints
 * @param inspector the port of the Chrome inspector, if it is to be opened; 0 for any
 * @param skipped the files that steps pass
 */
record LaunchArguments(
    LaunchOptions options,
    boolean stopOnEntry,
    boolean noDebug,
    OptionalInt inspector,
    SkippedFiles skipped) {

  private static final String MEMORY = "memory:";

  static LaunchArguments of(Map<String, Object> values) {
    var attributes = new Attributes(values);
    var project =
        attributes
            .path("project")
            .orElseThrow(
                () ->
                    Problem.BAD_LAUNCH_ARGUMENT.with(
                        "The launch configuration has no \"project\": name the directory of the"
                            + " project there."));
    var base = project.toAbsolutePath().normalize();
    var configs = attributes.paths("config").stream().map(base::resolve).toList();
    var options =
        new LaunchOptions(
            base,
            configs.stream().findFirst(),
            attributes.text("env"),
            attributes.port("port"),
            attributes.path("persistTo").map(base::resolve),
            attributes.flag("hibernateAlways"),
            attributes.pairs("vars"),
            new LaunchOptions.More(
                configs.stream().skip(1).toList(),
                attributes.text("ip"),
                storage(attributes),
                attributes.pairs("objects"),
                attributes.texts("envFiles"),
                attributes.text("compatibilityDate"),
                attributes.flag("testScheduled"),
                attributes.flag("deleteData")));
    return new LaunchArguments(
        options,
        attributes.flag("stopOnEntry"),
        attributes.flag("noDebug"),
        inspector(attributes),
        attributes.skipFiles(base));
  }

  /** {@code true} is any port. */
  private static OptionalInt inspector(Attributes attributes) {
    if (!(attributes.values().get("inspect") instanceof Boolean)) {
      return attributes.port("inspect");
    }
    return attributes.flag("inspect") ? OptionalInt.of(0) : OptionalInt.empty();
  }

  /** {@code "persist": false} is short for storage in memory. */
  private static Optional<String> storage(Attributes attributes) {
    var place = attributes.text("storage");
    boolean persists = attributes.values().get("persist") == null || attributes.flag("persist");
    if (!persists && place.isPresent()) {
      throw Problem.BAD_LAUNCH_ARGUMENT.with(
          "\"persist\": false and \"storage\" of the launch configuration exclude each other.");
    }
    return persists ? place : Optional.of(MEMORY);
  }
}
