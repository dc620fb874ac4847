package dev.durascope.runtime.lifecycle;

import dev.durascope.model.config.WranglerConfig;
import dev.durascope.runtime.durable.DurableObjectIds;
import dev.durascope.runtime.storage.SqliteNamespaceStorage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** A folder of state with real objects in it, and what a start of a project does to it. */
record LocalState(Path root) {
  static final String WORKER = "chat";

  /** Stores a value in the object of a name, whose id is made from {@code idKey}. */
  LocalState object(String folder, String idKey, String name, String value) {
    var id = new DurableObjectIds(idKey, new SecureRandom()).fromName(name);
    try (var namespace = SqliteNamespaceStorage.at(root, folder);
        var store = namespace.open(id.hex(), name)) {
      store.put("value", value.getBytes(StandardCharsets.UTF_8));
      store.commit();
    }
    return this;
  }

  LocalState object(String folder, String name, String value) {
    return object(folder, folder, name, value);
  }

  /** What the object of a name has stored; empty if nothing. */
  String read(String folder, String idKey, String name) {
    var id = new DurableObjectIds(idKey, new SecureRandom()).fromName(name);
    if (!Files.exists(root.resolve("v3/do").resolve(folder).resolve(id.hex() + ".sqlite"))) {
      return "";
    }
    try (var namespace = SqliteNamespaceStorage.at(root, folder);
        var store = namespace.open(id.hex(), name)) {
      return store.get("value").map(it -> new String(it, StandardCharsets.UTF_8)).orElse("");
    }
  }

  /** The facts of a configuration whose code exports all that is alive. */
  static ClassFacts facts(String toml) {
    return facts(WORKER, toml, Set.of());
  }

  static ClassFacts facts(String worker, String toml, Set<String> alsoExported) {
    var config =
        WranglerConfig.parse(Path.of("/p/wrangler.toml"), toml).effective(Optional.empty());
    var facts = ClassFacts.of(config);
    var exported = new LinkedHashSet<>(facts.live());
    exported.addAll(alsoExported);
    return new ClassFacts(worker, facts.history(), facts.live(), exported);
  }

  /** Starts on a configuration, agreeing to no deletion. */
  Outlook start(String toml) throws LifecycleException {
    return start(WORKER, toml);
  }

  Outlook start(String worker, String toml) throws LifecycleException {
    try (var lifecycle = LocalLifecycle.open(root.resolve("v3/do"), worker)) {
      var outlook = lifecycle.look(facts(worker, toml, Set.of()));
      if (outlook.refusal().isEmpty()) {
        lifecycle.apply(outlook);
      }
      return outlook;
    }
  }

  Outlook startAndDelete(String toml) throws LifecycleException {
    try (var lifecycle = LocalLifecycle.open(root.resolve("v3/do"), WORKER)) {
      var outlook = lifecycle.lookWithDeletions(facts(toml));
      lifecycle.apply(outlook);
      return outlook;
    }
  }

  String idKey(String className) throws LifecycleException {
    try (var lifecycle = LocalLifecycle.open(root.resolve("v3/do"), WORKER)) {
      return lifecycle.idKeys().getOrDefault(className, "");
    }
  }

  void undo() throws LifecycleException {
    try (var lifecycle = LocalLifecycle.open(root.resolve("v3/do"), WORKER)) {
      lifecycle.undo();
    }
  }
}
