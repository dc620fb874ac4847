package dev.durascope.runtime.bundle.esbuild;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * A running {@code esbuild --service}: one process that holds any number of builds, remembers what
 * it parsed, and keeps its output in memory.
 *
 * <p>The idea: starting a process and unpacking a binary take longer than the first build of a
 * small worker, so {@link #start} returns at once and a thread does both while the JVM goes on
 * loading classes. The first question waits for it; a start that failed fails the first question.
 *
 * <p>Contract: {@link #ask} blocks the caller and never the reader. When the process ends, for
 * whatever reason, everybody who waits is told, and every later question fails at once. The process
 * ends with the JVM even when nobody closes it, since the service leaves at the end of its standard
 * input. What it says on standard error is logged, and is part of the reason if it ends by itself;
 * what it says at our end (a stack trace of Go's, if a build is open then) is nobody's concern.
 */
public final class EsbuildService implements AutoCloseable {
  private static final Logger LOG = System.getLogger(EsbuildService.class.getName());

  /** More than any real bundle; a larger length means that we lost our place in the stream. */
  private static final int MAX_PACKET_BYTES = 1 << 30;

  /** Finds the executable, on the service's own thread since it may have to unpack it. */
  public interface BinaryLocator {
    Path locate() throws IOException;
  }

  private final CompletableFuture<Process> process = new CompletableFuture<>();
  private final Map<Integer, CompletableFuture<WireValue.Dict>> awaited = new ConcurrentHashMap<>();
  private final Map<Integer, BuildSession> sessions = new ConcurrentHashMap<>();
  private final AtomicInteger nextId = new AtomicInteger();
  private final AtomicInteger nextBuildKey = new AtomicInteger();
  private volatile @Nullable ProtocolException ended;

  private EsbuildService() {}

  /**
   * Starts the service in the background, in no directory in particular: each build names its own.
   */
  public static EsbuildService start(BinaryLocator locator) {
    var service = new EsbuildService();
    Thread.ofPlatform().daemon().name("esbuild-reader").start(() -> service.run(locator));
    return service;
  }

  /** Whether the process has ended, so that a new one is needed. */
  public boolean hasEnded() {
    return ended != null;
  }

  /** Opens a build that can be repeated; {@link BuildSession#close} forgets it. */
  public BuildSession open(BuildRequest request) throws InterruptedException {
    var session = new BuildSession(this, nextBuildKey.getAndIncrement(), request);
    sessions.put(session.key(), session);
    try {
      session.open();
    } catch (RuntimeException | InterruptedException e) {
      sessions.remove(session.key());
      throw e;
    }
    return session;
  }

  void forget(BuildSession session) {
    sessions.remove(session.key());
  }

  /** Asks the service and waits for its answer. */
  WireValue.Dict ask(WireValue.Dict question) throws InterruptedException {
    var id = nextId.getAndIncrement();
    var answer = new CompletableFuture<WireValue.Dict>();
    awaited.put(id, answer);
    try {
      send(new Packet(id, false, question), join(process));
      var end = ended;
      if (end != null) {
        throw end;
      }
      var body = join(answer);
      if (body.has("error")) {
        throw new ProtocolException(body.text("error"));
      }
      return body;
    } finally {
      awaited.remove(id);
    }
  }

  @Override
  public void close() {
    end("the service was closed", null);
    if (process.state() == Future.State.SUCCESS) {
      stop(process.resultNow());
    }
  }

  private static void stop(Process running) {
    try {
      running.getOutputStream().close();
    } catch (IOException e) {
      // The pipe is closed already: what we wanted.
    }
    running.destroy();
  }

  private void run(BinaryLocator locator) {
    try {
      var running =
          new ProcessBuilder(
                  locator.locate().toString(), "--service=" + EsbuildBinary.VERSION, "--ping")
              .start();
      var complaint = listen(running);
      try (var in =
          new DataInputStream(new BufferedInputStream(running.getInputStream(), 1 << 16))) {
        var version = new String(readBlock(in), StandardCharsets.UTF_8);
        if (!version.equals(EsbuildBinary.VERSION)) {
          running.destroy();
          throw new ProtocolException(
              "speaks version " + version + ", wanted " + EsbuildBinary.VERSION);
        }
        process.complete(running);
        if (ended != null) {
          stop(running);
        }
        while (true) {
          receive(Packet.decode(readBlock(in)), running);
        }
      } catch (EOFException e) {
        end("the service ended by itself" + complaint.join(), e);
      }
    } catch (IOException e) {
      end(String.valueOf(e.getMessage()), e);
    } catch (ProtocolException e) {
      end(e);
    }
  }

  /**
   * Logs what the process says on standard error.
   *
   * @return the first line of it after a colon, or nothing; once the process is over
   */
  private CompletableFuture<String> listen(Process running) {
    var first = new CompletableFuture<String>();
    Thread.ofPlatform()
        .daemon()
        .name("esbuild-errors")
        .start(
            () -> {
              try (var errors = running.errorReader(StandardCharsets.UTF_8)) {
                for (var line = errors.readLine(); line != null; line = errors.readLine()) {
                  complain(line, first);
                }
              } catch (IOException e) {
                // The process was destroyed, and its pipes with it.
              } finally {
                first.complete("");
              }
            });
    return first;
  }

  private void complain(String line, CompletableFuture<String> first) {
    if (ended == null && !line.isBlank()) {
      first.complete(": " + line);
      LOG.log(Level.WARNING, "esbuild: {0}", line);
    }
  }

  private void receive(Packet packet, Process running) {
    if (packet.isAnswer()) {
      var waiting = awaited.get(packet.id());
      if (waiting != null) {
        waiting.complete(packet.body());
      }
    } else if (packet.body().text("command").equals("ping")) {
      send(new Packet(packet.id(), true, WireValue.Dict.empty()), running);
    } else if (BuildSession.mayBlock(packet.body())) {
      Thread.ofVirtual()
          .name("esbuild-question-" + packet.id())
          .start(() -> answer(packet, running));
    } else {
      answer(packet, running);
    }
  }

  private void answer(Packet question, Process running) {
    WireValue.Dict answer;
    try {
      var session = sessions.get(question.body().integer("key", -1));
      answer = session == null ? WireValue.Dict.empty() : session.answer(question.body());
    } catch (RuntimeException | InterruptedException e) {
      answer = ResolveAnswer.failure(e.toString()).toWire();
    }
    try {
      send(new Packet(question.id(), true, answer), running);
    } catch (ProtocolException e) {
      // The process is gone; the reader notices and tells everybody who waits.
    }
  }

  private void send(Packet packet, Process running) {
    var bytes = packet.encode();
    OutputStream out = running.getOutputStream();
    synchronized (this) {
      try {
        out.write(bytes);
        out.flush();
      } catch (IOException e) {
        var gone = new ProtocolException("the service no longer listens", e);
        end(gone);
        throw gone;
      }
    }
  }

  private void end(String reason, @Nullable Throwable cause) {
    end(cause == null ? new ProtocolException(reason) : new ProtocolException(reason, cause));
  }

  private void end(ProtocolException reason) {
    if (ended == null) {
      ended = reason;
    }
    process.completeExceptionally(reason);
    awaited.values().forEach(waiting -> waiting.completeExceptionally(reason));
  }

  private static byte[] readBlock(DataInputStream in) throws IOException {
    var length = Integer.reverseBytes(in.readInt());
    if (length < 0 || length > MAX_PACKET_BYTES) {
      throw new ProtocolException("a packet of " + Integer.toUnsignedString(length) + " bytes");
    }
    return in.readNBytes(length);
  }

  private static <T> T join(CompletableFuture<T> future) throws InterruptedException {
    try {
      return future.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof ProtocolException reason) {
        throw reason;
      }
      throw new ProtocolException(String.valueOf(e.getCause()), e);
    }
  }
}
