package dev.durascope.runtime.wire.js;

/**
 * In which form errors are written; both are read. The compatibility date decides ({@code
 * enhanced_error_serialization}, from 2026-04-21).
 */
public enum ErrorForm {
  /** V8's own: class, message, stack and cause. */
  PLAIN,
  /** workerd's: all own properties, and any name. */
  ENHANCED
}
