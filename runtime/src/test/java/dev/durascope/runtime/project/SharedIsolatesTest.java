package dev.durascope.runtime.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.durascope.runtime.bundle.Bundle;
import dev.durascope.runtime.message.ScriptFailure;
import dev.durascope.runtime.script.Isolate;
import dev.durascope.runtime.worker.IsolateListener.Tenancy;
import dev.durascope.runtime.worker.WorkerVersion;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Objects that share an isolate: what they have in common, and what not. That they behave as others
 * do is what {@link ProjectBehaviourTest} shows.
 */
class SharedIsolatesTest {
  private static final String LIMIT = "\n[limits]\ncpu_ms = 2000\n";

  private static final String MODULE =
      """
      import { DurableObject } from 'cloudflare:workers';
      let instances = 0;
      let left;
      export class Subject extends DurableObject {
        constructor(ctx, env) {
          super(ctx, env);
          this.number = ++instances;
          this.calls = 0;
        }
        async fetch(request) {
          this.calls++;
          switch (new URL(request.url).searchParams.get('do')) {
            case 'abort':
              try {
                Promise.resolve().then(() => this.ctx.storage.put('microtask', true));
                this.ctx.abort('enough');
              } catch {
                this.ctx.storage.put('caught', true);
              } finally {
                this.ctx.storage.put('finally', true);
              }
              return new Response('goes on');
            case 'loop':
              for (;;);
            case 'leave':
              left = this.ctx.storage;
              return new Response('left');
            case 'use':
              try {
                return new Response(await left.get('key'));
              } catch (error) {
                return new Response(error.message);
              }
            case 'keys':
              return new Response([...(await this.ctx.storage.list()).keys()].join());
            case 'time':
              this.timeout = setTimeout(() => this.ctx.storage.put('late', true), 60_000);
              return new Response('waits');
            default:
              return new Response(`${this.number}.${this.calls}`);
          }
        }
      }
      export default {
        fetch(request, env) {
          const name = new URL(request.url).pathname.slice(1);
          return env.OBJECTS.getByName(name).fetch(request);
        },
      };
      """;

  @TempDir private Path directory;

  private TestProject project(int ownIsolates) throws Exception {
    return TestProject.withModule(
        ProjectOptions.of(directory).withOwnIsolates(ownIsolates), MODULE, LIMIT);
  }

  @Test
  void theModulesVariablesAreCommon() throws Exception {
    try (var project = project(1)) {
      assertThat(project.get("/own")).isEqualTo("1.1");
      assertThat(names(project, 9)).containsExactlyInAnyOrderElementsOf(FIRST_OF_EIGHT_AND_ONE);
      assertThat(project.get("/own")).isEqualTo("1.2");
    }
  }

  /** There are eight isolates to share; the ninth object is the second of its isolate. */
  private static final List<String> FIRST_OF_EIGHT_AND_ONE =
      List.of("1.1", "1.1", "1.1", "1.1", "1.1", "1.1", "1.1", "1.1", "2.1");

  private static List<String> names(TestProject project, int count) throws Exception {
    var answers = new ArrayList<String>();
    for (var i = 0; i < count; i++) {
      answers.add(project.get("/shared" + i));
    }
    return answers;
  }

  @Test
  void anIsolateThatIsSharedOutlivesItsObjects() throws Exception {
    try (var project = project(0)) {
      assertThat(project.get("/a")).isEqualTo("1.1");
      assertThat(project.onlyObject().hibernate().get(30, TimeUnit.SECONDS)).isEmpty();
      assertThat(project.get("/a")).isEqualTo("2.1");
    }
  }

  @Test
  void anIsolateOfItsOwnEndsWithItsObject() throws Exception {
    try (var project = project(1)) {
      assertThat(project.get("/a")).isEqualTo("1.1");
      assertThat(project.onlyObject().hibernate().get(30, TimeUnit.SECONDS)).isEmpty();
      assertThat(project.get("/a")).isEqualTo("1.1");
    }
  }

  @Test
  void storageOfAnotherObjectIsRefused() throws Exception {
    try (var project = project(0)) {
      names(project, 8);
      project.get("/other?do=leave"); // the second of its isolate
      assertThat(project.get("/other?do=use")).isEqualTo("");
      assertThat(project.get("/" + housemate(project) + "?do=use"))
          .startsWith("Cannot perform I/O on behalf of a different Durable Object.");
    }
  }

  /** The one of the first eight that found {@code left} set. */
  private static String housemate(TestProject project) throws Exception {
    for (var i = 0; i < 8; i++) {
      if (!project.get("/shared" + i + "?do=use").startsWith("Cannot read properties")) {
        return "shared" + i;
      }
    }
    throw new AssertionError("Nobody shares the isolate");
  }

  @Test
  void abortEndsOneObjectAndNotOneMoreOfItsStatements() throws Exception {
    try (var project = project(0)) {
      names(project, 8);
      assertThat(project.get("/other")).isEqualTo("2.1");
      assertThatThrownBy(() -> project.get("/other?do=abort")).hasMessageContaining("enough");
      assertThat(names(project, 8)).allMatch(answer -> answer.endsWith(".2"));
      assertThat(project.get("/other?do=keys")).isEmpty();
    }
  }

  @Test
  void anEndlessLoopEndsAllWhoLiveThere() throws Exception {
    try (var project = project(0)) {
      names(project, 8);
      assertThat(project.get("/other")).isEqualTo("2.1");
      assertThatThrownBy(() -> project.get("/other?do=loop"))
          .hasMessageContaining("exceeded CPU time limit");
      assertThat(names(project, 8)).containsOnlyOnce("1.1").filteredOn("1.2"::equals).hasSize(7);
    }
  }

  @Test
  void aTimerOfAnObjectThatIsGoneDoesNotRun() throws Exception {
    try (var project = project(0)) {
      project.get("/a?do=time");
      project.onlyObject().abort(ScriptFailure.error("Aborted"));
      assertThat(project.get("/a?do=keys")).isEmpty();
      project.clock().advance(120_000);
      assertThat(project.get("/a?do=keys")).isEmpty();
    }
  }

  @Test
  void aDebuggerIsToldWhetherAnIsolateIsShared() throws Exception {
    try (var project = project(1)) {
      var started = Collections.synchronizedList(new ArrayList<String>());
      project
          .project()
          .listen(
              new ProjectListener() {
                @Override
                public void versionReleased(WorkerVersion version, Bundle bundle) {}

                @Override
                public void versionRetired(WorkerVersion version) {}

                @Override
                public void started(Isolate isolate, WorkerVersion version, Tenancy tenancy) {
                  started.add(
                      tenancy.getClass().getSimpleName()
                          + " "
                          + isolate.title()
                          + " "
                          + tenancy.running().map(live -> live.object().title()).orElse(""));
                }

                @Override
                public void ended(Isolate isolate) {}
              });
      project.get("/a");
      project.get("/b");
      assertThat(started)
          .containsExactly(
              "One Subject \"a\" Subject \"a\"", "Many Objects of test (1) Subject \"b\"");
    }
  }
}
