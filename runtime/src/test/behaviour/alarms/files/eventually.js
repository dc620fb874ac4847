/** Asks again and again until the answer is neither null, undefined nor false, and gives it. */
export async function eventually(ask) {
  for (;;) {
    const answer = await ask();
    if (answer) return answer;
    await scheduler.wait(2);
  }
}
