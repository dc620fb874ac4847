package dev.durascope.debugadapter.protocol;

import org.junit.jupiter.api.Test;

class SteppingConversationTest {

  @Test
  void a_step_goes_into_the_call_that_the_user_has_chosen_and_a_call_begins_anew() {
    Conversation.check(
        """
        | function one(n) {
        |   n += 1;
        |   return n;
        | }
        | export function sum(n) {
        ● |   return one(n) + one(10);
        | }
        > start
        * add Worker
        < * thread {"reason":"started","threadId":1}
        * call Worker sum 1
        < * stopped {"reason":"breakpoint","threadId":1,"allThreadsStopped":false,"hitBreakpointIds":[1]}
        > stackTrace {"threadId":1}
        < stackTrace {"stackFrames":[{"id":"frame1","name":"sum","source":"index.js","line":6,"column":3}],"totalFrames":1}
        > stepInTargets {"frameId":"frame1"}
        < stepInTargets {"targets":[{"id":1,"label":"one(…)","line":6,"column":10},{"id":2,"label":"one(…)","line":6,"column":19}]}
        > stepIn {"threadId":1,"targetId":3}
        < stepIn failed 2003 There is no call 3 to step into.
        > stepIn {"threadId":1,"targetId":2}
        < stepIn
        < * stopped {"reason":"step","threadId":1,"allThreadsStopped":false}
        > next {"threadId":1}
        < next
        < * stopped {"reason":"step","threadId":1,"allThreadsStopped":false}
        > stackTrace {"threadId":1}
        < stackTrace {"stackFrames":[{"id":"frame2","name":"one","source":"index.js","line":3,"column":3},{"id":"frame3","name":"sum","source":"index.js","line":6,"column":19}],"totalFrames":2}
        > evaluate {"frameId":"frame2","expression":"n"}
        < evaluate {"result":"11","type":"number","variablesReference":0}
        > restartFrame {"frameId":"frame3"}
        < restartFrame failed 2003 It was not your code that has called this function: it cannot be restarted.
        > restartFrame {"frameId":"frame2"}
        < restartFrame
        < * stopped {"reason":"restart","threadId":1,"allThreadsStopped":false}
        > stackTrace {"threadId":1}
        < stackTrace {"stackFrames":[{"id":"frame4","name":"one","source":"index.js","line":2,"column":3},{"id":"frame5","name":"sum","source":"index.js","line":6,"column":19}],"totalFrames":2}
        > evaluate {"frameId":"frame4","expression":"n"}
        < evaluate {"result":"10","type":"number","variablesReference":0}
        > restartFrame {"frameId":"frame1"}
        < restartFrame failed 2001 The thread is running or has ended: pause it to look at its variables.
        > continue {"threadId":1}
        < continue {"allThreadsContinued":false}
        * answer Worker 1111
        > disconnect
        < disconnect
        < closed
        """);
  }

  @Test
  void all_threads_are_paused_and_let_go_at_once_and_each_by_itself() {
    Conversation.check(
        """
        | let stop = false, turns = 0;
        | export function spin() {
        |   for (; !stop && (++turns !== 2 || !console.log("spins")); );
        |   return "stopped";
        | }
        | export function end() {
        |   stop = true;
        |   return "ended";
        | }
        > start
        * add Worker
        < * thread {"reason":"started","threadId":1}
        * object lobby
        < * thread {"reason":"started","threadId":2}
        * object attic
        < * thread {"reason":"started","threadId":3}
        * call attic end
        * answer attic ended
        * call Worker spin
        < * output {"category":"stdout","output":"spins\\n","source":"index.js","line":3,"column":38}
        * call lobby spin
        < * output {"category":"stdout","output":"spins\\n","source":"index.js","line":3,"column":38}
        > durascope/pauseAll
        < durascope/pauseAll
        < * stopped {"reason":"pause","threadId":1,"allThreadsStopped":false}
        < * stopped {"reason":"pause","threadId":2,"allThreadsStopped":false}
        > stackTrace {"threadId":2,"levels":1}
        < stackTrace {"stackFrames":[{"id":"frame1","name":"spin","source":"index.js","line":3,"column":10}],"totalFrames":1}
        > evaluate {"frameId":"frame1","expression":"stop = true"}
        < evaluate {"result":"true","type":"boolean","variablesReference":0}
        > continue {"threadId":2}
        < continue {"allThreadsContinued":false}
        * answer lobby stopped
        * call attic end
        < * stopped {"reason":"pause","threadId":3,"allThreadsStopped":false}
        > stackTrace {"threadId":1,"levels":1}
        < stackTrace {"stackFrames":[{"id":"frame2","name":"spin","source":"index.js","line":3,"column":10}],"totalFrames":1}
        > evaluate {"frameId":"frame2","expression":"stop = true"}
        < evaluate {"result":"true","type":"boolean","variablesReference":0}
        > durascope/continueAll
        < durascope/continueAll
        * answer Worker stopped
        * answer attic ended
        > pause {"threadId":2}
        < pause
        > durascope/continueAll
        < durascope/continueAll
        * call lobby end
        * answer lobby ended
        > disconnect
        < disconnect
        < closed
        """);
  }
}
