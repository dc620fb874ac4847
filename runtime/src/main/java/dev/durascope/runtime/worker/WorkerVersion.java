package dev.durascope.runtime.worker;

import dev.durascope.runtime.script.ModuleTable;
import java.net.URI;
import java.util.Map;
import java.util.Set;

/**
 * One version of a worker's code: every save makes a new one.
 *
 * @param number counts from 1
 * @param main the main module's address; different for every version, so that a debugger can tell
 *     them apart
 * @param modules all modules that can be imported
 * @param classes the exports that the configuration makes objects of
 * @param compatibility what its date and flags change
 * @param limits what one event may use
 * @param assets the bytes of data modules, by the key that their module asks for
 */
public record WorkerVersion(
    int number,
    URI main,
    ModuleTable modules,
    Map<String, byte[]> assets,
    Set<String> classes,
    Compatibility compatibility,
    Limits limits) {
  public WorkerVersion {
    assets = Map.copyOf(assets);
    classes = Set.copyOf(classes);
  }
}
