package dev.durascope.runtime.bundle.sourcemap;

import java.util.List;

/**
 * Where a breakpoint on a source's line can be: the line itself, or the next one below it that
 * became code.
 *
 * @param line the line in the source, from 1
 * @param column the first mapped column of that line, from 1
 * @param generated each place that this became, more than one where the bundler copied code; it may
 *     lie in the white space before the code, where esbuild lets an indented line's mapping begin
 */
public record BreakpointLocation(int line, int column, List<GeneratedPosition> generated) {
  public BreakpointLocation {
    generated = List.copyOf(generated);
  }
}
