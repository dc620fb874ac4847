package dev.durascope.debugadapter.protocol;

import org.junit.jupiter.api.Test;

/** Debuggers that come to a project which runs, in the real runtime. */
class AttachConversationTest {

  @Test
  void a_running_project_is_found_by_its_folder_and_runs_on_when_the_debugger_leaves() {
    Conversation.check(
        """
        //- /src/index.ts
        | import { DurableObject } from "cloudflare:workers";
        | let visits: number = 0;
        | export class Room extends DurableObject {
        |   fetch(): Response {
        ●|     visits++;
        |     return new Response("visit " + visits);
        |   }
        | }
        | export default {
        |   fetch: (request: Request, env: any) => env.ROOMS.getByName("lobby").fetch(request),
        | };
        * lend
        > initialize {"adapterID":"durable-object"}
        < initialize …
        > attach {"project":"/project"}
        < * loadedSource {"reason":"new","source":"index.ts"}
        < * thread {"reason":"started","threadId":1}
        < * output {"category":"console","output":"Attached to http://127.0.0.1:PORT\\n"}
        < * initialized
        > setBreakpoints
        < setBreakpoints {"breakpoints":[{"id":1,"verified":true,"source":"index.ts","line":5,"column":5}]}
        > configurationDone
        < configurationDone
        < attach
        * fetch /
        < * thread {"reason":"started","threadId":2}
        < * stopped {"reason":"breakpoint","threadId":2,"allThreadsStopped":false,"hitBreakpointIds":[1]}
        > stackTrace {"threadId":2}
        < stackTrace {"stackFrames":[{"id":"frame1","name":"fetch","source":"index.ts","line":5,"column":5},{"id":0,"name":"called by Worker chat","line":0,"column":0,"presentationHint":"label"},{"id":"frame2","name":"(anonymous)","source":"index.ts","line":10,"column":42}],"totalFrames":3}
        > evaluate {"expression":"visits","frameId":"frame1"}
        < evaluate {"result":"0","type":"number","variablesReference":0}
        > continue {"threadId":2}
        < continue {"allThreadsContinued":false}
        * answer / 200 visit 1
        > threads
        < threads {"threads":[{"id":1,"name":"Worker chat"},{"id":2,"name":"Room \\"lobby\\""}]}
        > disconnect
        < disconnect
        < closed
        * fetch /
        * answer / 200 visit 2
        """);
  }

  @Test
  void a_folder_in_which_nothing_runs_has_nothing_to_attach_to() {
    Conversation.check(
        """
        //- /src/index.ts
        | export class Room {}
        | export default { fetch: () => new Response("hello") };
        > initialize {"adapterID":"durable-object"}
        < initialize …
        > attach {"project":"/project"}
        < attach failed 1003 No project runs in /project: start it there by "durascope dev --dap-port 0".
        > attach {"project":7}
        < attach failed 1001 "project" of the launch configuration must be a string, not 7.0.
        > attach {}
        < attach failed 1003 No project runs in this process: start "durascope dev --dap-port PORT" and attach to that port.
        > disconnect
        < disconnect
        < closed
        """);
  }

  @Test
  void a_project_that_lets_no_debugger_in_says_how_it_would() {
    Conversation.check(
        """
        //- /src/index.ts
        | export class Room {}
        | export default { fetch: () => new Response("hello") };
        * serve
        > initialize {"adapterID":"durable-object"}
        < initialize …
        > attach {"project":"/project"}
        < attach failed 1003 The project in /project runs without --dap-port, so no debugger can attach: start it by "durascope dev --dap-port 0".
        > disconnect
        < disconnect
        < closed
        """);
  }

  @Test
  void terminate_ends_the_project_that_was_attached_to() {
    Conversation.check(
        """
        //- /src/index.ts
        | export class Room {}
        | export default {
        |   fetch(): Response {
        ●|     return new Response("hello");
        |   },
        | };
        * run
        > initialize {"adapterID":"durable-object"}
        < initialize …
        > attach {"skipFiles":["**/lib/**"]}
        < * loadedSource {"reason":"new","source":"index.ts"}
        < * thread {"reason":"started","threadId":1}
        < * output {"category":"console","output":"Attached to http://127.0.0.1:PORT\\n"}
        < * initialized
        > setBreakpoints
        < setBreakpoints {"breakpoints":[{"id":1,"verified":true,"source":"index.ts","line":4,"column":5}]}
        > configurationDone
        < configurationDone
        < attach
        * fetch /
        < * stopped {"reason":"breakpoint","threadId":1,"allThreadsStopped":false,"hitBreakpointIds":[1]}
        > stackTrace {"threadId":1}
        < stackTrace {"stackFrames":[{"id":"frame1","name":"fetch","source":"index.ts","line":4,"column":5}],"totalFrames":1}
        > durascope/continueAll
        < durascope/continueAll
        * answer / 200 hello
        > terminate
        < * exited {"exitCode":0}
        < * terminated {}
        < terminate
        > disconnect
        < disconnect
        < closed
        """);
  }
}
