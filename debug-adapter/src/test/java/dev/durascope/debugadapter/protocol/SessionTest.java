package dev.durascope.debugadapter.protocol;

import org.junit.jupiter.api.Test;

/** How sessions begin and end. */
class SessionTest {

  @Test
  void a_debugger_comes_to_a_running_project_and_leaves_it_running() {
    Conversation.check(
        """
        //- /src/index.ts
        | import { DurableObject } from "cloudflare:workers";
        | let visits: number = 0;
        | export class Room extends DurableObject {
        |   fetch(): Response {
        ● |     visits++;
        |     return new Response("visit " + visits);
        |   }
        | }
        | export default {
        |   fetch: (request: Request, env: any) => env.ROOMS.getByName("lobby").fetch(request),
        | };
        * run
        * fetch /
        * answer / 200 visit 1
        > initialize {"adapterID":"durable-object"}
        < initialize …
        > attach {}
        < * initialized
        < * loadedSource {"reason":"new","source":"index.ts"}
        < * thread {"reason":"started","threadId":1}
        < * thread {"reason":"started","threadId":2}
        < * output {"category":"console","output":"Attached to http://127.0.0.1:PORT\\n"}
        > setBreakpoints
        < setBreakpoints {"breakpoints":[{"id":1,"verified":true,"source":"index.ts","line":5,"column":5}]}
        > configurationDone
        < configurationDone
        < attach
        > attach {}
        < attach failed 1004 This session has its project already: end it, and begin another.
        > restart
        < restart failed 2003 The project was not launched by this session: it is restarted where it was started.
        * fetch /
        < * stopped {"reason":"breakpoint","threadId":2,"allThreadsStopped":false,"hitBreakpointIds":[1]}
        > stackTrace {"threadId":2}
        < stackTrace {"stackFrames":[{"id":"frame1","name":"fetch","source":"index.ts","line":5,"column":5},{"id":0,"name":"called by Worker chat","line":0,"column":0,"presentationHint":"label"},{"id":"frame2","name":"(anonymous)","source":"index.ts","line":10,"column":42}],"totalFrames":3}
        > evaluate {"expression":"visits","frameId":"frame1"}
        < evaluate {"result":"1","type":"number","variablesReference":0}
        > disconnect
        < disconnect
        < closed
        * answer / 200 visit 2
        * fetch /
        * answer / 200 visit 3
        """);
  }

  @Test
  void where_nothing_runs_there_is_nothing_to_attach_to() {
    Conversation.check(
        """
        | export const nothing = 0;
        > initialize {"adapterID":"durable-object"}
        < initialize …
        > attach {}
        < attach failed 1003 No project runs in this process: start "durascope dev --dap-port PORT" and attach to that port.
        > disconnect
        < disconnect
        < closed
        """);
  }

  @Test
  void building_and_starting_are_shown_to_a_client_that_can_show_them() {
    Conversation.check(
        """
        | export const nothing = 0;
        > initialize {"adapterID":"durable-object","supportsProgressReporting":true}
        < initialize …
        > launch {"project":"/project/chat"}
        < * progressStart {"progressId":"durascope-1","title":"Building chat"}
        < * progressEnd {"progressId":"durascope-1"}
        < * initialized
        < * loadedSource {"reason":"new","source":"index.js"}
        > configurationDone
        < configurationDone
        < * progressStart {"progressId":"durascope-2","title":"Starting"}
        < * output {"category":"console","output":"Ready on http://127.0.0.1:8787\\n"}
        < * progressEnd {"progressId":"durascope-2"}
        < launch
        > disconnect
        < disconnect
        < closed
        """);
  }

  @Test
  void a_restart_keeps_what_was_stored() {
    Conversation.check(
        """
        //- /src/index.ts
        | import { DurableObject } from "cloudflare:workers";
        | export class Room extends DurableObject {
        |   async fetch(): Promise<Response> {
        |     const visits: number = 1 + ((await this.ctx.storage.get<number>("visits")) ?? 0);
        |     await this.ctx.storage.put("visits", visits);
        ● |     return new Response("visit " + visits);
        |   }
        | }
        | export default {
        |   fetch: (request: Request, env: any) => env.ROOMS.getByName("lobby").fetch(request),
        | };
        > start
        * fetch /
        < * thread {"reason":"started","threadId":2}
        < * stopped {"reason":"breakpoint","threadId":2,"allThreadsStopped":false,"hitBreakpointIds":[1]}
        > continue {"threadId":2}
        < continue {"allThreadsContinued":false}
        * answer / 200 visit 1
        >! restart {"arguments":{"__restart":true}}
        < * loadedSource {"reason":"new","source":"index.ts"}
        < * thread {"reason":"started","threadId":1}
        < * output {"category":"console","output":"Ready on http://127.0.0.1:PORT\\n"}
        < restart
        * fetch /
        < * thread {"reason":"started","threadId":2}
        < * stopped {"reason":"breakpoint","threadId":2,"allThreadsStopped":false,"hitBreakpointIds":[1]}
        > terminate
        < terminate
        < * exited {"exitCode":0}
        < * terminated {}
        > launch {"project":"/project"}
        < launch failed 1002 The session has ended.
        > disconnect
        < disconnect
        < closed
        * gone /.wrangler/durascope/control.json
        """);
  }

  @Test
  void a_client_that_leaves_while_code_is_loaded_and_held_leaves_nothing_behind() {
    Conversation.check(
        """
        //- /src/index.ts
        | const started: number = 1;
        ● | const later: number = started + 1;
        | export class Room { at = later; }
        | export default { fetch: () => new Response("hello") };
        > initialize {"adapterID":"durable-object"}
        < initialize …
        > launch {"project":"/project","port":0}
        < * initialized
        < * loadedSource {"reason":"new","source":"index.ts"}
        > setBreakpoints
        < setBreakpoints {"breakpoints":[{"id":1,"verified":true,"source":"index.ts","line":2,"column":1}]}
        > configurationDone
        < configurationDone
        < * thread {"reason":"started","threadId":1}
        < * stopped {"reason":"breakpoint","threadId":1,"allThreadsStopped":false,"hitBreakpointIds":[1]}
        > disconnect
        < launch
        < disconnect
        < closed
        * gone /.wrangler/durascope/control.json
        """);
  }

  @Test
  void a_project_that_cannot_be_built_says_where() {
    Conversation.check(
        """
        //- /src/index.ts
        | export default { fetch( { };
        > initialize {"adapterID":"durable-object"}
        < initialize …
        > launch {"project":"/project","port":0}
        < launch failed 1003 src/index.ts:1:28: Expected ")" but found ";"…
        > disconnect
        < disconnect
        < closed
        """);
  }

  @Test
  void a_restart_keeps_the_events_that_are_stopped_at() {
    Conversation.check(
        """
        | export function alarm() {
        |   return "rung";
        | }
        > start
        > setExceptionBreakpoints {"filters":["event:alarm"]}
        < setExceptionBreakpoints {"breakpoints":[{"verified":true}]}
        > restart
        < * loadedSource {"reason":"new","source":"index.js"}
        < * output {"category":"console","output":"Ready on http://127.0.0.1:8787\\n"}
        < restart
        * object lobby
        < * thread {"reason":"started","threadId":1}
        * event lobby ALARM alarm
        < * stopped {"reason":"event","description":"alarm of ChatRoom \\"lobby\\"","threadId":1,"allThreadsStopped":false}
        > continue {"threadId":1}
        < continue {"allThreadsContinued":false}
        * answer lobby rung
        > disconnect
        < disconnect
        < closed
        """);
  }

  @Test
  void a_session_runs_several_workers_with_their_storage_in_memory() {
    Conversation.check(
        """
        //- /wrangler.toml
        | name = "front"
        | main = "front.ts"
        | compatibility_date = "2026-01-01"
        | services = [{ binding = "BACK", service = "back" }]
        //- /front.ts
        | export default {
        |   fetch: (request: Request, env: any) => env.BACK.fetch(request),
        | };
        //- /back/wrangler.toml
        | name = "back"
        | main = "back.ts"
        | compatibility_date = "2026-01-01"
        //- /back/back.ts
        | export default {
        |   fetch(): Response {
        ● |     return new Response("from the back");
        |   },
        | };
        > initialize {"adapterID":"durable-object"}
        < initialize …
        > launch {"project":"/project","config":["wrangler.toml","back/wrangler.toml"],"port":0,"persist":false}
        < * initialized
        < * loadedSource {"reason":"new","source":"front.ts"}
        < * loadedSource {"reason":"new","source":"back.ts"}
        > setBreakpoints /back/back.ts
        < setBreakpoints {"breakpoints":[{"id":1,"verified":true,"source":"back.ts","line":3,"column":5}]}
        > configurationDone
        < configurationDone
        < * thread {"reason":"started","threadId":1}
        < * thread {"reason":"started","threadId":2}
        < launch
        < * output {"category":"console","output":"Ready on http://127.0.0.1:PORT\\n"}
        > threads
        < threads …
        * fetch /
        < * stopped …
        > disconnect
        < disconnect
        < closed
        """);
  }
}
