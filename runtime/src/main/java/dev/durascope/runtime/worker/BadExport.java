package dev.durascope.runtime.worker;

import java.io.Serial;

/**
 * The main module exports what a Worker cannot export, or something else than the class that the
 * configuration makes objects of.
 */
public final class BadExport extends Exception {
  @Serial private static final long serialVersionUID = 1L;

  private final String name;

  BadExport(String name, String message) {
    super(message, null, false, false);
    this.name = name;
  }

  /** The name under which it is exported. */
  public String name() {
    return name;
  }
}
