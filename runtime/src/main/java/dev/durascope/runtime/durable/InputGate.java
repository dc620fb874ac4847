package dev.durascope.runtime.durable;

import java.util.ArrayDeque;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * The input gate: what comes into an object from outside of JavaScript (events, answers, timers)
 * passes here, one turn at a time, and waits while it may not come between.
 *
 * <p>Two things make it wait. A {@link Hold} is work that takes its time but must look as if it
 * took none, as cryptography does: nothing comes in until its result has. And a <em>critical
 * section</em> is {@code blockConcurrencyWhile()}: while it runs, only that comes in which it has
 * begun itself. Sections nest, and those of one scope run one after the other, so at any time there
 * is one innermost scope that may go on:
 *
 * <pre>
 *   root ── running ──▶ section ── running ──▶ inner section     goes on
 *     │                    └ its timers, answers, next sections   wait
 *     └ events, answers to what was begun outside                 wait
 * </pre>
 *
 * <p>Storage needs no hold: it answers within the turn. What a turn begins belongs to the scope of
 * the turn, {@link #scope}, and comes back into it by {@link Scope#enter}; once a section is over,
 * into the scope around it. On the isolate's thread only.
 */
public final class InputGate {
  /**
   * How deep critical sections may be nested.
   * https://github.com/cloudflare/workerd/blob/main/src/workerd/io/io-context.h
   */
  public static final int MAX_DEPTH = 64;

  private final Scope root = new Scope(null, null);
  private final Runnable ready;
  private Scope current = root;
  private boolean announced;

  /**
   * An open gate.
   *
   * @param ready told when something that has waited may come in: {@link #admitNext} is to be
   *     called as a turn of its own
   */
  public InputGate(Runnable ready) {
    this.ready = ready;
  }

  /** The scope of the turn that is running; that of events if there is none. */
  public Scope scope() {
    return current.standing();
  }

  /** Whether events may come in. */
  public boolean isOpen() {
    return root.admits();
  }

  /** Whether no critical section runs or waits. */
  public boolean isIdle() {
    return root.running == null && root.sections.isEmpty() && root.holds == 0;
  }

  /**
   * What waits at the gate, and for what.
   *
   * @param sections how many critical sections run, one within the other
   * @param holds how many results nothing else may come before
   * @param waitingSections critical sections that have not begun
   * @param waitingTurns answers and timers whose turn has come and that may not come in
   */
  public record Backlog(int sections, int holds, int waitingSections, int waitingTurns) {}

  /** What waits at the gate now. */
  public Backlog backlog() {
    var running = 0;
    var holds = 0;
    var waitingSections = 0;
    var waitingTurns = 0;
    for (var scope = root; scope != null; scope = scope.running) {
      running += scope == root ? 0 : 1;
      holds += scope.holds;
      waitingSections += scope.sections.size();
      waitingTurns += scope.waiting.size();
    }
    return new Backlog(running, holds, waitingSections, waitingTurns);
  }

  /** Lets in what has waited for longest and may come now, if anything does. */
  public void admitNext() {
    announced = false;
    var scope = innermost();
    if (scope.holds > 0) {
      return;
    }
    var section = scope.sections.poll();
    if (section != null) {
      scope.running = section;
      section.begin();
      return;
    }
    var turn = scope.waiting.poll();
    if (turn != null) {
      scope.run(turn);
    }
  }

  /** The turn is over: says so if something may come in now. */
  public void turnEnded() {
    var scope = innermost();
    if (!announced && scope.holds == 0 && !(scope.sections.isEmpty() && scope.waiting.isEmpty())) {
      announced = true;
      ready.run();
    }
  }

  private Scope innermost() {
    var scope = root;
    while (scope.running != null) {
      scope = scope.running;
    }
    return scope;
  }

  /** Where a turn belongs: outside of all critical sections, or in one. */
  public final class Scope {
    private final @Nullable Scope outer;
    private final @Nullable Runnable body;
    private final int depth;
    private final Queue<Scope> sections = new ArrayDeque<>();
    private final Queue<Runnable> waiting = new ArrayDeque<>();
    private @Nullable Scope running;
    private int holds;
    private boolean over;

    private Scope(@Nullable Scope outer, @Nullable Runnable body) {
      this.outer = outer;
      this.body = body;
      this.depth = outer == null ? 0 : outer.depth + 1;
    }

    /** Runs {@code turn} now, or when it may come in. */
    public void enter(Runnable turn) {
      var scope = standing();
      if (scope.admits()) {
        scope.run(turn);
      } else {
        scope.waiting.add(turn);
      }
    }

    /**
     * Asks for a critical section in this scope: {@code begin} runs as a turn of its own as soon as
     * the scope has nothing else to do. Nothing that comes later comes in before it.
     *
     * @return the section, which has to be ended
     * @throws IllegalStateException with workerd's words if that is too deep
     */
    public Scope section(Runnable begin) {
      var section = new Scope(standing(), begin);
      if (section.depth > MAX_DEPTH) {
        throw new IllegalStateException("blockConcurrencyWhile() calls are nested too deeply.");
      }
      standing().sections.add(section);
      return section;
    }

    /** The critical section is over; what is left of it goes on in the scope around it. */
    public void end() {
      if (over || outer == null) {
        return;
      }
      var parent = outer.standing();
      over = true;
      parent.running = running;
      parent.sections.addAll(sections);
      parent.waiting.addAll(waiting);
    }

    /** Lets nothing into this scope until the hold is used. */
    public Hold hold() {
      var scope = standing();
      scope.holds++;
      return new Hold(scope);
    }

    private void begin() {
      if (body != null) {
        run(body);
      }
    }

    private void run(Runnable turn) {
      current = this;
      try {
        turn.run();
      } finally {
        current = root;
      }
    }

    private boolean admits() {
      return running == null
          && holds == 0
          && sections.isEmpty()
          && waiting.isEmpty()
          && (outer == null || outer.standing().running == this);
    }

    /** This scope, or the one around it that is not over. */
    private Scope standing() {
      var scope = this;
      while (scope.over && scope.outer != null) {
        scope = scope.outer;
      }
      return scope;
    }
  }

  /** A claim to be the next to come in. */
  public static final class Hold {
    private final Scope scope;

    private Hold(Scope scope) {
      this.scope = scope;
    }

    /** Runs {@code turn} and gives the claim up. */
    public void enter(Runnable turn) {
      scope.holds--;
      scope.standing().run(turn);
    }
  }
}
