-- Ends wrk's output with what bench/http reads: JSON, times in milliseconds.
function done(summary, latency)
  local errors = summary.errors
  io.write(string.format('{"perSecond":%f,"median":%f,"p99":%f,"errors":%d}\n',
    summary.requests / summary.duration * 1e6,
    latency:percentile(50) / 1000, latency:percentile(99) / 1000,
    errors.connect + errors.read + errors.write + errors.status + errors.timeout))
end
