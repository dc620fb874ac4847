package dev.durascope.languageserver.check;

import com.google.gson.JsonObject;
import java.io.PrintStream;

/**
 * One object a line: {@code {file, line, column, endLine, endColumn, severity, code, message}};
 * lines and columns from one, columns in UTF-16 units, the end exclusive. Nothing else is printed.
 */
record JsonReport(PrintStream out) implements Report {

  @Override
  public void print(Findings findings) {
    for (var diagnostic : findings.diagnostics()) {
      var file = diagnostic.place().file();
      var lines = findings.text(file).lines();
      var start = lines.position(diagnostic.span().start());
      var end = lines.position(diagnostic.span().end());
      var object = new JsonObject();
      object.addProperty("file", findings.name(file));
      object.addProperty("line", start.line() + 1);
      object.addProperty("column", start.column() + 1);
      object.addProperty("endLine", end.line() + 1);
      object.addProperty("endColumn", end.column() + 1);
      object.addProperty("severity", diagnostic.severity().word());
      object.addProperty("code", diagnostic.code());
      object.addProperty("message", diagnostic.message());
      out.println(object);
    }
  }
}
