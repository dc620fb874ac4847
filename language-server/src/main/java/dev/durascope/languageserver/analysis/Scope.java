package dev.durascope.languageserver.analysis;

/** Which environments of a configuration are checked. */
public sealed interface Scope {

  /** The top level and all named environments. */
  record Everything() implements Scope {}

  /** What is used without {@code --env}. */
  record Top() implements Scope {}

  /** What is used with {@code --env name}. */
  record Named(String name) implements Scope {}
}
