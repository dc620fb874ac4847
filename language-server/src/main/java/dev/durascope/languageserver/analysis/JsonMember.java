package dev.durascope.languageserver.analysis;

import dev.durascope.model.config.WranglerConfig;
import dev.durascope.model.text.Span;
import dev.durascope.model.tree.Node;
import java.util.ArrayList;
import java.util.List;

/**
 * A property of a JSON text with the comments that are its own.
 *
 * @param start of the comment lines above it; its own where something else stands before it
 * @param above the comments on the lines right above, without indentation
 * @param behind the comment at the end of its line, with a blank before it; or nothing
 * @param end behind its comma and its comment
 * @param isAlone whether no other member stands on its lines
 */
record JsonMember(int start, List<String> above, String behind, int end, boolean isAlone) {

  static JsonMember of(String text, Node.Entry entry) {
    int key = entry.key().span().start() - 1;
    int start = text.lastIndexOf('\n', key) + 1;
    int end = entry.value().span().end();
    int newline = text.indexOf('\n', end);
    var rest = text.substring(end, newline < 0 ? text.length() : newline);
    var behind = rest.strip().replaceFirst("^,\\s*", "");
    boolean isAlone =
        text.substring(start, key).isBlank() && (behind.isEmpty() || behind.startsWith("//"));
    var above = new ArrayList<String>();
    while (isAlone && start > 0) {
      int before = text.lastIndexOf('\n', start - 2) + 1;
      var line = text.substring(before, start).strip();
      if (!line.startsWith("//")) {
        break;
      }
      above.addFirst(line);
      start = before;
    }
    return new JsonMember(
        start,
        above,
        isAlone && !behind.isEmpty() ? " " + behind : "",
        newline < 0 ? text.length() : newline + 1,
        isAlone);
  }

  /** Takes it away where another member follows. */
  Fix.Edit removal(WranglerConfig config, Node.Entry entry) {
    return isAlone
        ? new Fix.Edit(new Place(config.file(), new Span(start, end)), "")
        : TextRemoval.entry(config, entry);
  }
}
