package dev.durascope.languageserver.settings;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.durascope.languageserver.analysis.Severities;
import dev.durascope.languageserver.settings.Setting.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * The extension's manifest and {@code docs/settings.md} say what {@link AllSettings} says. After a
 * change run this test with {@code -Ddurascope.update}, which writes both.
 */
class SettingsPageTest {

  private static final Path MANIFEST = Path.of("..", "vscode-extension", "package.json");
  private static final Path PAGE = Path.of("..", "docs", "settings.md");
  private static final String UPDATE = "run with -Ddurascope.update to write it";

  @Test
  void theManifestDeclaresTheSettings() throws IOException {
    var text = Files.readString(MANIFEST);
    var manifest = JsonParser.parseString(text).getAsJsonObject();
    var configuration = manifest.getAsJsonObject("contributes").getAsJsonObject("configuration");
    configuration.add("properties", properties());
    var generated =
        new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create().toJson(manifest)
            + "\n";
    if (System.getProperty("durascope.update") != null) {
      Files.writeString(MANIFEST, generated);
    }
    assertThat(
            JsonParser.parseString(Files.readString(MANIFEST))
                .getAsJsonObject()
                .getAsJsonObject("contributes")
                .getAsJsonObject("configuration"))
        .as(UPDATE)
        .isEqualTo(configuration);
  }

  @Test
  void thePageDescribesTheSettings() throws IOException {
    var page = page();
    if (System.getProperty("durascope.update") != null) {
      Files.writeString(PAGE, page);
    }
    assertThat(PAGE).as(UPDATE).hasContent(page);
  }

  @Test
  void idsAreOfTheSection() {
    assertThat(AllSettings.LIST)
        .extracting(Setting::id)
        .doesNotHaveDuplicates()
        .allMatch(id -> id.startsWith(AllSettings.SECTION + "."));
  }

  private static JsonObject properties() {
    var properties = new JsonObject();
    for (var setting : AllSettings.LIST) {
      var schema = schema(setting.kind());
      schema.addProperty("scope", setting.scope().word());
      schema.addProperty("markdownDescription", setting.description());
      properties.add(setting.id(), schema);
    }
    return properties;
  }

  private static JsonObject schema(Kind kind) {
    var schema = new JsonObject();
    switch (kind) {
      case Kind.Text() -> {
        schema.addProperty("type", "string");
        schema.addProperty("default", "");
      }
      case Kind.Choice(var words) -> {
        schema.addProperty("type", "string");
        schema.add("enum", array(words));
        schema.addProperty("default", words.getFirst());
      }
      case Kind.Switch(boolean atFirst) -> {
        schema.addProperty("type", "boolean");
        schema.addProperty("default", atFirst);
      }
      case Kind.Levels() -> {
        schema.addProperty("type", "object");
        var code = new JsonObject();
        code.add("enum", array(Severities.LEVELS.keySet()));
        var patterns = new JsonObject();
        patterns.add("^[A-Z]{2,3}\\d{2}$", code);
        schema.add("patternProperties", patterns);
        schema.addProperty("additionalProperties", false);
        schema.add("default", new JsonObject());
      }
    }
    return schema;
  }

  private static JsonArray array(Iterable<String> words) {
    var array = new JsonArray();
    words.forEach(array::add);
    return array;
  }

  private static String page() {
    var page =
        new StringBuilder(
            """
            # Settings

            <!-- Generated from AllSettings in language-server; a test compares. Do not edit. -->

            In VS Code they are on the page *Settings* under Durascope. Other editors send those of
            the language server as [their own settings say](editors.md): under `durascope`, nested
            at the dots. On the command line, `durascope check --severity MIG05=off` is
            `durascope.diagnostics.severity`.

            | setting | at first | read by | |
            |---|---|---|---|
            """);
    for (var setting : AllSettings.LIST) {
      page.append(
          "| `%s` | %s | %s | %s |\n"
              .formatted(
                  setting.id(),
                  atFirst(setting.kind()),
                  switch (setting.reader()) {
                    case SERVER -> "the language server";
                    case EXTENSION -> "VS Code";
                  },
                  setting.description() + values(setting.kind())));
    }
    return page.toString();
  }

  private static String atFirst(Kind kind) {
    return switch (kind) {
      case Kind.Text() -> "empty";
      case Kind.Choice(var words) -> "`" + words.getFirst() + "`";
      case Kind.Switch(boolean atFirst) -> "`" + atFirst + "`";
      case Kind.Levels() -> "`{}`";
    };
  }

  private static String values(Kind kind) {
    return switch (kind) {
      case Kind.Text() -> "";
      case Kind.Switch(boolean _) -> "";
      case Kind.Choice(var words) -> " One of `" + String.join("`, `", words) + "`.";
      case Kind.Levels() -> " Levels: `" + String.join("`, `", Severities.LEVELS.keySet()) + "`.";
    };
  }
}
