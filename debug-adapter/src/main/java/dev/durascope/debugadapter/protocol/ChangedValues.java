package dev.durascope.debugadapter.protocol;

import java.util.concurrent.CompletableFuture;
import org.eclipse.lsp4j.debug.InvalidatedAreas;
import org.eclipse.lsp4j.debug.InvalidatedEventArguments;

/**
 * Tells a client that can look again that values may be others now. An assignment changes more than
 * the line that it is made in: what else refers to the same object, a getter, an expression that is
 * watched.
 *
 * @param client who is told
 * @param looksAgain whether the client has said that it does
 */
record ChangedValues(DebugClient client, boolean looksAgain) {

  /** What a change answers; if it is made the client is told. */
  <T> CompletableFuture<T> by(CompletableFuture<T> change) {
    return looksAgain
        ? change.whenComplete(
            (_, failure) -> {
              if (failure == null) {
                tell();
              }
            })
        : change;
  }

  private void tell() {
    var stale = new InvalidatedEventArguments();
    stale.setAreas(new String[] {InvalidatedAreas.VARIABLES});
    client.invalidated(stale);
  }
}
