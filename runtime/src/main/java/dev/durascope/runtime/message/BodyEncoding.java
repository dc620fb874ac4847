package dev.durascope.runtime.message;

/** What a response's {@code Content-Encoding} says of the body that the message carries. */
public enum BodyEncoding {
  /** The body is plain; who writes it to a connection encodes it as the header says. */
  AUTOMATIC,
  /** The body is encoded as the header says; who reads it decodes it. */
  MANUAL
}
