// Reports when testharness.js has all results.
setup({ explicit_timeout: true });
add_completion_callback((tests, status) => {
  const one = (test) => ({ name: test.name, passed: test.status === 0, message: test.message ?? null });
  wptReport(JSON.stringify({ harness: status.status === 0 ? null : status.message, tests: tests.map(one) }));
});
