package dev.durascope.debugadapter.protocol;

import org.junit.jupiter.api.Test;

class ValueRequestsTest {

  @Test
  void a_client_that_looks_again_is_told_that_an_assignment_may_have_changed_other_values() {
    Conversation.check(
        """
        //- /src/index.ts
        | const lobby = { seats: { left: 1 } };
        | const hall = { seats: lobby.seats }; export class Room {}
        | export default {
        |   fetch() {
        ● |     return new Response(String(hall.seats.left));
        |   },
        | };
        > initialize {"adapterID":"durable-object","supportsInvalidatedEvent":true}
        < initialize …
        > launch {"project":"/project","port":0}
        < * initialized
        < * loadedSource {"reason":"new","source":"index.ts"}
        > setBreakpoints /src/index.ts
        < setBreakpoints {"breakpoints":[{"id":1,"verified":true,"source":"index.ts","line":5,"column":5}]}
        > configurationDone
        < configurationDone
        < * thread {"reason":"started","threadId":1}
        < * output {"category":"console","output":"Ready on http://127.0.0.1:PORT\\n"}
        < launch
        * fetch /
        < * stopped {"reason":"breakpoint","threadId":1,"allThreadsStopped":false,"hitBreakpointIds":[1]}
        > stackTrace {"threadId":1,"levels":1}
        < stackTrace {"stackFrames":[{"id":"frame1","name":"fetch","source":"index.ts","line":5,"column":5}],"totalFrames":1}
        > evaluate {"expression":"lobby.seats","frameId":"frame1"}
        < evaluate {"result":"{left: 1}","type":"Object","variablesReference":"value1"}
        > setVariable {"variablesReference":"value1","name":"left","value":"2"}
        < setVariable {"value":"2","type":"number","variablesReference":0}
        < * invalidated {"areas":["variables"]}
        > setVariable {"variablesReference":"value1","name":"left","value":"missing"}
        < setVariable failed 2002 ReferenceError: missing is not defined
        > setExpression {"expression":"hall.seats.left","value":"3","frameId":"frame1"}
        < setExpression {"value":"3","type":"number","variablesReference":0}
        < * invalidated {"areas":["variables"]}
        > continue {"threadId":1}
        < continue {"allThreadsContinued":false}
        * answer / 200 3
        > disconnect
        < disconnect
        < closed
        """);
  }

  @Test
  void a_hover_reads_and_never_runs() {
    Conversation.check(
        """
        | let ran = 0;
        | class Room {
        |   #secret = [{ deep: 1 }];
        |   get size() { return ++ran; }
        |   list() { return ++ran; }
        |   proxy = new Proxy({}, { get() { return ++ran; } });
        |   show() {
        ● |     return ran;
        |   }
        | }
        | export const show = () => new Room().show();
        > start
        * add Worker
        < * thread {"reason":"started","threadId":1}
        * call Worker show
        < * stopped {"reason":"breakpoint","threadId":1,"allThreadsStopped":false,"hitBreakpointIds":[1]}
        > stackTrace {"threadId":1,"levels":1}
        < stackTrace {"stackFrames":[{"id":"frame1","name":"show","source":"index.js","line":8,"column":5}],"totalFrames":2}
        > evaluate {"expression":"this.#secret[0].deep","frameId":"frame1","context":"hover"}
        < evaluate {"result":"1","type":"number","variablesReference":0}
        > evaluate {"expression":"this.missing?.name","frameId":"frame1","context":"hover"}
        < evaluate {"result":"undefined","type":"undefined","variablesReference":0}
        > evaluate {"expression":"this.missing.name","frameId":"frame1","context":"hover"}
        < evaluate failed 2002 TypeError: Cannot read properties of undefined (reading 'name')
        > evaluate {"expression":"this.size","frameId":"frame1","context":"hover"}
        < evaluate failed 2002 "size" is a getter, which is not run for a glance: open it in the variables, or evaluate it in the console.
        > evaluate {"expression":"this.proxy.name","frameId":"frame1","context":"hover"}
        < evaluate failed 2002 This is a Proxy, whose traps are not run for a glance: evaluate it in the console.
        > evaluate {"expression":"this.list()","frameId":"frame1","context":"hover"}
        < evaluate failed 2002 Only variables and properties are read for a glance: evaluate this on the console.
        > evaluate {"expression":"ran = 7","frameId":"frame1","context":"hover"}
        < evaluate failed 2002 Only variables and properties are read for a glance: evaluate this on the console.
        > evaluate {"expression":"ran","frameId":"frame1","context":"hover"}
        < evaluate {"result":"0","type":"number","variablesReference":0}
        > evaluate {"expression":"this.size","frameId":"frame1","context":"watch"}
        < evaluate {"result":"1","type":"number","variablesReference":0}
        > evaluate {"expression":"await 1","frameId":"frame1","context":"repl"}
        < evaluate failed 2002 await waits for the thread to run, and it is paused: let it run, and evaluate this on the console, or leave the await out to see the promise.
        > continue {"threadId":1}
        < continue {"allThreadsContinued":false}
        * answer Worker 1
        > disconnect
        < disconnect
        < closed
        """);
  }

  @Test
  void expressions_are_assigned_to_completed_and_copied() {
    Conversation.check(
        """
        | const room = { members: ["ann"], size: 1, say() {} };
        | class Box { #value = 1; open() { const box = this;
        ● |   return this.#value; } }
        | export const show = () => new Box().open() + room.size;
        > start
        * add Worker
        < * thread {"reason":"started","threadId":1}
        * call Worker show
        < * stopped {"reason":"breakpoint","threadId":1,"allThreadsStopped":false,"hitBreakpointIds":[1]}
        > stackTrace {"threadId":1,"levels":1}
        < stackTrace {"stackFrames":[{"id":"frame1","name":"open","source":"index.js","line":3,"column":3}],"totalFrames":2}
        > setExpression {"expression":"room.size","value":"20 + 1","frameId":"frame1"}
        < setExpression {"value":"21","type":"number","variablesReference":0}
        > setExpression {"expression":"this.#value","value":"room.size","frameId":"frame1"}
        < setExpression {"value":"21","type":"number","variablesReference":0}
        > setExpression {"expression":"room.say()","value":"1","frameId":"frame1"}
        < setExpression failed 2002 SyntaxError: Invalid left hand side for assignment
        > completions {"text":"1 + room.s","column":11,"frameId":"frame1"}
        < completions {"targets":[{"label":"size","type":"property","start":10,"length":1},{"label":"say","type":"method","start":10,"length":1}]}
        > completions {"text":"this.#v","column":8,"frameId":"frame1"}
        < completions {"targets":[{"label":"#value","type":"property","start":6,"length":2}]}
        > completions {"text":"ro","column":3,"frameId":"frame1"}
        < completions {"targets":[{"label":"room","type":"variable","start":1,"length":2}]}
        > completions {"text":"room.say().","column":12,"frameId":"frame1"}
        < completions {"targets":[]}
        > evaluate {"expression":"room","frameId":"frame1","context":"clipboard"}
        < evaluate {"result":"{\\n  members: [\\n    \\"ann\\",\\n  ],\\n  size: 21,\\n  say: ƒ say(),\\n}","type":"","variablesReference":0}
        > evaluate {"expression":"room.members[0]","frameId":"frame1","context":"clipboard"}
        < evaluate {"result":"ann","type":"","variablesReference":0}
        > continue {"threadId":1}
        < continue {"allThreadsContinued":false}
        * answer Worker 42
        > disconnect
        < disconnect
        < closed
        """);
  }

  @Test
  void bytes_are_read_and_written_as_memory() {
    Conversation.check(
        """
        | export function show() {
        |   const bytes = new Uint8Array([1, 2, 3, 4]).subarray(1);
        ● |   return bytes.join();
        | }
        > start
        * add Worker
        < * thread {"reason":"started","threadId":1}
        * call Worker show
        < * stopped {"reason":"breakpoint","threadId":1,"allThreadsStopped":false,"hitBreakpointIds":[1]}
        > stackTrace {"threadId":1}
        < stackTrace {"stackFrames":[{"id":"frame1","name":"show","source":"index.js","line":3,"column":3}],"totalFrames":1}
        > evaluate {"expression":"bytes","frameId":"frame1"}
        < evaluate {"result":"Uint8Array(3) [2, 3, 4]","type":"Uint8Array","variablesReference":"value1","namedVariables":1,"indexedVariables":3,"memoryReference":"2"}
        > readMemory {"memoryReference":"2","offset":1,"count":4}
        < readMemory {"address":"0x1","unreadableBytes":2,"data":"AwQ="}
        > writeMemory {"memoryReference":"2","offset":2,"data":"/wE="}
        < writeMemory {"bytesWritten":1}
        > readMemory {"memoryReference":"frame","count":1}
        < readMemory failed 2003 "frame" names no bytes.
        > continue {"threadId":1}
        < continue {"allThreadsContinued":false}
        * answer Worker 2,3,255
        > disconnect
        < disconnect
        < closed
        """);
  }

  @Test
  void an_evaluation_can_be_cancelled_and_the_pause_goes_on() {
    Conversation.check(
        """
        | export function show(n) {
        ● |   return n + 1;
        | }
        > start
        * add Worker
        < * thread {"reason":"started","threadId":1}
        * call Worker show 1
        < * stopped {"reason":"breakpoint","threadId":1,"allThreadsStopped":false,"hitBreakpointIds":[1]}
        > stackTrace {"threadId":1}
        < stackTrace {"stackFrames":[{"id":"frame1","name":"show","source":"index.js","line":2,"column":3}],"totalFrames":1}
        > evaluate {"expression":"(() => { for (;;); })()","frameId":"frame1"}
        > cancel {"requestId":7}
        < evaluate failed 2005 cancelled
        < cancel
        > evaluate {"expression":"n","frameId":"frame1"}
        < evaluate {"result":"\\"1\\"","type":"string","variablesReference":0}
        > continue {"threadId":1}
        < continue {"allThreadsContinued":false}
        * answer Worker 11
        > disconnect
        < disconnect
        < closed
        """);
  }

  @Test
  void a_thread_that_runs_evaluates_between_its_events() {
    Conversation.check(
        """
        | let visits = 3;
        | export const nothing = 0;
        > start
        * add Worker
        < * thread {"reason":"started","threadId":1}
        > durascope/evaluate {"expression":"await Promise.resolve(visits++)","threadId":1}
        < durascope/evaluate {"result":"3","type":"number","variablesReference":0}
        > evaluate {"expression":"visits"}
        < evaluate {"result":"4","type":"number","variablesReference":0}
        > completions {"text":"vi","column":3}
        < completions {"targets":[{"label":"visits","type":"variable","start":1,"length":2}]}
        > durascope/evaluate {"expression":"1","object":"chat/Room/ab"}
        < durascope/evaluate failed 3001 The object is not in memory: chat/Room/ab
        > durascope/evaluate {"expression":"1"}
        < durascope/evaluate failed 3001 "threadId" must name a thread, or "object" an object as "worker/Class/id".
        > disconnect
        < disconnect
        < closed
        """);
  }

  @Test
  void an_object_that_runs_tells_its_facts_and_what_keeps_it_from_hibernating() {
    Conversation.check(
        """
        | export const nothing = 0;
        > start
        * object lobby
        < * thread {"reason":"started","threadId":1}
        * add Worker
        < * thread {"reason":"started","threadId":2}
        > durascope/blockers {"object":"chat/ChatRoom/lobby"}
        < durascope/blockers {"blockers":[{"kind":"timer","text":"a timer is waiting: setTimeout(…, 1000)","source":"index.js","line":1,"column":14},{"kind":"event","text":"an event is in progress: fetch"}]}
        > durascope/object {"threadId":1}
        < durascope/object {"name":"ChatRoom \\"lobby\\"","variablesReference":"value1"}
        > variables {"variablesReference":"value1","start":1,"count":1}
        < variables {"variables":[{"name":"name","value":"\\"lobby\\"","type":"","presentationHint":{"attributes":["readOnly"]},"variablesReference":0}]}
        > setVariable {"variablesReference":"value1","name":"name","value":"1"}
        < setVariable failed 2003 "name" cannot be assigned.
        > durascope/blockers {"threadId":2}
        < durascope/blockers failed 2003 No object lives on this thread.
        > disconnect
        < disconnect
        < closed
        """);
  }
}
