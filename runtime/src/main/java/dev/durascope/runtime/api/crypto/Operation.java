package dev.durascope.runtime.api.crypto;

import java.security.GeneralSecurityException;
import org.jspecify.annotations.Nullable;

/**
 * A computation with all its arguments in hand: it touches no JavaScript value, so any thread may
 * run it.
 *
 * <p>Its result is bytes, a string, a number, a boolean, null, a handle (any other Java object), or
 * a {@code List} of these.
 */
@FunctionalInterface
interface Operation {
  /**
   * Computes. A {@code GeneralSecurityException} becomes an {@code OperationError}; who knows
   * better words throws a {@code ScriptError}.
   */
  @Nullable Object run() throws GeneralSecurityException;
}
