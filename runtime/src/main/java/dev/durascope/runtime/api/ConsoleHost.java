package dev.durascope.runtime.api;

import dev.durascope.runtime.script.HostGroup;
import java.util.List;

/** {@code host.console}: where console lines leave the isolate. */
final class ConsoleHost {
  private static final int FIRST_VALUE = 2;

  private ConsoleHost() {}

  static HostGroup group(ConsoleListener listener) {
    return new HostGroup("console")
        .function(
            "write",
            arguments -> {
              var all = List.of(arguments.values());
              listener.wrote(
                  arguments.string(0), arguments.string(1), all.subList(FIRST_VALUE, all.size()));
              return null;
            });
  }
}
