package dev.durascope.debugadapter.protocol;

import org.junit.jupiter.api.Test;

class FunctionStopsTest {

  @Test
  void a_function_is_found_by_its_name_and_that_of_its_class() {
    Conversation.check(
        """
        //- /src/index.ts
        | import { DurableObject } from "cloudflare:workers";
        | const double = (n: number): number => n * 2;
        | export class Room extends DurableObject {
        |   async fetch(): Promise<Response> {
        |     // what it says
        |     const said = await this.say(21);
        |     return new Response(said);
        |   }
        |   private async say(n: number) { return `said ${double(n)}`; }
        | }
        | export class Attic { say() { return "nothing"; } }
        | export default {
        |   fetch: (request: Request, env: any) => env.ROOMS.getByName("lobby").fetch(request),
        | };
        > start
        > setFunctionBreakpoints {"breakpoints":[{"name":"Room.fetch"},{"name":"say"},{"name":"double","condition":"n > 100"},{"name":"Room.alarm"},{"name":"default.fetch","hitCondition":"2"}]}
        < setFunctionBreakpoints {"breakpoints":[{"id":1,"verified":true},{"id":2,"verified":true},{"id":3,"verified":true},{"id":4,"verified":false,"message":"No file of the running program has a function \\"Room.alarm\\"."},{"id":5,"verified":true}]}
        * fetch /
        < * thread {"reason":"started","threadId":2}
        < * stopped {"reason":"function breakpoint","threadId":2,"allThreadsStopped":false,"hitBreakpointIds":[1]}
        > stackTrace {"threadId":2,"levels":1}
        < stackTrace {"stackFrames":[{"id":"frame1","name":"fetch","source":"index.ts","line":6,"column":5}],"totalFrames":3}
        > continue {"threadId":2}
        < continue {"allThreadsContinued":false}
        < * stopped {"reason":"function breakpoint","threadId":2,"allThreadsStopped":false,"hitBreakpointIds":[2]}
        > stackTrace {"threadId":2,"levels":1}
        < stackTrace {"stackFrames":[{"id":"frame2","name":"say","source":"index.ts","line":9,"column":34}],"totalFrames":4}
        > continue {"threadId":2}
        < continue {"allThreadsContinued":false}
        * answer / 200 said 42
        > disconnect
        < disconnect
        < closed
        """);
  }
}
