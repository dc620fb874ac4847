package dev.durascope.runtime.embed;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/** A folder for one worker: of what it stores, and, for a script, the project that it makes. */
final class ScriptFolder implements AutoCloseable {
  private final Path directory;

  private ScriptFolder(Path directory) {
    this.directory = directory;
  }

  static ScriptFolder create() throws IOException {
    return new ScriptFolder(Files.createTempDirectory("durascope-worker-").toRealPath());
  }

  /** A place for what is stored. */
  Path state() {
    return directory.resolve("state");
  }

  /** Makes a project of a script; returns its folder. */
  Path project(WorkerOptions options, WorkerOptions.Source.Script script) throws IOException {
    var project = Files.createDirectories(directory.resolve("worker"));
    Files.writeString(project.resolve("index.js"), script.text());
    Files.writeString(project.resolve("wrangler.json"), configuration(options, script).toString());
    return project;
  }

  private static JsonObject configuration(
      WorkerOptions options, WorkerOptions.Source.Script script) {
    var config = new JsonObject();
    config.addProperty("name", "worker");
    config.addProperty("main", "index.js");
    config.addProperty("compatibility_date", script.compatibilityDate());
    if (!options.objects().isEmpty()) {
      config.add("durable_objects", bindings(options));
      config.add("migrations", migrations(options));
    }
    return config;
  }

  private static JsonObject bindings(WorkerOptions options) {
    var bindings = new JsonArray();
    options
        .objects()
        .forEach(
            (name, bound) -> {
              var binding = new JsonObject();
              binding.addProperty("name", name);
              binding.addProperty("class_name", bound.className());
              bindings.add(binding);
            });
    var objects = new JsonObject();
    objects.add("bindings", bindings);
    return objects;
  }

  private static JsonArray migrations(WorkerOptions options) {
    var sqlite = new JsonArray();
    var keyValue = new JsonArray();
    options.objects().values().stream()
        .distinct()
        .forEach(
            bound ->
                (switch (bound.backend()) {
                      case SQLITE -> sqlite;
                      case KEY_VALUE -> keyValue;
                    })
                    .add(bound.className()));
    var first = new JsonObject();
    first.addProperty("tag", "v1");
    first.add("new_sqlite_classes", sqlite);
    first.add("new_classes", keyValue);
    var migrations = new JsonArray();
    migrations.add(first);
    return migrations;
  }

  @Override
  public void close() throws IOException {
    try (var files = Files.walk(directory)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
