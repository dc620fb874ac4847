package dev.durascope.debugadapter.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Values of the platform's classes, in the real runtime. */
class PlatformValuesTest {

  private static final String ROOM =
      """
      import { DurableObject } from "cloudflare:workers";

      export class Room extends DurableObject {
        #secret = 1;
        get doubled() { return this.#secret * 2; }

        async fetch(incoming) {
          const request = new Request("https://a.b/c?d=1", {
            method: "POST", body: "text", headers: { "x-one": "1" },
          });
          const response = new Response("no", { status: 404 });
          const headers = new Headers([["b", "2"], ["a", "1"]]);
          const url = new URL("https://a.b/c?d=1#e");
          const form = new FormData();
          form.append("name", "ann");
          const blob = new Blob(["abc"], { type: "text/plain" });
          const stream = new ReadableStream({ start: (c) => { c.enqueue(1); c.enqueue(2); } });
          const broken = new WritableStream({ start: (c) => c.error(new TypeError("full")) });
          const aborted = AbortSignal.abort("why");
          const view = new DataView(new Uint8Array([1, 2, 3, 4]).buffer, 1, 2);
          const weak = new WeakRef(this);
          const error = new TypeError("outer", { cause: new Error("inner") });
          return new Response(request.url);
        }
      }
      """;

  private static final int RETURN_LINE = 23;

  @TempDir private Path directory;

  private static List<String> lines(List<Variable> variables) {
    return variables.stream().map(variable -> variable.name() + " = " + variable.value()).toList();
  }

  @Test
  void they_show_what_their_getters_compute_and_not_what_they_are_made_of() {
    try (var project = new RealProject(directory, ROOM)) {
      project.session.breakAt(project.file, RETURN_LINE);
      project.start();
      var answer = project.get("/lobby");
      int id = project.session.awaitStop().isolate();
      assertThat(project.session.variables(id, Scope.Kind.LOCAL))
          .contains(
              "request = Request {method: \"POST\", url: \"https://a.b/c?d=1\"}",
              "response = Response {status: 404, ok: false}",
              "headers = Headers(2) {\"a\" => \"1\", \"b\" => \"2\"}",
              "url = URL {href: \"https://a.b/c?d=1#e\"}",
              "form = FormData(1) {\"name\" => \"ann\"}",
              "blob = Blob {size: 3, type: \"text/plain\"}",
              "stream = ReadableStream {locked: false}",
              "aborted = AbortSignal {aborted: true}",
              "view = DataView(2)",
              "error = TypeError: outer");
      int local = project.session.scope(id, Scope.Kind.LOCAL).reference();
      assertThat(lines(project.parts(project.part(local, "request").reference())))
          .contains("method = \"POST\"", "bodyUsed = false", "body = (…)")
          .noneMatch(line -> line.startsWith("#"));
      assertThat(project.at(local, "request", "method").evaluateName()).contains("request.method");
      assertThat(project.at(local, "request", "headers").value()).contains("\"x-one\" => \"1\"");
      assertThat(lines(project.parts(project.at(local, "headers", "[[Entries]]").reference())))
          .containsExactly("a = \"1\"", "b = \"2\"");
      assertThat(lines(project.parts(project.at(local, "view", "[[Bytes]]").reference())))
          .containsExactly("0 = 0x02", "1 = 0x03");
      assertThat(lines(project.parts(project.part(local, "stream").reference())))
          .contains(
              "locked = false",
              "[[State]] = readable",
              "[[Disturbed]] = false",
              "[[QueueLength]] = 2",
              "[[QueueTotalSize]] = 2");
      assertThat(lines(project.parts(project.part(local, "broken").reference())))
          .contains("[[State]] = erroring", "[[StoredError]] = TypeError: full");
      assertThat(project.at(local, "weak", "[[WeakRefTarget]]", "#secret").value()).isEqualTo("1");
      assertThat(project.at(local, "error", "cause").value()).isEqualTo("Error: inner");
      var doubled = project.at(local, "this", "doubled");
      assertThat(doubled.value()).isEqualTo("(…)");
      assertThat(project.parts(doubled.reference()).getFirst().value()).isEqualTo("2");
      project.session.resume(id, Resumption.CONTINUE);
      assertThat(DebuggeeSession.get(answer)).isEqualTo("https://a.b/c?d=1");
    }
  }
}
