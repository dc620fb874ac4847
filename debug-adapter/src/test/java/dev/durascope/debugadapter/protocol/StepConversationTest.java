package dev.durascope.debugadapter.protocol;

import org.junit.jupiter.api.Test;

/** Steps, pauses and stacks, in the real runtime. */
class StepConversationTest {

  @Test
  void a_step_over_an_await_stops_in_the_line_after_it() {
    Conversation.check(
        """
        //- /src/index.ts
        | import { DurableObject } from "cloudflare:workers";
        | export class Room extends DurableObject {
        |   async fetch(): Promise<Response> {
        ●|     await this.ctx.storage.put("n", 1);
        |     const n = await this.ctx.storage.get("n");
        |     return new Response("n is " + n);
        |   }
        | }
        | export default {
        |   fetch: (request: Request, env: any) => env.ROOMS.getByName("lobby").fetch(request),
        | };
        > start
        * fetch /
        < * thread {"reason":"started","threadId":2}
        < * stopped {"reason":"breakpoint","threadId":2,"allThreadsStopped":false,"hitBreakpointIds":[1]}
        > next {"threadId":2}
        < next
        < * stopped {"reason":"step","threadId":2,"allThreadsStopped":false}
        > next {"threadId":2}
        < next
        < * stopped {"reason":"step","threadId":2,"allThreadsStopped":false}
        > stackTrace {"threadId":2,"levels":1}
        < stackTrace {"stackFrames":[{"id":"frame1","name":"fetch","source":"index.ts","line":6,"column":5}],"totalFrames":3}
        > continue {"threadId":2}
        < continue {"allThreadsContinued":false}
        * answer / 200 n is 1
        > disconnect
        < disconnect
        < closed
        """);
  }

  @Test
  void a_step_into_a_call_of_another_object_stops_in_its_thread_and_a_step_out_comes_back() {
    Conversation.check(
        """
        //- /src/index.ts
        | import { DurableObject } from "cloudflare:workers";
        | export class Room extends DurableObject {
        |   double(n: number) {
        |     return 2 * n;
        |   }
        | }
        | export default {
        |   async fetch(request: Request, env: any): Promise<Response> {
        |     const room = env.ROOMS.getByName("lobby");
        ●|     const n = await room.double(21);
        |     return new Response("n is " + n);
        |   },
        | };
        > start
        * fetch /
        < * stopped {"reason":"breakpoint","threadId":1,"allThreadsStopped":false,"hitBreakpointIds":[1]}
        > stepIn {"threadId":1}
        < stepIn
        < * thread {"reason":"started","threadId":2}
        < * stopped {"reason":"step","threadId":2,"allThreadsStopped":false}
        > stackTrace {"threadId":2}
        < stackTrace {"stackFrames":[{"id":"frame1","name":"double","source":"index.ts","line":4,"column":5},{"id":0,"name":"called by Worker chat","line":0,"column":0,"presentationHint":"label"},{"id":"frame2","name":"fetch","source":"index.ts","line":10,"column":21}],"totalFrames":3}
        > stepOut {"threadId":2}
        < stepOut
        < * stopped {"reason":"step","threadId":1,"allThreadsStopped":false}
        > evaluate {"expression":"n"}
        < evaluate {"result":"42","type":"number","variablesReference":0}
        > continue {"threadId":1}
        < continue {"allThreadsContinued":false}
        * answer / 200 n is 42
        > disconnect
        < disconnect
        < closed
        """);
  }

  @Test
  void a_step_into_one_of_several_calls_goes_where_the_user_has_pointed() {
    Conversation.check(
        """
        //- /src/index.ts
        | export class Room {}
        | const one = (n: number) => {
        |   return n + 1;
        | };
        | const two = (n: number) => {
        |   return n * 2;
        | };
        | export default {
        |   fetch(): Response {
        ●|     return new Response(String(one(two(3))));
        |   },
        | };
        > start
        * fetch /
        < * stopped {"reason":"breakpoint","threadId":1,"allThreadsStopped":false,"hitBreakpointIds":[1]}
        > stackTrace {"threadId":1,"levels":1}
        < stackTrace {"stackFrames":[{"id":"frame1","name":"fetch","source":"index.ts","line":10,"column":5}],"totalFrames":1}
        > stepInTargets {"frameId":"frame1"}
        < stepInTargets {"targets":[{"id":1,"label":"new Response(…)","line":10,"column":12},{"id":2,"label":"one(…)","line":10,"column":32},{"id":3,"label":"two(…)","line":10,"column":36}]}
        > stepIn {"threadId":1,"targetId":7}
        < stepIn failed 2003 There is no call 7 to step into.
        > stepIn {"threadId":1,"targetId":3}
        < stepIn
        < * stopped {"reason":"step","threadId":1,"allThreadsStopped":false}
        > stackTrace {"threadId":1,"levels":1}
        < stackTrace {"stackFrames":[{"id":"frame2","name":"(anonymous)","source":"index.ts","line":6,"column":3}],"totalFrames":2}
        > evaluate {"expression":"n"}
        < evaluate {"result":"3","type":"number","variablesReference":0}
        > continue {"threadId":1}
        < continue {"allThreadsContinued":false}
        * answer / 200 7
        > disconnect
        < disconnect
        < closed
        """);
  }

  @Test
  void what_a_call_has_returned_is_shown_after_the_step_out_of_it() {
    Conversation.check(
        """
        //- /src/index.ts
        | export class Room {}
        | function price(n: number) {
        ●|   return { total: n * 3 };
        | }
        | export default {
        |   fetch(): Response {
        |     const total = price(7).total;
        |     return new Response(String(total));
        |   },
        | };
        > start
        * fetch /
        < * stopped {"reason":"breakpoint","threadId":1,"allThreadsStopped":false,"hitBreakpointIds":[1]}
        > stepOut {"threadId":1}
        < stepOut
        < * stopped {"reason":"step","threadId":1,"allThreadsStopped":false}
        > stackTrace {"threadId":1,"levels":1}
        < stackTrace {"stackFrames":[{"id":"frame1","name":"fetch","source":"index.ts","line":7,"column":19}],"totalFrames":1}
        > scopes {"frameId":"frame1"}
        < scopes {"scopes":[{"name":"Return value","presentationHint":"returnValue","variablesReference":"value1","expensive":false},{"name":"Local","presentationHint":"locals","variablesReference":"value2","expensive":false},{"name":"Module","variablesReference":"value3","expensive":false},{"name":"Global","variablesReference":"value4","expensive":true}]}
        > variables {"variablesReference":"value1"}
        < variables {"variables":[{"name":"returned","value":"{total: 21}","type":"Object","presentationHint":{"kind":"virtual","attributes":["readOnly"],"visibility":"internal"},"variablesReference":"value5"}]}
        > continue {"threadId":1}
        < continue {"allThreadsContinued":false}
        * answer / 200 21
        > disconnect
        < disconnect
        < closed
        """);
  }

  @Test
  void a_call_begins_anew_with_the_arguments_that_it_was_given() {
    Conversation.check(
        """
        //- /src/index.ts
        | export class Room {}
        | let calls = 0;
        | function count(n: number) {
        |   n += 1;
        |   calls++;
        ●|   return n;
        | }
        | export default {
        |   fetch(): Response {
        |     return new Response(count(1) + " after " + calls);
        |   },
        | };
        > start
        * fetch /
        < * stopped {"reason":"breakpoint","threadId":1,"allThreadsStopped":false,"hitBreakpointIds":[1]}
        > stackTrace {"threadId":1}
        < stackTrace {"stackFrames":[{"id":"frame1","name":"count","source":"index.ts","line":6,"column":3},{"id":"frame2","name":"fetch","source":"index.ts","line":10,"column":25}],"totalFrames":2}
        > restartFrame {"frameId":"frame1"}
        < restartFrame
        < * stopped {"reason":"restart","threadId":1,"allThreadsStopped":false}
        > evaluate {"expression":"[n, calls]"}
        < evaluate {"result":"(2) [1, 1]","type":"Array","variablesReference":"value1","namedVariables":2,"indexedVariables":2}
        > stackTrace {"threadId":1}
        < stackTrace {"stackFrames":[{"id":"frame3","name":"count","source":"index.ts","line":4,"column":3},{"id":"frame4","name":"fetch","source":"index.ts","line":10,"column":25}],"totalFrames":2}
        > restartFrame {"frameId":"frame4"}
        < restartFrame failed 2003 It was not your code that has called this function: it cannot be restarted.
        > restartFrame {"frameId":"frame1"}
        < restartFrame failed 2001 The thread is running or has ended: pause it to look at its variables.
        > continue {"threadId":1}
        < continue {"allThreadsContinued":false}
        < * stopped {"reason":"breakpoint","threadId":1,"allThreadsStopped":false,"hitBreakpointIds":[1]}
        > continue {"threadId":1}
        < continue {"allThreadsContinued":false}
        * answer / 200 2 after 2
        > disconnect
        < disconnect
        < closed
        """);
  }

  @Test
  void steps_pass_the_files_that_are_to_be_skipped_and_their_frames_are_subtle() {
    Conversation.check(
        """
        //- /src/index.ts
        | import { wrapped } from "./lib/wrap";
        | export class Room {}
        | export default {
        |   fetch(): Response {
        ●|     const text = wrapped(() => {
        |       return "called back";
        |     });
        |     return new Response(text);
        |   },
        | };
        //- /src/lib/wrap.ts
        | export function wrapped(f: () => string) {
        |   const text = f();
        |   return "(" + text + ")";
        | }
        > initialize {"adapterID":"durable-object"}
        < initialize …
        > launch {"project":"/project","port":0,"skipFiles":["**/lib/**"]}
        < * loadedSource {"reason":"new","source":"wrap.ts"}
        < * loadedSource {"reason":"new","source":"index.ts"}
        < * initialized
        > setBreakpoints /src/index.ts
        < setBreakpoints {"breakpoints":[{"id":1,"verified":true,"source":"index.ts","line":5,"column":5}]}
        > configurationDone
        < configurationDone
        < * thread {"reason":"started","threadId":1}
        < * output {"category":"console","output":"Ready on http://127.0.0.1:PORT\\n"}
        < launch
        * fetch /
        < * stopped {"reason":"breakpoint","threadId":1,"allThreadsStopped":false,"hitBreakpointIds":[1]}
        > stepIn {"threadId":1}
        < stepIn
        < * stopped {"reason":"step","threadId":1,"allThreadsStopped":false}
        > stackTrace {"threadId":1}
        < stackTrace {"stackFrames":[{"id":"frame1","name":"(anonymous)","source":"index.ts","line":6,"column":7},{"id":"frame2","name":"wrapped","source":"wrap.ts","line":2,"column":16},{"id":"frame3","name":"fetch","source":"index.ts","line":5,"column":18}],"totalFrames":3}
        > stepOut {"threadId":1}
        < stepOut
        < * stopped {"reason":"step","threadId":1,"allThreadsStopped":false}
        > stackTrace {"threadId":1}
        < stackTrace {"stackFrames":[{"id":"frame4","name":"fetch","source":"index.ts","line":5,"column":18}],"totalFrames":1}
        > continue {"threadId":1}
        < continue {"allThreadsContinued":false}
        * answer / 200 (called back)
        > disconnect
        < disconnect
        < closed
        """);
  }

  @Test
  void a_long_stack_is_read_a_part_at_a_time() {
    Conversation.check(
        """
        //- /src/index.ts
        | export class Room {}
        | function down(n: number): number {
        |   if (n === 0) {
        ●|     return 0;
        |   }
        |   return down(n - 1);
        | }
        | export default { fetch: () => new Response(String(down(5))) };
        > start
        * fetch /
        < * stopped {"reason":"breakpoint","threadId":1,"allThreadsStopped":false,"hitBreakpointIds":[1]}
        > stackTrace {"threadId":1,"startFrame":0,"levels":2}
        < stackTrace {"stackFrames":[{"id":"frame1","name":"down","source":"index.ts","line":4,"column":5},{"id":"frame2","name":"down","source":"index.ts","line":6,"column":10}],"totalFrames":7}
        > stackTrace {"threadId":1,"startFrame":5,"levels":20}
        < stackTrace {"stackFrames":[{"id":"frame3","name":"down","source":"index.ts","line":6,"column":10},{"id":"frame4","name":"(anonymous)","source":"index.ts","line":8,"column":51}],"totalFrames":7}
        > stackTrace {"threadId":1,"startFrame":50,"levels":20}
        < stackTrace {"stackFrames":[],"totalFrames":7}
        > continue {"threadId":1}
        < continue {"allThreadsContinued":false}
        * answer / 200 0
        > disconnect
        < disconnect
        < closed
        """);
  }

  @Test
  void calls_that_wait_at_an_await_are_on_the_stack() {
    Conversation.check(
        """
        //- /src/index.ts
        | import { DurableObject } from "cloudflare:workers";
        | export class Room extends DurableObject {
        |   async fetch(): Promise<Response> {
        |     const n = await this.count();
        |     return new Response(String(n));
        |   }
        |   async count() {
        |     await this.ctx.storage.put("n", 1);
        ●|     return 1;
        |   }
        | }
        | export default {
        |   fetch: (request: Request, env: any) => env.ROOMS.getByName("lobby").fetch(request),
        | };
        > start
        * fetch /
        < * thread {"reason":"started","threadId":2}
        < * stopped {"reason":"breakpoint","threadId":2,"allThreadsStopped":false,"hitBreakpointIds":[1]}
        > stackTrace {"threadId":2}
        < stackTrace {"stackFrames":[{"id":"frame1","name":"count","source":"index.ts","line":9,"column":5},{"id":0,"name":"await","line":0,"column":0,"presentationHint":"label"},{"id":"frame2","name":"fetch","source":"index.ts","line":4,"column":21},{"id":0,"name":"called by Worker chat","line":0,"column":0,"presentationHint":"label"},{"id":"frame3","name":"(anonymous)","source":"index.ts","line":13,"column":42}],"totalFrames":5}
        > continue {"threadId":2}
        < continue {"allThreadsContinued":false}
        * answer / 200 1
        > disconnect
        < disconnect
        < closed
        """);
  }

  @Test
  void a_loop_is_paused_and_changed_and_goes_on() {
    Conversation.check(
        """
        //- /src/index.ts
        | export class Room {}
        | let stop = false;
        | export default {
        |   fetch(): Response {
        |     let turns = 0;
        |     console.log("turning");
        |     while (!stop) {
        |       turns++;
        |     }
        |     return new Response(turns > 0 ? "stopped" : "never");
        |   },
        | };
        > start
        * fetch /
        < * output {"category":"stdout","output":"[Worker chat] turning\\n","source":"index.ts","line":6,"column":5}
        > pause {"threadId":1}
        < pause
        < * stopped {"reason":"pause","threadId":1,"allThreadsStopped":false}
        > stackTrace {"threadId":1,"levels":1}
        < stackTrace {"stackFrames":[{"id":"frame1","name":"fetch","source":"index.ts","line":…
        > setExpression {"expression":"stop","value":"true","frameId":"frame1"}
        < setExpression {"value":"true","type":"boolean","variablesReference":0}
        > continue {"threadId":1}
        < continue {"allThreadsContinued":false}
        * answer / 200 stopped
        > disconnect
        < disconnect
        < closed
        """);
  }

  @Test
  void an_idle_object_is_paused_when_it_has_something_to_run() {
    Conversation.check(
        """
        //- /src/index.ts
        | import { DurableObject } from "cloudflare:workers";
        | export class Room extends DurableObject {
        |   fetch(): Response {
        |     return new Response("hello");
        |   }
        | }
        | export default {
        |   fetch: (request: Request, env: any) => env.ROOMS.getByName("lobby").fetch(request),
        | };
        > start
        * fetch /
        * answer / 200 hello
        < * thread {"reason":"started","threadId":2}
        > pause {"threadId":2}
        < pause
        * fetch /
        < * stopped {"reason":"pause","threadId":2,"allThreadsStopped":false}
        > stackTrace {"threadId":2,"levels":1}
        < stackTrace {"stackFrames":[{"id":"frame1","name":"fetch","source":"index.ts","line":4,"column":5}],"totalFrames":3}
        > continue {"threadId":2}
        < continue {"allThreadsContinued":false}
        * answer / 200 hello
        > disconnect
        < disconnect
        < closed
        """);
  }

  @Test
  void all_objects_are_paused_at_once_and_let_go_at_once() {
    Conversation.check(
        """
        //- /src/index.ts
        | import { DurableObject } from "cloudflare:workers";
        | export class Room extends DurableObject {
        |   fetch(): Response {
        |     return new Response(this.ctx.id.name);
        |   }
        | }
        | export default {
        |   fetch: (request: Request, env: any) =>
        |     env.ROOMS.getByName(new URL(request.url).pathname.slice(1)).fetch(request),
        | };
        > start
        * fetch /lobby
        * answer /lobby 200 lobby
        < * thread {"reason":"started","threadId":2}
        * fetch /attic
        * answer /attic 200 attic
        < * thread {"reason":"started","threadId":3}
        > durascope/pauseAll
        < durascope/pauseAll
        * fetch /lobby
        < * stopped {"reason":"pause","threadId":1,"allThreadsStopped":false}
        > durascope/continueAll
        < durascope/continueAll
        * answer /lobby 200 lobby
        * fetch /attic
        * answer /attic 200 attic
        > disconnect
        < disconnect
        < closed
        """);
  }

  @Test
  void what_is_asked_of_a_thread_that_runs_or_is_not_there_is_refused() {
    Conversation.check(
        """
        //- /src/index.ts
        | export class Room {}
        | export default { fetch: () => new Response("hello") };
        > start
        > continue {"threadId":1}
        < continue failed 2001 The thread is running or has ended: pause it to look at its variables.
        > next {"threadId":1}
        < next failed 2001 The thread is running or has ended: pause it to look at its variables.
        > stepIn {"threadId":1}
        < stepIn failed 2001 The thread is running or has ended: pause it to look at its variables.
        > stepOut {"threadId":1}
        < stepOut failed 2001 The thread is running or has ended: pause it to look at its variables.
        > restartFrame {"frameId":1}
        < restartFrame failed 2001 The thread is running or has ended: pause it to look at its variables.
        > stepInTargets {"frameId":1}
        < stepInTargets failed 2001 The thread is running or has ended: pause it to look at its variables.
        > scopes {"frameId":1}
        < scopes failed 2001 The thread is running or has ended: pause it to look at its variables.
        > exceptionInfo {"threadId":1}
        < exceptionInfo failed 2001 The thread is running or has ended: pause it to look at its variables.
        > continue {"threadId":77}
        < continue failed 2003 There is no thread 77: it may have ended.
        > pause {"threadId":77}
        < pause failed 2003 There is no thread 77: it may have ended.
        > stackTrace {"threadId":77}
        < stackTrace failed 2003 There is no thread 77: it may have ended.
        > threads
        < threads {"threads":[{"id":1,"name":"Worker chat"}]}
        > disconnect
        < disconnect
        < closed
        """);
  }

  @Test
  void a_debugger_statement_stops_and_a_step_goes_on_from_there() {
    Conversation.check(
        """
        //- /src/index.ts
        | export class Room {}
        | export default {
        |   fetch(): Response {
        |     debugger;
        |     return new Response("hello");
        |   },
        | };
        > start
        * fetch /
        < * stopped {"reason":"breakpoint","description":"Paused at a debugger statement","threadId":1,"allThreadsStopped":false}
        > exceptionInfo {"threadId":1}
        < exceptionInfo failed 2003 The thread has not stopped at an exception.
        > next {"threadId":1}
        < next
        < * stopped {"reason":"step","threadId":1,"allThreadsStopped":false}
        > stackTrace {"threadId":1}
        < stackTrace {"stackFrames":[{"id":"frame1","name":"fetch","source":"index.ts","line":5,"column":5}],"totalFrames":1}
        > continue {"threadId":1}
        < continue {"allThreadsContinued":false}
        * answer / 200 hello
        > disconnect
        < disconnect
        < closed
        """);
  }

  @Test
  void objects_that_are_paused_keep_their_place_while_others_answer() {
    Conversation.check(
        """
        //- /src/index.ts
        | import { DurableObject } from "cloudflare:workers";
        | export class Room extends DurableObject {
        |   async fetch(request: Request): Promise<Response> {
        |     const slow = request.method === "POST";
        |     if (slow) {
        ●|       await this.ctx.storage.put("slow", true);
        |     }
        |     return new Response(this.ctx.id.name + " " + slow);
        |   }
        | }
        | export default {
        |   fetch: (request: Request, env: any) =>
        |     env.ROOMS.getByName(new URL(request.url).pathname.slice(1)).fetch(request),
        | };
        > start
        * fetch POST /lobby x
        < * thread {"reason":"started","threadId":2}
        < * stopped {"reason":"breakpoint","threadId":2,"allThreadsStopped":false,"hitBreakpointIds":[1]}
        * fetch /attic
        * answer /attic 200 attic false
        < * thread {"reason":"started","threadId":3}
        * fetch /lobby
        > durascope/evict {"object":"chat/Room/760d68f668df019193e4826d1aa3927398d54a3289861a21ac13a471ae4c203f"}
        < durascope/evict failed 3002 The Room 760d68f668df019193e4826d1aa3927398d54a3289861a21ac13a471ae4c203f is paused in the debugger; let it run on first
        > durascope/hibernate {"object":"chat/Room/760d68f668df019193e4826d1aa3927398d54a3289861a21ac13a471ae4c203f"}
        < durascope/hibernate failed 3002 The Room 760d68f668df019193e4826d1aa3927398d54a3289861a21ac13a471ae4c203f is paused in the debugger; let it run on first
        > continue {"threadId":2}
        < continue {"allThreadsContinued":false}
        * answer /lobby 200 lobby true
        * answer /lobby 200 lobby false
        > disconnect
        < disconnect
        < closed
        """);
  }

  @Test
  void stepping_past_the_end_of_a_handler_ends_the_step_and_the_thread_runs_on() {
    Conversation.check(
        """
        //- /src/index.ts
        | export class Room {}
        | export default {
        |   fetch(): Response {
        ●|     return new Response("hello");
        |   },
        | };
        > start
        * fetch /
        < * stopped {"reason":"breakpoint","threadId":1,"allThreadsStopped":false,"hitBreakpointIds":[1]}
        > stepOut {"threadId":1}
        < stepOut
        * answer / 200 hello
        * fetch /
        < * stopped {"reason":"breakpoint","threadId":1,"allThreadsStopped":false,"hitBreakpointIds":[1]}
        > next {"threadId":1}
        < next
        * answer / 200 hello
        > disconnect
        < disconnect
        < closed
        """);
  }
}
