package dev.durascope.runtime.storage.model;

import dev.durascope.runtime.storage.DeleteAllScope;
import dev.durascope.runtime.storage.ListOptions;
import java.util.List;

/**
 * What a program of {@link Step}s runs on: the {@link PlainModel}, or a {@link StoreMachine}.
 *
 * <p>Each operation answers with a text, which is the same on both if the store is right. An
 * operation that makes no sense where it stands, such as ending a transaction when there is none,
 * does nothing on either: so every part of a program is a program.
 */
interface Machine extends AutoCloseable {
  /** How an object may go out of memory without having committed. */
  enum Crash {
    /** The object is dropped, and started anew. */
    DROPPED,
    /** The process dies: what the disk holds at this moment is all that is left. */
    PROCESS_DEAD,
    /** The process dies in the midst of a commit, where the alarm's index is told. */
    DEAD_IN_COMMIT
  }

  /** What a step that gives nothing answers. */
  String DONE = "done";

  /** What is answered for something that is not there. */
  String NOTHING = "nothing";

  String get(String key);

  String getAll(List<String> keys);

  String list(ListOptions options);

  String put(String key, StoredText value);

  String delete(String key);

  String deleteAll(DeleteAllScope scope);

  String alarm();

  String setAlarm(long millis);

  String deleteAlarm();

  /** Begins a transaction within the one that is open. */
  String begin();

  /** Ends the innermost transaction, and keeps what it did. */
  String release();

  /** Ends the innermost transaction, and undoes what it did. */
  String undo();

  /** The end of a turn. */
  String commit();

  /** Gives up the turn. */
  String rollback();

  String crash(Crash how);

  String createTable(String table);

  String dropTable(String table);

  String insert(String table, int key, String text);

  /** Changes the rows from a key on. */
  String update(String table, int from, String text);

  String remove(String table, int key);

  String rows(String table);

  /** Reads one row and leaves the rest unread. */
  String glance(String table);

  /** The entries as they are seen from outside: the committed ones. */
  String committed();

  /** When the index says that the object is to be woken. */
  String wakeTime();

  @Override
  void close();
}
