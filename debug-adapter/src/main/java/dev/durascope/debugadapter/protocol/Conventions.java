package dev.durascope.debugadapter.protocol;

import java.net.URI;
import java.nio.file.Path;
import org.eclipse.lsp4j.debug.InitializeRequestArguments;
import org.jspecify.annotations.Nullable;

/**
 * How the client counts and how it writes paths. The debugger counts lines and columns from 1.
 *
 * @param firstLine the client's number of the first line, 0 or 1
 * @param firstColumn the client's number of the first column, 0 or 1
 * @param uris whether paths are URIs
 */
record Conventions(int firstLine, int firstColumn, boolean uris) {

  static Conventions of(InitializeRequestArguments arguments) {
    return new Conventions(
        Boolean.FALSE.equals(arguments.getLinesStartAt1()) ? 0 : 1,
        Boolean.FALSE.equals(arguments.getColumnsStartAt1()) ? 0 : 1,
        "uri".equals(arguments.getPathFormat()));
  }

  int clientLine(int line) {
    return line - 1 + firstLine;
  }

  int clientColumn(int column) {
    return column - 1 + firstColumn;
  }

  int line(int clientLine) {
    return clientLine + 1 - firstLine;
  }

  int column(int clientColumn) {
    return clientColumn + 1 - firstColumn;
  }

  String path(Path file) {
    return uris ? file.toUri().toString() : file.toString();
  }

  Path file(@Nullable String clientPath) {
    if (clientPath == null) {
      throw Problem.NO_SUCH_SOURCE.with("The source has no path.");
    }
    try {
      var path = uris ? Path.of(URI.create(clientPath)) : Path.of(clientPath);
      return path.toAbsolutePath().normalize();
    } catch (IllegalArgumentException e) {
      throw Problem.NO_SUCH_SOURCE.with("\"" + clientPath + "\" is no path.");
    }
  }
}
