package dev.durascope.runtime.project;

import com.google.gson.JsonPrimitive;
import dev.durascope.runtime.api.NodeModules;
import dev.durascope.runtime.bundle.AdditionalModule;
import dev.durascope.runtime.bundle.Bundle;
import dev.durascope.runtime.script.ModuleTable;
import dev.durascope.runtime.worker.Compatibility;
import dev.durascope.runtime.worker.WorkerVersion;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * Makes a version of a worker out of a bundle: the module at an address of its own, and small
 * JavaScript modules that stand for the files it imports and for the platform's modules.
 */
final class VersionBuilder {
  private static final String WORKERS_MODULE =
      """
      const { load } = globalThis[Symbol.for('durascope')];
      const workers = load('workers');
      export const DurableObject = workers.DurableObject;
      export const WorkerEntrypoint = workers.WorkerEntrypoint;
      export const RpcTarget = workers.RpcTarget;
      export const RpcStub = workers.RpcStub;
      export const RpcPromise = workers.RpcPromise;
      export const RpcProperty = workers.RpcProperty;
      export const ServiceStub = workers.ServiceStub;
      export const env = load('environment').env;
      export const exports = load('exports').proxy;
      export const waitUntil = workers.waitUntil;
      """;

  private VersionBuilder() {}

  /**
   * @param number of the version, part of its address
   */
  static WorkerVersion build(int number, Bundle bundle, Compatibility compatibility) {
    var main = mainPath(number, bundle);
    var modules = new ModuleTable().put("cloudflare:workers", WORKERS_MODULE);
    NodeModules.of(compatibility.flags())
        .forEach(name -> modules.putBuiltIn("node:" + name, "node/" + name));
    modules.put(main.toString(), bundle.code());
    Map<String, byte[]> assets = new HashMap<>();
    for (var module : bundle.modules()) {
      var path = main.resolveSibling(module.specifier()).normalize().toString();
      modules.put(path, shim(module, path, assets));
    }
    return new WorkerVersion(number, main.toUri(), modules, assets, compatibility);
  }

  /** Where version {@code number} seems to be; nothing is there. */
  static Path mainPath(int number, Bundle bundle) {
    var output = bundle.outputPath();
    return output.resolveSibling("v" + number).resolve(String.valueOf(output.getFileName()));
  }

  private static String shim(AdditionalModule module, String key, Map<String, byte[]> assets) {
    return switch (module.type()) {
      case TEXT ->
          "export default " + literal(new String(module.content(), StandardCharsets.UTF_8)) + ";";
      case DATA -> {
        assets.put(key, module.content());
        yield "export default globalThis[Symbol.for('durascope')].load('assets').data("
            + literal(key)
            + ");";
      }
      case COMPILED_WASM ->
          "globalThis[Symbol.for('durascope')].load('assets').webAssembly("
              + literal(String.valueOf(module.file().getFileName()))
              + "); export default undefined;";
      case ES_MODULE, COMMON_JS ->
          throw new IllegalStateException("The bundler keeps JavaScript in the bundle");
    };
  }

  private static String literal(String text) {
    return new JsonPrimitive(text).toString();
  }
}
