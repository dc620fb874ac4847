package dev.durascope.debugadapter.runtime;

import com.oracle.truffle.api.Truffle;
import com.oracle.truffle.api.source.SourceSection;
import dev.durascope.debugadapter.core.Script;
import dev.durascope.runtime.script.Beginnings;
import java.net.URI;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Finds the innermost line of the user's that is running on this thread.
 *
 * @param scripts what runs, by its name
 */
record CallPlaces(Function<URI, Optional<Script>> scripts)
    implements Supplier<Optional<Beginnings.Place>> {
  @Override
  public Optional<Beginnings.Place> get() {
    return Optional.ofNullable(
        Truffle.getRuntime()
            .iterateFrames(
                frame -> {
                  var node = frame.getCallNode();
                  return node == null
                      ? null
                      : place(node.getEncapsulatingSourceSection()).orElse(null);
                }));
  }

  private Optional<Beginnings.Place> place(@Nullable SourceSection section) {
    return section == null || !section.isAvailable()
        ? Optional.empty()
        : scripts
            .apply(section.getSource().getURI())
            .flatMap(
                script ->
                    script.mapping().original(section.getStartLine(), section.getStartColumn()))
            .map(at -> new Beginnings.Place(at.file(), at.line(), at.column()));
  }
}
