package dev.durascope.debugadapter.protocol;

import org.junit.jupiter.api.Test;

/** Looking at values and changing them, in the real runtime. */
class ValueConversationTest {

  @Test
  void collections_are_read_a_page_at_a_time() {
    Conversation.check(
        """
        //- /src/index.ts
        | export class Room {}
        | export default {
        |   fetch(): Response {
        |     const list = Array.from({ length: 250 }, (_, i) => i * 2);
        |     const bytes = new Float64Array([0.5, 1.5]);
        |     const byName = new Map<unknown, unknown>([["ann", 1], [{ id: 2 }, new Set(["x"])]]);
        ●|     return new Response(String(list.length + bytes.length + byName.size));
        |   },
        | };
        > start
        * fetch /
        < * stopped {"reason":"breakpoint","threadId":1,"allThreadsStopped":false,"hitBreakpointIds":[1]}
        > stackTrace {"threadId":1,"levels":1}
        < stackTrace {"stackFrames":[{"id":"frame1","name":"fetch","source":"index.ts","line":7,"column":5}],"totalFrames":1}
        > evaluate {"expression":"list","frameId":"frame1"}
        < evaluate {"result":"(250) [0, 2, 4, 6, 8, …]","type":"Array","variablesReference":"value1","namedVariables":2,"indexedVariables":250}
        > variables {"variablesReference":"value1","filter":"indexed","start":248,"count":2}
        < variables {"variables":[{"name":"248","value":"496","type":"number","evaluateName":"list[248]","variablesReference":0},{"name":"249","value":"498","type":"number","evaluateName":"list[249]","variablesReference":0}]}
        > evaluate {"expression":"bytes","frameId":"frame1"}
        < evaluate {"result":"Float64Array(2) [0.5, 1.5]","type":"Float64Array","variablesReference":"value2","namedVariables":1,"indexedVariables":2,"memoryReference":"3"}
        > variables {"variablesReference":"value2","filter":"indexed","start":0,"count":2}
        < variables {"variables":[{"name":"0","value":"0.5","type":"number","evaluateName":"bytes[0]","variablesReference":0},{"name":"1","value":"1.5","type":"number","evaluateName":"bytes[1]","variablesReference":0}]}
        > evaluate {"expression":"byName","frameId":"frame1"}
        < evaluate {"result":"Map(2) {\\"ann\\" => 1, {id: 2} => Set(1) {\\"x\\"}}","type":"Map","variablesReference":"value3"}
        > continue {"threadId":1}
        < continue {"allThreadsContinued":false}
        * answer / 200 254
        > disconnect
        < disconnect
        < closed
        """);
  }

  @Test
  void a_getter_runs_when_it_is_opened_and_private_fields_are_there() {
    Conversation.check(
        """
        //- /src/index.ts
        | export class Room {}
        | let ran = 0;
        | class Account {
        |   #balance = 7;
        |   static bank = "first";
        |   get balance() {
        |     ran++;
        |     return this.#balance;
        |   }
        |   get broken(): never {
        |     throw new Error("no");
        |   }
        | }
        | export default {
        |   fetch(): Response {
        |     const account = new Account();
        ●|     return new Response(account.balance + " after " + ran);
        |   },
        | };
        > start
        * fetch /
        < * stopped {"reason":"breakpoint","threadId":1,"allThreadsStopped":false,"hitBreakpointIds":[1]}
        > stackTrace {"threadId":1,"levels":1}
        < stackTrace {"stackFrames":[{"id":"frame1","name":"fetch","source":"index.ts","line":17,"column":5}],"totalFrames":1}
        > evaluate {"expression":"account","frameId":"frame1","context":"watch"}
        < evaluate {"result":"Account {}","type":"Account","variablesReference":"value1"}
        > variables {"variablesReference":"value1"}
        < variables {"variables":[{"name":"#balance","value":"7","type":"number","presentationHint":{"visibility":"private"},"variablesReference":0},{"name":"balance","value":"(…)","type":"","presentationHint":{"lazy":true},"evaluateName":"account.balance","variablesReference":"value2"},{"name":"broken","value":"(…)","type":"","presentationHint":{"lazy":true},"evaluateName":"account.broken","variablesReference":"value3"},{"name":"[[Prototype]]","value":"{}","type":"Object","presentationHint":{"kind":"virtual","attributes":["readOnly"],"visibility":"internal"},"variablesReference":"value4"}]}
        > variables {"variablesReference":"value2"}
        < variables {"variables":[{"name":"","value":"7","type":"number","variablesReference":0}]}
        > variables {"variablesReference":"value3"}
        < variables failed 2002 Error: no
        > evaluate {"expression":"ran","frameId":"frame1","context":"watch"}
        < evaluate {"result":"1","type":"number","variablesReference":0}
        > continue {"threadId":1}
        < continue {"allThreadsContinued":false}
        * answer / 200 7 after 2
        > disconnect
        < disconnect
        < closed
        """);
  }

  @Test
  void a_request_and_its_headers_show_what_they_say_and_stay_unread() {
    Conversation.check(
        """
        //- /src/index.ts
        | export class Room {}
        | export default {
        |   async fetch(request: Request): Promise<Response> {
        |     const headers = new Headers({ "x-one": "1" });
        ●|     return new Response(headers.get("x-one") + (await request.text()));
        |   },
        | };
        > start
        * fetch POST / body
        < * stopped {"reason":"breakpoint","threadId":1,"allThreadsStopped":false,"hitBreakpointIds":[1]}
        > stackTrace {"threadId":1,"levels":1}
        < stackTrace {"stackFrames":[{"id":"frame1","name":"fetch","source":"index.ts","line":5,"column":5}],"totalFrames":1}
        > evaluate {"expression":"request.method + ' ' + request.bodyUsed","frameId":"frame1","context":"hover"}
        < evaluate failed 2002 Only variables and properties are read for a glance: evaluate this on the console.
        > evaluate {"expression":"headers","frameId":"frame1","context":"watch"}
        < evaluate {"result":"Headers(1) {\\"x-one\\" => \\"1\\"}","type":"Headers","variablesReference":"value1"}
        > evaluate {"expression":"request.bodyUsed","frameId":"frame1"}
        < evaluate {"result":"false","type":"boolean","variablesReference":0}
        > continue {"threadId":1}
        < continue {"allThreadsContinued":false}
        * answer / 200 1body
        > disconnect
        < disconnect
        < closed
        """);
  }

  @Test
  void a_stream_shows_its_state_and_what_waits_in_it_and_is_not_disturbed() {
    Conversation.check(
        """
        //- /src/index.ts
        | export class Room {}
        | export default {
        |   async fetch(): Promise<Response> {
        |     const stream = new ReadableStream({
        |       start(controller) {
        |         controller.enqueue("one");
        |         controller.enqueue("two");
        |         controller.close();
        |       },
        |     });
        ●|     const text = await new Response(stream.pipeThrough(new TextEncoderStream())).text();
        |     return new Response(text);
        |   },
        | };
        > start
        * fetch /
        < * stopped {"reason":"breakpoint","threadId":1,"allThreadsStopped":false,"hitBreakpointIds":[1]}
        > stackTrace {"threadId":1,"levels":1}
        < stackTrace {"stackFrames":[{"id":"frame1","name":"fetch","source":"index.ts","line":11,"column":5}],"totalFrames":1}
        > evaluate {"expression":"stream","frameId":"frame1","context":"watch"}
        < evaluate {"result":"ReadableStream {locked: false}","type":"ReadableStream","variablesReference":"value1"}
        > variables {"variablesReference":"value1"}
        < variables {"variables":[{"name":"[[State]]","value":"readable","type":"","presentationHint":{"kind":"virtual","attributes":["readOnly"],"visibility":"internal"},"variablesReference":0},{"name":"[[Disturbed]]","value":"false","type":"boolean","presentationHint":{"kind":"virtual","attributes":["readOnly"],"visibility":"internal"},"variablesReference":0},{"name":"[[QueueLength]]","value":"2","type":"number","presentationHint":{"kind":"virtual","attributes":["readOnly"],"visibility":"internal"},"variablesReference":0},{"name":"[[QueueTotalSize]]","value":"2","type":"number","presentationHint":{"kind":"virtual","attributes":["readOnly"],"visibility":"internal"},"variablesReference":0},{"name":"locked","value":"false","type":"boolean","presentationHint":{"attributes":["readOnly"]},"evaluateName":"stream.locked","variablesReference":0},{"name":"[[Prototype]]","value":"{locked: (…), cancel: ƒ cancel(), getReader: ƒ getReader(), pipeThrough: ƒ pipeThrough(), pipeTo: ƒ pipeTo(), …}","type":"Object","presentationHint":{"kind":"virtual","attributes":["readOnly"],"visibility":"internal"},"variablesReference":"value2"}]}
        > continue {"threadId":1}
        < continue {"allThreadsContinued":false}
        * answer / 200 onetwo
        > disconnect
        < disconnect
        < closed
        """);
  }

  @Test
  void variables_of_each_kind_of_scope_are_assigned() {
    Conversation.check(
        """
        //- /src/index.ts
        | export class Room {}
        | let shared = 1;
        | export default {
        |   fetch(): Response {
        |     const add = (n: number) => {
        |       for (let turn = 0; turn < 1; turn++) {
        ●|         n += turn;
        |       }
        |       return n + shared;
        |     };
        |     return new Response(String(add(10)));
        |   },
        | };
        > start
        * fetch /
        < * stopped {"reason":"breakpoint","threadId":1,"allThreadsStopped":false,"hitBreakpointIds":[1]}
        > stackTrace {"threadId":1,"levels":1}
        < stackTrace {"stackFrames":[{"id":"frame1","name":"(anonymous)","source":"index.ts","line":7,"column":9}],"totalFrames":2}
        > scopes {"frameId":"frame1"}
        < scopes {"scopes":[{"name":"Block","variablesReference":"value1","expensive":false},{"name":"Local","presentationHint":"locals","variablesReference":"value2","expensive":false},{"name":"Closure (fetch)","variablesReference":"value3","expensive":false},{"name":"Module","variablesReference":"value4","expensive":false},{"name":"Global","variablesReference":"value5","expensive":true}]}
        > setVariable {"variablesReference":"value1","name":"turn","value":"5"}
        < setVariable {"value":"5","type":"number","variablesReference":0}
        > setVariable {"variablesReference":"value2","name":"n","value":"100"}
        < setVariable {"value":"100","type":"number","variablesReference":0}
        > setVariable {"variablesReference":"value4","name":"shared","value":"1000"}
        < setVariable {"value":"1000","type":"number","variablesReference":0}
        > setVariable {"variablesReference":"value2","name":"n","value":"missing"}
        < setVariable failed 2002 ReferenceError: missing is not defined
        > setVariable {"variablesReference":"value2","name":"nobody","value":"1"}
        < setVariable failed 2003 "nobody" cannot be assigned.
        > continue {"threadId":1}
        < continue {"allThreadsContinued":false}
        * answer / 200 1105
        > disconnect
        < disconnect
        < closed
        """);
  }

  @Test
  void a_stored_value_is_edited_in_place_and_the_object_reads_it() {
    Conversation.check(
        """
        //- /src/index.ts
        | import { DurableObject } from "cloudflare:workers";
        | export class Room extends DurableObject {
        |   async fetch(): Promise<Response> {
        |     await this.ctx.storage.put("who", { name: "ann" });
        ●|     const who: any = await this.ctx.storage.get("who");
        |     return new Response(who.name);
        |   }
        | }
        | export default {
        |   fetch: (request: Request, env: any) => env.ROOMS.getByName("lobby").fetch(request),
        | };
        > start
        * fetch /
        < * thread {"reason":"started","threadId":2}
        < * stopped {"reason":"breakpoint","threadId":2,"allThreadsStopped":false,"hitBreakpointIds":[1]}
        > stackTrace {"threadId":2,"levels":1}
        < stackTrace {"stackFrames":[{"id":"frame1","name":"fetch","source":"index.ts","line":5,"column":5}],"totalFrames":3}
        > scopes {"frameId":"frame1"}
        < scopes {"scopes":[{"name":"Local","presentationHint":"locals","variablesReference":"value1","expensive":false},{"name":"Durable Object","variablesReference":"value2","expensive":false},{"name":"Module","variablesReference":"value3","expensive":false},{"name":"Global","variablesReference":"value4","expensive":true}]}
        > variables {"variablesReference":"value2","filter":"indexed","start":3,"count":1}
        < variables {"variables":[{"name":"storage","value":"1 key","type":"","presentationHint":{"attributes":["readOnly"]},"evaluateName":"$storage","variablesReference":"value5","namedVariables":0,"indexedVariables":1}]}
        > variables {"variablesReference":"value5","filter":"indexed","start":0,"count":10}
        < variables {"variables":[{"name":"who","value":"{name: \\"ann\\"}","type":"Object","evaluateName":"$storage.get(\\"who\\")","variablesReference":"value6"}]}
        > variables {"variablesReference":"value6"}
        < variables {"variables":[{"name":"name","value":"\\"ann\\"","type":"string","evaluateName":"$storage.get(\\"who\\").name","variablesReference":0},{"name":"[[Prototype]]","value":"{}","type":"Object","presentationHint":{"kind":"virtual","attributes":["readOnly"],"visibility":"internal"},"variablesReference":"value7"}]}
        > setVariable {"variablesReference":"value6","name":"name","value":"'bob'"}
        < setVariable {"value":"\\"bob\\"","type":"string","variablesReference":0}
        > continue {"threadId":2}
        < continue {"allThreadsContinued":false}
        * answer / 200 bob
        > disconnect
        < disconnect
        < closed
        """);
  }

  @Test
  void the_rows_of_a_table_and_the_alarm_are_shown_beside_the_variables() {
    Conversation.check(
        """
        //- /src/index.ts
        | import { DurableObject } from "cloudflare:workers";
        | export class Room extends DurableObject {
        |   async fetch(): Promise<Response> {
        |     this.ctx.storage.sql.exec("CREATE TABLE users (name TEXT); INSERT INTO users VALUES ('ann')");
        |     await this.ctx.storage.setAlarm(4_000_000_000_000);
        ●|     return new Response("done");
        |   }
        |   alarm() {}
        | }
        | export default {
        |   fetch: (request: Request, env: any) => env.ROOMS.getByName("lobby").fetch(request),
        | };
        > start
        * fetch /
        < * thread {"reason":"started","threadId":2}
        < * stopped {"reason":"breakpoint","threadId":2,"allThreadsStopped":false,"hitBreakpointIds":[1]}
        > stackTrace {"threadId":2,"levels":1}
        < stackTrace {"stackFrames":[{"id":"frame1","name":"fetch","source":"index.ts","line":6,"column":5}],"totalFrames":3}
        > scopes {"frameId":"frame1"}
        < scopes {"scopes":[{"name":"Local","presentationHint":"locals","variablesReference":"value1","expensive":false},{"name":"Durable Object","variablesReference":"value2","expensive":false},{"name":"Module","variablesReference":"value3","expensive":false},{"name":"Global","variablesReference":"value4","expensive":true}]}
        > variables {"variablesReference":"value2"}
        < variables {"variables":[{"name":"id","value":"760d68f668df019193e4826d1aa3927398d54a3289861a21ac13a471ae4c203f","type":"","presentationHint":{"attributes":["readOnly"]},"variablesReference":0},{"name":"name","value":"lobby","type":"","presentationHint":{"attributes":["readOnly"]},"variablesReference":0},{"name":"class","value":"Room","type":"","presentationHint":{"attributes":["readOnly"]},"variablesReference":0},{"name":"storage","value":"0 keys","type":"","presentationHint":{"attributes":["readOnly"]},"evaluateName":"$storage","variablesReference":0},{"name":"sql","value":"1 table","type":"","presentationHint":{"attributes":["readOnly"]},"variablesReference":"value5","namedVariables":0,"indexedVariables":1},{"name":"alarm","value":"2096-10-02T07:06:40Z","type":"","variablesReference":0},{"name":"sockets","value":"0 hibernatable","type":"","presentationHint":{"attributes":["readOnly"]},"variablesReference":0},{"name":"gates","value":"input open, output shut","type":"","presentationHint":{"attributes":["readOnly"]},"variablesReference":"value6","namedVariables":0,"indexedVariables":2},{"name":"events","value":"1 in progress, 0 waiting","type":"","presentationHint":{"attributes":["readOnly"]},"variablesReference":"value7","namedVariables":0,"indexedVariables":1},{"name":"hibernation","value":"not possible, for 2 reasons","type":"","presentationHint":{"attributes":["readOnly"]},"variablesReference":"value8","namedVariables":0,"indexedVariables":2}]}
        > setVariable {"variablesReference":"value2","name":"alarm","value":"null"}
        < setVariable {"value":"null","type":"null","variablesReference":0}
        > setVariable {"variablesReference":"value2","name":"id","value":"1"}
        < setVariable failed 2003 "id" cannot be assigned.
        > continue {"threadId":2}
        < continue {"allThreadsContinued":false}
        * answer / 200 done
        > disconnect
        < disconnect
        < closed
        """);
  }

  @Test
  void bytes_are_read_and_written_as_memory() {
    Conversation.check(
        """
        //- /src/index.ts
        | export class Room {}
        | export default {
        |   fetch(): Response {
        |     const bytes = new Uint8Array([104, 101, 121]);
        ●|     return new Response(bytes);
        |   },
        | };
        > start
        * fetch /
        < * stopped {"reason":"breakpoint","threadId":1,"allThreadsStopped":false,"hitBreakpointIds":[1]}
        > stackTrace {"threadId":1,"levels":1}
        < stackTrace {"stackFrames":[{"id":"frame1","name":"fetch","source":"index.ts","line":5,"column":5}],"totalFrames":1}
        > evaluate {"expression":"bytes.buffer","frameId":"frame1"}
        < evaluate {"result":"ArrayBuffer(3)","type":"ArrayBuffer","variablesReference":"value1","memoryReference":"2"}
        > readMemory {"memoryReference":"2","count":2,"offset":1}
        < readMemory {"address":"0x1","data":"ZXk="}
        > writeMemory {"memoryReference":"2","offset":0,"data":"SA=="}
        < writeMemory {"bytesWritten":1}
        > writeMemory {"memoryReference":"2","offset":0,"data":"?"}
        < writeMemory failed 2003 "data" must be Base64.
        > writeMemory {"memoryReference":"2","offset":3,"data":"SA=="}
        < writeMemory {"bytesWritten":0}
        > readMemory {"memoryReference":"2","count":2,"offset":99}
        < readMemory {"address":"0x63","unreadableBytes":2,"data":""}
        > continue {"threadId":1}
        < continue {"allThreadsContinued":false}
        * answer / 200 Hey
        > disconnect
        < disconnect
        < closed
        """);
  }

  @Test
  void a_hover_changes_nothing_and_says_what_it_does_not_do() {
    Conversation.check(
        """
        //- /src/index.ts
        | export class Room {}
        | let reads = 0;
        | const counter = { get next() { return ++reads; } };
        | export default {
        |   fetch(request: Request): Response {
        ●|     return new Response(request.url.length + " " + reads + counter.next);
        |   },
        | };
        > start
        * fetch /
        < * stopped {"reason":"breakpoint","threadId":1,"allThreadsStopped":false,"hitBreakpointIds":[1]}
        > stackTrace {"threadId":1,"levels":1}
        < stackTrace {"stackFrames":[{"id":"frame1","name":"fetch","source":"index.ts","line":6,"column":5}],"totalFrames":1}
        > evaluate {"expression":"counter.next","frameId":"frame1","context":"hover"}
        < evaluate failed 2002 "next" is a getter, which is not run for a glance: open it in the variables, or evaluate it in the console.
        > evaluate {"expression":"counter.next = 1","frameId":"frame1","context":"hover"}
        < evaluate failed 2002 Only variables and properties are read for a glance: evaluate this on the console.
        > evaluate {"expression":"fetch('http://example.com')","frameId":"frame1","context":"hover"}
        < evaluate failed 2002 Only variables and properties are read for a glance: evaluate this on the console.
        > evaluate {"expression":"reads","frameId":"frame1","context":"hover"}
        < evaluate {"result":"0","type":"number","variablesReference":0}
        > evaluate {"expression":"nobody","frameId":"frame1","context":"hover"}
        < evaluate failed 2002 ReferenceError: nobody is not defined
        > continue {"threadId":1}
        < continue {"allThreadsContinued":false}
        * answer / 200 23 01
        > disconnect
        < disconnect
        < closed
        """);
  }

  @Test
  void a_value_is_copied_whole_as_JavaScript_writes_it() {
    Conversation.check(
        """
        //- /src/index.ts
        | export class Room {}
        | export default {
        |   fetch(): Response {
        |     const all = { list: [1, "two"], at: new Date(0), by: new Map([[1, { deep: true }]]), big: 2n };
        ●|     return new Response(typeof all);
        |   },
        | };
        > start
        * fetch /
        < * stopped {"reason":"breakpoint","threadId":1,"allThreadsStopped":false,"hitBreakpointIds":[1]}
        > stackTrace {"threadId":1,"levels":1}
        < stackTrace {"stackFrames":[{"id":"frame1","name":"fetch","source":"index.ts","line":5,"column":5}],"totalFrames":1}
        > evaluate {"expression":"all","frameId":"frame1","context":"clipboard"}
        < evaluate {"result":"{\\n  list: [\\n    1,\\n    \\"two\\",\\n  ],\\n  at: 1970-01-01T00:00:00Z,\\n  by: new Map([\\n    [1, {\\n      deep: true,\\n    }],\\n  ]),\\n  big: 2n,\\n}","type":"","variablesReference":0}
        > continue {"threadId":1}
        < continue {"allThreadsContinued":false}
        * answer / 200 object
        > disconnect
        < disconnect
        < closed
        """);
  }

  @Test
  void an_evaluation_that_does_not_end_is_cancelled_and_one_that_fails_says_how() {
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
        > stackTrace {"threadId":1,"levels":1}
        < stackTrace {"stackFrames":[{"id":"frame1","name":"fetch","source":"index.ts","line":4,"column":5}],"totalFrames":1}
        > evaluate {"expression":"for (;;) {}","frameId":"frame1"}
        > cancel {"requestId":7}
        < evaluate failed 2005 cancelled
        < cancel
        > evaluate {"expression":"1 +","frameId":"frame1","context":"repl"}
        < evaluate failed 2002 SyntaxError: Expected an operand but found eof
        > evaluate {"expression":"null.x","frameId":"frame1","context":"watch"}
        < evaluate failed 2002 TypeError: Cannot read property 'x' of null
        > evaluate {"expression":"throw { n: 1 }","frameId":"frame1","context":"repl"}
        < evaluate failed 2002 Error
        > cancel {"requestId":999}
        < cancel
        > continue {"threadId":1}
        < continue {"allThreadsContinued":false}
        * answer / 200 hello
        > disconnect
        < disconnect
        < closed
        """);
  }

  @Test
  void names_are_completed_from_the_frame_the_object_and_the_helpers() {
    Conversation.check(
        """
        //- /src/index.ts
        | import { DurableObject } from "cloudflare:workers";
        | const roomSize = 3;
        | export class Room extends DurableObject {
        |   guests = ["ann"];
        |   fetch(): Response {
        ●|     return new Response(this.guests.join() + roomSize);
        |   }
        | }
        | export default {
        |   fetch: (request: Request, env: any) => env.ROOMS.getByName("lobby").fetch(request),
        | };
        > start
        * fetch /
        < * thread {"reason":"started","threadId":2}
        < * stopped {"reason":"breakpoint","threadId":2,"allThreadsStopped":false,"hitBreakpointIds":[1]}
        > stackTrace {"threadId":2,"levels":1}
        < stackTrace {"stackFrames":[{"id":"frame1","name":"fetch","source":"index.ts","line":6,"column":5}],"totalFrames":3}
        > completions {"text":"roo","column":4,"frameId":"frame1"}
        < completions {"targets":[{"label":"roomSize","type":"variable","start":1,"length":3},{"label":"Room","type":"class","start":1,"length":3}]}
        > completions {"text":"this.gu","column":8,"frameId":"frame1"}
        < completions {"targets":[{"label":"guests","type":"property","start":6,"length":2}]}
        > completions {"text":"$sto","column":5,"frameId":"frame1"}
        < completions {"targets":[{"label":"$storage","type":"keyword","start":1,"length":4}]}
        > completions {"text":"$storage.li","column":12,"frameId":"frame1"}
        < completions {"targets":[{"label":"list","type":"method","start":10,"length":2}]}
        > completions {"text":"a\\nthis.gue","column":9,"line":2,"frameId":"frame1"}
        < completions {"targets":[{"label":"guests","type":"property","start":6,"length":3}]}
        > continue {"threadId":2}
        < continue {"allThreadsContinued":false}
        * answer / 200 ann3
        > disconnect
        < disconnect
        < closed
        """);
  }

  @Test
  void a_printed_value_is_opened_while_the_program_runs() {
    Conversation.check(
        """
        //- /src/index.ts
        | export class Room {}
        | export default {
        |   fetch(): Response {
        |     console.group("visit");
        |     console.warn("guest", { name: "ann", tags: ["a"] });
        |     console.groupEnd();
        |     return new Response("done");
        |   },
        | };
        > start
        * fetch /
        * answer / 200 done
        < * output {"category":"stdout","output":"[Worker chat] visit\\n","group":"start","source":"index.ts","line":4,"column":5}
        < * output {"category":"stderr","output":"[Worker chat] guest { name: 'ann', tags: [ 'a' ] }\\n","variablesReference":"value1","source":"index.ts","line":5,"column":5}
        < * output {"category":"stdout","output":"","group":"end","source":"index.ts","line":6,"column":5}
        > variables {"variablesReference":"value1"}
        < variables {"variables":[{"name":"","value":"[Worker chat] guest { name: 'ann', tags: [ 'a' ] }","type":"","presentationHint":{"attributes":["readOnly"]},"variablesReference":"value2","namedVariables":0,"indexedVariables":2}]}
        > variables {"variablesReference":"value2","filter":"indexed","start":1,"count":1}
        < variables {"variables":[{"name":"1","value":"{name: \\"ann\\", tags: (1) [\\"a\\"]}","type":"Object","presentationHint":{"attributes":["readOnly"]},"variablesReference":"value3"}]}
        > variables {"variablesReference":"value3"}
        < variables {"variables":[{"name":"name","value":"\\"ann\\"","type":"string","variablesReference":0},{"name":"tags","value":"(1) [\\"a\\"]","type":"Array","variablesReference":"value4","namedVariables":2,"indexedVariables":1},{"name":"[[Prototype]]","value":"{}","type":"Object","presentationHint":{"kind":"virtual","attributes":["readOnly"],"visibility":"internal"},"variablesReference":"value5"}]}
        > disconnect
        < disconnect
        < closed
        """);
  }

  @Test
  void what_was_thrown_is_told_with_its_class_its_message_and_the_mapped_stack() {
    Conversation.check(
        """
        //- /src/index.ts
        | export class Room {}
        | class LimitError extends RangeError {}
        | function check(n: number): void {
        |   if (n > 1) throw new LimitError(n + " is too much");
        | }
        | export default {
        |   fetch(): Response {
        |     check(2);
        |     return new Response("never");
        |   },
        | };
        > start
        * fetch /
        < * stopped {"reason":"exception","description":"Paused at an uncaught exception","threadId":1,"text":"LimitError: 2 is too much","allThreadsStopped":false}
        > exceptionInfo {"threadId":1}
        < exceptionInfo {"exceptionId":"LimitError","description":"LimitError: 2 is too much","breakMode":"unhandled","details":{"message":"2 is too much","typeName":"LimitError","stackTrace":"    at check (/project/src/index.ts:4:14)\\n    at fetch (/project/src/index.ts:8:5)"}}
        > stackTrace {"threadId":1}
        < stackTrace {"stackFrames":[{"id":"frame1","name":"check","source":"index.ts","line":4,"column":14},{"id":"frame2","name":"fetch","source":"index.ts","line":8,"column":5}],"totalFrames":2}
        > evaluate {"expression":"n","frameId":"frame1"}
        < evaluate {"result":"2","type":"number","variablesReference":0}
        > terminate
        < * exited {"exitCode":0}
        < * terminated {}
        < terminate
        > disconnect
        < disconnect
        < closed
        """);
  }

  @Test
  void an_old_number_of_a_frame_or_a_value_is_refused_when_the_thread_has_gone_on() {
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
        > stackTrace {"threadId":1,"levels":1}
        < stackTrace {"stackFrames":[{"id":"frame1","name":"fetch","source":"index.ts","line":4,"column":5}],"totalFrames":1}
        > scopes {"frameId":"frame1"}
        < scopes {"scopes":[{"name":"Local","presentationHint":"locals","variablesReference":"value1","expensive":false},{"name":"Module","variablesReference":"value2","expensive":false},{"name":"Global","variablesReference":"value3","expensive":true}]}
        > continue {"threadId":1}
        < continue {"allThreadsContinued":false}
        * answer / 200 hello
        > scopes {"frameId":"frame1"}
        < scopes failed 2001 The thread is running or has ended: pause it to look at its variables.
        > variables {"variablesReference":"value1"}
        < variables failed 2001 The thread is running or has ended: pause it to look at its variables.
        > evaluate {"expression":"1","frameId":"frame1"}
        < evaluate failed 2001 The thread is running or has ended: pause it to look at its variables.
        > setVariable {"variablesReference":"value1","name":"a","value":"1"}
        < setVariable failed 2001 The thread is running or has ended: pause it to look at its variables.
        > setExpression {"expression":"a","value":"1","frameId":"frame1"}
        < setExpression failed 2001 The thread is running or has ended: pause it to look at its variables.
        > readMemory {"memoryReference":"1","count":1}
        < readMemory failed 2001 The thread is running or has ended: pause it to look at its variables.
        > disconnect
        < disconnect
        < closed
        """);
  }

  @Test
  void a_thread_that_is_busy_has_nothing_to_complete_and_keeps_nobody_waiting() {
    Conversation.check(
        """
        //- /src/index.ts
        | export class Room {}
        | export default {
        |   fetch(): Response {
        |     console.log("begun");
        |     for (;;) {}
        |   },
        | };
        > start
        * fetch /
        < * output {"category":"stdout","output":"[Worker chat] begun\\n","source":"index.ts","line":4,"column":5}
        > completions {"text":"con","column":4}
        < completions {"targets":[]}
        > disconnect
        < disconnect
        < closed
        """);
  }
}
