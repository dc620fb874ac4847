package dev.durascope.intellij;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The arguments of the debug adapter's {@code launch} request.
 *
 * <p>What the user wrote into the run configuration stays; what is missing is filled in, so that
 * "Debug" from a file's menu works with no configuration at all. LSP4IJ's own templates say the
 * type {@code undefined}, which counts as missing.
 */
final class LaunchParameters {
  private LaunchParameters() {}

  static Map<String, Object> complete(
      Map<String, Object> chosen, Optional<Path> file, Optional<Path> base) {
    Map<String, Object> parameters = new LinkedHashMap<>(chosen);
    parameters.remove("type", "undefined");
    parameters.putIfAbsent("type", "durable-object");
    parameters.putIfAbsent("request", "launch");
    if (!parameters.containsKey("project")) {
      file.flatMap(WranglerProject::folderOf)
          .or(() -> base)
          .ifPresent(project -> parameters.put("project", project.toString()));
    }
    return parameters;
  }
}
