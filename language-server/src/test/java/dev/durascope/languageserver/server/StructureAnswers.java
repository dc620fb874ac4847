package dev.durascope.languageserver.server;

import static dev.durascope.languageserver.server.PlaceAnswers.lines;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.durascope.model.text.LineIndex;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.lsp4j.SymbolKind;

/** Answers about a whole file: what it is built of, and what is shown in it. */
final class StructureAnswers {

  private static final int NUMBERS_OF_A_TOKEN = 5;

  private StructureAnswers() {}

  static String codeLens(AskedProject project) throws IOException {
    var lines = new ArrayList<String>();
    for (var lens : found(project, "textDocument/codeLens", project.aboutDocument())) {
      var command = lens.getAsJsonObject().getAsJsonObject("command");
      var title = project.words(command.get("title").getAsString());
      lines.add(project.inDocument(lens.getAsJsonObject().get("range")) + ": " + title);
      if (command.get("command").getAsString().equals(CodeLenses.SHOW_PLACES)) {
        for (var place : command.getAsJsonArray("arguments").get(2).getAsJsonArray()) {
          lines.add("  " + project.location(place));
        }
      }
    }
    return lines(lines);
  }

  private static JsonArray found(AskedProject project, String method, JsonObject params)
      throws IOException {
    return project.ask(method, params).getAsJsonArray();
  }

  static String inlayHint(AskedProject project) throws IOException {
    var text = project.text(project.fixture().asked());
    var params = project.aboutDocument();
    params.add("range", project.range(0, text.length()));
    var lines = new ArrayList<String>();
    for (var hint : found(project, "textDocument/inlayHint", params)) {
      var each = hint.getAsJsonObject();
      var at = new JsonObject();
      at.add("start", each.get("position"));
      at.add("end", each.get("position"));
      lines.add(
          project.inDocument(at).strip() + " " + project.words(each.get("label").getAsString()));
      for (var line : tooltip(each).lines().toList()) {
        lines.add("  " + project.words(line));
      }
    }
    return lines(lines);
  }

  private static String tooltip(JsonObject hint) {
    return Optional.ofNullable(hint.getAsJsonObject("tooltip"))
        .map(tooltip -> tooltip.get("value").getAsString())
        .orElse("");
  }

  static String documentSymbol(AskedProject project) throws IOException {
    var lines = new ArrayList<String>();
    var symbols = found(project, "textDocument/documentSymbol", project.aboutDocument());
    symbols.forEach(symbol -> outline(project, symbol.getAsJsonObject(), "", lines));
    return lines(lines);
  }

  private static void outline(
      AskedProject project, JsonObject symbol, String indent, List<String> lines) {
    var detail = symbol.has("detail") ? symbol.get("detail").getAsString() : "";
    lines.add(
        "%s%s %s%s: %s"
            .formatted(
                indent,
                SymbolKind.forValue(symbol.get("kind").getAsInt()),
                symbol.get("name").getAsString(),
                detail.isEmpty() ? "" : " (" + detail + ")",
                project.inDocument(symbol.get("selectionRange"))));
    if (symbol.has("children")) {
      for (var child : symbol.getAsJsonArray("children")) {
        outline(project, child.getAsJsonObject(), indent + "  ", lines);
      }
    }
  }

  static String documentLink(AskedProject project) throws IOException {
    var lines = new ArrayList<String>();
    for (var link : found(project, "textDocument/documentLink", project.aboutDocument())) {
      var each = link.getAsJsonObject();
      lines.add(
          project.inDocument(each.get("range"))
              + " -> "
              + project.name(project.file(each.get("target"))));
    }
    return lines(lines);
  }

  /** The first line of each, how many follow it when it is folded, and what is the last of them. */
  static String foldingRange(AskedProject project) throws IOException {
    var text = project.text(project.fixture().asked());
    var index = LineIndex.of(text);
    var lines = new ArrayList<String>();
    for (var fold : found(project, "textDocument/foldingRange", project.aboutDocument())) {
      var each = fold.getAsJsonObject();
      int first = each.get("startLine").getAsInt();
      int last = each.get("endLine").getAsInt();
      lines.add(
          "%d-%d%s %s … %s"
              .formatted(
                  first + 1,
                  last + 1,
                  each.has("kind") ? " " + each.get("kind").getAsString() : "",
                  index.line(first).of(text).strip(),
                  index.line(last).of(text).strip()));
    }
    return lines(lines);
  }

  /** From the innermost outwards. */
  static String selectionRange(AskedProject project) throws IOException {
    var positions = new JsonArray();
    positions.add(project.position(project.fixture().start()));
    var params = project.aboutDocument();
    params.add("positions", positions);
    var lines = new ArrayList<String>();
    JsonElement at = found(project, "textDocument/selectionRange", params).get(0);
    while (at != null) {
      lines.add(project.inDocument(at.getAsJsonObject().get("range")));
      at = at.getAsJsonObject().get("parent");
    }
    return lines(lines);
  }

  static String semanticTokens(AskedProject project) throws IOException {
    var types =
        project
            .capabilities()
            .getAsJsonObject("semanticTokensProvider")
            .getAsJsonObject("legend")
            .getAsJsonArray("tokenTypes");
    var fixture = project.fixture();
    var params = project.aboutDocument();
    boolean isPart = fixture.start() < fixture.end();
    if (isPart) {
      params.add("range", project.range(fixture.start(), fixture.end()));
    }
    var method = "textDocument/semanticTokens/" + (isPart ? "range" : "full");
    var data = project.ask(method, params).getAsJsonObject().getAsJsonArray("data");
    var text = project.text(project.fixture().asked());
    var index = LineIndex.of(text);
    var lines = new ArrayList<String>();
    int line = 0;
    int column = 0;
    for (int i = 0; i < data.size(); i += NUMBERS_OF_A_TOKEN) {
      int down = data.get(i).getAsInt();
      line += down;
      column = data.get(i + 1).getAsInt() + (down == 0 ? column : 0);
      int start = index.line(line).start() + column;
      int end = start + data.get(i + 2).getAsInt();
      lines.add(
          "%d:%d %s %s"
              .formatted(
                  line + 1,
                  column + 1,
                  types.get(data.get(i + 3).getAsInt()).getAsString(),
                  text.substring(start, end)));
    }
    return lines(lines);
  }
}
