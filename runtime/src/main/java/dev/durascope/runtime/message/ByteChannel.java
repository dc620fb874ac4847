package dev.durascope.runtime.message;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * A pipe of byte chunks between two threads, with back pressure: a writer's future completes when
 * there is room again, a reader's when there is a chunk.
 *
 * <p>To wake the other thread costs more than to hand over a chunk. So a writer who has more to say
 * soon may {@link #add} chunks, and {@link #tell} the reader of them together; and one who had to
 * wait goes on when half of what is queued was read.
 *
 * <p>One writer and one reader; each waits for its last future before it asks again.
 */
public final class ByteChannel {
  /** Chunks that may wait for the reader before the writer has to. */
  private static final int MAX_QUEUED_CHUNKS = 16;

  /** So many chunks may be left when a writer that has waited goes on. */
  private static final int FEW_QUEUED_CHUNKS = MAX_QUEUED_CHUNKS / 2;

  /** A reader that waits is told of so many bytes at once, whatever may come later. */
  private static final int MAX_UNTOLD_BYTES = 512 << 10;

  private final Queue<byte[]> chunks = new ArrayDeque<>();
  private @Nullable CompletableFuture<byte @Nullable []> reader;
  private @Nullable CompletableFuture<Void> writer;
  private int untoldBytes;
  private boolean ended;
  private @Nullable Throwable failure;
  private @Nullable Throwable brokenBy;
  private @Nullable Runnable cancelAction;

  /**
   * Writes a chunk, which must not change afterwards. The future fails when the reader has
   * cancelled.
   */
  public CompletableFuture<Void> write(byte[] chunk) {
    add(chunk);
    tell();
    return room();
  }

  /**
   * Writes a chunk, which must not change afterwards; the reader may hear of it as late as by
   * {@link #tell}.
   *
   * @return whether there is room for more; if not, {@link #room} says when
   */
  public boolean add(byte[] chunk) {
    boolean isEnough;
    synchronized (this) {
      if (failure != null) {
        return false;
      }
      if (ended) {
        throw new IllegalStateException("The channel has ended");
      }
      chunks.add(chunk);
      untoldBytes += chunk.length;
      isEnough = untoldBytes >= MAX_UNTOLD_BYTES || chunks.size() >= MAX_QUEUED_CHUNKS;
    }
    if (isEnough) {
      tell();
    }
    return hasRoom();
  }

  private synchronized boolean hasRoom() {
    return failure == null && writer == null && chunks.size() < MAX_QUEUED_CHUNKS;
  }

  /** Completes when there is room for a chunk; fails when the reader has cancelled. */
  public synchronized CompletableFuture<Void> room() {
    if (failure != null) {
      return CompletableFuture.failedFuture(failure);
    }
    if (hasRoom()) {
      return CompletableFuture.completedFuture(null);
    }
    if (writer == null) {
      writer = new CompletableFuture<>();
    }
    return writer;
  }

  /** Wakes a reader that waits, if there is something for it. */
  public void tell() {
    CompletableFuture<byte @Nullable []> waiting;
    byte @Nullable [] chunk;
    synchronized (this) {
      untoldBytes = 0;
      waiting = reader;
      chunk = waiting == null ? null : chunks.poll();
      if (chunk != null) {
        reader = null;
      }
    }
    if (waiting != null && chunk != null) {
      waiting.complete(chunk);
    }
  }

  /** Ends the stream; chunks that wait can still be read. */
  public void end() {
    tell();
    CompletableFuture<byte @Nullable []> waiting;
    synchronized (this) {
      ended = true;
      waiting = reader;
      reader = null;
    }
    if (waiting != null) {
      waiting.complete(null);
    }
  }

  /** Breaks the stream off: the reader gets {@code reason} at once. */
  public void fail(Throwable reason) {
    settle(reason);
  }

  /** Whether nothing can be written any more. */
  public synchronized boolean isOver() {
    return ended || failure != null;
  }

  /** The writer is lost: the reader gets what was written, and then {@code reason}. */
  public void breakOff(Throwable reason) {
    tell();
    CompletableFuture<byte @Nullable []> waiting;
    synchronized (this) {
      if (isOver()) {
        return;
      }
      ended = true;
      brokenBy = reason;
      waiting = reader;
      reader = null;
    }
    if (waiting != null) {
      waiting.completeExceptionally(reason);
    }
  }

  /** The next chunk, or null at the end. */
  public CompletableFuture<byte @Nullable []> read() {
    CompletableFuture<Void> released = null;
    CompletableFuture<byte @Nullable []> result;
    synchronized (this) {
      if (failure != null) {
        return CompletableFuture.failedFuture(failure);
      }
      var chunk = chunks.poll();
      if (chunk != null) {
        if (chunks.size() <= FEW_QUEUED_CHUNKS) {
          released = writer;
          writer = null;
        }
        result = CompletableFuture.completedFuture(chunk);
      } else if (ended) {
        result =
            brokenBy == null
                ? CompletableFuture.completedFuture(null)
                : CompletableFuture.failedFuture(brokenBy);
      } else {
        reader = new CompletableFuture<>();
        result = reader;
      }
    }
    if (released != null) {
      released.complete(null);
    }
    return result;
  }

  /** Says that nobody will read on: the writer's futures fail from now on. */
  public void cancel() {
    Runnable action;
    synchronized (this) {
      action = failure == null ? cancelAction : null;
      cancelAction = null;
    }
    settle(new CancellationException("The reader has cancelled the stream"));
    if (action != null) {
      action.run();
    }
  }

  /**
   * Tells the writer of {@link #cancel} at once, also while it has nothing to write. One writer,
   * one action; it runs on the reader's thread.
   */
  public void onCancel(Runnable action) {
    synchronized (this) {
      if (failure == null) {
        cancelAction = action;
        return;
      }
      if (!(failure instanceof CancellationException)) {
        return;
      }
    }
    action.run();
  }

  private void settle(Throwable reason) {
    CompletableFuture<Void> waitingWriter;
    CompletableFuture<byte @Nullable []> waitingReader;
    synchronized (this) {
      if (failure != null) {
        return;
      }
      failure = reason;
      chunks.clear();
      waitingWriter = writer;
      waitingReader = reader;
      writer = null;
      reader = null;
    }
    if (waitingWriter != null) {
      waitingWriter.completeExceptionally(reason);
    }
    if (waitingReader != null) {
      waitingReader.completeExceptionally(reason);
    }
  }
}
