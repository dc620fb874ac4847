package dev.durascope.runtime.project;

import com.google.gson.JsonPrimitive;
import dev.durascope.runtime.api.CloudflareModules;
import dev.durascope.runtime.api.NodeModules;
import dev.durascope.runtime.bundle.AdditionalModule;
import dev.durascope.runtime.bundle.Bundle;
import dev.durascope.runtime.bundle.ModuleType;
import dev.durascope.runtime.script.ModuleTable;
import dev.durascope.runtime.worker.Compatibility;
import dev.durascope.runtime.worker.Limits;
import dev.durascope.runtime.worker.WorkerVersion;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

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
      export const WorkflowEntrypoint = workers.WorkflowEntrypoint;
      export const RpcTarget = workers.RpcTarget;
      export const RpcStub = workers.RpcStub;
      export const RpcPromise = workers.RpcPromise;
      export const RpcProperty = workers.RpcProperty;
      export const ServiceStub = workers.ServiceStub;
      export const env = load('environment').env;
      export const exports = load('exports').proxy;
      export const withEnv = load('environment').withEnv;
      export const withExports = load('exports').withExports;
      export const waitUntil = workers.waitUntil;
      """;

  private static final String GLOBALS_MODULE =
      "globalThis[Symbol.for('durascope')].load('serviceworker').bind();";

  private VersionBuilder() {}

  /**
   * @param number of the version, part of its address
   * @param code of the bundle, with its map or without
   * @param classes the exports that the configuration makes objects of
   * @param folder that tells its address from those of other workers; empty if there is none
   */
  static WorkerVersion build(
      int number,
      String folder,
      Bundle bundle,
      String code,
      Set<String> classes,
      Compatibility compatibility,
      Limits limits) {
    var main = mainPath(number, folder, bundle);
    var modules = new ModuleTable().put("cloudflare:workers", WORKERS_MODULE);
    CloudflareModules.all()
        .forEach(name -> modules.putBuiltIn("cloudflare:" + name, "cloudflare/" + name));
    NodeModules.of(compatibility.flags())
        .forEach(name -> modules.putBuiltIn("node:" + name, "node/" + name));
    var root = root(number, folder, bundle);
    if (EntryExports.isServiceWorker(bundle)) {
      var globals = root.resolve("globals.mjs").toString();
      modules.put(globals, GLOBALS_MODULE);
      // Behind the script, so that its lines stay where they are; imports come first all the same.
      modules.put(main.toString(), code + handlers(globals));
    } else {
      modules.put(main.toString(), code);
    }
    Map<String, byte[]> assets = new HashMap<>();
    Map<String, AdditionalModule> beside = new LinkedHashMap<>();
    for (var module : bundle.modules()) {
      beside.put(root.resolve(module.specifier()).normalize().toString(), module);
    }
    var commonJs =
        new CommonJsSources(
            modules,
            beside.keySet().stream()
                .filter(path -> isCommonJs(beside.get(path)))
                .collect(Collectors.toSet()),
            target -> beside.containsKey(target) || modules.contains(target));
    beside.forEach((path, module) -> add(modules, commonJs, path, module, assets));
    return new WorkerVersion(number, main.toUri(), modules, assets, classes, compatibility, limits);
  }

  private static boolean isCommonJs(@Nullable AdditionalModule module) {
    return module != null && module.type() == ModuleType.COMMON_JS;
  }

  private static void add(
      ModuleTable modules,
      CommonJsSources commonJs,
      String path,
      AdditionalModule module,
      Map<String, byte[]> assets) {
    switch (module.type()) {
      case ES_MODULE -> modules.put(path, text(module));
      case COMMON_JS -> commonJs.add(path, text(module));
      case TEXT -> modules.put(path, "export default " + literal(text(module)) + ";");
      case DATA -> {
        assets.put(path, module.content());
        modules.put(path, fromAssets("data", literal(path)));
      }
      case COMPILED_WASM -> {
        modules.needWebAssembly();
        assets.put(path, module.content());
        var name = literal(String.valueOf(module.file().getFileName()));
        modules.put(path, fromAssets("webAssembly", literal(path) + ", " + name));
      }
    }
  }

  private static String text(AdditionalModule module) {
    return new String(module.content(), StandardCharsets.UTF_8);
  }

  private static String fromAssets(String function, String argument) {
    return "export default globalThis[Symbol.for('durascope')].load('assets').%s(%s);"
        .formatted(function, argument);
  }

  private static String handlers(String globals) {
    return """

    import %s;
    export default globalThis[Symbol.for('durascope')].load('serviceworker').handlers();
    """
        .formatted(literal(globals));
  }

  /** Where version {@code number} seems to be; nothing is there. */
  private static Path mainPath(int number, String folder, Bundle bundle) {
    return root(number, folder, bundle).resolve(bundle.name()).normalize();
  }

  /** What the names of modules are relative to. */
  private static Path root(int number, String folder, Bundle bundle) {
    return bundle.outputPath().resolveSibling(folder).resolve("v" + number);
  }

  private static String literal(String text) {
    return new JsonPrimitive(text).toString();
  }
}
