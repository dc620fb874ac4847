package dev.durascope.debugadapter.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Time stands still for an object while it is paused, and for no other. */
class PausedTimeTest {

  private static final String PROJECT =
      """
      import { DurableObject } from "cloudflare:workers";
      export class Room extends DurableObject {
        log = [];
        async fetch(request) {
          switch (new URL(request.url).pathname) {
            case "/timers":
              setTimeout(() => this.log.push("5 s"), 5_000);
              setTimeout(() => this.log.push("1 s"), 1_000);
              await this.ctx.storage.setAlarm(Date.now() + 3_000);
              return new Response("set");
            case "/section":
              await this.ctx.blockConcurrencyWhile(async () => {
                await this.ctx.storage.put("key", 1);
              });
              return new Response("left");
          }
          return new Response(this.log.join());
        }
        async alarm() {
          this.log.push("alarm");
        }
      }
      export default {
        fetch(request, env) {
          const [, room, rest] = new URL(request.url).pathname.split("/");
          return env.Room.getByName(room).fetch("http://room/" + rest);
        }
      };
      """;

  @TempDir private Path directory;

  @Test
  void timersAndTheAlarmOfAPausedObjectWaitForWhatIsLeft() throws Exception {
    try (var session =
        ProjectSession.run(directory, DebuggerOptions.standard(), PROJECT, "Room", 10)) {
      session.control("clock/freeze", "{}");
      var set = session.get("/lobby/timers");
      assertThat(session.where()).isEqualTo("fetch:10");
      int lobby = session.isolate("Room \"lobby\"");
      session.breakAt();
      assertThat(DebuggeeSession.get(session.get("/attic/timers"))).isEqualTo("set");

      session.control("clock/step", "{\"millis\": 600000}");
      assertThat(DebuggeeSession.get(session.get("/attic/log"))).isEqualTo("1 s,alarm,5 s");
      session.resume(lobby, Resumption.CONTINUE);
      assertThat(DebuggeeSession.get(set)).isEqualTo("set");
      assertThat(DebuggeeSession.get(session.get("/lobby/log"))).isEmpty();
      session.control("clock/step", "{\"millis\": 1000}");
      assertThat(DebuggeeSession.get(session.get("/lobby/log"))).isEqualTo("1 s");
      session.control("clock/step", "{\"millis\": 2000}");
      assertThat(DebuggeeSession.get(session.get("/lobby/log"))).isEqualTo("1 s,alarm");
    }
  }

  @Test
  void theLimitsOfCriticalSectionsAndAlarmsDoNotRunOutInAPause() throws Exception {
    try (var session =
        ProjectSession.run(directory, DebuggerOptions.standard(), PROJECT, "Room", 13, 20)) {
      session.control("clock/freeze", "{}");
      var section = session.get("/lobby/section");
      assertThat(session.where()).isEqualTo("(anonymous):13");
      int lobby = session.isolate("Room \"lobby\"");
      session.control("clock/step", "{\"millis\": 3600000}");
      session.resume(lobby, Resumption.CONTINUE);
      assertThat(DebuggeeSession.get(section)).isEqualTo("left");

      assertThat(DebuggeeSession.get(session.get("/lobby/timers"))).isEqualTo("set");
      session.control("clock/step", "{\"millis\": 3000}");
      assertThat(session.where()).isEqualTo("alarm:20");
      session.control("clock/step", "{\"millis\": 3600000}");
      session.resume(lobby, Resumption.CONTINUE);
      assertThat(DebuggeeSession.get(session.get("/lobby/log"))).isEqualTo("1 s,alarm");
    }
  }
}
