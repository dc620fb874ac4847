package dev.durascope.runtime.storage;

import java.util.function.Supplier;

/**
 * Whether what is sent has to wait for the pending transaction. A write asks for that unless its
 * code has said {@code allowUnconfirmed}; one such write is enough, and all pending ones are
 * committed together.
 */
public final class Confirmation {
  private boolean isLax;
  private boolean isNeeded;

  /** Does what {@code writes} does without asking for the wait. */
  public <T> T unconfirmed(Supplier<T> writes) {
    isLax = true;
    try {
      return writes.get();
    } finally {
      isLax = false;
    }
  }

  /** Something is about to be written. */
  public void writing() {
    isNeeded |= !isLax;
  }

  /** The transaction is over. */
  public void over() {
    isNeeded = false;
  }

  /** Whether what is sent now has to wait. */
  public boolean isNeeded() {
    return isNeeded;
  }
}
