/** Opens a socket into an object, and gives what comes through it, one at a time. */
export async function connect(stub, url = 'http://object/') {
  const { webSocket: socket } = await stub.fetch(url, { headers: { Upgrade: 'websocket' } });
  const received = [];
  let wake = () => {};
  const take = (what) => {
    received.push(what);
    wake();
  };
  socket.binaryType = 'arraybuffer';
  socket.addEventListener('message', ({ data }) => take(data));
  socket.addEventListener('close', ({ code, reason, wasClean }) => take(['closed', code, reason, wasClean]));
  socket.accept();
  const next = async () => {
    while (received.length === 0) await new Promise((resolve) => (wake = resolve));
    return received.shift();
  };
  return {
    socket,
    next,
    /** Sends a message and gives what comes next. */
    async ask(message) {
      socket.send(message);
      return next();
    },
  };
}
