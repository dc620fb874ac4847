export async function behaviour(assert) {
  const { stdin, stdout, stderr } = process;
  assert.deepEqual([stdin.fd, stdout.fd, stderr.fd], [0, 1, 2]);
  assert.deepEqual([stdout.isTTY, stderr.isTTY], [undefined, undefined]);
  assert.equal(process.stdout, stdout);
  const chunks = [];
  for await (const chunk of stdin) chunks.push(chunk);
  assert.equal(chunks.length, 0);
  await new Promise((resolve, reject) => {
    stdout.write('a line\nand another', (error) => (error ? reject(error) : resolve()));
  });
}
