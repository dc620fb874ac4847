package dev.durascope.debugadapter.protocol;

import org.junit.jupiter.api.Test;

/** Stops where something is thrown: what counts as uncaught, and which throws are meant. */
class ExceptionStopsTest {

  @Test
  void a_rejection_that_has_a_handler_is_not_uncaught() {
    Conversation.check(
        """
        //- /src/index.ts
        | export class Room {}
        | async function now(): Promise<never> { throw new Error("now"); }
        | async function later(): Promise<never> {
        |   await null;
        |   throw new Error("later");
        | }
        | const passed = () => later();
        | const handedOn = () => now();
        | const message = (e: Error) => e.message;
        | export default {
        |   async fetch(): Promise<Response> {
        |     const seen: string[] = [];
        |     seen.push(await now().catch(message));
        |     seen.push(await later().catch(message));
        |     seen.push(await passed().then(() => "never", message));
        |     seen.push(await handedOn().catch(message));
        |     seen.push(await now().finally(() => {}).then(() => "never").catch(message));
        |     seen.push(await Promise.all([later()]).then(() => "never").catch(message));
        |     const [settled] = await Promise.allSettled([later()]);
        |     seen.push(settled.status);
        |     const promise = later();
        |     try {
        |       await promise;
        |     } catch (e) {
        |       seen.push(message(e as Error));
        |     }
        |     await Promise.resolve().then(() => { throw new Error("callback"); }).catch(message);
        |     return new Response(seen.join(" "));
        |   },
        | };
        > start
        * fetch /
        * answer / 200 now later later now now later rejected later
        > disconnect
        < disconnect
        < closed
        """);
  }

  @Test
  void what_nothing_handles_stops_where_it_is_thrown() {
    Conversation.check(
        """
        //- /src/index.ts
        | export class Room {}
        | async function now(): Promise<never> { throw new Error("now"); }
        | async function later(): Promise<never> {
        |   await null;
        |   throw new Error("later");
        | }
        | export default {
        |   async fetch(request: Request): Promise<Response> {
        |     const path = new URL(request.url).pathname;
        |     if (path === "/now") {
        |       await now().finally(() => {});
        |     } else if (path === "/later") {
        |       const promise = later().then(() => {});
        |       await promise;
        |     } else {
        |       try {
        |         await later().catch((e) => e);
        |         JSON.parse("{");
        |       } catch (e) {
        |         throw new TypeError("from the catch block");
        |       }
        |     }
        |     return new Response("never");
        |   },
        | };
        > start
        * fetch /now
        < * stopped {"reason":"exception","description":"Paused at an uncaught exception","threadId":1,"text":"Error: now","allThreadsStopped":false}
        > exceptionInfo {"threadId":1}
        < exceptionInfo {"exceptionId":"Error","description":"Error: now","breakMode":"unhandled","details":{"message":"now","typeName":"Error","stackTrace":"    at now (/project/src/index.ts:2:40)\\n    at fetch (/project/src/index.ts:11:13)"}}
        > continue {"threadId":1}
        < continue {"allThreadsContinued":false}
        < * output {"category":"stderr","output":"[Worker chat] Uncaught in fetch: Error: now\\n    at now (src/index.ts:2:46)\\n    at Object.fetch (src/index.ts:11:13)\\n"}
        * answer /now 500 Error: now\\n    at now (src/index.ts:2:46)\\n    at Object.fetch (src/index.ts:11:13)
        * fetch /later
        < * stopped {"reason":"exception","description":"Paused at an uncaught exception","threadId":1,"text":"Error: later","allThreadsStopped":false}
        > exceptionInfo {"threadId":1}
        < exceptionInfo {"exceptionId":"Error","description":"Error: later","breakMode":"unhandled","details":{"message":"later","typeName":"Error","stackTrace":"    at later (/project/src/index.ts:5:3)"}}
        > continue {"threadId":1}
        < continue {"allThreadsContinued":false}
        < * output {"category":"stderr","output":"[Worker chat] Uncaught in fetch: Error: later\\n    at later (src/index.ts:5:9)\\n    at async Object.fetch (src/index.ts:8:3)\\n"}
        * answer /later 500 Error: later\\n    at later (src/index.ts:5:9)\\n    at async Object.fetch (src/index.ts:8:3)
        * fetch /
        < * stopped {"reason":"exception","description":"Paused at an uncaught exception","threadId":1,"text":"TypeError: from the catch block","allThreadsStopped":false}
        > exceptionInfo {"threadId":1}
        < exceptionInfo {"exceptionId":"TypeError","description":"TypeError: from the catch block","breakMode":"unhandled","details":{"message":"from the catch block","typeName":"TypeError","stackTrace":"    at fetch (/project/src/index.ts:20:9)"}}
        > continue {"threadId":1}
        < continue {"allThreadsContinued":false}
        < * output {"category":"stderr","output":"[Worker chat] Uncaught in fetch: TypeError: from the catch block\\n    at Object.fetch (src/index.ts:20:15)\\n"}
        * answer / 500 TypeError: from the catch block\\n    at Object.fetch (src/index.ts:20:15)
        > disconnect
        < disconnect
        < closed
        """);
  }

  @Test
  void a_condition_chooses_among_the_thrown_values() {
    Conversation.check(
        """
        //- /src/index.ts
        | export class Room {}
        | const limit = 2;
        | function check(n: number) {
        |   if (n > limit) throw new RangeError(n + " is too much");
        |   throw { n };
        | }
        | export default {
        |   fetch(): Response {
        |     let caught = 0;
        |     for (const n of [1, 2, 3, 4]) {
        |       try {
        |         check(n);
        |       } catch {
        |         caught++;
        |       }
        |     }
        |     return new Response("caught " + caught);
        |   },
        | };
        > start
        > setExceptionBreakpoints {"filters":[],"filterOptions":[{"filterId":"all","condition":"error instanceof RangeError && n > limit + 1"},{"filterId":"uncaught"}]}
        < setExceptionBreakpoints {"breakpoints":[{"verified":true},{"verified":true}]}
        * fetch /
        < * stopped {"reason":"exception","description":"Paused at an exception","threadId":1,"text":"RangeError: 4 is too much","allThreadsStopped":false}
        > exceptionInfo {"threadId":1}
        < exceptionInfo {"exceptionId":"RangeError","description":"RangeError: 4 is too much","breakMode":"always","details":{"message":"4 is too much","typeName":"RangeError","stackTrace":"    at check (/project/src/index.ts:4:18)\\n    at fetch (/project/src/index.ts:12:9)"}}
        > stackTrace {"threadId":1,"levels":1}
        < stackTrace {"stackFrames":[{"id":"frame1","name":"check","source":"index.ts","line":4,"column":18}],"totalFrames":2}
        > evaluate {"expression":"n","frameId":"frame1"}
        < evaluate {"result":"4","type":"number","variablesReference":0}
        > continue {"threadId":1}
        < continue {"allThreadsContinued":false}
        * answer / 200 caught 4
        > setExceptionBreakpoints {"filters":[],"filterOptions":[{"filterId":"all","condition":"error.n === 2"}]}
        < setExceptionBreakpoints {"breakpoints":[{"verified":true}]}
        * fetch /
        < * stopped {"reason":"exception","description":"Paused at an exception","threadId":1,"text":"Object: {n: 2}","allThreadsStopped":false}
        > exceptionInfo {"threadId":1}
        < exceptionInfo {"exceptionId":"Object","description":"Object: {n: 2}","breakMode":"always","details":{"message":"{n: 2}","typeName":"Object","stackTrace":"    at check (/project/src/index.ts:5:3)\\n    at fetch (/project/src/index.ts:12:9)"}}
        > continue {"threadId":1}
        < continue {"allThreadsContinued":false}
        * answer / 200 caught 4
        > setExceptionBreakpoints {"filters":[],"filterOptions":[{"filterId":"all","condition":"nothing"}]}
        < setExceptionBreakpoints {"breakpoints":[{"verified":true}]}
        * fetch /
        < * output {"category":"stderr","output":"The condition of this breakpoint failed: nothing\\n  ReferenceError: nothing is not defined\\n","source":"index.ts","line":5,"column":3}
        * answer / 200 caught 4
        > disconnect
        < disconnect
        < closed
        """);
  }
}
