package dev.durascope.runtime.api;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What {@code bench/wpt} wants to be run: where the harness is, the cases with their scripts, and
 * the file that says what each reaches.
 *
 * @param before a function, called with where to report and what the case is
 * @param after runs when the harness is there, before the case
 */
record WptPlan(
    Path before, Path testharness, Path after, Path expected, Path report, List<Case> cases) {

  /**
   * One run of a file of web-platform-tests.
   *
   * @param name its path, and the variant of it
   * @param scripts what it asks for by META lines, and itself
   * @param files what {@code fetch} answers
   */
  record Case(String name, String variant, List<Path> scripts, Map<String, Path> files) {
    String area() {
      return name.substring(0, name.indexOf('/'));
    }

    @Override
    public String toString() {
      return name;
    }
  }

  static WptPlan read(Path file) throws IOException {
    var json = new Gson().fromJson(Files.readString(file), JsonObject.class);
    return new WptPlan(
        path(json, "before"),
        path(json, "testharness"),
        path(json, "after"),
        path(json, "expected"),
        path(json, "report"),
        json.getAsJsonArray("cases").asList().stream()
            .map(one -> readCase(one.getAsJsonObject()))
            .toList());
  }

  private static Case readCase(JsonObject json) {
    var files = new TreeMap<String, Path>();
    json.getAsJsonObject("files")
        .entrySet()
        .forEach(entry -> files.put(entry.getKey(), Path.of(entry.getValue().getAsString())));
    return new Case(
        json.get("name").getAsString(),
        json.get("variant").getAsString(),
        json.getAsJsonArray("scripts").asList().stream()
            .map(script -> Path.of(script.getAsString()))
            .toList(),
        files);
  }

  private static Path path(JsonObject json, String key) {
    return Path.of(json.get(key).getAsString());
  }
}
