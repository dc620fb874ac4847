package dev.durascope.languageserver.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.eclipse.lsp4j.DocumentHighlightKind;
import org.eclipse.lsp4j.SymbolKind;

/** Answers about what is at the cursor, and about where it is spoken of. */
final class PlaceAnswers {

  private PlaceAnswers() {}

  static String lines(List<String> lines) {
    return lines.stream().map(line -> line.stripTrailing() + "\n").collect(Collectors.joining());
  }

  static String definition(AskedProject project) throws IOException {
    return locations(project, "textDocument/definition", project.aboutCursor());
  }

  static String implementation(AskedProject project) throws IOException {
    return locations(project, "textDocument/implementation", project.aboutCursor());
  }

  static String typeDefinition(AskedProject project) throws IOException {
    return locations(project, "textDocument/typeDefinition", project.aboutCursor());
  }

  /** With declarations, and which of them go without. */
  static String references(AskedProject project) throws IOException {
    var all = project.aboutCursor();
    all.add("context", AskedProject.json("{\"includeDeclaration\": true}"));
    var rest = project.aboutCursor();
    rest.add("context", AskedProject.json("{\"includeDeclaration\": false}"));
    var uses = locations(project, "textDocument/references", rest).lines().toList();
    return locations(project, "textDocument/references", all)
        .lines()
        .map(line -> uses.contains(line) ? line + "\n" : line + " (declared)\n")
        .collect(Collectors.joining());
  }

  private static String locations(AskedProject project, String method, JsonObject params)
      throws IOException {
    var lines = new ArrayList<String>();
    for (var location : project.ask(method, params).getAsJsonArray()) {
      lines.add(project.location(location));
    }
    return lines(lines);
  }

  static String highlight(AskedProject project) throws IOException {
    var lines = new ArrayList<String>();
    var found = project.ask("textDocument/documentHighlight", project.aboutCursor());
    for (var each : found.getAsJsonArray()) {
      var kind = DocumentHighlightKind.forValue(each.getAsJsonObject().get("kind").getAsInt());
      lines.add(project.inDocument(each.getAsJsonObject().get("range")) + " (" + kind + ")");
    }
    return lines(lines);
  }

  /** The forms, the one that the call is of with a sign, and the parameter that is typed. */
  static String signatureHelp(AskedProject project) throws IOException {
    var help = project.ask("textDocument/signatureHelp", project.aboutCursor());
    if (help.isJsonNull()) {
      return "";
    }
    var lines = new ArrayList<String>();
    var signatures = help.getAsJsonObject().getAsJsonArray("signatures");
    int active = help.getAsJsonObject().get("activeSignature").getAsInt();
    int parameter = help.getAsJsonObject().get("activeParameter").getAsInt();
    for (int i = 0; i < signatures.size(); i++) {
      var signature = signatures.get(i).getAsJsonObject();
      var label = signature.get("label").getAsString();
      lines.add((i == active ? "> " : "  ") + label);
      var parameters = signature.getAsJsonArray("parameters");
      if (i == active && parameter < parameters.size()) {
        var typed = parameters.get(parameter).getAsJsonObject();
        var span = typed.getAsJsonArray("label");
        lines.add("    typed: " + label.substring(span.get(0).getAsInt(), span.get(1).getAsInt()));
        if (typed.has("documentation")) {
          typed
              .getAsJsonObject("documentation")
              .get("value")
              .getAsString()
              .lines()
              .forEach(line -> lines.add("    " + line));
        }
      }
    }
    return lines(lines);
  }

  static String hover(AskedProject project) throws IOException {
    var hover = project.ask("textDocument/hover", project.aboutCursor());
    if (hover.isJsonNull()) {
      return "";
    }
    var contents = hover.getAsJsonObject().getAsJsonObject("contents");
    assertThat(contents.get("kind").getAsString()).isEqualTo("markdown");
    var place = project.inDocument(hover.getAsJsonObject().get("range"));
    return place + "\n" + project.words(contents.get("value").getAsString()) + "\n";
  }

  /** Those that an editor still shows after what is typed; or the file after one was taken. */
  static String completion(AskedProject project) throws IOException {
    var params = project.aboutCursor();
    var items = new ArrayList<JsonObject>();
    for (var item : project.ask("textDocument/completion", params).getAsJsonArray()) {
      items.add(item.getAsJsonObject());
    }
    var fixture = project.fixture();
    var lines = new ArrayList<String>();
    for (var item : items) {
      if (fits(project, item)) {
        lines.add(label(item));
      }
    }
    if (fixture.options().containsKey("explain")) {
      return items.stream()
          .filter(item -> item.get("label").getAsString().equals(fixture.option("explain")))
          .map(item -> item.getAsJsonObject("documentation").get("value").getAsString() + "\n")
          .collect(Collectors.joining());
    }
    if (!fixture.options().containsKey("take")) {
      return lines(lines);
    }
    var taken = fixture.option("take");
    for (var item : items) {
      if (item.get("label").getAsString().equals(taken)) {
        var edit = List.<JsonElement>of(item.getAsJsonObject("textEdit"));
        return project.files(Map.of(fixture.asked(), project.edited(fixture.asked(), edit)));
      }
    }
    throw new AssertionError("there is no %s among %s".formatted(taken, lines));
  }

  private static String label(JsonObject item) {
    var detail = item.has("detail") ? item.get("detail").getAsString() : "";
    if (item.has("labelDetails")) {
      assertThat(item.getAsJsonObject("labelDetails").get("description").getAsString())
          .isEqualTo(detail);
    }
    return item.get("label").getAsString()
        + (detail.isEmpty() ? "" : " (" + detail + ")")
        + (item.has("tags") ? " (outdated)" : "")
        + (item.has("commitCharacters") ? " then " + item.get("commitCharacters") : "");
  }

  /** Characters of what is typed, in their order, whatever stands between: as editors filter. */
  private static boolean fits(AskedProject project, JsonObject item) {
    var fixture = project.fixture();
    var range = item.getAsJsonObject("textEdit").get("range");
    var there = project.range(fixture.start(), fixture.start());
    there.add("start", range.getAsJsonObject().get("start"));
    var typed = project.textOf(fixture.asked(), there).toLowerCase(Locale.ROOT);
    var filter = item.get("filterText").getAsString().toLowerCase(Locale.ROOT);
    int at = 0;
    for (int i = 0; i < typed.length(); i++) {
      at = filter.indexOf(typed.charAt(i), at) + 1;
      if (at == 0) {
        return false;
      }
    }
    return true;
  }

  static String workspaceSymbol(AskedProject project) throws IOException {
    var params = new JsonObject();
    params.addProperty("query", project.fixture().option("query"));
    var lines = new ArrayList<String>();
    for (var symbol : project.ask("workspace/symbol", params).getAsJsonArray()) {
      var each = symbol.getAsJsonObject();
      lines.add(
          "%s %s, %s: %s"
              .formatted(
                  SymbolKind.forValue(each.get("kind").getAsInt()),
                  each.get("name").getAsString(),
                  project.words(each.get("containerName").getAsString()),
                  project.location(each.get("location"))));
    }
    return lines(lines);
  }
}
