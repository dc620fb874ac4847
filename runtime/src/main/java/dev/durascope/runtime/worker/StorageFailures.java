package dev.durascope.runtime.worker;

import dev.durascope.runtime.message.ScriptFailure;
import dev.durascope.runtime.storage.ObjectStore;
import dev.durascope.runtime.storage.StorageException;

/**
 * What becomes of an object when its storage fails: its memory no longer agrees with what is
 * stored, so it is reset, and whoever waits for it learns why. On the isolate's thread.
 */
final class StorageFailures {
  private static final String SERVER_WRITE_FAILED =
      "Internal error in Durable Object storage write caused object to be reset.";

  private final ScriptIncarnation incarnation;
  private final ObjectStore store;

  StorageFailures(ScriptIncarnation incarnation, ObjectStore store) {
    this.incarnation = incarnation;
    this.store = store;
  }

  /**
   * What a turn wrote could not be committed. What a failed file says is for the caller too; that a
   * server was lost, and which, is the log's.
   */
  void ofCommit(StorageException failure) {
    if (failure.kind().isOfServer()) {
      incarnation.uncaught("storage", ScriptFailure.error(String.valueOf(failure.getMessage())));
      transactionLost(SERVER_WRITE_FAILED);
    } else {
      of(failure);
    }
  }

  /** An operation failed in a way that the code which asked for it cannot put right. */
  void of(StorageException failure) {
    var why = String.valueOf(failure.getMessage());
    switch (failure.kind()) {
      // In production this is the one reset whose error does not say that it is one.
      case CONSTRAINT -> {
        var reason = ScriptFailure.error(why).local();
        incarnation.uncaught("storage", reason);
        incarnation.end(reason);
      }
      case CORRUPT, READ_ONLY, FULL, BUSY, UNREACHABLE, TOO_BIG, DISCONNECTED, REFUSED, IO ->
          transactionLost(why);
    }
  }

  /** What was written in this turn is gone, and the object's memory does not know. */
  void transactionLost(String why) {
    store.rollback();
    incarnation.breakOff("storage", ScriptFailure.error(why));
  }
}
