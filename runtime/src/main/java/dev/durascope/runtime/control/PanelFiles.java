package dev.durascope.runtime.control;

import dev.durascope.runtime.message.Header;
import dev.durascope.runtime.message.RequestMessage;
import dev.durascope.runtime.message.ResponseMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The panel's files, from the class path. The page is given for the token only; its script and
 * style hold no secret and are loaded by the browser, which sends none.
 */
final class PanelFiles {
  private static final String FOLDER = "/dev/durascope/inspector/";
  private static final Map<String, String> TYPES =
      Map.of(
          "index.html", "text/html; charset=utf-8",
          "panel.js", "text/javascript; charset=utf-8",
          "panel.css", "text/css; charset=utf-8",
          "icon.svg", "image/svg+xml");

  /** Scripts and styles of this server only, requests to it only; the address stays secret. */
  private static final List<Header> PROTECTION =
      List.of(
          new Header(
              "Content-Security-Policy",
              "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
                  + " connect-src 'self'; base-uri 'none'; form-action 'none'"),
          new Header("Referrer-Policy", "no-referrer"));

  ResponseMessage answer(RequestMessage request, String path, AccessRules access) {
    var name = path.equals("/") ? "index.html" : path.substring(1);
    var type = TYPES.get(name);
    if (type == null) {
      return Answers.error(404, "no-such-file", "The panel has no file " + path);
    }
    if (!request.method().equals("GET") && !request.method().equals("HEAD")) {
      return Answers.error(405, "wrong-method", "The panel's files are read with GET");
    }
    if (name.equals("index.html")) {
      var refusal = access.refusesToken(request);
      if (refusal.isPresent()) {
        return refusal.get();
      }
    }
    return read(name)
        .map(
            bytes ->
                Answers.with(
                    Answers.of(200, bytes, List.of(new Header("Content-Type", type))),
                    PROTECTION.toArray(Header[]::new)))
        .orElseGet(
            () ->
                Answers.error(
                    500, "panel-missing", "This build of Durascope was made without the panel"));
  }

  private static Optional<byte[]> read(String name) {
    try (var stream = PanelFiles.class.getResourceAsStream(FOLDER + name)) {
      return stream == null ? Optional.empty() : Optional.of(stream.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
