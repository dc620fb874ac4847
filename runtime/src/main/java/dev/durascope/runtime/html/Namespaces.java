package dev.durascope.runtime.html;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;

/**
 * Which namespace a tag is in, known without a tree: SVG and MathML are entered and left by their
 * own tags, by elements of HTML that cannot stand in them, and where they have HTML within.
 */
final class Namespaces {
  /** The namespaces of elements in a document. */
  enum Namespace {
    HTML("http://www.w3.org/1999/xhtml"),
    SVG("http://www.w3.org/2000/svg"),
    MATHML("http://www.w3.org/1998/Math/MathML");

    final String uri;

    Namespace(String uri) {
      this.uri = uri;
    }
  }

  /** Start tags that end foreign content. */
  private static final Set<String> HTML_ONLY =
      Set.of(
          "b",
          "big",
          "blockquote",
          "body",
          "br",
          "center",
          "code",
          "dd",
          "div",
          "dl",
          "dt",
          "em",
          "embed",
          "h1",
          "h2",
          "h3",
          "h4",
          "h5",
          "h6",
          "head",
          "hr",
          "i",
          "img",
          "li",
          "listing",
          "menu",
          "meta",
          "nobr",
          "ol",
          "p",
          "pre",
          "ruby",
          "s",
          "small",
          "span",
          "strong",
          "strike",
          "sub",
          "sup",
          "table",
          "tt",
          "u",
          "ul",
          "var");

  private static final Set<String> HTML_IN_SVG = Set.of("desc", "title", "foreignobject");
  private static final Set<String> HTML_IN_MATHML = Set.of("mi", "mo", "mn", "ms", "mtext");

  private final Deque<Namespace> open = new ArrayDeque<>();

  Namespaces() {
    open.push(Namespace.HTML);
  }

  boolean isForeign() {
    return open.element() != Namespace.HTML;
  }

  /** The namespace of an element that starts. */
  Namespace start(StartTag tag) {
    var name = tag.name();
    if (isForeign() && leaves(tag)) {
      while (isForeign()) {
        open.pop();
      }
    }
    var current = open.element();
    var own = name.equals("svg") ? Namespace.SVG : name.equals("math") ? Namespace.MATHML : current;
    var begins = own != current && current == Namespace.HTML;
    if (begins || (own == current && isRoot(name))) {
      if (!tag.isSelfClosing()) {
        open.push(own);
      }
      return own;
    }
    if (!tag.isSelfClosing() && (holdsHtml(current, name) || isAnnotation(current, tag))) {
      open.push(Namespace.HTML);
    }
    return current;
  }

  private static boolean leaves(StartTag tag) {
    return HTML_ONLY.contains(tag.name())
        || (tag.name().equals("font")
            && (tag.attribute("color") != null
                || tag.attribute("face") != null
                || tag.attribute("size") != null));
  }

  private static boolean isRoot(String name) {
    return name.equals("svg") || name.equals("math");
  }

  private static boolean holdsHtml(Namespace namespace, String name) {
    return switch (namespace) {
      case HTML -> false;
      case SVG -> HTML_IN_SVG.contains(name);
      case MATHML -> HTML_IN_MATHML.contains(name);
    };
  }

  private static boolean isAnnotation(Namespace namespace, StartTag tag) {
    if (namespace != Namespace.MATHML || !tag.name().equals("annotation-xml")) {
      return false;
    }
    var encoding = tag.attribute("encoding");
    return "text/html".equalsIgnoreCase(encoding)
        || "application/xhtml+xml".equalsIgnoreCase(encoding);
  }

  /** Notes an end tag. */
  void end(String name) {
    if (open.size() == 1) {
      return;
    }
    if (isForeign()) {
      if (name.equals("p") || name.equals("br")) {
        while (isForeign()) {
          open.pop();
        }
      } else if (isRoot(name)) {
        open.pop();
      }
      return;
    }
    var html = open.pop();
    var outer = open.element();
    var isEnd =
        holdsHtml(outer, name) || (outer == Namespace.MATHML && name.equals("annotation-xml"));
    if (!isEnd) {
      open.push(html);
    }
  }
}
