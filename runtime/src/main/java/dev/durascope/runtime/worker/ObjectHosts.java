package dev.durascope.runtime.worker;

import dev.durascope.runtime.script.HostGroup;
import java.util.List;
import java.util.function.Supplier;

/** The functions beneath an object's {@code ctx}. */
record ObjectHosts(HostGroup storage, HostGroup sql, HostGroup state, HostGroup facets) {
  /** Those of the object whose turn it is. */
  static List<HostGroup> switched(Supplier<ObjectHosts> current) {
    return List.of(
        HostGroup.switched("storage", () -> current.get().storage()),
        HostGroup.switched("sql", () -> current.get().sql()),
        HostGroup.switched("state", () -> current.get().state()),
        HostGroup.switched("facets", () -> current.get().facets()));
  }
}
