package dev.durascope.runtime.project;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * {@code docs/compatibility.md} is generated from the behaviour files, from what workerd said to
 * each ({@code workerd.json}), and from why it said something else ({@code differences.json}).
 * After a change run {@code peer/behaviours.mjs --record} for the files that changed, and this test
 * with {@code -Ddurascope.update}, which writes the page.
 *
 * <p>Files of the group {@code own} are about Durascope alone and are not run there.
 */
class CompatibilityPageTest {
  private static final Path FOLDER = Path.of("src/test/behaviour");
  private static final Path PAGE = Path.of("..", "docs", "compatibility.md");
  private static final String OWN = "own";
  private static final String PASSED = "passed";

  private final Map<String, String> workerd = read("workerd.json");
  private final Map<String, String> differences = read("differences.json");
  private final List<String> behaviours = behaviours();

  CompatibilityPageTest() throws IOException {}

  @Test
  void whatWorkerdSaysDifferentlyIsExplained() {
    assertThat(behaviours)
        .as("not recorded as passing on workerd, and not explained in differences.json")
        .filteredOn(name -> !name.startsWith("own/"))
        .allMatch(name -> PASSED.equals(workerd.get(name)) || differences.containsKey(name));
  }

  @Test
  void everyExplanationIsOfADifference() {
    assertThat(differences.keySet())
        .allMatch(behaviours::contains)
        .noneMatch(name -> PASSED.equals(workerd.get(name)));
  }

  @Test
  void thePageIsWhatTheBehavioursSay() throws IOException {
    var page = render();
    if (System.getProperty("durascope.update") != null) {
      Files.writeString(PAGE, page);
    }
    assertThat(PAGE).as("run with -Ddurascope.update to write it").hasContent(page);
  }

  private String render() {
    var groups = new TreeMap<String, List<String>>();
    behaviours.forEach(
        name -> groups.computeIfAbsent(group(name), it -> new ArrayList<>()).add(name));
    var page =
        new StringBuilder(
            """
            # What runs as on workerd

            <!-- Generated from the behaviour files; a test compares. Do not edit. -->

            Each behaviour is a small program in `runtime/src/test/behaviour`, named by the sentence
            that it proves. All of them pass on Durascope. The same files are run on workerd, by
            `wrangler dev`'s own machinery; where it says something else, this page says why. The group
            `own` is about Durascope alone.

            | | behaviours | on workerd too | different there |
            |---|---|---|---|
            """);
    groups.forEach((group, names) -> page.append(row(group, names)));
    page.append(
        "| **all** | %d | %d | %d |\n"
            .formatted(behaviours.size(), passed(behaviours), differing(behaviours)));
    groups.forEach(
        (group, names) -> {
          page.append("\n## ").append(group).append("\n\n");
          names.forEach(name -> page.append(item(name)));
        });
    return page.toString();
  }

  private String row(String group, List<String> names) {
    return group.equals(OWN)
        ? "| [%1$s](#%1$s) | %2$d | | |\n".formatted(group, names.size())
        : "| [%1$s](#%1$s) | %2$d | %3$d | %4$d |\n"
            .formatted(group, names.size(), passed(names), differing(names));
  }

  private String item(String name) {
    var sentence = "- " + name.substring(name.indexOf('/') + 1);
    var reason = differences.get(name);
    return reason == null
        ? sentence + "\n"
        : sentence + "  \n  **different there:** " + reason + "\n";
  }

  private long passed(List<String> names) {
    return names.stream().filter(name -> PASSED.equals(workerd.get(name))).count();
  }

  private long differing(List<String> names) {
    return names.stream().filter(differences::containsKey).count();
  }

  private static String group(String name) {
    return name.substring(0, name.indexOf('/'));
  }

  private static List<String> behaviours() throws IOException {
    try (var files = Files.walk(FOLDER, 2)) {
      return files
          .filter(file -> file.toString().endsWith(".js") && !FOLDER.equals(file.getParent()))
          .map(file -> FOLDER.relativize(file).toString().replaceFirst("\\.js$", ""))
          .sorted()
          .toList();
    }
  }

  private static Map<String, String> read(String file) throws IOException {
    var path = FOLDER.resolve(file);
    var map = new TreeMap<String, String>();
    if (Files.exists(path)) {
      JsonParser.parseString(Files.readString(path))
          .getAsJsonObject()
          .asMap()
          .forEach((name, text) -> map.put(name, text.getAsString()));
    }
    return map;
  }
}
