package dev.durascope.debugadapter.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class VariablesTest {

  private static final String VALUES =
      """
      class Room {
        #secret = 7;
        constructor(name) { this.name = name; this.members = new Set(["ann", "bob"]); }
        get size() { ran++; return this.members.size; }
        peek() { return this.#secret; }
      }
      let ran = 0;
      const unused = "seen all the same";
      export function show() {
        const room = new Room("lobby");
        const list = Array.from({ length: 2500 }, (_, i) => i * i);
        const map = new Map([["a", { x: 1 }], [{ k: 2 }, [1, 2]]]);
        const bytes = new Uint8Array([1, 2, 255]);
        const date = new Date(0);
        const regExp = /a\\/b/gi;
        const error = new RangeError("too far");
        const pending = new Promise(() => {});
        const done = Promise.resolve([1]);
        const proxy = new Proxy({ t: 1 }, { ownKeys() { ran++; return []; } });
        const nothing = undefined, none = null, yes = true, minus = -0, big = 10n;
        const symbol = Symbol("s"), text = "line\\nbreak", arrow = async (x) => x;
        const bare = Object.create(null);
        for (const item of ["one"]) {
          const length = item.length;
          return [room, list, map, bytes, date, regExp, error, pending, done, proxy, nothing,
            none, yes, minus, big, symbol, text, arrow, bare, length, room.peek()];
        }
      }
      export const touched = () => ran;
      """;

  private static final int RETURN_LINE = 25;

  private static DebugSession paused() {
    var session = new DebugSession(VALUES);
    session.breakAt(RETURN_LINE);
    var _ = session.program.add("Worker").call("show");
    assertThat(session.where()).isEqualTo("show:" + RETURN_LINE);
    return session;
  }

  private static Variable find(DebugSession session, int reference, String name) {
    return DebugSession.get(session.debugger.named(reference)).stream()
        .filter(variable -> variable.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static List<String> lines(List<Variable> variables) {
    return variables.stream().map(variable -> variable.name() + " = " + variable.value()).toList();
  }

  @Test
  void every_kind_of_value_has_a_line_that_tells_it() {
    try (var session = paused()) {
      assertThat(session.variables(1, Scope.Kind.LOCAL))
          .contains(
              "room = Room {name: \"lobby\", members: Set(2) {\"ann\", \"bob\"}}",
              "list = (2500) [0, 1, 4, 9, 16, …]",
              "map = Map(2) {\"a\" => {x: 1}, {k: 2} => (2) [1, 2]}",
              "bytes = Uint8Array(3) [1, 2, 255]",
              "date = 1970-01-01T00:00:00Z",
              "regExp = /a\\/b/gi",
              "error = RangeError: too far",
              "pending = Promise {pending}",
              "done = Promise {fulfilled: (1) [1]}",
              "proxy = Proxy({t: 1})",
              "nothing = undefined",
              "none = null",
              "yes = true",
              "minus = -0",
              "big = 10n",
              "symbol = Symbol(s)",
              "text = \"line\\nbreak\"",
              "arrow = async ƒ arrow()",
              "bare = {}");
    }
  }

  @Test
  void a_frame_sees_its_blocks_and_all_variables_of_its_module() {
    try (var session = paused()) {
      assertThat(session.variables(1, Scope.Kind.BLOCK)).contains("length = 3");
      assertThat(session.variables(1, Scope.Kind.MODULE))
          .contains("unused = \"seen all the same\"", "Room = class Room", "ran = 0");
    }
  }

  @Test
  void an_object_shows_private_fields_but_runs_no_getter_before_it_is_opened() {
    try (var session = paused()) {
      var local = session.scope(1, Scope.Kind.LOCAL).reference();
      var room = find(session, local, "room");
      assertThat(lines(DebugSession.get(session.debugger.named(room.reference()))))
          .contains("#secret = 7", "name = \"lobby\"");
      var prototype = find(session, room.reference(), "[[Prototype]]");
      var size = find(session, prototype.reference(), "size");
      assertThat(size.value()).isEqualTo("(…)");
      assertThat(session.evaluate(1, "ran").value()).isEqualTo("0");
      assertThat(session.evaluate(1, "room.size").value()).isEqualTo("2");
      assertThat(session.evaluate(1, "ran").value()).isEqualTo("1");
    }
  }

  @Test
  void long_lists_are_read_a_page_at_a_time() {
    try (var session = paused()) {
      var list = find(session, session.scope(1, Scope.Kind.LOCAL).reference(), "list");
      assertThat(list.indexed()).isEqualTo(2500);
      assertThat(lines(DebugSession.get(session.debugger.indexed(list.reference(), 2498, 100))))
          .containsExactly("2498 = 6240004", "2499 = 6245001");
      assertThat(lines(DebugSession.get(session.debugger.named(list.reference()))))
          .first()
          .isEqualTo("length = 2500");
    }
  }

  @Test
  void maps_open_to_their_entries_and_entries_to_key_and_value() {
    try (var session = paused()) {
      var map = find(session, session.scope(1, Scope.Kind.LOCAL).reference(), "map");
      var entries = find(session, map.reference(), "[[Entries]]");
      var page = DebugSession.get(session.debugger.indexed(entries.reference(), 0, 10));
      assertThat(lines(page))
          .containsExactly("0 = {\"a\" => {x: 1}}", "1 = {{k: 2} => (2) [1, 2]}");
      assertThat(lines(DebugSession.get(session.debugger.named(page.get(1).reference()))))
          .containsExactly("key = {k: 2}", "value = (2) [1, 2]");
    }
  }

  @Test
  void looking_at_a_proxy_does_not_run_its_traps() {
    try (var session = paused()) {
      var proxy = find(session, session.scope(1, Scope.Kind.LOCAL).reference(), "proxy");
      assertThat(lines(DebugSession.get(session.debugger.named(proxy.reference()))))
          .containsExactly("[[Target]] = {t: 1}", "[[Handler]] = {ownKeys: ƒ ownKeys()}");
      assertThat(session.evaluate(1, "ran").value()).isEqualTo("0");
    }
  }

  @Test
  void variables_and_properties_can_be_assigned_and_constants_cannot() {
    try (var session = paused()) {
      var local = session.scope(1, Scope.Kind.LOCAL).reference();
      var room = find(session, local, "room").reference();
      assertThat(DebugSession.get(session.debugger.assign(room, "name", "'attic'")).value())
          .isEqualTo("\"attic\"");
      DebugSession.get(session.debugger.assign(room, "#secret", "8"));
      assertThat(session.evaluate(1, "room.name + room.peek()").value()).isEqualTo("\"attic8\"");
      var module = session.scope(1, Scope.Kind.MODULE).reference();
      DebugSession.get(session.debugger.assign(module, "ran", "41"));
      assertThat(session.evaluate(1, "ran + 1").value()).isEqualTo("42");
      assertThatThrownBy(() -> DebugSession.get(session.debugger.assign(local, "room", "null")))
          .hasMessageContaining("\"room\" is a constant and cannot be assigned.");
    }
  }
}
