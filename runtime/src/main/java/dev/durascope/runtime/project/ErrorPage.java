package dev.durascope.runtime.project;

import dev.durascope.runtime.message.Body;
import dev.durascope.runtime.message.Header;
import dev.durascope.runtime.message.RequestMessage;
import dev.durascope.runtime.message.ResponseMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What a browser is shown of an uncaught error: its message, the lines of the user's code around
 * it, and the stack. Who does not ask for HTML gets the stack as text.
 */
final class ErrorPage {
  private static final int LINES_AROUND = 4;
  private static final long SOURCE_BYTES_MAX = 2L << 20;
  private static final Pattern FRAME =
      Pattern.compile("\\h+at (?:(?<function>.+) \\()?(?<place>(?<file>[^()]+):(\\d+):(\\d+))\\)?");
  private static final int LINE_GROUP = 4;
  private static final int COLUMN_GROUP = 5;
  private static final List<Header> HEADERS =
      List.of(
          new Header("Content-Type", "text/html; charset=utf-8"),
          new Header("Cache-Control", "no-store"),
          new Header("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'"));

  private final Path project;

  /**
   * @param project the folder in which relative places are
   */
  ErrorPage(Path project) {
    this.project = project;
  }

  /** Whether a request is a browser's for a page. */
  static boolean isAskedFor(RequestMessage request) {
    return request.headers().stream()
        .filter(header -> header.name().equalsIgnoreCase("accept"))
        .anyMatch(header -> header.value().toLowerCase(Locale.ROOT).contains("text/html"));
  }

  /**
   * The page of an error.
   *
   * @param worker the Worker's name
   * @param described message and stack, with places in the user's files
   */
  ResponseMessage of(String worker, String described) {
    var lines = described.lines().toList();
    int first =
        IntStream.range(0, lines.size())
            .filter(index -> FRAME.matcher(lines.get(index)).matches())
            .findFirst()
            .orElse(lines.size());
    var message = String.join("\n", lines.subList(0, first)).strip();
    var frames =
        lines.subList(first, lines.size()).stream().flatMap(l -> frame(l).stream()).toList();
    var code =
        frames.stream().filter(frame -> !frame.isOfPackage()).findFirst().flatMap(this::code);
    var html =
        template()
            .replace("{{worker}}", escaped(worker))
            .replace("{{code}}", code.orElse(""))
            .replace("{{stack}}", frames.stream().map(this::listed).collect(Collectors.joining()))
            .replace("{{message}}", escaped(message));
    return new ResponseMessage(
        500,
        "",
        HEADERS,
        new Body.Bytes(html.getBytes(StandardCharsets.UTF_8)),
        "",
        Optional.empty());
  }

  private record Frame(String function, String place, String file, int line, int column) {
    boolean isOfPackage() {
      return file.contains("node_modules/");
    }
  }

  private static Optional<Frame> frame(String line) {
    var match = FRAME.matcher(line);
    if (!match.matches()) {
      return Optional.empty();
    }
    var function = match.group("function");
    try {
      return Optional.of(
          new Frame(
              function == null ? "" : function,
              match.group("place"),
              match.group("file"),
              Integer.parseInt(match.group(LINE_GROUP)),
              Integer.parseInt(match.group(COLUMN_GROUP))));
    } catch (NumberFormatException tooLarge) {
      return Optional.empty();
    }
  }

  private String listed(Frame frame) {
    return "<li%s><span>%s</span> %s</li>\n"
        .formatted(
            frame.isOfPackage() ? " class=\"package\"" : "",
            escaped(frame.function()),
            link(frame));
  }

  /** A place that VS Code opens. */
  private String link(Frame frame) {
    var text = escaped(frame.place());
    return source(frame)
        .map(
            file ->
                "<a href=\"vscode://file%s:%d:%d\">%s</a>"
                    .formatted(
                        escaped(file.toUri().getRawPath()), frame.line(), frame.column(), text))
        .orElse("<code>" + text + "</code>");
  }

  private Optional<Path> source(Frame frame) {
    try {
      return Optional.of(project.resolve(frame.file()).normalize()).filter(Files::isRegularFile);
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  private Optional<String> code(Frame frame) {
    return source(frame)
        .flatMap(ErrorPage::linesOf)
        .filter(lines -> frame.line() <= lines.size())
        .map(
            lines ->
                "<figure><figcaption>%s</figcaption><pre>%s</pre></figure>"
                    .formatted(link(frame), excerpt(lines, frame)));
  }

  private static Optional<List<String>> linesOf(Path file) {
    try {
      return Files.size(file) > SOURCE_BYTES_MAX
          ? Optional.empty()
          : Optional.of(Files.readAllLines(file));
    } catch (IOException goneOrNoText) {
      return Optional.empty();
    }
  }

  private static String excerpt(List<String> lines, Frame frame) {
    int from = Math.max(1, frame.line() - LINES_AROUND);
    int to = Math.min(lines.size(), frame.line() + LINES_AROUND);
    int width = String.valueOf(to).length();
    return IntStream.rangeClosed(from, to)
        .mapToObj(number -> row(number, width, lines.get(number - 1), frame))
        .collect(Collectors.joining());
  }

  private static String row(int number, int width, String line, Frame frame) {
    var text = "%" + width + "d  ";
    if (number != frame.line()) {
      return text.formatted(number) + escaped(line) + "\n";
    }
    int start = Math.clamp(frame.column() - 1L, 0, line.length());
    int end = start;
    while (end < line.length() && Character.isJavaIdentifierPart(line.charAt(end))) {
      end++;
    }
    return "<mark>"
        + text.formatted(number)
        + escaped(line.substring(0, start))
        + "<b>"
        + escaped(line.substring(start, end))
        + "</b>"
        + escaped(line.substring(end))
        + "</mark>\n";
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("{{", "{&#123;"); // no placeholder of the template
  }

  private static String template() {
    try (var stream = ErrorPage.class.getResourceAsStream("error.html")) {
      if (stream == null) {
        throw new IllegalStateException("The runtime has no error.html");
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("The runtime's error.html cannot be read", e);
    }
  }
}
