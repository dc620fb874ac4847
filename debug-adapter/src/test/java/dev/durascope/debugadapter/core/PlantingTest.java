package dev.durascope.debugadapter.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Where breakpoints stop, for each kind of statement, wherever in a module it is. */
class PlantingTest {

  private static final String PROGRAM =
      """
      const log = [];
      let sum = 0;
      function declared(x) {
        const y = x;
        if (y) {
          sum += y;
        }
        for (const z of [1]) {
          log.push(z);
        }
        while (sum < 2) {
          sum++;
        }
        do {
          sum -= 1;
        } while (sum > 5);
        switch (sum) {
          case 1:
            log.push("one");
            break;
          default:
            log.push("more");
        }
        try {
          throw new Error("caught");
        } catch (e) {
          log.push(e.message);
        } finally {
          log.length = 1;
        }
        var later = () => {
          return sum;
        };
        return later();
      }
      class Room {
        #count = 0;
        static {
          sum = 0;
        }
        async enter() {
          await null;
          this.#count += 1;
          void this.#leave();
          return this.#count;
        }
        #leave() {
          delete this.left;
        }
      }
      export async function all() {
        const room = new Room();
        declared(await room.enter());
        return log.join();
      }
      """;

  @Test
  void a_breakpoint_on_any_statement_stops_at_it() {
    var lines =
        List.of(
            4, 5, 6, 8, 9, 11, 12, 14, 15, 17, 19, 20, 24, 25, 27, 29, 31, 32, 34, 39, 42, 43, 44,
            45, 48, 52, 53, 54);
    try (var session = new DebugSession(PROGRAM)) {
      session.breakAt(lines.stream().mapToInt(Integer::intValue).toArray());
      var answer = session.program.add("Worker").call("all");
      var stopped = new ArrayList<Integer>();
      while (!answer.isDone()) {
        var where = session.where();
        stopped.add(Integer.valueOf(where.substring(where.indexOf(':') + 1)));
        session.resume(1, Resumption.CONTINUE);
        if (stopped.getLast() == 54) {
          break;
        }
      }
      assertThat(DebugSession.get(answer)).isEqualTo("1");
      assertThat(stopped)
          .as("nothing stands for the words do and try but what is in them")
          .containsExactly(
              39, 52, 42, 43, 44, 48, 45, 53, 4, 5, 6, 8, 9, 11, 12, 11, 15, 17, 19, 20, 25, 27, 29,
              31, 34, 32, 54);
    }
  }
}
