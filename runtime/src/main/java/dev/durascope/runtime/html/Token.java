package dev.durascope.runtime.html;

/**
 * A piece of the document, as the bytes {@code from} to {@code to} of the tokenizer's buffer: good
 * until the buffer is fed again.
 */
sealed interface Token
    permits StartTag, Token.EndTag, Token.Text, Token.Comment, Token.Doctype, Token.Other {
  int from();

  int to();

  /** {@code </name>}. */
  record EndTag(int from, int to, String name) implements Token {}

  /** Text between markup, or as much of it as has come. */
  record Text(int from, int to) implements Token {}

  /**
   * A comment, or what is read as one; its text lies between {@code textFrom} and {@code textTo}.
   */
  record Comment(int from, int to, int textFrom, int textTo) implements Token {}

  /** {@code <!DOCTYPE …>}. */
  record Doctype(int from, int to) implements Token {}

  /**
   * What stands for nothing: {@code </>}, the frame of a CDATA section, a tag cut off by the end.
   */
  record Other(int from, int to) implements Token {}
}
