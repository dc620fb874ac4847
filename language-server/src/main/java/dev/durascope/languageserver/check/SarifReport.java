package dev.durascope.languageserver.check;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.durascope.languageserver.analysis.Diagnostic;
import dev.durascope.languageserver.analysis.DiagnosticKind;
import dev.durascope.languageserver.analysis.Place;
import dev.durascope.languageserver.analysis.Severity;
import java.io.PrintStream;
import java.util.List;

/**
 * One log in the Static Analysis Results Interchange Format, version 2.1.0: what code scanning
 * takes. Columns count UTF-16 units, as everywhere here; paths are relative to {@code SRCROOT}.
 *
 * @see <a href="https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html">SARIF 2.1.0</a>
 */
record SarifReport(PrintStream out) implements Report {

  private static final String SCHEMA =
      "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

  @Override
  public void print(Findings findings) {
    var kinds = findings.diagnostics().stream().map(Diagnostic::kind).distinct().toList();
    var driver = new JsonObject();
    driver.addProperty("name", "durascope");
    driver.add("rules", rules(kinds));
    var tool = new JsonObject();
    tool.add("driver", driver);
    var results = new JsonArray();
    for (var diagnostic : findings.diagnostics()) {
      results.add(result(findings, kinds, diagnostic));
    }
    var run = new JsonObject();
    run.add("tool", tool);
    run.addProperty("columnKind", "utf16CodeUnits");
    run.add("results", results);
    var runs = new JsonArray();
    runs.add(run);
    var log = new JsonObject();
    log.addProperty("$schema", SCHEMA);
    log.addProperty("version", "2.1.0");
    log.add("runs", runs);
    out.println(new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create().toJson(log));
  }

  private static JsonArray rules(List<DiagnosticKind> kinds) {
    var rules = new JsonArray();
    for (var kind : kinds) {
      var configuration = new JsonObject();
      configuration.addProperty("level", level(kind.severity()));
      var rule = new JsonObject();
      rule.addProperty("id", kind.code());
      rule.add("shortDescription", text(kind.title()));
      var help = text(kind.explanation());
      help.addProperty("markdown", kind.explanation());
      rule.add("help", help);
      rule.add("defaultConfiguration", configuration);
      rules.add(rule);
    }
    return rules;
  }

  private static JsonObject result(
      Findings findings, List<DiagnosticKind> kinds, Diagnostic diagnostic) {
    var result = new JsonObject();
    result.addProperty("ruleId", diagnostic.code());
    result.addProperty("ruleIndex", kinds.indexOf(diagnostic.kind()));
    result.addProperty("level", level(diagnostic.severity()));
    result.add("message", text(diagnostic.message()));
    var locations = new JsonArray();
    locations.add(location(findings, diagnostic.place()));
    result.add("locations", locations);
    if (!diagnostic.related().isEmpty()) {
      var related = new JsonArray();
      for (var other : diagnostic.related()) {
        var location = location(findings, other.place());
        location.add("message", text(other.message()));
        related.add(location);
      }
      result.add("relatedLocations", related);
    }
    return result;
  }

  private static JsonObject location(Findings findings, Place place) {
    var artifact = new JsonObject();
    artifact.addProperty("uri", findings.uri(place.file()));
    artifact.addProperty("uriBaseId", "SRCROOT");
    var lines = findings.text(place.file()).lines();
    var start = lines.position(place.span().start());
    var end = lines.position(place.span().end());
    var region = new JsonObject();
    region.addProperty("startLine", start.line() + 1);
    region.addProperty("startColumn", start.column() + 1);
    region.addProperty("endLine", end.line() + 1);
    region.addProperty("endColumn", end.column() + 1);
    var physical = new JsonObject();
    physical.add("artifactLocation", artifact);
    physical.add("region", region);
    var location = new JsonObject();
    location.add("physicalLocation", physical);
    return location;
  }

  private static JsonObject text(String content) {
    var message = new JsonObject();
    message.addProperty("text", content);
    return message;
  }

  private static String level(Severity severity) {
    return switch (severity) {
      case ERROR -> "error";
      case WARNING -> "warning";
      case INFORMATION, HINT -> "note";
    };
  }
}
