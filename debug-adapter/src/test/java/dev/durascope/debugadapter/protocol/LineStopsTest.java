package dev.durascope.debugadapter.protocol;

import org.junit.jupiter.api.Test;

/** Breakpoints on lines, in the real runtime. */
class LineStopsTest {

  @Test
  void a_line_without_code_moves_its_breakpoint_to_the_next_that_has_some() {
    Conversation.check(
        """
        //- /src/index.ts
        | import { DurableObject } from "cloudflare:workers";
        | export class Room extends DurableObject {
        |
        |   // answers
        |   fetch(): Response {
        |     return new Response("hello");
        |   }
        | }
        | export default {
        |   fetch: (request: Request, env: any) => env.ROOMS.getByName("lobby").fetch(request),
        | };
        > start
        > setBreakpoints {"source":{"path":"/project/src/index.ts"},"breakpoints":[{"line":3}]}
        < setBreakpoints {"breakpoints":[{"id":1,"verified":true,"source":"index.ts","line":6,"column":5}]}
        * fetch /
        < * thread {"reason":"started","threadId":2}
        < * stopped {"reason":"breakpoint","threadId":2,"allThreadsStopped":false,"hitBreakpointIds":[1]}
        > continue {"threadId":2}
        < continue {"allThreadsContinued":false}
        * answer / 200 hello
        > disconnect
        < disconnect
        < closed
        """);
  }

  @Test
  void a_column_chooses_one_of_the_calls_of_a_line() {
    Conversation.check(
        """
        //- /src/index.ts
        | import { DurableObject } from "cloudflare:workers";
        | export class Room extends DurableObject {
        |   fetch(): Response {
        |     return new Response([1, 2].map((n) => n + 1).filter((n) => n > 2).join());
        |   }
        | }
        | export default {
        |   fetch: (request: Request, env: any) => env.ROOMS.getByName("lobby").fetch(request),
        | };
        > start
        > breakpointLocations {"source":{"path":"/project/src/index.ts"},"line":4}
        < breakpointLocations {"breakpoints":[{"line":4,"column":5},{"line":4,"column":25},{"line":4,"column":43},{"line":4,"column":64}]}
        > setBreakpoints {"source":{"path":"/project/src/index.ts"},"breakpoints":[{"line":4,"column":64}]}
        < setBreakpoints {"breakpoints":[{"id":1,"verified":true,"source":"index.ts","line":4,"column":64}]}
        * fetch /
        < * thread {"reason":"started","threadId":2}
        < * stopped {"reason":"breakpoint","threadId":2,"allThreadsStopped":false,"hitBreakpointIds":[1]}
        > stackTrace {"threadId":2,"levels":1}
        < stackTrace {"stackFrames":[{"id":"frame1","name":"(anonymous)","source":"index.ts","line":4,"column":64}],"totalFrames":4}
        > evaluate {"expression":"n","frameId":"frame1"}
        < evaluate {"result":"2","type":"number","variablesReference":0}
        > setBreakpoints {"source":{"path":"/project/src/index.ts"},"breakpoints":[]}
        < setBreakpoints {"breakpoints":[]}
        > continue {"threadId":2}
        < continue {"allThreadsContinued":false}
        * answer / 200 3
        > disconnect
        < disconnect
        < closed
        """);
  }

  @Test
  void a_condition_that_fails_is_told_once_and_does_not_stop() {
    Conversation.check(
        """
        //- /src/index.ts
        | export class Room {}
        | export default {
        |   fetch(request: Request): Response {
        |     const path = new URL(request.url).pathname;
        |     return new Response(path);
        |   },
        | };
        > start
        > setBreakpoints {"source":{"path":"/project/src/index.ts"},"breakpoints":[{"line":5,"condition":"missing.length > 1"}]}
        < setBreakpoints {"breakpoints":[{"id":1,"verified":true,"source":"index.ts","line":5,"column":5}]}
        * fetch /a
        * answer /a 200 /a
        < * output {"category":"stderr","output":"The condition of this breakpoint failed: missing.length > 1\\n  ReferenceError: missing is not defined\\n","source":"index.ts","line":5,"column":5}
        * fetch /b
        * answer /b 200 /b
        > disconnect
        < disconnect
        < closed
        """);
  }

  @Test
  void a_log_message_is_printed_with_its_expressions_and_stops_nothing() {
    Conversation.check(
        """
        //- /src/index.ts
        | import { DurableObject } from "cloudflare:workers";
        | export class Room extends DurableObject {
        |   async fetch(request: Request): Promise<Response> {
        |     const guests = new Map([["ann", { since: 1 }]]);
        |     await this.ctx.storage.put("guests", guests.size);
        |     return new Response("done");
        |   }
        | }
        | export default {
        |   fetch: (request: Request, env: any) => env.ROOMS.getByName("lobby").fetch(request),
        | };
        > start
        > setBreakpoints {"source":{"path":"/project/src/index.ts"},"breakpoints":[{"line":6,"logMessage":"{request.method} by {guests} {guests.get('ann').since + 1}"}]}
        < setBreakpoints {"breakpoints":[{"id":1,"verified":true,"source":"index.ts","line":6,"column":5}]}
        * fetch POST / x
        * answer / 200 done
        < * thread {"reason":"started","threadId":2}
        < * output {"category":"stdout","output":"POST by Map(1) {\\"ann\\" => {since: 1}} 2\\n","source":"index.ts","line":6,"column":5}
        > disconnect
        < disconnect
        < closed
        """);
  }

  @Test
  void a_log_message_of_a_hit_count_is_printed_at_these_hits_alone() {
    Conversation.check(
        """
        //- /src/index.ts
        | export class Room {}
        | export default {
        |   fetch(): Response {
        |     for (let n = 1; n < 7; n++) {
        |       n.toString();
        |     }
        |     return new Response("done");
        |   },
        | };
        > start
        > setBreakpoints {"source":{"path":"/project/src/index.ts"},"breakpoints":[{"line":5,"hitCondition":"%3","logMessage":"n is {n}"}]}
        < setBreakpoints {"breakpoints":[{"id":1,"verified":true,"source":"index.ts","line":5,"column":7}]}
        * fetch /
        * answer / 200 done
        < * output {"category":"stdout","output":"n is 3\\n","source":"index.ts","line":5,"column":7}
        < * output {"category":"stdout","output":"n is 6\\n","source":"index.ts","line":5,"column":7}
        > disconnect
        < disconnect
        < closed
        """);
  }

  @Test
  void a_hit_count_of_no_known_form_is_refused_and_says_which_there_are() {
    Conversation.check(
        """
        //- /src/index.ts
        | export class Room {}
        | export default { fetch: () => new Response("hello") };
        > start
        > setBreakpoints {"source":{"path":"/project/src/index.ts"},"breakpoints":[{"line":2,"hitCondition":"sometimes"}]}
        < setBreakpoints {"breakpoints":[{"id":1,"verified":false,"message":"The hit count \\"sometimes\\" has no known form: write a number, or one after =, >, >=, <, <= or %.","source":"index.ts","line":2,"reason":"pending"}]}
        > disconnect
        < disconnect
        < closed
        """);
  }

  @Test
  void a_file_that_nothing_imports_and_a_line_behind_the_end_say_why_nothing_stops_there() {
    Conversation.check(
        """
        //- /src/index.ts
        | export class Room {}
        | export default { fetch: () => new Response("hello") };
        //- /src/unused.ts
        | export const unused = 1;
        > initialize {"adapterID":"durable-object"}
        < initialize …
        > launch {"project":"/project","port":0}
        < * loadedSource {"reason":"new","source":"index.ts"}
        < * initialized
        > setBreakpoints {"source":{"path":"/project/src/unused.ts"},"breakpoints":[{"line":1}]}
        < setBreakpoints {"breakpoints":[{"id":1,"verified":false,"message":"The running program does not contain this file: nothing imports it.","source":"unused.ts","line":1,"reason":"pending"}]}
        > setBreakpoints {"source":{"path":"/project/src/index.ts"},"breakpoints":[{"line":9}]}
        < setBreakpoints {"breakpoints":[{"id":2,"verified":false,"message":"No code of this line or below it is in the running program.","source":"index.ts","line":9,"reason":"pending"}]}
        > configurationDone
        < configurationDone
        < * thread {"reason":"started","threadId":1}
        < * output {"category":"console","output":"Ready on http://127.0.0.1:PORT\\n"}
        < launch
        > disconnect
        < disconnect
        < closed
        """);
  }

  @Test
  void a_breakpoint_that_a_save_gives_its_code_is_told_to_be_verified() {
    Conversation.check(
        """
        //- /src/index.ts
        | export class Room {}
        | export default { fetch: () => new Response("hello") };
        > start
        > setBreakpoints {"source":{"path":"/project/src/index.ts"},"breakpoints":[{"line":4}]}
        < setBreakpoints {"breakpoints":[{"id":1,"verified":false,"message":"No code of this line or below it is in the running program.","source":"index.ts","line":4,"reason":"pending"}]}
        //- /src/index.ts
        | export class Room {}
        | export default {
        |   fetch() {
        ●|     return new Response("longer");
        |   },
        | };
        < * breakpoint {"reason":"changed","breakpoint":{"id":1,"verified":true,"source":"index.ts","line":4,"column":5}}
        < * loadedSource {"reason":"changed","source":"index.ts"}
        < * thread {"reason":"started","threadId":2}
        < * output {"category":"console","output":"Reloaded in N ms\\n"}
        < * thread {"reason":"exited","threadId":1}
        * fetch /
        < * stopped {"reason":"breakpoint","threadId":2,"allThreadsStopped":false,"hitBreakpointIds":[1]}
        > continue {"threadId":2}
        < continue {"allThreadsContinued":false}
        * answer / 200 longer
        > disconnect
        < disconnect
        < closed
        """);
  }

  @Test
  void a_breakpoint_set_once_more_keeps_its_number_and_its_hits() {
    Conversation.check(
        """
        //- /src/index.ts
        | export class Room {}
        | export default {
        |   fetch(): Response {
        |     return new Response("hello");
        |   },
        | };
        > start
        > setBreakpoints {"source":{"path":"/project/src/index.ts"},"breakpoints":[{"line":4,"hitCondition":"2"}]}
        < setBreakpoints {"breakpoints":[{"id":1,"verified":true,"source":"index.ts","line":4,"column":5}]}
        * fetch /
        * answer / 200 hello
        > setBreakpoints {"source":{"path":"/project/src/index.ts"},"breakpoints":[{"line":3},{"line":4,"hitCondition":"2"}]}
        < setBreakpoints {"breakpoints":[{"id":2,"verified":true,"source":"index.ts","line":4,"column":5},{"id":1,"verified":true,"source":"index.ts","line":4,"column":5}]}
        > setBreakpoints {"source":{"path":"/project/src/index.ts"},"breakpoints":[{"line":4,"hitCondition":"2"}]}
        < setBreakpoints {"breakpoints":[{"id":1,"verified":true,"source":"index.ts","line":4,"column":5}]}
        * fetch /
        < * stopped {"reason":"breakpoint","threadId":1,"allThreadsStopped":false,"hitBreakpointIds":[1]}
        > continue {"threadId":1}
        < continue {"allThreadsContinued":false}
        * answer / 200 hello
        > disconnect
        < disconnect
        < closed
        """);
  }

  @Test
  void code_of_a_package_is_stopped_in_as_that_of_the_project() {
    Conversation.check(
        """
        //- /node_modules/greeting/package.json
        | { "name": "greeting", "main": "index.js" }
        //- /node_modules/greeting/index.js
        | exports.greet = (name) => {
        |   const text = "hello " + name;
        |   return text;
        | };
        //- /src/index.ts
        | import { greet } from "greeting";
        | export class Room {}
        | export default { fetch: () => new Response(greet("you")) };
        > start
        > setBreakpoints {"source":{"path":"/project/node_modules/greeting/index.js"},"breakpoints":[{"line":3}]}
        < setBreakpoints {"breakpoints":[{"id":1,"verified":true,"source":"index.js","line":3,"column":3}]}
        * fetch /
        < * stopped {"reason":"breakpoint","threadId":1,"allThreadsStopped":false,"hitBreakpointIds":[1]}
        > stackTrace {"threadId":1}
        < stackTrace {"stackFrames":[{"id":"frame1","name":"(anonymous)","source":"index.js","line":3,"column":3},{"id":"frame2","name":"(anonymous)","source":"index.ts","line":3,"column":35}],"totalFrames":2}
        > continue {"threadId":1}
        < continue {"allThreadsContinued":false}
        * answer / 200 hello you
        > disconnect
        < disconnect
        < closed
        """);
  }

  @Test
  void code_that_runs_while_it_is_loaded_is_stopped_in_before_the_project_answers() {
    Conversation.check(
        """
        //- /src/index.ts
        | export class Room {}
        | const limits = [1, 2].map((n) => {
        |   return n * 2;
        | });
        | export default { fetch: () => new Response(String(limits)) };
        > initialize {"adapterID":"durable-object"}
        < initialize …
        > launch {"project":"/project","port":0}
        < * loadedSource {"reason":"new","source":"index.ts"}
        < * initialized
        > setBreakpoints {"source":{"path":"/project/src/index.ts"},"breakpoints":[{"line":3,"condition":"n === 2"}]}
        < setBreakpoints {"breakpoints":[{"id":1,"verified":true,"source":"index.ts","line":3,"column":3}]}
        > configurationDone
        < configurationDone
        < * thread {"reason":"started","threadId":1}
        < * stopped {"reason":"breakpoint","threadId":1,"allThreadsStopped":false,"hitBreakpointIds":[1]}
        > stackTrace {"threadId":1,"levels":1}
        < stackTrace {"stackFrames":[{"id":"frame1","name":"(anonymous)","source":"index.ts","line":3,"column":3}],"totalFrames":2}
        > evaluate {"expression":"n"}
        < evaluate {"result":"2","type":"number","variablesReference":0}
        > continue {"threadId":1}
        < continue {"allThreadsContinued":false}
        < * output {"category":"console","output":"Ready on http://127.0.0.1:PORT\\n"}
        < launch
        * fetch /
        * answer / 200 2,4
        > disconnect
        < disconnect
        < closed
        """);
  }

  @Test
  void a_client_that_counts_from_zero_and_names_files_by_URIs_is_spoken_to_in_its_way() {
    Conversation.check(
        """
        //- /src/index.ts
        | export class Room {}
        | export default {
        |   fetch(): Response {
        |     return new Response("hello");
        |   },
        | };
        > initialize {"adapterID":"durable-object","linesStartAt1":false,"columnsStartAt1":false,"pathFormat":"uri"}
        < initialize …
        > launch {"project":"/project","port":0}
        < * loadedSource {"reason":"new","source":"index.ts"}
        < * initialized
        > setBreakpoints {"source":{"path":"file:///project/src/index.ts"},"breakpoints":[{"line":3,"column":4}]}
        < setBreakpoints {"breakpoints":[{"id":1,"verified":true,"source":"index.ts","line":3,"column":4}]}
        > configurationDone
        < configurationDone
        < * thread {"reason":"started","threadId":1}
        < * output {"category":"console","output":"Ready on http://127.0.0.1:PORT\\n"}
        < launch
        * fetch /
        < * stopped {"reason":"breakpoint","threadId":1,"allThreadsStopped":false,"hitBreakpointIds":[1]}
        > stackTrace {"threadId":1}
        < stackTrace {"stackFrames":[{"id":"frame1","name":"fetch","source":"index.ts","line":3,"column":4}],"totalFrames":1}
        > continue {"threadId":1}
        < continue {"allThreadsContinued":false}
        * answer / 200 hello
        > disconnect
        < disconnect
        < closed
        """);
  }

  @Test
  void a_project_without_debugging_stops_nowhere_and_says_so_of_each_breakpoint() {
    Conversation.check(
        """
        //- /src/index.ts
        | export class Room {}
        | export default {
        |   fetch(): Response {
        |     return new Response("hello");
        |   },
        | };
        > initialize {"adapterID":"durable-object"}
        < initialize …
        > launch {"project":"/project","port":0,"noDebug":true}
        < * loadedSource {"reason":"new","source":"index.ts"}
        < * initialized
        > setBreakpoints {"source":{"path":"/project/src/index.ts"},"breakpoints":[{"line":4}]}
        < setBreakpoints {"breakpoints":[{"id":0,"verified":false,"message":"The project runs without debugging.","source":"index.ts","line":4,"reason":"pending"}]}
        > setFunctionBreakpoints {"breakpoints":[{"name":"fetch"}]}
        < setFunctionBreakpoints {"breakpoints":[{"id":0,"verified":false,"message":"The project runs without debugging."}]}
        > setDataBreakpoints {"breakpoints":[{"dataId":"storage.alarm"}]}
        < setDataBreakpoints {"breakpoints":[{"verified":false,"message":"The project runs without debugging."}]}
        > setExceptionBreakpoints {"filters":["all","event:fetch"]}
        < setExceptionBreakpoints {"breakpoints":[{"verified":true},{"verified":true}]}
        > configurationDone
        < configurationDone
        < * thread {"reason":"started","threadId":1}
        < * output {"category":"console","output":"Ready on http://127.0.0.1:PORT\\n"}
        < launch
        * fetch /
        * answer / 200 hello
        > disconnect
        < disconnect
        < closed
        """);
  }
}
