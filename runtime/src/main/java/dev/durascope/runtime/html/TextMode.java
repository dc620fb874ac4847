package dev.durascope.runtime.html;

/** How the text of an element is read. */
enum TextMode {
  /** Markup. */
  DATA,
  /** No tags but the element's own end tag, which is all that this rewriter needs to know. */
  RAW,
  /** The same, but comments and scripts within it can hide the end tag. */
  SCRIPT,
  /** A CDATA section, as foreign content has them. */
  CDATA,
  /** Text to the end of the document. */
  PLAIN;

  /** The mode that a start tag of HTML's own namespace switches to. */
  static TextMode of(String tag) {
    return switch (tag) {
      case "title", "textarea", "style", "xmp", "iframe", "noembed", "noframes", "noscript" -> RAW;
      case "script" -> SCRIPT;
      case "plaintext" -> PLAIN;
      default -> DATA;
    };
  }
}
