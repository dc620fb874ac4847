package dev.durascope.runtime.api;

import dev.durascope.runtime.script.HostGroup;
import dev.durascope.runtime.script.Isolate;
import java.util.List;

/** {@code host.console}: where console lines leave the isolate. */
final class ConsoleHost {
  private static final int FIRST_VALUE = 4;

  private ConsoleHost() {}

  static HostGroup group(Isolate isolate, ConsoleListener listener) {
    return new HostGroup("console")
        .function(
            "write",
            arguments -> {
              var all = List.of(arguments.values());
              listener.wrote(
                  isolate,
                  new ConsoleLine(
                      arguments.string(0),
                      arguments.string(1),
                      arguments.integer(2),
                      ConsoleLine.Group.valueOf(arguments.string(3)),
                      all.subList(FIRST_VALUE, all.size())));
              return null;
            });
  }
}
