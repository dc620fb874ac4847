package dev.durascope.debugadapter.protocol;

import org.junit.jupiter.api.Test;

class DataStopsTest {

  @Test
  void a_line_of_the_storage_and_an_expression_become_breakpoints() {
    Conversation.check(
        """
        //- /src/index.ts
        | import { DurableObject } from "cloudflare:workers";
        | export class Room extends DurableObject {
        |   async fetch(): Promise<Response> {
        ● |     const kv: any = this.ctx.storage.kv;
        |     kv.put("count", (kv.get("count") ?? 0) + 1);
        |     kv.put("count", 7);
        |     this.ctx.storage.sql.exec("CREATE TABLE users (name TEXT)");
        |     this.ctx.storage.sql.exec("INSERT INTO users VALUES (?)", "ann");
        |     return new Response("done");
        |   }
        | }
        | export default {
        |   fetch: (request: Request, env: any) => env.ROOMS.getByName("lobby").fetch(request),
        | };
        > start
        > dataBreakpointInfo {"name":"storage[\\"user:*\\"]"}
        < dataBreakpointInfo {"dataId":"storage[\\"user:*\\"]","description":"keys \\"user:*\\" of all objects","accessTypes":["read","write","readWrite"],"canPersist":true}
        > dataBreakpointInfo {"name":"count"}
        < dataBreakpointInfo {"description":"\\"count\\" is not stored: breakpoints can watch storage[\\"key\\"], storage[\\"prefix*\\"], sql:table and storage.alarm."}
        > setDataBreakpoints {"breakpoints":[{"dataId":"storage.get(\\"count\\") of Room \\"lobby\\"","accessType":"write","condition":"newValue > 1"},{"dataId":"sql:users of Room","accessType":"write"},{"dataId":"count"},{"dataId":"storage.alarm","hitCondition":"often"}]}
        < setDataBreakpoints {"breakpoints":[{"id":2,"verified":true},{"id":3,"verified":true},{"verified":false,"message":"The data has no known form: it is to be storage[\\"key\\"], storage[\\"prefix*\\"], sql:table or storage.alarm, and may go on with \\"of\\" and the objects that are meant."},{"id":4,"verified":false,"message":"The hit count \\"often\\" has no known form: write a number, or one after =, >, >=, <, <= or %."}]}
        * fetch /
        < * thread {"reason":"started","threadId":2}
        < * stopped {"reason":"breakpoint","threadId":2,"allThreadsStopped":false,"hitBreakpointIds":[1]}
        > continue {"threadId":2}
        < continue {"allThreadsContinued":false}
        < * stopped {"reason":"data breakpoint","description":"\\"count\\" of Room \\"lobby\\" written: 1 → 7","threadId":2,"text":"put(\\"count\\")","allThreadsStopped":false,"hitBreakpointIds":[2]}
        > stackTrace {"threadId":2,"levels":1}
        < stackTrace {"stackFrames":[{"id":"frame1","name":"fetch","source":"index.ts","line":6,"column":5}],"totalFrames":3}
        > dataBreakpointInfo {"name":"this.ctx.storage.kv.get('count')","frameId":"frame1"}
        < dataBreakpointInfo {"dataId":"storage.get(\\"count\\") of chat/Room/760d68f668df019193e4826d1aa3927398d54a3289861a21ac13a471ae4c203f","description":"\\"count\\" of Room 760d68f6","accessTypes":["read","write","readWrite"],"canPersist":true}
        > continue {"threadId":2}
        < continue {"allThreadsContinued":false}
        < * stopped {"reason":"data breakpoint","description":"table users of Room \\"lobby\\" written: (nothing) → {name: \\"ann\\"}","threadId":2,"text":"INSERT INTO users VALUES (?)","allThreadsStopped":false,"hitBreakpointIds":[3]}
        > next {"threadId":2}
        < next
        < * stopped {"reason":"step","threadId":2,"allThreadsStopped":false}
        > continue {"threadId":2}
        < continue {"allThreadsContinued":false}
        * answer / 200 done
        > disconnect
        < disconnect
        < closed
        """);
  }
}
