package dev.durascope.debugadapter.core;

import com.oracle.truffle.api.debug.Breakpoint;
import com.oracle.truffle.api.debug.DebuggerSession;
import com.oracle.truffle.api.debug.SourceElement;
import com.oracle.truffle.api.instrumentation.EventBinding;
import com.oracle.truffle.api.instrumentation.Instrumenter;
import com.oracle.truffle.api.instrumentation.LoadSourceSectionEvent;
import com.oracle.truffle.api.instrumentation.LoadSourceSectionListener;
import com.oracle.truffle.api.instrumentation.SourceSectionFilter;
import com.oracle.truffle.api.instrumentation.StandardTags.StatementTag;
import com.oracle.truffle.api.nodes.RootNode;
import com.oracle.truffle.api.source.SourceSection;
import java.lang.ref.WeakReference;
import java.net.URI;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A breakpoint of the engine at a place of a script, from the request to its end.
 *
 * <p>The engine can look for a place by itself, but among nodes of all kinds, in all sources: each
 * function that is loaded from then on, the runtime's own included, has its nodes replaced by
 * slower ones, which takes longer than anything else on the way from a launch to its first stop. So
 * where a statement begins at the place, as it does nearly always, it is looked for here, in the
 * functions of the one script, when they are loaded, which is before they run.
 *
 * <p>Any thread.
 */
final class Planting {

  private final DebuggerSession session;
  private final Consumer<SourceSection> found;
  private @Nullable EventBinding<?> search; // guarded by this
  private volatile @Nullable Breakpoint breakpoint; // written under this
  private boolean gone; // guarded by this

  private Planting(DebuggerSession session, Consumer<SourceSection> found) {
    this.session = session;
    this.found = found;
  }

  /**
   * Has the engine find what is nearest to a place.
   *
   * @param found is told where that is, as often as something nearer is loaded
   * @param elements what it may be
   */
  static Planting nearest(
      SourceMapping.Generated place,
      URI script,
      DebuggerSession session,
      Consumer<SourceSection> found,
      SourceElement... elements) {
    var planting = new Planting(session, found);
    planting.set(
        Breakpoint.newBuilder(script)
            .lineIs(place.line())
            .columnIs(place.column())
            .sourceElements(elements)
            .resolveListener((_, section) -> found.accept(section))
            .build());
    return planting;
  }

  /**
   * Waits for the statement that begins at a place.
   *
   * @param found is told which that is, once it is loaded
   */
  static Planting atStatement(
      SourceMapping.Generated place,
      URI script,
      Instrumenter instrumenter,
      DebuggerSession session,
      Consumer<SourceSection> found) {
    var planting = new Planting(session, found);
    var statements =
        SourceSectionFilter.newBuilder()
            .tagIs(StatementTag.class)
            .sourceIs(source -> source.getURI().equals(script))
            .build();
    planting.searching(
        instrumenter.attachLoadSourceSectionListener(statements, planting.new Search(place), true));
    return planting;
  }

  /** What exists already has been searched by now. */
  private void searching(EventBinding<?> binding) {
    synchronized (this) {
      search = binding;
      if (breakpoint == null && !gone) {
        return;
      }
    }
    binding.dispose();
  }

  private void set(Breakpoint wanted) {
    EventBinding<?> over;
    synchronized (this) {
      if (breakpoint != null || gone) {
        return;
      }
      breakpoint = wanted;
      over = search;
    }
    session.install(wanted);
    if (over != null) {
      over.dispose();
    }
  }

  private synchronized boolean isOpen() {
    return breakpoint == null && !gone;
  }

  /** Whether it is this that a suspension means. */
  boolean is(Breakpoint engineBreakpoint) {
    return engineBreakpoint.equals(breakpoint);
  }

  void dispose() {
    EventBinding<?> over;
    Breakpoint set;
    synchronized (this) {
      gone = true;
      over = search;
      set = breakpoint;
    }
    if (over != null) {
      over.dispose();
    }
    if (set != null) {
      set.dispose();
    }
  }

  /** Looks at each function that is loaded, once. */
  private final class Search implements LoadSourceSectionListener {
    private final SourceMapping.Generated place;
    private volatile WeakReference<RootNode> last = new WeakReference<>(null);

    Search(SourceMapping.Generated place) {
      this.place = place;
    }

    /** A statement has been loaded, and with it the function that it is in. */
    @Override
    public void onLoad(LoadSourceSectionEvent event) {
      var function = event.getNode().getRootNode();
      if (function == null || last.refersTo(function) || !isOpen()) {
        return;
      }
      last = new WeakReference<>(function);
      StatementSearch.of(function, place)
          .ifPresent(
              section -> {
                found.accept(section);
                set(Breakpoint.newBuilder(section).sourceElements(SourceElement.STATEMENT).build());
              });
    }
  }
}
