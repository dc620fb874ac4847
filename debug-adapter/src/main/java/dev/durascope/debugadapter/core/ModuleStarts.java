package dev.durascope.debugadapter.core;

import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.api.instrumentation.EventBinding;
import com.oracle.truffle.api.instrumentation.EventContext;
import com.oracle.truffle.api.instrumentation.ExecutionEventNode;
import com.oracle.truffle.api.instrumentation.Instrumenter;
import com.oracle.truffle.api.instrumentation.SourceSectionFilter;
import com.oracle.truffle.api.instrumentation.StandardTags.StatementTag;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * Says when the top level of a script runs, on the thread that runs it.
 *
 * <p>A breakpoint on the first line would say it too, but the engine looks for a line among nodes
 * of all kinds, and for that replaces those of every function, the runtime's own included, by
 * slower ones. Here only the statements of the top level are touched, which run once.
 */
final class ModuleStarts {

  private final Instrumenter instrumenter;
  private final Map<URI, EventBinding<?>> watched = new ConcurrentHashMap<>();

  ModuleStarts(Instrumenter instrumenter) {
    this.instrumenter = instrumenter;
  }

  /**
   * Tells of each statement of a script's top level that is about to run, until {@link #forget}.
   */
  void watch(URI script, Consumer<Activation> runs) {
    var topLevel =
        SourceSectionFilter.newBuilder()
            .tagIs(StatementTag.class)
            .sourceIs(source -> source.getURI().equals(script))
            .rootNameIs(Activation::isModuleName)
            .build();
    watched.put(
        script,
        instrumenter.attachExecutionEventFactory(topLevel, context -> new Start(context, runs)));
  }

  void forget(URI script) {
    var binding = watched.remove(script);
    if (binding != null) {
      binding.dispose();
    }
  }

  private static final class Start extends ExecutionEventNode {
    private final EventContext context;
    private final Consumer<Activation> runs;

    Start(EventContext context, Consumer<Activation> runs) {
      this.context = context;
      this.runs = runs;
    }

    @Override
    protected void onEnter(VirtualFrame frame) {
      runs.accept(Activation.of(frame.materialize(), context.getInstrumentedNode().getRootNode()));
    }
  }
}
